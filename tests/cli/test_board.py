"""`cchc board`: one file, or standard output."""

from __future__ import annotations


def test_the_command_writes_one_file(cchc, plans, monkeypatch, tmp_path):
    monkeypatch.chdir(plans.parent)
    ran = cchc("board", "--today", "2026-06-30", "-o", str(tmp_path / "b.html"))
    assert ran.code == 0
    assert (tmp_path / "b.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    piped = cchc("board", "phu-thinh", "--today", "2026-06-30", "-o", "-")
    assert piped.out.rstrip().endswith("</html>")
