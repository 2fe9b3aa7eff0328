"""The formats of an answer: the modules of a room in `cchc.outputs`, found by listing it."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import typer

from cchc.cli.parser import Choice
from cchc.discover import module as module_of
from cchc.discover import names
from cchc.errors import UserError
from cchc.messages import Message, say


def format_option(room: ModuleType, words: str) -> Any:
    """Return the option that names a format of `room`, text and JSON first; `words` is its help."""
    known = sorted(names(room), key=lambda name: (name != "text", name != "json", name))
    return typer.Option("--format", help=words, click_type=Choice(known))


def refuse_screen(module: ModuleType, output: Path | None, hint: Message) -> None:
    """Refuse to write on the screen what is for a file only.

    Raises:
        UserError: with `hint`, which says how to name a file.
    """
    if output is None and getattr(module, "FILE_ONLY", False):
        raise UserError(say("a workbook cannot be shown on the screen"), hint)


def heeding(room: ModuleType, option: str) -> list[str]:
    """Return the formats of `room` that heed an option of the command."""
    return [name for name in names(room) if heeds(module_of(room, name), option)]


def heeds(module: ModuleType, option: str) -> bool:
    """Tell whether a format heeds an option of the command."""
    return option in getattr(module, "OPTIONS", ())
