"""`cchc report` as an officer types it."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from cchc.document.dump import dumped_words

ROOT = Path(__file__).parent.parent.parent
Q1 = ("report", "an-binh", "--period", "Q1", "--today", "2026-07-20")


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    """Return a workspace with the two made-up plans, and stand in it."""
    shutil.copytree(ROOT / "tests" / "workspaces" / "due", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_report_is_written_into_the_output_folder(office, cchc):
    ran = cchc(*Q1)
    assert ran.code == 0
    assert ran.out == "out/bao-cao/an-binh-q1.docx\n"
    text = dumped_words((office / ran.out.strip()).read_bytes())
    assert "quý I năm 2026" in text
    assert "(số liệu tính từ đầu năm đến ngày 31/3/2026)" in text


def test_what_is_missing_is_said_beside_the_output(office, cchc):
    ran = cchc(*Q1)
    assert ran.err == (
        "the office's own words are missing for: Kết quả nổi bật; Tồn tại, hạn chế; "
        "Nguyên nhân của tồn tại, hạn chế; Kiến nghị, đề xuất; write them in reports/an-binh-q1.md (“--words” starts the file)\n"
    )


def test_the_numbers_are_those_of_status_on_the_last_day(office, cchc):
    told = json.loads(
        cchc("status", "--plan", "an-binh", "--today", "2026-03-31", "--format", "json").out
    )["tasks"]
    text = cchc(*Q1, "--text").out
    assert f"Kế hoạch có {told['total']} nhiệm vụ" in text
    assert f"{told['year_rate']:.2f}".replace(".", ",") + "%" in text


def test_a_report_nobody_is_named_to_sign_says_so(office, cchc):
    plan = office / "plans" / "an-binh.yaml"
    text = plan.read_text(encoding="utf-8")
    assert "nobody is named who signs" not in cchc(*Q1, "--signer", "Lê Thị Hoa").err
    lines = [line for line in text.splitlines(keepends=True) if "signer:" not in line]
    plan.write_text("".join(lines), encoding="utf-8")
    assert "nobody is named who signs" in cchc(*Q1, "--text").err


def test_words_are_started_kept_and_printed(office, cchc):
    ran = cchc(*Q1, "--words")
    assert (ran.code, ran.out) == (0, "reports/an-binh-q1.md\n")
    path = office / "reports" / "an-binh-q1.md"
    words = path.read_text(encoding="utf-8")
    path.write_text(words + "Đề nghị một.\n", encoding="utf-8")
    kept = path.read_bytes()
    again = cchc(*Q1, "--words")
    assert (again.code, again.err.splitlines()[0]) == (
        2, "cchc: reports/an-binh-q1.md is there already",
    )  # fmt: skip
    assert "Đề nghị một." in cchc(*Q1, "--text").out
    assert path.read_bytes() == kept


def test_a_slip_in_the_words_is_told_with_its_line_and_nothing_is_written(office, cchc):
    (office / "reports").mkdir()
    (office / "reports" / "an-binh-q1.md").write_text("\n# cause\nDo.\n", encoding="utf-8")
    ran = cchc(*Q1)
    assert ran.code == 2
    assert "an-binh-q1.md, line 2: a report has no place “cause”" in ran.err
    assert "did you mean “causes”?" in ran.err
    assert not (office / "out").exists()


def test_a_period_that_has_not_begun_is_refused(office, cchc):
    ran = cchc("report", "an-binh", "--period", "Q3", "--today", "2026-05-01")
    assert ran.code == 2
    assert ran.err.startswith("cchc: the period begins on 01/07/2026, after today\n")


def test_while_a_period_runs_the_report_is_as_of_today(office, cchc):
    text = cchc("report", "an-binh", "--period", "y", "--today", "2026-11-20", "--text").out
    assert "đến ngày 20/11/2026" in text


def test_the_files_can_be_listed_as_json(office, cchc):
    told = json.loads(cchc(*Q1, "--format", "json").out)
    (made,) = told["files"]
    assert (told["kind"], made["plan"]) == ("rendered", "an-binh")
    data = (office / made["path"]).read_bytes()
    assert made["bytes"] == len(data)
    assert zipfile.is_zipfile(BytesIO(data))


def test_a_report_changed_by_hand_is_not_overwritten_without_force(office, cchc):
    path = office / "out" / "bao-cao" / "an-binh-q1.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"sua tay")
    ran = cchc(*Q1)
    assert ran.code == 2
    assert path.read_bytes() == b"sua tay"
    assert cchc(*Q1, "--force").code == 0
    assert path.read_bytes() != b"sua tay"


def test_the_signer_can_be_named(office, cchc):
    assert "Lê Thị Hoa" in cchc(*Q1, "--text", "--signer", "Lê Thị Hoa").out
