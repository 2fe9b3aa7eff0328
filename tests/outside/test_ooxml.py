"""Every kind of Word and Excel file that cchc writes is valid OOXML, by the Open XML SDK."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from cchc.cli.app import run
from cchc.document.papers import kinds
from cchc.document.redline import redlined
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.read.yaml.tree import parse_yaml
from tests.document.test_redline import PLANS, edited, printed
from tests.outside.validator import faults


def test_a_damaged_file_is_found(tmp_path):
    """The validator itself: a w:jc with a word that there is not."""
    good, bad = packaged_templates() / "ke-hoach.docx", tmp_path / "hong.docx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:val="center"', b'w:val="giua"'))
    assert faults(bad)
    assert faults(good) == []


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_paper(kind, tmp_path):
    for n, (_, paper) in enumerate(kinds()[kind].samples()):
        made = tmp_path / f"{n}.docx"
        made.write_bytes(template(packaged_templates() / f"{kind}.docx").render(paper))
        assert faults(made) == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_prints_and_their_tracked_changes(plan: Path, tmp_path):
    data = parse_yaml(plan.read_text()).data
    old = printed(data)
    made = tmp_path / "a.docx"
    made.write_bytes(old)
    assert faults(made) == []
    for seed in range(3):
        made.write_bytes(redlined(old, printed(edited(data, random.Random(seed)))).docx)
        assert faults(made) == []


def test_comments_sheets_and_tables(tmp_path, monkeypatch):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/nam-dan.yaml").write_bytes(PLANS[0].with_name("nam-dan.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    day = ("--today", "2026-04-10")
    assert run(["render", "nam-dan", "-o", "in.docx"]) == 0
    run(["validate", "in.docx", "--annotate", *day])
    assert (
        run(["sheet", "out", "nam-dan", "--unit", "all", "--quarter", "2", "-o", "phieu", *day])
        == 0
    )
    assert run(["due", "--quarter", "2", "--format", "xlsx", "-o", "due.xlsx", *day]) == 0
    assert run(["export", "-o", "all.xlsx", *day]) == 0
    made = sorted(path for path in tmp_path.rglob("*") if path.suffix in (".docx", ".xlsx"))
    assert len({path.suffix for path in made}) == 2
    assert tmp_path / "in-nhan-xet.docx" in made
    assert [(path.name, faults(path)) for path in made if faults(path)] == []
