"""The rules of the paper itself (V): each fault at its place, and nothing beside it."""

from __future__ import annotations

import pytest

from .marked import Fault, check_fault, codes, find, put

AUTHORITY = "authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"
BASE = "  - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên\n"
SIGNER = f"  signer:\n    {AUTHORITY}\n    post: PHÓ CHỦ TỊCH\n    name: Nguyễn Văn An\n"
TITLE = "title: Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã Định Hóa năm 2026"

FAULTS = [
    Fault("V003", AUTHORITY, "‹authority›: [KT. CHỦ TỊCH]"),
    Fault("V003", AUTHORITY, "authority: [‹TM. UBND›, KT. CHỦ TỊCH]", AUTHORITY),
    Fault("V003", "  issuer: committee\n  signer:\n    authority: [TM. ỦY BAN NHÂN DÂN",
          "  issuer: chairman\n  signer:\n    authority: [‹TM. ỦY BAN NHÂN DÂN›"),
    Fault("V003", "post: PHÓ CHỦ TỊCH", "post: ‹CHỦ TỊCH›"),
    Fault("V003", f"{AUTHORITY}\n    post: PHÓ CHỦ TỊCH",
          "authority: [TM. ỦY BAN NHÂN DÂN]\n    post: ‹PHÓ CHỦ TỊCH›"),
    Fault("V004", f"document:\n  symbol: KH-UBND\n  date: 01/2026\n  {TITLE}\n"
          f"  issuer: committee\n{SIGNER}",
          f"‹document›:\n  symbol: KH-UBND\n  date: 01/2026\n  {TITLE}\n  issuer: committee\n"),
    Fault("V005", "symbol: KH-UBND", "symbol: ‹BC-UBND›"),
    Fault("C002", "symbol: KH-UBND", "symbol: ‹KHUBND›", "symbol: KH-UBND"),
    Fault("V005", "symbol: KH-UBND", "symbol: ‹05/KH-UBND›"),
    Fault("V005", "  symbol: KH-UBND\n", "  decision: {symbol: ‹TB-UBND›, issuer: UBND xã}\n"),
    Fault("V003", "  symbol: KH-UBND\n",
          "  decision: {symbol: QĐ-UBND, issuer: ‹Chủ tịch UBND xã Định Hóa›}\n"),
    Fault("V006", "report: {to: Sở Nội vụ, via", "report: {to: ‹UBND tỉnh›, via"),
    Fault("V008", "- Sở Nội vụ\n", "- Sở Nội vụ‹;›\n", "- Sở Nội vụ\n"),
    Fault("V008", "- Thường trực HĐND xã\n", '- "‹- ›Thường trực HĐND xã"\n',
          '- "Thường trực HĐND xã"\n'),
    Fault("V008", "VT, VHXH", "VT, VHXH‹.›", "VT, VHXH"),
    Fault("V009", "hành chính của xã", "hành chính của xã‹./.›", "hành chính của xã"),
    Fault("V010", BASE, BASE.replace("\n", "‹;›\n"), BASE),
    Fault("V011", BASE, BASE.replace("\n", "; ‹Quyết định số 2347/QĐ-UBND ngày\n    17/12/2025 của UBND "
          "tỉnh Thái Nguyên›\n")),
    Fault("V012", BASE, BASE.replace("Thực hiện Kế hoạch", "‹Kế hoạch›"),
          BASE.replace("Thực hiện", "Căn cứ")),
    Fault("V013", TITLE, f"{TITLE}‹.›", TITLE),
]  # fmt: skip

SILENT = [
    ("V003", "name: Nguyễn Văn An", "name: Nguyễn Văn Phó"),
    ("V003", AUTHORITY, "authority: [TL. CHỦ TỊCH]"),
    ("V003", AUTHORITY, "authority: [TM. UỶ BAN NHÂN DÂN, KT. CHỦ TỊCH]"),
    ("V005", "symbol: KH-UBND", "symbol: KH-PVHXH"),
    ("V005", "  symbol: KH-UBND\n",
     "  decision: {symbol: QĐ-UBND, issuer: Chủ tịch UBND xã}\n"),
    ("V006", "- Sở Nội vụ\n", "- Sở Nội vụ tỉnh Thái Nguyên\n"),
    ("V006", "report: {to: Sở Nội vụ", "report: {to: UBND xã và cơ quan có thẩm quyền"),
    ("V007", '  archive: "Lưu: VT, VHXH"\n',
     "  decision: {symbol: QĐ-UBND, issuer: Chủ tịch UBND xã}\n"),
    ("V009", "hành chính của xã", "hành chính của xã."),
    ("V011", BASE, BASE.replace("\n", " về việc sửa đổi Kế hoạch số 12/KH-UBND ngày 05/3/2025\n")),
    ("V012", BASE, BASE.replace("Thực hiện", "Xét đề nghị tại")),
    ("V013", "title: Phân công thực hiện Kế hoạch\n", "title: Danh mục nhiệm vụ...\n"),
    ("V014", "date: 01/2026", "date: 31/12/2025"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.code} {f.new[:24]!r}")
def test_a_fault_of_the_paper_is_found_at_its_place(fault):
    check_fault(fault)


@pytest.mark.parametrize(("code", "old", "new"), SILENT)
def test_what_only_looks_like_a_fault_is_left_alone(code, old, new):
    assert code not in codes(old, new)


def test_a_missing_archive_line_is_said_at_the_document():
    assert codes('  archive: "Lưu: VT, VHXH"\n', "") == {"V007"}


def test_a_date_far_from_the_year_is_said_at_the_date():
    found = [
        one for one in find(put("date: 01/2026", "date: 01/2024")) if one.finding.code == "V014"
    ]
    assert [one.span[:4] for one in found] == [(9, 9, 9, 16)]
