"""What is printed the short way is what the long way prints: names looked up, rows from a stencil."""

from __future__ import annotations

import subprocess
import sys

import pytest
from lxml import etree

from cchc.document.paper import AgencyNames, AreaRow, Rows, Styled
from cchc.document.template.expressions import Expression
from cchc.document.template.paragraph import TemplateParagraph
from cchc.document.template.sandbox import compiled
from cchc.document.template.stencil import Stencil
from cchc.document.template.styles import TemplateStyles
from cchc.document.template.table import TemplateRow
from cchc.errors import UserError
from cchc.messages import say
from cchc.word.markup import W, parse_xml, w
from tests.conftest import ROOT
from tests.document.conftest import KE_HOACH

NAMES: dict[str, object] = {
    "title": "Cải cách & đổi mới",
    "empty": "",
    "commune": AgencyNames(
        "xã", "Định Hóa", "tỉnh Thái Nguyên", "xã Định Hóa", "UBND xã Định Hóa", "UBND xã"
    ),
    "lines": ("một", "hai"),
    "rows": Rows([AreaRow("I", "Chung", 1)]),
    "nothing": None,
}


@pytest.mark.parametrize("source", ["title", "empty", "commune.name", "lines", "rows"])
def test_a_name_looked_up_is_what_the_sandbox_finds(source):
    tag = Expression(source, say("here"), source)
    assert tag.value(NAMES) == compiled(source)[0](NAMES)
    assert tag.roots == compiled(source)[1]


@pytest.mark.parametrize(
    "source",
    [
        "title.upper", "title.__class__", "commune.__class__", "commune.__dataclass_fields__",
        "lines.count", "rows.number", "missing", "commune.missing", "commune.name.missing",
        "title.missing or title", "nothing", "none", "true",
    ],
)  # fmt: skip
def test_what_is_no_value_of_the_plan_cannot_be_printed(source):
    tag = f'<w:p xmlns:w="{W}"><w:r><w:t>{{{{ {source} }}}}</w:t></w:r></w:p>'
    paragraph = TemplateParagraph(
        parse_xml(tag.encode()), say("here"), TemplateStyles(etree.Element(w("styles")))
    )
    with pytest.raises(UserError, match="here: "):
        paragraph.fill(NAMES)


def test_words_that_mean_something_else_are_left_to_the_sandbox():
    assert Expression("true", say("here"), "true").value({"true": "a name"}) is True
    assert Expression("true", say("here"), "true").roots == frozenset()


ROW = """
<w:tr xmlns:w="{w}"><w:trPr><w:tblHeader/></w:trPr>
 <w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr>
  <w:p><w:pPr><w:jc w:val="center"/></w:pPr>
   <w:r><w:rPr><w:b/></w:rPr><w:t>{{{{ task }}}}</w:t></w:r></w:p></w:tc>
 <w:tc><w:p><w:r><w:t>- {{{{ task }}}}</w:t></w:r></w:p></w:tc>
 <w:tc><w:p><w:r><w:t>{{{{ task }}}}</w:t></w:r></w:p>
  <w:p><w:r><w:t>{{{{ note }}}}</w:t></w:r></w:p></w:tc>
 <w:tc><w:p><w:r><w:t>như trên</w:t></w:r></w:p></w:tc>
 <w:tc><w:p><w:r><w:t>{{{{ note }}}}</w:t></w:r></w:p></w:tc>
</w:tr>"""


@pytest.mark.parametrize(
    "value",
    [
        "một dòng", "a < b & c > d", "{{ title }}", "", " ", " đầu", "cuối ", "hai  dấu cách",
        "hai\ndòng", "cột\tcột", "dòng\r\nmới", "không\u00a0ngắt", "e\u0301", "\u200b", "😀",
        ("một", "hai"), ("",), (), (Styled("Nội dung", "câu", keep_next=True),),
    ],
    ids=repr,
)  # fmt: skip
def test_a_row_from_a_stencil_is_the_row_filled_cell_by_cell(value):
    styles = TemplateStyles(
        etree.fromstring(
            f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="NoiDung">'
            '<w:name w:val="Nội dung"/></w:style></w:styles>'
        )
    )
    row = TemplateRow(
        parse_xml(ROW.format(w=W).replace("\n", "").encode()), say("table"), 1, styles
    )
    row.cells = [cell for n, cell in enumerate(row.cells) if n != 1 or isinstance(value, str)]
    stencil = Stencil(row.start(), [(cell, None) for cell in row.cells])
    for note in (value, "khác", value):  # what one item leaves must not show in the next
        names: dict[str, object] = {"task": value, "note": note}
        slowly = row.start()
        slowly.extend(cell.fill(names)[0] for cell in row.cells)
        assert etree.tostring(stencil.fill(names)) == etree.tostring(slowly)


def test_a_stencil_gives_each_cell_the_look_it_is_told():
    row = TemplateRow(
        parse_xml(ROW.format(w=W).encode()),
        say("table"),
        1,
        TemplateStyles(etree.Element(w("styles"))),
    )
    look = etree.fromstring(f'<w:tcPr xmlns:w="{W}"><w:tcW w:w="900" w:type="dxa"/></w:tcPr>')
    made = Stencil(row.start(), [(row.cells[0], look)]).fill({"task": "một"})
    assert [one.get(w("w")) for one in made.iter(w("tcW"))] == ["900"]
    assert [one.text for one in made.iter(w("t"))] == ["một"]


def test_a_template_of_names_alone_needs_no_jinja():
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.document.printing import render_plan\n"
        "from cchc.read.load import load, required_plan\n"
        f"render_plan(required_plan(load(Path({str(ROOT / 'plans/nam-dan.yaml')!r}))), Path({str(KE_HOACH)!r}))\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "lxml" in ran.stdout.split()
    assert "jinja2" not in ran.stdout.split()
