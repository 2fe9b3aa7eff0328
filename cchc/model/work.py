"""What tasks and sections share: targets, deadlines, reports, records of progress, links."""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from cchc.model.base import Amount, Model, Slug, Text
from cchc.model.dates import PartialDate

TASK_ABOVE = r"^[^#]+#[a-z0-9]+(-[a-z0-9]+)*$"
SEEN = r"^[0-9a-f.-]+$"


class Target(Model):
    """A measurable target: a measure and the value to reach."""

    measure: Text = Field(title="Chỉ tiêu", description="Điều được đo.")
    at_least: Amount | None = Field(default=None, title="Tối thiểu")
    at_most: Amount | None = Field(default=None, title="Tối đa")
    exactly: Amount | None = Field(default=None, title="Đúng bằng")
    unit: Text | None = Field(
        default=None, title="Đơn vị tính", description="Ví dụ: %, điểm, cuộc, sáng kiến."
    )
    previous: Amount | None = Field(
        default=None, title="Năm trước", description="Kết quả của năm trước, nếu kế hoạch nêu."
    )


class Progress(Model):
    """What is recorded as done; a task without a record is "not recorded", never assumed."""

    state: Literal["done", "running", "suspended"] = Field(
        title="Tình trạng",
        description="done: hoàn thành; running: đang thực hiện; suspended: tạm dừng.",
    )
    date: PartialDate | None = Field(
        default=None, title="Ngày", description="Ngày hoàn thành hoặc ngày ghi nhận."
    )
    evidence: Text | None = Field(
        default=None, title="Tài liệu kiểm chứng", description="Ví dụ: 15/BC-UBND."
    )
    note: Text | None = Field(default=None, title="Ghi chú")
    occurrence: Text | None = Field(
        default=None,
        title="Kỳ",
        description="Kỳ của nhiệm vụ định kỳ: 2026-Q2, 2026-06, 2026.",
    )


class Report(Model):
    """To whom a periodic report goes."""

    to: Text | None = Field(
        default=None,
        title="Gửi đến",
        description="Cơ quan nhận báo cáo; bỏ trống khi kế hoạch không ghi.",
    )
    via: Slug | None = Field(
        default=None, title="Qua", description="Mã đơn vị tổng hợp trước khi gửi."
    )


def _as_records(value: Any) -> Any:
    return (value,) if isinstance(value, dict) else value


ProgressRecords = Annotated[
    tuple[Progress, ...],
    BeforeValidator(_as_records, json_schema_input_type=Progress | tuple[Progress, ...]),
]
PROGRESS = Field(
    default=(),
    title="Kết quả thực hiện",
    description="Một bản ghi, hoặc nhiều bản ghi cho các kỳ của nhiệm vụ định kỳ.",
)
INCOMPLETE = Field(
    default=None,
    title="Chưa đầy đủ",
    description="Lý do phần này còn thiếu (ví dụ văn bản gốc mất trang): phần thiếu không bị "
    "báo lỗi nhưng luôn được nhắc.",
)
PRINTED_NUMBER = Field(
    default=None,
    title="Số in",
    description="Chỉ ghi khi bản đã ký in một số khác số mà cchc tự tính.",
)
DEADLINE = Field(
    default=None,
    title="Thời hạn",
    description="Viết như in: Trước 30/11/2026, Quý I/2026, Thường xuyên, Định kỳ hàng quý.",
)
TARGETS = Field(default=(), title="Chỉ tiêu", description="Các chỉ tiêu đo được nêu ở đây.")


class Link(Model):
    """A task of a plan above that a task carries out."""

    task: Annotated[Text, StringConstraints(pattern=TASK_ABOVE)] = Field(
        title="Nhiệm vụ cấp trên",
        description="Mã kế hoạch cấp trên, dấu #, mã nhiệm vụ: tinh/cchc-2026#tap-huan.",
    )
    seen: Annotated[Text, StringConstraints(pattern=SEEN)] | None = Field(
        default=None,
        title="Đã xem",
        description="Dấu của nhiệm vụ cấp trên lúc được xem; cchc tự ghi (“cchc link”).",
    )


def _as_listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) and value != "all" else value


Takers = Annotated[
    Literal["all"] | tuple[Text, ...],
    BeforeValidator(_as_listed, json_schema_input_type=Text | tuple[Text, ...]),
]
