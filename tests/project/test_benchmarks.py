"""The made-up plans and the clock of `benchmarks/`: what they measure must be what they say."""

from __future__ import annotations

import io
import json
import random
import sys
from contextlib import redirect_stdout

import pytest

from benchmarks import table
from benchmarks.defects import HEAVY, SLIGHT
from benchmarks.generate import generate, plans
from benchmarks.measure import Contender, ContenderError, run
from benchmarks.names import communes
from benchmarks.plan import plan_text
from benchmarks.results import Case, measure
from cchc.cli import app


def said(*arguments: str) -> tuple[int, str]:
    answer = io.StringIO()
    with redirect_stdout(answer):
        code = app.run(list(arguments))
    return code, answer.getvalue()


def findings(folder, *arguments: str):
    return json.loads(said("validate", str(folder), "--format", "json", *arguments)[1])


def test_made_up_plans_without_defects_have_no_findings(tmp_path, monkeypatch):
    generate(tmp_path, 23, defects=0)
    monkeypatch.chdir(tmp_path)
    answer = findings("plans")
    assert answer["diagnostics"] == []
    assert answer["summary"]["plans"] == 23


@pytest.mark.parametrize("number", range(len(SLIGHT)))
def test_each_slight_defect_is_found_and_the_plan_is_still_read(number, tmp_path, monkeypatch):
    generate(tmp_path, 1, defects=0)
    monkeypatch.chdir(tmp_path)
    (plan,) = tmp_path.glob("plans/*/*.yaml")
    plan.write_text(SLIGHT[number](plan.read_text("utf-8"), random.Random(1)), "utf-8")
    codes = {one["code"] for one in findings("plans")["diagnostics"]}
    assert codes
    assert not any(code.startswith(("Y", "S")) for code in codes)


@pytest.mark.parametrize("number", range(len(HEAVY)))
def test_each_heavy_defect_is_a_fault_of_form(number, tmp_path, monkeypatch):
    generate(tmp_path, 1, defects=0)
    monkeypatch.chdir(tmp_path)
    (plan,) = tmp_path.glob("plans/*/*.yaml")
    plan.write_text(HEAVY[number](plan.read_text("utf-8"), random.Random(1)), "utf-8")
    codes = {one["code"] for one in findings("plans")["diagnostics"]}
    assert any(code.startswith(("Y", "S")) for code in codes)


def test_fewer_plans_are_the_first_of_more_and_every_time_the_same():
    assert list(plans(30)) == list(plans(60))[:30] == list(plans(30))
    assert list(plans(30, seed=1)) != list(plans(30, seed=2))


def test_five_countries_have_files_of_their_own():
    every = communes(16_605, 2026)
    assert len({commune.slug for commune in every}) == len(every)
    assert sum(not one.office for one in every) == 3_321  # the country
    assert len({(one.level, one.name, one.province, one.office) for one in every}) == len(every)


def test_a_made_up_plan_is_as_long_as_a_real_one():
    texts = [plan_text(commune, 1) for commune in communes(20, 1)]
    assert all(34_000 < len(text.encode()) < 42_000 for text in texts)
    assert all(text.count("          - id: ") == 46 for text in texts)
    assert len(set(texts)) == 20


def test_the_clock_sees_time_memory_output_and_exit_code(tmp_path):
    work = "import time; x = bytearray(80_000_000); time.sleep(0.2); print(len(x)); raise SystemExit(1)"
    sample = run(Contender("work", [sys.executable, "-c", work], tmp_path), tmp_path)
    assert sample.wall >= 0.2
    assert sample.wall > sample.cpu > 0
    assert 80_000_000 < sample.peak < 130_000_000
    assert (tmp_path / "stdout").read_text() == "80000000\n"
    bare = run(Contender("pass", [sys.executable, "-I", "-c", "pass"], tmp_path), tmp_path)
    assert bare.peak < 20_000_000  # whoever measures is not measured
    with pytest.raises(ContenderError, match="left with 3"):
        run(Contender("x", [sys.executable, "-c", "raise SystemExit(3)"], tmp_path), tmp_path)


def test_an_endless_contender_is_stopped_and_a_missing_one_said(tmp_path):
    endless = [sys.executable, "-c", "while True: pass"]
    with pytest.raises(ContenderError, match="stopped after"):
        run(Contender("endless", endless, tmp_path, longest=0.3), tmp_path)
    with pytest.raises(ContenderError, match="could not be started"):
        run(Contender("none", [str(tmp_path / "none")], tmp_path), tmp_path)


def test_ctrl_c_is_pressed_and_timed_from_there(tmp_path):
    patient = [sys.executable, "-c", "import time; time.sleep(30)"]
    contender = Contender("patient", patient, tmp_path, leaves=(-2, 130, 1), interrupt_after=0.3)
    assert run(contender, tmp_path).wall > 0  # left to itself, it leaves with 0


def test_contenders_take_turns_and_different_output_is_told(tmp_path):
    turns: list[str] = []

    def contender(name: str, **more) -> Contender:
        code = f"print({name!r})"
        return Contender(
            name,
            [sys.executable, "-I", "-c", code],
            tmp_path,
            prepare=lambda: turns.append(name),
            **more,
        )

    case = Case(
        "c", "Case", "a",
        [contender("a", prints="x"), contender("b", prints="x"), contender("n", missing="not there")],
        rounds=2, plans=1,
    )  # fmt: skip
    measured = measure(case, tmp_path, lambda _: None)
    assert turns == ["a", "b", "a", "b"]
    assert measured.agree() == {"x": False}
    assert measured.ratio("b", "a").low <= measured.ratio("b", "a").median
    text = table.as_markdown({"c": measured}, table.machine(), {"cchc": 46})
    assert "n | not measured: not there" in text
    assert "x: **DIFFERENT**" in text
    assert json.dumps(table.as_data({"c": measured}, table.machine(), {}))
