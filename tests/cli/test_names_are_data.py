"""Names of files and words of the command line may hold anything: no terminal obeys them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from cchc.messages import say, visible

NAMES = {
    "control characters": "do\x1b[31m\x1b]0;x\x07\x9b2J\x08\r\x7fdo",
    "a line end": "do\ndo",
    "what no document may hold": "do\uffff\ufdd0\u202e\u2028do",
    "no UTF-8": "do\udcff\udcc3do",
    "marks": "@do[x](y)`|<b>#1",
}
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0\uffff]"
)
DAY = ("--today", "2026-07-20")
COMMANDS = [
    ("validate",), ("validate", "--every", "--select", "C"), ("validate", "--format", "json"),
    ("validate", "--statistics"), ("validate", "--report", "github"),
    ("validate", "--report", "sarif=x.sarif"), ("validate", "--report", "junit=x.xml"),
    ("validate", "--fix", "--diff"), ("validate", "--fix"),
    ("due", *DAY), ("due", *DAY, "--format", "json"), ("due", *DAY, "--format", "csv"),
    ("due", *DAY, "--format", "markdown"), ("due", *DAY, "--format", "ics"),
    ("due", *DAY, "--format", "xlsx", "-o", "x.xlsx"),
    ("due", *DAY, "--format", "csv", "-o", "x.csv"),
    ("status", *DAY), ("status", *DAY, "--format", "json"), ("status", *DAY, "--format", "csv"),
    ("status", *DAY, "--format", "markdown"), ("status", *DAY, "--format", "xlsx", "-o", "y.xlsx"),
    ("assignments",), ("assignments", "--format", "json"),
    ("export", "--format", "csv"), ("export", "--format", "jsonl"),
    ("export", "--format", "xlsx", "-o", "z.xlsx"), ("export", "--format", "jsonl", "-o", "z.jsonl"),
    ("render", "--all"), ("render", "--all", "--sheet", "all"),
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_a_plan_acts_on_nobody(workspace, cchc, name, monkeypatch):
    sound = workspace / "plans" / "an-binh.yaml"
    try:
        shutil.copy(sound, workspace / "plans" / f"{NAMES[name]}.yaml")
        broken = workspace / "plans" / f"{NAMES[name]}-hong.yaml"
        broken.write_text("cchc: 1\nkind: [\n", encoding="utf-8")
    except (OSError, ValueError):
        pytest.fail("this file system takes no such name")
    for words in COMMANDS:
        ran = cchc(*words)
        assert ran.code in (0, 1), (words, ran)
        assert not ACTING.search(ran.out.replace("\r\n", "\n") + ran.err), words
        assert "do\ndo" not in ran.err
    for file in workspace.iterdir():
        if file.suffix in (".csv", ".sarif", ".xml", ".jsonl"):
            assert not ACTING.search(file.read_text(encoding="utf-8").replace("\r\n", "\n")), file


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "words",
    [
        ("{}",), ("validate", "{}"), ("validate", "plans/{}.yaml"), ("validate", "--select", "{}"),
        ("validate", "--report", "{}"), ("validate", "--report", "junit={}/x"), ("validate", "--{}"),
        ("validate", "--format", "{}"), ("due", "--unit", "{}"), ("due", "--today", "{}"),
        ("due", "-o", "{}/x.csv"), ("status", "{}"), ("status", "--by", "{}"), ("diff", "{}"),
        ("diff", "{}", "plans"), ("explain", "{}"), ("deadline", "{}", "--year", "2026"),
        ("citation", "{}"), ("render", "--sheet", "{}"), ("render", "--template", "{}"),
        ("template", "check", "{}"), ("template", "{}"), ("new", "{}"), ("new", "--kind", "{}"),
        ("import", "{}"), ("import", "{}.docx"), ("check-docx", "{}.docx"), ("progress", "an-binh", "{}"),
        ("progress", "an-binh", "1", "--state", "{}"), ("sheet", "{}"), ("report", "--period", "{}"),
        ("assignments", "--unit", "{}"), ("export", "--format", "{}"), ("schema", "{}"), ("init", "an-binh.yaml/{}"),
        ("completion", "{}"), ("cache", "{}"), ("annotate", "{}"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_word_of_the_command_line_acts_on_nobody(workspace, cchc, words, name):
    ran = cchc(*(word.format(NAMES[name]) for word in words))
    assert ran.code in (0, 1, 2), ran
    assert not ACTING.search(ran.out + ran.err)


def test_what_is_seen_is_left_as_it_is():
    text = "Kế hoạch số 12/KH-UBND\n\t“năm 2026”\N{NO-BREAK SPACE}👩\N{ZERO WIDTH JOINER}💻"
    assert visible(text) == text
    assert str(say("{text}", text=text)) == text


def test_the_names_of_files_reach_the_papers_clean(workspace, cchc):
    shutil.copy(workspace / "plans" / "an-binh.yaml", workspace / "plans" / "do\x1bdo.yaml")
    assert cchc("render", "--all", "-o", "ra").code == 0
    assert sorted(path.name for path in (workspace / "ra").iterdir()) == [
        "an-binh.docx",
        "do\ufffddo.docx",
    ]


@pytest.mark.parametrize(
    "words", [("validate",), ("due", "--plan"), ("template", "copy"), ("init",)]
)
def test_a_word_too_long_for_a_name_is_one_message(workspace, cchc, words):
    ran = cchc(*words, "x" * 5000)
    assert (ran.code, len(ran.err) < 400) == (2, True)
    assert "too long" in ran.err


def test_a_baseline_knows_files_whose_name_is_no_text(workspace, cchc):
    (plan,) = (workspace / "plans").glob("*.yaml")
    text = plan.read_bytes().replace(b"76/NQ-CP", b"76/NQCP")
    Path(os.fsdecode(bytes(workspace / "plans") + b"/a\xffb.yaml")).write_bytes(text)
    assert cchc("validate", "--write-baseline", "b.json").code == 0
    assert cchc("validate", "--baseline", "b.json", "--fail-on", "info").code == 0


@pytest.mark.parametrize("words", [("check-docx",), ("template", "check"), ("import",)])
def test_a_device_is_no_paper(workspace, cchc, words):
    ran = cchc(*words, os.devnull)
    assert (ran.code, "is not a file" in ran.err + ran.out) == (2, True)
