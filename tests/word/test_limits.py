"""Files past all measure are refused before work is done on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.app.import_ import import_paper
from cchc.document.check import check_docx
from cchc.errors import UserError
from cchc.word import package
from tests.counting import calls
from tests.intake.docx_pieces import cell, document, paragraph, row, table


def refused(work, path):
    with pytest.raises(UserError) as caught:
        work(path)
    return str(caught.value.message).removeprefix(f"{path}: ")


def written(folder, *body) -> Path:
    path = folder / "a.docx"
    path.write_bytes(document(body))
    return path


@pytest.mark.parametrize("work", [import_paper, check_docx])
def test_a_million_empty_paragraphs_are_refused_without_reading_them(tmp_path, work):
    path = written(tmp_path, "<w:p/>" * 900_000)
    assert refused(work, path) == "too large to be a paper"  # modules are imported now
    assert calls(lambda: refused(work, path)) < 5_000


def test_the_limit_of_paragraphs_is_far_above_what_offices_write(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_PARAGRAPHS", 100)
    assert check_docx(written(tmp_path, "<w:p/>" * 80))
    assert refused(check_docx, written(tmp_path, "<w:p/>" * 200)) == "too large to be a paper"


def test_a_paper_of_more_words_than_a_plan_may_have_is_refused_before_it_is_understood(tmp_path):
    heading = row([cell(one) for one in ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")])
    rows = [row([cell("1"), cell("Ban hành kế hoạch " * 3_000), cell("VP"), cell("Quý I")])] * 20
    path = written(tmp_path, paragraph("KẾ HOẠCH"), table([heading, *rows], 4))
    found = "too much for one plan: 1380 KB of text, and a plan file holds 1000 KB"
    assert refused(import_paper, path) == found


def test_a_plan_that_grew_past_the_limit_is_not_written(tmp_path, monkeypatch):
    heading = row([cell(one) for one in ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")])
    rows = [row([cell(str(n)), cell(f"Việc {n}"), cell("VP"), cell("Quý I")]) for n in range(40)]
    path = written(tmp_path, paragraph("KẾ HOẠCH"), table([heading, *rows], 4))
    monkeypatch.setattr("cchc.read.files.MAX_BYTES", 2_000)
    imported = import_paper(path)
    assert refused(lambda _: imported.text("x"), path).startswith("too much for one plan")
