"""The look that counts is the one Word shows: styles, tables, defaults and theme resolved."""

from __future__ import annotations

from lxml import etree

from cchc.word.formatting import Formatting, Letters
from cchc.word.list_numbers import ListCounter
from cchc.word.styles import Styles
from tests.counting import calls, growth

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def tree(name, inner):
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')


def style(style_id, look="", kind="paragraph", based="", extra=""):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}" {extra}>'
        f'<w:name w:val="{style_id}"/>{base}{look}</w:style>'
    )


def letters(styles, run="", paragraph="", table=(), theme=None):
    known = Styles(tree("styles", styles), theme)
    looks = Formatting(known, ListCounter(None, known))
    return looks.letters(
        tree("r", f"<w:rPr>{run}</w:rPr>"), tree("p", f"<w:pPr>{paragraph}</w:pPr>"), table
    )


def test_the_nearest_style_of_a_chain_counts():
    styles = style("A", '<w:rPr><w:sz w:val="24"/><w:i/></w:rPr>') + style(
        "B", '<w:rPr><w:sz w:val="30"/></w:rPr>', based="A"
    )
    made = letters(styles, paragraph='<w:pStyle w:val="B"/>')
    assert (made.size, made.italic) == (15, True)


def test_a_chain_of_styles_that_bites_its_tail_ends():
    styles = style("A", '<w:rPr><w:sz w:val="24"/></w:rPr>', based="B") + style("B", based="A")
    assert letters(styles, paragraph='<w:pStyle w:val="B"/>').size == 12


def test_direct_formatting_wins_over_styles_and_defaults():
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    named = style("A", '<w:rPr><w:sz w:val="24"/><w:b/></w:rPr>')
    made = letters(defaults + named, '<w:sz w:val="28"/><w:b w:val="0"/>', '<w:pStyle w:val="A"/>')
    assert (made.size, made.bold) == (14, False)
    assert letters(defaults).size == 10


def test_bold_of_paragraph_and_character_style_cancel_out():
    styles = style("A", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", "character")
    both = letters(styles, '<w:rStyle w:val="C"/>', '<w:pStyle w:val="A"/>')
    assert not both.bold
    assert letters(styles, '<w:rStyle w:val="C"/>').bold


def test_a_table_style_gives_its_first_row_its_look():
    part = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = style("T", f'<w:rPr><w:sz w:val="22"/></w:rPr>{part}', "table")
    first = letters(styles, table=("T", "firstRow"))
    other = letters(styles, table=("T",))
    assert (first.size, first.bold) == (11, True)
    assert (other.size, other.bold) == (11, False)


def test_theme_typefaces_are_looked_up_and_a_named_one_above_them_wins():
    theme = etree.fromstring(
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>'
    )
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    named = style("A", f"<w:rPr>{themed}</w:rPr>")
    plain = letters(named, paragraph='<w:pStyle w:val="A"/>', theme=theme)
    assert (plain.latin, plain.other) == ("Calibri", "Cambria")
    own = letters(named, '<w:rFonts w:ascii="Arial"/>', '<w:pStyle w:val="A"/>', theme=theme)
    assert (own.latin, own.other) == ("Arial", "Cambria")


def test_the_indent_of_a_list_gives_way_to_the_paragraphs_own():
    numbering = tree(
        "numbering",
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    )
    styles = Styles(tree("styles", ""))
    looks = Formatting(styles, ListCounter(numbering, styles))
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>{}</w:pPr>'
    plain = looks.layout(tree("p", listed.format("")))
    own = looks.layout(tree("p", listed.format('<w:ind w:left="0" w:firstLine="567"/>')))
    assert (plain.left, plain.first) == (720, -360)
    assert (own.left, own.first) == (0, 567)


def test_automatic_marks_are_counted_by_level():
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(
            [("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)")]
        )
    )
    numbering = tree(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    lists = ListCounter(numbering, Styles(None))
    marks = [lists.label("1", level) for level in (0, 1, 1, 2, 0, 1, 2)]
    assert marks == ["I.", "I.1.", "I.2.", "a)", "II.", "II.1.", "a)"]
    assert lists.label("9", 0) == ""


def test_a_chain_of_thousands_of_styles_costs_each_style_alike():
    def cost(size):
        named = [f"S{n}" for n in range(size)]
        chain = "".join(style(one, based=f"S{n - 1}" if n else "") for n, one in enumerate(named))
        root = tree("styles", chain)
        runs = [tree("p", f'<w:pPr><w:pStyle w:val="{one}"/></w:pPr>') for one in named]

        def work():
            known = Styles(root)
            looks = Formatting(known, ListCounter(None, known))
            for paragraph in runs:
                looks.layout(paragraph)
                looks.letters(tree("r", ""), paragraph)

        return calls(work)

    assert growth(cost, 40) < 1.2


def test_a_text_outside_tables_has_nothing_of_the_default_table_style():
    styles = style("T", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>', "table", extra='w:default="1"')
    assert letters(styles) == Letters()
    assert letters(styles, table=("",)).bold
