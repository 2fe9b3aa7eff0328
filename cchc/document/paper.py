"""What a template may name: one frozen type for each thing a paper shows.

Every field is text ready to be printed (never None; what is absent is an empty text), a tuple of
such texts, a tuple of `Styled` paragraphs, or the `Rows` of a table. Field names are those of `cchc.model.plan` wherever
the two mean the same thing, so that what a clerk types in Word is what stands in the YAML file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, make_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from cchc.model.field_kinds import extra_heading, extra_name
from cchc.model.finding import KeyPath
from cchc.model.task import PRINTED

if TYPE_CHECKING:
    from cchc.model.task import Task

STYLE_PART = "Tiêu đề phần"
STYLE_SECTION = "Tiêu đề mục"
STYLE_POINT = "Tiêu đề điểm"
STYLE_TEXT = "Nội dung"
STYLE_DASH = "Gạch đầu dòng"
STYLE_REFERENCE = "Câu dẫn phụ lục"

BODY_STYLES = (
    STYLE_PART, STYLE_SECTION, STYLE_POINT, STYLE_TEXT, STYLE_DASH, STYLE_REFERENCE,
)  # fmt: skip
"""Names of the Word styles that `{{ body }}` uses; a template must have them all."""


class Origin(NamedTuple):
    """What of the plan a printed text shows, for the way back from Word."""

    mark: str
    """The bookmark around it."""
    place: KeyPath
    """The key path of the entry it belongs to."""
    field: str = ""
    """The key that is printed; of a text with several lines each is printed for itself."""
    words: str = ""
    """The value as printed, without number, dash and closing marks."""
    number: str = ""
    """The number or dash printed before it."""


class Traced(str):
    """A text ready to be printed that knows where it comes from."""

    origin: Origin

    @classmethod
    def of(cls, text: str, origin: Origin) -> Traced:
        """Return `text` with its origin."""
        made = cls(text)
        made.origin = origin
        return made


class Styled(NamedTuple):
    """A paragraph of the body and the name of the Word style that gives it its look."""

    style: str
    text: str
    keep_next: bool = False
    """Stay on the page of the next paragraph: the last words before the signature."""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class AgencyNames:
    """`agency`: level (xã), name (Định Hóa), province (tỉnh Thái Nguyên), full_name (xã Định Hóa),
    issuing (Ủy ban nhân dân xã Định Hóa, Sở Nội vụ tỉnh Thái Nguyên), short (Ủy ban nhân dân xã).

    Templates written for communes know it as `commune`.
    """

    level: str
    name: str
    province: str
    full_name: str
    issuing: str
    short: str


@dataclass(frozen=True, slots=True)
class SignerLines:
    """`signer`: the lines of authority above the post, the post, and the name."""

    authority: tuple[str, ...] = ()
    post: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """`column`: one column of an appendix table: the task field it prints, and its headings."""

    key: str
    """The task field; of a custom column the name of its heading (`Column.name`)."""
    heading: str
    spanner: str = ""

    def of(self, task: TaskRow) -> str:
        """Return what a task has in this column."""
        heading = extra_heading(self.key)
        return str(getattr(task, self.key, "") if heading is None else task.extra[heading])


@dataclass(frozen=True, slots=True)
class AreaRow:
    """`area`: a heading row inside an appendix table; depth 1 is the outermost."""

    number: str
    title: str
    depth: int
    origin: Origin | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    """The points of its criterion, by the heading of their columns; nothing: it goes across."""


class PrintedExtra(dict[str, str]):
    """What a row has in custom columns, by heading; an empty text for the others."""

    def __missing__(self, _heading: str) -> str:
        return ""


_Printed: Any = make_dataclass(
    "_Printed",
    [
        *((name, str) for name in PRINTED), ("custom", str, field(default="")),
        ("extra", dict, field(default_factory=PrintedExtra)), ("origin", object, field(default=None)),
    ],
    frozen=True, slots=True, kw_only=True,
)  # fmt: skip


class TaskRow(_Printed):  # type: ignore[misc]  # its fields are those of the table
    """`task`: a row of an appendix table: every field of a task that is printed, units by names.

    `custom` is the sample of the columns whose values stand under `extra`, by heading.
    """

    __slots__ = ()

    @classmethod
    def blank(cls) -> TaskRow:
        """Return a row of empty texts, to try tags with."""
        return cls(**dict.fromkeys(PRINTED, ""))


def printed_fields(task: Task, number: str, names: Mapping[str, str]) -> dict[str, Any]:
    """Return the printed fields of a task as text; `names` are unit names by id."""
    printed = {name: getattr(task, name) or "" for name in PRINTED} | {"number": number}
    # An id that nobody declared is a finding of `cchc validate`; the draft still shows it.
    texts = {
        name: value if isinstance(value, str) else "; ".join(names.get(one, one) for one in value)
        for name, value in printed.items()
    }
    return {
        **texts,
        "extra": PrintedExtra(
            {extra_heading(extra_name(key)) or "": text for key, text in task.extra.items()}
        ),
    }


@dataclass(frozen=True, slots=True)
class AppendixPaper:
    """`appendix`: its label (Phụ lục I), title in capitals, the line "(Kèm theo ...)", its table.

    `columns` and `rows` are for the table itself and not printed by name.
    """

    label: str
    title: str
    attached: str
    columns: tuple[ColumnHead, ...]
    rows: tuple[AreaRow | TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself; `created` is the plan's date, never the clock's."""

    title: str
    subject: str
    creator: str
    created: str
    kind: str = ""
    """The kind of paper: Kế hoạch, Báo cáo."""
    date: str = ""
    """The day it is dated, 05/01/2026; empty while it has no day."""


class Rows(tuple[object, ...]):
    """The rows of a table: a row of the template that names the list repeats for each of them."""

    __slots__ = ()


FRAME = (
    ("superior",), ("issuer",), ("number_line", "number"), ("date_line",), ("title",), ("recipients",),
    ("signer.authority",), ("signer.post",), ("signer.name",),
)  # fmt: skip
"""What nearly every paper has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every paper of an agency prints: letterhead, title, recipients, signature."""

    PARTS: ClassVar[tuple[tuple[str, ...], ...]]
    """What such a paper may have and its template must print: groups of tags, one of each group
    will do."""

    agency: AgencyNames
    year: str
    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    symbol: str
    number_line: str
    place: str
    date_line: str
    title: str
    recipients: tuple[str, ...]
    signer: SignerLines
    properties: Properties
    plan_id: str = ""
    """The plan that is printed, where the paper is to find its way back to it."""
    appendices: tuple[AppendixPaper, ...] = ()
    """Printed one by one through the section of the template that names `appendix.`."""
    alone: bool = False
    """Whether the appendices are all that the file holds."""

    @property
    def commune(self) -> AgencyNames:
        """Return the agency, as templates written for communes name it."""
        return self.agency

    def names(self) -> dict[str, object]:
        """Return what a tag outside the appendices may name."""
        return {key: getattr(self, key) for key in names_of(type(self))}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPaper(Paper):
    """Everything the paper of one plan prints."""

    PARTS: ClassVar = (
        *FRAME,
        ("decision",), ("bases",), ("opening",), ("body",), ("closing",), ("appendix.label",),
        ("appendix.title",), ("appendix.attached",), ("task.title",),
    )  # fmt: skip

    decision: str
    bases: tuple[str, ...]
    opening: tuple[str, ...]
    body: tuple[Styled, ...]
    closing: tuple[str, ...]


_UNNAMED = ("appendices", "properties", "plan_id", "alone")


def names_of(kind: type[Paper]) -> tuple[str, ...]:
    """Return the names that a template of this kind of paper may use."""
    return (*(f.name for f in fields(kind) if f.name not in _UNNAMED), "commune")
