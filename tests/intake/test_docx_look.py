"""How read paragraphs look: effective formatting, from defaults through styles to the run."""

from __future__ import annotations

import pytest

from cchc.intake.office_paper import Paragraph
from tests.intake.docx_files import STYLES, add_styles, read, swap
from tests.intake.docx_pieces import paragraph, run


def style(name: str, inside: str = "", based: str = "", kind: str = "paragraph") -> str:
    on = f"<w:basedOn w:val='{based}'/>" if based else ""
    return (
        f"<w:style w:type='{kind}' w:styleId='{name}'><w:name w:val='{name} tên'/>{on}"
        f"{inside}</w:style>"
    )


def styled_run(text: str, look: str) -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


BOLD = "<w:rPr><w:b/></w:rPr>"
STYLES_ADDED = (
    style("Dam", BOLD),
    style("DamCon", based="Dam"),
    style("Thuong", "<w:rPr><w:b w:val='0'/></w:rPr>", based="Dam"),
    style("ChuDam", BOLD, kind="character"),
    style("Giua", "<w:pPr><w:jc w:val='center'/><w:outlineLvl w:val='1'/></w:pPr>"),
    style("GiuaCon", "<w:pPr><w:jc w:val='end'/><w:outlineLvl w:val='9'/></w:pPr>", based="Giua"),
    style("Vong", "<w:rPr><w:i/></w:rPr>", based="Vong2"),
    style("Vong2", based="Vong"),
)


def one(tmp_path, xml: str) -> Paragraph:
    (found,) = read(tmp_path, [xml], edit=add_styles(*STYLES_ADDED)).blocks
    assert isinstance(found, Paragraph)
    return found


@pytest.mark.parametrize(
    ("name", "inside", "bold"),
    [
        ("", run("a", bold=True), True),
        ("", run("a", bold=True) + run("b"), False),
        ("", run("a", bold=True) + run("  "), True),
        ("Dam", run("a"), True),
        ("DamCon", run("a"), True),
        ("Thuong", run("a"), False),
        ("Dam", styled_run("a", "<w:b w:val='false'/>"), False),
        ("", styled_run("a", "<w:rStyle w:val='ChuDam'/>"), True),
        ("Dam", styled_run("a", "<w:rStyle w:val='ChuDam'/>"), False),
        ("Dam", styled_run("a", "<w:rStyle w:val='ChuDam'/><w:b/>"), True),
    ],
)
def test_bold_is_what_is_printed(tmp_path, name, inside, bold):
    assert one(tmp_path, paragraph("", style=name, inside=inside)).bold is bold


def test_a_paragraph_may_be_bold_by_the_defaults(tmp_path):
    edit = swap(STYLES, "<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:b/>")
    (found,) = read(tmp_path, [paragraph("a")], edit=edit).blocks
    assert found.bold


def test_styles_that_are_based_on_each_other_are_read_once(tmp_path):
    assert one(tmp_path, paragraph("a", style="Vong")).italic


@pytest.mark.parametrize(
    ("name", "align", "level", "expected"),
    [
        ("Giua", "", 1, "center"),
        ("Giua", "both", 1, "both"),
        ("GiuaCon", "", None, "right"),
        ("Heading2", "", 1, "left"),
        ("KhongCo", "", None, "left"),
    ],
)
def test_align_and_outline_level_come_from_the_style_or_the_paragraph(
    tmp_path, name, align, level, expected
):
    found = one(tmp_path, paragraph("a", style=name, align=align))
    assert (found.align, found.level) == (expected, level)


def test_a_heading_style_without_a_level_has_that_of_its_name(tmp_path):
    plain = "<w:style w:type='paragraph' w:styleId='Muc'><w:name w:val='Heading 3'/></w:style>"
    (found,) = read(tmp_path, [paragraph("a", style="Muc")], edit=add_styles(plain)).blocks
    assert (found.level, found.style) == (2, "Heading 3")
