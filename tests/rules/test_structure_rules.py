"""The rules of numbering and structure (N): each fault at its place, and nothing beside it."""

from __future__ import annotations

import pytest

from tests.counting import calls

from .marked import WHOLE, Fault, check_fault, codes, find, put

GOOD_POINTS = "- Số hóa hồ sơ tại Trung tâm."
FUNDING = "  - title: KINH PHÍ\n    items: [Ngân sách xã bảo đảm kinh phí.]\n"
CLEAN = "Cân đối nguồn kinh phí thực hiện."
CLOSING = "Trên đây là Kế hoạch duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính của xã"
LONG = "Nâng cao mức độ hài lòng của người dân và doanh nghiệp khi đến Trung tâm."

FAULTS = [
    Fault("N006", "  - title: TỔ CHỨC THỰC HIỆN\n",
          "  - title: TỔ CHỨC THỰC HIỆN\n    number: ‹V.›\n",
          "  - title: TỔ CHỨC THỰC HIỆN\n    number: IV.\n"),
    Fault("N006", "            title: Kiểm tra", "            number: ‹1.4›\n            title: Kiểm tra",
          "            number: 1.2\n            title: Kiểm tra"),
    Fault("N007", "            title: Kiểm tra", "            number: ‹1.1›\n            title: Kiểm tra"),
    Fault("N007", "      - title: CẢI CÁCH THỂ CHẾ\n",
          "      - title: CẢI CÁCH THỂ CHẾ\n        number: ‹1›\n"),
    Fault("N008", "- Xin lỗi khi trễ hạn.", "- {number: ‹e)›, text: Xin lỗi.}",
          "- {number: đ), text: Xin lỗi.}"),
    Fault("N008", "- Xin lỗi khi trễ hạn.", "- {number: ‹f)›, text: Xin lỗi.}",
          "- {number: đ), text: Xin lỗi.}"),
    Fault("N009", "            title: Kiểm tra", "            number: ‹1.2.›\n            title: Kiểm tra",
          "            number: 1.2\n            title: Kiểm tra"),
    Fault("N009", GOOD_POINTS, "- {number: ‹2.›, text: Số hóa.}"),
    Fault("N011", GOOD_POINTS, "- {title: ‹Số hóa hồ sơ›}"),
    Fault("N012", CLEAN, "‹Nâng cao mức độ hài lòng của người dân, doanh nghiệp khi đến các\n"
          "            Trung tâm.›"),
    Fault("N013", f"closing: {CLOSING}", f"closing: ‹{CLOSING.replace('duy trì, ', '')}›"),
    Fault("N013", "title: Phân công thực hiện Kế hoạch\n",
          "title: ‹PHÂN CÔNG THỰC HIỆN KẾ HOẠCH DUY TRÌ, NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH›\n"),
    Fault("N014", "title: Rà soát văn bản\n", "title: ‹Đề xuất các sáng kiến cải cách hành chính›\n"),
]  # fmt: skip

SILENT = [
    ("N006", "  - title: KINH PHÍ\n", "  - title: KINH PHÍ\n    number: III.\n"),
    ("N006", "            title: Kiểm tra", "            number: 1.2\n            title: Kiểm tra"),
    ("N007", "            title: Kiểm tra", "            number: 1.2\n            title: Kiểm tra"),
    ("N008", "- Xin lỗi khi trễ hạn.", "- {number: đ), text: Xin lỗi.}"),
    ("N009", "- Xin lỗi khi trễ hạn.", "- {number: đ), text: Xin lỗi.}"),
    ("N010", "kind: cchc", "kind: par-index"),
    ("N011", GOOD_POINTS, "- {title: Số hóa hồ sơ, deadline: Quý II}"),
    ("N011", GOOD_POINTS, "- {title: Số hóa hồ sơ, incomplete: Bản gốc mất trang}"),
    ("N012", CLEAN, "Nâng cao mức độ hài lòng của người dân khi đến bệnh viện, trường học công lập."),
    ("N012", "- Cân đối nguồn kinh phí thực hiện.",
     "- Chủ trì, cùng các phòng chuyên môn tham mưu, thực hiện cải cách thể chế.\n"
     "          - Chủ trì, cùng các phòng chuyên môn tham mưu, thực hiện cải cách tài chính."),
    ("N010", "            deadline: Hằng quý\n", "            deadline: Theo quy định\n"),  # D006
    ("N010", FUNDING, "  - title: KHÁC\n    items: ['Kinh phí thực hiện: ngân sách xã.']\n"),
    ("N013", "Chỉ số cải cách hành chính của xã", "Chỉ số CCHC (Par Index) năm 2026"),
    ("N013", "title: Phân công thực hiện Kế hoạch\n", "title: Danh mục nhiệm vụ\n"),
    ("N014", "title: Rà soát văn bản\n", "title: Đề xuất sáng kiến cải cách thể chế\n"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.code} {f.new[:24]!r}")
def test_a_fault_of_structure_is_found_at_its_place(fault):
    check_fault(fault)


@pytest.mark.parametrize(("code", "old", "new"), SILENT)
def test_what_only_looks_like_a_fault_is_left_alone(code, old, new):
    assert code not in codes(old, new)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (FUNDING, "", "the plan has no part on funding"),
        ("title: MỤC ĐÍCH, YÊU CẦU", "title: SỰ CẦN THIẾT", "the plan has no part on its purpose"),
        ("            deadline: Hằng quý\n", "            deadline: Khi có yêu cầu\n",
         "no report has a date"),
    ],
)  # fmt: skip
def test_a_missing_part_is_said_at_the_body(old, new, message):
    text = put(old, new)
    found = [one for one in find(text) if one.finding.code == "N010"]
    assert [one.finding.message.text for one in found] == [message]
    assert text[found[0].span.start : found[0].span.stop] == "body"


def test_an_area_without_tasks_is_empty():
    text = put("        tasks:\n          - id: ra-soat", "        tasks: []\n      - title: KHÁC\n"
               "        tasks:\n          - id: ra-soat")  # fmt: skip
    found = [one for one in find(text) if one.finding.code == "N011"]
    assert [text[one.span.start : one.span.stop] for one in found] == ["CẢI CÁCH THỂ CHẾ"]


def test_letters_after_a_wrong_one_are_judged_by_the_one_before():
    text = put(
        "- Xin lỗi khi trễ hạn.",
        "- {number: e), text: Xin lỗi.}\n          - {number: f), text: A.}",
    )
    found = [text[one.span.start : one.span.stop] for one in find(text)]
    assert found == ["e)", "f)"]


def test_hundreds_of_long_duties_are_not_compared_pair_by_pair():
    words = LONG.split()
    duties = "".join(
        f"          - {' '.join(words[n % 7 :] + words[: n % 11])} Việc {n} {'x' * (n % 13)}.\n"
        for n in range(400)
    )
    text = put("          - Cân đối nguồn kinh phí thực hiện.\n", duties)
    assert calls(lambda: find(text)) < 2_000_000  # 840,000; there are 80,000 pairs


def test_where_tasks_begin_anew_in_each_area_equal_numbers_in_two_areas_are_right():
    text = put("    numbering: level\n", "    numbering: area\n")
    assert find(text) == []
    twice = "            number: 1\n            title: Kiểm tra"
    twice = text.replace("            title: Kiểm tra", twice)
    assert "N007" in {one.finding.code for one in find(twice)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - title: MỤC ĐÍCH, YÊU CẦU\n", "  - title: MỤC TIÊU, YÊU CẦU\n"),
        (
            "      - {role: appendix, text: (Có Phụ lục kèm theo)}\n",
            "      - {role: appendix, title: Danh mục công việc}\n",
        ),
        (
            "            deadline: Hằng quý\n            report: {to: Sở Nội vụ, via: vh-xh}\n",
            "            deadline: Trước ngày 05/12/2026\n",
        ),
    ],
)
def test_what_real_plans_have_in_another_form_is_no_fault(old, new):
    assert find(put(old, new)) == []


def test_a_plan_issued_with_a_decision_has_its_bases_there():
    start, stop = WHOLE.index("bases:\n"), WHOLE.index("opening:")
    text = WHOLE[:start] + WHOLE[stop:]
    assert [one.finding.code for one in find(text)] == ["C001"]
    decision = (
        "document:\n  decision: {number: 5, symbol: QĐ-UBND, date: 05/01/2026, issuer: UBND xã}\n"
    )
    assert find(text.replace("document:\n", decision)) == []


def test_a_duty_that_also_reports_is_still_one_that_the_table_lacks():
    old = "            deadline: Hằng quý\n            report: {to: Sở Nội vụ, via: vh-xh}\n"
    due = "            deadline: Trước ngày 20/01/2026\n"
    text = put(old, due).replace("Báo cáo kết quả thực hiện", "Xong kế hoạch của đơn vị, báo cáo")
    assert "D010" in {one.finding.code for one in find(text)}


@pytest.mark.parametrize(
    ("line", "found"),
    [("Đơn vị chủ trì: Phòng Văn hóa - Xã hội.", 0), ("Thời gian thực hiện: Thường xuyên trong năm.", 0),
     ("Đơn vị phối hợp: Các phòng chuyên môn, các thôn trên địa bàn.", 0),
     ("Kinh phí thực hiện: Ngân sách xã bảo đảm.", 0), ("Phối hợp các thôn thực hiện kế hoạch.", 1),
     ("Tổ chức thực hiện: Các phòng bám sát kế hoạch này.", 1)],
)  # fmt: skip
def test_lines_of_task_blocks_are_no_duties_said_again(line, found):
    both = (
        f"- 'Công khai kết quả.'\n          - '{line}'\n          - Rà soát.\n          - '{line}'"
    )
    text = put(GOOD_POINTS, both)
    repeated = [one for one in find(text) if one.finding.code in {"N005", "N012", "N015"}]
    assert len(repeated) == found


ELSEWHERE = "          - Cân đối nguồn kinh phí thực hiện.\n"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [("", "", 1),
     (ELSEWHERE, "          - Kinh phí được bố trí trong dự toán ngân sách xã.\n", 0),
     (ELSEWHERE, "          - 2. Kinh phí cân đối từ ngân sách.\n", 0),
     (ELSEWHERE, "          - Sử dụng kinh phí tiết kiệm.\n", 1),
     ("deadline: Quý III\n", "deadline: Quý III\n            funding: 5 triệu đồng\n", 0),
     ("  title: Duy trì", "  title: Sửa đổi, bổ sung một số nội dung Kế hoạch duy trì", 0)],
)  # fmt: skip
def test_funding_is_stated_in_a_point_or_a_column(old, new, found):
    text = put(FUNDING, "")
    assert not old or old in text
    text = text.replace(old, new, 1) if old else text
    assert len([one for one in find(text) if one.finding.code == "N010"]) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [("NỘI DUNG CÔNG VIỆC", 0), ("Phân công thực hiện Kế hoạch", 0), ("GIẢI PHÁP", 1)],
)
def test_a_part_that_is_the_heading_of_the_table_is_not_empty(title, found):
    text = put("      - {role: appendix, text: (Có Phụ lục kèm theo)}\n", "").replace(
        "  - title: KINH PHÍ\n", f"  - title: {title}\n  - title: KINH PHÍ\n"
    )
    assert len([one for one in find(text) if one.finding.code == "N011"]) == found
