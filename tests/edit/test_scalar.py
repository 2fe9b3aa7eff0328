"""Values typed so that they read back as themselves, in quotes only where YAML needs them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.edit.yaml.layout import scalar
from cchc.read.yaml.tree import parse_yaml


@pytest.mark.parametrize(
    ("value", "block", "flow"),
    [
        ("15/BC-UBND", "15/BC-UBND", "15/BC-UBND"),
        ("2026-06-12", "2026-06-12", "2026-06-12"),
        ("Biên bản họp, ngày 12/6", "Biên bản họp, ngày 12/6", '"Biên bản họp, ngày 12/6"'),
        ("no", "no", "no"),
        ("100%", "100%", "100%"),
        ("đã xong?", "đã xong?", '"đã xong?"'),
        ("8:30", "8:30", '"8:30"'),
        ("https://xa.gov.vn", "https://xa.gov.vn", '"https://xa.gov.vn"'),
        ("-5", "-5", "-5"),
        ("a#b", "a#b", "a#b"),
        ("[sic]", '"[sic]"', '"[sic]"'),
        ("ghi {x}", "ghi {x}", '"ghi {x}"'),
        ("Số: 15", '"Số: 15"', '"Số: 15"'),
        ("còn:", '"còn:"', '"còn:"'),
        ("xong #1", '"xong #1"', '"xong #1"'),
        ("- a", '"- a"', '"- a"'),
        ("-", '"-"', '"-"'),
        ("%", '"%"', '"%"'),
        ("@a", '"@a"', '"@a"'),
        ("'a'", "\"'a'\"", "\"'a'\""),
        ('nói "được"', 'nói "được"', 'nói "được"'),
        ('"a\\b"', '"\\"a\\\\b\\""', '"\\"a\\\\b\\""'),
        ("", '""', '""'),
        (" a", '" a"', '" a"'),
        ("a\nb\t\x00\u2028", '"a\\nb\\t\\x00\\u2028"', '"a\\nb\\t\\x00\\u2028"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value, block, flow):
    assert scalar(value, flow=False) == block
    assert scalar(value, flow=True) == flow


PRINTABLE = st.text(st.characters(exclude_categories=["Cs"]), min_size=0, max_size=20)
TRICKY = st.text(st.sampled_from("a :,#-?[]{}&*!|>'\"%@`\\\n\tđ."), max_size=8)


@given(PRINTABLE | TRICKY)
def test_every_text_reads_back_as_itself(value):
    flow, block = scalar(value, flow=True), scalar(value, flow=False)
    assert parse_yaml(f"k: {{a: {flow}, b: 1}}\n").data == {"k": {"a": value, "b": "1"}}
    assert parse_yaml(f"k:\n  a: {block}\n  b: 1\n").data == {"k": {"a": value, "b": "1"}}
