"""A whole plan without faults, and tests that put one fault into it, marked ‹like this›."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cchc.edit.fix import fix
from cchc.model.finding import Diagnostic
from cchc.read.load import read_source
from cchc.rules import diagnose

WHOLE = (Path(__file__).parent / "whole.yaml").read_text(encoding="utf-8")


class Fault(NamedTuple):
    """`old` of the whole plan gives way to `new`, where ‹ › mark what is found; `mended` is what
    `cchc validate --fix --unsafe` makes of `new`, or None when a person must decide."""

    code: str
    old: str
    new: str
    mended: str | None = None


def put(old: str, new: str) -> str:
    """Return the whole plan with `new`, without its marks, in place of `old`."""
    assert WHOLE.count(old) == 1, old
    return WHOLE.replace(old, new.replace("‹", "").replace("›", ""))


def place(text: str) -> tuple[int, int]:
    """Return the line and column of an offset at the end of `text`."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1


def check_fault(fault: Fault) -> None:
    """Assert that the fault, and nothing else, is found exactly where it is marked."""
    text = put(fault.old, fault.new)
    before, rest = WHOLE.replace(fault.old, fault.new).split("‹")
    words = rest.split("›")[0]
    found = find(text)
    assert [one.finding.code for one in found] == [fault.code]
    span = found[0].span
    assert (span.line, span.column) == place(before)
    assert (span.end_line, span.end_column) == place(before + words)
    assert text[span.start : span.stop] == words
    mended = fix(read_source(Path("plan.yaml"), text), unsafe=True).text
    assert mended == (text if fault.mended is None else put(fault.old, fault.mended))


def find(text: str) -> list[Diagnostic]:
    """Return all findings of a plan's text."""
    return diagnose(read_source(Path("plan.yaml"), text))


def codes(old: str, new: str) -> set[str]:
    """Return the codes found when `new` stands for `old` in the whole plan."""
    return {one.finding.code for one in find(put(old, new))}
