"""How the pieces under one heading are numbered, and which printed numbers cchc would not compute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cchc.intake.marks import MarkKind
from cchc.intake.outline import Node
from cchc.language.numbering import mark_of
from cchc.model.section import Numbering

_STYLES: dict[MarkKind, Numbering] = {
    "roman": "roman", "arabic": "arabic", "decimal": "decimal", "letter": "letter", "dash": "dash",
    "plus": "dash",
}  # fmt: skip
_LETTERED = 500
"""So many points have letters: a to y, aa to yy."""


def style_of(items: Sequence[Node]) -> Numbering:
    """Return the numbering of siblings: that of most of them, when all of them have a mark."""
    kinds: Counter[Numbering] = Counter(
        _STYLES.get(item.mark.kind, "none") if item.mark else "none"
        for item in items if not item.reference
    )  # fmt: skip
    if not kinds or kinds["none"]:
        return "none"
    return kinds.most_common(1)[0][0]


def number_of(node: Node, style: Numbering, n: int, above: str) -> tuple[str | None, str]:
    """Return the number to write by hand, if any, and the one that is computed."""
    computed = mark_of(style, n, above) if style != "letter" or n <= _LETTERED else ""
    if node.mark is None:
        return None, computed
    printed = node.mark.bare
    if node.mark.kind in ("dash", "plus"):
        printed = node.mark.text
        return (None if printed == computed else printed), computed
    if printed == computed.rstrip(".)"):
        return None, computed
    if node.mark.kind == "part":
        return node.mark.text, computed
    return f"{printed}{')' if style == 'letter' else '.'}", computed
