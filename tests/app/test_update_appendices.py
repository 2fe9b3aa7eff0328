"""Appendices that the office put in, took out or moved come back with their work."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.app.update import Update, read_update
from cchc.document.context import plan_context
from cchc.document.template.compiled import render_paper
from cchc.read.load import read_source
from cchc.read.yaml.tree import parse_yaml
from tests.app.returned_plan import PLAN
from tests.app.word_editor import W, WordFile

SURVEY = """\
  - title: KHẢO SÁT
    columns:
      - {key: number, heading: STT}
      - {key: title, heading: Nhiệm vụ}
      - {key: lead, heading: Chủ trì}
      - {key: deadline, heading: Thời hạn}
    numbering: running
    tasks:
      # hỏi lại Phòng Kinh tế
      - {id: khao-sat, title: Khảo sát sự hài lòng của người dân, deadline: Quý IV/2026, lead: [vh-xh]}
      - {id: tong-hop, title: Tổng hợp kết quả khảo sát, deadline: Quý IV/2026, lead: [kinh-te]}
"""
HEAD = PLAN[: PLAN.index("  - title: DANH MỤC NHIỆM VỤ")]
FIRST = PLAN[len(HEAD) :]


@pytest.fixture
def taken(tmp_path):
    """Return what the print of one plan, without bookmarks and record, changes in another."""
    path = tmp_path / "plans" / "thu.yaml"
    path.parent.mkdir()

    def taken(plan: str, printed: str) -> Update:
        path.write_text(plan)
        word = WordFile(print_of(printed, path, tmp_path / "sua.docx"))
        word.strip()
        return read_update(word.save(), path, tmp_path)

    return taken


def print_of(text: str, path: Path, file: Path) -> Path:
    plan = read_source(path, text).plan
    assert plan is not None
    file.write_bytes(render_paper(plan_context(plan, path.stem), "ke-hoach", None))
    return file


def ids(update: Update) -> list[str]:
    return [change.subject.id for change in update.changes if change.subject.part == "task"]


@pytest.mark.parametrize(
    "text", [HEAD + FIRST + SURVEY, HEAD + SURVEY + FIRST], ids=["last", "first"]
)
def test_an_appendix_put_in_is_read_whole(taken, text):
    update = taken(PLAN, text)
    assert (update.unsure, update.conflicts, update.withdrawn) == ([], [], [])
    tables = parse_yaml(update.text).data["appendices"]
    new = next(one for one in tables if one["title"] == "KHẢO SÁT")
    wanted = parse_yaml(SURVEY).data[0]
    for one in (*new["tasks"], *wanted["tasks"]):
        del one["id"]
    assert new == wanted
    assert tables.index(new) == (0 if text.index("KHẢO SÁT") < text.index("DANH MỤC NHIỆM") else 1)
    assert [one for one in PLAN.splitlines() if one not in update.text.splitlines()] == []


@pytest.mark.parametrize(
    "text", [HEAD + FIRST + SURVEY, HEAD + SURVEY + FIRST], ids=["last", "first"]
)
def test_an_appendix_taken_out_leaves_the_other_as_it_is(taken, text):
    update = taken(text, PLAN)
    assert update.text == PLAN
    assert ids(update) == ["khao-sat", "tong-hop"]


def test_the_records_of_an_appendix_taken_out_are_kept(taken):
    update = taken(HEAD + FIRST + SURVEY, HEAD + SURVEY)
    assert update.text.startswith(HEAD + SURVEY)
    assert {(one.id, one.records) for one in update.withdrawn} >= {("ke-hoach", 1), ("bao-cao", 2)}


def test_with_bookmarks_an_appendix_is_known_by_them(tmp_path):
    path = tmp_path / "plans" / "thu.yaml"
    path.parent.mkdir()
    path.write_text(HEAD + SURVEY + FIRST)
    word = WordFile(print_of(path.read_text(), path, tmp_path / "sua.docx"))
    label = next(
        p for p in word.root.iter(f"{W}p") if "".join(p.itertext()).split() == ["Phụ", "lục", "I"]
    )
    body = label.getparent()
    while label.tag != f"{W}tbl":
        following = label.getnext()
        body.remove(label)
        label = following
    body.remove(label)
    update = read_update(word.save(), path, tmp_path)
    assert (update.text, update.unsure) == (PLAN, [])
