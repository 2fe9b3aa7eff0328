"""The text of a paper outside its tables: letterhead, bases, body, end, recipients, signature."""

from __future__ import annotations

from cchc.document.returned.comparison import Conflict, PaperComparison, unpaired
from cchc.document.returned.outline import Outline, compare_sections
from cchc.document.returned.paper_lines import PaperLine
from cchc.document.returned.text_lines import LISTS, TextLines, compare_list, compare_single_lines
from cchc.document.words import without_end
from cchc.messages import say
from cchc.model.finding import KeyPath


def compare_text(found: PaperComparison) -> None:
    """Note what the paper's text changes."""
    text = TextLines(found)
    if not any(place[0] == "body" for i, place in text.places.items() if i in text.pairs.back):
        found.out.notes.append(say("the paper has no body: the text stays as it is"))
        return
    for i, j in text.pairs.unsure:
        if i in text.values:
            text.out.unsure.append(
                say(
                    "{place}: is “{paper}” an edit of “{own}”? Neither is taken",
                    place=text.paper[j].place.words, paper=text.paper[j].whole,
                    own=text.own[i].whole,
                )
            )  # fmt: skip
    outline = Outline(text.found.plan, text.paper, _sections(text))
    _new_lines(text, outline)
    outline.settle()
    compare_single_lines(text)
    for holder in LISTS:
        compare_list(text, holder)
    compare_sections(text, outline)


def _sections(text: TextLines) -> dict[int, KeyPath]:
    """Return the section of each line of the paper that is one of the print's."""
    return {
        j: text.places[i]
        for j, i in text.pairs.found.items()
        if i in text.places and text.places[i][0] == "body"
    }


def _new_lines(text: TextLines, outline: Outline) -> None:
    _, asked = unpaired(text.pairs)
    for j, line in enumerate(text.paper):
        if j in text.pairs.found or j in asked:
            continue
        known = [mark for mark in line.marks if text.found.base.entry(mark)]
        if known and not text.found.value(known) and not _still_wanted(text, line, known):
            continue
        above = next((k for k in range(j - 1, -1, -1) if k in text.pairs.found), None)
        below = next((k for k in range(j + 1, len(text.paper)) if k in text.pairs.found), None)
        over = text.places.get(text.pairs.found[above]) if above is not None else None
        under = text.places.get(text.pairs.found[below]) if below is not None else None
        holder = _room(line, over, under)
        if holder == ("body",):
            outline.add(j)
        elif holder in LISTS:
            text.new[j] = holder
        elif holder is not None and above is not None:
            text.more[text.pairs.found[above]].append(line.whole)
        else:
            text.out.unsure.append(
                say("{place}: “{text}” has no place in the plan and is not taken",
                    place=line.place.words, text=line.whole)
            )  # fmt: skip


def _still_wanted(text: TextLines, line: PaperLine, known: list[str]) -> bool:
    """Tell whether a line whose entry has left the plan since the print comes back."""
    base = text.found.base
    entry = base.entry(*known)
    keys = list(entry.digests) if entry else []
    if any(base.verdict(key, "\0", text, *known) == "plan"
           for key in keys for text in (line.words, line.whole, without_end(line.words))):  # fmt: skip
        return False
    if text.found.take is None:
        text.out.conflicts.append(Conflict("", "", line.whole, ""))
    return text.found.take == "paper"


def _room(line: PaperLine, over: KeyPath | None, under: KeyPath | None) -> KeyPath | None:
    """Return where a new line belongs, told by what stands above and below it."""
    for one, other in ((over, under), (under, over)):
        if one is None:
            continue
        if one[0] == "body":
            if other == ("closing",) and not line.number and line.style == "Lời kết":
                return ("closing",)
            return ("body",)
        if one[:-1] in LISTS:
            return one[:-1]
        if one in (("opening",), ("closing",)) and one is over:
            return one
    return None
