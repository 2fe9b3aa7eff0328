"""Answers as JSON, in the form docs/json.md keeps stable."""

from __future__ import annotations

import json as _json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cchc.messages import visible

SCHEMA_VERSION = 1


def dumps(kind: str, content: Mapping[str, Any]) -> str:
    """Return `{"schema_version": 1, "kind": kind, ...content}`; dates as ISO text."""
    whole = {"schema_version": SCHEMA_VERSION, "kind": kind, **content}
    text = _json.dumps(whole, ensure_ascii=False, indent=2, default=_plain)
    return harmless(text) + "\n"


def harmless(text: str) -> str:
    """Return JSON that says the same and does nothing to a terminal or the log of a workflow."""
    if visible(text) != text:
        text = "".join(c if visible(c) == c else f"\\u{ord(c):04x}" for c in text)
    return text.replace("##[", "#\\u0023[").replace("##vso[", "#\\u0023vso[")


def write(kind: str, content: Mapping[str, Any]) -> None:
    """Write `dumps(kind, content)` to standard output."""
    sys.stdout.write(dumps(kind, content))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return value.as_posix()
    return str(value)
