"""Every visible word of a file is in the plan, under `unplaced`, in a remark or in the report.

Files are made by chance; each piece of text has a word of its own, and all of these must come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.comments import Comment

from cchc.intake.opening import open_paper
from cchc.intake.recognise import Recognised, recognise

HEADINGS = ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn", "Trạng thái",
            "Kinh phí", "Bắt đầu", "Ưu tiên", "Lý do (không phát hành)", "Ghi chú"]  # fmt: skip


class Words:
    """Gives out words that nothing else holds."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, text: str = "{}") -> str:
        self.given.append(f"Zq{len(self.given)}k")
        return text.format(self.given[-1])


def grid(random: Random, words: Words) -> list[list[str]]:
    """Return the rows of a table: of tasks as a rule, else of anything."""
    if random.random() < 0.2:
        return [[words() for _ in range(3)] for _ in range(random.randint(1, 4))]
    heads = [
        "STT",
        "Nội dung",
        "Thời hạn",
        *random.sample(HEADINGS[2:5] + HEADINGS[6:], random.randint(1, 6)),
    ]
    rows = [heads]
    for n in range(1, random.randint(2, 7)):
        roll = random.random()
        if roll < 0.12:
            rows.append([words("I. {}"), *[""] * (len(heads) - 1)])
        elif roll < 0.2:
            rows.append(
                ["", "Tổng cộng", *[words() if i == 1 else "" for i in range(len(heads) - 2)]]
            )
        elif roll < 0.28:
            rows.append([words("Ghi chú: {}"), *[""] * (len(heads) - 1)])
        elif roll < 0.36:
            rows.append(
                [
                    "",
                    words("- {}"),
                    *[""] * (len(heads) - 2),
                ]
            )
        else:
            rows.append([str(n), *[words("Phòng {}") if head in ("Chủ trì", "Phối hợp") else words()
                                   for head in heads[1:]]])  # fmt: skip
    if random.random() < 0.3:
        rows.append([*[""] * (len(heads) - 1), "NGƯỜI LẬP BIỂU"])
        rows.append([*[""] * (len(heads) - 1), words()])
    return rows


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = (
    f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    "</w:r>"
)
"""A text box."""
FORM_TEXT = (
    f'<w:p xmlns:w="{W}"><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r>'
    '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
"""A form field of old Word with what was typed into it."""
FORM_LIST = (
    f'<w:p xmlns:w="{W}"><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result '
    'w:val="1"/><w:listEntry w:val="Khác"/><w:listEntry w:val="{}"/></w:ddList></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMDROPDOWN </w:instrText></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
"""A list of old Word with what was chosen from it."""


def old_pieces(document, random: Random, words: Words) -> None:
    """Put a text box and form fields of old Word somewhere into the text."""
    if random.random() < 0.4:
        random.choice(document.paragraphs)._p.append(parse_xml(words(BOX)))
    for form in (FORM_TEXT, FORM_LIST):
        if random.random() < 0.4:
            random.choice(document.paragraphs[4:])._p.addnext(parse_xml(words(form)))


def word_file(path, random: Random, words: Words) -> None:
    document = Document()
    if random.random() < 0.7:
        for line in ("ỦY BAN NHÂN DÂN", "XÃ AN LẬP", "Số: 5/KH-UBND", words("PHÒNG {}")):
            document.add_paragraph(line)
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph(words("Cải cách hành chính {} năm 2026"))
    document.add_paragraph(words("Căn cứ Quyết định {};"))
    document.add_paragraph(words("UBND xã ban hành Kế hoạch {} như sau:"))
    for n in range(random.randint(1, 4)):
        document.add_paragraph(f"{('I', 'II', 'III', 'IV')[n]}. {words('NHIỆM VỤ {}')}")
        for m in range(random.randint(0, 4)):
            document.add_paragraph(
                random.choice(["- ", f"{m + 1}. ", "a) ", "", "+ "]) + words("Rà soát {}.")
            )
        if random.random() < 0.3:
            table(document, random, words)
    document.add_paragraph(words("Trên đây là Kế hoạch {}./."))
    document.add_paragraph("Nơi nhận:")
    document.add_paragraph(words("- Sở {};"))
    document.add_paragraph("TM. ỦY BAN NHÂN DÂN")
    document.add_paragraph("CHỦ TỊCH")
    if random.random() < 0.5:
        document.add_paragraph(words("{}"))
    for _ in range(random.randint(0, 3)):
        if random.random() < 0.8:
            document.add_paragraph("PHỤ LỤC")
            document.add_paragraph(words("DANH MỤC {}"))
        table(document, random, words)
        if random.random() < 0.4:
            document.add_paragraph(words("Lưu ý {}."))
    section = document.sections[0]
    if random.random() < 0.5:
        section.header.paragraphs[0].text = words("Văn bản {}")
    if random.random() < 0.5:
        section.footer.paragraphs[0].text = words("Chân trang {}")
    if random.random() < 0.4:
        run = document.paragraphs[2].add_run(words(" {}"))
        document.add_comment(run, text=words("Xem {}"), author="A", initials="A")
    old_pieces(document, random, words)
    document.save(path)


def table(document, random: Random, words: Words) -> None:
    rows = grid(random, words)
    made = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            made.cell(r, c).text = text
    if random.random() < 0.3 and len(rows) > 2:
        made.cell(1, 0).merge(made.cell(2, 0))
    if random.random() < 0.3:
        made.cell(len(rows) - 1, 0).merge(made.cell(len(rows) - 1, 1))
    if random.random() < 0.3:
        inner = made.cell(len(rows) - 1, 1).add_table(1, 2)
        inner.cell(0, 1).text = words()


def excel_file(path, random: Random, words: Words) -> None:
    book = Workbook()
    for n in range(random.randint(1, 3)):
        sheet = book.active if n == 0 else book.create_sheet(f"Trang{n}")
        if random.random() < 0.6:
            sheet.append([words("DANH MỤC {}")])
        for row in grid(random, words):
            sheet.append(row)
        if random.random() < 0.4:
            sheet.append([])
            sheet.append([words("Ghi chú {}")])
        if random.random() < 0.4:
            sheet.cell(1, 1).comment = Comment(words("Xem {}"), "A")
    book.save(path)


def said(found: Recognised) -> str:
    """Return all that an import hands over: the plan, its remarks, its report."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, one in value.items():
                if key != "id":
                    yield from texts(one)
        elif isinstance(value, list):
            for one in value:
                yield from texts(one)
        elif value is not None:
            yield str(value)

    return "\n".join(
        [*texts(dict(found.data)), *map(str, found.notes), *map(str, found.comments.values())]
    )


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("make", [word_file, excel_file])
def test_every_word_comes_out(tmp_path, make, seed):
    words = Words()
    path = tmp_path / f"a.{'docx' if make is word_file else 'xlsx'}"
    make(path, Random(seed), words)
    out = said(recognise(open_paper(path))).lower()
    assert [word for word in words.given if word.lower() not in out] == []
