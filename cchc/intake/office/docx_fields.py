"""Fields of Word (dates, references, tables of contents): their results are read, not their codes."""

from __future__ import annotations

from cchc.intake.office.package import Element
from cchc.intake.office.wordml import w

FIELD = w("fldChar")


def fields_close(body: Element) -> bool:
    """Return whether every field that begins in `body` ends; otherwise one would swallow the rest."""
    kinds = [node.get(w("fldCharType")) for node in body.iter(FIELD)]
    return kinds.count("begin") == kinds.count("end")


class Fields:
    """Which part of a field is being read; a field may go on over paragraphs."""

    def __init__(self, *, sound: bool) -> None:
        """`sound` is whether every field is closed; if not, all text is taken for text."""
        self._sound = sound
        self._open: list[bool] = []

    def turn(self, kind: str) -> None:
        """Take note of a field's `begin`, `separate` or `end`."""
        if kind == "begin":
            self._open.append(True)
        elif self._open and kind == "separate":
            self._open[-1] = False
        elif self._open and kind == "end":
            self._open.pop()

    @property
    def in_code(self) -> bool:
        """Whether what is read now is a field's code, which nobody sees."""
        return self._sound and any(self._open)
