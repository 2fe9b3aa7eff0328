"""`cchc sheet` as an officer types it: out to the units, and in again."""

from __future__ import annotations

import json
from datetime import date

import openpyxl
import pytest

from tests.edit.sheets import PLANS, filled
from tests.edit.sheets import workspace as copied

OUT = ("--quarter", "2", "--today", "2026-05-15")
TODAY = ("--today", "2026-06-01")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(copied(tmp_path, "nam-dan"))
    return tmp_path


@pytest.fixture
def plan(here):
    return here / "plans" / "nam-dan.yaml"


def fill(path, **cells):
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        book["Phiếu"][name].value = value
    book.save(path)


def test_every_unit_with_something_to_answer_gets_a_sheet(cchc, here):
    ran = cchc("sheet", "out", *OUT)
    names = [
        f"nam-dan_{unit}.xlsx" for unit in ("vh-xh", "kinh-te", "van-phong", "pvhcc", "dich-vu")
    ]
    assert ran.code == 0
    assert ran.out.splitlines() == [f"out/sheets/{name}" for name in names]
    assert ran.err == "led by no declared unit, so on no sheet, 1 tasks: nam-dan 45\n"
    assert sorted(path.name for path in (here / "out" / "sheets").iterdir()) == sorted(names)


def test_one_unit_by_its_name_into_a_folder_of_ones_own(cchc, here):
    ran = cchc("sheet", "out", "nam", "--unit", "phong kinh te", "-o", "phieu", *OUT)
    assert (ran.code, ran.out, ran.err) == (0, "phieu/nam-dan_kinh-te.xlsx\n", "")
    assert [path.name for path in (here / "phieu").iterdir()] == ["nam-dan_kinh-te.xlsx"]


def test_a_group_means_its_members(cchc, here):
    ran = cchc("sheet", "out", "--unit", "tat-ca", *OUT)
    assert len(ran.out.splitlines()) == 5


def test_a_unit_that_has_nothing_to_answer_is_said_so(cchc, here):
    ran = cchc("sheet", "out", "--unit", "so-noi-vu", *OUT)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "nothing to answer, so no sheet, for 1 units: Sở Nội vụ (nam-dan)\n"
        "there is nothing open, so no sheet was written\n"
    )


def test_a_unit_that_is_nowhere_is_refused(cchc, here):
    ran = cchc("sheet", "out", "--unit", "Công an", *OUT)
    assert (ran.code, ran.out) == (2, "")
    assert "no plan has a unit “Công an”" in ran.err


def test_without_a_period_everything_open_is_asked(cchc, here):
    cchc("sheet", "out", "--unit", "dich-vu", "--today", "2026-05-15")
    page = openpyxl.load_workbook(here / "out" / "sheets" / "nam-dan_dich-vu.xlsx")["Phiếu"]
    assert page.max_row - 4 == 7


def test_the_same_sheets_again_are_left_alone_and_filled_ones_are_kept(cchc, here):
    cchc("sheet", "out", *OUT)
    path = here / "out" / "sheets" / "nam-dan_pvhcc.xlsx"
    before = path.stat().st_mtime_ns, path.read_bytes()
    assert cchc("sheet", "out", *OUT).code == 0
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    fill(path, K7="Tạm dừng")
    kept = path.read_bytes()
    (here / "out" / "sheets" / "nam-dan_vh-xh.xlsx").unlink()
    ran = cchc("sheet", "out", *OUT)
    assert ran.code == 2
    assert "there already, perhaps filled in: out/sheets/nam-dan_pvhcc.xlsx\n" in ran.err
    assert not (here / "out" / "sheets" / "nam-dan_vh-xh.xlsx").exists()  # nothing was written
    assert path.read_bytes() == kept
    assert cchc("sheet", "out", "--force", *OUT).code == 0
    assert path.read_bytes() == before[1]


def test_out_as_json(cchc, here):
    answer = json.loads(cchc("sheet", "out", "--unit", "pvhcc", "--format", "json", *OUT).out)
    assert answer == {
        "schema_version": 1, "kind": "sheets",
        "files": [
            {"path": "out/sheets/nam-dan_pvhcc.xlsx", "plan": "nam-dan", "unit": "pvhcc", "rows": 6}
        ],
        "unread": [],
    }  # fmt: skip


def test_a_quarter_goes_out_and_comes_in_again(cchc, here, plan):
    cchc("sheet", "out", *OUT)
    fill(here / "out" / "sheets" / "nam-dan_pvhcc.xlsx",
         K7="Hoàn thành", L7=date(2026, 5, 20), M7="15/BC-UBND")  # fmt: skip
    ran = cchc("sheet", "in", "out/sheets/*.xlsx", *TODAY)
    assert ran.code == 0
    assert (
        ran.out
        == """\
--- a/plans/nam-dan.yaml
+++ b/plans/nam-dan.yaml
@@ -756,6 +756,7 @@
               - pvhcc
             support:
               - lien-quan
+            progress: {state: done, date: 2026-05-20, evidence: 15/BC-UBND}
           - id: kiem-tra-tthc
             title: Ban hành Kế hoạch kiểm tra công tác cải cách TTHC năm 2026
             product: Kế hoạch
"""
    )
    assert ran.err.splitlines() == [
        "sheets: 5; rows filled in: 1; recorded: 1",
        "nam-dan: Phòng Văn hóa - Xã hội: left empty: 7 (IV.8.1, IV.8.2 (2026-Q1), 1,"
        " IV.8.2 (2026-Q2), IV.1.2, IV.8.4, 2)",
        "nam-dan: Phòng Kinh tế: left empty: 4 (IV.8.1, IV.8.2 (2026-Q1), IV.8.2 (2026-Q2),"
        " IV.8.4)",
        "nam-dan: Văn phòng HĐND và UBND xã: left empty: 4 (IV.8.1, IV.8.2 (2026-Q1),"
        " IV.8.2 (2026-Q2), IV.8.4)",
        "nam-dan: Trung tâm Phục vụ hành chính công: left empty: 5 (IV.8.1, IV.8.2 (2026-Q1), 18,"
        " IV.8.2 (2026-Q2), IV.8.4)",
        "nam-dan: Trung tâm Dịch vụ công: left empty: 5 (IV.8.1, IV.8.2 (2026-Q1),"
        " IV.8.2 (2026-Q2), IV.8.4, 2)",
    ]
    after = plan.read_bytes()
    again = cchc("sheet", "in", "out/sheets", *TODAY)
    assert (again.code, again.out) == (0, "")
    assert again.err.startswith("sheets: 5; rows filled in: 1; recorded: 0\n")
    assert plan.read_bytes() == after
    assert cchc("validate", "nam-dan").code == cchc("validate", str(PLANS / "nam-dan.yaml")).code


def test_check_shows_the_same_and_writes_nothing(cchc, here, plan):
    filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Tạm dừng"})
    before = plan.read_bytes()
    checked = cchc("sheet", "in", "a.xlsx", "--check", *TODAY)
    assert plan.read_bytes() == before
    assert checked.err.startswith(
        "sheets: 1; rows filled in: 1; would change: 1 (nothing was written)\n"
        "nam-dan: Phòng Văn hóa - Xã hội: no sheet came back; open: 7 ("
    )
    assert cchc("sheet", "in", "a.xlsx", *TODAY).out == checked.out != ""
    assert plan.read_bytes() != before


def test_faults_go_out_one_a_line_with_exit_code_one(cchc, here, plan):
    before = plan.read_bytes()
    filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Hoàn thành", "state8": "Xongg"})
    (here / "b.xlsx").write_bytes(b"")
    ran = cchc("sheet", "in", "a.xlsx", "b.xlsx", *TODAY)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "a.xlsx: Phiếu!L7 [Ngày]: the day on which “17” was done is missing"
        " (it decides between on time and late; for today write 01/06/2026)",
        "a.xlsx: Phiếu!K8 [Tình trạng]: “Xongg” is not a state of progress"
        " (choose from the list: Đang thực hiện, Hoàn thành, Tạm dừng; leave empty what has not"
        " begun)",
        "b.xlsx: the file is empty (Copy it again from where it came from; it was probably not sent"
        " completely.)",
    ]
    assert ran.err.startswith("nothing was recorded; errors: 3\n")
    assert plan.read_bytes() == before


def test_in_as_json(cchc, here):
    filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Tạm dừng", "P7": "x", "state6": "?"})
    ran = cchc("sheet", "in", "a.xlsx", "--format", "json", "--all-or-nothing", *TODAY)
    answer = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert (answer["kind"], answer["written"], answer["answers"], answer["changes"]) == (
        "sheet-in", False, 2, [],
    )  # fmt: skip
    (fault,) = answer["faults"]
    assert {key: fault[key] for key in ("file", "sheet", "cell", "column")} == {
        "file": "a.xlsx", "sheet": "Phiếu", "cell": "K6", "column": "Tình trạng",
    }  # fmt: skip
    assert answer["not_read"] == ["a.xlsx: Phiếu!P7"]
    assert {one["unit"]: one["sheet"] for one in answer["unanswered"]} == {
        "vh-xh": False, "kinh-te": False, "van-phong": False, "pvhcc": True, "dich-vu": False,
    }  # fmt: skip
    filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Tạm dừng"})
    answer = json.loads(cchc("sheet", "in", "a.xlsx", "--format", "json", *TODAY).out)
    assert answer["written"] is True
    (change,) = answer["changes"]
    assert change == {
        "plan": "nam-dan", "task": "ke-hoach-kstthc", "number": "17", "occurrence": None,
        "before": None,
        "after": {"state": "suspended", "date": None, "evidence": None, "note": None},
    }  # fmt: skip
    assert "+            progress: {state: suspended}\n" in answer["diff"]


def test_an_outdated_row_is_taken_when_it_is_accepted(cchc, here, plan):
    filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state8": "Tạm dừng"})
    text = plan.read_text("utf-8")
    plan.write_text(
        text.replace("title: Ban hành Kế hoạch kiểm tra công tác", "title: Lập"), "utf-8"
    )
    ran = cchc("sheet", "in", "a.xlsx", *TODAY)
    assert (ran.code, ran.out.startswith("a.xlsx: Phiếu!E8 [Nhiệm vụ]: the plan has changed")) == (
        1,
        True,
    )
    assert cchc("sheet", "in", "a.xlsx", "--accept-changed", *TODAY).code == 0
    assert "progress: {state: suspended}" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("in",), "which sheets? FILE is missing"),
        (("in", "khong-co.xlsx"), "khong-co.xlsx: there is no such file"),
        (("in", "*.xlsx"), "*.xlsx: there is no such file"),
        (("in", "plans"), "plans has no Excel file"),
        (("in", "a.xlsx", "--unit", "pvhcc"), "--unit goes with “cchc sheet out” only"),
        (("in", "a.xlsx", "--quarter", "2"), "--quarter goes with “cchc sheet out” only"),
        (("in", "a.xlsx", "--force"), "--force goes with “cchc sheet out” only"),
        (("out", "--check"), "--check goes with “cchc sheet in” only"),
        (("out", "--accept-changed"), "--accept-changed goes with “cchc sheet in” only"),
        (("out", "khong-co"), "there is no plan “khong-co”"),
        (
            ("out", "--quarter", "2", "--month", "6"),
            "--quarter and --month cannot be used together",
        ),
        (("out", "-o", "phieu.xlsx"), "phieu.xlsx is no folder"),
        (("out", "-o", "plans/nam-dan.yaml"), "plans/nam-dan.yaml is no folder"),
        (("send",), "not one of out, in"),
    ],
)
def test_a_request_that_makes_no_sense(cchc, here, arguments, said):
    ran = cchc("sheet", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_files_that_excel_has_open_are_passed_over_in_a_folder(cchc, here):
    folder = here / "phieu"
    folder.mkdir()
    filled(folder / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Tạm dừng"})
    for name in ("~$a.xlsx", ".a.xlsx", "ghi chú.txt"):
        (folder / name).write_bytes(b"x")
    ran = cchc("sheet", "in", "phieu", "phieu/a.xlsx", *TODAY)
    assert (ran.code, ran.err.splitlines()[0]) == (0, "sheets: 1; rows filled in: 1; recorded: 1")


def test_work_that_one_unit_calls_done_for_all_is_told(cchc, here):
    filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state6": "Hoàn thành", "date6": "12/3/2026"})
    ran = cchc("sheet", "in", "a.xlsx", *TODAY)
    assert ran.err.splitlines()[1] == (
        "nam-dan: IV.8.2 (2026-Q1) is recorded as done, but these units lead it too and have not"
        " answered: Phòng Văn hóa - Xã hội; Phòng Kinh tế; Văn phòng HĐND và UBND xã; Trung tâm"
        " Dịch vụ công"
    )


def test_many_units_that_owe_answers_are_gathered_by_plan(cchc, here):
    cchc("sheet", "out", *OUT)
    lines = cchc("sheet", "in", "out/sheets", "--today", OUT[-1]).err.splitlines()
    owed = [line for line in lines if ": left empty: " in line]
    assert 1 < len(owed) <= 12
    text = (here / "plans" / "nam-dan.yaml").read_text(encoding="utf-8")
    for n in range(3):
        (here / "plans" / f"xa-{n}.yaml").write_text(text, encoding="utf-8")
    cchc("sheet", "out", *OUT, "-o", "moi")
    lines = cchc("sheet", "in", "moi", "--today", OUT[-1]).err.splitlines()
    gathered = [line for line in lines if ": left empty: " in line]
    assert [line.split(":")[0] for line in gathered] == ["nam-dan", "xa-0", "xa-1", "xa-2"]
    assert gathered[0].count("; ") + 1 == len(owed)


def test_a_notice_names_a_few_and_counts_all(cchc, here):
    text = (here / "plans" / "nam-dan.yaml").read_text(encoding="utf-8")
    for n in range(7):
        (here / "plans" / f"xa-{n}.yaml").write_text(text, encoding="utf-8")
    told = cchc("sheet", "out", "--unit", "Sở Nội vụ", *OUT).err
    assert "for 8 units: Sở Nội vụ (nam-dan); " in told
    assert told.count("Sở Nội vụ") == 5
    assert "; and 3 more\n" in told


def test_several_processes_write_the_same_bytes(cchc, here, monkeypatch):
    text = (here / "plans" / "nam-dan.yaml").read_text(encoding="utf-8")
    for n in range(6):
        (here / "plans" / f"xa-{n}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("cchc.app.cores.available", lambda: 2)
    monkeypatch.setattr("cchc.app.sheets.FEW", 99)
    alone = cchc("sheet", "out", *OUT, "-o", "mot")
    monkeypatch.setattr("cchc.app.sheets.FEW", 2)
    assert cchc("sheet", "out", *OUT, "-o", "hai").err == alone.err
    one, two = (
        {path.name: path.read_bytes() for path in (here / name).iterdir()}
        for name in ("mot", "hai")
    )
    assert one == two != {}
