"""PDF through LibreOffice: one call for many, its failures told, nothing left behind.

The office is a stand-in (tests/office.py); the real one was tried by hand.
"""

from __future__ import annotations

import errno
import re
import struct
import sys
import zlib
from pathlib import Path

import pytest

from cchc.document import pdf
from cchc.document.file_properties import is_own_file
from cchc.document.pdf import PdfBatch, find_office
from cchc.document.pdf_bytes import settled, stand_in
from cchc.errors import UserError
from tests.document.conftest import KE_HOACH, plan_of
from tests.document.printing import render_plan
from tests.office import SCRIPT, install_office, uninstall_office
from tests.processes import is_gone, started

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    return install_office(tmp_path, monkeypatch)


def converted(*documents: bytes) -> list[bytes | UserError]:
    with PdfBatch() as batch:
        for one in documents:
            batch.add(one)
        return list(batch.convert())


def faults(found: list[bytes | UserError]) -> list[str]:
    return [str(one.message) if isinstance(one, UserError) else "" for one in found]


def test_many_documents_are_converted_in_one_call_and_in_order(office):
    steps = []
    with PdfBatch() as batch:
        for n in range(12):
            batch.add(b"van ban %d" % n)
        made = list(batch.convert(lambda: steps.append(1)))
    assert [b"van ban %d\n" % n in one for n, one in enumerate(made)] == [True] * 12
    assert len(steps) == 12
    (call,) = office.read_text().splitlines()
    assert call.count(".docx") == 12


def test_very_many_are_converted_in_several_calls(office, monkeypatch):
    monkeypatch.setattr(pdf, "BATCH", 2)
    made = converted(b"a", b"b", b"c")
    assert [
        b"\n" + letter + b"\n" in one for letter, one in zip((b"a", b"b", b"c"), made, strict=True)
    ]
    assert faults(made) == ["", "", ""]
    assert len(office.read_text().splitlines()) == 2


def test_the_office_has_a_profile_of_its_own_and_no_window(office):
    converted(b"a")
    call = office.read_text()
    assert "--headless " in call
    assert f"-env:UserInstallation=file://{office.parent}/tmp/cchc-" in call


def test_temporary_files_of_the_office_lie_beside_its_documents(office):
    converted(b"a")
    assert "/tmp/cchc-" in Path(f"{office}.tmpdir").read_text()


@pytest.mark.parametrize(("mode", "name"), [("refuses", "room"), ("", "0000.docx")])
def test_a_full_disk_is_told_with_the_place_and_what_to_do(office, monkeypatch, mode, name):
    def full(path, data):
        if path.name == name:
            raise OSError(errno.ENOSPC, "no room")
        return write(path, data)

    write = Path.write_bytes
    monkeypatch.setenv("OFFICE_MODE", mode)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserError) as refusal:
        converted(b"a")
    folder = office.parent / "tmp"
    said = str(refusal.value.message)
    assert said == f"no temporary file can be written in {folder}: the disk is full"
    assert "TMPDIR" in str(refusal.value.hint)


def test_nothing_is_left_behind(office, monkeypatch):
    converted(b"a")
    monkeypatch.setenv("OFFICE_MODE", "crashes")
    converted(b"a")
    assert list((office.parent / "tmp").iterdir()) == []


def test_what_is_made_is_known_as_ours(office, tmp_path):
    (made,) = converted(b"a")
    (tmp_path / "a.pdf").write_bytes(made)
    assert is_own_file(tmp_path / "a.pdf")


def test_a_document_the_office_cannot_convert_loses_only_itself(monkeypatch):
    for mode in ("skips", "half"):
        monkeypatch.setenv("OFFICE_MODE", mode)
        assert faults(converted(b"a", b"b", b"c")) == [
            "",
            "LibreOffice could not make a PDF of it",
            "",
        ]


def test_what_the_office_says_is_passed_on_with_a_remedy(monkeypatch):
    monkeypatch.setenv("OFFICE_MODE", "refuses")
    (error,) = converted(b"a")
    assert faults([error]) == [
        "LibreOffice could not make a PDF of it: Error: source file could not be loaded"
    ]
    assert "Install LibreOffice" in str(error.hint)


def test_an_office_that_cannot_be_started_is_told(office):
    (office.parent / "bin" / "soffice").write_text("#!/khong/co\n")
    (fault,) = faults(converted(b"a"))
    assert fault.startswith("LibreOffice could not make a PDF of it: ")


def test_an_office_that_hangs_is_ended_with_all_it_started(office, monkeypatch):
    monkeypatch.setenv("OFFICE_MODE", "slow")
    begun: list[bool] = []

    def clock() -> float:
        """Stand still until the office has started, then be past every limit."""
        if not begun:
            begun.append(True)
            return 0.0  # the wait begins here, even when the office was quicker than we are
        return 1e6 if started(Path(f"{office}.pid")) else 0.0

    monkeypatch.setattr(pdf.time, "monotonic", clock)
    limit = round(pdf.START_SECONDS + pdf.EACH_SECONDS)
    assert faults(converted(b"a")) == [
        f"LibreOffice could not make a PDF of it: it did not finish in {limit} seconds"
    ]
    assert is_gone(int(Path(f"{office}.pid").read_text()))


def test_an_interrupt_ends_the_office_and_leaves_nothing(office, monkeypatch):
    monkeypatch.setenv("OFFICE_MODE", "slow")

    def interrupt(_seconds):
        if started(Path(f"{office}.pid")):
            raise KeyboardInterrupt

    monkeypatch.setattr(pdf.time, "sleep", interrupt)
    with pytest.raises(KeyboardInterrupt):
        converted(b"a")
    assert is_gone(int(Path(f"{office}.pid").read_text()))
    assert list((office.parent / "tmp").iterdir()) == []


def test_without_an_office_it_is_told_what_to_do(office, monkeypatch):
    uninstall_office(monkeypatch)
    with pytest.raises(UserError) as caught:
        PdfBatch()
    assert str(caught.value.message) == "a PDF needs LibreOffice, which is not found here"
    assert "Install LibreOffice" in str(caught.value.hint)


def test_the_office_is_found_where_it_usually_lies(office, monkeypatch, tmp_path):
    usual = tmp_path / "LibreOffice.app" / "soffice"
    usual.parent.mkdir()
    usual.write_text(SCRIPT)
    usual.chmod(0o755)
    uninstall_office(monkeypatch)
    monkeypatch.setattr(pdf, "_USUAL", {sys.platform: (str(usual),)})
    assert find_office() == str(usual)


def test_usual_places_are_known_for_the_systems_without_them_on_path():
    assert pdf._USUAL["darwin"][0].startswith("/Applications/")
    assert "win32" in pdf._USUAL


def test_two_runs_give_the_same_bytes_dated_as_the_paper():
    docx = render_plan(plan_of(), KE_HOACH)
    one, two = (settled(as_written(*when), docx) for when in ((2026, 1, 2), (2027, 12, 31)))
    assert one == two
    assert b"/CreationDate(D:20260105000000Z')" in one
    assert b"<xmp:CreateDate>2026-01-05T00:00:00Z<" in one
    at = [int(found) for found in re.findall(rb"\n(\d{10}) 00000 n", one)]
    starts = [one[place:].split(b" ", 1)[0] for place in at]
    assert starts == [b"1", b"2", b"3", b"4"]
    assert one[int(one.split(b"startxref\n")[1].split()[0]) :].startswith(b"xref")


def test_a_stream_ends_where_its_length_says_and_no_standard_type_is_mapped_to_itself():
    """The data ends in a carriage return: with the line end that follows it looked like CR LF."""
    made = settled(as_written(2026, 1, 2), render_plan(plan_of(), KE_HOACH))
    assert b"<</Length 2>>\nstream\nx\r\r\nendstream" in made
    assert b"/RoleMap<</Noi/P\n        /H2/P\n>>" in made


def test_a_font_that_stands_in_is_named():
    assert stand_in(b"/BaseFont/BAAAAA+LiberationSerif-Bold") == "LiberationSerif"
    assert stand_in(b"/BaseFont/BAAAAA+TimesNewRomanPS-BoldMT /BaseFont/ABCDEF+Symbol") is None
    assert stand_in(b"no fonts") is None


def as_written(year, month, day) -> bytes:
    """Return the parts of a PDF of LibreOffice that say when it was made."""
    profile = bytes(24) + struct.pack(">6H", year, month, day, 1, 2, 3) + bytes(range(100))
    packed = zlib.compress(profile, 1)
    stamp = f"{year}{month:02}{day:02}010203".encode()
    text = b"%PDF-1.6\n"
    offsets = []
    for body in (
        b"<</N 3/Length 2 0 R/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream",
        b"%d" % len(packed),
        b"<</Length 2>>\nstream\nx\r\nendstream",
        b"<</CreationDate(D:" + stamp + b"Z')/RoleMap<</Noi/P\n/TR/TR\n /H2/P\n>>>>",
    ):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (len(offsets), body)
    text += f"<xmp:CreateDate>{year}-{month:02}-{day:02}T01:02:03Z</xmp:CreateDate>".encode()
    start = len(text) + 1
    text += b"\nxref\n0 5\n0000000000 65535 f \n"
    text += b"".join(b"%010d 00000 n \n" % place for place in offsets)
    name = stamp + b"0" * 18
    text += (
        b"trailer\n<</Root 1 0 R\n/ID [ <" + name + b">\n<" + name + b"> ]\n/DocChecksum /" + name
    )
    return text + b">>\nstartxref\n%d\n%%%%EOF\n" % start
