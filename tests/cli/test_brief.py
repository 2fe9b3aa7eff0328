"""`cchc brief` as an officer types it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc.document.dump import dumped_words

ROOT = Path(__file__).parent.parent.parent
ASKED = ("brief", "an-binh", "--today", "2026-07-20")


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    """Return a workspace with the two made-up plans, and stand in it."""
    shutil.copytree(ROOT / "tests" / "workspaces" / "due", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def commit(folder: Path, at: str) -> None:
    env = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_AUTHOR_DATE": at,
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": at,
    }  # fmt: skip
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(folder), *words], env=env, check=True)


def test_the_page_is_written_and_its_figures_are_those_of_status(office, cchc):
    ran = cchc(*ASKED)
    assert (ran.code, ran.out) == (0, "out/giao-ban/an-binh-2026-07-20.docx\n")
    tasks = json.loads(
        cchc("status", "an-binh", "--today", "2026-07-20", "--format", "json").out
    )["tasks"]  # fmt: skip
    text = dumped_words((office / ran.out.strip()).read_bytes())
    assert f"| Tổng số nhiệm vụ | {tasks['total']} |" in text
    assert f"| Quá hạn | {tasks['overdue']} |" in text


def test_last_month_is_read_from_git_and_blank_without_it(office, cchc):
    before = cchc(*ASKED, "--text").out
    assert "| Tổng số nhiệm vụ | 8 | ████████████ |  |  |" in before
    commit(office, "2026-05-10T08:00:00+07:00")
    assert "| Tổng số nhiệm vụ | 8 | ████████████ | 8 | 0 |" in cchc(*ASKED, "--text").out


def test_the_chat_has_ten_lines_at_most(office, cchc):
    ran = cchc(*ASKED, "--format", "chat")
    assert (ran.code, ran.err) == (0, "")
    assert 5 <= len(ran.out.splitlines()) <= 10
    assert "Phòng" in ran.out


def test_the_chat_is_no_paper(office, cchc):
    ran = cchc(*ASKED, "--format", "chat", "--pdf")
    assert (ran.code, ran.out) == (2, "")
    assert "--format chat writes lines" in ran.err
