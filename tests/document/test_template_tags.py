"""Tags in Word: cut into runs, wrong, hostile; what a template may and may not do."""

from __future__ import annotations

import pytest

from cchc.errors import UserError
from cchc.word.markup import w
from tests.document.conftest import Paper, plan_of
from tests.document.printing import render_plan

TITLE = "{{ title }}"
TITLE_RUN = f'<w:r><w:t xml:space="preserve">{TITLE}</w:t></w:r>'
TITLE_TEXT = "Cải cách hành chính nhà nước xã Định Hóa năm 2026"


def runs(*parts, between=""):
    return between.join(f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in parts)


def rendered(path, **changes):
    return Paper(render_plan(plan_of(**changes), path))


def fault(path, **changes):
    with pytest.raises(UserError) as caught:
        render_plan(plan_of(**changes), path)
    error = caught.value
    return str(error.message), str(error.hint) if error.hint else None


def titled(with_template, tag, **changes):
    return rendered(with_template((TITLE, tag)), **changes).by_style("Trích yếu")


def test_a_tag_cut_into_runs_with_proofing_marks_and_bookmarks_is_found(with_template):
    noise = (
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="0"/>'
    )
    path = with_template((TITLE_RUN, runs("{", "{ ti", "tle", " }", "}", between=noise)))
    made = rendered(path)
    assert made.by_style("Trích yếu") == [TITLE_TEXT]
    assert not made.all("proofErr")
    assert made.bookmarks() == []


def test_invisible_marks_inside_a_tag_are_passed_over(with_template):
    marks = "<w:r><w:lastRenderedPageBreak/><w:softHyphen/></w:r>"
    path = with_template((TITLE_RUN, runs("{{ ti", "tle }}", between=marks)))
    assert rendered(path).by_style("Trích yếu") == [TITLE_TEXT]


def test_bookmarks_outside_tags_go_as_well(with_template):
    mark = '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>'
    made = rendered(with_template(("</w:pPr><w:r><w:t xml:space=\"preserve\">KẾ HOẠCH",
                                   f"</w:pPr>{mark}<w:r><w:t>KẾ HOẠCH")))  # fmt: skip
    assert made.by_style("Tên loại") == ["KẾ HOẠCH"]
    assert made.bookmarks() == []


def test_text_around_a_tag_keeps_its_runs_and_their_look(with_template):
    bold = "<w:rPr><w:b/></w:rPr>"
    cut = (
        f'<w:r>{bold}<w:t xml:space="preserve">Về </w:t></w:r><w:r>{bold}<w:t>{{{{ ti</w:t></w:r>'
        '<w:r><w:t xml:space="preserve">tle }} (dự thảo)</w:t></w:r>'
    )
    made = rendered(with_template((TITLE_RUN, cut)))
    title = next(p for p in made.all("p") if made.style(p) == "Trích yếu")
    looks = [
        (made.words(r), r.find(f"{w('rPr')}/{w('b')}") is not None) for r in title.iter(w("r"))
    ]
    assert looks == [("Về ", True), (TITLE_TEXT, True), (" (dự thảo)", False)]


def test_smart_quotes_no_break_spaces_and_decomposed_letters_in_tags_are_understood(with_template):
    tag = "{{\N{NO-BREAK SPACE}title if year == “2026” else ‘không’ }}"
    assert titled(with_template, tag) == [TITLE_TEXT]


def test_an_inline_if_chooses_between_texts(with_template):
    tag = "{% if year == '2026' %}Năm nay{% elif year %}Năm khác{% else %}Không{% endif %}"
    assert titled(with_template, tag) == ["Năm nay"]
    assert titled(with_template, tag, year="2027") == ["Năm khác"]


def test_ifs_may_stand_inside_one_another(with_template):
    tag = "{% if year %}A{% if signer.name %}B{% else %}C{% endif %}{% endif %}{# ghi chú #}"
    assert titled(with_template, tag) == ["AB"]


def test_a_paragraph_that_becomes_empty_goes(with_template):
    assert titled(with_template, "{% if year == '1999' %}Cũ{% endif %} ") == []


def test_a_paragraph_with_a_list_repeats_in_its_own_look(with_template):
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ bases }}</w:t></w:r>"
    made = rendered(with_template((TITLE_RUN, bold)), bases=["Một", "Hai"])
    assert made.by_style("Trích yếu") == ["Một;", "Hai."]
    for paragraph in made.all("p"):
        if made.style(paragraph) == "Trích yếu":
            assert paragraph.find(f"{w('r')}/{w('rPr')}/{w('b')}") is not None


def test_a_content_control_is_filled_like_any_text(with_template):
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{TITLE_RUN}</w:sdtContent></w:sdt>"
    made = rendered(with_template((TITLE_RUN, control)))
    assert made.by_style("Trích yếu") == [TITLE_TEXT]


def test_a_page_header_may_have_tags(with_template):
    path = with_template(("<w:fldSimple", "<w:r><w:t>{{ year }}</w:t></w:r><w:fldSimple"),
                         part="word/header1.xml")  # fmt: skip
    header = rendered(path).parts["word/header1.xml"].decode()
    assert "2026" in header
    assert "PAGE" in header


@pytest.mark.parametrize(
    ("tag", "message", "hint"),
    [
        ("{{ titel }}", "{{ titel }} names titel, which does not exist",
         "Did you mean title?"),
        ("{{ signer.nane }}", "{{ signer.nane }} names nane, which does not exist",
         "Did you mean signer.name?"),
        ("{{ none }}", "{{ none }} has no value", None),
        ("{{ title.x.y }}", "{{ title.x.y }} names x, which does not exist", None),
        ("{{ title", "the tag at {{ title is not complete",
         "A tag stands whole in one paragraph, such as {{ title }}."),
        ("{% if title %}A", "an {% if %} is not closed in its paragraph",
         "Type {% endif %} behind it; over several paragraphs each of the two stands in a paragraph "
         "of its own."),
        ("{% endif %}", "{% endif %} has no {% if %} before it", None),
        ("{% for x in bases %}", "{% for x in bases %} cannot be used here",
         "Besides names, only if ... endif is understood."),
        ("- {{ recipients }};", "{{ recipients }} is a list and must stand alone in its paragraph",
         None),
        ("{{ signer }}", "{{ signer }} is not a text", None),
        ("{{ title is string }}", "{{ title is string }} is not a text", None),
    ],
)  # fmt: skip
def test_a_wrong_tag_is_told_with_its_place(with_template, tag, message, hint):
    path = with_template((TITLE, tag))
    assert fault(path) == (f"{path.name}, paragraph 2: {message}", hint)


def test_a_tag_that_is_no_expression_is_told(with_template):
    message, hint = fault(with_template((TITLE, "{{ title title }}")))
    assert message.endswith("paragraph 2: {{ title title }} cannot be read")
    assert hint == "A tag is a name of the plan between double braces, such as {{ title }}."


def test_a_wrong_tag_in_a_table_is_told_with_row_and_cell(with_template):
    path = with_template(("{{ task.lead }}", "{{ task.leed }}"))
    message, hint = fault(path)
    assert message == (
        f"{path.name}, table 3, row 4, cell 6, paragraph 1: "
        "{{ task.leed }} names leed, which does not exist"
    )
    assert hint == "Did you mean task.lead, task.leader?"


def test_a_tag_in_a_text_box_is_refused(with_template):
    box = f"<w:r><w:pict><w:txbxContent><w:p>{TITLE_RUN}</w:p></w:txbxContent></w:pict></w:r>"
    message, hint = fault(with_template((TITLE_RUN, box)))
    assert message.endswith("a tag stands in a text box: {{ title }}")
    assert hint == "Put it in a paragraph or a table cell."


ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ title.__class__ }}",
    "{{ title['__class__'] }}",
    "{{ commune|attr('__class__') }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum }}",
    "{{ self }}",
    "{{ namespace() }}",
    "{{ range(10) }}",
    "{{ title.upper() }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ 7*7 }}",
    "{{ 'a' * 999999999 }}",
    "{{ 2 ** 99999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ title|center(99999999) }}",
    "{{ bases|map('upper')|list }}",
    "{{ commune.__dataclass_fields__ }}",
    "{{ body[0].__doc__ }}",
    "{{ body[0]._asdict() }}",
    "{{ appendices }}",
    "{% include 'x' %}",
    "{% set x = 1 %}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_tag_reaches_nothing_but_the_words_of_the_plan(with_template, tag):
    path = with_template((TITLE, tag.replace("<", "&lt;")))
    message, _ = fault(path)
    assert message.startswith(f"{path.name}, paragraph 2: ")


@pytest.mark.parametrize("name", ["lipsum", "range", "namespace", "cycler"])
def test_the_template_language_brings_no_names_of_its_own(with_template, name):
    message, _ = fault(with_template((TITLE, f"{{{{ {name} }}}}")))
    assert message.endswith(f"names {name}, which does not exist")


HOSTILE = [
    "<b>đậm</b> & <w:p/>",
    "A & B < C > D \"E\" 'F'",
    "{{ 7*7 }} {% if %} {# #} {_{",
    "Họp 🎉 tại 👩‍💻",
    "]]> <!-- --> &amp; &#65;",
    "Dài " * 2500,
    "  hai  khoảng  trắng",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_comes_out_as_the_text_it_is(with_template, appendix_paper, text):
    stripped = text.strip()
    assert titled(with_template, TITLE, document={"title": text}) == [stripped]
    made = appendix_paper(areas=[], tasks=[{"id": "a", "title": text}])
    assert made.rows()[1][1] == stripped


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x0C, 0x1F, 0xFFFE])
def test_a_control_character_in_a_value_is_refused_with_its_tag(with_template, code):
    path = with_template((TITLE, TITLE))
    message, _ = fault(path, document={"title": f"a{chr(code)}b"})
    assert message == (
        f"{path.name}, paragraph 2: {{{{ title }}}}: its text holds a character that no document "
        f"may hold: U+{code:04X}"
    )


def test_line_breaks_and_tabs_in_a_value_become_breaks_and_tabs(appendix_paper):
    made = appendix_paper(areas=[], tasks=[{"id": "a", "title": "Một\nHai\tBa"}])
    cell = made.table().findall(w("tr"))[1].findall(w("tc"))[1]
    inside = [node.tag.rpartition("}")[2] for node in cell.find(w("p")).find(w("r"))]
    assert inside == ["t", "br", "t", "tab", "t"]


def test_spaces_between_tags_are_kept(with_template):
    made = rendered(with_template((TITLE, "{{ year }}  {{ place }}")))
    assert made.by_style("Trích yếu") == ["2026  Định Hóa"]
    node = next(t for t in made.all("t") if t.text == "  ")
    assert node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
