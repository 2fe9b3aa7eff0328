"""Import and check-docx read a Word file alike: one reader stands behind both."""

from __future__ import annotations

from pathlib import Path

from cchc.document.check import check_docx
from cchc.document.check._reading import scan
from cchc.intake.office_paper import Paragraph
from cchc.intake.opening import open_paper
from cchc.word.package import parsed, read_package

FILES = Path(__file__).parent / "files"


def scanned(path):
    parts = read_package(path)
    return scan(parts, {n: parsed(d, path, n) for n, d in parts.items()
                        if n.endswith((".xml", ".rels"))})  # fmt: skip


def test_a_list_that_begins_anew_has_the_same_numbers_for_both():
    path = FILES / "restart.docx"
    imported = [one.label for one in open_paper(path).blocks if isinstance(one, Paragraph)]
    assert [label for label in imported if label[:1].isdecimal()] == ["1.", "2.", "1.", "2."]
    judged = [one.mark for one in scanned(path).paragraphs if one.text.strip()]
    assert judged == imported


def test_a_drawn_line_is_as_long_as_it_is():
    assert "W305" not in {one.fault.code for one in check_docx(FILES / "line60.docx")}
