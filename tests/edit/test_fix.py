"""`--fix`: only the spans in question change, and twice is once."""

from __future__ import annotations

import codecs
import itertools
import os
from pathlib import Path

import pytest

from cchc.edit import fix as fixing
from cchc.edit.fix import fix, fix_file
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.finding import Diagnostic, Edit, Finding, Severity, Span
from cchc.read.load import read_source

from ..rules.pages import MINIMAL

BASE = """  - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải
    cách hành chính nhà nước giai đoạn 2021 - 2030
"""


def fixed(text: str, *, unsafe: bool = False) -> str:
    return fix(read_source(Path("plan.yaml"), text), unsafe=unsafe).text


def test_a_sound_plan_stays_as_it_is():
    assert fixed(MINIMAL) == MINIMAL


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("status: draft", "staus: draft"),
        ("76/NQ-CP ngày", "76/NQCP ngày"),
        ("lead: [vh-xh]}", "lead: [vh-xhh]}"),
        ("  - title: TỔ CHỨC", "  - title: I. TỔ CHỨC"),
    ],
)
def test_one_place_is_mended_and_nothing_else(wrong, right):
    assert fixed(MINIMAL.replace(wrong, right)) == MINIMAL


@pytest.mark.parametrize(
    "base",
    [
        "  - Căn cứ Nghị quyết số 76/NQCP ngày 15/07/2021 của Chính phủ ban hành Chương trình\n",
        "  - 'Căn cứ Nghị quyết số 76/NQCP ngày 15/07/2021 của Chính phủ ban hành Chương trình'\n",
        '  - "Căn cứ Nghị quyết số 76/NQCP ngày 15/07/2021 của Chính phủ ban hành Chương trình"\n',
        "  - >-\n      Căn cứ Nghị quyết số 76/NQCP\n      ngày 15/07/2021 của Chính phủ ban hành\n"
        "      Chương trình  \n",
        "  - Căn cứ Nghị quyết số 76/NQCP ngày 15/07/2021\n"
        "       của Chính phủ ban hành Chương trình # ghi chú 76/NQCP\n",
        "  - |\n    Căn cứ Nghị quyết số 76/NQCP ngày 15/07/2021 của Chính phủ ban hành Chương trình\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_way_of_writing_a_text_keeps_its_bytes(base, line_end):
    text = MINIMAL.replace(BASE, base).replace("\n", line_end)
    once = fixed(text)
    expected = text.replace("76/NQCP ngày", "76/NQ-CP ngày").replace("15/07/2021", "15/7/2021")
    expected = expected.replace(
        f"76/NQCP{line_end}", f"76/NQ-CP{line_end}", base.count("76/NQCP\n")
    )
    if "# ghi chú" in base:
        expected = expected.replace(f"ghi chú 76/NQ-CP{line_end}", f"ghi chú 76/NQCP{line_end}")
    assert once == expected
    assert fixed(once) == once


def test_the_second_of_two_equal_slips_in_one_text_is_mended_too():
    text = MINIMAL.replace("76/NQ-CP ngày 15/7/2021", "76/NQCP và số 76/NQCP ngày 15/7/2021")
    assert "76/NQCP" not in fixed(text)


def test_two_faults_in_one_place_are_mended_one_after_the_other():
    text = MINIMAL.replace("76/NQ-CP ngày 15/7/2021", "118/NĐCP ngày 09/6/2025")
    assert "118/2025/NĐ-CP ngày 09/6/2025" in fixed(text.replace("Nghị quyết số", "Nghị định số"))


def test_a_file_that_cannot_be_read_is_left_alone():
    assert fixed("a: [\n") == "a: [\n"


WRONG = MINIMAL.replace("status: draft", "staus: draft")


def test_a_record_made_while_the_file_is_being_mended_stays(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_bytes(codecs.BOM_UTF8 + WRONG.encode())
    lock = fixing.locked

    def locked(folder):
        path.write_bytes(codecs.BOM_UTF8 + WRONG.encode() + b"# recorded\n")
        return lock(folder)

    monkeypatch.setattr(fixing, "locked", locked)
    assert fix_file(path) == 1
    assert path.read_bytes() == codecs.BOM_UTF8 + MINIMAL.encode() + b"# recorded\n"


def test_what_an_editor_saves_while_the_mended_file_is_written_stays(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_text(WRONG, "utf-8")
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (fsync(handle), path.write_bytes(b"by hand")))
    with pytest.raises(UserError, match="has changed since it was read"):
        fix_file(path)
    assert path.read_bytes() == b"by hand"


def test_a_sound_file_is_not_locked_and_a_missing_one_not_made(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_text(MINIMAL, "utf-8")
    monkeypatch.setattr(fixing, "locked", None)
    assert fix_file(path) == 0
    assert fix_file(tmp_path / "none.yaml") == 0


SPAN = Span(1, 1, 1, 1, 0, 0)
FINDING = Finding("X001", "x", Severity.INFO, say("x"), ())
SPANS = [(start, stop) for start in range(5) for stop in range(start, 5)]


def test_of_changes_that_overlap_the_first_counts():
    for three in itertools.product(SPANS, SPANS, SPANS):
        kept: list[tuple[int, int]] = []
        for start, stop in three:
            if all(stop <= first or last <= start for first, last in kept):
                kept.append((start, stop))
        found = [Diagnostic("x.yaml", SPAN, FINDING, (Edit(*span, ""),)) for span in three]
        assert [(e.start, e.stop) for e in fixing._compatible(found, unsafe=True)] == kept


def test_one_change_among_many_that_breaks_the_file_is_found_in_few_readings(monkeypatch):
    names = [f"  - {{id: don-vi-{n}, name: Đơn vị  số {n}}}\n" for n in range(64)]
    text = MINIMAL.replace("units:\n", "units:\n" + "".join(names))
    source = read_source(Path("plan.yaml"), text)
    places = [text.index(name) + name.index("  số") for name in names]
    edits = [Edit(at, at + 1, ": [" if n == 40 else "") for n, at in enumerate(places)]
    readings = []

    def counted(path, text):
        readings.append(text)
        return read_source(path, text)

    monkeypatch.setattr(fixing, "read_source", counted)
    mended, made = fixing._spliced(source, edits)
    assert made == 63 and mended.plan is not None
    assert "Đơn vị  số 40}" in mended.text and "Đơn vị  số 41}" not in mended.text
    assert len(readings) <= 13


def test_a_file_that_stays_as_it_was_is_judged_once(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_text(MINIMAL.replace("status: draft", "staus: draft"))
    rounds = []
    monkeypatch.setattr(fixing, "fix", lambda *a, **k: rounds.append(a) or fix(*a, **k))
    assert fix_file(path) == 1
    assert len(rounds) == 1
