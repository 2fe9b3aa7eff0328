"""One row of a table of tasks, and what its cells say beyond their column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.intake.lines import clean
from cchc.intake.marks import read_mark
from cchc.intake.office_paper import Place
from cchc.intake.tables.head_column import Holds
from cchc.intake.units.words import begins_group


@dataclass(slots=True)
class WorkRow:
    """One row of work, or one group heading, with its cells by what they hold."""

    number: str
    values: dict[Holds, str]
    place: Place
    cells: dict[Holds, Place] = field(default_factory=dict)
    others: list[tuple[str, str]] = field(default_factory=list)
    """Cells of columns that no key of a task fits: heading and text."""
    internal: list[tuple[str, str]] = field(default_factory=list)
    """Cells of columns that are not for issue: heading and text."""
    bold: bool = False
    merged: bool = False
    """One cell goes across the table."""
    heading: bool = False
    """It stood as a line over a table of the list."""
    pieces: int = 1
    typed: bool = False
    """Its number stood before the title, in the same cell."""
    by_post: frozenset[Holds] = frozenset()
    """Whose units were told from the posts of persons."""
    serial: frozenset[Holds] = frozenset()
    """Whose day was a number of Excel."""
    shared: frozenset[Holds] = frozenset()
    """What was taken over from a merged cell that began in a row above."""

    @property
    def title(self) -> str:
        """The work itself."""
        return self.values.get("title", "")

    @property
    def given(self) -> bool:
        """Whether the row says of itself who does the work, by when, or what comes of it."""
        keys: tuple[Holds, ...] = ("lead", "support", "deadline", "product", "officer", "approver")
        return any(self.values.get(key) and key not in self.shared for key in keys)

    @property
    def alone(self) -> bool:
        """Whether only the title (and the number) is filled in."""
        return not any(
            text for key, text in self.values.items() if key not in ("title", "area")
        ) and (not self.others)


def cell_text(text: str, *, units: bool = False) -> str:
    """Return the text of a cell; a line break inside a sentence is a space again.

    Where `units` stand in the cell, a collective name below another name stays on its line.
    """
    lines: list[str] = []
    for line in clean(text).splitlines():
        if not line:
            continue
        mark, _ = read_mark(line)
        own = units and bool(lines) and begins_group(line, lines[-1])
        if lines and mark is None and not own and (line[0].islower() or line[0] in ",;.)/"):
            lines[-1] = f"{lines[-1]} {line}" if line[0] not in ",;.)/" else f"{lines[-1]}{line}"
        else:
            lines.append(line)
    return "\n".join(lines)


_DITTO = re.compile(
    r"[-–\s.]*(?:nt|như trên|như nhiệm vụ trên)[-–\s.]*|[\"”“'’,]{1,2}", re.IGNORECASE
)


def spell_dittos(work: WorkRow, before: Sequence[WorkRow]) -> None:
    """Write out "-nt-" and the like: the same as in the row above."""
    dittos = [key for key, text in work.values.items() if key != "title" and _DITTO.fullmatch(text)]
    above = next((one for one in reversed(before) if not one.alone), None) if dittos else None
    for key in dittos:
        if above is not None and above.values.get(key):
            work.values[key] = above.values[key]


_ROLES = re.compile(
    r"^(?:[-–+*]\s*)?(?:(?:đơn vị |cơ quan )?chủ trì|CT)\s*:\s*(?P<lead>.+?)[\s;.,]*"
    r"(?:[-–+*]\s*)?(?:(?:đơn vị |cơ quan )?phối hợp|\bPH)\s*:\s*(?P<support>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ROLES_BEHIND = re.compile(
    r"^(?P<lead>[^()]+?)\s*\(chủ trì\)[\s;.,–-]*(?P<support>[^()]+?)\s*\(phối hợp\)\s*$",
    re.IGNORECASE | re.DOTALL,
)


def part_roles(work: WorkRow) -> None:
    """Part a cell that says who leads and who helps: "Chủ trì: ...; Phối hợp: ..."."""
    text = work.values.get("lead", "")
    found = _ROLES.match(text) or _ROLES_BEHIND.match(text)
    if found and not work.values.get("support"):
        work.values["lead"], work.values["support"] = found["lead"], found["support"]
        work.cells["support"] = work.cells["lead"]
