"""The sections of the body: which changed their words, came, went and moved."""

from __future__ import annotations

from collections import defaultdict

from cchc.document.returned.outline import Outline
from cchc.document.returned.text_lines import TextLines
from cchc.document.returned.values import ended_as, sentence
from cchc.document.words import text_lines, without_end
from cchc.messages import say
from cchc.model.finding import Place
from cchc.model.section import Section


def compare_sections(text: TextLines, outline: Outline) -> None:
    gone: set[Place] = set()
    by_section: dict[Place, list[int]] = defaultdict(list)
    for i, value in text.values.items():
        if value.place[0] == "body":
            by_section[value.place].append(i)
    for place, lines in by_section.items():
        section = text.found.entries[place]
        assert isinstance(section, Section)
        if all(text.words[i] is None for i in lines) and not outline.more.get(place):
            gone.add(place)
            continue
        _section(text, place, section, lines, outline)
    _keep_what_holds_others(text, gone, outline)
    for holder, wanted in outline.arranged(_printed_order(text, by_section), gone).items():
        text.out.lists[holder] = wanted
    text.out.gone |= gone


def _section(
    text: TextLines, place: Place, section: Section, lines: list[int], outline: Outline
) -> None:
    values = text.out.values
    for i in [i for i in lines if text.values[i].field == "title"]:
        words = text.words[i]
        if words == text.values[i].words:
            continue
        if words and not section.title and (ids := text.found.units.known(words)):
            values[place, "units"] = list(ids)
        else:
            values[place, "title"] = words
    texts = [i for i in lines if text.values[i].field == "text"]
    more = outline.more.get(place, [])
    if not more and all(text.words[i] == text.values[i].words for i in texts):
        return
    deadline = section.deadline
    new: list[str] = []
    for i, old in zip(texts, text_lines(section.text), strict=True):
        words, value = text.words[i], text.values[i]
        if words is None:
            continue
        if words == value.words:
            new.append(old)
            continue
        said = sentence(value.words, words, old, deadline, text.found.plan.year)
        deadline = said.deadline
        if said.unsure:
            text.out.unsure.append(
                say("“{text}”: look whether its deadline is still “{deadline}”",
                    text=words, deadline=deadline)
            )  # fmt: skip
        new.append(ended_as(said.text, old, value.words))
        new[-1] = _unbracketed(new[-1], old, value.words)
    new += more
    values[place, "text"] = "\n".join(new) or None
    if deadline != section.deadline:
        values[place, "deadline"] = deadline
    if section.targets:
        text.out.notes.append(say("“{text}”: look at its “targets”", text=" ".join(new)))


def _keep_what_holds_others(text: TextLines, gone: set[Place], outline: Outline) -> None:
    for place in sorted(gone, key=len, reverse=True):
        inside = [one for one in text.found.entries if one[: len(place)] == place != one]
        if any(one not in gone and one not in outline.seen for one in inside):
            gone.discard(place)


def _printed_order(text: TextLines, by_section: dict[Place, list[int]]) -> dict[Place, list[Place]]:
    marks = {text.values[lines[0]].mark: place for place, lines in by_section.items()}
    order: dict[Place, list[Place]] = defaultdict(list)
    for mark in text.found.base.order(list(marks)):
        order[marks[mark][:-1]].append(marks[mark])
    return order


def _unbracketed(new: str, old: str, shown: str) -> str:
    """Return a reference to the appendix without the brackets that only its print has."""
    if shown == f"({without_end(old)})" and new.startswith("(") and new.endswith(")"):
        return new[1:-1]
    return new
