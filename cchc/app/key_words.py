"""Where in a plan a key stands, in words."""

from __future__ import annotations

from itertools import pairwise

from cchc.messages import say

_LISTS = {
    "body": say("section {n}"), "items": say("section {n}"), "appendices": say("appendix {n}"),
    "areas": say("heading {n}"), "tasks": say("row {n}"), "units": say("unit {n}"),
    "bases": say("base {n}"), "groups": say("group {n}"),
}  # fmt: skip


def where(path: tuple[str | int, ...]) -> str:
    """Return where in the plan a key stands: "appendix 1, row 2", counted from 1.

    A key that stands in none of the numbered lists is told by its path.
    """
    told = [
        str(say(_LISTS[name].text, n=n + 1))
        for name, n in pairwise(path)
        if name in _LISTS and isinstance(n, int)
    ]
    return ", ".join(told) or dotted(path)


def dotted(path: tuple[str | int, ...]) -> str:
    """Return a key path as one word: "document.signer", "body[1].items[2]"."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text or "-"
