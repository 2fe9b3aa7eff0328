"""Every kind of PDF that cchc writes is PDF/A-2b, tagged, by a validator of ISO 19005 and ISO 14289."""

from __future__ import annotations

import re

import page
import pytest

from cchc.document.papers import kinds
from cchc.document.pdf import PdfBatch
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.read.load import load
from cchc.read.workspace import plan_files
from tests.conftest import ROOT
from tests.document.printing import render_plan

LEVEL_ONLY = ["PDFA2A-ID-CONFORMANCE-001"]
"""What lacks for level A (accessible) is its letter: the office vouches for level B alone."""


def faults(pdf: bytes, profile: str) -> list[str]:
    return [found.rule_id for found in page.validate_pdf_bytes(pdf, profile=profile).failures]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Return the PDF of every sample and of every plan of the project, by name."""
    papers = {}
    for kind, paper in kinds().items():
        for n, (_, sample) in enumerate(paper.samples()):
            papers[f"{kind}-{n}"] = template(packaged_templates() / f"{kind}.docx").render(sample)
    for path in plan_files(ROOT / "plans"):
        plan = load(path).plan
        assert plan is not None
        papers[path.stem] = render_plan(plan, packaged_templates() / "ke-hoach.docx")
    with PdfBatch() as batch:
        for docx in papers.values():
            batch.add(docx)
        return {
            name: pdf
            for name, pdf in zip(papers, batch.convert(), strict=True)
            if isinstance(pdf, bytes)
        }


def test_every_kind_of_pdf_is_for_archives(made):
    assert len(made) > 15
    assert {name: found for name, pdf in made.items() if (found := faults(pdf, "2b"))} == {}
    assert {
        name: found for name, pdf in made.items() if (found := faults(pdf, "2a")) != LEVEL_ONLY
    } == {}


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        (rb"/FontFile2 ", b"/FontFileX "),
        (rb"/S/GTS_PDFA1", b"/S/GTS_PDFX1"),
        (rb"<pdfaid:part>2<", b"<pdfaid:part>4<"),
        (rb"/Marked true", b"/Marked null"),
    ],
)  # fmt: skip
def test_a_damaged_pdf_is_found(made, text, instead):
    """The validator itself: a font left out, no colour profile, another part, no tags."""
    pdf = re.sub(text, instead, made["phu-thinh"])
    assert pdf != made["phu-thinh"]
    assert faults(pdf, "2a") != LEVEL_ONLY
