"""Files that are broken or meant to do harm: one clear message each, for little work and memory."""

from __future__ import annotations

import os
import socket
import struct
import zipfile
from pathlib import Path

import pytest

from cchc.document.check import check_docx
from cchc.errors import UserError
from cchc.intake.office_paper import Paragraph, Table
from cchc.intake.opening import open_paper
from cchc.messages import visible
from cchc.word import package
from tests.counting import calls, growth
from tests.intake.docx_files import DOCUMENT, NUMBERING, STYLES, parts_of, read, word_file, zipped
from tests.intake.docx_pieces import W, cell, document, paragraph, row, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    def refused(*_):
        raise AssertionError("the reader went to the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


def refused(path: Path) -> str:
    """Return the message with which the file is refused; it names the file, and a remedy follows."""
    with pytest.raises(UserError) as caught:
        open_paper(path)
    message = str(caught.value.message)
    assert message.startswith(f"{visible(str(path))}: ")
    assert caught.value.hint
    return message.removeprefix(f"{visible(str(path))}: ")


def changed(tmp_path: Path, part: str, data: bytes | None, name: str = "a.docx") -> Path:
    """Return a .docx one part of which is `data`, or missing."""
    parts = parts_of(document([paragraph("a")]))
    if data is None:
        del parts[part]
    else:
        parts[part] = data
    path = tmp_path / name
    path.write_bytes(zipped(parts))
    return path


def written(tmp_path: Path, data: bytes, name: str = "a.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def body(inside: str) -> bytes:
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>".encode()


def test_a_file_that_is_not_there(tmp_path):
    assert refused(tmp_path / "a.docx").startswith("cannot be opened: ")


def test_a_folder(tmp_path):
    (tmp_path / "a.docx").mkdir()
    assert refused(tmp_path / "a.docx") == "is not a file"


def test_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "a.docx")
    assert refused(tmp_path / "a.docx") == "is not a file"


def test_a_name_no_system_takes():
    assert refused(Path("a\0.docx")).startswith("this is neither")


def test_an_empty_file(tmp_path):
    assert refused(written(tmp_path, b"")) == "the file is empty"


def test_a_file_without_words(tmp_path):
    assert refused(changed(tmp_path, DOCUMENT, body("<w:p/>"))) == "there is no text in the file"
    assert refused(written(tmp_path, b"\n \n", "a.txt")) == "there is no text in the file"


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"%PDF-1.7\n", b"GIF89a"]
)
def test_a_picture_or_pdf_named_docx(tmp_path, start):
    path = written(tmp_path, start + b"\0" * 100)
    assert refused(path) == "a picture or PDF file cannot be read"


@pytest.mark.parametrize(
    "start", ["<html><body>", "  <!DOCTYPE html>", "\ufeff<?xml version='1.0'?>"]
)
def test_a_web_page_named_doc(tmp_path, start):
    path = written(tmp_path, start.encode(), "a.doc")
    assert refused(path).startswith("this is a web page")


def test_bytes_that_are_no_text(tmp_path):
    assert refused(written(tmp_path, b"abc\0\xff\x01" * 50)).startswith("this is neither")
    assert refused(written(tmp_path, b"abc\x01def")).startswith("this is neither")


def test_a_zip_file_that_is_no_office_file(tmp_path):
    path = written(tmp_path, zipped({"a.txt": b"a", "ppt/presentation.xml": b"<a/>"}))
    assert refused(path).startswith("this is neither a Word nor")


def test_a_password(tmp_path):
    path = written(tmp_path, OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100)
    assert refused(path) == "the file is protected by a password"


def test_an_ole_file_of_another_program(tmp_path):
    assert refused(written(tmp_path, OLE)).startswith("this is neither")


def test_a_part_locked_by_a_zip_password(tmp_path):
    data = bytearray(document([paragraph("a")]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            struct.pack_into("<H", data, at + offset, 1)
            at = data.find(mark, at + 4)
    assert refused(written(tmp_path, bytes(data))) == "the file is protected by a password"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_a_file_cut_off(tmp_path, keep):
    data = document([paragraph("a")])
    path = written(tmp_path, data[: int(len(data) * keep)])
    assert refused(path) == "the file is damaged"


def test_a_part_with_wrong_bytes(tmp_path):
    path = word_file(tmp_path / "a.docx", [paragraph("một hai ba bốn " * 50)])
    with zipfile.ZipFile(path) as archive:
        at = archive.getinfo(DOCUMENT).header_offset + 60
    data = bytearray(path.read_bytes())
    data[at : at + 40] = bytes(40)
    path.write_bytes(data)
    assert refused(path) == "the file is damaged"


def test_a_list_of_parts_that_points_before_the_file(tmp_path):
    data = bytearray(document([paragraph("a")]))
    end = data.rfind(b"PK\x05\x06")
    struct.pack_into("<L", data, end + 12, len(data) * 2)
    assert refused(written(tmp_path, bytes(data))) == "the file is damaged"


def test_an_unknown_way_of_packing(tmp_path):
    data = bytearray(document([paragraph("a")]))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<H", data, at + 10, 77)
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(written(tmp_path, bytes(data))) == "the file is damaged"


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, NUMBERING, "_rels/.rels"])
@pytest.mark.parametrize("data", [b"<w:a", b"<a></b>", b"text", b"\xff\xfe<", b"<a>&nbsp;</a>"])
def test_a_part_that_is_no_xml(tmp_path, part, data):
    assert refused(changed(tmp_path, part, data)) == f"the file is damaged (in its part {part})"


def test_a_document_without_a_body(tmp_path):
    assert refused(changed(tmp_path, DOCUMENT, b"<a/>")) == "the file is damaged"
    assert refused(changed(tmp_path, DOCUMENT, b"")) == "the file is damaged"
    assert refused(changed(tmp_path, DOCUMENT, None)) == "the file is damaged"


@pytest.mark.parametrize(
    "part", [STYLES, NUMBERING, "[Content_Types].xml", "_rels/.rels", "word/theme/theme1.xml",
             "word/_rels/document.xml.rels"],
)  # fmt: skip
def test_what_can_be_done_without_may_be_missing(tmp_path, part):
    (found,) = open_paper(changed(tmp_path, part, None)).blocks
    assert isinstance(found, Paragraph)
    assert found.text == "a"


def laughs() -> str:
    lines = "".join(f"<!ENTITY b{n} '{f'&b{n - 1};' * 10}'>" for n in range(1, 10))
    return f"<!DOCTYPE a [<!ENTITY b0 'ha'>{lines}]>"


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "doctype",
    [
        laughs(),
        "<!DOCTYPE a [<!ENTITY b9 SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE a [<!ENTITY b9 SYSTEM 'http://127.0.0.1:9/x'>]>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p; <!ENTITY b9 'x'>]>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY b9 'x'>]>",
    ],
)
def test_entities_and_document_types(tmp_path, doctype, coding):
    inside = body("<w:p><w:r><w:t>&b9;</w:t></w:r></w:p>").decode()
    text = f"<?xml version='1.0' encoding='{coding}'?>{doctype}{inside}"
    path = changed(tmp_path, DOCUMENT, text.encode(coding))
    assert refused(path) == f"the file is damaged (in its part {DOCUMENT})"


def test_pictures_templates_and_documents_elsewhere_are_not_fetched(tmp_path):
    kinds = ("attachedTemplate", "image", "styles", "numbering", "theme", "aFChunk", "subDocument")
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{base}/{kind}" Target="http://127.0.0.1:9/{kind}" '
        'TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    path = changed(
        tmp_path, "word/_rels/document.xml.rels",
        f'<Relationships xmlns="{rels}">{links}</Relationships>'.encode(),
    )  # fmt: skip
    (found,) = open_paper(path).blocks
    assert isinstance(found, Paragraph)
    assert found.text == "a"


def test_a_part_may_not_lie_outside_the_file(tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_bytes(body("<w:p><w:r><w:t>secret</w:t></w:r></w:p>"))
    parts = parts_of(document([paragraph("a")]))
    target = f'Target="../../../..{secret}"'.encode()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b'Target="word/document.xml"', target)
    (found,) = open_paper(written(tmp_path, zipped(parts))).blocks
    assert isinstance(found, Paragraph)
    assert found.text == "a"


def test_a_zip_bomb(tmp_path):
    path = tmp_path / "a.docx"
    parts = parts_of(document([paragraph("a")]))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name != DOCUMENT:
                archive.writestr(name, data)
        with archive.open(DOCUMENT, "w") as file:
            for _ in range(60):
                file.write(b" " * 1_000_000)
    assert path.stat().st_size < 200_000
    assert refused(path) == "too large to be a paper"


def test_a_bomb_under_the_limit_of_size_is_known_by_its_ratio(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "RATIO_COUNTS_FROM", 100_000)
    path = changed(tmp_path, DOCUMENT, body(f"<w:p/>{' ' * 200_000}"))
    assert refused(path) == "too large to be a paper"


def test_a_zip_that_lies_about_its_sizes(tmp_path):
    data = bytearray(zipped({**parts_of(document([paragraph("a")])), DOCUMENT: b" " * 3_000_000}))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<L", data, at + 24, 10)
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(written(tmp_path, bytes(data))) == "the file is damaged"


def test_a_zip_with_thousands_of_parts(tmp_path):
    parts = {f"word/{n}.xml": b"" for n in range(package.MAX_PARTS + 1)}
    assert refused(written(tmp_path, zipped(parts))) == "too large to be a paper"


def test_a_file_past_all_measure(tmp_path):
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(package.MAX_FILE_BYTES + 1)
    assert refused(tmp_path / "a.docx") == "too large to be a paper"
    with (tmp_path / "a.txt").open("wb") as file:
        file.write(b"a")
        file.truncate(9_000_000)
    assert refused(tmp_path / "a.txt") == "too large to be a paper"


def test_a_part_of_countless_tags(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_MARKS", 1_000)
    path = changed(tmp_path, DOCUMENT, body("<w:p/>" * 1_000))
    assert refused(path) == "too large to be a paper"


def table_of(size: int) -> str:
    """Return a table of so many rows of six cells."""
    return table(
        [row([cell(str(n)), *(cell(f"Nội dung {n}.{k}") for k in range(5))]) for n in range(size)],
        6,
    )


def test_a_table_of_a_thousand_rows(tmp_path):
    (found,) = open_paper(changed(tmp_path, DOCUMENT, body(table_of(1000)))).blocks
    assert isinstance(found, Table)
    assert len(found.rows) == 1000
    assert found.rows[-1].cells[5].text == "Nội dung 999.4"


def test_a_row_among_thousands_costs_what_it_costs_among_hundreds(tmp_path):
    def cost(size: int) -> int:
        path = changed(tmp_path, DOCUMENT, body(table_of(size)))
        return calls(lambda: open_paper(path))

    assert growth(cost, 100) < 1.1


@pytest.mark.parametrize("reads", [open_paper, check_docx])
def test_a_style_costs_the_same_in_a_chain_of_any_length(tmp_path, reads):
    def cost(size: int) -> int:
        parts = parts_of(document([paragraph(f"dòng {n}", style=f"s{n}") for n in range(size)]))
        chain = (
            f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
            f'<w:basedOn w:val="s{n - 1}"/></w:style>'
            for n in range(size)
        )
        parts[STYLES] = f"<w:styles {W}>{''.join(chain)}</w:styles>".encode()
        path = written(tmp_path, zipped(parts))
        return calls(lambda: reads(path))

    assert growth(cost, 20) < 1.1


@pytest.mark.parametrize("depth", [5, 12, 13, 60, 75])
def test_tables_in_tables(tmp_path, depth):
    inside = paragraph("trong cùng")
    for _ in range(depth):
        inside = table([row([cell("")._replace(inside=inside + paragraph(""))])], 1)
    paper = read(tmp_path, [inside])
    assert "trong cùng" in repr(paper.blocks)
    assert bool(paper.notes) is (depth > 12)


def test_nesting_without_end(tmp_path):
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    assert refused(changed(tmp_path, DOCUMENT, body(deep))).startswith("the file is damaged")


def test_absurd_numbers_in_properties(tmp_path):
    look = "<w:gridSpan w:val='999999999999'/><w:vMerge/>"
    cells = f"<w:tc><w:tcPr>{look}</w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * 3
    numbered = "<w:numPr><w:ilvl w:val='-5'/><w:numId w:val='x'/></w:numPr>"
    inside = f"<w:tbl><w:tr><w:trPr><w:gridBefore w:val='-9'/></w:trPr>{cells}</w:tr></w:tbl>"
    inside += (
        f"<w:p><w:pPr>{numbered}<w:outlineLvl w:val='1e9'/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"
    )
    found, after = open_paper(changed(tmp_path, DOCUMENT, body(inside))).blocks
    assert isinstance(found, Table)
    assert found.columns < 1_000
    assert isinstance(after, Paragraph)
    assert (after.label, after.level) == ("", None)


def test_a_workbook_with_a_document_type(tmp_path):
    parts = {
        "_rels/.rels": b"<a/>",
        "xl/workbook.xml": f"<!DOCTYPE a [{laughs()[13:-2]}]><workbook>&b9;</workbook>".encode(),
    }
    path = written(tmp_path, zipped(parts), "a.xlsx")
    assert refused(path) == "the file is damaged (in its part xl/workbook.xml)"


def test_a_workbook_with_parts_missing(tmp_path):
    parts = {"_rels/.rels": b"<a/>", "xl/workbook.xml": b"<a/>"}
    assert refused(written(tmp_path, zipped(parts), "a.xlsx")) == "there is no text in the file"
    del parts["xl/workbook.xml"]
    parts["xl/other.xml"] = b"<a/>"
    assert refused(written(tmp_path, zipped(parts), "a.xlsx")) == "the file is damaged"
