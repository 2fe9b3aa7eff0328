"""Diagnostics as SARIF 2.1.0, which code-scanning services and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 plus Errata 01.
"""

from __future__ import annotations

import hashlib
import json
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cchc import __version__
from cchc.messages import _, language, say
from cchc.model.finding import Diagnostic, Severity
from cchc.outputs.json import harmless
from cchc.read.folders import plan_id
from cchc.rules._catalogue import CodeEntry, plan_codes

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""What relative addresses count from; whoever reads the file knows where that is."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def dumps(found: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Return the whole file; `sources` has the text of each path."""
    return harmless(json.dumps(log(found, sources), ensure_ascii=False, indent=1)) + "\n"


def log(found: Sequence[Diagnostic], sources: Mapping[str, str]) -> dict[str, Any]:
    """Return the file as plain data: every code there is, and what was found."""
    entries = list(plan_codes().values())
    index = {entry.code: n for n, entry in enumerate(entries)}
    texts = {path: _Offsets(text) for path, text in sources.items()}
    seen: Counter[str] = Counter()
    results = []
    for one in found:
        text = texts.setdefault(one.path, _Offsets(""))
        mark = _mark(one, text)
        seen[mark] += 1
        results.append(_result(one, text, index, f"{mark}:{seen[mark]}"))
    driver = {
        "name": "cchc",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(entry) for entry in entries],
    }
    run = {
        "tool": {"driver": driver},
        "language": language(),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n"],  # what the places of findings count
        "originalUriBaseIds": {
            ROOT: {
                "description": {
                    "text": str(say("the repository, or else the folder in which cchc ran"))
                }
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(entry: CodeEntry) -> dict[str, Any]:
    about = str(entry.about)
    why = _(entry.page.why) if entry.page else about
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": about},
        "fullDescription": {"text": why},
        "help": {"text": _help(entry, marked=False), "markdown": _help(entry, marked=True)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _help(entry: CodeEntry, *, marked: bool) -> str:
    """Return the page of a code, as plain text or as Markdown."""
    about, page = str(entry.about), entry.page
    if page is None:
        return about
    out = [about]
    for heading, text in ((say("Why"), page.why), (say("Source"), page.source)):
        out.append(f"**{heading}:** {_(text)}" if marked else f"{heading}: {_(text)}")
    for heading, yaml in ((say("Wrong"), page.bad), (say("Right"), page.good)):
        out.append(f"**{heading}:**\n\n```yaml\n{yaml}```" if marked else f"{heading}:\n\n{yaml}")
    allow = say("To allow it in one place: # cchc: allow {code} - reason", code=entry.code)
    return "\n\n".join([*out, str(allow)])


def _result(
    one: Diagnostic, text: _Offsets, index: Mapping[str, int], fingerprint: str
) -> dict[str, Any]:
    finding, at = one.finding, one.span
    region = {
        "startLine": at.line, "startColumn": at.column,
        "endLine": at.end_line, "endColumn": at.end_column,
    }  # fmt: skip
    place = _address(one.path)
    message = f"{finding.message}\n{finding.help}" if finding.help else str(finding.message)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        "partialFingerprints": {"cchcFinding/v1": fingerprint},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if one.edits:
        replacements = [
            {
                "deletedRegion": text.region(edit.start, edit.stop),
                "insertedContent": {"text": edit.text},
            }
            for edit in one.edits
        ]
        what = say("may change the meaning: look at it") if finding.unsafe else say("safe to apply")
        result["fixes"] = [
            {
                "description": {"text": str(what)},
                "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
            }
        ]
    return result


def _address(path: str) -> dict[str, str]:
    here = Path(path)
    if here.is_absolute():
        return {"uri": here.as_uri()}
    return {"uri": quote(os.fsencode(here.as_posix())), "uriBaseId": ROOT}


def _mark(one: Diagnostic, text: _Offsets) -> str:
    """Return what stays the same while lines and printed numbers around the place shift."""
    known = (one.finding.code, plan_id(Path(one.path)), text.line(one.span.line).strip())
    whole = "\0".join(known).encode("utf-8", "surrogateescape")
    return hashlib.sha256(whole).hexdigest()[:24]


class _Offsets:
    """A text by lines: offsets become lines and columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end + 1 for end, mark in enumerate(text) if mark == "\n")]

    def region(self, start: int, stop: int) -> dict[str, int]:
        (line, column), (end_line, end_column) = self._position(start), self._position(stop)
        return {
            "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        }  # fmt: skip

    def line(self, number: int) -> str:
        if number > len(self._starts):
            return ""
        stop = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : stop]

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
