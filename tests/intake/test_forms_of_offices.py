"""Forms of papers that one office or another uses: months in a column, quarters under a year, persons who lead."""

from __future__ import annotations

import pytest

from cchc.app.import_ import import_paper
from cchc.errors import UserError
from cchc.intake.body.addressee import addressee, collector
from cchc.intake.body.duties import leading_names
from cchc.intake.body.reporting import rule_of
from cchc.intake.front.letterhead import amended_plan, read_letterhead
from cchc.intake.front.preface import read_preface
from cchc.intake.lines import Line
from cchc.intake.office_paper import Cell, Place, Row, Table
from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from cchc.intake.tables.appendix import read_sheet
from cchc.intake.tables.head import find_head
from cchc.intake.tables.row_numbers import number_pieces
from cchc.intake.tables.sheets import AppendixSheet
from cchc.intake.tables.targets import targets_of
from cchc.intake.units.words import split_names
from cchc.language.persons import are_persons
from cchc.rules import number_typed_in_title, number_used_twice, numbers_with_a_gap
from cchc.rules._facts import Facts
from tests.intake.recognised import plan_of, read_text
from tests.intake.test_task_blocks import END, HEAD
from tests.rules.marked import find

PLAN = """\
cchc: 1
kind: cchc
year: 2026
commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}
document: {title: X, date: 01/2026}
units: [{id: a, name: Phòng A}]
body: [{title: NHIỆM VỤ, items: [Theo Phụ lục.]}]
appendices:
  - title: DANH MỤC
    tasks:
"""


def lines(*texts):
    return [Line(text, Place(paragraph=n)) for n, text in enumerate(texts, start=1)]


def test_the_figures_of_a_symbol_stay_in_it():
    for symbol in ("KH-THPT1", "KH-THCS2", "KH-UBND"):
        head = read_letterhead(lines("TRƯỜNG TIỂU HỌC AN BÌNH 1", f"Số: 58/{symbol}"))
        assert (head.number, head.symbol) == ("58", symbol)


OPENINGS = [
    (
        "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị; Kế hoạch số 15-KH/TU của Ban Thường vụ Tỉnh ủy, "
        "Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:",
        "Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:",
    ),
    (
        "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh; Quyết định số 9/QĐ-UBND của UBND tỉnh. UBND xã An Bình ban "
        "hành Kế hoạch như sau:",
        "UBND xã An Bình ban hành Kế hoạch như sau:",
    ),
]


@pytest.mark.parametrize(("text", "opening"), OPENINGS)
def test_a_second_paper_in_the_opening_sentence_is_a_base_too(text, opening):
    found = read_preface(lines(text))
    assert [one for one, _ in found.opening] == [opening]
    assert len(found.bases) == 1 and "; " in found.bases[0][0]


def test_the_day_is_no_part_of_the_office_that_collects():
    text = "Các phòng gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 12 của tháng cuối quý để tổng hợp."
    assert collector(text) == addressee(text) == "Phòng Văn hóa - Xã hội"
    assert addressee("Các chi bộ báo cáo kết quả về Văn phòng Đảng ủy trước ngày 20/6.") == (
        "Văn phòng Đảng ủy"
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đảng ủy UBND xã lãnh đạo xây dựng kế hoạch năm 2026.", "Đảng ủy UBND xã"),
        ("Ban Chỉ đạo họp định kỳ mỗi quý một lần.", "Ban Chỉ đạo"),
        ("Ủy ban Kiểm tra Đảng ủy giám sát việc thực hiện.", "Ủy ban Kiểm tra Đảng ủy"),
        ("Các chi bộ, đảng bộ trực thuộc cụ thể hóa Kế hoạch này.", "Các chi bộ, đảng bộ trực thuộc"),
    ],
)  # fmt: skip
def test_a_name_ends_before_its_verb(text, names):
    assert leading_names(text) == names


def test_names_of_persons_are_told_from_names_of_places_and_units():
    for text in ("Nguyễn Văn Tí", "Lê Thị Diễm (kế toán)", "Ngô Đức - Chánh Văn phòng",
                 "Trần Thị Bé Ba, Nguyễn Văn Đức", "Trần Văn Tí và Lê Thị Út"):  # fmt: skip
        assert are_persons(text), text
    for text in ("Hà Đông", "Đoàn Thanh Niên", "Nông Lâm Nghiệp", "Hồ Chí Minh", "Hội Nông dân", "Phòng Kinh tế",
                 "Nguyễn Văn Tí theo dõi"):  # fmt: skip
        assert not are_persons(text), text


SCHOOL = (
    "STT\tNội dung công việc\tNgười thực hiện\tNgười phối hợp\tTháng\tKết quả\n"
    "1\tNiêm yết thủ tục\tTrần Thị Bé Ba\tNguyễn Văn Tí\t02/2026\tBảng niêm yết\n"
    "2\tSố hóa học bạ\tVăn thư\tCông đoàn\t4 - 5/2026\tHọc bạ số\n"
    "3\tTập huấn giáo viên\tPhó Hiệu trưởng\t\t8\tMột buổi\n"
)


def test_persons_who_lead_are_no_units_and_months_stand_in_their_column(tmp_path):
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + SCHOOL))
    first, second, third = plan.tasks
    assert (first.officer, first.lead, first.support) == ("Trần Thị Bé Ba", (), ())
    assert first.note == "Nguyễn Văn Tí"
    assert not any("Bé Ba" in unit.name for unit in plan.units)
    assert second.lead and second.officer is None
    assert [one.deadline for one in (first, second, third)] == [
        "Tháng 02/2026", "Tháng 4 - 5/2026", "Tháng 8",
    ]  # fmt: skip


def table(*rows):
    """A table of cells (column, columns, text)."""
    return Table(
        tuple(
            Row(
                tuple(
                    Cell(text, Place(table=1, row=n, cell=at + 1), at, wide)
                    for at, wide, text in row
                ),
                Place(table=1, row=n),
            )
            for n, row in enumerate(rows, start=1)
        ),
        Place(table=1),
        7,
    )


HEADS = [(0, 1, "TT"), (1, 1, "Chỉ tiêu"), (2, 1, "ĐVT")]
QUARTERS = [(3, 1, "Quý I"), (4, 1, "Quý II"), (5, 1, "Quý III"), (6, 1, "Quý IV")]
SHARE = [(0, 1, "1"), (1, 1, "Hồ sơ trực tuyến"), (2, 1, "%"), (3, 1, "65"), (4, 1, "70"), (5, 1, "75"),
         (6, 1, "80")]  # fmt: skip
COUNT = [
    (0, 1, "2"),
    (1, 1, "Buổi đối thoại"),
    (2, 1, "buổi"),
    (3, 1, "0"),
    (4, 1, "1"),
    (5, 1, "0"),
    (6, 1, "2"),
]


def test_of_a_share_by_quarters_the_last_is_the_year_s():
    for found in (
        targets_of(table([*HEADS, (3, 4, "Kế hoạch năm 2026")], QUARTERS, SHARE, COUNT), 2026),
        targets_of(table([*HEADS, *QUARTERS], SHARE, COUNT), 2026),
    ):
        assert found.items == [{"measure": "Hồ sơ trực tuyến", "exactly": "80", "unit": "%"}]
        assert found.besides == ["ĐVT: %; Quý I: 65; Quý II: 70; Quý III: 75"]
        assert len(found.left) == 1  # counts are added up, or not: the paper does not say


def test_the_column_of_the_whole_year_is_the_year_s():
    whole = [*QUARTERS[:3], (6, 1, "Cả năm 2026")]
    found = targets_of(table([*HEADS, *whole], SHARE, COUNT), 2026)
    assert [(one["measure"], one["exactly"]) for one in found.items] == [
        ("Hồ sơ trực tuyến", "80"), ("Buổi đối thoại", "2"),
    ]  # fmt: skip


def test_beside_the_days_of_last_year_a_column_of_the_whole_year_is_the_year_s():
    heads = [
        *HEADS,
        (3, 1, "Thực hiện 2025"),
        (4, 1, "Quý I"),
        (5, 1, "Quý II"),
        (6, 1, "Cả năm 2026"),
    ]
    found = targets_of(table(heads, SHARE), 2026)
    assert [one["exactly"] for one in found.items] == ["80"]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Sửa đổi, bổ sung Kế hoạch số 22/KH-UBND ngày 12/01/2026 của UBND xã An Bình", "22"),
        ("Điều chỉnh một số nhiệm vụ tại Kế hoạch số 22/KH-UBND, ngày 12 tháng 01 năm 2026", "22"),
        ("Bổ sung Kế hoạch số 22/KH-UBND ngày 12/01/2026 của UBND tỉnh Phú Thọ", None),
        ("Triển khai Kế hoạch số 22/KH-UBND ngày 12/01/2026", None),
        ("Sửa đổi Kế hoạch số 22/KH-UBND", None),
    ],
)
def test_what_a_plan_amends_stands_in_its_title(title, number):
    amended = amended_plan(title)
    assert (amended and amended["number"]) == number
    if amended:
        assert amended == {"number": "22", "symbol": "KH-UBND", "date": "12/01/2026"}


CHANGES = (
    "STT\tNhiệm vụ\tChủ trì\tThời hạn cũ\tThời hạn mới\n"
    "1\tRà soát văn bản\tPhòng Kinh tế\tQuý II/2026\t30/9/2026\n"
    "2\tTrợ lý ảo\tVăn phòng HĐND và UBND\t\t15/11/2026\n"
)


def test_of_an_old_and_a_new_deadline_the_new_one_counts(tmp_path):
    changed = HEAD.replace(
        "Cải cách hành chính xã",
        "Sửa đổi Kế hoạch số 7/KH-UBND ngày 02/01/2026 về cải cách hành chính xã",
    )
    plan = plan_of(read_text(tmp_path, changed + "Theo Phụ lục.\n" + END + CHANGES))
    assert plan.document.amends and plan.document.amends.number == "7"
    assert [one.deadline for one in plan.tasks] == ["30/9/2026", "15/11/2026"]
    assert plan.tasks[0].extra == {"Thời hạn cũ": "Quý II/2026"}


def merged_units(folder):
    """Write and read a Word table in which a number and a unit stand once over several tasks."""
    from docx import Document

    paper = Document()
    for line in HEAD.splitlines():
        paper.add_paragraph(line)
    rows = [
        ("TT", "Đơn vị", "Nhiệm vụ được giao", "Thời hạn hoàn thành"),
        ("1", "Phòng Kinh tế", "Rà soát quy trình cấp phép", "30/6/2026"),
        ("", "", "Giao dự toán kinh phí", "31/01/2026"),
        ("2", "Công an xã", "Làm sạch dữ liệu dân cư", "Tháng 10/2026"),
        ("3", "Văn phòng HĐND và UBND", "- Theo dõi văn bản\n- Đôn đốc", "Hằng tháng"),
    ]
    grid = paper.add_table(len(rows), 4)
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for column in (0, 1):
        grid.cell(1, column).merge(grid.cell(2, column))
    for line in END.splitlines():
        paper.add_paragraph(line)
    path = folder / "ke-hoach.docx"
    paper.save(str(path))
    return recognise(open_paper(path))


def test_a_number_over_several_tasks_is_kept_on_each_and_no_finding(tmp_path):
    plan = plan_of(merged_units(tmp_path))
    assert [(one.number, len(one.lead)) for one in plan.tasks] == [
        ("1", 1), ("1", 1), ("2", 1), ("3", 1),
    ]  # fmt: skip
    facts = Facts(plan)
    for rule in (number_used_twice, numbers_with_a_gap, number_typed_in_title):
        assert list(rule.check(facts)) == []


def test_a_table_of_figures_has_no_header_in_its_rows():
    rows = [
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"),
        ("1", "Số nhiệm vụ trong kế hoạch", "Nhiệm vụ", "42"),
        ("2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "25"),
    ]
    assert find_head(table(*([(n, 1, text) for n, text in enumerate(row)] for row in rows))) is None


@pytest.mark.parametrize("title", ["BÁO CÁO", "LỊCH CÔNG TÁC TUẦN", "TỜ TRÌNH"])
def test_another_paper_is_said_to_be_one(tmp_path, title):
    path = tmp_path / "giay.txt"
    path.write_text(HEAD.replace("KẾ HOẠCH", title) + END, encoding="utf-8")
    with pytest.raises(UserError, match=title):
        import_paper(path)
    path.write_text(HEAD.replace("KẾ HOẠCH", title) + END + CHANGES, encoding="utf-8")
    assert import_paper(path).found.data["appendices"]


def test_a_report_has_the_day_of_its_own_part_of_the_sentence():
    text = (
        "Công chức báo cáo Trưởng phòng vào ngày 25 hằng tháng; Phòng báo cáo UBND xã (qua Phòng Văn hóa - Xã hội) "
        "trước ngày 05 tháng cuối quý."
    )
    rule = rule_of(text, 2026)
    assert rule and (rule.deadline, rule.to) == ("trước ngày 05 tháng cuối quý", "UBND xã")
    two = "Báo cáo kết quả về Phòng Kinh tế trước ngày 20/6; gửi báo cáo Sở Nội vụ trước ngày 25/6."
    both = rule_of(two, 2026)
    assert both and both.deadline and "20/6" in both.deadline


def test_a_report_of_one_day_is_a_duty_in_a_paper_without_a_table(tmp_path):
    text = "1. Các đơn vị gửi báo cáo về Văn phòng HĐND và UBND xã trước ngày 20/3/2026.\n"
    plan = plan_of(read_text(tmp_path, HEAD + text + END))
    assert plan.body[1].items[0].deadline == "trước ngày 20/3/2026"


def test_the_letter_before_a_group_is_its_number():
    rows = [
        [(0, 3, "a) Cải cách thể chế")],
        [(0, 1, "Rà soát văn bản"), (1, 1, "Phòng Kinh tế"), (2, 1, "Tháng 02")],
        [(0, 3, "b) Chính quyền số")],
        [(0, 1, "Định danh điện tử"), (1, 1, "Công an xã"), (2, 1, "30/10")],
    ]
    heads = [(0, 1, "Nhiệm vụ"), (1, 1, "Chủ trì"), (2, 1, "Hoàn thành")]
    (found,) = read_sheet(AppendixSheet(tables=[table(heads, *rows)]))
    number_pieces(found.pieces)
    assert [(one.number, one.row.title) for one in found.pieces] == [
        ("a)", "Cải cách thể chế"), ("b)", "Chính quyền số"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["Kèm theo", "Ban hành kèm theo", "Đính kèm", "Đính kèm theo", "Kèm"]
)
def test_the_line_that_names_the_plan_has_several_words(tmp_path, words):
    over = f"PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n({words} Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã An Bình)\n"
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + over + CHANGES))
    assert [one.title for one in plan.appendices] == ["DANH MỤC NHIỆM VỤ"]
    assert not plan.unplaced


def test_a_plan_of_the_council_is_said_to_be_one(tmp_path):
    council = HEAD.replace("ỦY BAN NHÂN DÂN\n", "HỘI ĐỒNG NHÂN DÂN\n")
    found = read_text(tmp_path, council + "1. Rà soát.\n" + END)
    assert "People's Council" in str(found.comments[("document",)].text)
    assert ("document",) not in read_text(tmp_path, HEAD + "1. Rà soát.\n" + END).comments


def test_rows_taken_from_another_list_keep_its_numbers_without_a_finding():
    def gaps(*numbers):
        tasks = "".join(
            f"      - {{id: t{n}, number: '{number}', title: Việc {n}, product: Báo cáo, deadline: Quý I, lead: [a]}}\n"
            for n, number in enumerate(numbers)
        )
        return [one.finding.code for one in find(PLAN + tasks)].count("N006")

    assert gaps("1.2", "3.1", "6.3") == 0
    assert gaps("1", "2", "4") == 1


DECISION_ALONE = """UBND TỈNH PHÚ THỌ
ỦY BAN NHÂN DÂN XÃ AN BÌNH
Số: 88/QĐ-UBND
An Bình, ngày 29 tháng 01 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026
ỦY BAN NHÂN DÂN XÃ AN BÌNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
Theo đề nghị của Phòng Văn hóa - Xã hội.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026./.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2026
(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 29 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình)
I. MỤC TIÊU
1. 100% hồ sơ được số hóa.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi.
"""


def test_a_decision_whose_plan_has_no_letterhead_leaves_nothing_over(tmp_path):
    plan = plan_of(read_text(tmp_path, DECISION_ALONE))
    assert plan.unplaced == ()
    assert plan.document.decision and plan.document.decision.number == "88"
    assert plan.document.superior == "UBND TỈNH PHÚ THỌ"
    assert plan.document.signer and plan.document.signer.name == "Trần Văn An"


def workbook(folder, *sheets):
    """Write and read a workbook; a sheet is its name and its rows."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "theo-doi.xlsx"
    book.save(path)
    return recognise(open_paper(path))


TRACKER = [
    ("UBND XÃ AN BÌNH",),
    ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Ngày HT", "Tỷ lệ", "Tình trạng", "Minh chứng"),
    (1, "Rà soát thủ tục", "VP", "15/01/2026", "12/01/2026", "100%", "Hoàn thành", "15/KH-UBND"),
    (2, "Số hóa hồ sơ", "PKT", "30/9/2026", None, "60%", "Đang thực hiện", None),
]
LEGEND = [("Viết tắt", "Đầy đủ"), ("VP", "Văn phòng HĐND và UBND"), ("PKT", "Phòng Kinh tế")]


def test_a_tracker_s_short_headings_and_its_sheet_of_short_words_are_read(tmp_path):
    data = workbook(tmp_path, ("Theo dõi", TRACKER), ("Viết tắt", LEGEND)).data
    assert [unit["name"] for unit in data["units"]] == ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]
    first, second = data["appendices"][0]["tasks"]
    assert first["progress"] == {"state": "done", "date": "12/01/2026", "evidence": "15/KH-UBND"}
    assert second["progress"]["state"] == "running"
    assert "extra" not in first


def test_a_pointer_in_brackets_is_no_title_of_the_table_below_it(tmp_path):
    from docx import Document

    paper = Document()
    for line in (
        HEAD.replace("II. NHIỆM VỤ", "II. NHIỆM VỤ\n(Chi tiết tại bảng dưới đây)")
    ).splitlines():
        paper.add_paragraph(line)
    rows = [
        ("Nội dung", "Đơn vị chủ trì", "Thời gian"),
        ("Đăng tin, bài", "Phòng Kinh tế", "Tháng 4"),
    ]
    grid = paper.add_table(len(rows), 3)
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for line in END.splitlines():
        paper.add_paragraph(line)
    path = tmp_path / "ke-hoach.docx"
    paper.save(str(path))
    (appendix,) = plan_of(recognise(open_paper(path))).appendices
    assert appendix.title == "NHIỆM VỤ"


def test_two_companies_of_one_word_are_two():
    assert split_names("Viettel, VNPT", lambda _: False) == ["Viettel", "VNPT"]


@pytest.mark.parametrize(
    ("sentence", "to"),
    [("định kỳ ngày 25 hằng tháng báo cáo Chủ tịch UBND xã tiến độ thực hiện.", "Chủ tịch UBND xã"),
     ("báo cáo UBND xã những khó khăn, vướng mắc", "UBND xã"), ("báo cáo Sở Nội vụ danh sách công chức", "Sở Nội vụ"),
     ("báo cáo Chủ tịch UBND xã phê duyệt", "Chủ tịch UBND xã"), ("báo cáo UBND tỉnh bằng văn bản", "UBND tỉnh"),
     ("báo cáo UBND xã và Ban Chỉ đạo tỉnh", "UBND xã và Ban Chỉ đạo tỉnh"), ("báo cáo Ủy ban nhân dân xã xem xét", "Ủy ban nhân dân xã")],
)  # fmt: skip
def test_what_is_reported_is_no_part_of_who_gets_it(sentence, to):
    assert addressee(sentence) == to
