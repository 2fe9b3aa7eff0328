"""`{% if %}` in a paragraph of its own: paragraphs and tables shown only when it holds."""

from __future__ import annotations

import pytest

from cchc.document.template.check import check_template
from cchc.errors import UserError
from tests.document.conftest import DECISION, Paper, plan_of
from tests.document.printing import render_plan


def said(*texts):
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


TABLE = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{said('Bảng')}</w:tc></w:tr></w:tbl>"


def before_the_body(*blocks):
    """Put blocks in front of the text's last paragraph before the appendix: the end of its body."""
    return "<w:body>", "<w:body>" + "".join(blocks)


CHOICE = (
    said("{% if decision %}", "Ban hành kèm Quyết định", "{% if year == '2026' %}", "Năm nay",
         "{% else %}", "Năm khác", "{% endif %}")
    + TABLE + said("{% elif year == '1999' %}", "Cũ", "{% else %}", "Ban hành riêng", "{% endif %}")
)  # fmt: skip


def test_the_branch_whose_condition_holds_is_printed_with_its_tables(with_template):
    path = with_template(before_the_body(CHOICE))
    alone = Paper(render_plan(plan_of(), path))
    assert alone.texts()[:1] == ["Ban hành riêng"]
    decided = Paper(render_plan(plan_of(document={"decision": DECISION, "signer": None}), path))
    assert decided.texts()[:3] == ["Ban hành kèm Quyết định", "Năm nay", "Bảng"]
    assert check_template(path).problems == []
    assert "{%" not in " ".join([*alone.texts(), *decided.texts()])


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        (("{% if title %}",), "paragraph 1: an {% if %} is not closed"),
        (("{% else %}",), "paragraph 1: {% else %} has no {% if %} before it"),
        (("{% if title %}", "{% else %}", "{% elif year %}", "{% endif %}"),
         "paragraph 3: {% elif year %} stands behind an {% else %}"),
        (("{% if titel %}", "{% endif %}"), "paragraph 1: {% if titel %} names titel"),
        (("{% if title title %}", "{% endif %}"), "paragraph 1: {% if title title %} cannot be read"),
    ],
)  # fmt: skip
def test_a_choice_that_is_wrong_is_told_with_its_place(with_template, steps, fault):
    with pytest.raises(UserError) as caught:
        render_plan(plan_of(), with_template(before_the_body(said(*steps))))
    assert fault in str(caught.value.message)


def test_a_part_that_a_choice_hides_is_told(with_template):
    hidden = said("{% if decision %}") + "<w:p><w:r><w:t>{{ bases }}</w:t></w:r></w:p>"
    path = with_template(("{{ bases }}", " "), before_the_body(hidden + said("{% endif %}")))
    with pytest.raises(UserError, match="left out: the bases"):
        render_plan(plan_of(), path)
