"""The READMEs are true: their plan is sound, their commands exist, their test line is CI's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.cli import commands
from cchc.discover import names
from cchc.model.finding import Severity
from cchc.read.load import read_source
from cchc.rules import diagnose
from tests import examples
from tests.conftest import ROOT

READMES = ["README.md", "README.vi.md"]


@pytest.mark.parametrize("name", READMES)
def test_the_plan_in_a_readme_has_no_errors(name):
    (plan,) = re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    found = diagnose(read_source(Path("plan.yaml"), plan))
    assert [one.finding.name for one in found if one.finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", READMES)
def test_every_command_in_a_readme_exists(name):
    text = (ROOT / name).read_text("utf-8")
    used = set(re.findall(r"(?:^ {4}|`|\\|/)cchc ([a-z-]+)", text, re.MULTILINE))
    assert used
    assert used <= {name.rstrip("_").replace("_", "-") for name in names(commands)}


def test_ci_runs_the_test_line_of_the_readme():
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    (line,) = [line.strip() for line in lines if "-m tests" in line and "python3" in line]
    assert line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name):
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8")):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", READMES)
def test_the_examples_are_what_the_program_prints(name):
    """`python -m tests.generate` makes it so."""
    assert (ROOT / name).read_text("utf-8") == examples.fresh(name)


def test_an_example_holds_the_command_and_what_it_prints(tmp_path, monkeypatch):
    (tmp_path / "README.md").write_text(
        "a\n\n```console\n$ cchc deadline 'Quý I' | head -2\nold\n```\nb"
    )
    monkeypatch.setattr(examples, "ROOT", tmp_path)
    monkeypatch.setattr(examples, "printed", lambda given, _: f"{given[1]}\n{'x' * 121} \n3\n")
    assert examples.fresh("README.md") == (
        f"a\n\n```console\n$ cchc deadline 'Quý I' | head -2\nQuý I\n{'x' * 119}…\n```\nb"
    )


def test_each_decision_has_a_number_of_its_own():
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")]
    assert len(numbers) == len(set(numbers))
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        assert path.read_text("utf-8").startswith(f"# {int(path.name[:4])}. "), path.name
