"""The fields of administrative reform.

Source: Nghị quyết 76/NQ-CP ngày 15/7/2021 (six fields); plans add steering before them, and
communication and the measuring of satisfaction after them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from cchc.messages import Message, say

SUBJECTS: Mapping[str, Message] = {
    "steering": say("Steering and direction"),
    "institutions": say("Institutional reform"),
    "procedures": say("Reform of administrative procedures"),
    "organization": say("Reform of the organization of the state apparatus"),
    "civil-service": say("Civil service reform"),
    "public-finance": say("Public finance reform"),
    "digital-government": say("Digital government"),
    "communication": say("Communication"),
    "satisfaction": say("Measuring satisfaction"),
    "other": say("Other fields"),
}
"""The name of every field by its key, in the order in which plans and reports list them."""

if TYPE_CHECKING:
    Subject = str
else:
    Subject = Literal[tuple(SUBJECTS)]
