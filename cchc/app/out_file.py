"""Which file an answer may be written to: none whose ending says something else, no plan, and no
workbook of somebody else."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say

_PLAIN = (".txt", ".md", ".log")
_ENDINGS = {
    "text": _PLAIN,
    "markdown": (".md", ".markdown", ".txt"),
    "json": (".json", ".txt"),
    "jsonl": (".jsonl", ".ndjson", ".txt"),
    "csv": (".csv", ".txt"),
    "html": (".html", ".htm"),
    "yaml": (".yaml", ".yml"),
    "docx": (".docx", ".docm"),
    "github": _PLAIN,
    "sarif": (".sarif", ".json", ".txt"),
    "junit": (".xml", ".txt"),
}
"""The endings of formats whose name is not their one ending, the usual one first."""
_OTHERS = (
    ".doc", ".odt", ".rtf", ".pdf", ".pptx", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".ics",
    ".parquet", ".tsv", ".toml", ".zip", ".png", ".jpg", ".jpeg",
)  # fmt: skip
_KNOWN = frozenset(_OTHERS).union(*_ENDINGS.values())


def _endings(form: str) -> tuple[str, ...]:
    """Return the endings that a file of this format may have, the usual one first: its name, mostly."""
    return _ENDINGS.get(form, (f".{form}",))


def check_place(path: Path | None, form: str, offered: Collection[str] = ()) -> None:
    """Refuse a file that an answer in the format `form` must not go to; None: standard output.

    `offered`: the formats that the command can write.

    Raises:
        UserError: the name says that another format is in it, or a plan of the workspace or a
            workbook of somebody else is there. What writes plans has its own way to ask about that.
    """
    if path is None:
        return
    from cchc.edit.files.write import is_stream

    if is_stream(path):
        return
    if form != "yaml":
        refuse_plan(path)
    if form == "xlsx" and _is_foreign_workbook(path):
        raise UserError(
            say("{path} is a workbook that cchc did not write and stays; nothing is written", path=path),
            say("name another file with -o"),
        )  # fmt: skip
    ending = path.suffix.casefold()
    fits = _endings(form)
    wanted = next((one for one in offered if ending == _endings(one)[0]), None)
    if ending in fits or not (wanted or ending in _KNOWN):
        return
    raise UserError(
        say("{path}: {format} does not go into a file that ends in {ending}; nothing is written",
            path=path, format=form, ending=path.suffix),
        say("add --format {format}, or end the name in {ending}", format=wanted, ending=fits[0])
        if wanted
        else say("end the name in {ending}", ending=fits[0]),
    )  # fmt: skip


def refuse_plan(path: Path) -> None:
    """Refuse to write something else over a plan, under whatever name it is reached.

    Raises:
        UserError: as said.
    """
    if is_plan(path):
        raise UserError(
            say("{path} is a plan of this workspace and stays; nothing is written", path=path),
            say("name another file with -o"),
        )


def is_plan(path: Path) -> bool:
    """Tell whether a plan file of the workspace is there, links followed."""
    from cchc.read.folders import PLANS, find_root
    from cchc.read.workspace import plan_files

    try:
        there = path.stat()
    except OSError:
        return False
    for plan in plan_files(find_root(Path.cwd()) / PLANS):
        try:
            if os.path.samestat(plan.stat(), there):
                return True
        except OSError:
            continue
    return False


def _is_foreign_workbook(path: Path) -> bool:
    """Tell whether a workbook is there whose properties do not name cchc as its author."""
    from zipfile import BadZipFile, ZipFile

    try:
        if not path.stat().st_size:
            return False
        with ZipFile(path) as package:
            return b">cchc</dc:creator>" not in package.read("docProps/core.xml")
    except KeyError:
        return True
    except (OSError, BadZipFile):
        return False
