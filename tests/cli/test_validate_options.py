"""`cchc validate`: choosing codes, `cchc.toml`, fixing, statistics."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def plan(workspace):
    """Return the path of a plan with a vague deadline, a broken symbol and an unused unit."""
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("deadline: Quý I,", "deadline: Năm 2026,").replace("76/NQ-CP", "76/NQCP")
    text = text.replace("units:\n", "units:\n  - {id: kinh-te, name: Phòng Kinh tế}\n", 1)
    path.write_text(text, encoding="utf-8")
    return path


def codes(out: str) -> list[str]:
    return sorted(line.split("[")[1].split()[0] for line in out.splitlines() if "plans/" in line)


def test_all_are_found_without_options(plan, cchc):
    assert codes(cchc("validate").out) == ["C002", "D003", "U006"]


def test_select_takes_a_code_a_name_or_a_family(plan, cchc):
    assert codes(cchc("validate", "--select", "C002").out) == ["C002"]
    assert codes(cchc("validate", "--select", "vague-deadline", "--select", "U").out) == [
        "D003",
        "U006",
    ]


def test_ignore_leaves_out(plan, cchc):
    assert codes(cchc("validate", "--ignore", "C,U").out) == ["D003"]


def test_an_unknown_code_is_refused(plan, cchc):
    ran = cchc("validate", "--select", "vague-dedline")
    assert ran == (
        2,
        "",
        "cchc: there is no code or name “vague-dedline”\n  did you mean “vague-deadline”?\n",
    )


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_on_sets_the_exit_code(plan, cchc, level, code):
    assert cchc("validate", "--ignore", "C002", "--fail-on", level).code == code


def test_the_configuration_of_the_workspace(plan, cchc, workspace):
    (workspace / "cchc.toml").write_text(
        '[validate]\nignore = ["unit-never-used"]\nfail-on = "info"\n'
        '[validate.severity]\nvague-deadline = "info"\nC002 = "info"\n',
        encoding="utf-8",
    )
    ran = cchc("validate")
    assert ran.code == 1
    assert "errors: 0, warnings: 0, infos: 2" in ran.out
    assert codes(cchc("validate", "--ignore", "C").out) == ["D003", "U006"]  # the option wins


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = [", "cchc.toml: the end of the file comes too soon"),
        ("a = 1\nx = = 2\n", "cchc.toml, line 2: this is not valid TOML"),
        ("[validat]\n", "cchc.toml: unknown key “validat”\n  did you mean “validate”?"),
        ("[validate]\nfail-on = 'x'\n", "cchc.toml: “validate.fail-on” cannot be “x”"),
        ("[validate]\nselect = 'C'\n", "cchc.toml: “validate.select” must be a list of texts"),
        ("validate = 1\n", "cchc.toml: “validate” must be a table"),
        (f"x = {'[' * 5000}", "cchc.toml: a number is too long, or brackets stand too deep"),
        (f"x = {'9' * 5000}", "cchc.toml: a number is too long, or brackets stand too deep"),
        ("#" * 1_000_001, "cchc.toml cannot be read: the file has 1000001 bytes"),
    ],
)
def test_a_wrong_configuration_is_one_message(plan, cchc, workspace, text, said):
    (workspace / "cchc.toml").write_text(text, encoding="utf-8")
    ran = cchc("validate")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_statistics_count_by_code(plan, cchc):
    out = cchc("validate", "--statistics").out
    assert [line.split()[:3] for line in out.splitlines()[1:4]] == [
        ["1", "C002", "malformed-symbol"],
        ["1", "U006", "unit-never-used"],
        ["1", "D003", "vague-deadline"],
    ]


def test_fix_shows_and_then_mends(plan, cchc):
    before = plan.read_bytes()
    ran = cchc("validate", "--fix", "--diff")
    assert ran.code == 0
    assert "--- a/plans/an-binh.yaml\n+++ b/plans/an-binh.yaml\n" in ran.out
    assert "\n-  - Căn cứ Nghị quyết số 76/NQCP" in ran.out
    assert "\n+  - Căn cứ Nghị quyết số 76/NQ-CP" in ran.out
    assert plan.read_bytes() == before
    ran = cchc("validate", "--fix")
    assert ran.code == 0
    assert ran.err == "plans/an-binh.yaml: mended 1\n"
    assert codes(ran.out) == ["D003", "U006"]
    assert plan.read_bytes() == before.replace(b"76/NQCP", b"76/NQ-CP")


def test_a_byte_order_mark_survives_a_fix(plan, cchc):
    plan.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes())
    cchc("validate", "--fix")
    raw = plan.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf# ")
    assert b"76/NQ-CP" in raw


def test_diff_without_fix_is_refused(plan, cchc):
    assert cchc("validate", "--diff").code == 2


def test_several_reports_in_one_run(plan, cchc, workspace):
    ran = cchc(
        "validate",
        *("--report", "github"),
        *("--report", "sarif=out/a.sarif"),
        *("--report", "junit=out/a.xml"),
        *("--report", "json=out/a.json"),
    )
    assert ran.code == 1
    assert "::error file=plans/an-binh.yaml,line=" in ran.out
    assert sorted(path.name for path in (workspace / "out").iterdir()) == [
        "a.json",
        "a.sarif",
        "a.xml",
    ]


def test_a_report_on_standard_output_stands_alone(plan, cchc):
    ran = cchc("validate", "--report", "sarif")
    assert json.loads(ran.out)["version"] == "2.1.0"


def test_an_unknown_report_is_refused_before_anything_is_written(plan, cchc):
    before = plan.read_bytes()
    ran = cchc("validate", "--fix", "--report", "sariff")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean “sarif”?" in ran.err
    assert plan.read_bytes() == before


def test_the_register_of_the_workspace_is_validated_and_asked(workspace, cchc):
    register = workspace / "plans" / "register.yaml"
    document = (
        "register: 1\ndocuments:\n  - key: nq-76\n    kind: Nghị quyết\n    symbol: 76/NQ-CP\n"
        "    date: 16/7/2021\n    issuer: Chính phủ\n"
    )
    register.write_text(document, encoding="utf-8")
    ran = cchc("validate")
    assert ran.code == 1
    assert "R005 date-against-register" in ran.out
    register.write_text(document + "    tittle: x\n", encoding="utf-8")
    ran = cchc("validate", "an-binh")
    assert "plans/register.yaml:8:5: error: unknown key “tittle”" in ran.out
