"""What a reader did not take from a file, as notes for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc.messages import Message, say


@dataclass(slots=True)
class SheetSeen:
    """What the sheets of a workbook show beside their texts."""

    struck: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    hidden_columns: int = 0
    errors: list[tuple[str, str]] = field(default_factory=list)
    """Cells with `#REF!` or a bare TRUE, and what they show."""


def word_notes(
    left_out: Counter[str],
    old_fonts: Iterable[str],
    macros: bool,
    *,
    struck: Sequence[str] = (),
    comments: Sequence[str] = (),
) -> tuple[Message, ...]:
    """Return one note for each kind of thing that was left out or changed."""
    found: list[Message] = [*struck_notes(struck), *comment_notes(comments)]
    if n := left_out["deleted"]:
        found.append(say("tracked deletions left out, insertions kept: {n}", n=n))
    if n := left_out["hidden"]:
        found.append(say("pieces of hidden text left out: {n}", n=n))
    if n := left_out["notes"]:
        found.append(say("footnotes and endnotes not read: {n}", n=n))
    if n := left_out["comments"]:
        found.append(say("comments not read: {n}", n=n))
    if n := left_out["pictures"]:
        found.append(say("pictures not read: {n}", n=n))
    if n := left_out["embedded"]:
        found.append(say("embedded files not read: {n}", n=n))
    if n := left_out["contents"]:
        found.append(say("table of contents left out: {n} lines", n=n))
    if left_out["deep"]:
        found.append(say("tables nested very deeply were read as plain text"))
    return (*found, *_common(old_fonts, macros))


def struck_notes(texts: Sequence[str]) -> list[Message]:
    """Return a note on each text that is struck out."""
    return [say("struck out and left out: “{text}”", text=text) for text in texts]


def comment_notes(texts: Sequence[str]) -> list[Message]:
    """Return a note on each comment."""
    return [say("a comment in the file: “{text}”", text=text) for text in texts]


def sheet_notes(
    hidden: Sequence[str],
    hidden_rows: int,
    formulas: int,
    old_fonts: Iterable[str],
    macros: bool,
    *,
    seen: SheetSeen | None = None,
) -> tuple[Message, ...]:
    """Return the notes on a workbook; `hidden` are names of sheets, `formulas` have no result."""
    found: list[Message] = []
    if seen is not None:
        found += [*struck_notes(seen.struck), *comment_notes(seen.comments)]
        if seen.hidden_columns:
            found.append(say("hidden columns were read too: {n}", n=seen.hidden_columns))
        found += [say("{cell} shows {text}: not taken, mend it in Excel", cell=cell, text=text)
                  for cell, text in seen.errors]  # fmt: skip
    if hidden:
        found.append(say("hidden sheets not read: {names}", names=", ".join(hidden)))
    if hidden_rows:
        found.append(say("hidden rows were read too: {n}", n=hidden_rows))
    if formulas:
        found.append(say("formulas without a stored result left out: {n}; open the file in Excel "
                         "and save it", n=formulas))  # fmt: skip
    return (*found, *_common(old_fonts, macros))


def _common(old_fonts: Iterable[str], macros: bool) -> list[Message]:
    found: list[Message] = []
    if fonts := ", ".join(sorted(old_fonts)):
        found.append(say("text in old fonts ({fonts}) turned into Unicode: look it over",
                         fonts=fonts))  # fmt: skip
    if macros:
        found.append(say("the macros in the file were ignored"))
    return found
