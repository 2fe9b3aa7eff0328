"""A plan with something wrong in it: one finding with place and remedy, and the others are answered for."""

from __future__ import annotations

from json import loads
from unicodedata import normalize

import pytest

from tests.conftest import ROOT

NAM_DAN = (ROOT / "plans" / "nam-dan.yaml").read_text(encoding="utf-8")
DATE = next(line for line in NAM_DAN.splitlines() if line.startswith("  date: "))


@pytest.mark.parametrize("written", ["00/01/2026", "2026-01-00", "00/3/2026", "0/3/2026"])
def test_day_0_is_no_blank_day(workspace, cchc, written):
    broken = workspace / "plans" / "broken.yaml"
    broken.write_text(NAM_DAN.replace(DATE, f"  date: {written}"), encoding="utf-8")
    ran = cchc("validate", "plans")
    assert ran.code == 1
    assert ran.out.count("S005") == 1
    assert f"the calendar has no day {written}" in ran.out
    assert "correct the day or the month" in ran.out
    assert "plans checked: 2" in ran.out
    for command in (("status",), ("due", "--all")):
        assert cchc(*command, "plans").code in (1, 2)


NFC_FILE = (ROOT / "plans" / "phu-thinh.yaml").read_text(encoding="utf-8")


def test_a_file_in_nfd_reads_like_the_same_file_in_nfc(workspace, cchc):
    plan = workspace / "plans" / "phu-thinh.yaml"
    plan.write_text(NFC_FILE, encoding="utf-8")
    composed = codes(cchc("validate", "plans/phu-thinh.yaml", "--report", "json").out)
    plan.write_text(normalize("NFD", NFC_FILE), encoding="utf-8")
    apart = codes(cchc("validate", "plans/phu-thinh.yaml", "--report", "json").out)
    assert [one for one in apart if one[0] != "H001"] == composed
    assert any(code == "H001" for code, _ in apart)
    assert cchc("status", "plans/phu-thinh.yaml").code == 0
    cchc("validate", "--fix", "plans/phu-thinh.yaml")
    mended = codes(cchc("validate", "plans/phu-thinh.yaml", "--report", "json").out)
    assert not any(code == "H001" for code, _ in mended)


def codes(out: str) -> list[tuple[str, int]]:
    return [(one["code"], one["line"]) for one in loads(out)["diagnostics"]]


@pytest.mark.parametrize("null", ["~", "null", "Null", "NULL", ""])
def test_null_is_an_absent_value_everywhere(workspace, cchc, null):
    plan = workspace / "plans" / "an-binh.yaml"
    text = plan.read_text(encoding="utf-8")
    whole = cchc("validate", "plans").out
    plan.write_text(f"{text}closing: {null}\ntargets: {null}\nunplaced: {null}\n", encoding="utf-8")
    assert cchc("validate", "plans").out == whole
    plan.write_text(f"{text}unplaced: [chữ, {null or '~'}]\n", encoding="utf-8")
    ran = cchc("validate", "plans")
    assert "“unplaced[2]” is empty" in ran.out
    plan.write_text(f"{text}unplaced: [chữ, 'null']\n", encoding="utf-8")
    assert "S006" not in cchc("validate", "plans").out


@pytest.mark.parametrize(
    ("space", "name"), [("\u00a0", "U+00A0 NO-BREAK SPACE"), ("\u3000", "U+3000 IDEOGRAPHIC SPACE")]
)
def test_another_space_before_a_key_is_named_and_mended(workspace, cchc, space, name):
    plan = workspace / "plans" / "x.yaml"
    plan.write_text(
        NAM_DAN.replace("\n  province:", f"\n{space}{space}province:"), encoding="utf-8"
    )
    ran = cchc("validate", "plans/x.yaml")
    assert ran.out.count(" error: ") == 1
    assert name in ran.out
    cchc("validate", "--fix", "plans/x.yaml")
    assert plan.read_text(encoding="utf-8").count(space) == NAM_DAN.count(space)
    assert " error: " not in cchc("validate", "plans/x.yaml").out


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("commune:", "com\u200bmune:", "U+200B ZERO WIDTH SPACE"),
        ("commune:", "commune\u00ad:", "U+00AD SOFT HYPHEN"),
        ("  level: xã", "  level: \u200exã", "U+200E LEFT-TO-RIGHT MARK"),
        ("  level: xã", "  level:\u00a0xã", "U+00A0 NO-BREAK SPACE"),
        ("  level: xã", "  level: x\u2028ã", "U+2028 LINE SEPARATOR"),
        ("  level: xã", "  level: x\ufeffã", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("  level: xã", "  level: xã\u202c", "U+202C POP DIRECTIONAL FORMATTING"),
    ],
)  # fmt: skip
def test_a_character_that_cannot_be_seen_is_named(workspace, cchc, old, new, name):
    (workspace / "plans" / "x.yaml").write_text(NAM_DAN.replace(old, new, 1), encoding="utf-8")
    ran = cchc("validate", "plans/x.yaml")
    assert ran.out.count(" error: ") == 1
    assert name in ran.out


MERGED = (
    "commune:\n<<<<<<< HEAD\n  level: xã\n{middle}=======\n  level: phường\n>>>>>>> nhanh-khac\n"
)


@pytest.mark.parametrize("middle", ["", "||||||| 1a2b3c4\n  level: đặc khu\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_unsettled_merge_is_one_finding_with_both_lines(workspace, cchc, middle, end):
    text = NAM_DAN.replace("commune:\n  level: xã\n", MERGED.format(middle=middle), 1)
    assert text != NAM_DAN
    (workspace / "plans" / "x.yaml").write_bytes(text.replace("\n", end).encode())
    ran = cchc("validate", "plans/x.yaml")
    first = text[: text.index("<<<<<<<")].count("\n") + 1
    last = text[: text.index(">>>>>>>")].count("\n") + 1
    assert ran.out.count(" error: ") == 1
    assert f"from line {first} to line {last}" in ran.out
    assert "Y014" in ran.out


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> x", "||||||| x"])
def test_a_lone_mark_of_a_merge_is_named(workspace, cchc, mark):
    text = NAM_DAN.replace("commune:\n", f"{mark}\ncommune:\n", 1)
    (workspace / "plans" / "x.yaml").write_text(text, encoding="utf-8")
    ran = cchc("validate", "plans/x.yaml")
    assert ran.out.count("Y014") == 1
    assert ran.out.count(" error: ") == 1


def test_a_line_of_signs_in_a_text_is_no_mark_of_a_merge(workspace, cchc):
    text = NAM_DAN + "closing: |\n  <<<<<<< a\n  =======\n  >>>>>>> b\n"
    (workspace / "plans" / "x.yaml").write_text(text, encoding="utf-8")
    assert "Y014" not in cchc("validate", "plans/x.yaml").out
