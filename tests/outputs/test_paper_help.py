"""Findings on a Word file speak of Word, not of keys in a plan file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.outputs import paper_findings
from cchc.outputs.paper_findings import in_paper
from cchc.read.load import read_source
from cchc.rules import all_rules, diagnose
from cchc.rules._catalogue import plan_codes
from tests.catalogue import texts_in

WHOLE = (Path(__file__).parent.parent / "rules" / "whole.yaml").read_text("utf-8")
KEY = re.compile(r"“[a-z_]+:|“(?:lead|deadline|product|requirement|units)")


def test_only_codes_there_are_have_words_of_their_own() -> None:
    codes = set(plan_codes())
    assert {*paper_findings._HELP, *paper_findings._MESSAGES} <= codes


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("            deadline: Quý II\n", "", "D002"),
        ("            lead: [kinh-te]\n", "", "U005"),
        ("            product: Biên bản\n", "", "T002"),
    ],
)
def test_what_to_do_names_no_key(old: str, new: str, code: str) -> None:
    found = diagnose(read_source(Path("a.yaml"), WHOLE.replace(old, new)))
    told = [one.finding for one in found if one.finding.code == code]
    assert told
    for one in told:
        assert KEY.search(str(one.help))
        assert not KEY.search(str(in_paper(one).help))


def test_no_remedy_for_a_paper_is_a_comment_of_a_plan_file() -> None:
    lacking = [
        rule.CODE
        for rule in all_rules()
        if any(
            "cchc: allow" in text for text in texts_in(Path(str(rule.__file__)).read_text("utf-8"))
        )
        and rule.CODE not in paper_findings._HELP
    ]
    assert lacking == [], "paper_findings._HELP lacks words of their own for these codes"
    for words in (*paper_findings._HELP.values(), *paper_findings._MESSAGES.values()):
        assert "#" not in str(words)
