"""`--report NAME[=FILE]`: which reports there are, and where each goes."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cchc.errors import UserError
from cchc.outputs.reports import FORMATS, read_reports, write_reports
from tests.outputs.defects import defective, diagnostic


@pytest.fixture(autouse=True)
def _english(monkeypatch, _vietnamese):
    monkeypatch.setenv("CCHC_LANG", "en")


def refused(*specs):
    with pytest.raises(UserError) as caught:
        read_reports(specs)
    return str(caught.value.message), str(caught.value.hint)


def written(found, sources, *specs):
    out: dict[Path | None, str] = {}
    write_reports(
        read_reports(specs), found, sources, lambda text, one: out.update({one.path: text})
    )
    return out


def test_every_report_of_one_run_goes_to_its_place():
    text, found = defective()
    sources = {found[0].path: text}
    out = written(found, sources, "github", "sarif=o/x.sarif", "junit=x.xml", "json=a=b.json")
    assert list(out) == [None, Path("o/x.sarif"), Path("x.xml"), Path("a=b.json")]
    assert out[None].startswith("::")
    assert json.loads(out[Path("o/x.sarif")])["version"] == "2.1.0"
    assert ElementTree.fromstring(out[Path("x.xml")].encode()).tag == "testsuites"
    answer = json.loads(out[Path("a=b.json")])
    assert (answer["kind"], answer["summary"]["plans"]) == ("diagnostics", 1)


def test_a_wrong_name_is_told_with_the_nearest():
    assert refused("sarfi=x") == ("there is no report “sarfi”", "did you mean “sarif”?")
    assert refused("GitHub")[1] == "did you mean “github”?"
    assert refused("pdf")[1] == "one of: github, sarif, junit, json"
    assert refused("")[0] == "there is no report “”"


def test_a_name_without_its_file_is_told():
    assert refused("sarif=") == (
        "--report sarif= names no file", "write --report sarif=FILE, or --report sarif",
    )  # fmt: skip


def test_two_reports_in_one_place_are_refused():
    assert refused("sarif=x", "json=x") == (
        "two reports go to x", "give each its own file: --report sarif=FILE",
    )  # fmt: skip
    assert refused("github", "junit")[0] == "two reports go to standard output"


def test_whole_documents_want_standard_output_for_themselves():
    assert [report.fills_stdout for report in read_reports(["github", "json=x"])] == [False, False]
    assert [read_reports([name])[0].fills_stdout for name in FORMATS] == [False, True, True, True]


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_no_utf8_can_be_reported(name):
    found = [diagnostic("“x\udcff.yaml” is not a file", "plans/x\udcff.yaml")]
    out = written(found, {"plans/x\udcff.yaml": ""}, name)
    assert out[None].encode("utf-8")
