"""What stands for the values that a paper lacks, so that all the rest of it can be checked.

Few communes write the name of their province in a plan, and a draft names no signer; such a blank
is told, and must not hide what else is wrong in the paper.
"""

from __future__ import annotations

from collections.abc import Mapping

from cchc.model.finding import Place as KeyPath

UNKNOWN = "…"
_PLACEHOLDERS: tuple[tuple[KeyPath, object], ...] = (
    (("commune", "level"), "xã"),
    (("commune", "name"), UNKNOWN),
    (("commune", "province"), UNKNOWN),
    (("document", "title"), UNKNOWN),
    (("document", "signer", "post"), "CHỦ TỊCH"),
    (("document", "signer", "name"), UNKNOWN),
    (("units",), [{"id": "don-vi", "name": UNKNOWN}]),
)


def fill_blanks(data: Mapping[str, object]) -> tuple[dict[str, object], frozenset[KeyPath]]:
    """Return plan data with its usual blanks filled, and the paths of what was put in."""
    filled = dict(data)
    put: set[KeyPath] = set()
    for path, value in _PLACEHOLDERS:
        holder = filled
        for key in path[:-1]:
            inner = holder.get(str(key))
            if not isinstance(inner, Mapping):
                break
            holder[str(key)] = copy = dict(inner)
            holder = copy
        else:
            if path[-1] in holder and not holder[str(path[-1])]:
                holder[str(path[-1])] = value
                put.add(path)
    return filled, frozenset(put)
