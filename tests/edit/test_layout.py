"""Records in odd layouts, byte by byte: only the lines of the record change."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from cchc.read.load import load, required_plan
from tests.edit.sample import HEAD, make, workspace

DONE = {"state": "done", "date": date(2026, 6, 12), "evidence": "15/BC-UBND"}
LINE = "progress: {state: done, date: 2026-06-12, evidence: 15/BC-UBND}"
FLOW_TASKS = (
    "appendices:\n  - title: A\n    tasks:\n      - {id: a, title: Một, deadline: Quý I}   # ghi\n"
)


def record(tmp_path, text: str, task: str = "a", **said) -> str:
    path = workspace(tmp_path, HEAD + text)
    make(path, task, **(said or DONE))
    return path.read_bytes().decode().removeprefix(HEAD)


def tasks(*lines: str) -> str:
    return "\n".join(["appendices:", "  - title: A", "    tasks:", *lines]) + "\n"


def test_a_record_is_a_line_below_the_last_key_and_its_comment(tmp_path):
    before = tasks(
        "      - id: a     # mã", "        title: 'Một'  # tên", "", "      # việc hai",
        "      - id: b", "        title: Hai",
    )  # fmt: skip
    after = before.replace("# tên\n", f"# tên\n        {LINE}\n")
    assert record(tmp_path, before) == after


def test_the_last_task_of_a_file_without_a_last_line_break(tmp_path):
    before = tasks("      - id: a", "        title: Một # cuối").rstrip("\n")
    assert record(tmp_path, before) == f"{before}\n        {LINE}"


def test_a_task_indented_by_four_spaces(tmp_path):
    before = "appendices:\n    -   title: A\n        tasks:\n            -   id: a\n"
    before += "                title: Một\n"
    assert record(tmp_path, before) == before + f"                {LINE}\n"


def test_a_list_without_indentation_of_its_own(tmp_path):
    before = (
        "appendices:\n- title: A\n  tasks:\n  - id: a\n    title: Một\n    deadline: Hằng quý\n"
    )
    after = record(tmp_path, before, occurrence="2026-Q2", state="running")
    assert after == before + "    progress:\n    - {occurrence: 2026-Q2, state: running}\n"


@pytest.mark.parametrize(
    ("note", "rest"),
    [
        ("|", "\n\n      # sau"), (">-", "\n\n\n"), ("|", ""), ("|-2", "\n  # sau\n\n"),
    ],
)  # fmt: skip
def test_a_block_text_as_the_last_value(tmp_path, note, rest):
    before = tasks(
        "      - id: a", "        title: Một", f"        note: {note}", "          x # y"
    )
    before = before.rstrip("\n")
    written = "\n" if not rest or rest.startswith("\n") else ""
    assert record(tmp_path, before + rest) == f"{before}{written}        {LINE}{rest}"


def test_blank_lines_that_a_block_text_keeps_stay_in_it(tmp_path):
    before = tasks("      - id: a", "        title: Một", "        note: |+", "          x", "", "")
    after = before + f"        {LINE}\n"
    assert record(tmp_path, before + "      # sau\n") == after + "      # sau\n"


def test_a_text_over_several_lines_as_the_last_value(tmp_path):
    before = tasks("      - id: a", "        title: Một", "          hai # ba", "      # bốn")
    assert record(tmp_path, before) == before.replace("# ba\n", f"# ba\n        {LINE}\n")


def test_a_task_in_braces(tmp_path):
    after = FLOW_TASKS.replace("Quý I}", f"Quý I, {LINE}}}")
    assert record(tmp_path, FLOW_TASKS) == after


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("note: }", "note: , P }"),
        ('"note":,}', '"note": , P,}'),
        ("note: x,}", "note: x, P,}"),
        ("note: x, # c\n        }", "note: x, P, # c\n        }"),
        ("support: [vh-xh] }", "support: [vh-xh], P }"),
        ('"note": "x"}', '"note": "x", P}'),
    ],
)
def test_braces_with_odd_ends(tmp_path, tail, expected):
    before = tasks("      - {id: a, title: Một, " + tail)
    after = tasks("      - {id: a, title: Một, " + expected.replace("P", LINE))
    assert record(tmp_path, before) == after


def test_a_recurring_task_in_braces_gets_a_list(tmp_path):
    before = tasks("      - {id: a, title: Một, deadline: Hằng quý}")
    after = record(tmp_path, before, occurrence="2026-Q1", state="running")
    first = "progress: [{occurrence: 2026-Q1, state: running}]}"
    assert after == before.replace("quý}", f"quý, {first}")
    after = record(tmp_path, after, occurrence="2026-Q2", state="running")
    assert after.endswith("state: running}, {occurrence: 2026-Q2, state: running}]}\n")


RECURRING = ("      - id: a", "        title: Một", "        deadline: Hằng quý")
SECOND = {"occurrence": "2026-Q2", "state": "running", "note": "Chờ số liệu, ký"}
BRACES = '{occurrence: 2026-Q2, state: running, note: "Chờ số liệu, ký"}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # braces beside the key
            ["        progress:  {state: done, date: 1/4/2026, occurrence: 2026-Q1}  # một"],
            ["        progress:",
             "          - {state: done, date: 1/4/2026, occurrence: 2026-Q1}  # một",
             f"          - {BRACES}"],
        ),
        (  # braces below the key
            ["        progress:  # kết quả", "            {state: running,",
             "             occurrence: 2026-Q1}"],
            ["        progress:  # kết quả", "            - {state: running,",
             "             occurrence: 2026-Q1}", f"            - {BRACES}"],
        ),
        (  # lines: the dash takes two spaces, no line moves
            ["        progress:  # kết quả", "", "          # quý I",
             "          state: running # x", "          occurrence: 2026-Q1"],
            ["        progress:  # kết quả", "", "          # quý I",
             "        - state: running # x", "          occurrence: 2026-Q1",
             "        - occurrence: 2026-Q2", "          state: running",
             "          note: Chờ số liệu, ký"],
        ),
        (  # lines indented by one space: no room for a dash beside the key
            ["        progress:", "         state: running", "         occurrence: 2026-Q1"],
            ["        progress:", "        -", "         state: running",
             "         occurrence: 2026-Q1",
             "        - occurrence: 2026-Q2", "          state: running",
             "          note: Chờ số liệu, ký"],
        ),
        (  # a list of braces
            ["        progress:", "        - {state: running, occurrence: 2026-Q1} # x", "  # y"],
            ["        progress:", "        - {state: running, occurrence: 2026-Q1} # x",
             f"        - {BRACES}", "  # y"],
        ),
        (  # a list of lines, with wide dashes
            ["        progress:", "          -   state: running", "              occurrence: 2026-Q1"],
            ["        progress:", "          -   state: running", "              occurrence: 2026-Q1",
             "          -   occurrence: 2026-Q2", "              state: running",
             "              note: Chờ số liệu, ký"],
        ),
        (  # an empty list
            ["        progress: []  # chưa có"],
            [f"        progress: [{BRACES}]  # chưa có"],
        ),
        (  # a list in brackets over several lines
            ["        progress: [", "          {state: running, occurrence: 2026-Q1},  # x",
             "        ]"],
            ["        progress: [",
             f"          {{state: running, occurrence: 2026-Q1}}, {BRACES},  # x", "        ]"],
        ),
    ],
)  # fmt: skip
def test_a_second_record_makes_a_list(tmp_path, before, after):
    rest = ["      - id: b", "        title: Hai"]
    text = record(tmp_path, tasks(*RECURRING, *before, *rest), **SECOND)
    assert text == tasks(*RECURRING, *after, *rest)


@pytest.mark.parametrize(
    ("written", "said", "after"),
    [
        ("{state: running, date: 1/4/2026}", DONE,
         "{state: done, date: 2026-06-12, evidence: 15/BC-UBND}"),
        ("{state: 'done', date: 12/6/2026, evidence: x}", DONE,
         "{state: 'done', date: 12/6/2026, evidence: 15/BC-UBND}"),
        ('{"state": "done", "date":"12/6/2026", "evidence":"x", note: y}', DONE,
         '{"state": "done", "date":"12/6/2026", "evidence":15/BC-UBND, note: y}'),
        ("{state: done, date: 12/6/2026, evidence: 15/BC-UBND, note: y}  # z", {"note": ""},
         "{state: done, date: 12/6/2026, evidence: 15/BC-UBND}  # z"),
        ("{state: done, date: 12/6/2026, evidence: , note: }", {"note": "z"},
         "{state: done, date: 12/6/2026, evidence: , note: z }"),
        ("\n          state: done\n          note:  # x\n          date: 12/6/2026", {"note": "z"},
         "\n          state: done\n          note: z  # x\n          date: 12/6/2026"),
        ("{note: y, state: done, date: 12/6/2026}", {"note": ""},
         "{state: done, date: 12/6/2026}"),
        ("\n          state: done # a\n          evidence: x  # b\n          # c\n"
         "          date: 12/6/2026", DONE,
         "\n          state: done # a\n          evidence: 15/BC-UBND  # b\n          # c\n"
         "          date: 12/6/2026"),
        ("\n          state: done # a\n          note: |  # b\n            x\n            y\n\n"
         "          # c\n          date: 12/6/2026 # d", {"note": "z", "evidence": "w"},
         "\n          state: done # a\n          note: z  # b\n\n"
         "          # c\n          date: 12/6/2026 # d\n          evidence: w"),
        ("\n          note: x  # b\n          state: done\n          date: 12/6/2026",
         {"note": ""}, "\n          state: done\n          date: 12/6/2026"),
        ("\n        -\n          state: done\n          date: 12/6/2026", {"note": "x"},
         "\n        -\n          state: done\n          date: 12/6/2026\n          note: x"),
        ("\n        - note: x # y\n          state: done\n          date: 12/6/2026", {"note": ""},
         "\n        - state: done\n          date: 12/6/2026"),
    ],
)  # fmt: skip
def test_a_correction_changes_only_the_values_that_differ(tmp_path, written, said, after):
    def around(value: str) -> str:
        lines = ("      - id: a", f"        progress: {value}".replace(": \n", ":\n"))
        return tasks(*lines, "        title: Một", "      # hết")

    assert record(tmp_path, around(written), **said) == around(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["        progress: {state: running}  # x", "        note: y"], ["        note: y"]),
        (["        progress:", "          # x", "          state: running", "        # y"],
         ["        # y"]),
        (["        progress:", "        - state: running", "          note: z # x", "", "      # y"],
         ["", "      # y"]),
        (["        progress:", "          state: running", "          note: |+", "            x", "",
          "        note: y"], ["        note: y"]),
        (["        progress: [{state: running}]"], []),
    ],
)  # fmt: skip
def test_taking_back_the_only_record_takes_the_key(tmp_path, before, after):
    lines = ("      - id: a", "        title: Một")
    assert record(tmp_path, tasks(*lines, *before), withdraw=True) == tasks(*lines, *after)


def test_taking_back_a_record_that_stands_first(tmp_path):
    before = tasks("      - progress: {state: running} # x", "        id: a", "        title: Một")
    after = tasks("      - id: a", "        title: Một")
    assert record(tmp_path, before, withdraw=True) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a, progress: {state: done}, title: Một", "id: a, title: Một"),
        ("progress: {state: done}, id: a, title: Một", "id: a, title: Một"),
        ("id: a, title: Một, # x\n         progress: {state: done}, # y\n",
         "id: a, title: Một, # x\n          # y\n"),
        ("progress: {state: done}, # x\n         id: a, title: Một",
         " # x\n         id: a, title: Một"),
        ("id: a, # x\n         progress: {state: done}, title: Một",
         "id: a, # x\n         title: Một"),
    ],
)  # fmt: skip
def test_taking_back_a_record_in_braces(tmp_path, before, after):
    def around(value: str) -> str:
        return tasks(f"      - {{{value}        }}")

    assert record(tmp_path, around(before), withdraw=True) == around(after)


THREE = (
    "        progress:",
    "          # một",
    "          - {state: running, occurrence: 2026-Q1}  # a",
    "          # hai",
    "          -",
    "            state: running",
    "            occurrence: 2026-Q2  # b",
    "          # ba",
    "          - state: running",
    "            occurrence: 2026-Q3",
    "          # hết",
)


@pytest.mark.parametrize(("period", "gone"), [("Q1", {2}), ("Q2", {4, 5, 6}), ("Q3", {8, 9})])
def test_taking_back_one_of_several_records_takes_its_lines(tmp_path, period, gone):
    kept = [line for n, line in enumerate(THREE) if n not in gone]
    text = record(tmp_path, tasks(*RECURRING, *THREE), withdraw=True, occurrence=f"2026-{period}")
    assert text == tasks(*RECURRING, *kept)


LAYOUTS = {
    "lines": "      - id: a  # x\n        title: Một\n        deadline: {deadline}  # y\n",
    "braces": "      - {{id: a, title: Một, deadline: {deadline}}}  # x\n",
    "wide": "      -   id: a\n          deadline: '{deadline}'\n          title: >-\n            Một\n",
    "kept": "      - id: a\n        deadline: {deadline}\n        title: |+\n          Một\n\n\n",
}
BREAKS = ("\n", "\r\n")
RESTS = ("", "      # ghi chú\n\n      - id: b\n        title: Hai\n")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ending", BREAKS, ids=repr)
def test_taking_back_restores_every_byte(tmp_path, layout, ending):
    for mark, rest, last, deadline in itertools.product(
        (b"", b"\xef\xbb\xbf"), RESTS, (True, False), ("Quý I", "Hằng quý")
    ):
        text = HEAD + tasks().rstrip("\n") + "\n" + LAYOUTS[layout].format(deadline=deadline) + rest
        text = text if last or layout == "kept" else text.rstrip("\n")
        before = mark + text.replace("\n", ending).encode()
        path = workspace(tmp_path, before)
        periods = ("2026-Q2", "2026-Q1", "2026-Q4") if deadline == "Hằng quý" else (None,)
        steps = []
        for period in periods:
            steps.append(path.read_bytes())
            make(path, "a", occurrence=period, **DONE)
            assert len(path.read_bytes()) > len(steps[-1])
            assert path.read_bytes().startswith(mark)
            foreign = path.read_bytes().decode().replace(ending, "")
            assert "\n" not in foreign
            assert "\r" not in foreign
        again = path.read_bytes()
        make(path, "a", occurrence=periods[-1], **DONE)
        assert path.read_bytes() == again
        assert len(required_plan(load(path)).appendices[0].tasks[0].progress) == len(periods)
        for period, step in zip(reversed(periods), reversed(steps), strict=True):
            make(path, "a", occurrence=period, withdraw=True)
            assert path.read_bytes() == step


def test_both_parsers_lead_to_the_same_bytes(tmp_path, monkeypatch):
    before = tasks("      - id: a", "        note: |+", "          x", "", "        title: Một # y")
    fast = record(tmp_path, before)
    monkeypatch.setitem(__import__("sys").modules, "_ruamel_yaml", None)
    assert record(tmp_path, before) == fast
