"""The rules of units, targets and deadlines (U, T, D): each fault at its place, and near misses."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cchc.model.finding import Severity

from .marked import WHOLE, find, place

UNIT = "  - {id: kinh-te, name: Phòng Kinh tế}\n"
PVHCC = UNIT + "  - {id: pvhcc, name: Trung tâm Phục vụ hành chính công}\n"
USED = "      - {units: [pvhcc], text: Niêm yết thủ tục.}\n      - units: [kinh-te]\n"
KINH_TE = "      - units: [kinh-te]\n"
CLEAN = "Cân đối nguồn kinh phí thực hiện."
SENT = "- Tiếp nhận phản ánh của người dân."
TASK = "            title: Kiểm tra việc giải quyết hồ sơ\n"
LEAD = "            deadline: Quý II\n            lead: [kinh-te]\n"
QUARTERLY = "            deadline: Hằng quý\n"
REPORT = "          - text: Báo cáo kết quả thực hiện.\n            deadline: Hằng quý\n"
OTHER = (
    "          - text: Báo cáo đột xuất.\n            deadline: theo quy định\n"
    "            report: {to: Sở Nội vụ}\n"
)
GROUPS = 'groups:\n  - {id: lien-quan, name: "Các đơn vị liên quan", members: all}\nbody:\n'
COLUMNS = "    columns: [{key: title, heading: Việc}, {key: deadline, heading: Chậm nhất}]\n"
NUMBERING = "    numbering: level\n"
TITLE = "      - title: Cải cách thể chế\n"
LEADS = "        leads: [institutions]\n"


class Case(NamedTuple):
    """What is changed in the whole plan; ‹ › mark what is found, if anything."""

    code: str
    changes: tuple[tuple[str, str], ...]


def case(code: str, *changes: tuple[str, str]) -> Case:
    return Case(code, changes)


def changed(one: Case) -> str:
    text = WHOLE
    for old, new in one.changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def target(value: str, key: str = "measure") -> str:
    return (
        f"            targets: [{{{key}: Hồ sơ được giải quyết, exactly: {value}, unit: điểm}}]\n"
    )


FAULTS = [
    case("U007", (CLEAN, "Phối hợp với ‹Phòng Văn hóa – Xã hội›.")),
    case("U007", (CLEAN, "Phối hợp với ‹Phòng Văn hóa và Xã hội›.")),
    case("U008", (SENT, "- Tiếp nhận tại ‹Bộ phận Tiếp nhận và Trả kết quả›.")),
    case("U009", (UNIT, UNIT.replace("}", ", kind: party}")),
         (LEAD, LEAD.replace("kinh-te", "‹kinh-te›"))),
    case("U010", ("[vh-xh], items", "[vh-xh], leads: [institutions], items"),
         (KINH_TE, KINH_TE + LEADS.replace("institutions", "‹institutions›"))),
    case("U011", (UNIT, UNIT + "  - {id: kt, name: ‹Phòng kinh tế xã›}\n"),
         ("- units: [kinh-te]", "- units: [kinh-te, kt]")),
    case("U011", ("aliases: [Phòng Văn hoá- Xã hội]", "aliases: [Phòng VH-XH]"),
         (UNIT, UNIT.replace("}", ", aliases: [‹Phòng VHXH›]}"))),
    case("U012", (UNIT, PVHCC), (KINH_TE, USED),
         (CLEAN, "Chuyển hồ sơ cho ‹Trung tâm Dịch vụ Hành chính công› xử lý.")),
    case("U013", ("body:\n", GROUPS), (LEAD, LEAD + "            support: [‹lien-quan›]\n")),
    case("U014", (TITLE, TITLE + "        subject: ‹institutions›\n"),
         ("      - title: CẢI CÁCH THỂ CHẾ\n", "      - title: VIỆC KHÁC\n"),
         (KINH_TE, KINH_TE + LEADS.replace("institutions", "public-finance"))),
    case("T003", (TASK, TASK + "            requirement: ‹Thực hiện tốt theo quy định›\n")),
    case("T004", (SENT, "- Phấn đấu đạt ‹tối thiểu 90 điểm trở lên›.")),
    case("T005", ("            product: Quyết định\n", "            product: Đạt 98\n" + target("98")),
         ("            product: Biên bản\n",
          "            product: Đạt 95\n" + target("95", "‹measure›"))),
    case("T006", (TASK, "            title: ‹Ban hành kế hoạch cải cách hành chính năm 2026›\n")),
    case("T007", (TASK, TASK + target("‹95›"))),
    case("D001", (LEAD, LEAD.replace("Quý II", "‹Quý II năm học›"))),
    case("D001", (LEAD, LEAD.replace("Quý II", "‹31/6/2026›"))),
    case("D006", (REPORT, OTHER.replace("theo quy định", "‹theo quy định›") + REPORT)),
    case("D007", (QUARTERLY, "            deadline: ‹Hằng quý, trước ngày 05 tháng cuối quý›\n")),
    case("D008", (NUMBERING, NUMBERING + COLUMNS), (LEAD, LEAD.replace("Quý II", "‹Thường xuyên›"))),
    case("D009", ("date: 01/2026", "date: 15/4/2026"),
         ("            deadline: Quý I\n", "            deadline: ‹Quý I›\n")),
    case("D011", (LEAD, "            start: ‹Từ tháng 7/2026›\n" + LEAD)),
    case("D001", (LEAD, "            start: ‹31/6/2026›\n" + LEAD)),
    case("D001", (LEAD, "            start: ‹Tháng mười ba›\n" + LEAD)),
    case("D010", (f"- {CLEAN}", "- {text: Cân đối kinh phí, deadline: ‹trước ngày 20/01/2026›}")),
]  # fmt: skip

SILENT = [
    case("U007", (CLEAN, "Phối hợp với Phòng Văn hoá- Xã hội.")),
    case("U007", (CLEAN, "Phối hợp với phòng Văn hóa - Xã hội.")),
    case("U007", (UNIT, UNIT.replace("Phòng Kinh tế", "Công an xã")), (CLEAN, "Công An tỉnh.")),
    case("U008", (SENT, "- Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về "
                        "thực hiện thủ tục hành chính tại Bộ phận Một cửa.")),
    case("U009", (UNIT, UNIT.replace("}", ", kind: village}"))),
    case("U010", ("[vh-xh], items", "[vh-xh], leads: [institutions], items"),
         (KINH_TE, KINH_TE + LEADS.replace("institutions", "public-finance"))),
    case("U011", (UNIT, UNIT.replace("}", ", aliases: [Phòng Kinh tế xã]}"))),
    case("U012", (UNIT, PVHCC), (CLEAN, "Theo mẫu của Trung tâm Dịch vụ Hành chính công tỉnh.")),
    case("U012", (UNIT, PVHCC), (CLEAN, "Chuyển cho Trung tâm Phục vụ Hành chính công.")),
    case("U012", (UNIT, PVHCC), (CLEAN, "Chuyển cho Trung tâm Dịch vụ sự nghiệp công.")),
    case("U013", ("body:\n", GROUPS.replace("all}", "[vh-xh, kinh-te]}")),
         (LEAD, LEAD + "            support: [lien-quan]\n")),
    case("U013", ("body:\n", GROUPS), (LEAD, LEAD + "            support: [vh-xh, lien-quan]\n")),
    case("U014", (TITLE, TITLE + "        subject: institutions\n")),
    case("U014", (TITLE, TITLE + "        subject: institutions\n"),
         (KINH_TE, KINH_TE + LEADS.replace("institutions", "public-finance")),
         ("      - title: CẢI CÁCH THỂ CHẾ\n",
          "      - title: CẢI CÁCH THỂ CHẾ\n        subject: institutions\n")),
    case("T003", (TASK, TASK + "            requirement: Thực hiện tốt 100% theo quy định\n")),
    case("T004", (SENT, "- Tối thiểu 90% hồ sơ được tiếp nhận; từ 95% trở lên đúng hạn.")),
    case("T006", (TASK, "            title: Ban hành kế hoạch cải cách hành chính năm 2027\n")),
    case("T006", (TASK, "            title: Ban hành kế hoạch kiểm tra cải cách hành chính\n")),
    case("T007", (TASK, "            title: Kiểm tra hai cuộc trong năm\n" + target("2"))),
    case("T007", (TASK, "            title: Kiểm tra 03 cuộc, đạt 97,5 điểm\n" + target("97.5"))),
    case("T007", (TASK, "            title: Không để hồ sơ quá hạn\n" + target("0"))),
    case("D006", (REPORT, OTHER.replace("theo quy định", "nếu có vướng mắc") + REPORT)),
    case("D007", (QUARTERLY, "            deadline: Hằng quý, trước ngày 15 tháng cuối quý\n")),
    case("D008", (NUMBERING, NUMBERING + COLUMNS.replace("Chậm nhất", "Thời gian")),
         (LEAD, LEAD.replace("Quý II", "Thường xuyên"))),
    case("D009", ("date: 01/2026", "date: 3/2026")),
    case("D011", (LEAD, "            start: Tháng 6/2026\n" + LEAD)),
    case("D011", (LEAD, "            start: sau khi họp\n" + LEAD)),
    case("D009", ("date: 01/2026", "date: 15/4/2026"), ("            deadline: Quý I\n",
         "            deadline: Hằng quý\n")),
    case("D010", (f"- {CLEAN}", "- {text: Cân đối kinh phí, deadline: Quý III}")),
    case("D010", (f"- {CLEAN}", "- {text: Cân đối kinh phí, deadline: trước ngày 20/01/2026}"),
         ("  - title: Phân công thực hiện Kế hoạch\n",
          "  - title: Phân công thực hiện Kế hoạch\n    incomplete: Bản gốc mất trang\n")),
]  # fmt: skip


def _name(one: Case) -> str:
    return f"{one.code} {one.changes[-1][1].strip()[:30]}"


@pytest.mark.parametrize("one", FAULTS, ids=_name)
def test_a_fault_is_found_at_its_place(one):
    marked = changed(one)
    text = marked.replace("‹", "").replace("›", "")
    before, rest = marked.split("‹")
    (found,) = [each for each in find(text) if each.finding.code == one.code]
    assert (found.span.line, found.span.column) == place(before)
    assert text[found.span.start : found.span.stop] == rest.split("›")[0]


@pytest.mark.parametrize("one", SILENT, ids=_name)
def test_what_only_looks_like_a_fault_is_left_alone(one):
    assert one.code not in {each.finding.code for each in find(changed(one))}


def test_a_phrase_not_understood_is_a_warning_and_an_impossible_date_an_error():
    for phrase, severity in (("Quý II năm học", Severity.WARNING), ("31/6/2026", Severity.ERROR)):
        one = case("D001", (LEAD, LEAD.replace("Quý II", phrase)))
        (found,) = [each for each in find(changed(one)) if each.finding.code == "D001"]
        assert found.finding.severity is severity


def test_the_advice_on_an_ambiguous_deadline_names_its_own_days():
    for phrase, days in (
        ("Đầu quý III", "31/7/2026"),
        ("Cuối quý", "31/3/2026, 30/6/2026, 30/9/2026, 31/12/2026"),
        ("Đầu tháng", "10/01/2026, 10/02/2026, 10/3/2026, 10/4/2026 and so on"),
    ):
        one = case("D004", (LEAD, LEAD.replace("Quý II", phrase)))
        (found,) = [each for each in find(changed(one)) if each.finding.code == "D004"]
        assert str(found.finding.help).endswith(f": {days}")


def test_neighbouring_periods_are_spoken_of_where_the_unit_is_said_again():
    for phrase, severities in (
        ("Quý II và quý III", [Severity.INFO]),
        ("Tháng 6, tháng 7", [Severity.INFO]),
        ("Quý II, III", []),
        ("Quý II; quý III", []),
    ):
        one = case("D004", (LEAD, LEAD.replace("Quý II", phrase)))
        found = [each.finding for each in find(changed(one)) if each.finding.code == "D004"]
        assert [each.severity for each in found] == severities


@pytest.mark.parametrize(("many", "count"), [(5, 1), (4, 4)])
def test_a_column_that_is_not_understood_is_doubted_once(many, count):
    """Several phrases of one table that are no times are one finding, at the column of deadlines."""
    row = "          - id: ra-soat\n            title: Rà soát văn bản\n            product: Báo cáo\n"
    words = ["Thiếu biển", "Chỗ chờ nóng", "Máy hỏng", "Trả lời chậm", "Chưa xin lỗi"]
    rows = "".join(
        f"{row}            deadline: {one}\n            lead: [vh-xh]\n".replace("ra-soat", f"r{n}")
        for n, one in enumerate(words[:many])
    )
    plan = WHOLE.replace(row, rows + row).replace(NUMBERING, COLUMNS + NUMBERING, 1)
    found = [one for one in find(plan) if one.finding.code == "D001"]
    assert len(found) == count
    assert (found[0].finding.message.values.get("count") == many) == (count == 1)
    assert (plan[found[0].span.start :].startswith("key: deadline")) == (count == 1)
