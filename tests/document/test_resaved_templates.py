"""Templates that LibreOffice has saved again: they still print, and what was lost is named.

`resaved/` holds our own templates after `soffice --convert-to docx`, which renames style ids and
drops the first-page header of short sections.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.document.dump import dumped_words
from cchc.document.papers import kinds
from cchc.document.template.check import check_template
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates

RESAVED = Path(__file__).parent / "resaved"
LOST = ("the first page shows its number", "the page header has no page number")


def words(path: Path, name: str) -> list[list[str]]:
    """Return the text of each sample paper, without the page headers, which are lost."""
    papers = [paper for _, paper in kinds()[name].samples()]
    texts = [dumped_words(template(path).render(paper)) for paper in papers]
    return [[line for line in text.splitlines() if not line.startswith("[head")] for text in texts]


@pytest.mark.parametrize("name", kinds())
def test_a_resaved_template_prints_the_same_words(name):
    path = RESAVED / f"{name}.docx"
    assert words(path, name) == words(packaged_templates() / f"{name}.docx", name)


@pytest.mark.parametrize(
    ("name", "sections"), [("ke-hoach", [1]), ("phieu-giao-viec", []), ("bao-cao", [2, 3, 4])]
)
def test_template_check_names_what_was_lost(name, sections):
    said = [str(one.message) for one in check_template(RESAVED / f"{name}.docx").problems]
    assert said == [f"{name}.docx, section {n}: {what}" for n in sections for what in LOST]


@pytest.mark.parametrize("name", kinds())
def test_the_templates_that_come_with_cchc_have_nothing_wrong(name):
    verdict = check_template(packaged_templates() / f"{name}.docx")
    assert (verdict.problems, verdict.findings) == ([], [])
