"""Every format holds the same rows, and none of them runs a formula."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import BytesIO, StringIO

import icalendar
import pytest
from openpyxl import load_workbook

from cchc.messages import visible
from cchc.outputs import due_words as words
from cchc.outputs import json as json_output
from cchc.outputs.due import csv as due_csv
from cchc.outputs.due import ics, markdown, text, xlsx
from cchc.outputs.layout import DueLayout

HEADER = 4


def rows_of(page):
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=HEADER + 1)]


def from_markdown(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [
        [re.sub(r"\\(.)", r"\1", cell) for cell in re.split(r"(?<!\\) \| ", line[2:-2])]
        for line in lines
    ]
    return [row for row in cells if row[0] not in ("Đến hạn", "---")]


def shown(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


@pytest.fixture(params=["2026-01-05", "2026-07-20", "2026-12-31"])
def given(answer, request):
    return answer(today=request.param)


def test_all_formats_hold_the_same_rows(given):
    wanted = [
        (item.plan, item.number, words.title(item), shown(item.due), str(words.STATES[item.state]))
        for item in given.items
    ]
    assert len(wanted) > 12

    found = json.loads(json_output.dumps("due", words.content(given)))["items"]
    in_json = [
        (one["plan"], one["number"], words.title(item),
         shown(one["due"] and date.fromisoformat(one["due"])), str(words.STATES[one["state"]]))
        for one, item in zip(found, given.items, strict=True)
    ]  # fmt: skip
    assert in_json == wanted

    in_csv = [
        (one["Kế hoạch"], one["STT"], one["Nhiệm vụ"].removeprefix("'"),
         shown(one["Đến hạn"] and date.fromisoformat(one["Đến hạn"])), one["Tình trạng"])
        for one in csv.DictReader(StringIO(due_csv.write(given, DueLayout())))
    ]  # fmt: skip
    assert in_csv == wanted

    in_markdown = [
        (row[2], row[3], row[4], row[0], row[1])
        for row in from_markdown(markdown.write(given, DueLayout()))
    ]
    assert in_markdown == wanted

    page = load_workbook(BytesIO(xlsx.write(given, DueLayout()))).worksheets[0]
    in_xlsx = [(row[3], row[4], row[5], shown(row[0]), row[1]) for row in rows_of(page)]
    assert in_xlsx == wanted

    piped = [
        line for line in "".join(text.pieces(given, several=True, columns=None)).splitlines()
        if re.search(r" (an-binh|binh-minh) ", line)
    ]  # fmt: skip
    assert len(piped) == len(wanted)
    for line, (plan, number, title, day, _) in zip(piped, wanted, strict=True):
        assert line.startswith(day)
        assert re.search(rf" {plan} +{re.escape(number)} +{re.escape(title)}", line)

    events = icalendar.Calendar.from_ical(ics.write(given, DueLayout())).events
    in_ics = [(str(one["UID"]), shown(one["DTSTART"].dt)) for one in events]
    assert in_ics == [(ics.uid(item), shown(item.due)) for item in given.items if item.due]


def test_text_from_plans_never_becomes_a_formula(answer):
    given = answer(first=None)
    table = list(csv.reader(StringIO(due_csv.write(given, DueLayout()))))
    text = [cell for row in table for cell in row if not re.fullmatch(r"-?\d+", cell)]
    assert any(cell.startswith("'=HYPERLINK") for cell in text)
    assert any(cell.startswith("'-20%") for cell in text)
    assert not [cell for cell in text if cell.startswith(("=", "+", "-", "@"))]
    book = load_workbook(BytesIO(xlsx.write(given, DueLayout(sheet_per_unit=True))))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r"])
def test_every_sign_that_starts_a_formula_is_kept_from_it(mark):
    from cchc.outputs.csv import dumps

    assert list(csv.reader(StringIO(dumps(["A"], [[f"{mark}1"]]), newline="")))[1] == [
        f"'{visible(mark)}1"
    ]


def test_markdown_shows_signs_of_its_own_as_they_are():
    from cchc.outputs.markdown import table

    assert table(["A"], [["a | b * c\n_d_ <e>"]]).splitlines()[2] == r"| a \| b \* c \_d\_ \<e\> |"


def test_the_json_keeps_the_contract(answer):
    whole = json.loads(json_output.dumps("due", words.content(answer())))
    assert (whole["schema_version"], whole["kind"]) == (1, "due")
    assert (whole["today"], whole["from"], whole["to"]) == (
        "2026-07-20",
        "2026-07-01",
        "2026-12-31",
    )
    contract = [
        "plan", "task", "number", "title", "lead", "support", "deadline", "due", "state", "days",
        "source",
    ]  # fmt: skip
    for one in whole["items"]:
        assert set(contract) <= set(one)
    report = next(one for one in whole["items"] if one["source"] == "report")
    assert report["report"] == {
        "to": "UBND xã", "via": "Phòng Văn hóa - Xã hội", "cadence": "quarterly",
        "figures_close": "2026-03-14",
    }  # fmt: skip
    assert report["day_off"] == {
        "kind": "saturday", "name": "", "working_day_before": "2026-03-13",
    }  # fmt: skip
    assert sum(whole["summary"].values()) == len(whole["items"])
