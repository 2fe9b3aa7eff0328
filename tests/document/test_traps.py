"""Traps of Word templates that no other test names: seen with other engines, told in their words."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from cchc.document.check import check_parts
from cchc.document.dump import dumped_words
from cchc.document.file_properties import CORE
from cchc.document.papers.assignment_sheet import sheet_paper
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.errors import UserError
from cchc.read.load import read_source
from cchc.word.markup import parse_xml, serialize, w
from cchc.word.package import DOCUMENT, read_package, write_package
from tests.cli.conftest import MINIMAL
from tests.document.conftest import KE_HOACH, PLAN, Paper, plan_of
from tests.document.papers import printed, report_of
from tests.document.printing import render_plan
from tests.document.test_appendix_table import columns
from tests.document.test_template_tags import TITLE, TITLE_TEXT, fault, rendered, titled

APPENDIX = PLAN["appendices"][0]
PROOF = '<w:proofErr w:type="spellStart"/>'


def papers():
    """Return one paper of each kind by the name of its template."""
    from cchc.document.context import plan_context

    plan = plan_of()
    return {
        "ke-hoach": plan_context(plan),
        "phieu-giao-viec": sheet_paper("thu", plan, "vh-xh"),
        "bao-cao": report_of(plan),
    }


def saved(path, parts):
    path.write_bytes(write_package(parts))
    return path


def said(data: bytes, path) -> list[str]:
    """Return what check-docx says of a document."""
    path.write_bytes(data)
    found = check_parts(read_package(path), path)
    return [f"{one.fault.code} {one.place}: {one.found}" for one in found]


# Tags as Word leaves them


def cut_in_twos(root):
    """Cut every run into runs of two characters, with a proofing mark and a bookmark between."""
    count = 0
    for run in list(root.iter(w("r"))):
        node = run.find(w("t"))
        if node is None or not node.text or len(run.findall(w("t"))) > 1:
            continue
        look = run.find(w("rPr"))
        pieces = []
        for at in range(0, len(node.text), 2):
            count += 1
            made = etree.Element(w("r"))
            if look is not None:
                made.append(parse_xml(etree.tostring(look)))
            text = etree.SubElement(made, w("t"))
            text.text = node.text[at : at + 2]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            mark = etree.Element(w("bookmarkStart"))
            mark.set(w("id"), str(count))
            mark.set(w("name"), f"b{count}")
            end = etree.Element(w("bookmarkEnd"))
            end.set(w("id"), str(count))
            pieces += [made, etree.Element(w("proofErr")), mark, end]
        at = run.getparent().index(run)
        run.getparent()[at : at + 1] = pieces


@pytest.mark.parametrize("name", ["ke-hoach", "phieu-giao-viec", "bao-cao"])
def test_a_template_with_every_run_cut_in_twos_prints_the_same(name, tmp_path):
    parts = read_package(packaged_templates() / f"{name}.docx")
    root = parse_xml(parts[DOCUMENT])
    cut_in_twos(root)
    assert len(list(root.iter(w("proofErr")))) > 300
    path = saved(tmp_path / "cat.docx", parts | {DOCUMENT: serialize(root)})
    paper = papers()[name]
    cut = template(path).render(paper)
    assert dumped_words(cut) == dumped_words(printed(paper, name))
    assert said(cut, tmp_path / "a.docx") == said(printed(paper, name), tmp_path / "b.docx")


def test_a_bookmark_in_a_row_that_repeats_does_not_stand_there_twice(with_template):
    mark = '<w:bookmarkStart w:id="7" w:name="viec"/>'
    made = rendered(with_template(
        ("{{ task.title }}</w:t></w:r>",
         f'{{{{ task.title }}}}</w:t></w:r>{mark}<w:bookmarkEnd w:id="7"/>')
    ))  # fmt: skip
    assert len(made.rows()) > 4
    assert made.bookmarks() == []


def test_smart_quotes_of_every_kind_are_quotes(with_template):
    for open_quote, close_quote in ("“”", "„“", "‘’", "’’", "''"):
        tag = f"{{{{ title if year == {open_quote}2026{close_quote} else symbol }}}}"
        assert titled(with_template, tag) == [TITLE_TEXT]


def test_decomposed_letters_in_a_tag_mean_the_composed_ones(with_template):
    import unicodedata

    tag = unicodedata.normalize("NFD", "{{ title if place == 'Định Hóa' else symbol }}")
    assert tag != unicodedata.normalize("NFC", tag)
    assert titled(with_template, tag) == [TITLE_TEXT]


def test_a_tag_named_with_accents_is_unknown_and_told_as_typed(with_template):
    message, _ = fault(with_template((TITLE, "{{ tiêu_đề }}")))
    assert message.endswith("{{ tiêu_đề }} names tiêu_đề, which does not exist")


def test_text_beside_a_list_is_refused_not_dropped(with_template):
    for tag in ("Gửi: {{ recipients }}", "{{ recipients }} và nơi khác"):
        message, _ = fault(with_template((TITLE, tag)))
        assert "is a list and must stand alone in its paragraph" in message


def test_two_lists_of_rows_in_one_row_are_refused(tmp_path):
    parts = read_package(packaged_templates() / "phieu-giao-viec.docx")
    text = parts[DOCUMENT].decode()
    assert "{{ led.title }}" in text
    text = text.replace("{{ led.title }}", "{{ led.title }} {{ supported.title }}")
    path = saved(tmp_path / "hai.docx", parts | {DOCUMENT: text.encode()})
    with pytest.raises(UserError, match="names several lists of rows: led, supported"):
        template(path).render(papers()["phieu-giao-viec"])


@pytest.mark.parametrize("value", ["{{ none }}", "{{ title if 1 == 2 else none }}"])
def test_none_is_never_printed(with_template, value):
    message, _ = fault(with_template((TITLE, value)))
    assert message.endswith("has no value")


KNOWN_ESCAPES = [
    "{{ title|replace('a', title)|replace('n', title * 1)|replace('h', title) }}",
    "{{ 'aaaaaaaaaaaaaaaaaaaa'|replace('a', 'bbbbbbbbbbbbbbbbbbbb')|replace('b', 'cccccccccccccccccccc')|replace('c', 'dddddddddddddddddddd')|replace('d', title) }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
    "{{ ().__class__.__base__.__subclasses__() }}",
    "{{ ''.__class__.mro()[1].__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ get_flashed_messages.__globals__.__builtins__ }}",
    "{{ request.application.__globals__ }}",
    "{{ config.items() }}",
    "{{ dict(a=1) }}",
    "{{ title['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ title|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ [title]|map(attribute='__class__')|list }}",
    "{{ [commune]|groupby('__class__') }}",
    "{{ title.format.__globals__ }}",
    "{{ title.format_map }}",
    "{{ title.__init__.__globals__ }}",
    "{{ commune.__init__.__builtins__ }}",
    "{{ commune.__class__.__mro__[1].__subclasses__() }}",
    "{{ signer.__slots__ }}",
    "{{ commune.__reduce_ex__(2) }}",
    "{{ bases.__getitem__ }}",
    "{{ bases.count }}",
    "{{ body[0]._replace(text='x') }}",
    "{{ body[0]._fields }}",
    "{{ title.encode('utf-8') }}",
    "{{ title|tojson }}",
    "{{ title|pprint }}",
    "{{ title|xmlattr }}",
    "{{ title|format(1) }}",
    "{{ 'x'|indent(999999999) }}",
    "{{ '%s' % title }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 0 / 0 }}",
    "{{ caller() }}",
    "{{ super() }}",
    "{{ loop.index }}",
    "{{ varargs }}",
    "{% import 'os' as os %}",
    "{% extends '/etc/passwd' %}",
    "{% from 'os' import popen %}",
    "{% macro a() %}{% endmacro %}",
    "{% call title() %}{% endcall %}",
    "{% filter upper %}{% endfilter %}",
    "{% raw %}{% endraw %}",
    "{% do title.clear() %}",
    "{% autoescape true %}{% endautoescape %}",
    "{% if title.__class__ %}x{% endif %}",
    "{% if cycler %}x{% endif %}",
]


@pytest.mark.parametrize("tag", KNOWN_ESCAPES)
def test_known_ways_out_of_a_template_lead_nowhere(with_template, tag):
    path = with_template((TITLE, tag.replace("&", "&amp;").replace("<", "&lt;")))
    message, _ = fault(path)
    assert message.startswith(f"{path.name}, paragraph 2: ")


# Values


HOSTILE = "<b>A</b> & B {{ 7*7 }} {% if x %} {# #} {_{ ]]> &amp; 🎉 \"'"


def with_hostile_texts():
    """Return the sample plan with hostile words in every text that is printed."""
    task = {
        "id": "viec", "title": HOSTILE, "requirement": HOSTILE, "product": HOSTILE,
        "deadline": "Quý I/2026", "lead": ["vh-xh"], "support": ["van-phong"], "note": HOSTILE,
    }  # fmt: skip
    heads = [column | {"heading": HOSTILE} for column in columns(["number", "title", "product"])]
    return plan_of(
        commune={"name": HOSTILE},
        document={
            "title": HOSTILE, "superior": HOSTILE, "place": HOSTILE,
            "recipients": [HOSTILE], "archive": HOSTILE,
            "signer": {"post": HOSTILE, "name": HOSTILE},
        },
        bases=[HOSTILE, HOSTILE],
        opening=HOSTILE,
        closing=HOSTILE,
        units=[{"id": "vh-xh", "name": HOSTILE}, {"id": "van-phong", "name": f"{HOSTILE} 2"}],
        body=[
            {"title": HOSTILE, "items": [{"title": HOSTILE, "items": [HOSTILE]}]},
            {"units": ["vh-xh"], "items": [HOSTILE]},
        ],
        appendices=[
            {"title": HOSTILE, "columns": heads,
             "areas": [{"title": HOSTILE, "tasks": [task]}]},
        ],
    )  # fmt: skip


def all_papers_of(plan):
    from cchc.document.context import plan_context

    return {
        "ke-hoach": plan_context(plan),
        "phieu-giao-viec": sheet_paper("thu", plan, "vh-xh"),
        "bao-cao": report_of(plan, steering=(HOSTILE,)),
    }


@pytest.mark.parametrize("name", ["ke-hoach", "phieu-giao-viec", "bao-cao"])
def test_markup_in_every_text_of_a_plan_is_text_everywhere(name, tmp_path):
    data = printed(all_papers_of(with_hostile_texts())[name], name)
    made = Paper(data)
    words = " ".join(dumped_words(data).split())
    assert words.count(HOSTILE) + words.count(HOSTILE.upper()) >= 5
    assert "49" not in re.sub(r"7\*7", "", words)
    assert {node.tag.rpartition("}")[0] for node in made.body.iter()} == {
        f"{{{made.body.nsmap['w']}"
    }
    broken = [one for one in said(data, tmp_path / "a.docx") if one.startswith("W0")]
    assert broken == []


def test_file_properties_hold_the_title_as_it_is_not_escaped_twice(paper):
    core = parse_xml(paper(document={"title": "Khoa học & <Công> nghệ"}).parts[CORE])
    title = core.find("{http://purl.org/dc/elements/1.1/}title").text
    assert "Khoa học & <Công> nghệ" in title


@pytest.mark.parametrize("code", [0x07, 0x0B, 0x0C, 0x1F])
def test_a_control_character_in_a_plan_never_reaches_a_document(code, tmp_path):
    text = MINIMAL.read_text(encoding="utf-8")
    assert "title: Kiểm tra" in text
    pasted = text.replace("title: Kiểm tra", f"title: Kiểm{chr(code)}tra")
    assert read_source(tmp_path / "a.yaml", pasted).plan is None
    plan = plan_of(appendices=[APPENDIX | {"areas": [], "tasks": [
        {"id": "a", "title": f"Kiểm{chr(code)}tra"}]}])  # fmt: skip
    with pytest.raises(UserError, match=f"no document may hold: U\\+{code:04X}"):
        render_plan(plan, KE_HOACH)


def test_ten_thousand_characters_in_one_cell_and_in_the_title_are_all_there(tmp_path):
    long = "Đẩy mạnh cải cách " * 556
    task = {"id": "dai", "title": long, "lead": ["vh-xh"]}
    plan = plan_of(document={"title": long}, appendices=[APPENDIX | {"areas": [], "tasks": [task]}])
    data = render_plan(plan, KE_HOACH)
    words = " ".join(dumped_words(data).split())
    assert words.count(long.strip()) == 2
    assert [one for one in said(data, tmp_path / "a.docx") if one.startswith("W0")] == []
