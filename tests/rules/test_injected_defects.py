"""Defects of the five source plans, one by one: each is found at its place, and only while it is
there.

The plans in `plans/` put many slips of their sources right; the first test puts them back. Others
were kept; the second test puts them right.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from cchc.model.finding import Diagnostic
from cchc.read.load import read_source
from cchc.rules import diagnose

from .defect import Defect
from .defects_kept import KEPT
from .defects_put_right import PUT_RIGHT

LEAST = 60
"""So many defects must be put back one by one; those kept come on top."""


def _name(defect: Defect) -> str:
    words = _marked(defect.wrong)
    return f"{defect.plan} {defect.code} {words[0][words[1] : words[2]][:24]}"


@pytest.mark.parametrize("defect", PUT_RIGHT, ids=_name)
def test_a_slip_put_back_is_found_at_its_place(plans, defect: Defect):
    wrong, start, stop = _marked(defect.wrong)
    sound = _read(plans / f"{defect.plan}.yaml")
    place, broken = _replaced(sound, defect.right, wrong)
    _check(defect.code, sound, place, broken, place.start + start, wrong[start:stop])


@pytest.mark.parametrize("defect", KEPT, ids=_name)
def test_a_defect_the_plans_keep_is_found_until_it_is_put_right(plans, defect: Defect):
    wrong, start, stop = _marked(defect.wrong)
    broken = _read(plans / f"{defect.plan}.yaml")
    place, sound = _replaced(broken, wrong, defect.right)
    put = slice(place.start, place.start + len(defect.right))
    _check(defect.code, sound, put, broken, place.start + start, wrong[start:stop])


def _check(code: str, sound: str, put: slice, broken: str, start: int, words: str) -> None:
    """Assert that `code` is found in `broken` at `words`, and not in `sound` at `put`."""
    found = [
        one.finding.message
        for one in _found(broken)
        if one.finding.code == code
        and (one.span.start, broken[one.span.start : one.span.stop]) == (start, words)
    ]
    assert found
    again = [
        one.finding.message
        for one in _found(sound)
        if one.finding.code == code and put.start <= one.span.start < put.stop
    ]
    assert found[0] not in again


def test_the_tables_are_as_large_as_promised():
    assert len(PUT_RIGHT) >= LEAST
    assert len(set(PUT_RIGHT)) == len(PUT_RIGHT)
    assert len({defect.code for defect in [*PUT_RIGHT, *KEPT]}) >= 30


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _found(text: str) -> list[Diagnostic]:
    source = read_source(Path("plan.yaml"), text)
    assert source.plan is not None, source.findings
    return diagnose(source)


def _marked(words: str) -> tuple[str, int, int]:
    """Return `words` without its marks ‹ ›, and the offsets of what they enclose."""
    start, stop = words.index("‹"), words.index("›") - 1
    return words.replace("‹", "").replace("›", ""), start, stop


def _replaced(text: str, old: str, new: str) -> tuple[slice, str]:
    """Return where `old` stands, which must be once, and `text` with `new` in its place."""
    first, *others = (re.escape(part) for part in old.split("…"))
    pattern = first + "".join(f"(?s:.*?){part}" if part else r"(?s:.*)" for part in others)
    (place,) = re.finditer(pattern, text)
    return slice(*place.span()), text[: place.start()] + new + text[place.end() :]
