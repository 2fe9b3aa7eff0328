"""What is offered where, while a line is half typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.lsp.completion import complete, cursor_at
from cchc.lsp.plan_text import PlanText
from tests.lsp.test_server import PLAN

TASKS = PLAN[: PLAN.index("        product")]


@pytest.mark.parametrize(
    ("typed", "path", "is_value"),
    [
        ("        lead: [", ("appendices", "tasks", "lead"), True),
        ("        lead: [vh-xh, ", ("appendices", "tasks", "lead"), True),
        ("        lead:\n          - ", ("appendices", "tasks", "lead"), True),
        ("        deadline: ", ("appendices", "tasks", "deadline"), True),
        ("        pro", ("appendices", "tasks"), False),
        ("      - ", ("appendices", "tasks"), False),
        ("      - {id: x, lead: [", ("appendices", "tasks", "lead"), True),
        ("      - {id: x, ", ("appendices", "tasks"), False),
        ("kind: ", ("kind",), True),
        ("op", (), False),
        ("document: {", ("document",), False),
        ("        progress: {state: ", ("appendices", "tasks", "progress", "state"), True),
        ("    areas:\n      - subject: ", ("appendices", "areas", "subject"), True),
    ],
)
def test_the_cursor_knows_the_keys_above_it(typed, path, is_value):
    text = TASKS + typed
    assert cursor_at(text, len(text)) == (path, is_value)


def test_nothing_is_offered_in_a_comment():
    text = f"{TASKS}# lead: ["
    assert cursor_at(text, len(text)) is None


def _offered(typed: str) -> list[str]:
    before = PlanText(Path("plans/a.yaml"), PLAN)
    text = TASKS + typed
    document = PlanText(Path("plans/a.yaml"), text, last_plan=before.plan)
    return [one.label for one in complete(document, len(text))]


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("        lead: [", "kinh-te"), ("        deadline: ", "Trước 30/11/2026"),
        ("        ", "funding"), ("kind: ", "par-index"),
        ("        progress: {state: ", "running"), ("", "appendices"),
    ],
)  # fmt: skip
def test_ids_phrases_words_and_keys_are_offered(typed, offers):
    assert offers in _offered(typed)
