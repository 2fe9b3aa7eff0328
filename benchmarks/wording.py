"""The texts of the made-up plans, laid out as YAML once and filled in for each plan.

`texts/` holds them with choices, `<one;two>`, so that no two plans are alike. Lines are broken
before choices are made: a line is a little longer or shorter than a person would leave it.
"""

from __future__ import annotations

import random
import re
import textwrap
from functools import cache
from typing import NamedTuple

from benchmarks.texts import lines, parts, words

_CHOICE = re.compile(r"<(?:([a-z]):)?([^<>]*)>")
_NAMES = {
    "<person>": ("surname", "middle name", "given name"),
    "<hamlet>": ("hamlet first", "hamlet second"),
}
"""Names made up for each plan: what stands in a sentence of one plan stands in no other."""
_TARGET = re.compile(r"(.+) (=|>=|<=) (\S+) (.+)")
_BOUNDS = {"=": "exactly", ">=": "at_least", "<=": "at_most"}
WIDTH = 98


class Area(NamedTuple):
    """An area of the appendix: its heading as YAML, and the block of each task."""

    heading: str
    tasks: tuple[str, ...]


def chosen(block: str, chance: random.Random) -> str:
    """Return `block` with every choice made; choices of one letter agree inside the block."""
    made: dict[str, int] = {}

    def choose(found: re.Match[str]) -> str:
        if parts_of := _NAMES.get(found[0]):
            return " ".join(chance.choice(words(part)) for part in parts_of)
        letter, options = found[1], found[2].split(";")
        if letter is None:
            return options[int(chance.random() * len(options))]
        number = made.setdefault(letter, int(chance.random() * len(options)))
        return options[number]

    return _CHOICE.sub(choose, block)


@cache
def areas() -> tuple[Area, ...]:
    """Return the areas of the appendix with their tasks."""
    found: list[Area] = []
    for line in lines("tasks.txt"):
        cells = [cell.strip() for cell in line.split("|")]
        if line.startswith("="):
            heading = (
                f"      - title: {cells[0][2:]}\n        subject: {cells[1]}\n        tasks:\n"
            )
            found.append(Area(heading, ()))
        else:
            last = found[-1]
            found[-1] = last._replace(tasks=(*last.tasks, _task(cells)))
    return tuple(found)


def _task(cells: list[str]) -> str:
    name, title, requirement, product, deadline, lead, support, targets = cells
    out = [f"          - id: {name}\n"]
    # Sentences that stand in every plan word for word would flatter whoever remembers what it read.
    told = f"{requirement}; làm trước ở thôn <hamlet>"
    for key, text in (("title", title), ("requirement", told), ("product", product)):
        out.append(entry(key, text, 12))
    out.append(f"            deadline: {deadline}\n")
    out.append(f"            lead: [{lead}]\n            support: [{support}]\n")
    if targets:
        out.append("            targets:\n")
    for target in filter(None, targets.split("; ")):
        found = _TARGET.fullmatch(target)
        if found is None:
            raise ValueError(f"no target: {target}")
        measure, bound, value, unit = found.groups()
        unit = '"%"' if unit == "%" else unit
        fields = (f"measure: {measure}", f"{_BOUNDS[bound]}: {value}", f"unit: {unit}")
        if (
            len(flow := f"              - {{{', '.join(fields)}}}\n") <= WIDTH
            and "," not in measure
        ):
            out.append(flow)
        else:
            out.append("              - " + "\n                ".join(fields) + "\n")
    return "".join(out)


@cache
def items(part: str, indent: int) -> str:
    """Return the paragraphs of a part as a YAML list; every second names who sees to it."""
    found = parts("body.txt")[part]
    named = [
        f"{text.removesuffix('.')}, do <person> theo dõi." if number % 2 else text
        for number, text in enumerate(found)
    ]
    return "".join(f"{' ' * indent}- {_scalar(text, indent + 2)}" for text in named)


def entry(key: str, text: str, indent: int) -> str:
    """Return `key: text` as YAML, folded over several lines when it is long."""
    return f"{' ' * indent}{key}: {_scalar(text, indent + 2, len(key) + 2)}"


def _scalar(text: str, indent: int, before: int = 0) -> str:
    if len(text) + indent + before <= WIDTH and ": " not in text:
        return text + "\n"
    wrapped = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "".join(f"{' ' * indent}{line}\n" for line in wrapped)
