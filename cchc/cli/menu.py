"""What `cchc` without words shows at a terminal: a few things to do by number.

Each step asks what it needs and then runs one command, which it shows: nothing here can be done that
the commands cannot do.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from cchc.cli.output import meaning
from cchc.messages import Message, one_line, say

RunCommand = Callable[[Sequence[str]], int]
"""Runs a command line and tells of its own failures."""

FEW = 20
"""Plans that are listed to choose from; of more, part of a name is asked."""


class _LeaveError(Exception):
    """The person wants back to the menu."""


class MenuEntry(NamedTuple):
    """A line of the menu: what it says, and what asks for the words of its command."""

    title: Message
    words: Callable[[], list[str]]


def menu(run: RunCommand) -> int:
    """Show the menu until the person leaves; `run` carries out the commands. Return the exit code."""
    while True:
        _show()
        try:
            chosen = _ask(say("Number:"))
        except (EOFError, _LeaveError):
            return 0
        if chosen == "0":
            return 0
        if not (chosen.isdecimal() and 1 <= int(chosen) <= len(STEPS)):
            _tell(say("type a number from 0 to {last}", last=len(STEPS)))
            continue
        try:
            _begin(run)
            _run(run, STEPS[int(chosen) - 1].words())
            _ask(say("Enter: back to the menu"), optional=True)
        except _LeaveError:
            continue
        except EOFError:
            return 0


def _show() -> None:
    _tell("")
    _tell(say("cchc: plans of administrative reform, in {folder}", folder=Path.cwd()))
    for number, step in enumerate(STEPS, start=1):
        _tell(f"  {number}. {step.title}")
    _tell(f"  0. {say('Leave')}")


def _begin(run: RunCommand) -> None:
    """Make the folder a workspace, where it is none and the person wants it."""
    from cchc.read.folders import find_root, is_workspace

    if is_workspace(find_root(Path.cwd())):
        return
    wanted = _ask(say("This folder has no place for plans yet. Make it here? (c: yes)"))
    if not meaning(wanted):
        _tell(say("nothing is written"))
        raise _LeaveError
    _run(run, ["init"])


def _run(run: RunCommand, words: list[str]) -> None:
    shown = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
    _tell(f"\n> cchc {one_line(shown)}")
    run(words)


def _import() -> list[str]:
    return ["import", _file(say("Drag the Word file in here (or type its path), then Enter:"))]


def _due() -> list[str]:
    return ["due", "--within", "7"]


def _brief() -> list[str]:
    return ["brief", _plan(), "--open"]


def _progress() -> list[str]:
    plan = _plan()
    task = _ask(say("Number of the task, as printed (17, or 1.1):"))
    states = ("done", "running", "suspended")
    chosen = _ask(say("1 done, 2 running, 3 suspended:"))
    state = states[int(chosen) - 1] if chosen in ("1", "2", "3") else chosen
    words = ["progress", plan, task, "--state", state]
    for option, question in (
        ("--date", say("Date, such as 12/6/2026 (Enter: none):")),
        ("--evidence", say("Document that proves it, such as 15/BC-UBND (Enter: none):")),
        ("--occurrence", say("Recurring work: which period, such as 2026-Q2 (Enter: none):")),
    ):
        if answer := _ask(question, optional=True):
            words += [option, answer]
    return words


def _render() -> list[str]:
    return ["render", _plan(), "--open"]


def _update() -> list[str]:
    plan = _plan()
    return [
        "import",
        _file(say("Drag the edited Word file in here, then Enter:")),
        "--update",
        plan,
    ]


STEPS = (
    MenuEntry(say("Take in a plan from a Word file"), _import),
    MenuEntry(say("What is due this week"), _due),
    MenuEntry(say("One page for the meeting"), _brief),
    MenuEntry(say("Record what is done"), _progress),
    MenuEntry(say("Print a plan as a Word document"), _render),
    MenuEntry(say("Take back a printed plan that was edited in Word"), _update),
)


def _plan() -> str:
    from cchc.read.folders import PLANS, find_root, plan_id
    from cchc.read.workspace import plan_files

    ids = [plan_id(path) for path in plan_files(find_root(Path.cwd()) / PLANS)]
    if len(ids) == 1:
        return ids[0]
    if len(ids) > FEW or not ids:
        return _ask(say("Which plan (the beginning of its name):"))
    for number, name in enumerate(ids, start=1):
        _tell(f"  {number}. {name}")
    chosen = _ask(say("Which plan (its number or name):"))
    return ids[int(chosen) - 1] if chosen.isdecimal() and 1 <= int(chosen) <= len(ids) else chosen


def _file(question: Message) -> str:
    return dragged(_ask(question))


def _ask(question: Message, *, optional: bool = False) -> str:
    """Return the answer; an empty one leads back to the menu, where one is needed."""
    answer = input(f"{question} ").strip()
    if not answer and not optional:
        raise _LeaveError
    return answer


def _tell(text: Message | str) -> None:
    sys.stdout.write(f"{text}\n")


def dragged(text: str) -> str:
    """Return the path that was meant by `text`: the first reading that is there, else the plainest."""
    readings = list(_readings(text.strip()))
    return next((one for one in readings if _is_there(one)), readings[-1])


def _readings(text: str) -> Iterator[str]:
    yield text
    if text.startswith("file:"):
        yield url2pathname(unquote(urlsplit(text).path))
        return
    text = text.removeprefix("& ")  # PowerShell
    if os.name != "nt":
        with suppress(ValueError):
            words = shlex.split(text)
            yield " ".join(words)
        yield re.sub(r"\\(.)", r"\1", text)
    yield text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
