"""A made-up province, small: every figure of cchc about it is worked out again from the YAML alone."""

from __future__ import annotations

from benchmarks.check_province import check
from benchmarks.province import write


def test_every_figure_of_a_province_is_worked_out_again(tmp_path, monkeypatch, cchc):
    write(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    told = check(tmp_path, lambda *words: cchc(*words).out)
    assert len(told) == 15
    assert any("K002" in line and not line.endswith(": 0") for line in told)
