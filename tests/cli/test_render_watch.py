"""`cchc render --watch`: what is printed again after which change, with time in the test's hands."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.app import watch
from cchc.app.watch import Watched, changes
from cchc.document.dump import dumped_words
from cchc.document.template.folder import packaged_templates
from tests.conftest import ROOT

A, B = Path("a.yaml"), Path("b.yaml")


def looks(*states):
    """Return the function that sees one state after the other, written `a1 b1`."""
    seen = iter(states)

    def look():
        state = {Path(f"{word[0]}.yaml"): (int(word[1]), 0, 0) for word in next(seen).split()}
        return Watched(list(state), state)

    return look


def told(*states):
    return [sorted(str(path)[0] for path in found)
            for found, _ in changes(looks(*states), range(len(states) - 1))]  # fmt: skip


def test_everything_is_told_first_and_then_what_changed():
    assert told("a1 b1", "a1 b1", "a2 b1", "a2 b1", "a2 b1") == [["a", "b"], ["a"]]


def test_a_file_is_told_only_when_it_keeps_still():
    assert told("a1", "a2", "a3", "a4", "a4", "a4") == [["a"], ["a"]]
    assert told("a1", "a2", "a3", "a4") == [["a"]]


def test_new_and_lost_files_are_told():
    assert told("a1", "a1 b1", "a1 b1", "b1", "b1") == [["a"], ["b"], ["a"]]


def test_a_change_taken_back_in_time_is_none():
    assert told("a1", "a2", "a1", "a1", "a1") == [["a"]]


def test_a_file_put_in_place_of_another_is_a_change():
    assert told("a1", "", "a2", "a2") == [["a"], ["a"]]


@pytest.fixture
def steps(monkeypatch):
    """Do these things one after the other while `render --watch` runs, then press Ctrl-C."""

    def set_up(*actions):
        def ticks():
            for action in actions:
                action()
                yield
                yield
            raise KeyboardInterrupt

        monkeypatch.setattr(watch, "ticks", ticks)

    return set_up


def edit(path: str, old: str, new: str):
    def act():
        file = Path(path)
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return act


PLAN = "plans/an-binh.yaml"
WRITTEN = "out/an-binh.docx"


def words() -> str:
    return dumped_words(Path(WRITTEN).read_bytes())


def test_a_changed_plan_is_printed_again_until_ctrl_c(cchc, workspace, steps):
    steps(lambda: None, edit(PLAN, "title: Kiểm tra", "title: Rà soát"))
    assert cchc("render", "an-binh", "--watch") == (
        0, f"{WRITTEN}\n" * 2, "watching; Ctrl-C ends it\n" * 2
    )  # fmt: skip
    assert "Rà soát" in words()


def test_a_mistake_is_told_once_and_waited_out(cchc, workspace, steps):
    steps(
        edit(PLAN, "year: 2026", "year: xyz"),
        lambda: None,
        edit(PLAN, "year: xyz", "year: 2026"),
        edit(PLAN, "title: Kiểm tra", "title: Rà soát"),
    )
    ran = cchc("render", "an-binh", "--watch")
    assert (ran.code, ran.out) == (0, f"{WRITTEN}\n" * 3)
    assert ran.err.count("cchc: ") == 1
    assert "Rà soát" in words()


def test_a_plan_that_is_gone_and_comes_back_is_printed_again(cchc, workspace, steps):
    text = Path(PLAN).read_text(encoding="utf-8")
    steps(Path(PLAN).unlink, lambda: Path(PLAN).write_text(text, encoding="utf-8"))
    ran = cchc("render", "an-binh", "--watch")
    assert (ran.code, ran.out) == (0, f"{WRITTEN}\n" * 2)
    assert ran.err == "watching; Ctrl-C ends it\n" * 2


def test_only_the_plan_that_changed_is_printed_again(cchc, workspace, steps):
    Path("plans/nam-dan.yaml").write_bytes((ROOT / "plans/nam-dan.yaml").read_bytes())
    steps(edit(PLAN, "title: Kiểm tra", "title: Rà soát"))
    ran = cchc("render", "--all", "--watch")
    assert ran.out.splitlines() == [WRITTEN, "out/nam-dan.docx", WRITTEN]


def test_a_new_plan_is_printed(cchc, workspace, steps):
    text = Path(PLAN).read_text(encoding="utf-8")
    steps(lambda: Path("plans/moi.yaml").write_text(text, encoding="utf-8"))
    assert cchc("render", "--all", "--watch").out.splitlines() == [WRITTEN, "out/moi.docx"]


@pytest.mark.parametrize("name", ["plans/register.yaml", "plans/holidays.yaml"])
def test_what_stands_beside_the_plans_prints_them_all_again(cchc, workspace, steps, name):
    Path("plans/nam-dan.yaml").write_bytes((ROOT / "plans/nam-dan.yaml").read_bytes())
    steps(lambda: Path(name).write_bytes((ROOT / name).read_bytes()))
    ran = cchc("render", "--all", "--watch")
    assert ran.out.splitlines() == [WRITTEN, "out/nam-dan.docx"] * 2


def test_a_changed_template_prints_again_and_a_broken_one_is_told(cchc, workspace, steps):
    own = Path("templates/ke-hoach.docx")
    good = (packaged_templates() / "ke-hoach.docx").read_bytes()
    own.parent.mkdir()
    steps(
        lambda: own.write_bytes(good), lambda: own.write_bytes(b"x"), lambda: own.write_bytes(good)
    )
    ran = cchc("render", "an-binh", "--watch")
    assert (ran.code, ran.out) == (0, f"{WRITTEN}\n" * 3)
    assert ran.err.count("not a Word document") == 1


def test_only_the_first_printing_is_opened(cchc, workspace, steps, monkeypatch):
    opened = []
    monkeypatch.setattr("cchc.cli.open_files.open_written", opened.append)
    steps(edit(PLAN, "title: Kiểm tra", "title: Rà soát"))
    cchc("render", "an-binh", "--watch", "--open")
    assert opened == [[Path(WRITTEN)]]


def test_a_plan_that_is_not_there_is_no_reason_to_wait(cchc, workspace):
    ran = cchc("render", "khong-co", "--watch")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "cchc: there is no plan “khong-co”")


def test_time_passes_between_two_looks(monkeypatch):
    slept = []
    monkeypatch.setattr(watch.time, "sleep", slept.append)
    ticks = watch.ticks()
    next(ticks)
    next(ticks)
    assert slept == [watch.INTERVAL] * 2
