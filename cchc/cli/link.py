"""`cchc link`: a person says which proposals are right, at the terminal or in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.cli.output import meaning, tell
from cchc.errors import UserError
from cchc.messages import say
from cchc.outputs import link_proposals as words
from cchc.outputs.changes_words import FIELDS

if TYPE_CHECKING:
    from cchc.app.link import Linkable, Looked
    from cchc.model.finding import KeyPath
    from cchc.views.link_proposals import Proposal

Chosen = list[tuple["KeyPath", str]]


def asked(held: Linkable, found: Sequence[Proposal]) -> Chosen:
    """Ask about each task; what was chosen when the person stops counts.

    Tasks that nothing fits come last: words typed there are looked for in the titles above.
    """
    hint = say(
        "number (or 1,2): these; Enter: the one with a star, else none; n: none; words: look for "
        "them above; s: stop here and write what was chosen"
    )
    tell(hint)
    chosen: Chosen = []
    ordered = sorted(found, key=lambda one: not one.candidates)
    for n, one in enumerate(ordered, start=1):
        tell(f"\n[{n}/{len(ordered)}] {words.task(one)}")
        tell(*words.candidates(one))
        links = _answered(held, one)
        if links is None:
            break
        chosen += [(one.place, link) for link in links]
    return chosen


def _answered(held: Linkable, one: Proposal) -> list[str] | None:
    """Return what a person says a task carries out; None to stop."""
    shown = [above.link for above in one.candidates]
    while True:
        answer = typer.prompt(">", default="", show_default=False, prompt_suffix=" ", err=True)
        word = answer.strip()
        if word.casefold() in ("s", "q"):
            return None
        if word == "0" or meaning(word) is False:
            return []
        if not word:
            return shown[:1] if one.is_sure else []
        picks = [part.strip() for part in word.split(",")]
        if all(part.isdecimal() and 1 <= int(part) <= len(shown) for part in picks):
            return [shown[int(part) - 1] for part in dict.fromkeys(picks)]
        if "#" in word:
            try:
                held.task(word)
                return [word]
            except UserError as error:
                tell(error.message)
                continue
        found = held.search(word)
        if found:
            shown = [link for link, _ in found]
            for n, (link, title) in enumerate(found, start=1):
                tell(f"    {n}. {link}: {title}")
        else:
            tell(say("nothing above has “{words}”", words=word))


def from_table(held: Linkable, csv: Path | None, xlsx: Path | None) -> Chosen:
    """Return the links that a filled-in table accepts.

    Raises:
        UserError: it cannot be read, is no such table, or names what is not there.
    """
    from cchc.read.tables.spreadsheet import read_csv
    from cchc.read.tables.workbook import read_xlsx

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
