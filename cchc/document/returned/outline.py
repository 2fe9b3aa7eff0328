"""The sections of the body: how those of a paper hang together, and which changed, came, went and moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cchc.document.returned.paper_lines import PaperLine
from cchc.document.returned.text_lines import TextLines
from cchc.document.returned.three_ways import ArrangedItem, New, arranged
from cchc.document.returned.values import ended_as, sentence
from cchc.document.words import text_lines, without_end
from cchc.intake.body.numbers import style_of_marks
from cchc.language.numbering import default_numbering, sections
from cchc.messages import say
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.model.section import Section

_FIRST = 1_000_000
"""Numbers of new sections begin here, apart from those of rows."""


class Outline:
    """The tree of sections as the paper has it."""

    def __init__(
        self, plan: Plan, paper: Sequence[PaperLine], known: Mapping[int, KeyPath]
    ) -> None:
        """Begin with the lines of the paper that are `known` sections of the plan."""
        self._paper, self._known = paper, known
        self._plan = [found.place for found in sections(plan)]
        self._new: list[int] = []
        self.seen = set(known.values())
        self._headings: dict[int, dict[str, str]] = {}
        """The data of each new heading, by its number."""
        self._depths: dict[int, int] = {}
        self.more: dict[KeyPath, list[str]] = defaultdict(list)
        """Paragraphs that go on the text of a section."""

    def add(self, line: int) -> None:
        """Note a line of the paper that is new."""
        self._new.append(line)

    def settle(self) -> None:
        """Build the tree, once all lines are known."""
        self._held, self._fresh = self._tree()

    def arranged(
        self, printed: Mapping[KeyPath, list[KeyPath]], gone: set[KeyPath]
    ) -> dict[KeyPath, list[ArrangedItem]]:
        """Return the lists of sections that change, in their new order."""
        held, fresh = self._held, self._fresh
        above = {item: holder for holder, items in held.items() for item in items}
        leaving: dict[KeyPath, set[KeyPath]] = defaultdict(set)
        for place in gone:
            leaving[place[:-1]].add(place)
        for item, holder in above.items():
            if not isinstance(item, New) and item[:-1] != holder:
                leaving[item[:-1]].add(item)
        for items in fresh.values():
            for item in items:
                if not isinstance(item, New):
                    leaving[item[:-1]].add(item)
        found: dict[KeyPath, list[ArrangedItem]] = {("new", n): items for n, items in fresh.items()}
        for holder in {*held, *leaving}:
            size = len(holder) + 1
            plan = [one for one in self._plan if len(one) == size and one[:-1] == holder]
            order = printed.get(holder, plan)
            wanted = arranged(plan, order, held.get(holder, []), leaving[holder])
            if wanted != plan:
                found[holder] = wanted
        return found

    def _tree(self) -> tuple[dict[KeyPath, list[ArrangedItem]], dict[int, list[ArrangedItem]]]:
        held: dict[KeyPath, list[ArrangedItem]] = defaultdict(list)
        fresh: dict[int, list[ArrangedItem]] = defaultdict(list)
        stack: list[tuple[ArrangedItem, str]] = []
        done: set[KeyPath] = set()
        every = sorted({*self._known, *self._new})
        for n, j in enumerate(every):
            line = self._paper[j]
            place = self._known.get(j)
            one: ArrangedItem
            if place is None:
                placed = self._placed(j, line, stack, every[n + 1 :])
                if placed is None:
                    continue
                depth, one = placed
            else:
                if place in done:
                    continue
                done.add(place)
                depth, one = len(place) // 2, place
            depth = min(depth, len(stack) + 1)
            del stack[depth - 1 :]
            if not stack:
                held["body",].append(one)
            elif isinstance(upper := stack[-1][0], New):
                fresh[upper.number].append(one)
            else:
                held[(*upper, "items")].append(one)
            stack.append((one, line.kind))
            if isinstance(one, New):
                self._depths[one.number] = len(stack)
        for number, items in fresh.items():
            self._number_items(number, items, fresh)
        return held, fresh

    def _number_items(
        self, number: int, items: Sequence[ArrangedItem], fresh: Mapping[int, list[ArrangedItem]]
    ) -> None:
        """Write down how the items of a new section are numbered, where it is not as usual."""
        new = [one for one in items if isinstance(one, New)]
        style = style_of_marks(self._paper[one.number - _FIRST].kind for one in new)
        own = style_of_marks([self._paper[number - _FIRST].kind])
        nested = any(fresh.get(one.number) for one in new)
        data = self._headings.get(number)
        if (
            data is not None
            and new
            and style != default_numbering(self._depths[number], own, nested=nested)
        ):
            data["numbering"] = style

    def _placed(
        self, j: int, line: PaperLine, stack: list[tuple[ArrangedItem, str]], later: Sequence[int]
    ) -> tuple[int, New] | None:
        """Return how deep a new line stands; None where it goes on the text above it."""
        below = next(
            ((len(self._known[k]) // 2, self._paper[k].kind) for k in later if k in self._known),
            None,
        )
        same = [n for n, (_, kind) in enumerate(stack, start=1) if kind == line.kind]
        if same:
            depth = same[-1]
        elif below and below[1] == line.kind and below[0] <= len(stack) + 1:
            depth = below[0]
        elif line.kind or line.heading:
            depth = len(stack) + 1
        else:
            upper = stack[-1][0] if stack else None
            if upper is None or isinstance(upper, New):
                under = isinstance(upper, New) and upper.number in self._headings
                depth = len(stack) + 1 if under else max(len(stack), 1)
            else:
                self.more[upper].append(line.words)
                return None
        heading = line.heading or (line.style.startswith("Tiêu đề"))
        if not heading:
            return depth, New(line.words, _FIRST + j)
        data = self._headings[_FIRST + j] = {"title": line.words}
        return depth, New(data, _FIRST + j)


def compare_sections(text: TextLines, outline: Outline) -> None:
    gone: set[KeyPath] = set()
    by_section: dict[KeyPath, list[int]] = defaultdict(list)
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
    text: TextLines, place: KeyPath, section: Section, lines: list[int], outline: Outline
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


def _keep_what_holds_others(text: TextLines, gone: set[KeyPath], outline: Outline) -> None:
    for place in sorted(gone, key=len, reverse=True):
        inside = [one for one in text.found.entries if one[: len(place)] == place != one]
        if any(one not in gone and one not in outline.seen for one in inside):
            gone.discard(place)


def _printed_order(
    text: TextLines, by_section: dict[KeyPath, list[int]]
) -> dict[KeyPath, list[KeyPath]]:
    marks = {text.values[lines[0]].mark: place for place, lines in by_section.items()}
    order: dict[KeyPath, list[KeyPath]] = defaultdict(list)
    for mark in text.found.base.order(list(marks)):
        order[marks[mark][:-1]].append(marks[mark])
    return order


def _unbracketed(new: str, old: str, shown: str) -> str:
    """Return a reference to the appendix without the brackets that only its print has."""
    if shown == f"({without_end(old)})" and new.startswith("(") and new.endswith(")"):
        return new[1:-1]
    return new
