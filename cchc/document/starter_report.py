"""Builds the first template of the periodic report; from then on the .docx is the source."""

from __future__ import annotations

from cchc.document.starter_kit import Col, letterhead, p, package, page, rows_table, signature

_AFTER = f'<w:spacing w:after="{12 * 20}"/>'
_FIELDS = (
    ("TT", 12, "number"), ("Lĩnh vực", 59, "name"), ("Tổng số", 16, "total"),
    ("Hoàn thành đúng hạn", 20, "done"), ("Hoàn thành sau hạn", 20, "done_late"),
    ("Tỷ lệ hoàn thành (%)", 20, "percent"), ("Quá hạn", 16, "overdue"),
    ("Sắp đến hạn", 16, "due"), ("Đang thực hiện", 17, "running"),
    ("Tạm dừng", 16, "suspended"), ("Chưa ghi nhận", 18, "not_recorded"),
    ("Thường xuyên, chưa rõ hạn", 22, "apart"),
)  # fmt: skip
_OVERDUE = (
    ("TT", 18, "number"), ("Nhiệm vụ", 88, "title"), ("Chủ trì", 46, "lead"),
    ("Ngày đến hạn", 26, "due"), ("Số ngày quá hạn", 20, "days"), ("Lý do", 54, "reason"),
)  # fmt: skip
_FINISHED = (
    ("TT", 18, "number"), ("Nhiệm vụ", 84, "title"), ("Chủ trì", 46, "lead"),
    ("Ngày đến hạn", 26, "due"), ("Ngày hoàn thành", 26, "date"), ("Kết quả", 22, "state"),
    ("Tài liệu kiểm chứng", 30, "evidence"),
)  # fmt: skip
_COMING = (
    ("TT", 18, "number"), ("Nhiệm vụ", 88, "title"), ("Chủ trì", 44, "lead"),
    ("Phối hợp", 44, "support"), ("Ngày đến hạn", 28, "due"), ("Tình trạng", 30, "state"),
)  # fmt: skip
_LEFT = ("title", "name", "lead", "support", "reason", "evidence")


def starter_template() -> bytes:
    """Return the template as a .docx."""
    return package(
        letterhead()
        + p("TenLoai", "BÁO CÁO")
        + p("TrichYeu", "{{ title }}")
        + p("DuongKeNgan", "", _AFTER)
        + p(
            "NoiDung",
            "Thực hiện {{ plan }} về {{ plan_title }}, Ủy ban nhân dân {{ commune.level }} "
            "{{ commune.name }} báo cáo kết quả {{ period }} như sau (số liệu tính từ đầu năm đến "
            "ngày {{ as_of }}):",
        )
        + p("TieuDePhan", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
        + p("NoiDung", "{{ steering }}")
        + p("TieuDePhan", "II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH")
        + p("NoiDung", "{{ results }}")
        + p(
            "NoiDung",
            "{% if labels.finished %}Nhiệm vụ đã hoàn thành và tài liệu kiểm chứng nêu tại "
            "{{ labels.finished }}.{% endif %}",
        )
        + p("TieuDePhan", "III. ĐÁNH GIÁ CHUNG")
        + p("TieuDeMuc", "1. Kết quả nổi bật")
        + p("NoiDung", "{{ highlights }}")
        + p("TieuDeMuc", "2. Tồn tại, hạn chế")
        + p("NoiDung", "{{ shortcomings }}")
        + p("TieuDeMuc", "3. Nguyên nhân")
        + p("NoiDung", "{{ causes }}")
        + p("TieuDePhan", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI")
        + p("NoiDung", "{{ ahead }}")
        + p("TieuDePhan", "V. KIẾN NGHỊ, ĐỀ XUẤT")
        + p("NoiDung", "{{ proposals }}")
        + p(
            "LoiKet",
            "Trên đây là Báo cáo kết quả {{ subject }} {{ period }} của Ủy ban nhân dân "
            "{{ commune.level }} {{ commune.name }}./.",
        )
        + signature()
        + p("CuoiPhan", "", page(landscape=False))
        + _appendix("field", "Số liệu thực hiện nhiệm vụ theo lĩnh vực", _FIELDS, total=True)
        + p("CuoiPhan", "", page(landscape=True))
        + _appendix("overdue", "Nhiệm vụ quá hạn chưa ghi nhận hoàn thành", _OVERDUE)
        + p("CuoiPhan", "", page(landscape=True))
        + _appendix("finished", "Nhiệm vụ đã hoàn thành và tài liệu kiểm chứng", _FINISHED)
        + p("CuoiPhan", "", page(landscape=True))
        + _appendix("coming", "Nhiệm vụ đến hạn trong kỳ tới", _COMING)
        + p("CuoiPhan", "")
        + page(landscape=True)
    )


def _appendix(
    name: str, title: str, columns: tuple[tuple[str, float, str], ...], *, total: bool = False
) -> str:
    made = [
        Col(heading, mm, "OBang" if key in _LEFT else "OBangGiua", (_tag(name, key),))
        for heading, mm, key in columns
    ]
    closing = [_tag("whole", key) for _, _, key in columns] if total else []
    return (
        p("SoPhuLuc", f"{{{{ labels.{name} }}}}")
        + p("TenPhuLuc", title.upper())
        + p("KemTheo", "{{ attached }}", _AFTER)
        + rows_table(made, closing)
    )


def _tag(name: str, key: str) -> str:
    return f"{{{{ {name}.{key} }}}}"
