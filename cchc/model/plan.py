"""The whole plan: frozen pydantic types, one for each concept of docs/glossary.md.

A YAML key is a field here and a variable in templates. Every scalar arrives as text. Titles and
descriptions are Vietnamese, because the exported JSON Schema shows them to whoever edits a plan.
"""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, PrivateAttr, Tag, ValidationInfo
from pydantic_core import PydanticCustomError, PydanticKnownError

from cchc.model.agency import Agency, Commune
from cchc.model.announced import NOTHING, Announced
from cchc.model.base import DIGITS, Model, Text, build_validator
from cchc.model.criteria import PRINTED_OF_CRITERIA, Criterion
from cchc.model.document import Base, Document
from cchc.model.field_kinds import CUSTOM, extra_name
from cchc.model.plan_kinds import KINDS
from cchc.model.section import Section
from cchc.model.subject import Subject
from cchc.model.task import PRINTED, Task
from cchc.model.units import Group, Unit
from cchc.model.work import INCOMPLETE, PRINTED_NUMBER, TARGETS, Target

if TYPE_CHECKING:
    Kind = str
else:
    Kind = Literal[tuple(KINDS)]


def _row_kind(value: Any) -> str:
    holds_tasks = "tasks" in value if isinstance(value, dict) else isinstance(value, Area)
    return "area" if holds_tasks else "task"


AppendixRow = Annotated[
    Annotated[Task, Tag("task")] | Annotated["Area", Tag("area")], Discriminator(_row_kind)
]


class Area(Model):
    """A heading inside an appendix table (lĩnh vực, nhóm tiêu chí) and what stands under it."""

    title: Text = Field(title="Tên lĩnh vực", description="Dòng nhóm trong bảng phụ lục.")
    number: Text | None = PRINTED_NUMBER
    criterion: Text | None = Field(
        default=None,
        title="Tiêu chí",
        description="Số của lĩnh vực, tiêu chí trong criteria mà dòng này in điểm.",
    )
    subject: Subject | None = Field(
        default=None,
        title="Lĩnh vực chuẩn",
        description="Lĩnh vực cải cách hành chính mà nhóm này thuộc về, để tổng hợp báo cáo.",
    )
    tasks: tuple[AppendixRow, ...] = Field(
        title="Nhiệm vụ",
        description="Các nhiệm vụ theo thứ tự in; một mục lại có tasks là nhóm con.",
    )


if TYPE_CHECKING:
    ColumnKey = str
else:
    ColumnKey = Literal[(*PRINTED, *PRINTED_OF_CRITERIA, CUSTOM)]


class Column(Model):
    """One column of the appendix table."""

    key: ColumnKey = Field(
        title="Nội dung cột",
        description="Trường của nhiệm vụ in ở cột này; custom: cột riêng, nội dung ghi ở extra của nhiệm "
        "vụ theo tiêu đề cột.",
    )
    heading: Text = Field(title="Tiêu đề cột")
    spanner: Text | None = Field(
        default=None,
        title="Tiêu đề chung",
        description="Dòng tiêu đề trên, gộp các cột liền nhau có cùng tiêu đề chung.",
    )

    @property
    def name(self) -> str:
        """The field it prints; of a custom column the name of its heading."""
        apart = self.key == CUSTOM or self.key in PRINTED_OF_CRITERIA
        return extra_name(self.heading) if apart else self.key


class Appendix(Model):
    """A phụ lục: as a rule the table that assigns the tasks."""

    title: Text = Field(title="Tên phụ lục", description="In hoa khi in ra.")
    incomplete: Text | None = INCOMPLETE
    columns: tuple[Column, ...] = Field(
        default=(), title="Các cột", description="Các cột của bảng, theo thứ tự in."
    )
    numbering: Literal["running", "area", "level"] = Field(
        default="running",
        title="Cách đánh số nhiệm vụ",
        description="running: 1, 2, 3... suốt bảng; area: mỗi lĩnh vực đánh lại từ 1; "
        "level: 1.1, 1.2, 2.1.1 theo nhóm.",
    )
    area_numbering: Literal["roman", "arabic", "letter", "latin"] = Field(
        default="roman",
        title="Cách đánh số lĩnh vực",
        description="roman: I, II; arabic: 1, 2; letter: A, B, C, D, Đ, E, G; latin: A, B, C, D, E, F.",
    )
    areas: tuple[Area, ...] = Field(default=(), title="Các lĩnh vực")
    tasks: tuple[Task, ...] = Field(
        default=(), title="Nhiệm vụ", description="Dùng khi bảng không chia lĩnh vực."
    )


_OF_SECTIONS = frozenset(Section.model_fields) - frozenset(Task.model_fields)


def _withdrawn_kind(value: Any) -> str:
    if isinstance(value, dict):
        return "section" if "title" not in value or _OF_SECTIONS & value.keys() else "task"
    return "section" if isinstance(value, Section) else "task"


Withdrawn = Annotated[
    Annotated[Task, Tag("task")] | Annotated[Section, Tag("section")],
    Discriminator(_withdrawn_kind),
]
"""Work taken out of the plan, with the records it has."""


def _one_of_two(value: Any, info: ValidationInfo) -> Any:
    """Ask for a commune where no agency is named, and for no commune where one is."""
    agency = "agency" not in info.data or info.data["agency"]  # absent: it has faults of its own
    if value is None and not agency:
        raise PydanticKnownError("missing")
    if value is not None and agency:
        raise PydanticCustomError("two_agencies", "both commune and agency")
    return value


def _tasks(row: Area | Task) -> Iterator[Task]:
    if isinstance(row, Task):
        yield row
        return
    for one in row.tasks:
        yield from _tasks(one)


class Plan(Model):
    """One plan of one agency and year: the whole file."""

    cchc: Annotated[int, Field(ge=1, le=1), DIGITS] = Field(
        title="Phiên bản định dạng",
        description="Luôn ghi 1.",
    )
    kind: Kind = Field(
        title="Loại kế hoạch",
        description="; ".join(f"{key}: {kind.described}" for key, kind in KINDS.items()) + ".",
    )
    year: Annotated[int, Field(ge=2000, le=2100), DIGITS] = Field(title="Năm kế hoạch")
    status: Literal["draft", "issued"] = Field(
        default="draft", title="Trạng thái", description="draft: dự thảo; issued: đã ban hành."
    )
    before: Literal["exclusive", "inclusive"] = Field(
        default="exclusive",
        title="Cách hiểu chữ “trước”",
        description="exclusive: trước 30/11 là hết ngày 29/11; inclusive: hết ngày 30/11.",
    )
    agency: Agency | None = Field(
        default=None,
        title="Cơ quan",
        description="Cơ quan có kế hoạch, khi không phải xã, phường, đặc khu: tỉnh, thành phố, sở, phòng...",
    )
    commune: Annotated[Commune | None, BeforeValidator(_one_of_two)] = Field(
        default=None,
        validate_default=True,
        title="Xã, phường, đặc khu",
        description="Xã, phường, đặc khu có kế hoạch; cơ quan khác thì ghi agency.",
    )
    document: Document = Field(title="Văn bản", description="Thể thức của văn bản kế hoạch.")
    bases: tuple[Base, ...] = Field(
        default=(),
        title="Căn cứ",
        description="Mỗi căn cứ một dòng, viết cả chữ Căn cứ hoặc Thực hiện, không có dấu cuối; "
        "hoặc dẫn theo khóa của danh mục văn bản: {cite: nq-76-2021, word: Căn cứ}.",
    )
    opening: Text | None = Field(
        default=None, title="Lời dẫn", description="Đoạn đứng giữa căn cứ và phần I."
    )
    units: tuple[Unit, ...] = Field(
        min_length=1, title="Đơn vị", description="Mọi đơn vị được nêu tên, mỗi đơn vị một lần."
    )
    groups: tuple[Group, ...] = Field(
        default=(), title="Tên tập thể", description="Các cách gọi chung nhiều đơn vị."
    )
    targets: tuple[Target, ...] = TARGETS
    body: tuple[Section, ...] = Field(
        min_length=1, title="Nội dung", description="Các phần I., II., III. của kế hoạch."
    )
    closing: Text | None = Field(
        default=None, title="Lời kết", description="Đoạn cuối; cchc tự thêm dấu ./."
    )
    appendices: tuple[Appendix, ...] = Field(default=(), title="Phụ lục")
    criteria: tuple[Criterion, ...] = Field(
        default=(),
        title="Tiêu chí và điểm",
        description="Bảng điểm Chỉ số cải cách hành chính: lĩnh vực, tiêu chí, tiêu chí thành phần.",
    )
    withdrawn: tuple[Withdrawn, ...] = Field(
        default=(),
        title="Đã rút",
        description="Nhiệm vụ, mục đã bỏ khỏi kế hoạch nhưng có kết quả đã ghi: giữ lại để không "
        "mất kết quả; không tính, không in.",
    )
    unplaced: tuple[Text, ...] = Field(
        default=(),
        title="Chưa xếp chỗ",
        description="Đoạn văn cchc import đọc được mà chưa biết thuộc phần nào; người soạn "
        "chuyển vào đúng chỗ rồi xóa.",
    )

    _announced: Announced = PrivateAttr(NOTHING)

    @property
    def announced(self) -> Announced:
        """Return the days off and working days announced in the workspace that the plan lies in."""
        return self._announced

    def reckoned_with(self, announced: Announced) -> Self:
        """Return the plan with the days that are `announced` in its workspace."""
        if announced == NOTHING:
            return self
        plan = self.model_copy()
        plan._announced = announced
        return plan

    @cached_property
    def owner(self) -> Agency:
        """Return the agency whose plan it is, also where the plan names it under `commune`."""
        if self.agency is not None:
            return self.agency
        build_validator(Agency)
        return Agency.model_validate(dict(self.commune or ()))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return every task of every appendix, in printed order."""
        found: list[Task] = []
        for appendix in self.appendices:
            found += (task for area in appendix.areas for task in _tasks(area))
            found += appendix.tasks
        return tuple(found)

    @property
    def owner_key(self) -> str:
        """Return the key under which the plan names its owner."""
        return "agency" if self.agency else "commune"

    @property
    def issued(self) -> date | None:
        """The day that the plan itself is dated; None while a part of the date is blank."""
        return self.document.date.full if self.document.date else None

    @property
    def declared(self) -> tuple[Unit | Group, ...]:
        """Every unit and group, in the order of their declaration."""
        both: list[Unit | Group] = [*self.units, *self.groups]
        return tuple(both)

    @property
    def unit_names(self) -> dict[str, str]:
        """The printed name of each unit and group, by its id."""
        return {unit.id: unit.name for unit in self.declared}
