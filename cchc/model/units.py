"""Units and groups of units, as a plan declares them."""

# Annotations are not put off (no `from __future__ import annotations`): pydantic needs every one of
# them at import, and reading them from text costs every command milliseconds.

from typing import Literal

from pydantic import Field

from cchc.model.base import Model, Slug, Text


class Unit(Model):
    """An agency, office or organisation named in the plan."""

    id: Slug = Field(title="Mã", description="Mã ngắn dùng trong tệp, ví dụ vh-xh.")
    name: Text = Field(title="Tên đầy đủ", description="Tên in trong văn bản.")
    aliases: tuple[Text, ...] = Field(
        default=(), title="Tên khác", description="Các cách gọi khác: Phòng VH-XH."
    )
    kind: Literal["own", "village", "party", "front", "outside"] = Field(
        default="own",
        title="Loại",
        description="own: thuộc UBND xã; village: thôn, xóm, tổ dân phố; party: cơ quan Đảng; front: Mặt trận, đoàn thể; "
        "outside: ngoài xã (sở, ngành, doanh nghiệp).",
    )
    head: Text | None = Field(
        default=None,
        title="Chức danh người đứng đầu",
        description="Ví dụ: Trưởng phòng Văn hóa - Xã hội.",
    )


class Group(Model):
    """A collective name, such as "các cơ quan, đơn vị"; views expand it into its members."""

    id: Slug = Field(title="Mã", description="Mã ngắn dùng trong tệp, ví dụ tat-ca.")
    name: Text = Field(title="Tên tập thể", description="Cách gọi in trong văn bản.")
    aliases: tuple[Text, ...] = Field(default=(), title="Tên khác")
    members: Literal["all"] | tuple[Slug, ...] = Field(
        default=(),
        title="Thành viên",
        description="all: mọi đơn vị thuộc UBND xã; hoặc danh sách mã đơn vị; bỏ trống khi tên "
        "này không chỉ đơn vị nào đã khai.",
    )
