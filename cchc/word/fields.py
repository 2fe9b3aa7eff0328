"""Fields of Word (dates, references, page numbers): what they show is read, not their codes.

ISO/IEC 29500-1, 17.16. A field is one element (w:fldSimple) or three marks between runs (w:fldChar).
"""

from __future__ import annotations

from cchc.word.markup import Element, w

MARK = w("fldChar")


def fields_close(root: Element) -> bool:
    """Return whether every field that begins in `root` ends; otherwise one would swallow the rest."""
    kinds = [node.get(w("fldCharType")) for node in root.iter(MARK)]
    return kinds.count("begin") == kinds.count("end")


def chosen_entry(mark: Element) -> str:
    """Return what is chosen in the list of a form field of old Word (w:ddList) that begins here.

    Such a field shows the entry itself: it has no result between its marks. Source: ISO/IEC 29500-1,
    17.16.9 and 17.16.28; without a choice the default entry shows, else the first.
    """
    found = next(mark.iter(w("ddList")), None)
    if found is None:
        return ""
    entries = [one.get(w("val")) or "" for one in found.iter(w("listEntry"))]
    marked = next((one for tag in ("result", "default") for one in found.iter(w(tag))), None)
    at = marked.get(w("val")) if marked is not None else None
    number = int(at) if at and at.isdecimal() else 0
    return entries[number] if number < len(entries) else ""


class Fields:
    """Which part of a field is being read; a field may go on over paragraphs."""

    def __init__(self, *, sound: bool) -> None:
        """`sound` is whether every field is closed; if not, all text is taken for text."""
        self._sound = sound
        self._open: list[bool] = []

    def turn(self, mark: Element) -> None:
        """Take note of a w:fldChar: a field's `begin`, `separate` or `end`."""
        kind = mark.get(w("fldCharType")) or ""
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
