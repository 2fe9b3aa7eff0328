"""The content of a paper as Markdown for pandoc.

Two things it cannot say are left out, to pandoc's advantage: the header of two rows and group rows
over several columns; a group is a row with empty cells.
"""

from __future__ import annotations

import re

from benchmarks.peers.content import Content

_MARKS = re.compile(r"([\\`*_{}\[\]#|<>~^$@])")
_OPENING = re.compile(r"^([-+]|\(|(?:\d+|\w|[IVX]+)(?=[.)] ))")
"""What begins a list at the beginning of a paragraph; elsewhere it is text."""


def as_markdown(content: Content) -> str:
    """Return the Markdown of a paper."""
    head = [
        _table([[content["office"], content["motto"]], [content["number"], content["place"]]]),
        *(f"**{_plain(content[key])}**" for key in ("kind", "title")),
        *map(_plain, content["bases"]),
    ]
    body = [f"{'#' * line['level']} {_plain(line['text'])}".strip() for line in content["lines"]]
    end = [*map(_plain, content["recipients"]), *map(_plain, content["signature"])]
    rows = [content["header"][1], *(_filled(row["cells"], row["group"]) for row in content["rows"])]
    return "\n\n".join([*head, *body, *end, *map(_plain, content["appendix"]), _table(rows)]) + "\n"


def _filled(cells: list[str], group: bool) -> list[str]:
    return [*cells[:2], *[""] * (len(cells) - 2)] if group else cells


def _table(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(map(_plain, row))} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def _plain(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", " ".join(text.split()))
    found = _OPENING.match(marked)
    if not found:
        return marked
    at = found.end() if found[0][-1].isalnum() else 0
    return f"{marked[:at]}\\{marked[at:]}"
