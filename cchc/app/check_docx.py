"""Findings of the document room in the form that outputs write; the two rooms do not meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.document.check._finding import DocxFinding
    from cchc.outputs.docx_findings import Entry


def entries_of(path: str, findings: Iterable[DocxFinding]) -> list[Entry]:
    """Return the findings about the file at `path`, ready to be written."""
    from cchc.outputs.docx_findings import Entry

    return [
        Entry(
            path, one.fault.code, one.fault.name, one.fault.severity, one.part, one.place,
            one.text, one.found, one.wants, one.fault.source,
        )
        for one in findings
    ]  # fmt: skip
