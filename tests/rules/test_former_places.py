"""Places of before 01/7/2025 in running text, days that no month has, who leads, and counted tasks."""

from __future__ import annotations

import pytest

from cchc.model.finding import Severity

from .marked import WHOLE, find, put

POINT = "- Số hóa hồ sơ tại Trung tâm."


def told(text: str, code: str) -> list[str | None]:
    return [one.finding.within for one in find(text) if one.finding.code == code]


@pytest.mark.parametrize(
    ("words", "within"),
    [("- Phối hợp với Sở Nội vụ tỉnh Hà Giang.", "tỉnh Hà Giang"),
     ("- Báo cáo UBND tỉnh Hoà Bình trước ngày 15/12.", "tỉnh Hoà Bình"),
     ("- Triển khai tại tỉnh Bà Rịa - Vũng Tàu.", "tỉnh Bà Rịa - Vũng Tàu"),
     ("- Phối hợp với Trạm Bảo vệ thực vật, huyện Phú Lương.", "huyện Phú Lương"),
     ("- Phục vụ người dân Thị xã Sông Công.", "Thị xã Sông Công"),
     ("- Phục vụ người dân thành phố Thái Nguyên.", "thành phố Thái Nguyên"),
     ("- Phục vụ người dân quận 1.", "quận 1"),
     ("- Thực hiện Nghị quyết số 27/NQ-HĐND ngày 12/3/2024 của HĐND tỉnh Hà Giang.", None),
     ("- Số hóa hồ sơ của tỉnh Hà Giang cũ.", None),
     ("- Tiếp nhận hồ sơ do UBND tỉnh Hà Giang cấp.", None),
     ("- Rà soát hồ sơ của huyện Phú Lương trước đây.", None),
     ("- Rà soát hồ sơ của huyện Phú Lương trước sắp xếp.", None),
     ("- Tiếp nhận bàn giao từ huyện Phú Lương.", None),
     ("- Năm 2024, huyện Phú Lương đạt kết quả cao.", None),
     ("- Phối hợp với Hạt Kiểm lâm huyện Phú Lương.", None),
     ("- Thực hiện theo chỉ đạo của Huyện ủy.", None),
     ("- Xây dựng huyện Nông thôn mới.", None),
     ("- Báo cáo UBND tỉnh Thái Nguyên, thành phố Huế.", None),
     ("- Giữ vững ổn định, tỉnh hòa bình.", None)],
)  # fmt: skip
def test_places_that_are_no_more_are_named_as_of_today(words, within):
    assert told(put(POINT, words), "L004") == ([within] if within else [])


def test_whom_a_report_goes_to_is_said_in_its_sentence():
    rule = "            report: {to: Sở Nội vụ, via: vh-xh}\n"
    text = put(rule, rule.replace("Sở Nội vụ", "Sở Nội vụ tỉnh Hà Giang"))
    text = text.replace(
        "- text: Báo cáo kết quả thực hiện.", "- text: Báo cáo Sở Nội vụ tỉnh Hà Giang."
    )
    assert told(text, "L004") == ["tỉnh Hà Giang"]


def test_an_office_of_a_district_is_said_once():
    text = put(POINT, "- Gửi UBND huyện Phú Lương.")
    assert told(text, "U008") == ["UBND huyện"]
    assert told(text, "L004") == []


def test_districts_in_a_plan_of_their_time():
    text = put(POINT, "- Phối hợp với huyện Phú Lương.")
    assert told(text, "L004") == ["huyện Phú Lương"]
    assert told(text.replace("date: 01/2026", "date: 06/2025"), "L004") == []


@pytest.mark.parametrize(
    ("words", "within"),
    [("- Gửi báo cáo vào 31/4/2026.", "31/4/2026"),
     ("- Ngày 31/6 tổ chức đối thoại.", "31/6"),
     ("- Tổ chức vào ngày 30 tháng 02 năm 2026.", "30 tháng 02 năm 2026"),
     ("- Tổ chức vào ngày 31 tháng 9.", "31 tháng 9"),
     ("- Tổ chức vào ngày 29/02/2026.", "29/02/2026"),
     ("- Tổ chức vào ngày 29/02.", None),
     ("- Tổ chức vào ngày 30/4/2026.", None),
     ("- Xử lý tại thửa 31/4, tờ bản đồ 45/13.", None),
     ("- Thực hiện Công văn số 31/4/2026/CV.", None)],
)  # fmt: skip
def test_days_that_no_month_has(words, within):
    assert told(put(POINT, words), "D013") == ([within] if within else [])


@pytest.mark.parametrize(
    ("words", "within"),
    [("(Gồm 05 nhiệm vụ tại Phụ lục kèm theo)", "05 nhiệm vụ"),
     ("(Gồm 5 (năm) nhiệm vụ cụ thể tại Phụ lục kèm theo)", "5 (năm) nhiệm vụ"),
     ("(Gồm 03 nhiệm vụ tại Phụ lục kèm theo)", None),
     ("(Gồm 05 nhiệm vụ trọng tâm tại Phụ lục kèm theo)", None),
     ("(Gồm 05 nhóm nhiệm vụ tại Phụ lục kèm theo)", None),
     ("(Gồm 05 nhiệm vụ của tỉnh tại Phụ lục kèm theo)", None)],
)  # fmt: skip
def test_the_text_counts_the_tasks_otherwise(words, within):
    pointer = "      - {role: appendix, text: (Có Phụ lục kèm theo)}\n"
    text = put(pointer, pointer.replace("(Có Phụ lục kèm theo)", f'"{words}"'))
    assert told(text, "N019") == ([within] if within else [])


UNITS = """units:
  - {id: dang-uy, name: Văn phòng Đảng ủy, kind: party}
  - {id: mat-tran, name: Ủy ban MTTQ Việt Nam xã, kind: front}
  - {id: thue, name: Thuế cơ sở 5, kind: outside}
  - {id: so, name: Sở Nội vụ, kind: outside}
  - {id: hcc, name: Trung tâm Phục vụ hành chính công}
  - {id: van-phong, name: Văn phòng HĐND và UBND}
  - {id: mam-non, name: Trường Mầm non}
  - {id: tieu-hoc, name: Trường Tiểu học}
"""
LEAD = "deadline: Quý III\n            lead: [vh-xh]\n"


def severities(lead: str, code: str, more: str = "") -> list[Severity]:
    text = WHOLE.replace("units:\n", UNITS, 1).replace(LEAD, LEAD.replace("vh-xh", lead) + more)
    return [one.finding.severity for one in find(text) if one.finding.code == code]


@pytest.mark.parametrize(
    ("lead", "told"),
    [("vh-xh", []), ("vh-xh, kinh-te", [Severity.WARNING]), ("vh-xh, kinh-te, hcc, van-phong", [Severity.INFO]),
     ("mam-non, tieu-hoc", []), ("mam-non, kinh-te", [Severity.WARNING])],
)  # fmt: skip
def test_several_leads(lead, told):
    assert severities(lead, "U004") == told


def test_who_carries_out_a_task_together_need_not_lead_it():
    heading = "    columns: [{key: title, heading: Nội dung}, {key: lead, heading: %s}]\n"
    title = "  - title: Phân công thực hiện Kế hoạch\n"
    text = WHOLE.replace(LEAD, LEAD.replace("vh-xh", "vh-xh, kinh-te"))
    for name, severity in (
        ("Đơn vị thực hiện", Severity.INFO),
        ("Đơn vị chủ trì", Severity.WARNING),
    ):
        (found,) = [
            one
            for one in find(text.replace(title, title + heading % name))
            if one.finding.code == "U004"
        ]
        assert found.finding.severity is severity


@pytest.mark.parametrize(
    ("lead", "told"),
    [("dang-uy", [Severity.WARNING]), ("so", [Severity.WARNING]), ("mat-tran", [Severity.INFO]),
     ("thue", [Severity.INFO]), ("dang-uy, vh-xh", [Severity.INFO]), ("vh-xh", [])],
)  # fmt: skip
def test_outsiders_in_the_lead(lead, told):
    assert severities(lead, "U009") == told


@pytest.mark.parametrize(("support", "told"), [("vh-xh", 1), ("kinh-te", 0), ("kinh-te, vh-xh", 1)])
def test_a_lead_does_not_support_itself(support, told):
    more = f"            support: [{support}]\n"
    assert len(severities("vh-xh", "U016", more)) == told


def test_bases_in_the_text_are_no_lack_of_bases():
    start, stop = WHOLE.index("bases:\n"), WHOLE.index("opening:")
    bare = WHOLE[:start] + WHOLE[stop:]
    cited = bare.replace(
        "- Số hóa hồ sơ tại Trung tâm.",
        "- Số hóa hồ sơ theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
    )
    for text, severity in ((bare, Severity.WARNING), (cited, Severity.INFO)):
        (found,) = [one for one in find(text) if one.finding.code == "C001"]
        assert found.finding.severity is severity


def test_a_planned_time_is_only_an_info():
    for phrase, severity in (
        ("Dự kiến tháng 8/2026", Severity.INFO),
        ("Đầu năm", Severity.WARNING),
    ):
        text = WHOLE.replace("deadline: Quý III\n", f"deadline: {phrase}\n")
        found = [one.finding.severity for one in find(text) if one.finding.code == "D004"]
        assert found == [severity]


def test_steering_is_led_by_whoever_keeps_the_plan():
    led = put("[vh-xh], items", "[vh-xh], leads: [institutions], items")
    title = "      - title: Cải cách thủ tục hành chính (TTHC)\n"
    for subject, count in (("steering", 0), ("procedures", 1)):
        text = led.replace(title, f"{title}        subject: {subject}\n")
        assert len(told(text, "U014")) == count
