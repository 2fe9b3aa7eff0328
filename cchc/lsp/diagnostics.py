"""Findings for an editor, and what mends them as code actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from cchc.edit.fix import fix
from cchc.lsp.plan_text import PlanText
from cchc.messages import say
from cchc.model.finding import Diagnostic, Severity

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def as_protocol(document: PlanText, found: Sequence[Diagnostic]) -> list[types.Diagnostic]:
    """Return findings as the protocol has them."""
    return [_shown(document, one) for one in found]


def _shown(document: PlanText, one: Diagnostic) -> types.Diagnostic:
    finding = one.finding
    lines = [str(finding.message), *([str(finding.help)] if finding.help else [])]
    return types.Diagnostic(
        range=document.positions.range(one.span.start, one.span.stop),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        source="cchc",
        message="\n".join(lines),
    )


def actions(
    document: PlanText, found: Sequence[Diagnostic], start: int, stop: int, uri: str
) -> Iterator[types.CodeAction]:
    """Yield what mends the findings between two offsets, then all safe ones of the file at once."""
    for one in found:
        if one.edits and one.span.start <= stop and start <= one.span.stop:
            yield _quick_fix(document, one, uri)
    mended = fix(document.source, document.settings)
    if mended.mended:
        title = str(say("Mend all that is safe in this file ({n})", n=mended.mended))
        edit = _whole(document, mended.text)
        yield types.CodeAction(
            title, kind=types.CodeActionKind.SourceFixAll, edit=types.WorkspaceEdit({uri: [edit]})
        )


def _quick_fix(document: PlanText, one: Diagnostic, uri: str) -> types.CodeAction:
    edits = [
        types.TextEdit(document.positions.range(edit.start, edit.stop), edit.text)
        for edit in one.edits
    ]
    written = " ".join(one.edits[0].text.split())
    title = (
        say("{code}: write “{text}”", code=one.finding.code, text=written[:60])
        if written
        else say("{code}: take it out", code=one.finding.code)
    )
    return types.CodeAction(
        str(title),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_shown(document, one)],
        is_preferred=not one.finding.unsafe,
        edit=types.WorkspaceEdit({uri: edits}),
    )


def _whole(document: PlanText, text: str) -> types.TextEdit:
    """Return the edit that makes `text` of the document: what stands alike at both ends stays."""
    old = document.text
    start = next(
        (n for n, (a, b) in enumerate(zip(old, text, strict=False)) if a != b),
        min(len(old), len(text)),
    )
    tail = 0
    limit = min(len(old), len(text)) - start
    while tail < limit and old[-1 - tail] == text[-1 - tail]:
        tail += 1
    area = document.positions.range(start, len(old) - tail)
    return types.TextEdit(area, text[start : len(text) - tail])
