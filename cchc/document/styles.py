"""The styles of a template, found by name: LibreOffice and Word change ids, never names."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

from cchc.document.wordml import Element, int_of, w
from cchc.errors import UserError
from cchc.messages import Message, say

DEFAULT_HALF_POINTS = 20
"""The size of a text when nothing says one (ISO 29500)."""


def folded(name: str) -> str:
    """Return a style name as it is compared: composed letters, case aside."""
    return unicodedata.normalize("NFC", name).casefold().strip()


class Styles:
    """The styles part of a template."""

    def __init__(self, root: Element) -> None:
        """Read `root`, the w:styles element."""
        self._root = root
        self._by_id: dict[str, Element] = {}
        self._names: dict[str, tuple[str, str]] = {}
        for style in root.findall(w("style")):
            name = style.find(w("name"))
            style_id = style.get(w("styleId")) or ""
            shown = name.get(w("val")) or "" if name is not None else ""
            self._by_id[style_id] = style
            if style.get(w("type")) == "paragraph":
                self._names[folded(shown)] = (style_id, shown)

    def id_of(self, name: str, place: Message) -> str:
        """Return the id of the paragraph style `name`.

        Raises:
            UserError: the template has no such style.
        """
        found = self._names.get(folded(name))
        if found:
            return found[0]
        near = get_close_matches(folded(name), self._names, n=3, cutoff=0.6)
        names = ", ".join(self._names[key][1] for key in near)
        raise UserError(
            say('{place}: the template has no style "{name}"', place=place, name=name),
            say("Did you mean {names}?", names=names) if names else None,
        )

    def find(self, name: str) -> str | None:
        """Return the id of the paragraph style `name`, or None."""
        found = self._names.get(folded(name))
        return found[0] if found else None

    def size(self, style_id: str | None) -> float:
        """Return the size in points that a paragraph style gives its text."""
        seen: set[str] = set()
        while style_id and style_id not in seen and style_id in self._by_id:
            seen.add(style_id)
            style = self._by_id[style_id]
            if half := int_of(style.find(w("rPr")), "sz", "val", 0):
                return half / 2
            based = style.find(w("basedOn"))
            style_id = based.get(w("val")) if based is not None else None
        defaults = self._root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        return int_of(defaults, "sz", "val", DEFAULT_HALF_POINTS) / 2
