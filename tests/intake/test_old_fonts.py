"""Text typed before Unicode, in TCVN3 (.VnTime) and VNI fonts."""

from __future__ import annotations

import re

import pytest

from cchc.intake.office.letters import to_unicode
from tests.intake.docx_files import add_styles, read, texts
from tests.intake.docx_pieces import paragraph

COUNTRY = "Cộng hòa xã hội chủ nghĩa Việt Nam"


def in_font(text: str, font: str) -> str:
    look = f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>"
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("text", "font", "plain"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", ".VnTime", COUNTRY),
        ("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH", COUNTRY.upper()),
        ("§éc lËp - Tù do - H¹nh phóc", ".vnArial", "Độc lập - Tự do - Hạnh phúc"),
        ("®­îc", ".VnTime", "được"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI-Times", COUNTRY),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI-Helve", COUNTRY.upper()),
        ("ñöôïc, ôû, Töï, thöôûng, yù, kyõ, Myõ, lyù", "VNI-Times", "được, ở, Tự, thưởng, ý, kỹ, Mỹ, lý"),
        ("Ñieàu 5. Nghò ñònh, tæ leä", "VNI-Times", "Điều 5. Nghị định, tỉ lệ"),
        (COUNTRY, ".VnTime", COUNTRY),
        ("Céng hßa", "Times New Roman", "Céng hßa"),
        ("KH-UBND 2026", "VNI-Times", "KH-UBND 2026"),
    ],
)  # fmt: skip
def test_old_text_in_unicode(text, font, plain):
    assert to_unicode(text, font) == plain


def test_runs_of_one_old_font_are_read_together_and_told(tmp_path):
    inside = in_font("Ng", "VNI-Times") + in_font("a", "VNI-Times") + in_font("øy 5", "VNI-Times")
    paper = read(tmp_path, [paragraph("", inside=inside + in_font(" §iÒu", ".VnTime"))])
    assert texts(paper) == ["Ngày 5 Điều"]
    assert [str(n) for n in paper.notes] == [
        "text in old fonts (.VnTime, VNI-Times) turned into Unicode: look it over"
    ]


def test_a_soft_hyphen_of_word_is_a_letter_in_tcvn3(tmp_path):
    look = "<w:rPr><w:rFonts w:hAnsi='.VnTime'/></w:rPr>"
    inside = f"<w:r>{look}<w:t>®</w:t><w:softHyphen/><w:t>îc</w:t></w:r>"
    assert texts(read(tmp_path, [paragraph("", inside=inside)])) == ["được"]


def test_an_old_font_may_come_from_the_theme_or_a_style(tmp_path):
    def edit(parts):
        theme = parts["word/theme/theme1.xml"]
        parts["word/theme/theme1.xml"] = re.sub(b'latin typeface="[^"]*"',
                                                b'latin typeface=".VnTime"', theme)  # fmt: skip
        add_styles(
            "<w:style w:type='paragraph' w:styleId='Vni'><w:name w:val='Vni'/><w:rPr>"
            "<w:rFonts w:ascii='VNI-Times'/></w:rPr></w:style>"
        )(parts)

    look = "<w:rPr><w:rFonts w:asciiTheme='minorAscii' w:hAnsiTheme='minorHAnsi'/></w:rPr>"
    themed = paragraph("", inside=f"<w:r>{look}<w:t>ViÖt</w:t></w:r>")
    styled = paragraph("", style="Vni", inside="<w:r><w:rPr><w:b/></w:rPr><w:t>Vieät</w:t></w:r>")
    assert texts(read(tmp_path, [themed, styled], edit=edit)) == ["Việt", "Việt"]
