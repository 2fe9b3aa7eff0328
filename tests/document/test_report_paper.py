"""The periodic report: its numbers are those of `cchc status`, its words the office's."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from cchc.document.check import check_parts
from cchc.document.dump import text_of
from cchc.document.papers.report import NOTHING
from cchc.document.report_words import EXPECTED, PLACES, TO_BE_WRITTEN, field, skeleton
from cchc.outputs.json import dumps
from cchc.outputs.status_words import content
from cchc.read.load import load
from cchc.read.prose import parse_prose
from cchc.read.workspace import plan_files
from cchc.views.report import PERIODS
from cchc.views.status import status
from cchc.word.package import read_package
from tests.conftest import ROOT
from tests.document.papers import asked, printed, recorded, report_of

PLANS = {path.stem: path for path in plan_files(ROOT / "plans")}


def plan(name="nam-dan"):
    return load(PLANS[name]).plan


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
        assert numbers(paper.whole) == expected(told["total"])


def numbers(row):
    return [
        row.total, row.done, row.done_late, row.percent, row.overdue, row.due, row.running,
        row.suspended, row.not_recorded, row.continuous, row.conditional,
    ]  # fmt: skip


def expected(told):
    with_record = told["done"] + told["done_late"] + told["running"] + told["suspended"]
    results = [told["done"], told["done_late"]] if with_record else [NOTHING, NOTHING]
    share = told["done_percent"]
    percent = shown(share) if with_record and share is not None else NOTHING
    rest = ("overdue", "due", "running", "suspended", "not_recorded", "continuous", "conditional")
    return [str(one) for one in (told["total"], *results, percent, *(told[key] for key in rest))]


def test_the_sentences_name_the_same_numbers():
    found = recorded(plan())
    paper = report_of(found, "H1")
    told = status_json(found, date(2026, 6, 30))["total"]
    whole = paper.steering[1].text
    assert f"Kế hoạch có {told['total']} nhiệm vụ" in whole
    assert f"đã hoàn thành {told['done'] + told['done_late']} nhiệm vụ" in whole
    assert f"đạt {shown(told['done_percent'])}%" in whole
    assert f"{told['overdue']} nhiệm vụ đã quá thời hạn" in whole
    assert f"{told['running']} nhiệm vụ đang thực hiện" in whole
    assert f"{told['suspended']} nhiệm vụ tạm dừng" in whole
    assert f"{told['not_recorded']} nhiệm vụ chưa đến hạn và chưa ghi nhận" in whole


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("period", PERIODS)
def test_the_sentence_on_each_field_has_the_numbers_of_the_status(name, period):
    found = recorded(plan(name))
    report = asked(found, period)
    told = {one["id"]: one for one in status_json(found, report.as_of)["areas"]}
    for group in report.status.groups["area"]:
        area = told[group.id]
        done = area["done"] + area["done_late"]
        wanted = [str(area["total"])] if area["total"] else []
        if area["total"] and done:
            wanted += [str(done), shown(area["done_percent"])]
            wanted += [str(area["done_late"])] if area["done_late"] else []
        if area["total"] and area["overdue"]:
            wanted.append(str(area["overdue"]))
        if not area["total"] and (apart := area["continuous"] + area["conditional"]):
            wanted.append(str(apart))
        assert re.findall(r"\d+(?:,\d+)?", field(group.tally)) == wanted


def test_with_nothing_recorded_it_says_so_and_prints_no_zero_as_a_result():
    paper = report_of(plan(), "Q1")
    text = text_of(printed(paper, "bao-cao"))
    assert "chưa ghi nhận kết quả thực hiện của nhiệm vụ nào, nên báo cáo không nêu tỷ lệ" in text
    assert "0,00" not in text
    assert not paper.field
    assert not re.search(r"đã hoàn thành \d|đạt \d", text)


def test_a_field_without_a_record_has_dashes_not_zeros():
    paper = report_of(recorded(plan()), "Q1")
    empty = [row for row in paper.field if row.done == NOTHING]
    assert empty
    assert all((row.done, row.done_late, row.percent) == (NOTHING,) * 3 for row in empty)


def test_overdue_tasks_are_listed_with_lead_days_and_reason():
    found = recorded(plan())
    paper = report_of(found, "Y")
    late = {row.number: row for row in paper.overdue}
    told = status_json(found, date(2026, 12, 31))["total"]
    assert len(paper.overdue) == told["overdue"]
    task = late["17"]
    assert (task.lead, task.due) == ("Trung tâm Phục vụ hành chính công", "31/3/2026")
    assert task.days == str((date(2026, 12, 31) - date(2026, 3, 31)).days)
    assert task.reason == "Đang chờ kinh phí"


def test_what_is_done_is_listed_with_its_evidence():
    paper = report_of(recorded(plan()), "H1")
    first = paper.finished[0]
    assert (first.number, first.date, first.evidence) == ("1", "20/02/2026", "12/BC-UBND")
    assert first.state == "Đúng hạn"
    assert all(row.evidence != "9/QĐ-UBND" for row in paper.finished)  # done after the period


def test_the_next_period_has_what_falls_due_in_it():
    paper = report_of(plan(), "Q1")
    assert {row.due for row in paper.coming} == {"31/3/2026", "14/6/2026"}
    assert report_of(plan(), "Q3").coming[-1].due == "31/12/2026"


def test_the_offices_words_stand_where_they_belong_and_computed_words_stay():
    prose = {
        "results": ("Nổi bật một.", "- Gạch đầu dòng."),
        "procedures": ("Lời về thủ tục.",),
        "causes": ("Do A & B < C {{ tag }}.",),
    }
    text = text_of(printed(report_of(recorded(plan()), "H1", **prose), "bao-cao"))
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
    text = text_of(printed(report_of(plan(), "Q1"), "bao-cao"))
    labels = re.findall(r"^(Phụ lục(?: [IVX]+)?)$", text, re.MULTILINE)
    assert labels == ["Phụ lục I", "Phụ lục II"]
    assert "nêu tại Phụ lục I." in text


def test_the_same_report_gives_the_same_bytes():
    first, second = (printed(report_of(recorded(plan()), "Y"), "bao-cao") for _ in range(2))
    assert first == second
