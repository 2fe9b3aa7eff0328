"""The appendix: its section, headings, columns, rows and widths."""

from __future__ import annotations

import pytest

from cchc.document.widths import least_width
from cchc.word.markup import int_of, w
from tests.document.conftest import AREAS, DECISION, PLAN, Paper, plan_of
from tests.document.printing import render_plan

FIVE = ["number", "title", "lead", "support", "deadline"]
SIX = [*FIVE, "product"]
TWELVE = [*SIX, "requirement", "note", "note", "note", "product", "requirement"]


def columns(keys, spanner=()):
    return [
        {"key": key, "heading": f"Cột {key}"} | ({"spanner": "Phân công"} if key in spanner else {})
        for key in keys
    ]


def widths(table):
    return [int(c.get(w("w"))) for c in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]


def test_one_appendix_has_its_label_title_and_attached_line(paper):
    made = paper()
    assert made.by_style("Số phụ lục") == ["Phụ lục"]
    assert made.by_style("Tên phụ lục") == ["DANH MỤC NHIỆM VỤ NĂM 2026"]
    assert made.by_style("Kèm theo") == [
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026của UBND xã Định Hóa)"
    ]


def test_an_appendix_of_a_plan_with_a_decision_names_the_decision(paper):
    made = paper(document={"decision": DECISION, "signer": None})
    assert made.by_style("Kèm theo")[1].startswith("(Kèm theo Quyết định số")


def test_several_appendices_have_roman_numbers_and_sections_of_their_own(paper):
    one = PLAN["appendices"][0]
    made = paper(
        appendices=[one, {"title": "Thiếu", "incomplete": "Mất trang"},
                    one | {"title": "Bảng ba", "columns": columns(FIVE)}]
    )  # fmt: skip
    assert made.by_style("Số phụ lục") == ["Phụ lục I", "Phụ lục III"]
    pages = made.all("sectPr")
    assert [p.find(w("pgSz")).get(w("orient")) for p in pages] == [None, "landscape", None]
    for page in pages:
        assert page.find(w("pgNumType")).get(w("start")) == "1"
        assert page.find(w("titlePg")) is not None
        assert len(page.findall(w("headerReference"))) == 2


def test_without_a_printed_appendix_the_body_is_the_only_section(paper):
    made = paper(appendices=[{"title": "Danh mục", "incomplete": "Không kèm trong bản gốc"}])
    assert len(made.all("sectPr")) == 1
    assert made.body[-1].tag == w("sectPr")
    assert made.by_style("Số phụ lục") == []


@pytest.mark.parametrize(("keys", "landscape"), [(FIVE, False), (SIX, True), (TWELVE, True)])
def test_page_is_landscape_with_more_than_five_columns(appendix_paper, keys, landscape):
    made = appendix_paper(columns=columns(keys))
    page = made.body[-1]
    size = (int_of(page, "pgSz", "w", 0), int_of(page, "pgSz", "h", 0))
    assert size == ((16838, 11906) if landscape else (11906, 16838))
    assert int_of(page, "pgMar", "left", 0) == 1701
    assert sum(widths(made.table())) == size[0] - 1701 - 850


def test_rows_are_headings_areas_and_tasks_in_order(paper):
    assert paper().rows() == [
        ["TT", "Nhiệm vụ", "Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp", "Sản phẩm",
         "Thời gian hoàn thành"],
        ["I", "Công tác chỉ đạo, điều hành"],
        ["1", "Xây dựng kế hoạch cải cách hành chính năm", "Phòng Văn hóa - Xã hội",
         "Văn phòng HĐND và UBND; Các cơ quan, đơn vị thuộc xã", "Kế hoạch của UBND xã",
         "Quý I/2026"],
        ["2", "Đăng ký sáng kiến", "Phòng Văn hóa - Xã hội", "Các cơ quan, đơn vị thuộc xã", "",
         "Trước 30/11/2026"],
        ["II", "Cải cách thủ tục hành chính"],
        ["II.1", "Công khai thủ tục"],
        ["3", "Niêm yết đủ danh mục thủ tục", "Văn phòng HĐND và UBND", "", "", "Thường xuyên"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "lead", "last"),
    [(FIVE, "Đ/c Trần Văn Bình", "Quý I"), ([*FIVE, "officer"], "", "Đ/c Trần Văn Bình")],
)
def test_a_person_stands_in_the_cell_of_the_lead_where_no_column_is_for_persons(
    appendix_paper, keys, lead, last
):
    task = {"id": "a", "title": "Kiểm tra", "deadline": "Quý I", "officer": "Đ/c Trần Văn Bình"}
    row = appendix_paper(areas=[], tasks=[task], columns=columns(keys)).rows()[-1]
    assert (row[2], row[-1]) == (lead, last)


def test_inner_areas_have_a_look_of_their_own(paper):
    made = paper()
    assert made.by_style("Nhóm trong bảng") == [a["title"] for a in AREAS]
    assert made.by_style("Nhóm con trong bảng") == ["Công khai thủ tục"]


def test_an_area_row_is_a_number_and_one_cell_over_all_other_columns(paper):
    row = paper().table().findall(w("tr"))[1]
    spans = [int_of(c.find(w("tcPr")), "gridSpan", "val", 1) for c in row.findall(w("tc"))]
    assert spans == [1, 5]


@pytest.mark.parametrize("keys", [FIVE, SIX, TWELVE, ["title"], ["deadline", "number", "title"]])
def test_every_row_fills_the_grid_and_cells_are_as_wide_as_their_columns(appendix_paper, keys):
    table = appendix_paper(columns=columns(keys, {"lead", "support"})).table()
    grid = widths(table)
    assert len(grid) == len(keys)
    assert int_of(table.find(w("tblPr")), "tblW", "w", 0) == sum(grid)
    for row in table.findall(w("tr")):
        at = 0
        for cell in row.findall(w("tc")):
            span = int_of(cell.find(w("tcPr")), "gridSpan", "val", 1)
            assert int_of(cell.find(w("tcPr")), "tcW", "w", 0) == sum(grid[at : at + span])
            assert cell[-1].tag == w("p")
            at += span
        assert at == len(grid)


def test_columns_come_in_the_plans_order_with_the_plans_headings(appendix_paper):
    made = appendix_paper(columns=columns(["deadline", "title", "note"]))
    assert made.rows()[0] == ["Cột deadline", "Cột title", "Cột note"]
    assert made.rows()[2] == [
        "Quý I/2026", "Xây dựng kế hoạch cải cách hành chính năm", "Theo dõi hằng tháng",
    ]  # fmt: skip


def test_without_a_number_column_an_area_is_one_cell(appendix_paper):
    made = appendix_paper(columns=columns(["title", "lead"]))
    assert made.rows()[1] == ["Công tác chỉ đạo, điều hành"]


@pytest.mark.parametrize(
    ("kind", "count", "heading"),
    [("cchc", 6, "Nhiệm vụ"), ("kstthc", 5, "Nội dung công việc"), ("par-index", 6, "Yêu cầu")],
)
def test_each_kind_has_default_columns(paper, kind, count, heading):
    made = paper(kind=kind)
    assert len(widths(made.table())) == count
    assert heading in made.rows()[0]


def test_a_shared_heading_makes_two_heading_rows(appendix_paper):
    keys = ["number", "title", "requirement", "deadline", "lead", "support"]
    table = appendix_paper(columns=columns(keys, {"lead", "support"})).table()
    upper, lower = table.findall(w("tr"))[:2]

    def cells(row):
        return [
            (
                "".join(t.text for t in cell.iter(w("t"))),
                int_of(cell.find(w("tcPr")), "gridSpan", "val", 1),
                cell.find(f"{w('tcPr')}/{w('vMerge')}").get(w("val"))
                if cell.find(f"{w('tcPr')}/{w('vMerge')}") is not None
                else None,
            )
            for cell in row.findall(w("tc"))
        ]

    assert cells(upper) == [
        ("Cột number", 1, "restart"), ("Cột title", 1, "restart"),
        ("Cột requirement", 1, "restart"), ("Cột deadline", 1, "restart"), ("Phân công", 2, None),
    ]  # fmt: skip
    assert cells(lower) == [("", 1, "continue")] * 4 + [
        ("Cột lead", 1, None),
        ("Cột support", 1, None),
    ]


@pytest.mark.parametrize("spanner", [(), ("lead", "support")])
def test_heading_rows_and_only_they_repeat_and_no_row_is_split(appendix_paper, spanner):
    rows = appendix_paper(columns=columns(SIX, spanner)).table().findall(w("tr"))
    headings = 2 if spanner else 1
    repeated = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
    assert repeated == [True] * headings + [False] * (len(rows) - headings)
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_rows_are_kept_whole_and_headings_repeated_even_when_the_template_forgot(with_template):
    path = with_template(("<w:cantSplit/>", ""), ("<w:tblHeader/>", ""))
    rows = Paper(render_plan(plan_of(), path)).table().findall(w("tr"))
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
    assert rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None


def test_two_heading_rows_are_high_enough_for_the_headings_over_both(appendix_paper):
    heads = columns(SIX, {"lead", "support"})
    heads[-1]["heading"] = "Thời gian chậm nhất phải hoàn thành nhiệm vụ được giao"
    upper, lower = appendix_paper(columns=heads).table().findall(w("tr"))[:2]
    heights = [int_of(row.find(w("trPr")), "trHeight", "val", 0) for row in (upper, lower)]
    assert heights[0] == heights[1] >= 14 * 20 * 3 / 2


def test_properties_of_cells_stand_in_the_order_of_the_schema(appendix_paper):
    table = appendix_paper(columns=columns(SIX, {"lead", "support"})).table()
    order = ["tcW", "gridSpan", "vMerge", "vAlign"]
    for look in table.iter(w("tcPr")):
        names = [child.tag.rpartition("}")[2] for child in look]
        assert names == [name for name in order if name in names]
    names = [child.tag.rpartition("}")[2] for child in table.find(w("tblPr"))]
    assert names == ["tblW", "tblBorders", "tblLayout", "tblCellMar"]


def test_no_column_is_narrower_than_its_longest_word(appendix_paper):
    grid = widths(appendix_paper(columns=columns(TWELVE)).table())
    deadline = grid[TWELVE.index("deadline")]
    assert deadline >= least_width(["30/11/2026"], 12)
    assert grid[TWELVE.index("lead")] >= least_width(["Phòng"])
    assert sum(grid) == 16838 - 1701 - 850


def test_the_number_column_keeps_the_templates_width(appendix_paper):
    own = round(13 * 1440 / 25.4)
    for others in (["title"], ["title", "lead", "support", "deadline"]):
        heads = [{"key": "number", "heading": "TT"}, *columns(others)]
        assert widths(appendix_paper(columns=heads).table())[0] == own


def test_three_hundred_tasks_and_a_long_cell_are_all_there(paper):
    tasks = [{"id": f"t-{n}", "title": f"Việc {n}", "lead": ["vh-xh"]} for n in range(300)]
    tasks[7]["product"] = "Nội dung rất dài " * 120
    made = paper(appendices=[{"title": "Bảng", "tasks": tasks}])
    rows = made.rows()
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 301)]
    assert rows[8][4] == ("Nội dung rất dài " * 120).strip()


def test_an_undeclared_unit_is_printed_as_written(appendix_paper):
    made = appendix_paper(areas=[], tasks=[{"id": "a", "title": "Việc", "lead": ["chua-khai"]}])
    assert made.rows()[1][2] == "chua-khai"
