"""JUnit XML: a suite for each file, a failed case for each error and warning."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from cchc.model.finding import Severity
from cchc.outputs.junit import dumps
from tests.outputs.defects import defective, diagnostic


@pytest.fixture(autouse=True)
def _english(monkeypatch, _vietnamese):
    monkeypatch.setenv("CCHC_LANG", "en")


def test_the_whole_file():
    found = [
        diagnostic("ký hiệu “76/NQCP” sai"),
        diagnostic("mơ hồ", severity=Severity.WARNING, at=(7, 2, 7, 4)),
        diagnostic("nhắc", severity=Severity.INFO),
        diagnostic("nhắc", "plans/c.yaml", severity=Severity.INFO),
    ]
    sources = {"plans/b.yaml": "", "plans/a.yaml": "", "plans/c.yaml": ""}
    assert (
        dumps(found, sources)
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cchc" tests="4" failures="2" errors="0">
  <testsuite name="plans/b.yaml" tests="1" failures="0" errors="0">
    <testcase classname="plans/b.yaml" name="no errors or warnings" file="plans/b.yaml" />
  </testsuite>
  <testsuite name="plans/a.yaml" tests="2" failures="2" errors="0">
    <testcase classname="plans/a.yaml" name="C002 malformed-symbol (3:5)" file="plans/a.yaml" line="3">
      <failure type="error" message="ký hiệu “76/NQCP” sai">plans/a.yaml:3:5: error: ký hiệu “76/NQCP” sai</failure>
    </testcase>
    <testcase classname="plans/a.yaml" name="C002 malformed-symbol (7:2)" file="plans/a.yaml" line="7">
      <failure type="warning" message="mơ hồ">plans/a.yaml:7:2: warning: mơ hồ</failure>
    </testcase>
  </testsuite>
  <testsuite name="plans/c.yaml" tests="1" failures="0" errors="0">
    <testcase classname="plans/c.yaml" name="no errors or warnings" file="plans/c.yaml" />
  </testsuite>
</testsuites>
"""
    )


def test_nothing_checked_is_an_empty_file():
    assert ElementTree.fromstring(dumps([], {}).encode()).attrib["tests"] == "0"


def test_marks_of_xml_come_back_as_they_were():
    nasty = "a <b> & \"c\" 'd' ]]> \n %"
    root = ElementTree.fromstring(dumps([diagnostic(nasty)], {}).encode())
    (failure,) = root.iter("failure")
    assert failure.attrib["message"] == nasty
    assert failure.text is not None
    assert failure.text.endswith(nasty)


@pytest.mark.parametrize("broken", ["\x00", "\x1b", "\ufffe", "\udcff"])
def test_what_xml_cannot_hold_is_replaced(broken):
    found = [diagnostic(f"a{broken}b", f"plans/x{broken}.yaml")]
    root = ElementTree.fromstring(dumps(found, {}).encode("utf-8"))
    (failure,) = root.iter("failure")
    assert failure.attrib["message"] == "a\ufffdb"
    (suite,) = root.iter("testsuite")
    assert suite.attrib["name"].startswith("plans/x\\")


def test_a_real_plan_has_a_case_for_each_finding():
    text, found = defective()
    root = ElementTree.fromstring(dumps(found, {found[0].path: text}).encode())
    named = [case.attrib["name"].split()[0] for case in root.iter("testcase")]
    wanted = [one.finding.code for one in found if one.finding.severity is not Severity.INFO]
    assert named == wanted
    assert {"C002", "D003"} <= set(named)


def test_help_stands_under_the_message():
    root = ElementTree.fromstring(dumps([diagnostic("sai", remedy="sửa <ngay>")], {}).encode())
    (failure,) = root.iter("failure")
    assert failure.text == "plans/a.yaml:3:5: error: sai\nsửa <ngay>"
