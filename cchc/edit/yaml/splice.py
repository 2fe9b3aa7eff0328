"""Changes to a text, put in place with every other character left as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc.model.finding import Edit

_BREAK = re.compile(r"\r\n|\n|\r")


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits` made; line breaks in what is put in become those of the file.

    Edits at one place are made in the order given.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.stop)):
        if not at <= edit.start <= edit.stop <= len(text):
            raise ValueError(f"edits overlap or lie outside the text at {edit.start}")
        out += (text[at : edit.start], _with_breaks(edit.text, text, edit.start))
        at = edit.stop
    out.append(text[at:])
    return "".join(out)


def _with_breaks(new: str, text: str, at: int) -> str:
    return new.replace("\n", line_break(text, at)) if "\n" in new else new


def line_start(text: str, at: int) -> int:
    """Return where the line that holds the offset `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def next_line(text: str, at: int) -> int:
    """Return where the next line begins, from `at` on: `at` itself where one begins there."""
    if at and text[at - 1] in "\r\n":
        return at
    end = _BREAK.search(text, at)
    return end.end() if end else len(text)


def line_break(text: str, at: int) -> str:
    """Return the line break used around the offset `at`: the last one before it, else the first.

    Files edited on two systems mix both; a new line should look like its neighbour.
    """
    end = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))
    if end < 0:
        found = _BREAK.search(text)
        return found.group() if found else "\n"
    return "\r\n" if text[max(end - 1, 0) : end + 1] == "\r\n" else text[end]
