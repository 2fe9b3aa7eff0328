"""Numbers as administrative papers print them, and the number of every section and task.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I (bố cục phần, mục, khoản, điểm); the letters of a
"điểm" follow the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i, k ...
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Literal, NamedTuple

from cchc.language.labels import label_words
from cchc.messages import Message
from cchc.model.finding import KeyPath
from cchc.model.plan import Appendix, Area, Plan
from cchc.model.section import Numbering, Section
from cchc.model.task import Task

AreaNumbering = Literal["roman", "arabic", "letter", "latin"]
"""How areas are numbered; letters in the order of the Vietnamese alphabet, or of the Latin one."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that may number a "điểm", in order; ă, â, ê, ô, ơ, ư are not used."""

DASHES = frozenset("-+")
"""The marks of items without a number: a dash, and what stands inside one."""

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))


def roman(n: int) -> str:
    """Return `n` (1 or more) in capital Roman numerals."""
    out = ""
    for value, mark in (*_ROMAN, (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += mark * count
    return out


def letter(n: int) -> str:
    """Return the letter of the `n`-th point, from 1: a, b, c, d, đ, e, g; after y: aa, ab."""
    first, last = divmod(n - 1, len(LETTERS))
    return (LETTERS[first - 1] if first else "") + LETTERS[last]


def area_mark(style: AreaNumbering, n: int) -> str:
    """Return the mark of the `n`-th area of an appendix, from 1, without a closing dot."""
    match style:
        case "roman":
            return roman(n)
        case "arabic":
            return str(n)
        case "letter":
            return letter(n).upper()
        case "latin":
            first, last = divmod(n - 1, len(ascii_uppercase))
            return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last]


class NumberedSection(NamedTuple):
    """A section of the body with its printed mark ("I.", "2.1.", "đ)", "-" or nothing)."""

    place: KeyPath
    section: Section
    mark: str
    depth: int
    label: str
    """The key of its place, no other section has it: "IV.8", "II.1.a"; for a dash "IV.1.-3"."""
    number: str
    """What tables print for it: a dash has the number of the section above it, "IV.1"."""

    @property
    def name(self) -> Message | str:
        """Where it stands, in a sentence: "IV.8", "IV.1, dash 3"."""
        return label_words(self.label)


class NumberedTask(NamedTuple):
    """One task with its place and printed number."""

    place: KeyPath
    task: Task
    number: str


class NumberedRow(NamedTuple):
    """A row of an appendix table with its printed number, without a closing dot."""

    place: KeyPath
    row: Task | Area
    number: str
    depth: int
    appendix: int


def default_numbering(depth: int, above: Numbering, *, nested: bool) -> Numbering:
    """Return how the items of a section at `depth` are numbered where the plan does not say.

    A part (I.) has khoản (1.); these have điểm (a) when one of them has items of its own
    (`nested`), else dashes. `above` is how the section itself is numbered.
    """
    if depth == 1:
        return "arabic"
    return "letter" if nested and above not in ("letter", "dash") else "dash"


def mark_of(style: Numbering, n: int, above: str) -> str:
    """Return the mark of the `n`-th of siblings; `above` is the mark of what they stand in."""
    match style:
        case "roman":
            return f"{roman(n)}."
        case "arabic":
            return f"{n}."
        case "decimal":
            return f"{above if above.endswith('.') else ''}{n}."
        case "letter":
            return f"{letter(n)})"
        case "dash":
            return "+" if above == "-" else "-"
        case "none":
            return ""


def sections(plan: Plan) -> Iterator[NumberedSection]:
    """Yield every section of the body in printed order, with its mark and label."""

    def walk(
        items: tuple[Section, ...], style: Numbering, place: KeyPath, depth: int, above: str,
        label: str, number: str,
    ) -> Iterator[NumberedSection]:  # fmt: skip
        for n, section in enumerate(items, start=1):
            mark = section.number or mark_of(style, n, above)
            dashed = mark in DASHES
            name = f"-{n}" if dashed else mark.rstrip(".)") or str(n)
            here = _joined(label, name, style)
            own = number if dashed and number else _joined(number, name, style)
            at = (*place, n - 1)
            yield NumberedSection(at, section, mark, depth, here, own)
            nested = any(item.items for item in section.items)
            inner = section.numbering or default_numbering(depth, style, nested=nested)
            prefix = "" if style in ("roman", "letter") else mark
            yield from walk(section.items, inner, (*at, "items"), depth + 1, prefix, here, own)

    yield from walk(plan.body, "roman", ("body",), 1, "", "", "")


def _joined(above: str, name: str, style: Numbering) -> str:
    """Return the number of a section; a decimal one repeats that of the section above."""
    if style == "decimal":
        above = above.rpartition(".")[0]
    return f"{above}.{name}".lstrip(".")


def numbered_tasks(plan: Plan) -> Iterator[NumberedTask]:
    """Yield the tasks of every appendix in printed order."""
    for found in numbered_rows(plan):
        if isinstance(found.row, Task):
            yield NumberedTask(found.place, found.row, found.number)


def numbered_rows(plan: Plan) -> Iterator[NumberedRow]:
    """Yield the areas and tasks of every appendix in printed order."""
    for index, appendix in enumerate(plan.appendices):
        yield from rows(appendix, index)


def rows(appendix: Appendix, index: int = 0) -> Iterator[NumberedRow]:
    """Yield the areas and tasks of `appendix` in printed order, with their numbers.

    By level: areas as `area_numbering` says, then 1.1, 1.2, 2.1.1. Running: tasks 1, 2, 3 through the
    whole table whatever the area; by area: from 1 again in each. There an area inside an area is I.1.
    """
    running = 0
    place: KeyPath = ("appendices", index)

    def walk(
        items: tuple[Task | Area, ...], at: KeyPath, depth: int, above: str, shown: str
    ) -> Iterator[NumberedRow]:
        nonlocal running
        inside = 0
        for n, row in enumerate(items, start=1):
            here = (*at, n - 1)
            level = f"{above}.{n}" if above else str(n)
            if isinstance(row, Area):
                number = area_mark(appendix.area_numbering, n) if depth == 1 else level
                if depth > 1 and appendix.numbering != "level":
                    number = f"{shown}.{n}"
                number = row.number or number
                yield NumberedRow(here, row, number, depth, index)
                yield from walk(row.tasks, (*here, "tasks"), depth + 1, level, number)
            else:
                running, inside = running + 1, inside + 1
                own = {"running": str(running), "area": str(inside), "level": level}
                yield NumberedRow(here, row, row.number or own[appendix.numbering], depth, index)

    yield from walk(appendix.areas, (*place, "areas"), 1, "", "")
    yield from walk(appendix.tasks, (*place, "tasks"), 1, "", "")
