"""What a paper often lacks is a finding; the plan is there all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.read.blanks import UNKNOWN
from cchc.read.load import read_source
from cchc.rules import diagnose
from tests.conftest import ROOT

TEXT = (ROOT / "tests" / "rules" / "minimal.yaml").read_text(encoding="utf-8")
PROVINCE = "province: tỉnh Phú Thọ"


def read(old: str, new: str):
    assert old in TEXT
    return read_source(Path("x.yaml"), TEXT.replace(old, new, 1))


@pytest.mark.parametrize("blank", ["province: ", "province: ''", "province: ~", ""])
def test_a_plan_without_its_province_is_a_plan_with_a_finding(blank):
    source = read(PROVINCE, blank)
    assert source.plan is not None
    assert source.plan.commune.province == UNKNOWN
    assert [one.place for one in source.findings] == [("commune", "province")]
    assert source.blanks == {("commune", "province")}


def test_rules_find_what_they_find_in_the_whole_plan():
    whole = [one.finding.code for one in diagnose(read(PROVINCE, PROVINCE))]
    found = [one.finding.code for one in diagnose(read(PROVINCE, "province: "))]
    assert sorted(found) == sorted([*whole, "S006"])


def test_nothing_is_said_of_a_signer_with_a_blank():
    (line,) = [line for line in TEXT.splitlines() if "signer:" in line]
    source = read(line, "  signer: {post: , name: }")
    assert source.plan is not None
    assert {one.finding.place for one in diagnose(source) if "signer" in one.finding.place} == {
        ("document", "signer", "post"), ("document", "signer", "name"),
    }  # fmt: skip


@pytest.mark.parametrize("fault", ["province: '', nope: x", "province: [a, b]"])
def test_another_fault_leaves_no_plan(fault):
    source = read(PROVINCE, fault)
    assert source.plan is None
    assert not source.blanks


@pytest.mark.parametrize("blank", ["title: ", "title: ''", ""])
def test_a_row_without_words_is_a_row_with_a_finding(blank):
    (line,) = [line for line in TEXT.splitlines() if "id: kiem-tra" in line]
    title = line[line.index("title:") : line.index(",", line.index("title:"))]
    second = line.replace("kiem-tra", "hai").replace(title, blank).replace(", ,", ",")
    source = read(line, f"{line}\n{second}")
    assert source.plan is not None
    assert [task.title for task in source.plan.tasks] == ["Kiểm tra", UNKNOWN]
    (at,) = source.blanks
    assert at[-3:] == ("tasks", 1, "title")
    found = diagnose(source)
    assert [one.finding.code for one in found if one.finding.place[: len(at) - 1] == at[:-1]] == [
        "S006" if blank else "S002"
    ]
    assert {one.finding.code for one in diagnose(read(line, line))} <= {
        one.finding.code for one in found
    }
