"""Any Word document, checked against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cchc.document.check._finding import DocxFinding, LayoutCode
    from cchc.errors import UserError
    from cchc.outputs.docx_findings import ShownFinding


class CheckedDocument(NamedTuple):
    """A Word document, and what is wrong with it."""

    path: Path
    findings: list[DocxFinding]

    @property
    def entries(self) -> list[ShownFinding]:
        """Return the findings in the form that outputs write."""
        return entries_of(str(self.path), self.findings)


def check_documents(paths: Sequence[Path]) -> tuple[list[CheckedDocument], list[UserError]]:
    """Check each document; return also why some were left out.

    Raises:
        UserError: the only one cannot be opened, is no Word document, or is damaged.
    """
    from cchc.app.bulkhead import each_apart
    from cchc.document.check import check_docx

    return each_apart(paths, lambda path: CheckedDocument(path, check_docx(path)))


def all_faults() -> list[LayoutCode]:
    """Return everything that can be found, ordered by code."""
    from cchc.document.check import catalogue

    return list(catalogue().values())


def entries_of(path: str, findings: Iterable[DocxFinding]) -> list[ShownFinding]:
    """Return the findings about the file at `path` in the form that outputs write."""
    from cchc.model.finding import Finding
    from cchc.outputs.docx_findings import ShownFinding

    return [
        ShownFinding(
            path, Finding(one.fault.code, one.fault.name, one.fault.severity, one.found), one.part,
            one.place, one.text, one.wants, one.fault.source,
        )
        for one in findings
    ]  # fmt: skip
