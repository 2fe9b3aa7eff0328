"""`cchc link`: a person says which proposals are right, at the terminal or in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.errors import UserError
from cchc.messages import say
from cchc.outputs import link_proposals as words
from cchc.outputs.changes_words import FIELDS

if TYPE_CHECKING:
    from cchc.app.link import Linkable, Looked
    from cchc.model.finding import Place
    from cchc.views.link_proposals import Proposal

Chosen = list[tuple["Place", str]]


def asked(held: Linkable, found: Sequence[Proposal]) -> Chosen:
    """Ask about each task that something fits; what was chosen when the person stops counts."""
    open_ones = [one for one in found if one.candidates]
    hint = say("Enter: the first; 2, 3 or 1,2: these; n: none; PLAN#ID: another one; s: stop here")
    typer.echo(str(hint), err=True)
    chosen: Chosen = []
    for n, one in enumerate(open_ones, start=1):
        typer.echo(f"\n[{n}/{len(open_ones)}] {words.task(one)}", err=True)
        for line in words.candidates(one):
            typer.echo(line, err=True)
        while True:
            answer = typer.prompt(">", default="", show_default=False, prompt_suffix=" ", err=True)
            if answer.strip().casefold() in ("s", "q"):
                return chosen
            try:
                chosen += [(one.place, link) for link in _meant(held, one, answer)]
                break
            except UserError as error:
                typer.echo(str(error.message), err=True)
    return chosen


def _meant(held: Linkable, one: Proposal, answer: str) -> list[str]:
    word = answer.strip()
    if word.casefold() in ("n", "k", "0"):
        return []
    if "#" in word:
        held.task(word)
        return [word]
    picks = [part.strip() for part in (word or "1").split(",")]
    if not all(part.isdecimal() and 1 <= int(part) <= len(one.candidates) for part in picks):
        raise UserError(say("“{answer}” is no answer here", answer=answer))
    return [one.candidates[int(part) - 1].link for part in dict.fromkeys(picks)]


def from_table(held: Linkable, csv: Path | None, xlsx: Path | None) -> Chosen:
    """Return the links that a filled-in table accepts.

    Raises:
        UserError: it cannot be read, is no such table, or names what is not there.
    """
    from cchc.read.sheet import read_csv, read_xlsx

    sheet = (read_csv(csv) if csv else read_xlsx(xlsx or Path()))[0]
    head = [str(cell).strip() for cell in sheet.rows[0].cells] if sheet.rows else []
    missing = [name for name in ("task", "above", "accept") if name not in head]
    if missing:
        raise UserError(
            say("{path}: the column {column} is missing", path=sheet.file, column=missing[0]),
            say("make the table with “cchc link PLAN --format csv -o FILE”"),
        )
    task, above, accept = (head.index(name) for name in ("task", "above", "accept"))
    chosen: Chosen = []
    for row in sheet.rows[1:]:
        if not str(row.cell(accept)).strip() or not row.cell(above):
            continue
        link = str(row.cell(above)).strip()
        try:
            held.task(link)
            chosen.append((held.place(str(row.cell(task)).strip()), link))
        except UserError as error:
            place = sheet.where(row, above)
            raise UserError(
                say("{place}: {message}", place=place, message=error.message), error.hint
            ) from None
    return chosen


def looked_lines(looked: Sequence[Looked]) -> Iterator[str]:
    """Yield a line for each link that was looked at again: what had changed above."""
    for one in looked:
        said = ", ".join(str(FIELDS[key]) for key in one.changed) or say("looked at")
        yield f"{one.number} {one.title} → {one.link}: {said}"
