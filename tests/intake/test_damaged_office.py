"""Damaged files, by chance: what is read is a paper, or one clear message; never another error."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from cchc.errors import UserError
from cchc.intake.office_paper import OfficePaper
from cchc.intake.opening import open_paper
from tests.intake.docx_files import parts_of, zipped
from tests.intake.docx_pieces import (
    W,
    abstract_list,
    cell,
    document,
    level,
    paragraph,
    row,
    run,
    table,
)

ROUNDS = 30
MAIN = ("word/document.xml", "xl/worksheets/sheet1.xml")
_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"]*"')
_SPANS = (b"0", b"-1", b"1", b"7", b"99999999999", b"x", b"", b"restart", b"\xc3\xa9", b"true")


def _everything() -> bytes:
    """Return a small .docx that has one of each thing the reader knows."""
    code = "".join(
        f"<w:r><w:fldChar w:fldCharType='{one}'/></w:r>" for one in ("begin", "separate")
    )
    field = f"{code}{run('kết quả')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('hộp')}</w:txbxContent></w:pict></w:r>"
    changes = f"<w:ins>{run('thêm')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>"
    old = "<w:r><w:rPr><w:rFonts w:hAnsi='.VnTime'/><w:vanish w:val='0'/></w:rPr><w:t>®Þnh</w:t></w:r>"
    inner = table([row([cell("trong")])], 1)
    rows = [
        row([cell("STT", merge="restart"), cell("Phân công", span=2, bold=True)], header=True),
        row([cell("", merge="continue"), cell("Chủ trì"), cell("Phối hợp")], header=True),
        row([cell("")._replace(inside=paragraph("", numbered=(71, 0))), cell("A\nB"),
             cell("")._replace(inside=inner + paragraph(""))]),
    ]  # fmt: skip
    body = [
        paragraph("KẾ HOẠCH", bold=True, align="center", style="Heading1"),
        *(paragraph(f"mục {n}", numbered=(70, n % 3)) for n in range(5)),
        paragraph("", inside=field + box + changes + old),
        f"<w:sdt {W}><w:sdtContent>{paragraph('ô')}</w:sdtContent></w:sdt>",
        table(rows, 3),
    ]
    outline = [level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", "<w:isLgl/>"),
               level(2, "bullet", "-")]  # fmt: skip
    numbers = [(70, abstract_list(0, outline)), (71, abstract_list(0, [level(0, "decimal", "%1")]))]
    return document(body, numbers)


@cache
def sound(kind: str) -> bytes:
    """Return a sound file: a paper, or a workbook."""
    if kind == "docx":
        return _everything()
    from openpyxl import Workbook

    book = Workbook()
    for n in range(12):
        book.active.append([n, f"Việc {n}", "Phòng A; Phòng B", 0.5 * n])
    book.active.merge_cells("A1:B2")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def damaged(kind: str, chance: Random) -> bytes:
    """Return the file with one to four faults."""
    parts = parts_of(sound(kind))
    for _ in range(chance.randint(1, 4)):
        names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
        # The text itself as often as all other parts.
        main = [name for name in names if name in MAIN]
        name = chance.choice(main if main and chance.random() < 0.5 else names)
        parts[name] = _fault(parts[name], chance)
        if chance.random() < 0.1:
            del parts[name]
    data = bytearray(zipped(parts))
    if chance.random() < 0.15:
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _fault(data: bytes, chance: Random) -> bytes:
    """Put one fault in a part: as a rule it stays well-formed."""
    tags, values = list(_TAG.finditer(data)), list(_VALUE.finditer(data))
    if not tags:
        return data
    match chance.randrange(6):
        case 0 if values:
            at = chance.choice(values)
            return data[: at.start()] + b'"' + chance.choice(_SPANS) + b'"' + data[at.end() :]
        case 1:
            at = chance.choice(tags)
            return data[: at.start()] + data[at.end() :]
        case 2:
            one, other = chance.choice(tags), chance.choice(tags)
            return data[: one.start()] + other[0] + data[one.end() :]
        case 3:
            at = chance.choice(tags)
            name = at[0].strip(b"</>").split(b" ")[0]
            return data.replace(b"<" + name, b"<w:tc").replace(b"</" + name, b"</w:tc")
        case 4:
            start = chance.randrange(len(data))
            return data[:start] + data[start + chance.randint(1, 300) :]
    at = chance.choice(tags)
    return data[: at.start()] + at[0] * chance.randint(2, 50) + data[at.end() :]


@pytest.mark.parametrize(
    ("kind", "seed"), [*(("docx", n) for n in range(10)), *(("xlsx", n) for n in range(4))]
)
def test_a_damaged_file_is_a_paper_or_a_message(tmp_path, kind, seed):
    messages, read = [], 0
    for n in range(ROUNDS):
        path = Path(tmp_path) / f"{n}.{kind}"
        path.write_bytes(damaged(kind, Random(f"{kind} {seed} {n}")))
        try:
            found = open_paper(path)
        except UserError as error:
            messages.append(str(error.message))
            continue
        assert isinstance(found, OfficePaper)
        assert found.blocks
        read += 1
    assert read
    assert messages
    assert all(one.startswith(str(tmp_path)) for one in messages)
