"""Documents that cchc did not make: recognised by words and place, refused in one message."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import cchc.document.check as room
from cchc.document.check import catalogue, check_docx, check_parts
from cchc.document.check._text import BASE_CITED, SENTENCE
from cchc.errors import UserError
from cchc.word import package
from cchc.word.package import read_package, write_package
from tests.document.broken import DOC, STYLES, codes, sound, swap
from tests.intake.docx_pieces import cell, document, paragraph, row, table


def renamed(parts):
    """Give every style of our own another id and name, as another office's model would."""
    for name in (DOC, STYLES, "word/header1.xml", "word/header2.xml"):
        text = parts[name].decode()
        text = re.sub(r'(styleId|pStyle w:val|basedOn w:val)="', r'\1="X', text)
        text = re.sub(r'<w:name w:val="(?!Normal)[^"]*"', '<w:name w:val="Other"', text)
        parts[name] = text.encode()


def test_components_are_known_by_words_and_place_not_by_our_style_names():
    parts = sound()
    renamed(parts)
    assert codes(parts) == set()
    swap("PHÓ CHỦ TỊCH", "Phó Chủ tịch")(parts)
    assert codes(parts) == {"W206"}


def test_letters_counted_by_word_fall_out_of_vietnamese_order():
    parts = sound()
    text = parts[DOC].decode()
    for letter in "abcdđ":
        text = re.sub(
            rf'<w:pStyle w:val="NoiDung"/></w:pPr>(<w:bookmarkStart[^>]*/>)<w:r><w:t>{letter}\) ',
            '<w:pStyle w:val="NoiDung"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            r"</w:pPr>\1<w:r><w:t>",
            text,
        )
    parts[DOC] = text.encode()
    parts["word/numbering.xml"] = (
        b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/>'
        b'<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        b'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    found = check_parts(parts, Path("a.docx"))
    # Word counts a, b, c, d, e: its fifth letter is not the Vietnamese đ.
    assert [(one.fault.code, str(one.found)) for one in found] == [("W410", "“e)”")]


def test_a_line_drawn_as_a_shape_counts_as_a_line():
    parts = sound()
    text = parts[DOC].decode()
    shape = (
        '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" '
        'from="{}pt,1pt" to="{}pt,1pt"/></w:pict></w:r>'
    )
    line = re.search(r'<w:p><w:pPr><w:pStyle w:val="DuongKeDai"/>.*?</w:p>', text)
    assert line
    words = "<w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r>".replace(
        "<w:t>", '<w:t xml:space="preserve">'
    )
    for length, wanted in ((170, set()), (90, {"W305"})):
        drawn = text.replace(line[0], "").replace(words, words + shape.format(10, 10 + length))
        assert codes(parts | {DOC: drawn.encode()}) == wanted


def test_of_a_document_that_is_no_official_paper_only_the_page_is_judged(tmp_path):
    from docx import Document

    path = tmp_path / "thu.docx"
    letter = Document()
    letter.add_paragraph("Xin chào.")
    letter.save(str(path))
    found = {one.fault.name for one in check_docx(path)}
    assert found == {"paper-not-a4", "margin-out-of-range", "kind-not-known"}


def test_a_paper_of_the_party_is_declined_in_one_sentence():
    parts = sound()
    swap("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")(parts)
    assert codes(parts) == {"W801"}


def test_findings_come_in_the_order_of_the_document():
    parts = sound()
    swap("Trần Thị Bình", "ThS. Trần Thị Bình")(parts)
    swap("Độc lập - Tự do", "Độc lập – Tự do")(parts)
    found = check_parts(parts, Path("a.docx"))
    assert [one.fault.code for one in found] == ["W303", "W506"]
    assert str(found[0].place) == "table 1, row 1, cell 2, paragraph 2"
    assert found[1].text == "ThS. Trần Thị Bình"


def test_every_code_is_named_once_and_states_a_fault():
    names = [one.name for one in catalogue().values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"W\d{3}", code) for code in catalogue())
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def refusal(path):
    with pytest.raises(UserError) as caught:
        check_docx(path)
    return str(caught.value.message)


def test_what_is_no_word_document_is_refused_in_one_message(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"")
    assert refusal(path) == f"{path}: the file is empty"
    for data in (b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)):
        path.write_bytes(data)
        assert refusal(path) == f"{path}: not a Word document"
    path.write_bytes(write_package({"a.txt": b"x"}))
    assert refusal(path) == f"{path}: not a Word document"
    assert refusal(tmp_path).startswith(f"{tmp_path}: cannot be opened")


def test_a_cut_file_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    whole = write_package(sound())
    for size in (9, 100, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:size])
        assert refusal(path) == f"{path}: the file is damaged"


def test_damaged_and_hostile_xml_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    deep = b"<a>" * 5000 + b"</a>" * 5000
    for data in (b"<w:p", bomb, outside, deep, b""):
        path.write_bytes(write_package(sound() | {DOC: data}))
        assert refusal(path) == f"{path}: the file is damaged (in its part word/document.xml)"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_BYTES", 1_000_000)
    path = tmp_path / "a.docx"
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(20):
            archive.writestr(f"word/{n}.xml", b"0" * 100_000)
    path.write_bytes(made.getvalue())
    assert refusal(path) == f"{path}: too large to be a paper"


def test_a_file_of_too_many_parts_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_PARTS", 5)
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(sound()))
    assert refusal(path) == f"{path}: too large to be a paper"


def test_a_document_of_too_many_tags_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MAX_TAGS", 10)
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(sound()))
    assert refusal(path) == f"{path}: far too large to be checked"


@pytest.mark.parametrize("part", ["word/styles.xml", "word/document.xml", "word/settings.xml"])
def test_nonsense_numbers_in_a_part_do_not_stop_the_check(part, tmp_path):
    path = tmp_path / "a.docx"
    parts = sound()
    parts[part] = re.sub(rb'w:(val|w|left|sz|line|start)="\d+"', rb'w:\1="x1"', parts[part])
    path.write_bytes(write_package(parts))
    assert isinstance(check_docx(path), list)


def test_the_package_of_the_test_document_is_whole(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(sound()))
    assert read_package(path) == sound()


@pytest.mark.parametrize("seed", range(12))
def test_measures_that_are_no_numbers_never_stop_the_judge(seed):
    chance = random.Random(seed)
    values = ["", "x", "-1", "9" * 30, "1e999", "nan", "-inf", "²", "0x10", "-9e9", "auto"]
    parts = sound()
    for name in (DOC, STYLES):
        parts[name] = re.sub(
            r'(w:(?:val|w|h|ilvl|start|line|before|after|left|right|firstLine|hanging))="[^"]*"',
            lambda hit: f'{hit[1]}="{chance.choice(values)}"' if chance.random() < 0.05 else hit[0],
            parts[name].decode(),
        ).encode()
    assert check_parts(parts, Path("a.docx"))


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("Thực hiện Quyết định số 1735/QĐ-UBND ngày 20/12/2025 của UBND tỉnh.", True),
        ("Xét đề nghị của Trưởng phòng Văn hóa - Xã hội.", True),
        ("Thực hiện Kế hoạch số 5/KH-UBND, UBND xã ban hành Kế hoạch như sau", False),
        ("Thực hiện tốt công tác cải cách hành chính trên địa bàn.", False),
    ],
)
def test_a_line_that_goes_on_naming_papers_is_a_base(words, base):
    assert base == (bool(BASE_CITED.match(words)) and not SENTENCE.search(words))


OPENING = ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "Căn cứ Luật số 72/2025/QH15;")
SIGNED = ("Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị A")


def with_appendix(points: int, heading: tuple[str, ...], folder: Path) -> Path:
    """Write a paper whose signature table has line breaks, and an appendix after it."""
    cells = [cell(one) for one in ("1", "Họp")]
    path = folder / "a.docx"
    path.write_bytes(document([
        *(paragraph(one) for one in OPENING),
        *(paragraph(f"{n}. Nội dung thứ {n} được thực hiện đầy đủ.") for n in range(1, points + 1)),
        paragraph("Trên đây là Kế hoạch cải cách hành chính năm 2026./."),
        table([row([cell(one) for one in SIGNED])], 2),
        *(paragraph(one) for one in heading),
        table([row(cells)] * 4, 2),
    ]))  # fmt: skip
    return path


@pytest.mark.parametrize("points", [0, 2, 5, 7])
def test_line_breaks_in_the_signature_do_not_move_the_appendix(tmp_path, points):
    path = with_appendix(points, ("PHỤ LỤC", "DANH MỤC", "(Kèm theo Kế hoạch số 5)"), tmp_path)
    found = {one.fault.code for one in check_docx(path)}
    assert found  # the paper was judged
    assert not found & {"W601", "W602", "W603"}


def test_a_heading_of_an_appendix_that_stands_in_a_table_is_let_be(tmp_path):
    cells = [cell(one) for one in ("DANH MỤC", "(Kèm theo Kế hoạch số 5)")]
    path = tmp_path / "a.docx"
    path.write_bytes(document([table([row([one]) for one in cells], 1)]))
    assert not {one.fault.code for one in check_docx(path)} & {"W601", "W602", "W603"}
