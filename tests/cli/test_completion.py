"""Pressing Tab: what is offered, how the shells ask, and that nobody waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import cchc.outputs.due as room
from cchc.cli.app import run
from cchc.cli.completion.answer import FILES, offers
from cchc.cli.completion.shells import SCRIPTS, answer, early, script
from cchc.cli.completion.word_table import language
from cchc.cli.completion.workspace_names import NOT_PLANS, plan_ids
from cchc.cli.options import format_names
from cchc.messages import language as as_elsewhere
from cchc.read.folders import RESERVED, plan_id
from cchc.read.workspace import plan_files
from tests.completion import LANGUAGES, fresh, path
from tests.conftest import ROOT
from tests.project.test_start import HEAVY, imported


def words(line: str, begun: str = "") -> list[str]:
    return [word for word, _ in offers(line.split(), begun, "en")]


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    for name in (
        "an-lap/cchc 2026",
        "an-lap/kstthc",
        "phú-thịnh",
        "x",
        ".git/no",
        "register",
    ):
        file = tmp_path / "plans" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "tờ trình.docx").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_are_those_of_the_commands(code):
    """`python -m tests.generate` makes it so."""
    assert path(code).read_text(encoding="utf-8") == fresh(code)


@pytest.mark.parametrize(
    ("line", "begun", "expected"),
    [
        ("", "val", ["validate"]),
        ("", "--v", ["--version"]),
        ("", "nothing-such", []),
        ("nothing-such", "", []),
        ("sheet", "", ["out", "in"]),
        ("cache", "c", ["clear"]),
        ("due", "--qu", ["--quarter"]),
        ("due", "-o", ["-o"]),
        ("due --quarter", "", ["1", "2", "3", "4"]),
        ("due --format", "", format_names(room)),
        ("due", "--format=j", ["--format=json"]),
        ("due --quarter 2", "--qu", []),
        ("due --kind task", "--ki", ["--kind"]),
        ("due --unit", "", []),
        ("due -o", "", [FILES]),
        ("due --today --format", "--ov", ["--overdue"]),
        ("report --period", "", ["Q1", "H1", "Q3", "9M", "Y"]),
        ("status --by", "a", ["area"]),
        ("explain", "D003", ["D003"]),
        ("explain", "vague-dead", ["vague-deadline"]),
        ("validate --select", "D001,D003", ["D001,D003"]),
        ("validate --ignore", "vague-dead", ["vague-deadline"]),
        ("template list", "x", []),
        ("sheet in", "", [FILES]),
        ("sheet out", "--che", []),
        ("sheet in", "--che", ["--check"]),
        ("import", "", [FILES]),
        ("new", "", ["--kind"]),
        ("completion", "p", ["powershell"]),
        ("validate --", "--fi", [FILES]),
    ],
)
def test_what_fits_is_offered(line, begun, expected):
    found = words(line, begun)
    assert found[:1] == expected if line == "new" else found == expected


def test_without_arguments_to_come_options_are_offered():
    assert {"--register", "--kind", "--help"} <= set(words("schema") + words("new"))


def test_plans_are_offered_by_their_ids_and_given_ones_only_once(office):
    known = ["an-lap/cchc 2026", "an-lap/kstthc", "phú-thịnh", "x"]
    assert words("validate") == words("due --plan") == words("new --from") == known
    assert words("validate", "phu") == [FILES]
    assert words("validate phú-thịnh", "ph") == [FILES]
    assert words("validate", "an-lap/c") == ["an-lap/cchc 2026"]
    assert words("validate", "./ke") == [FILES]


def test_ids_are_those_that_commands_know(office, monkeypatch):
    assert plan_ids() == sorted(plan_id(one) for one in plan_files(office / "plans"))
    assert set(NOT_PLANS) == set(RESERVED)
    monkeypatch.chdir(office / "plans" / "an-lap")
    assert "phú-thịnh" in plan_ids()


def test_outside_of_a_workspace_no_plan_is_offered(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert words("validate") == [FILES]


def test_templates_are_offered(office):
    assert "tờ trình" in words("template check")
    assert words("template copy") == [
        "bao-cao",
        "dieu-chinh",
        "giao-ban",
        "ke-hoach",
        "phieu-giao-viec",
        "quyet-dinh",
        "quyet-dinh-dieu-chinh",
    ]


def test_descriptions_are_in_the_users_language(monkeypatch):
    assert offers(["due"], "--overdue", "vi") == [("--overdue", "Chỉ việc quá hạn.")]
    for code in ("", "en", "EN_us", "vi"):
        monkeypatch.setenv("CCHC_LANG", code)
        assert language() == as_elsewhere()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["due", "--format", "=", "js"], "json\n"),
        (["due", "--format", "="], "\n".join((*format_names(room), ""))),
        (["due", "--format=js"], "--format=json\n"),
        (["validate", "an-lap/cchc\\ "], "an-lap/cchc\\ 2026\n"),
        (["validate", '"an-lap/cchc '], "an-lap/cchc 2026\n"),
        (["check-docx", ""], "/\n"),
        (["cache", '"unfinished', "x"], ""),
    ],
)
def test_bash_is_answered_as_it_writes(office, typed, expected):
    assert answer(["bash", *typed]).decode() == expected


def test_other_shells_are_told_what_words_mean(office):
    told = answer(["fish", ":du"]).decode()
    assert told.startswith("due\tShow what falls due")
    assert answer(["powershell", ":'an-lap/cchc ", "validate"]).decode() == "an-lap/cchc 2026\n"


@pytest.mark.parametrize(
    "asked",
    [[], ["bash"], ["nosuch", ""], ["zsh"], ["zsh", ":"], ["bash", "\udcff", "\0"], ["fish", ":'\"\\"],
     ["bash", "=", "=", "="], ["zsh", ":--=", "due", "--", "-", "="], ["zsh", ":", "a" * 99999]],
)  # fmt: skip
def test_odd_questions_never_make_a_noise(asked, capfd):
    assert early(["__complete", *asked])
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "arguments", [("__complete", "bash", "due", "--pl"), ("completion", "zsh")]
)
def test_nobody_waits_for_packages(arguments):
    assert imported(*arguments) & (HEAVY | {"pathlib", "re", "json", "typing", "gettext"}) == set()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_is_the_same_by_either_way(shell, capsys):
    assert run(["completion", shell]) == 0
    assert capsys.readouterr().out == script(shell).decode()
    assert f"__complete {shell} ".encode() in script(shell)
    script(shell).decode("ascii")


def test_bash_completes(office):
    program = f"""
        cchc() {{ {sys.executable} -m cchc "$@"; }}
        command() {{ "$@"; }}
        source /dev/stdin <<< "$(cchc completion bash)"
        try() {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cchc; printf '[%s]' "${{COMPREPLY[@]}}"; echo; }}
        try cchc val
        try cchc validate an-lap/
        try cchc due --format = j
        try cchc check-docx ''
        complete -p cchc
    """
    ran = subprocess.run(
        ["bash", "--norc", "-c", program], capture_output=True, text=True, cwd=office,
        env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    assert ran.stderr == ""
    assert ran.stdout.splitlines() == [
        "[validate]",
        r"[an-lap/cchc\ 2026][an-lap/kstthc]",
        "[json]",
        "[]",
        "complete -o bashdefault -o default -F _cchc cchc",
    ]
