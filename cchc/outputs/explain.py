"""The pages of codes, for people and as the JSON kinds `page` and `pages`."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from typing import Any

from cchc.messages import _, say
from cchc.outputs import json, table
from cchc.outputs.diagnostics import LABELS
from cchc.outputs.layout import width
from cchc.rules._catalogue import CodeEntry

WIDEST = 100
"""Prose is not set wider than this, however wide the terminal."""


def write(entry: CodeEntry, *, as_json: bool) -> None:
    """Write one page to standard output."""
    if as_json:
        json.write("page", _content(entry))
        return
    out = [f"{entry.code} {entry.name} ({LABELS[entry.severity]})", ""]
    columns = min(width(), WIDEST)
    out += textwrap.wrap(str(entry.about), columns)
    if page := entry.page:
        for heading, text in ((say("Why"), page.why), (say("Source"), page.source)):
            out += ["", *textwrap.wrap(f"{heading}: {_(text)}", columns)]
        for heading, yaml in ((say("Wrong"), page.bad), (say("Right"), page.good)):
            out += ["", f"{heading}:", "", textwrap.indent(yaml.rstrip(), "    ")]
        allow = say("To allow it in one place: # cchc: allow {code} - reason", code=entry.code)
        out += ["", *textwrap.wrap(str(allow), columns)]
    elif entry.source:
        out += ["", *textwrap.wrap(f"{say('Source')}: {entry.source}", columns)]
    sys.stdout.write("\n".join(out) + "\n")


def write_list(entries: Sequence[CodeEntry], *, as_json: bool) -> None:
    """Write every code, one line each, to standard output."""
    if as_json:
        json.write("pages", {"pages": [_content(entry) for entry in entries]})
        return
    columns = [
        table.TextColumn(say("Code")), table.TextColumn(say("Name")),
        table.TextColumn(say("Level")), table.TextColumn(say("What is wrong"), 1),
    ]  # fmt: skip
    rows = [
        [entry.code, entry.name, str(LABELS[entry.severity]), str(entry.about)] for entry in entries
    ]
    table.write(columns, rows)


def _content(entry: CodeEntry) -> dict[str, Any]:
    page = entry.page
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.value,
        "about": str(entry.about),
        "why": _(page.why) if page else None,
        "source": _(page.source) if page else entry.source or None,
        "bad": page.bad if page else None,
        "good": page.good if page else None,
    }
