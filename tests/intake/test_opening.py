"""What a file is, is told from its bytes; older formats go through LibreOffice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from cchc.errors import UserError
from cchc.intake.office import convert
from cchc.intake.opening import SUFFIXES, open_paper
from tests.intake.docx_files import parts_of, swap, texts, word_file, zipped
from tests.intake.docx_pieces import document, paragraph
from tests.processes import is_gone, started

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
WORD_97 = OLE + "WordDocument".encode("utf-16-le")
EXCEL_97 = OLE + "Workbook".encode("utf-16-le")
RTF = rb"{\rtf1 x}"


def open_document(kind: str) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode()})


def office(tmp_path: Path, monkeypatch, does: str) -> None:
    """Put a program in LibreOffice's place; `does` is Python, with `out`, `source`, `order` given."""
    fake = tmp_path / "soffice"
    fake.write_text(
        f"#!{sys.executable}\n"
        "import shutil, sys, time\nfrom pathlib import Path\norder = sys.argv\n"
        "out = Path(order[order.index('--outdir') + 1]); out.mkdir(exist_ok=True)\n"
        f"source = Path(order[-1])\n{does}\n"
    )
    fake.chmod(0o755)
    monkeypatch.setattr(convert, "program", lambda: str(fake))


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.txt", "ke-hoach.doc", "ke-hoach"])
def test_a_word_file_is_known_whatever_its_name(tmp_path, name):
    path = word_file(tmp_path / name, [paragraph("Kế hoạch")])
    paper = open_paper(path)
    assert texts(paper) == ["Kế hoạch"]
    assert paper.path == path


def test_a_text_file_is_known_whatever_its_name(tmp_path):
    path = tmp_path / "ke-hoach.docx"
    path.write_text("Kế hoạch", encoding="utf-8")
    assert texts(open_paper(path)) == ["Kế hoạch"]


def test_macros_are_ignored_and_told(tmp_path):
    parts = parts_of(document([paragraph("a")]))
    parts["word/vbaProject.bin"] = b"x"
    (tmp_path / "a.docm").write_bytes(zipped(parts))
    paper = open_paper(tmp_path / "a.docm")
    assert [str(one) for one in paper.notes] == ["the macros in the file were ignored"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [(WORD_97, "doc"), (RTF, "rtf"), (open_document("text"), "odt")],
)
def test_older_files_are_converted_and_told(tmp_path, monkeypatch, data, kind):
    sound = word_file(tmp_path / "sound.docx", [paragraph("Đã đổi")])
    office(
        tmp_path, monkeypatch,
        f"assert source.suffix == '.{kind}' and source.read_bytes()\n"
        f"shutil.copy({str(sound)!r}, out / (source.stem + '.docx'))",
    )  # fmt: skip
    path = tmp_path / "kế hoạch -x.tệp"
    path.write_bytes(data)
    paper = open_paper(path)
    assert (texts(paper), paper.path) == (["Đã đổi"], path)
    assert "LibreOffice" in str(paper.notes[0])


def test_older_workbooks_are_converted_to_workbooks(tmp_path, monkeypatch):
    asked = tmp_path / "asked"
    office(tmp_path, monkeypatch, f"Path({str(asked)!r}).write_text(' '.join(order))")
    for n, data in enumerate([EXCEL_97, open_document("spreadsheet")]):
        (tmp_path / f"{n}.tệp").write_bytes(data)
        with pytest.raises(UserError):
            open_paper(tmp_path / f"{n}.tệp")
        assert "--convert-to xlsx" in asked.read_text()
        asked.unlink()


def test_libreoffice_has_its_own_profile_that_runs_and_fetches_nothing(tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    office(
        tmp_path, monkeypatch,
        "from urllib.parse import urlparse, unquote\n"
        "home = next(o for o in order if 'UserInstallation' in o).partition('=')[2]\n"
        "folder = Path(unquote(urlparse(home).path))\n"
        f"shutil.copytree(folder, {str(seen)!r})",
    )  # fmt: skip
    (tmp_path / "a.rtf").write_bytes(RTF)
    with pytest.raises(UserError):
        open_paper(tmp_path / "a.rtf")
    settings = (seen / "user" / "registrymodifications.xcu").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in settings
    assert '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in settings


def test_without_libreoffice_the_remedy_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(convert, "program", lambda: None)
    (tmp_path / "cu.doc").write_bytes(WORD_97)
    with pytest.raises(UserError) as caught:
        open_paper(tmp_path / "cu.doc")
    assert "cu.doc: .doc files are read with LibreOffice" in str(caught.value.message)
    assert str(caught.value.hint) == (
        "Save it as .docx in Word (File, Save As), or install LibreOffice."
    )


@pytest.mark.parametrize("does", ["sys.exit(1)", "pass", "sys.exit(77)"])
def test_a_conversion_that_fails_is_told(tmp_path, monkeypatch, does):
    office(tmp_path, monkeypatch, does)
    (tmp_path / "cu.doc").write_bytes(WORD_97)
    with pytest.raises(UserError) as caught:
        open_paper(tmp_path / "cu.doc")
    assert str(caught.value.message).endswith("cu.doc: LibreOffice could not convert the file")


def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path, monkeypatch):
    fake, orphan = tmp_path / "soffice", tmp_path / "orphan"
    fake.write_text(f"#!/bin/sh\nsleep 100 &\necho $! > {orphan}\nwait\n")
    fake.chmod(0o755)
    monkeypatch.setattr(convert, "program", lambda: str(fake))
    wait = subprocess.Popen.wait

    def wait_in_vain(process, timeout=None):
        if timeout is None:
            return wait(process)
        while not started(orphan):
            Event().wait(0.01)
        raise subprocess.TimeoutExpired(process.args, timeout)

    monkeypatch.setattr(subprocess.Popen, "wait", wait_in_vain)
    (tmp_path / "cu.doc").write_bytes(WORD_97)
    with pytest.raises(UserError):
        open_paper(tmp_path / "cu.doc")
    assert is_gone(int(orphan.read_text()))


def test_libreoffice_is_looked_for_in_the_usual_places(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    usual = tmp_path / "usual" / "soffice.com"
    monkeypatch.setattr(convert, "_USUAL_PLACES", (str(usual),))
    assert convert.program() is None
    usual.parent.mkdir()
    usual.touch()
    assert convert.program() == str(usual)
    found = tmp_path / "libreoffice"
    found.touch(0o755)
    assert convert.program() == str(found)


def test_the_suffixes_name_what_can_be_read():
    assert {".docx", ".docm", ".doc", ".odt", ".rtf", ".xlsx", ".txt", ".md"} <= set(SUFFIXES)


def test_a_link_to_elsewhere_is_not_a_part(tmp_path):
    def outside(parts):
        swap("_rels/.rels", 'Target="word/document.xml"',
             'Target="http://127.0.0.1:9/document.xml" TargetMode="External"')(parts)  # fmt: skip

    assert texts(open_paper(word_file(tmp_path / "a.docx", [paragraph("a")], edit=outside))) == [
        "a"
    ]
