"""`cchc citation`: how a text is read as citations of documents."""

from __future__ import annotations

from typing import Annotated

import typer

from cchc.cli.options import AnswerFormat, Format
from cchc.messages import _, say

GROUP = "draft"
HELP = say(
    "Show the citations in a text: symbol, class, kind, date, issuer, title, and what is "
    "wrong.\n\n"
    "Exit code 1 if there is no citation, or if one has an error.\n\n"
    "Examples:\n\n"
    '  cchc citation "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ"\n\n'
    '  cchc citation "Nghị định số 118/NĐ-CP ngày 09/6/2025" --format json'
)


def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("Any text, as a plan prints it."))],
    form: AnswerFormat = Format.TEXT,
) -> int:
    import unicodedata

    from cchc.language.citation import find_citations
    from cchc.outputs import citations as written

    found = find_citations(unicodedata.normalize("NFC", text))
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("citations", written.content(found))
    else:
        written.write(found)
    return int(not found or any(citation.problems for citation in found))
