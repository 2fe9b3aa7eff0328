"""Builds the first template of phiếu giao việc; from then on the .docx is the source."""

from __future__ import annotations

from cchc.document.starter_kit import (
    Col,
    cell,
    letterhead,
    p,
    package,
    page,
    row,
    rows_table,
    table,
)

_AFTER = '<w:spacing w:after="120"/>'
_LED = (
    Col("TT", 14, "OBangGiua", ("{{ led.number }}",)),
    Col("Nhiệm vụ", 49, "OBang", ("{{ led.title }}",), "{{ led.through }}"),
    Col("Yêu cầu, sản phẩm", 30, "OBang", ("{{ led.requirement }}", "{{ led.product }}")),
    Col("Thời hạn", 29, "OBangGiua", ("{{ led.deadline }}", "{{ led.due }}")),
    Col("Phối hợp", 25, "OBang", ("{{ led.support }}",)),
    Col("Người thực hiện", 18, "OBang", ("{{ led.officer }}",)),
)
_SUPPORTED = (
    Col("TT", 14, "OBangGiua", ("{{ supported.number }}",)),
    Col("Nhiệm vụ", 68, "OBang", ("{{ supported.title }}",), "{{ supported.through }}"),
    Col("Thời hạn", 29, "OBangGiua", ("{{ supported.deadline }}", "{{ supported.due }}")),
    Col("Chủ trì", 36, "OBang", ("{{ supported.lead }}",)),
    Col("Người thực hiện", 18, "OBang", ()),
)
_REPORTS = (
    Col("Mục", 20, "OBangGiua", ("{{ report.number }}",)),
    Col("Nội dung báo cáo", 57, "OBang", ("{{ report.title }}",), "{{ report.through }}"),
    Col("Kỳ báo cáo", 20, "OBangGiua", ("{{ report.cadence }}",)),
    Col("Thời hạn", 34, "OBang", ("{{ report.deadline }}", "{{ report.due }}")),
    Col("Gửi đến", 34, "OBang", ("{{ report.to }}",), "{{ report.via }}"),
)


def starter_template() -> bytes:
    """Return the template as a .docx."""
    return package(
        letterhead()
        + p("TenLoai", "PHIẾU GIAO VIỆC")
        + p("TrichYeu", "{{ title }}")
        + p("DuongKeNgan", "", f'<w:spacing w:after="{12 * 20}"/>')
        + p("CanCu", "Căn cứ {{ plan }} về {{ plan_title }}.")
        + p(
            "NoiDung",
            "Ủy ban nhân dân {{ commune.level }} {{ commune.name }} giao {{ unit.name }} thực hiện "
            "các nhiệm vụ sau:",
        )
        + p("TieuDePhan", "I. TRÁCH NHIỆM ĐƯỢC PHÂN CÔNG")
        + p("NoiDung", "{{ duties }}")
        + p("NoiDung", "{% if not duties %}Không quy định riêng.{% endif %}")
        + p("TieuDePhan", "II. NHIỆM VỤ CHỦ TRÌ", _AFTER)
        + rows_table(_LED)
        + p("NoiDung", "{% if not led %}Không có.{% endif %}")
        + p("TieuDePhan", "III. NHIỆM VỤ PHỐI HỢP", _AFTER)
        + rows_table(_SUPPORTED)
        + p("NoiDung", "{% if not supported %}Không có.{% endif %}")
        + p("TieuDePhan", "IV. CHẾ ĐỘ BÁO CÁO", _AFTER)
        + rows_table(_REPORTS)
        + p("NoiDung", "{% if not report %}Không quy định riêng.{% endif %}")
        + p(
            "LoiKet",
            "Đề nghị {{ unit.name }} tổ chức thực hiện đúng nội dung, thời hạn nêu trên; có khó "
            "khăn, vướng mắc thì báo cáo Ủy ban nhân dân {{ commune.level }} để được xem xét, "
            "giải quyết./.",
        )
        + _signature()
        + p("CuoiPhan", "")
        + page(landscape=False)
    )


def _signature() -> str:
    recipients = p("NoiNhan", "Nơi nhận:") + p("DanhSachNoiNhan", "{{ recipients }}")
    receiver = (
        p("ChucVu", "NGƯỜI NHẬN VIỆC")
        + p("ChucVu", "{{ unit.head|upper }}")
        + p("KyTen", "(Ký, ghi rõ họ tên)")
    )
    giver = (
        p("ChucVu", "{{ signer.authority }}")
        + p("ChucVu", "{{ signer.post }}")
        + p("HoTen", "{{ signer.name }}")
    )
    widths = (48, 55, 62)
    cells = (cell(mm, text) for mm, text in zip(widths, (recipients, receiver, giver), strict=True))
    return table(widths, row(*cells), borders=False, margin=0, above=12)
