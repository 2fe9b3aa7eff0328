"""What stands for values that a paper often lacks, so that the rest of its plan can be used.

Few communes write the name of their province in a plan, and a draft names no signer. Such a blank is
an error of `cchc validate`; it keeps nobody from the deadlines of the tasks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc.model.finding import Finding, KeyPath, entry_of
from cchc.model.plan import Plan
from cchc.read import faults
from cchc.read.schema import to_plan

UNKNOWN = "…"
"""What lists and drafts show for a blank."""

_SHOWN: dict[KeyPath, object] = {
    ("commune", "level"): "xã",
    ("commune", "name"): UNKNOWN,
    ("commune", "province"): UNKNOWN,
    ("agency", "level"): "xã",
    ("agency", "name"): UNKNOWN,
    ("agency", "commune"): UNKNOWN,
    ("agency", "province"): UNKNOWN,
    ("document", "title"): UNKNOWN,
    ("document", "signer", "post"): UNKNOWN,
    ("document", "signer", "name"): UNKNOWN,
    ("units",): [{"id": "don-vi", "name": UNKNOWN}],
}
_WORDS = ("title", "name", "text")
"""Keys of entries that a list shows: a row with a number and no words is a row all the same."""
_BLANK = (faults.EMPTY_VALUE.code, faults.MISSING.code)


def with_blanks(data: dict[str, Any], findings: Sequence[Finding]) -> Plan | None:
    """Return the plan of `data` when its `findings` are nothing but usual blanks, else None."""
    for finding in findings:
        place = finding.place
        if finding.code not in _BLANK:
            return None
        if place in _SHOWN:
            data = _put(data, place, _SHOWN[place])
        elif isinstance(place[-1], str) and place[-1] in _WORDS and entry_of(place) == place[:-1]:
            data = _put(data, place, UNKNOWN)
        else:
            return None
    outcome = to_plan(data)
    return None if isinstance(outcome, list) else outcome


def _put(data: Any, place: KeyPath, value: object) -> Any:
    """Return `data` with `value` at `place`."""
    if not place:
        return value
    key, *rest = place
    if isinstance(key, int):
        return [*data[:key], _put(data[key], tuple(rest), value), *data[key + 1 :]]
    return {**data, key: _put(data.get(key), tuple(rest), value)}
