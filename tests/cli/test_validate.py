"""`cchc validate`: what an officer reads when a plan is wrong, to the letter."""

from __future__ import annotations

import json
import textwrap
import unicodedata

import pytest


@pytest.fixture
def wrong(workspace):
    """Put a changed copy of the sound plan into the workspace."""
    plan = workspace / "plans" / "an-binh.yaml"
    sound = plan.read_text(encoding="utf-8")

    def change(old: str, new: str) -> None:
        assert sound.count(old) == 1, old
        plan.write_text(sound.replace(old, new), encoding="utf-8")

    return change


def said(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def test_a_sound_plan_has_nothing_to_report(workspace, cchc):
    assert cchc("validate") == (0, "plans checked: 1; nothing to report\n", "")


def test_a_missing_file(workspace, cchc):
    ran = cchc("validate", "plans/khong-co.yaml")
    assert ran.code == 1
    assert ran.out == said("""
        plans/khong-co.yaml:1:1: error: file not found [Y001 unreadable-file]
              = check the name, or run the command from the workspace

        plans checked: 0; errors: 1, warnings: 0, infos: 0
        """)


def test_an_empty_file(workspace, cchc):
    (workspace / "trong.yaml").write_text("", encoding="utf-8")
    ran = cchc("validate", "trong.yaml")
    assert ran.code == 1
    assert ran.out == said("""
        trong.yaml:1:1: error: the file is empty [Y005 empty-file]
              = “cchc new” makes a plan to start from, “cchc import FILE” one of a Word file

        plans checked: 1; errors: 1, warnings: 0, infos: 0
        """)


def test_a_file_that_is_not_yaml(workspace, cchc):
    (workspace / "x.yaml").write_text("Kế hoạch: cải cách: 2026\n", encoding="utf-8")
    ran = cchc("validate", "x.yaml")
    assert ran.code == 1
    assert ran.out == said("""
        x.yaml:1:19: error: “: ” inside a value, or wrong indentation [Y006 yaml-syntax]
            1 | Kế hoạch: cải cách: 2026
              |                   ^
              = put the whole value in quotes, or line the key up with its neighbours

        plans checked: 1; errors: 1, warnings: 0, infos: 0
        """)


def test_a_typo_in_a_key_is_one_message(workspace, cchc, wrong):
    wrong("status: draft", "staus: draft")
    ran = cchc("validate")
    assert ran.code == 1
    assert ran.out == said("""
        plans/an-binh.yaml:5:1: error: unknown key “staus” [S001 unknown-key]
            5 | staus: draft
              | ^^^^^
              = did you mean “status”?

        plans checked: 1; errors: 1, warnings: 0, infos: 0
        """)


def test_a_typo_in_a_required_key_is_one_message_too(workspace, cchc, wrong):
    wrong("kind: cchc", "kidn: cchc")
    ran = cchc("validate")
    assert ran.out.count("error:") == 1
    assert "unknown key “kidn”" in ran.out
    assert "did you mean “kind”?" in ran.out


def test_a_wrong_type(workspace, cchc, wrong):
    wrong("lead: [vh-xh]}", "lead: vh-xh}")
    ran = cchc("validate")
    assert ran.code == 1
    assert ran.out == said("""
        plans/an-binh.yaml:31:82: error: “lead” must be a list, not “vh-xh” [S003 wrong-type]
           31 |       - {id: kiem-tra, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: vh-xh}
              |                                                                                  ^^^^^
              = write each item on its own line after “- ”, or all in [a, b]

        plans checked: 1; errors: 1, warnings: 0, infos: 0
        """)


def test_a_missing_field(workspace, cchc, wrong):
    wrong("year: 2026\n", "")
    ran = cchc("validate")
    assert ran.code == 1
    assert ran.out == said("""
        plans/an-binh.yaml:2:1: error: “year” is missing [S002 missing-field]
            2 | cchc: 1
              | ^^^^
              = add “year: ...”

        plans checked: 1; errors: 1, warnings: 0, infos: 0
        """)


def test_an_unknown_unit(workspace, cchc, wrong):
    wrong("lead: [vh-xh]}", "lead: [vh-xhh]}")
    ran = cchc("validate")
    assert ran.code == 1
    assert ran.out == said("""
        plans/an-binh.yaml:31:83: error: unit “vh-xhh” is not declared [U001 undeclared-unit]
           31 |       - {id: kiem-tra, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xhh]}
              |                                                                                   ^^^^^^
              = did you mean “vh-xh” (Phòng Văn hóa - Xã hội)?

        plans checked: 1; errors: 1, warnings: 0, infos: 0
        """)


def test_a_day_that_does_not_exist(workspace, cchc, wrong):
    wrong("deadline: Quý I,", "deadline: 31/6/2026,")
    ran = cchc("validate")
    assert ran.code == 1
    assert "plans/an-binh.yaml:31:69: error: there is no day 31/6/2026" in ran.out
    assert "[D001 unreadable-deadline]" in ran.out
    assert ran.out.count("error:") == 1


def test_one_bad_file_does_not_hide_the_others(workspace, cchc, wrong):
    wrong("lead: [vh-xh]}", "lead: [vh-xhh]}")
    (workspace / "plans" / "b.yaml").write_text("a: [\n", encoding="utf-8")
    ran = cchc("validate")
    assert "an-binh.yaml:31:83" in ran.out
    assert "b.yaml:2:1" in ran.out


def test_every_error_of_a_file_is_reported_at_once(workspace, cchc):
    (workspace / "x.yaml").write_text(
        "cchc: 1\nkind: cchcc\nyear: hai\nunits: []\nbody: x\n", encoding="utf-8"
    )
    ran = cchc("validate", "x.yaml", "--format", "json")
    found = [
        (one["line"], one["column"], one["code"]) for one in json.loads(ran.out)["diagnostics"]
    ]
    assert found == [
        (1, 1, "S002"),
        (1, 1, "S002"),
        (2, 7, "S004"),
        (3, 7, "S003"),
        (4, 8, "S006"),
        (5, 7, "S003"),
    ]


def test_the_json_contract(workspace, cchc, wrong):
    wrong("status: draft", "staus: draft")
    answer = json.loads(cchc("validate", "--format", "json").out)
    start = (workspace / "plans" / "an-binh.yaml").read_text(encoding="utf-8").index("staus")
    assert answer == {
        "schema_version": 1,
        "kind": "diagnostics",
        "diagnostics": [
            {
                "path": "plans/an-binh.yaml",
                "line": 5,
                "column": 1,
                "end_line": 5,
                "end_column": 6,
                "code": "S001",
                "name": "unknown-key",
                "severity": "error",
                "message": "unknown key “staus”",
                "help": "did you mean “status”?",
                "fix": [{"start": start, "stop": start + 5, "text": "status"}],
            }
        ],
        "summary": {"plans": 1, "errors": 1, "warnings": 0, "infos": 0},
    }


def test_repeats_are_grouped_and_every_shows_them(workspace, cchc, wrong):
    rows = "\n".join(
        f"      - {{id: t-{n}, title: Việc {n}, product: Báo cáo, deadline: Năm 2026, lead: [vh-xh]}}"
        for n in range(4)
    )
    wrong(
        "      - {id: kiem-tra, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xh]}",
        rows,
    )
    grouped = cchc("validate")
    assert grouped.code == 0  # warnings do not fail
    assert grouped.out.count("D003") == 1
    assert "and 3 more, on lines 32, 33, 34" in grouped.out
    assert cchc("validate", "--every").out.count("D003") == 4


def test_vietnamese_is_the_default(workspace, cchc, wrong, monkeypatch):
    monkeypatch.delenv("CCHC_LANG")
    wrong("status: draft", "staus: draft")
    assert cchc("validate").out == said("""
        plans/an-binh.yaml:5:1: lỗi: không có khóa “staus” [S001 unknown-key]
            5 | staus: draft
              | ^^^^^
              = có phải “status”?

        đã kiểm tra 1 kế hoạch: 1 lỗi, 0 cảnh báo, 0 lưu ý
        """)


def test_a_name_in_nfd_finds_its_file(workspace, cchc):
    stored = unicodedata.normalize("NFD", "kế-hoạch.yaml")
    (workspace / "plans" / "an-binh.yaml").rename(workspace / "plans" / stored)
    assert cchc("validate", "kế-hoạch").code == 0
    assert cchc("validate", "plans/kế-hoạch.yaml").code == 0


def test_a_name_that_fits_nothing(workspace, cchc):
    ran = cchc("validate", "an-bin-h")
    assert ran == (2, "", "cchc: there is no plan “an-bin-h”\n  did you mean “an-binh”?\n")


def test_a_folder_without_plans(workspace, cchc):
    (workspace / "rong").mkdir()
    assert cchc("validate", "rong").code == 2


def test_a_blank_choice_is_empty_and_the_choices_are_told(workspace, cchc):
    path = workspace / "plans" / "an-binh.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: cchc", "kind:"), "utf-8")
    out = cchc("validate").out
    assert "“kind” is empty [S006 empty-value]" in out
    assert "one of: cchc, kstthc, par-index" in out


# The file of days off

DAYS = "days_off:\n  - {date: 31/6/2026, name: Tết}\n"


def test_the_file_of_days_off_is_checked_beside_the_plans(workspace, cchc):
    (workspace / "plans" / "holidays.yaml").write_text(DAYS, encoding="utf-8")
    for names in (
        (),
        ("plans/",),
        ("plans/holidays.yaml",),
        ("plans/an-binh.yaml", "plans/holidays.yaml"),
    ):
        ran = cchc("validate", *names)
        assert ran.code == 1
        assert "plans/holidays.yaml:2:12" in ran.out
        assert "S012" in ran.out


def test_sound_days_off_are_no_plan_and_no_fault(workspace, cchc):
    (workspace / "plans" / "holidays.yaml").write_text("# chưa có\n", encoding="utf-8")
    assert cchc("validate").code == 0
    assert cchc("validate", "plans/holidays.yaml").code == 0
    assert cchc("render", "plans/holidays.yaml").code == 2


# What is no plan at all


@pytest.mark.parametrize("name", ["a.pdf", "ke-hoach"])
def test_a_file_of_another_kind_is_refused_with_the_kinds_that_are_read(workspace, cchc, name):
    (workspace / name).write_text("x", encoding="utf-8")
    ran = cchc("validate", name)
    assert (ran.code, ran.out) == (2, "")
    assert f"“{name}” is neither a plan nor a file" in ran.err
    assert ".docx" in ran.err


def test_an_empty_workspace_is_told_from_none_at_all(tmp_path, monkeypatch, cchc):
    monkeypatch.chdir(tmp_path)
    assert "“cchc init”" in cchc("validate").err
    (tmp_path / "plans").mkdir()
    assert "“cchc import FILE”" in cchc("validate").err


def test_a_file_that_cannot_be_opened_is_not_counted_as_checked(cchc, workspace):
    ran = cchc("validate", "nofile.yaml")
    assert (ran.code, ran.out.splitlines()[-1]) == (
        1, "plans checked: 0; errors: 1, warnings: 0, infos: 0",
    )  # fmt: skip
    assert "plans checked: 1;" in cchc("validate", "an-binh", "nofile.yaml").out
