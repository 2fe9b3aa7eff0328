"""`cchc render --pdf`: a batch in one call of the office, and what is told when it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.document.file_properties import is_own_file
from tests.conftest import ROOT
from tests.office import install_office, uninstall_office

HINT = (
    "  Install LibreOffice (libreoffice.org), or open the Word document and save it as PDF there.\n"
)


@pytest.fixture
def office(workspace, tmp_path_factory, monkeypatch) -> Path:
    (workspace / "plans" / "nam-dan.yaml").write_bytes((ROOT / "plans/nam-dan.yaml").read_bytes())
    return install_office(tmp_path_factory.mktemp("office"), monkeypatch)


def test_all_pdfs_are_made_in_one_call_and_listed_beside_the_documents(cchc, office):
    ran = cchc("render", "--all", "--docx", "--pdf")
    assert ran.out.splitlines() == [
        "out/an-binh.docx", "out/an-binh.pdf", "out/nam-dan.docx", "out/nam-dan.pdf",
    ]  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert len(office.read_text().splitlines()) == 1
    for name in ("an-binh", "nam-dan"):
        document, made = Path(f"out/{name}.docx").read_bytes(), Path(f"out/{name}.pdf")
        assert document in made.read_bytes()
        assert is_own_file(made)


def test_a_pdf_alone_leaves_no_word_document(cchc, office):
    assert cchc("render", "an-binh", "--pdf") == (0, "out/an-binh.pdf\n", "")
    assert [path.name for path in Path("out").iterdir()] == ["an-binh.pdf"]
    assert cchc("render", "an-binh", "-o", "Kế hoạch.pdf").out == "Kế hoạch.pdf\n"


def test_sheets_become_pdf_as_well(cchc, office):
    ran = cchc("render", "nam-dan", "--sheet", "all", "--pdf", "--format", "json")
    files = json.loads(ran.out)["files"]
    assert len(files) > 3
    assert {(file["format"], file["paper"]) for file in files} == {("pdf", "phieu-giao-viec")}
    assert files[0]["path"] == f"out/phieu-giao-viec/nam-dan/{files[0]['unit']}.pdf"
    assert len(office.read_text().splitlines()) == 1


def test_one_that_fails_does_not_lose_the_others(cchc, office, monkeypatch):
    monkeypatch.setenv("OFFICE_MODE", "skips")
    ran = cchc("render", "--all", "--pdf")
    assert (ran.code, ran.out) == (2, "out/an-binh.pdf\n")
    assert ran.err == f"cchc: out/nam-dan.pdf: LibreOffice could not make a PDF of it\n{HINT}"


def test_a_pdf_signed_or_stamped_since_is_kept(cchc, office):
    cchc("render", "an-binh", "--pdf")
    made = Path("out/an-binh.pdf")
    signed = made.read_bytes() + b"2 0 obj\n<</Type/Sig>>\nendobj\nstartxref\n9\n%%EOF\n"
    made.write_bytes(signed)
    ran = cchc("render", "--all", "--pdf")
    assert (ran.code, ran.out) == (2, "out/nam-dan.pdf\n")
    assert "out/an-binh.pdf was not written by cchc" in ran.err
    assert made.read_bytes() == signed
    assert cchc("render", "an-binh", "--pdf", "--force").code == 0
    assert is_own_file(made)


def test_without_an_office_nothing_is_written_and_the_remedy_is_told(cchc, office, monkeypatch):
    uninstall_office(monkeypatch)
    ran = cchc("render", "--all", "--docx", "--pdf")
    told = "cchc: a PDF needs LibreOffice, which is not found here\n"
    assert ran == (2, "", told + HINT)
    assert not Path("out").exists()
    assert cchc("render", "an-binh").code == 0
