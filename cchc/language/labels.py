"""The label of a section as people say it; apart from `numbering`, for answers without a plan."""

from __future__ import annotations

from cchc.messages import Message, say


def label_words(label: str) -> Message | str:
    """Return the label of a section as people say it: "IV.1, dash 3" for "IV.1.-3"."""
    number, *dashes = label.split(".-")
    return say("{number}, dash {n}", number=number, n=".".join(dashes)) if dashes else label
