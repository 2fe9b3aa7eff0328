"""The day of a report that stands apart from the month or quarter that it is a day of."""

import pytest

from cchc.intake.body.period_days import read_whole
from cchc.intake.body.reporting import rule_of, untaken
from tests.intake.test_task_blocks import TABLE, found

_EACH_MONTH = [
    "Công an xã hằng tháng báo cáo Chủ tịch UBND xã {}.",
    "Hằng tháng, các phòng, đơn vị báo cáo kết quả về UBND xã {} để tổng hợp.",
    "Phòng Kinh tế hàng tháng tổng hợp, báo cáo Chủ tịch UBND xã {}.",
    "Mỗi tháng, Tổ công tác báo cáo kết quả về Công an xã {}.",
    "Định kỳ hằng tháng ({}) báo cáo UBND xã.",
    "Hằng tháng các đơn vị báo cáo kết quả về UBND xã {} để theo dõi.",
    "Hàng tháng thủ trưởng các phòng gửi báo cáo về Văn phòng HĐND và UBND xã {}.",
]


def _days(text):
    found = read_whole(rule_of(text, 2026).deadline, 2026)
    return [f"{one:%d/%m}" for one in found.due]


@pytest.mark.parametrize("text", _EACH_MONTH)
@pytest.mark.parametrize(("limit", "day"), [("trước ngày 22", 21), ("chậm nhất ngày 25", 25)])
def test_the_day_of_a_month_is_taken_from_its_clause(text, limit, day):
    assert _days(text.format(limit)) == [f"{day}/{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Các đơn vị gửi báo cáo quý, 6 tháng, năm về Phòng Văn hóa - Xã hội trước ngày 12 của "
            "tháng cuối kỳ báo cáo.",
            ["11/03", "11/06", "11/09", "11/12"],
        ),
        (
            "Định kỳ gửi báo cáo quý, 6 tháng, năm về Văn phòng HĐND và UBND phường chậm nhất ngày 10 "
            "của tháng cuối kỳ.",
            ["10/03", "10/06", "10/09", "10/12"],
        ),
        (
            "Báo cáo 6 tháng, năm về Phòng Kinh tế chậm nhất ngày 15 của tháng cuối kỳ báo cáo.",
            ["15/06", "15/12"],
        ),
        (
            "Thủ trưởng đơn vị gửi báo cáo quý, 6 tháng trước ngày 08 của tháng cuối kỳ; báo cáo năm về "
            "Phòng Nội vụ trước ngày 15/12/2026 để tổng hợp.",
            ["07/03", "07/06", "07/09", "14/12"],
        ),
        (
            "Hằng quý, báo cáo kết quả về Sở Nội vụ chậm nhất vào ngày 12 của tháng cuối quý.",
            ["12/03", "12/06", "12/09", "12/12"],
        ),
        ("Định kỳ 6 tháng, năm báo cáo UBND xã chậm nhất ngày 10/6, 10/12.", ["10/06", "10/12"]),
        (
            "Gửi báo cáo quý trước ngày 10 của tháng cuối quý; báo cáo 6 tháng trước ngày 12/6; báo cáo "
            "năm về UBND xã trước ngày 05/12/2026.",
            ["09/03", "11/06", "09/09", "04/12"],
        ),
        (
            "Gửi báo cáo tháng trước ngày 22 hằng tháng, gửi báo cáo năm về Phòng Kinh tế trước ngày "
            "18/12/2026 để trình UBND xã.",
            [*(f"21/{month:02}" for month in range(1, 12)), "17/12"],
        ),
    ],
)
def test_the_day_of_each_period_of_a_list_is_taken(text, days):
    assert _days(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hằng tháng họp giao ban; gửi báo cáo kết quả về Văn phòng trước ngày 20.", 20),
        ("Hằng tháng chi trả phụ cấp trước ngày 05, báo cáo UBND xã kết quả.", 5),
        ("Hằng tháng báo cáo UBND xã và niêm yết công khai kết quả trước ngày 05.", 5),
    ],
)
def test_the_day_of_another_work_is_told_and_not_taken(text, day):
    deadline = rule_of(text, 2026).deadline
    assert "31/01" in _days(text)
    assert untaken(text, deadline, 2026) == f"trước ngày {day:02}"


@pytest.mark.parametrize(
    "text",
    [
        "Hằng tháng báo cáo UBND xã kết quả, số liệu chốt trước ngày 15.",
        "Hằng tháng báo cáo UBND xã, riêng tháng 12 báo cáo trước ngày 15.",
        "Hằng năm báo cáo kết quả về UBND xã trước ngày 15.",
        "Hằng tháng các phòng báo cáo UBND xã, riêng tháng 12 báo cáo trước ngày 15.",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_report(text):
    rule = rule_of(text, 2026)
    assert "trước ngày 15" not in ((rule and rule.deadline) or "")


def test_a_date_with_its_month_is_not_repeated():
    assert _days("Hằng tháng báo cáo UBND xã kết quả thực hiện trước ngày 20/12/2026.") == ["19/12"]


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        (
            "Trước ngày 10 của tháng cuối quý, gửi kết quả thực hiện về Phòng Kinh tế để tổng hợp.",
            "Trước ngày 10 của tháng cuối quý",
        ),
        (
            "Gửi kết quả về UBND xã chậm nhất ngày 20 hằng tháng.",
            "chậm nhất ngày 20 hằng tháng",
        ),
        (
            "Hằng tháng gửi báo cáo kết quả về UBND xã trước ngày 20.",
            "Hằng tháng gửi báo cáo kết quả về UBND xã trước ngày 20",
        ),
    ],
)
def test_a_day_of_each_period_is_also_read_among_the_requirements(tmp_path, sentence, deadline):
    text = f"1. Rà soát văn bản.\n2. Yêu cầu\n- Bảo đảm chất lượng.\n- {sentence}\n"
    assert deadline in [one[1] for one in found(tmp_path, text, TABLE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Báo cáo định kỳ bảo đảm đúng thời hạn, đúng chất lượng.",
        "Hằng tháng đánh giá kết quả, báo cáo UBND xã.",
        "Trả kết quả cho tổ chức, cá nhân chậm nhất ngày 20 hằng tháng.",
    ],
)
def test_a_requirement_without_such_a_report_is_no_rule(tmp_path, sentence):
    text = f"1. Rà soát văn bản.\n2. Yêu cầu\n- Bảo đảm chất lượng.\n- {sentence}\n"
    assert found(tmp_path, text, TABLE) == []


@pytest.mark.parametrize("label", ["Thời gian", "Thời gian thực hiện", "Thời hạn"])
def test_a_numbered_line_has_its_own_day_and_not_the_one_before_it(tmp_path, label):
    text = (
        "1. Kiểm tra định kỳ: 12 đơn vị.\n2. Thời kỳ kiểm tra: từ ngày 01/01/2026 đến thời điểm kiểm tra.\n"
        f"3. {label}: từ ngày 06/4/2026 đến ngày 30/9/2026.\n"
    )
    (only,) = found(tmp_path, text)
    assert only[0].startswith(label)
