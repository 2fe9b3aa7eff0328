"""How the pieces under one heading are numbered, and which printed numbers cchc would not compute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cchc.intake.body.outline import OutlineNode
from cchc.intake.body.undotted import is_undotted
from cchc.language.numbering import mark_of
from cchc.model.section import Numbering

_STYLES: dict[str, Numbering] = {
    "roman": "roman", "arabic": "arabic", "decimal": "decimal", "letter": "letter", "dash": "dash",
    "plus": "dash",
}  # fmt: skip
_LETTERED = 500
"""So many points have letters: a to y, aa to yy."""


def style_of(items: Sequence[OutlineNode]) -> Numbering:
    """Return the numbering of siblings: that of most of them, when all of them have a mark."""
    return style_of_marks(
        item.mark.kind if item.mark else "" for item in items if not item.reference
    )


def style_of_marks(kinds: Iterable[str]) -> Numbering:
    """Return the numbering of siblings by the kinds of their marks; empty: without one."""
    styles = Counter(_STYLES.get(kind, "none") for kind in kinds)
    if not styles or styles["none"]:
        return "none"
    return styles.most_common(1)[0][0]


def written_number(
    node: OutlineNode, style: Numbering, n: int, above: str
) -> tuple[str | None, str]:
    """Return the number to write by hand, if any, and the one that is computed."""
    computed = mark_of(style, n, above) if style != "letter" or n <= _LETTERED else ""
    if node.mark is None:
        return None, computed
    printed = node.mark.bare
    if node.mark.kind in ("dash", "plus"):
        printed = node.mark.text
        return (None if printed == computed else printed), computed
    if printed == computed.rstrip(".)"):
        return (printed if is_undotted(node.mark) else None), computed
    if node.mark.kind == "part":
        return node.mark.text, computed
    return f"{printed}{')' if style == 'letter' else '.'}", computed


def run_beside_a_sentence(made: Sequence[object]) -> list[int]:
    """Return which of these siblings have numbers that run from 1 beside others without one: they are
    right as they stand."""
    numbered = {
        n: one["number"] for n, one in enumerate(made) if isinstance(one, dict) and "number" in one
    }
    run = [f"{n}." for n in range(1, len(numbered) + 1)]
    runs = 1 < len(numbered) < len(made) and list(numbered.values()) == run
    return list(numbered) if runs else []
