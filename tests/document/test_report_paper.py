"""The periodic report: its numbers are those of `cchc status`, its words the office's."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from io import BytesIO

import pytest

from cchc.document.check import check_parts
from cchc.document.dump import dumped_words
from cchc.document.report_words import EXPECTED, PLACES, TO_BE_WRITTEN, field, skeleton
from cchc.outputs.json import dumps
from cchc.outputs.status_words import content
from cchc.read.prose import parse_prose
from cchc.views.report import PERIODS
from cchc.views.status import status
from cchc.word.package import read_package
from tests.document.papers import PLANS, asked, printed, real_plan, recorded, report_of
from tests.views.conftest import plan as plan_of
from tests.views.thirty_six import DAYS, FIGURES_BY_HAND, RATES_BY_HAND, thirty_six

__all__ = ["plan_of"]


def plan(name="nam-dan"):
    return real_plan(name)


def status_json(found, day):
    """Return what `cchc status --by area --format json --today DAY` says of the plan."""
    return json.loads(dumps("status", content(status([("thu", found)], day, by=("area",)))))


def shown(number):
    """Return a percentage of the JSON as the report prints it."""
    return f"{float(number):.2f}".replace(".", ",")


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("period", PERIODS)
def test_every_number_of_the_table_is_one_of_the_status(name, period):
    found = recorded(plan(name))
    paper = report_of(found, period)
    told = status_json(found, asked(found, period).as_of)
    rows = {**{one["name"]: one for one in told["areas"]}}
    assert len(paper.field) in (0, len(rows))
    for row, area in zip(paper.field, told["areas"], strict=len(paper.field) > 0):
        assert numbers(row) == expected(area), row.name
    if paper.field:
        assert numbers(paper.whole) == expected(told)


PARTS = (
    "total", "done", "done_late", "running", "overdue", "not_recorded", "not_yet_due", "due",
    "due_done", "recurring", "continuous", "conditional",
)  # fmt: skip


def numbers(row):
    return [*(getattr(row, name) for name in PARTS), row.percent, row.periods]


def expected(told):
    tasks, periods = told["tasks"], told["periods"]
    share = tasks["rate"]
    done = f"{periods['total'] - periods['open']}/{periods['total']}" if periods["total"] else ""
    shares = ["" if share is None else shown(share), done]
    return [*(str(tasks[name]) for name in PARTS), *shares]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("period", PERIODS)
def test_the_sentences_name_the_same_numbers(name, period):
    found = recorded(plan(name))
    report = asked(found, period)
    told = status_json(found, report.as_of)
    for text, numbers in (
        (report_of(found, period).steering[1].text, told),
        *((field(group.count), one)
          for group, one in zip(report.status.groups["area"], told["areas"], strict=True)),
    ):  # fmt: skip
        tasks, periods = numbers["tasks"], numbers["periods"]
        if not tasks["total"]:
            continue
        assert re.search(rf"Kế hoạch có {tasks['total']} nhiệm vụ\b", text)
        if not any(area_record(group, numbers) for group in report.status.groups["area"]):
            continue
        if tasks["due"] and "Trong" in text:
            assert f"Trong {tasks['due']} nhiệm vụ đã đến hạn, " in text
            assert f"đạt {shown(tasks['rate'])}%" in text
        if tasks["overdue"]:
            assert f"{tasks['overdue']} nhiệm vụ quá hạn" in text
        if periods["total"]:
            assert f"có {periods['total']} kỳ đã đến hạn" in text


def area_record(group, numbers):
    return group.id == numbers.get("id", group.id) and group.count.recorded


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_report_on_36_tasks_has_the_figures_worked_out_by_hand(plan_of, day):
    period = {3: "Q1", 6: "H1", 12: "Y"}[day.month]
    found = thirty_six(plan_of)
    paper = report_of(found, period)
    tasks, periods = FIGURES_BY_HAND[day]["tasks"], FIGURES_BY_HAND[day]["periods"]
    assert [getattr(paper.whole, name) for name in PARTS] == [str(tasks[one]) for one in PARTS]
    assert paper.whole.percent == RATES_BY_HAND[day]["tasks.rate"].replace(".", ",")
    assert paper.whole.periods == f"{periods['total'] - periods['open']}/{periods['total']}"
    text = paper.steering[1].text
    assert text.startswith(
        "Kế hoạch có 36 nhiệm vụ, gồm 24 nhiệm vụ có thời hạn, 6 nhiệm vụ định kỳ, 4 nhiệm vụ "
        "thường xuyên, 2 nhiệm vụ chưa xác định thời hạn."
    )
    listed = sum(row.due.count("/2026") if "kỳ" not in row.due else 0 for row in paper.overdue)
    assert listed == tasks["due"] - tasks["due_done"]
    behind = sum(int(row.due.split()[0]) for row in paper.overdue if "kỳ:" in row.due)
    assert behind == periods["open"]
    assert "0 nhiệm vụ" not in re.sub(r"\d0 nhiệm vụ", "", text)


def test_three_tasks_read_as_three(plan_of):
    found = plan_of(
        {"deadline": "Ngày 05 hằng tháng"},
        {"deadline": "Thường xuyên", "progress": {"state": "done", "date": "20/2/2026"}},
        {"deadline": "Quý I", "progress": {"state": "done", "date": "20/3/2026"}},
        document=document("12/01/2026"),
    )
    paper = report_of(found, "H1")
    assert "Kế hoạch có 3 nhiệm vụ, gồm 1 nhiệm vụ có thời hạn, 1 nhiệm vụ định kỳ" in (
        paper.steering[1].text
    )
    (row,) = paper.overdue
    assert (row.due, row.days) == ("5 kỳ: 05/02, 05/3, 05/4, 05/5, 05/6/2026", "145")
    (coming,) = paper.coming
    assert coming.due == "3 kỳ: 05/7, 05/8, 05/9/2026"
    assert "đến hạn từ ngày 01/7/2026 đến ngày 30/9/2026" in paper.ahead[-1].text


def test_a_task_due_on_the_closing_day_is_behind_and_not_coming(plan_of):
    paper = report_of(plan_of({"deadline": "Quý II"}), "H1")
    assert [(row.due, row.days) for row in paper.overdue] == [("30/6/2026", "")]
    assert not paper.coming


def test_symbols_are_not_broken_over_lines(plan_of):
    record = {"state": "done", "date": "20/3/2026", "evidence": "15/BC-UBND"}
    made = plan_of({"deadline": "Quý I", "title": "Nộp 9/QĐ-UBND", "progress": record})
    data = printed(report_of(made, "H1"), "bao-cao")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:noBreakHyphen/>") >= 2
    assert "15/BC-UBND" in dumped_words(data)


def document(day):
    return {"symbol": "KH-UBND", "date": day, "title": "Cải cách hành chính"}


def test_with_nothing_recorded_it_says_so_and_prints_no_zero_as_a_result():
    paper = report_of(plan(), "Q1")
    text = dumped_words(printed(paper, "bao-cao"))
    assert "chưa ghi nhận kết quả thực hiện của nhiệm vụ nào, nên báo cáo không nêu tỷ lệ" in text
    assert "0,00" not in text
    assert not paper.field
    assert not re.search(r"đã hoàn thành \d|đạt \d", text)


def test_a_field_without_a_result_has_zeros_and_no_dashes():
    paper = report_of(recorded(plan()), "Q1")
    cells = [cell for row in paper.field for cell in numbers(row)]
    assert "0" in cells
    assert "-" not in cells


def test_overdue_tasks_are_listed_with_lead_days_and_reason():
    found = recorded(plan())
    paper = report_of(found, "Y")
    late = {row.number: row for row in paper.overdue}
    told = status_json(found, date(2026, 12, 31))
    undone = [row for row in paper.overdue if "kỳ:" not in row.due]
    assert len(undone) >= told["tasks"]["due"] - told["tasks"]["due_done"] > 0
    task = late["17"]
    assert (task.lead, task.due) == ("Trung tâm Phục vụ hành chính công", "31/3/2026")
    assert task.days == str((date(2026, 12, 31) - date(2026, 3, 31)).days)
    assert task.reason == "Đang chờ kinh phí"


def test_what_is_done_is_listed_with_its_evidence():
    paper = report_of(recorded(plan()), "H1")
    first = paper.finished[0]
    assert (first.number, first.date, first.evidence) == (
        "1", "20/02/2026", "12/BC-UBND",
    )  # fmt: skip
    assert first.state == "Đúng hạn"
    assert all(row.evidence != "9/QĐ-UBND" for row in paper.finished)  # done after the period


def test_the_next_period_has_what_falls_due_in_it():
    paper = report_of(plan(), "Q1")
    assert {row.due for row in paper.coming} == {"1 kỳ: 14/6/2026"}
    assert report_of(plan(), "Q3").coming[-1].due.endswith("31/12/2026")


def test_the_offices_words_stand_where_they_belong_and_computed_words_stay():
    prose = {
        "results": ("Nổi bật một.", "- Gạch đầu dòng."),
        "procedures": ("Lời về thủ tục.",),
        "causes": ("Do A & B < C {{ tag }}.",),
    }
    text = dumped_words(printed(report_of(recorded(plan()), "H1", **prose), "bao-cao"))
    order = ["2. Cải cách thủ tục hành chính", "Lời về thủ tục.", "1. Kết quả nổi bật",
             "Nổi bật một.", "- Gạch đầu dòng.", "3. Nguyên nhân",
             "Do A & B < C {{ tag }}."]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.count(TO_BE_WRITTEN) == 1  # proposals


def test_the_file_for_words_has_every_place_and_reads_back_empty(tmp_path):
    text = skeleton("nam-dan", "Q1")
    assert parse_prose(text, tmp_path / "x.md", PLACES) == {}
    filled = text.rstrip() + "\nLời đề xuất.\n"
    assert parse_prose(filled, tmp_path / "x.md", PLACES) == {"proposals": ("Lời đề xuất.",)}
    assert set(EXPECTED) <= set(PLACES)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("period", PERIODS)
def test_check_docx_finds_nothing_on_any_report(name, period, tmp_path):
    path = tmp_path / "bao-cao.docx"
    for found in (plan(name), recorded(plan(name))):
        path.write_bytes(printed(report_of(found, period), "bao-cao"))
        said = check_parts(read_package(path), path)
        assert [(one.fault.code, str(one.place), str(one.found)) for one in said] == []


def test_appendices_without_rows_are_left_out_and_the_others_numbered_anew():
    text = dumped_words(printed(report_of(plan(), "Q1"), "bao-cao"))
    labels = re.findall(r"^(Phụ lục(?: [IVX]+)?)$", text, re.MULTILINE)
    assert labels == ["Phụ lục I", "Phụ lục II"]
    assert "nêu tại Phụ lục I." in text


def test_the_same_report_gives_the_same_bytes():
    first, second = (printed(report_of(recorded(plan()), "Y"), "bao-cao") for _ in range(2))
    assert first == second
