"""`cchc brief` as an officer types it."""

from __future__ import annotations

import json

from cchc.document.dump import dumped_words
from tests.cli.conftest import commit

ASKED = ("brief", "an-binh", "--today", "2026-07-20")


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
