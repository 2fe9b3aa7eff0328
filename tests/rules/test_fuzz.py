"""Random edits of the real plans: whatever comes, an answer with true places for a bounded amount of work."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.edit.fix import fix
from cchc.model.finding import Diagnostic, Span
from cchc.read.files import decode
from cchc.read.load import read_source
from cchc.read.source import Source
from cchc.rules import diagnose
from tests.counting import calls

PLANS = Path(__file__).parent.parent.parent / "plans"
MOST_CALLS = 1_000_000
"""Calls of functions that no text may need; the longest real plan needs 46,000."""

steady = settings(max_examples=30)
fewer = settings(max_examples=20)


@cache
def _plan(name: str) -> str:
    return (PLANS / f"{name}.yaml").read_text(encoding="utf-8")


def _delete(lines: list[str], a: int, b: int, _: str) -> None:
    del lines[min(a, b) : min(a, b) + 1 + abs(a - b) % 5]


def _duplicate(lines: list[str], a: int, b: int, _: str) -> None:
    lines.insert(b, lines[a])


def _swap(lines: list[str], a: int, b: int, _: str) -> None:
    lines[a], lines[b] = lines[b], lines[a]


def _insert(lines: list[str], a: int, b: int, words: str) -> None:
    at = b % (len(lines[a]) or 1)
    lines[a] = lines[a][:at] + words + lines[a][at:]


def _erase(lines: list[str], a: int, b: int, words: str) -> None:
    at = b % (len(lines[a]) or 1)
    lines[a] = lines[a][:at] + lines[a][at + len(words) :]


def _indent(lines: list[str], a: int, b: int, _: str) -> None:
    lines[a] = " " * (b % 4) + lines[a].removeprefix("  ")


def _cut(lines: list[str], a: int, b: int, _: str) -> None:
    if b % 4 == 0:
        del lines[a + 1 :]


def _slip(lines: list[str], a: int, b: int, _: str) -> None:
    """Put a slip that YAML takes for text between two words of a line."""
    words = lines[a].split()
    if len(words) > 5:
        before, word, after = lines[a].rpartition(words[-1 - b % 4])
        lines[a] = f"{before}{SLIPS[b % len(SLIPS)]} {word}{after}"


SLIPS = (
    "76/NQCP", ";", "", "31/6/2026", "đầy mạnh", "ngày 30/04/2025", "Văn hóa- Xã hội", "hoá", "a;b",
    "(TTHC)", "phân đấu năm", "số 118/NĐ-CP ngày 09/6/2025", "57- NQ/TW", "Ủy Ban nhân dân", "tỉnh xã",
    "số 188/2025/KH-UBND ngày 27/12/2025", "KếPhu\u0323", "./.", "theo Khoản 2 điều 5",
)  # fmt: skip

# What people type and paste by accident: YAML's own marks, blanks, marks without a letter.
WORDS = st.one_of(
    st.text(
        " -:#'\"[]{}>|&*!%@,;.()/\t\r…‹–0123456789ađếIVX\u0301\u00a0\u200b\U0001f600", max_size=6
    ),
    st.sampled_from(
        ["- I. ", "# cchc: allow D003 - x", "# cchc: allow", "\r\n", "\n", "{a: ", "''"]
    ),
)
WILD = (_delete, _duplicate, _swap, _insert, _erase, _indent, _cut, _slip)
GENTLE = (_slip,)


@st.composite
def edited(draw: st.DrawFn, *names: str) -> str:
    """Draw the text of a real plan after one to six edits, its line ends sometimes Windows'.

    Half of them are gentle: most of these can still be read, so that all rules and fixes run.
    """
    lines = _plan(draw(st.sampled_from(names))).splitlines()
    places = st.integers(0, 10_000)
    edit = st.tuples(st.sampled_from(draw(st.sampled_from([GENTLE, WILD]))), places, places, WORDS)
    for change, a, b, words in draw(st.lists(edit, min_size=1, max_size=6)):
        if lines:
            change(lines, a % len(lines), b % len(lines) if change is _swap else b, words)
    return draw(st.sampled_from(["\n", "\n", "\r\n"])).join(lines)


def _assert_true(span: Span, text: str) -> None:
    """Assert that a span lies in `text`, and that lines and columns say what the offsets say."""
    assert 0 <= span.start <= span.stop <= len(text)
    for offset, line, column in (
        (span.start, span.line, span.column),
        (span.stop, span.end_line, span.end_column),
    ):
        starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
        assert starts[line - 1] + column - 1 == offset
        assert line == len(starts) or offset < starts[line]


def _read(text: str) -> Source | None:
    """Return what a file with `text` is read as, or None when it is refused before it is read."""
    decoded = decode(text.encode("utf-8"))
    return read_source(Path("plan.yaml"), decoded) if isinstance(decoded, str) else None


def _diagnosed(source: Source) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    assert calls(lambda: found.extend(diagnose(source))) < MOST_CALLS
    return found


@steady
@given(edited("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien"))
def test_an_edited_plan_gets_an_answer_with_true_places(text):
    source = _read(text)
    if source is None:
        return
    found = _diagnosed(source)
    assert source.plan is not None or found
    for one in found:
        _assert_true(one.span, text)
        assert str(one.finding.message)
        for edit in one.edits:
            assert 0 <= edit.start <= edit.stop <= len(text)


@fewer
@given(edited("dinh-hoa-kstthc", "thanh-mien"), st.booleans())
def test_mending_twice_is_mending_once(text, unsafe):
    source = _read(text)
    if source is None:
        return
    once = fix(source, unsafe=unsafe)
    mended = read_source(source.path, once.text)
    assert len(mended.findings) <= len(source.findings)
    assert fix(mended, unsafe=unsafe).text == once.text
