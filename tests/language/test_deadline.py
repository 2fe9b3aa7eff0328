"""The deadline language: phrases with their meaning, errors with their words, explanations."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.language.deadline import DeadlineError, explain, read_deadline, weekday

TABLE = Path(__file__).with_name("deadlines.tsv")


class Row(NamedTuple):
    phrase: str
    year: str
    issued: str
    kind: str
    due: str
    flags: str


def _rows():
    lines = TABLE.read_text(encoding="utf-8").split("\n")[1:]
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("# ")]


ROWS = _rows()


def _read(row):
    issued = date.fromisoformat(row.issued) if row.issued else None
    return read_deadline(row.phrase, year=int(row.year), issued=issued)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phrase}-{row.year}-{row.issued}")
def test_phrase_has_the_meaning_written_down_for_it(row):
    found = _read(row)
    flags = {note.code for note in found.notes} | ({"continuous"} if found.continuous else set())
    assert (found.kind, " ".join(map(str, found.due)), " ".join(sorted(flags))) == (
        row.kind,
        row.due,
        row.flags,
    )
    assert found.vague == ("vague" in flags)
    assert found.phrase == row.phrase
