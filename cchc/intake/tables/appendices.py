"""All appendices of a paper as data, with what was noticed while they were read."""

from __future__ import annotations

from dataclasses import dataclass, field

from cchc.intake.office_paper import Place, PlanData
from cchc.language.figures_day import FiguresDay
from cchc.messages import Message, say
from cchc.model.finding import KeyPath


@dataclass(slots=True)
class Appendices:
    """All appendices as data."""

    items: list[object] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    comments: dict[KeyPath, Message] = field(default_factory=dict)
    tasks: int = 0
    areas: int = 0
    numbers: int = 0
    """Printed numbers that are not those of the place, kept by hand."""
    own_codes: int = 0
    """Codes in the place of numbers: "CĐ01"."""
    counted_on: int = 0
    """Numbers of tables that go on from the table before."""
    last: int = 0
    """The number of the last task of the table before."""
    goes_on: bool = False
    """Whether the table being read goes on counting from it."""
    records: int = 0
    """Tasks whose progress was read."""
    not_yet: int = 0
    """Tasks of which the paper says that nothing is done yet."""
    year: int = 2026
    """The year of the plan, for dates without one."""
    figures: FiguresDay | None = None
    """The day up to which the table being read counts."""
    criteria: list[PlanData] = field(default_factory=list)
    """The criteria whose points stand in columns of the tables."""
    points: dict[str, str] = field(default_factory=dict)
    """What the columns of the table being read hold of a criterion, by heading."""
    codes: dict[int, str] = field(default_factory=dict)
    """The code of the criterion in each row."""

    def remark(self, at: KeyPath, message: Message) -> None:
        """Put a remark over a piece; what stands there already stays."""
        before = self.comments.get(at)
        self.comments[at] = (
            message if before is None else say("{one}; {more}", one=before, more=message)
        )
