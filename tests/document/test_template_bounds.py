"""A small template cannot ask for much memory or time, and what it may not do is one message."""

from __future__ import annotations

import tracemalloc

import pytest

from cchc.document.template import expressions, sandbox, tags
from cchc.document.template.expressions import SHOWN, Expression
from cchc.errors import UserError
from cchc.messages import say
from tests.document.test_template_tags import TITLE, TITLE_TEXT, fault, titled

LONG = "a" * 15_000
NAMES = {"title": LONG, "year": "2026", "bases": ("a", "b") * 2_000, "number": 7}

GROWING = [
    "title|replace('a', title)",
    "title|replace('', title)",
    "bases|join(title)",
    "bases|join(d=title)",
    "title|join(title)",
    "title ~ title",
    "title ~ year ~ title",
    "(title ~ year)|upper ~ title",
    "title * 9",
    "'a' * 999999999",
    "[title] * 99999",
    "(title, title)|join",
    "title + title",
    "9 ** 9 ** 9 ** 9",
    "-(9 ** 9)",
    "title|center(999999999)",
    "title|ljust(9)",
    "title|format(1)",
    "'%999999999d' % 1",
    "'%999999999d'|format(1)",
    "title|indent(999999999)",
    "title|wordwrap(1)",
    "title|batch(2)|list",
    "title|slice(2)|list",
    "title|list",
    "title|tojson",
    "title|pprint",
    "title|urlize",
    "title|xmlattr",
    "title|escape",
    "title|sort",
    "title|map('upper')",
    "title|truncate(3)",
    "title|striptags",
    "range(999999999)|join",
    "title.center(99999999)",
    "title[0:9]",
    "{'a': title}",
    "title|replace(*bases)",
    "title is divisibleby(0)",
    "title is filter('upper')",
]


@pytest.mark.parametrize("source", GROWING)
def test_what_would_grow_is_refused_before_it_is_made(source):
    tracemalloc.start()
    try:
        with pytest.raises(UserError) as raised:
            Expression(source, say("here"), source).value(NAMES)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert str(raised.value.message).startswith("here: ")
    assert peak < 3_000_000  # loading and compiling a tag; the first of these would be 225 MB


DEEP = {
    "brackets": "(" * 5_000 + "title" + ")" * 5_000,
    "some brackets": "(" * 450 + "title" + ")" * 450,
    "filters": "title" + "|upper" * 5_000,
    "some filters": "title" + "|upper" * 150,
    "parts": "title" + ".a" * 450,
    "items": "title" + "[0]" * 300,
    "nots": "not " * 240 + "title",
    "signs": "- " * 450 + "number",
    "choices": "1 if 1 else " * 80 + "title",
    "ors": "title or " * 100 + "title",
    "lists": "[" * 450 + "]" * 450,
    "digits": "9" * 6_000,
    "blanks": "title" + " " * 100_000 + "x",
}


@pytest.mark.parametrize("name", DEEP)
def test_a_tag_without_end_is_one_short_message(with_template, name):
    path = with_template((TITLE, "{{ " + DEEP[name] + " }}"))
    message, _ = fault(path)
    assert message.startswith(f"{path.name}, paragraph 2: ")
    assert "may not do" in message or "cannot be read" in message
    assert len(message) < SHOWN + 200


def test_ifs_without_end_are_one_message(with_template):
    message, _ = fault(with_template((TITLE, "{% if year %}" * 3_000 + "{% endif %}" * 3_000)))
    assert message.endswith("stands inside too many others")


def test_an_unclosed_tag_is_shown_shortened(with_template):
    message, _ = fault(with_template((TITLE, "{{ title " + "x" * 50_000)))
    assert len(message) < SHOWN + 200


@pytest.mark.parametrize("opening", ["{{ ", "{% ", "{# ", "{{ {% "])
def test_openings_without_end_are_looked_through_once(opening):
    """Counted by what the pattern gives back: each try ends at the next opening of its kind."""
    found = tags._TAG.search(opening * 3 + " x }} %} #}")
    assert found is not None
    assert found.start() == len(opening * 3) - len(opening)


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ title ~ ' năm ' ~ year }}", f"{TITLE_TEXT} năm 2026"),
        ("{{ title|replace('2026', year)|upper }}", TITLE_TEXT.upper()),
        ("{{ 'x' if year in ['2026', '2027'] and year is defined else 'y' }}", "x"),
        ("{{ year|default('z')|trim|first }}", "2"),
        ("{{ (year, year)|join('-') }}", "2026-2026"),
        ("{% if year == '2026' and not year != '2026' %}a{% endif %}", "a"),
    ],
)
def test_what_offices_use_still_works(with_template, tag, printed):
    assert titled(with_template, tag) == [printed]


def test_nothing_is_worked_out_while_a_tag_is_read(monkeypatch):
    monkeypatch.setitem(sandbox._ENVIRONMENT.filters, "upper", lambda _: pytest.fail("worked out"))
    sandbox.compiled("'chưa ai đọc'|upper")


def test_many_tags_together_are_bounded_too(monkeypatch):
    tag = Expression("title ~ '.'", say("here"), "{{ title ~ '.' }}")
    names = {"title": "a" * 999}
    monkeypatch.setattr(expressions, "MOST", 5_000)
    for _ in range(2):  # each paper anew
        with expressions.one_paper():
            assert [len(tag.value(names)) for _ in range(5)] == [1_000] * 5
            with pytest.raises(UserError, match="more than 5000 letters in one paper"):
                tag.value(names)
    assert len(tag.value(names)) == 1_000


def test_a_paper_is_counted(with_template, monkeypatch):
    monkeypatch.setattr(expressions, "MOST", 3)
    message, hint = fault(with_template((TITLE, "{{ title ~ '.' }}")))
    assert "more than 3 letters in one paper" in message
    assert "does not compute" in str(hint)
