"""Workflows, the action and what `cchc init` writes: nothing for an auditor to find."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import files
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent.parent
STARTER = ROOT / "cchc" / "edit" / "starters" / "github-workflow.yml"
WORKFLOWS = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / "action.yml", STARTER]


def test_zizmor_finds_nothing():
    program = next(one for one in files("zizmor") or () if one.parent.name in ("bin", "Scripts"))
    ran = subprocess.run(
        [program.locate(), "--offline", "--quiet", "--no-config", "--format", "json", *WORKFLOWS],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, json.loads(ran.stdout)) == (0, []), ran.stdout


def test_actions_are_pinned_by_digest_and_nothing_is_allowed_for_a_whole_workflow():
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        for used in re.findall(r"uses: *(\S+)(.*)", text):
            assert used[0] == "./" or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used[0]), used
            assert used[0] == "./" or re.fullmatch(r" # v\d+\.\d+\.\d+", used[1]), used
        if path.name != "action.yml":
            assert YAML(typ="safe").load(text)["permissions"] == {}


def test_hooks_take_plans_of_workspaces_in_folders():
    hooks = [
        *YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")),
        YAML(typ="safe").load((STARTER.parent / "pre-commit-config.yaml").read_text("utf-8"))[
            "repos"
        ][0]["hooks"][0],
    ]
    for hook in hooks:
        taken = re.compile(hook["files"]).search
        assert all(map(taken, ["plans/a.yaml", "tinh/plans/xa/a.yml"]))
        assert not any(map(taken, ["myplans/a.yaml", "plans/a.docx", "a.yaml"]))
        assert hook.get("pass_filenames", True)
