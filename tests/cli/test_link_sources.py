"""Where plans above come from, and what a second run says of links."""

from __future__ import annotations

import os
import subprocess

import pytest

from cchc.rules._catalogue import page
from cchc.rules.links import all_rules
from tests.rules.pages import whole_plan
from tests.rules.test_links import ABOVE, LINKED, found

NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b",
}  # fmt: skip


def git(*words: str) -> None:
    subprocess.run(["git", *words], env=os.environ | NOBODY, check=True, capture_output=True)


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "tinh.yaml").write_text(whole_plan(ABOVE), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_plans_above_come_from_the_workspace_a_table_a_file_or_git(here, cchc):
    (here / "plans" / "a.yaml").write_text(whole_plan(LINKED), "utf-8")
    wanted = [("a", "K002"), ("a", "K001")]
    assert found(here) == wanted
    for table in ("tinh.csv", "tinh.xlsx", "tinh.jsonl"):
        assert cchc("export", "tinh", "-o", table).code == 0
    git("init", "-q", "-b", "main")
    git("add", "plans/tinh.yaml")
    git("commit", "-qm", "tinh")
    (here / "tren").mkdir()
    (here / "plans" / "tinh.yaml").rename(here / "tren" / "tinh.yaml")
    sources = (
        "tinh.csv",
        "tinh.xlsx",
        "tinh.jsonl",
        "tren",
        "tren/tinh.yaml",
        "main:plans/tinh.yaml",
    )
    for source in sources:
        (here / "cchc.toml").write_text(f'[upstream]\nplans = ["{source}"]\n', "utf-8")
        assert found(here) == wanted, source
    (here / "cchc.toml").unlink()
    assert found(here) == [("a", "K001")] * 2


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("khong-co.csv", "there is no file khong-co.csv"),
        ("main:plans/khong-co.yaml", "git has no plan main:plans/khong-co.yaml"),
        ("bang.csv", "bang.csv is no table of “cchc export”"),
        ("cchc.toml", "cchc.toml is neither a plan nor a table"),
    ],
)
def test_a_source_that_cannot_be_read_is_one_message(here, cchc, source, told):
    (here / "plans" / "a.yaml").write_text(whole_plan(LINKED.replace("tinh#", "khac#")), "utf-8")
    (here / "bang.csv").write_text("a,b\n1,2\n", "utf-8")
    (here / "cchc.toml").write_text(f'[upstream]\nplans = ["{source}"]\n', "utf-8")
    run = cchc("validate")
    assert run.code == 2 and told in run.err


def test_a_warm_run_says_the_same_and_sees_a_change_above(here, cchc, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "cache"))
    monkeypatch.delenv("CCHC_NO_CACHE", raising=False)
    above = here / "plans" / "tinh.yaml"
    good = page(next(r for r in all_rules() if r.CODE == "K003").__doc__).good
    (here / "plans" / "a.yaml").write_text(whole_plan(good), "utf-8")
    first = cchc("validate").out
    assert "K0" not in first and cchc("validate").out == first
    above.write_text(
        above.read_text("utf-8").replace("deadline: Quý II/2026", "deadline: Quý IV/2025", 1),
        "utf-8",
    )
    changed = cchc("validate").out
    assert "K002" in changed and "Quý IV/2025" in changed and "K003" in changed
    assert cchc("validate").out == changed
    plan = here / "plans" / "a.yaml"
    plan.write_text("# cchc: allow K002 - đã báo cáo tỉnh\n" + plan.read_text("utf-8"), "utf-8")
    assert "K002" not in cchc("validate", "a").out
