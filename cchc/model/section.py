"""The body of a plan: parts, sections, points and dash items."""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cchc.model.base import ANY_TEXT, Model, Slug, Text
from cchc.model.subject import Subject
from cchc.model.work import (
    DEADLINE,
    INCOMPLETE,
    PRINTED_NUMBER,
    PROGRESS,
    TARGETS,
    ProgressRecords,
    Report,
    Target,
)

Numbering = Literal["roman", "arabic", "decimal", "letter", "dash", "none"]
SectionRole = Literal[
    "purpose",
    "requirements",
    "goals",
    "contents",
    "solutions",
    "assignment",
    "funding",
    "organization",
    "reporting",
    "appendix",
]


class Section(Model):
    """A piece of the body: a part (I.), section (1.), point (a) or dash item, with what it holds.

    A section that names `units` is a duty of theirs; one that has a `report` is a rule of the
    reporting regime. A bare text stands for a section with nothing but `text`.
    """

    id: Slug | None = Field(
        default=None,
        title="Mã",
        description="Mã ngắn, không đổi; nên có khi mục có thời hạn để ghi kết quả thực hiện.",
    )
    role: SectionRole | None = Field(
        default=None,
        title="Vai trò",
        description="purpose: mục đích; requirements: yêu cầu; goals: mục tiêu; contents: nội "
        "dung, nhiệm vụ; solutions: giải pháp; assignment: phân công nhiệm vụ; funding: kinh "
        "phí; organization: tổ chức thực hiện; reporting: chế độ báo cáo; appendix: câu dẫn "
        "chiếu phụ lục.",
    )
    subject: Subject | None = Field(
        default=None, title="Lĩnh vực", description="Lĩnh vực cải cách hành chính của mục."
    )
    number: Text | None = PRINTED_NUMBER
    title: Text | None = Field(
        default=None, title="Tiêu đề", description="Không gõ số thứ tự: cchc tự đánh số."
    )
    text: Text | None = Field(
        default=None, title="Nội dung", description="Mỗi dòng là một đoạn văn."
    )
    units: tuple[Slug, ...] = Field(
        default=(),
        title="Đơn vị",
        description="Mã đơn vị được giao: mọi nội dung bên trong là nhiệm vụ của các đơn vị này.",
    )
    support: tuple[Slug, ...] = Field(
        default=(),
        title="Phối hợp",
        description="Mã các đơn vị phối hợp trong nhiệm vụ có thời hạn của mục này.",
    )
    leads: tuple[Subject, ...] = Field(
        default=(), title="Chủ trì lĩnh vực", description="Các lĩnh vực đơn vị chủ trì theo mục."
    )
    deadline: Text | None = DEADLINE
    report: Report | None = Field(
        default=None,
        title="Chế độ báo cáo",
        description="Ghi khi mục này quy định một loại báo cáo; kỳ hạn ghi ở deadline.",
    )
    targets: tuple[Target, ...] = TARGETS
    progress: ProgressRecords = PROGRESS
    incomplete: Text | None = INCOMPLETE
    numbering: Numbering | None = Field(
        default=None,
        title="Cách đánh số các mục con",
        description="roman: I.; arabic: 1.; decimal: 2.1.; letter: a); dash: gạch đầu dòng; "
        "none: đoạn văn không đánh số. Bỏ trống: phần I. có khoản 1.; trong khoản là điểm a) khi "
        "điểm còn chia nhỏ, nếu không là gạch đầu dòng; trong gạch đầu dòng là dấu +.",
    )
    items: tuple["Section", ...] = Field(default=(), title="Các mục con")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        own = handler(schema)
        resolved = handler.resolve_ref_schema(own)
        fields = dict(resolved)
        resolved.clear()
        resolved["anyOf"] = [dict(ANY_TEXT), fields]
        return own
