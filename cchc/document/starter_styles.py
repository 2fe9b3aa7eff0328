"""The styles of the first template, as data: one line a style, sizes and places by the decree.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (cỡ chữ, kiểu chữ, canh lề, thụt đầu dòng). Lengths are
in millimetres, sizes and spacing in points.
"""

from __future__ import annotations

from typing import NamedTuple

from cchc.document.paper import (
    STYLE_DASH,
    STYLE_PART,
    STYLE_POINT,
    STYLE_REFERENCE,
    STYLE_SECTION,
    STYLE_TEXT,
)


class StyleSpec(NamedTuple):
    """One paragraph style: id, name, based on, size, letters, place of the text, spacing."""

    id: str
    name: str
    size: float
    marks: str = ""
    """b bold, i italic, n keep with next, l a line drawn above."""
    align: str = "left"
    first_line: float = 0
    before: float = 0
    after: float = 0
    line: str = "240 auto"
    level: int | None = None
    """Level in the navigation pane, from 0."""


def _body(id_: str, name: str, marks: str = "", level: int | None = None) -> StyleSpec:
    return StyleSpec(id_, name, 14, marks, "both", 12.7, 6, 0, "276 auto", level)


def _centred(
    id_: str, name: str, size: float, marks: str = "", before: float = 0, after: float = 0
) -> StyleSpec:
    return StyleSpec(id_, name, size, marks, "center", 0, before, after)


STYLES = (
    _centred("CoQuanChuQuan", "Cơ quan chủ quản", 13),
    _centred("CoQuanBanHanh", "Cơ quan ban hành", 13, "b"),
    _centred("QuocHieu", "Quốc hiệu", 13, "b"),
    _centred("TieuNgu", "Tiêu ngữ", 14, "b"),
    _centred("SoKyHieu", "Số và ký hiệu", 13, before=6),
    _centred("DiaDanhNgay", "Địa danh và ngày", 14, "i", before=6),
    _centred("TenLoai", "Tên loại", 14, "bn", before=18),
    _centred("TrichYeu", "Trích yếu", 14, "bn"),
    _centred("KemTheo", "Kèm theo", 14, "in"),
    StyleSpec("DuongKeDai", "Đường kẻ dài", 2, "l", "center", before=3, line="60 exact"),
    StyleSpec("DuongKeNgan", "Đường kẻ ngắn", 2, "l", "center", before=3, line="60 exact"),
    _body("CanCu", "Căn cứ", "i"),
    _body("NoiDung", STYLE_TEXT),
    _body("GachDauDong", STYLE_DASH),
    _body("CauDanPhuLuc", STYLE_REFERENCE, "i"),
    _body("TieuDePhan", STYLE_PART, "bn", 0),
    _body("TieuDeMuc", STYLE_SECTION, "bn", 1),
    _body("TieuDeDiem", STYLE_POINT, "n", 2),
    _body("LoiKet", "Lời kết", "n"),
    StyleSpec("NoiNhan", "Nơi nhận", 12, "bin"),
    StyleSpec("DanhSachNoiNhan", "Danh sách nơi nhận", 11, "n"),
    _centred("ChucVu", "Chức vụ người ký", 14, "bn"),
    _centred("HoTen", "Họ tên người ký", 14, "bn", before=72),
    _centred("SoTrang", "Số trang", 14),
    StyleSpec("SoPhuLuc", "Số phụ lục", 14, "bn", "center", level=0),
    _centred("TenPhuLuc", "Tên phụ lục", 14, "bn"),
    _centred("TieuDeCot", "Tiêu đề cột", 12, "bn", before=2, after=2),
    StyleSpec("OBang", "Ô bảng", 12),
    _centred("OBangGiua", "Ô bảng giữa", 12),
    StyleSpec("OBangNghieng", "Ô bảng nghiêng", 12, "i"),
    _centred("KyTen", "Ký tên", 13, "in"),
    StyleSpec("NhomBang", "Nhóm trong bảng", 12, "bn"),
    _centred("SoNhomBang", "Số nhóm trong bảng", 12, "bn"),
    StyleSpec("NhomConBang", "Nhóm con trong bảng", 12, "bin"),
    _centred("SoNhomConBang", "Số nhóm con trong bảng", 12, "bin"),
    StyleSpec("CuoiPhan", "Cuối phần", 1, line="20 exact"),
)
