"""A finding speaks the language of the run that shows it, whoever judged, and when."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from cchc import messages
from cchc.messages import Listed, Message, Number, say
from cchc.model.finding import Diagnostic, Finding, Severity, Span
from cchc.outputs import diagnostics
from cchc.read.load import read_source
from cchc.read.register import read_register
from cchc.rules import all_rules, rule_name
from cchc.store.findings import diagnostic, row

from .all_findings import diagnose_all
from .pages import example, whole_plan

ROOT = Path(__file__).parent.parent.parent / "cchc"
ROOMS = (
    "rules", "read", "language", "model", "intake", "store", "word", "views", "document", "edit", "app",
)  # fmt: skip
"""Where messages are made, and none is written."""
WRITTEN = {
    "app/import_.py": ["str(message)"],  # remarks, when the plan file is written
    "app/updated_text.py": ["{new.findings[0].message}"],  # an exception of Python
    "store/results.py": ["language()"],  # a stamp: results of one language are not those of another
    "read/unread.py": ["str(one.message)"],  # the content of JSON, asked for when it is written
    "views/calendar.py": ["language()"],  # names of days off, worked out when they are shown
    "views/export_beside.py": ["str(finding.message)", "str(finding.help)"],  # the row written
    "views/due.py": ["str(SUBJECTS[item.subject])"],  # compared with what was asked for
    "document/template/expressions.py": ["str(fault)"],  # an exception of Python
    "document/brief_chat.py": ["{KINDS[plan.kind].reported}"],  # Vietnamese, as on paper
    "edit/begin/carry_forward.py": ["{reason}"],  # words of a plan
    "edit/progress/bulk.py": ["{fault.where}", "{fault.header}"],  # words of a sheet
    "language/deadline/outcome.py": ["str(self.message)"],  # how an exception shows itself
}
SPEAKING = {"say", "message", "hint", "help", "reason", "fault", "called"}


def examples() -> list[object]:
    return [pytest.param(rule, id=rule_name(rule)) for rule in all_rules()]


def judged(rule) -> list[object]:
    snippet, _, register = example(rule, "Bad").partition("---\n")
    source = read_source(Path("plan.yaml"), whole_plan(snippet))
    held = read_register(Path("register.yaml"), register).register if register else None
    return diagnose_all([source], register=held)


@pytest.mark.parametrize("rule", examples())
def test_no_message_is_turned_into_text_while_a_plan_is_judged(rule, monkeypatch):
    with monkeypatch.context() as mute:
        mute.setattr(Message, "__str__", lambda self: pytest.fail(f"shown too early: {self.text}"))
        mute.setattr(messages, "_lookup", lambda code: pytest.fail("looked up too early"))
        mute.setattr(messages, "language", lambda: pytest.fail("asked for too early"))
        found = judged(rule)
    assert found


@pytest.mark.parametrize("rule", examples())
@pytest.mark.parametrize(("judging", "showing"), [("en", "vi"), ("vi", "en")])
def test_judged_in_one_language_and_shown_in_the_other_is_the_other(
    rule, monkeypatch, judging, showing
):
    monkeypatch.setenv("CCHC_LANG", judging)
    earlier = judged(rule)
    monkeypatch.setenv("CCHC_LANG", showing)
    now = judged(rule)
    assert diagnostics.content(earlier, 1) == diagnostics.content(now, 1)


def spoken(code: ast.Module, names: set[str] = SPEAKING) -> list[str]:
    """Return what in `code` turns a message into text: `str(say(...))`, f-strings, `_()`."""
    found = []
    for node in ast.walk(code):
        inner: ast.AST | None = None
        if isinstance(node, ast.FormattedValue):
            inner = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("_", "language"):
                found.append(ast.unparse(node))
            if node.func.id == "map" and ast.unparse(node.args[0]) == "str":
                inner = node.args[1]
            elif node.func.id in ("str", "format", "repr") and node.args:
                inner = node.args[0]
        if inner is not None and names & _words(inner):
            found.append(ast.unparse(node))
    return found


def speaking(code: ast.Module) -> set[str]:
    """Return the names in `code` behind which messages are: functions that give them, and tables."""
    found = set()
    for node in code.body:
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            if {"Message", "Words"} & _words(node.returns):
                found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if "say" in _words(node.value):
                found |= {one.id for one in targets if isinstance(one, ast.Name)}
    return found


def _words(node: ast.AST) -> set[str]:
    named = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return named | {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}


def imported(code: ast.Module) -> list[tuple[str, str]]:
    """Return module and name of everything that `code` takes from this package."""
    return [
        (node.module, one.name)
        for node in ast.walk(code)
        if isinstance(node, ast.ImportFrom) and node.module
        for one in node.names
    ]


def test_no_room_that_makes_messages_turns_them_into_text():
    files = {path.relative_to(ROOT).as_posix(): path for path in ROOT.rglob("*.py")}
    made: dict[str, set[str]] = {}
    judged: list[tuple[str, ast.Module]] = []
    for name, path in files.items():
        code = ast.parse(path.read_text(encoding="utf-8"))
        made[f"cchc.{name.removesuffix('.py').replace('/', '.')}"] = speaking(code)
        if name.startswith(ROOMS):
            judged.append((name, code))
    assert len(judged) > 300
    found = set()
    for name, code in judged:
        names = {one for module, one in imported(code) if one in made.get(module, ())}
        for one in spoken(code, SPEAKING | speaking(code) | names):
            if one not in WRITTEN.get(name, ()):
                found.add(f"{name}: {one}")
    assert found == set()


@pytest.mark.parametrize(
    "code",
    ["str(say('x'))", "f'{say(1)}'", "_('x')", "', '.join(map(str, fault.message))", "f'{error.message}'",
     "str(reason(error))", "language()"],
)  # fmt: skip
def test_that_test_sees(code):
    assert spoken(ast.parse(code))


def test_numbers_and_lists_wait_for_the_language_too(monkeypatch):
    message = say("{size} pt", size=Listed((Number(13.5, 1), Number(14, 1))))
    monkeypatch.setenv("CCHC_LANG", "vi")
    assert "13,5, 14" in str(message)
    monkeypatch.setenv("CCHC_LANG", "en")
    assert "13.5, 14" in str(message)


def test_a_kept_list_waits_for_the_language_too(monkeypatch):
    words = Listed((Listed((say("title"), "“x”"), ": "), say("done")), "; ")
    monkeypatch.setenv("CCHC_LANG", "vi")
    one = Diagnostic(
        "x", Span(1, 1, 1, 1, 0, 0), Finding("K", "k", Severity.INFO, say("now {said}", said=words))
    )
    kept = row(one)
    monkeypatch.setenv("CCHC_LANG", "en")
    assert str(diagnostic("x", kept).finding.message) == "now title: “x”; done"
