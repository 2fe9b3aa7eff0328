"""Findings on the layout of a paper, ready for comments."""

from __future__ import annotations

from cchc.app.annotate import remarks_of_layout
from cchc.document.check import check_docx
from tests.document.office_papers import LONG, PAPERS, Manner, made


def remarks(tmp_path, count):
    paper = PAPERS["letter"]
    again = (LONG.replace("chuyên môn, đơn vị", "chuyên môn,  đơn vị"),) * count
    path = tmp_path / "a.docx"
    body = (*again, paper.body[-1])
    path.write_bytes(made(paper.__class__(**{**vars(paper), "body": body}), Manner()))
    return [one for one in remarks_of_layout(check_docx(path)) if "W709" in one.lines[-1]]


def test_what_is_found_again_and_again_is_one_comment(tmp_path):
    assert len(remarks(tmp_path, 2)) == 2
    (one,) = remarks(tmp_path, 40)
    assert "The same at 39 more places" in one.lines
