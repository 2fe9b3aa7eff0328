"""Letterhead, number, date, title, decision: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II."""

from __future__ import annotations

import pytest

from cchc.document.context import plan_context
from cchc.document.metrics import width_mm
from cchc.word.markup import int_of, w
from tests.document.conftest import DECISION, plan_of

BLANK = "\N{NO-BREAK SPACE}" * 6


def test_letterhead_has_the_words_of_the_decree_in_their_styles(paper):
    made = paper()
    assert made.by_style("Cơ quan ban hành") == ["ỦY BAN NHÂN DÂN", "XÃ ĐỊNH HÓA"]
    assert made.by_style("Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert made.by_style("Tiêu ngữ") == ["Độc lập - Tự do - Hạnh phúc"]
    assert made.by_style("Cơ quan chủ quản") == []


def test_a_superior_stands_above_the_agency(paper):
    made = paper(document={"superior": "UBND tỉnh Thái Nguyên"})
    assert made.texts()[:2] == ["UBND TỈNH THÁI NGUYÊN", "ỦY BAN NHÂN DÂN"]


def test_a_long_agency_name_is_broken_into_balanced_lines(paper):
    made = paper(commune={"level": "phường", "name": "Nguyễn Thị Minh Khai"})
    assert made.by_style("Cơ quan ban hành") == [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG NGUYỄN",
        "THỊ MINH KHAI",
    ]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("5", "Số: 05/KH-UBND"),
        ("15", "Số: 15/KH-UBND"),
        ("01", "Số: 01/KH-UBND"),
        ("7a", "Số: 07a/KH-UBND"),
        (None, f"Số: {BLANK}/KH-UBND"),
    ],
)
def test_number_is_padded_or_left_blank(paper, number, printed):
    assert paper(document={"number": number}).by_style("Số và ký hiệu") == [printed]


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("05/01/2026", "Định Hóa, ngày 05 tháng 01 năm 2026"),
        ("2026-12-31", "Định Hóa, ngày 31 tháng 12 năm 2026"),
        ("9/3/2026", "Định Hóa, ngày 09 tháng 3 năm 2026"),
        ("4/2026", f"Định Hóa, ngày {BLANK} tháng 4 năm 2026"),
        ("02/2026", f"Định Hóa, ngày {BLANK} tháng 02 năm 2026"),
        (None, f"Định Hóa, ngày {BLANK} tháng {BLANK} năm 2026"),
    ],
)
def test_date_in_words_is_padded_by_the_decree(paper, date, printed):
    assert paper(document={"date": date}).by_style("Địa danh và ngày") == [printed]


def test_place_may_differ_from_the_commune_and_a_long_one_goes_on_a_line_of_its_own(paper):
    assert paper(document={"place": "Chợ Chu"}).by_style("Địa danh và ngày") == [
        "Chợ Chu, ngày 05 tháng 01 năm 2026"
    ]
    made = paper(document={"place": "Nguyễn Thị Minh Khai"})
    date = next(p for p in made.all("p") if made.style(p) == "Địa danh và ngày")
    assert [t.text for t in date.iter(w("t"))] == [
        "Nguyễn Thị Minh Khai,",
        "ngày 05 tháng 01 năm 2026",
    ]
    assert len(list(date.iter(w("br")))) == 1


def test_a_plan_issued_with_a_decision_has_no_number_date_signature_or_recipients(paper):
    made = paper(document={"decision": DECISION, "signer": None})
    assert made.by_style("Số và ký hiệu") == []
    assert made.by_style("Địa danh và ngày") == []
    assert made.by_style("Nơi nhận") == []
    assert made.by_style("Danh sách nơi nhận") == []
    assert made.by_style("Chức vụ người ký") == []
    line = (
        f"(Kèm theo Quyết định số {BLANK}/QĐ-UBND ngày {BLANK} tháng 01 năm 2026"
        "của Chủ tịch UBND xã Thanh Miện)"
    )
    assert made.by_style("Kèm theo")[0] == line
    assert len(made.body.findall(w("tbl"))) == 2  # the letterhead and the appendix
    assert len(made.table(0).findall(w("tr"))) == 1


def test_a_decision_with_number_and_day_is_printed_in_full():
    decision = DECISION | {"number": "7", "date": "31/12/2025"}
    line = plan_context(plan_of(document={"decision": decision})).decision
    assert line == (
        "(Kèm theo Quyết định số 07/QĐ-UBND ngày 31 tháng 12 năm 2025\n"
        "của Chủ tịch UBND xã Thanh Miện)"
    )


def line_mm(made, style, width_twips, nth=0):
    line = [p for p in made.all("p") if made.style(p) == style][nth]
    look = line.find(w("pPr"))
    assert not made.words(line)
    indents = int_of(look, "ind", "left", -1) + int_of(look, "ind", "right", -1)
    return (width_twips - indents) * 25.4 / 1440


def test_line_under_the_motto_is_as_long_as_its_words(paper):
    words = width_mm("Độc lập - Tự do - Hạnh phúc", 14)
    assert line_mm(paper(), "Đường kẻ dài", 5669) == pytest.approx(words, abs=0.5)


@pytest.mark.parametrize("name", ["Định Hóa", "Ea", "Nguyễn Thị Minh Khai"])
def test_line_under_the_agency_is_a_third_to_a_half_of_its_words(paper, name):
    made = paper(commune={"name": name})
    words = width_mm(made.by_style("Cơ quan ban hành")[-1], 13)
    assert words / 3 <= line_mm(made, "Đường kẻ ngắn", 3685) <= words / 2


@pytest.mark.parametrize("title", ["Cải cách hành chính năm 2026", "Kiểm soát thủ tục " * 15])
def test_line_under_the_title_is_a_third_to_a_half_of_its_words(paper, title):
    words = min(width_mm(title.strip(), 14), 165)
    made = paper(document={"title": title})
    assert words / 3 <= line_mm(made, "Đường kẻ ngắn", 9355, 1) <= words / 2


def test_letterhead_table_is_65_and_100_mm_without_borders_or_cell_margins(paper):
    table = paper().table(0)
    grid = [int(c.get(w("w"))) for c in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    assert grid == [3685, 5669]
    look = table.find(w("tblPr"))
    assert {b.get(w("val")) for b in look.find(w("tblBorders"))} == {"nil"}
    assert {m.get(w("w")) for m in look.find(w("tblCellMar"))} == {"0"}


def test_file_properties_come_from_the_plan_never_from_the_clock(paper):
    core = paper(document={"issuer": "chairman"}).parts["docProps/core.xml"].decode()
    assert "<dc:title>Kế hoạch Cải cách hành chính nhà nước xã Định Hóa năm 2026<" in core
    assert "<dc:subject>Cải cách hành chính<" in core
    assert "<dc:creator>Chủ tịch Ủy ban nhân dân xã Định Hóa<" in core
    assert "<dc:language>vi-VN<" in core
    assert core.count("2026-01-05T00:00:00Z") == 2
    blank = paper(document={"date": None}).parts["docProps/core.xml"].decode()
    assert "2026-01-01T00:00:00Z" in blank
