"""The words of a register: the documents that plans cite, each described once.

The register repeats what its keepers write down; whether a document is in force is for them to
say, never for the tool.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cchc.model.base import DIGITS, Model, Slug, Text
from cchc.model.dates import PartialDate


class Entry(Model):
    """One document."""

    key: Slug = Field(title="Khóa", description="Mã ngắn của văn bản, ví dụ nd-118-2025.")
    kind: Text = Field(
        title="Tên loại", description="Nghị quyết, Nghị định, Quyết định, Kế hoạch, Luật..."
    )
    symbol: Text | None = Field(
        default=None,
        title="Số, ký hiệu",
        description="Ví dụ 118/2025/NĐ-CP. Bỏ trống với luật: luật được dẫn theo tên và ngày.",
    )
    date: PartialDate | None = Field(
        default=None,
        title="Ngày ban hành",
        description="Để trống khi chưa tra được: cchc không so sánh điều chưa ghi.",
    )
    issuer: Text | None = Field(
        default=None,
        title="Cơ quan ban hành",
        description="Viết cả địa danh: UBND tỉnh Thái Nguyên. Bỏ trống với luật.",
    )
    title: Text | None = Field(
        default=None,
        title="Trích yếu",
        description="Như bản gốc, bỏ chữ “về” và “về việc” ở đầu. Với luật là tên luật, không có "
        "chữ Luật.",
    )
    amended_by: tuple[Slug, ...] = Field(
        default=(),
        title="Được sửa đổi, bổ sung bởi",
        description="Khóa của các văn bản sửa đổi, bổ sung văn bản này.",
    )
    replaced_by: Slug | None = Field(
        default=None, title="Được thay thế bởi", description="Khóa của văn bản thay thế."
    )
    note: Text | None = Field(
        default=None, title="Ghi chú", description="Nguồn của thông tin, mức độ chắc chắn."
    )


class Register(Model):
    """The whole file `plans/register.yaml`."""

    register_: Annotated[int, Field(ge=1, le=1), DIGITS] = Field(
        alias="register",
        title="Phiên bản định dạng",
        description="Luôn ghi 1.",
    )
    documents: tuple[Entry, ...] = Field(
        title="Văn bản", description="Mỗi văn bản một mục, theo thứ tự tùy ý."
    )

    def get(self, key: str) -> Entry | None:
        """Return the document with this key."""
        return next((entry for entry in self.documents if entry.key == key), None)
