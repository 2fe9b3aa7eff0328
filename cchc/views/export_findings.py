"""Every finding as one row, with the plan it is about as far as that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cchc.model.finding import Diagnostic
from cchc.views.export import OF_PLAN, ExportColumn, Row, Value

COLUMNS = (
    *OF_PLAN,
    ExportColumn("path"),
    ExportColumn("line", "integer"),
    ExportColumn("column", "integer"),
    ExportColumn("code"),
    ExportColumn("name"),
    ExportColumn("severity"),
    ExportColumn("message"),
    ExportColumn("help"),
    ExportColumn("beside"),
    ExportColumn("as_of", "date"),
    ExportColumn("cchc_version"),
)


def finding_rows(found: Iterable[Diagnostic], about: Mapping[str, Value]) -> Iterator[Row]:
    """Yield the findings of one file; `about` is what is known of its plan."""
    for one in found:
        finding = one.finding
        made = {
            **about, "path": one.path, "line": one.span.line, "column": one.span.column,
            "code": finding.code, "name": finding.name, "severity": finding.severity.value,
            "message": str(finding.message), "help": str(finding.help) if finding.help else None,
            "beside": one.beside or None,
        }  # fmt: skip
        yield tuple(made.get(column.name) for column in COLUMNS)
