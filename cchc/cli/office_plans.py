"""`cchc validate` on the Word, Excel and text files of offices: checked as plans, nothing written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.app.import_ import Imported
    from cchc.cli.annotating import Copies
    from cchc.model.finding import Place as KeyPath
    from cchc.outputs.paper_findings import PaperFinding
    from cchc.rules._settings import Settings

SUFFIXES = (
    ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".ods", ".txt", ".md",
)  # fmt: skip
"""The papers of offices, known by their names: a plan file ends in .yaml."""
PLANS = (".yaml", ".yml")


_SAID = frozenset({"lead", "support", "leads", "units", "groups", "subject", "role", "kind", "id"})
"""Keys whose values are not words of the paper."""


def papers_among(names: Sequence[str]) -> list[Path]:
    """Return the papers among what a command was asked to look at.

    Raises:
        UserError: papers and plan files are asked for together.
    """
    papers = [Path(name) for name in names if name.lower().endswith(SUFFIXES)]
    if papers and len(papers) < len(names):
        raise UserError(
            say("papers of offices and plan files cannot be checked in one run"),
            say("name the Word, Excel and text files apart"),
        )
    for name in names:
        if not name.lower().endswith((*SUFFIXES, *PLANS)) and Path(name).is_file():
            raise UserError(
                say("“{path}” is neither a plan nor a paper that cchc reads", path=name),
                say("plans end in .yaml or .yml; papers in .docx, .xlsx, .txt and the like"),
            )
    return papers


def validate_papers(
    papers: Sequence[Path], chosen: Settings, *, form: Format, every: bool, changes: bool,
    copies: Copies | None = None,
) -> int:  # fmt: skip
    """Check each paper as the plan it holds; places are those of the paper.

    Args:
        papers: the files.
        chosen: which codes count, and how much.
        form: how to write the findings.
        every: show every repetition in full.
        changes: whether the run was asked to mend or to report in other formats too.
        copies: where copies go that have the findings as comments; None for no copies.

    Raises:
        UserError: a file cannot be read or is no plan, or changes are asked for.
    """
    from cchc.outputs import paper_findings

    if changes:
        raise UserError(
            say(
                "a paper is only checked: --fix, --diff, --report and --statistics need a plan file"
            ),
            say("“cchc import {path}” makes one of it", path=papers[0]),
        )
    found: list[PaperFinding] = []
    fails = False
    for path in papers:
        told, bad = _findings(path, chosen)
        found += told
        fails = fails or bad
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("diagnostics", paper_findings.content(found, len(papers)))
    else:
        from cchc.outputs.diagnostics import closing
        from cchc.outputs.terminal import is_rich

        typer.echo(paper_findings.text(found, every=every, rich=is_rich()), nl=False)
        typer.echo(str(closing(paper_findings.content(found, len(papers))["summary"])))
        for path in papers:
            typer.echo(
                str(say("“cchc import {path}” makes a plan file of it", path=path)), err=True
            )
    if copies is not None:
        from cchc.cli.annotating import remarks_of_plan

        for path in papers:
            copies.write(path, remarks_of_plan(one for one in found if one.path == str(path)))
    return int(fails)


def _findings(path: Path, chosen: Settings) -> tuple[list[PaperFinding], bool]:
    """Return what is wrong with a paper, in its order, and whether that is bad enough to fail."""
    from cchc.app.import_ import import_paper
    from cchc.outputs.paper_findings import PaperFinding
    from cchc.outputs.paper_words import in_paper
    from cchc.read.load import read_source
    from cchc.read.register import find_register
    from cchc.rules import diagnose
    from cchc.rules._facts import Facts

    imported = import_paper(path)
    for note in imported.found.notes:
        typer.echo(f"{path}: {note}", err=True)
    source = read_source(path, imported.text(""))
    register = find_register(Path.cwd())
    known = register.register if register else None
    told = diagnose(
        source, facts=Facts(source.plan, known, source.decomposed) if source.plan else None
    )
    if source.plan is None:
        filled, put = imported.stood_in()
        again = read_source(path, filled.text(""))
        if again.plan is not None:  # only blanks were wrong: the rules can look at the rest
            more = diagnose(again, facts=Facts(again.plan, known, again.decomposed))
            told += [one for one in more if not _within(one.finding.place, put)]
    judged = chosen.apply(told)
    found = [
        PaperFinding(str(path), in_paper(one.finding), imported.place(one.finding.place),
                     _words(imported, one.finding.place))
        for one in judged
    ]  # fmt: skip
    ordered = sorted(found, key=lambda one: (_order(one), one.finding.code))
    return ordered, chosen.fails(judged)


def _within(place: KeyPath, put: frozenset[KeyPath]) -> bool:
    """Tell whether a finding is about a value that no paper holds."""
    return any(place[: len(path)] == path for path in put)


def _order(one: PaperFinding) -> tuple[int, ...]:
    place = one.place
    if place is None or not any(place):
        return (0,)
    return (1, place.line, bool(place.table), place.paragraph, place.table, place.row, place.cell)


def _words(imported: Imported, path: KeyPath) -> str:
    """Return the text at `path` of the plan, or nothing when it is no single text."""
    keys = [part for part in path if isinstance(part, str)]
    if keys and keys[-1] in _SAID:
        return ""  # ids: the paper has other words there
    value: object = imported.found.data
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif part == "text" and isinstance(value, str):
            pass  # a section of nothing but text is that text
        else:
            return ""
    return value if isinstance(value, str) else ""
