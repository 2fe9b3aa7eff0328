"""What stands for values that a paper often lacks, so that the rest of its plan can be used.

Few communes write the name of their province in a plan, and a draft names no signer. Such a blank is
an error of `cchc validate`; it keeps nobody from the deadlines of the tasks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc.model.finding import Finding, KeyPath
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
_BLANK = (faults.EMPTY_VALUE.code, faults.MISSING.code)


def with_blanks(data: dict[str, Any], findings: Sequence[Finding]) -> Plan | None:
    """Return the plan of `data` when its `findings` are nothing but usual blanks, else None."""
    for finding in findings:
        if finding.code not in _BLANK or finding.place not in _SHOWN:
            return None
        data = _put(data, finding.place, _SHOWN[finding.place])
    outcome = to_plan(data)
    return None if isinstance(outcome, list) else outcome


def _put(data: dict[str, Any], place: KeyPath, value: object) -> dict[str, Any]:
    key, *rest = place
    return {**data, str(key): _put(data[str(key)], tuple(rest), value) if rest else value}
