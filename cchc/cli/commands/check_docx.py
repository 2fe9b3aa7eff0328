"""`cchc check-docx`: any Word document against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli import options
from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "check"
HELP = say(
    "Check Word documents against Nghị định 30/2020/NĐ-CP: page, letters, components, tables.\n\n"
    "First comes what the document is (kế hoạch, quyết định, công văn, tờ trình, báo cáo, thông "
    "báo, công điện, giấy mời, biên bản, phụ lục ...), then it is judged by the form of that kind; "
    "of other documents only the page is judged. Exit code 1 "
    "when there is an error, 0 otherwise, 2 when a file cannot be read: the others are checked. --annotate also "
    "writes a copy with the findings as comments.\n\n"
    "Examples:\n\n"
    "  cchc check-docx out/phu-thinh.docx\n\n"
    "  cchc check-docx *.docx --format json\n\n"
    "  cchc check-docx ke-hoach.docx --annotate\n\n"
    "  cchc check-docx --codes"
)


def command(
    files: Annotated[list[Path] | None, typer.Argument(help=_("Word documents (.docx)."))] = None,
    form: options.FindingsFormat = Format.TEXT,
    every: options.Every = False,
    codes: Annotated[bool, typer.Option("--codes", help=_("List all codes, and stop."))] = False,
    annotate: options.Annotate = False,
    output: options.AnnotateTo = None,
    force: options.AnnotateOver = False,
    today: options.AnnotateDay = None,
) -> int:
    from cchc.app.annotate import remarks_of_layout
    from cchc.app.check_docx import check_documents
    from cchc.cli.annotate import copies_of, write_copy
    from cchc.cli.unread import report_refused
    from cchc.model.finding import Severity
    from cchc.outputs import docx_findings

    if codes:
        _list_codes()
        return 0
    if not files:
        raise UserError(say("which document? FILE is missing"), say("name a .docx file"))
    copies = copies_of(files, output, today, annotate=annotate, force=force)
    checked, refused = check_documents(files)
    code = report_refused(refused)
    if not checked:
        return code
    found = [entry for document in checked for entry in document.entries]
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("docx-diagnostics", docx_findings.content(found, len(checked)))
    else:
        from cchc.outputs.layout import is_rich

        typer.echo(docx_findings.text(found, every=every, rich=is_rich()), nl=False)
        typer.echo(str(docx_findings.summary(found, len(checked))))
    if copies is not None:
        for document in checked:
            write_copy(copies, document.path, remarks_of_layout(document.findings))
    return code or int(any(one.finding.severity is Severity.ERROR for one in found))


def _list_codes() -> None:
    from cchc.app.check_docx import all_faults
    from cchc.outputs import table
    from cchc.outputs.diagnostics import LABELS

    columns = [
        table.TextColumn(say("Code")), table.TextColumn(say("Name")),
        table.TextColumn(say("Level")), table.TextColumn(say("Source"), 1),
    ]  # fmt: skip
    rows = [(one.code, one.name, str(LABELS[one.severity]), one.source) for one in all_faults()]
    table.write(columns, rows)
