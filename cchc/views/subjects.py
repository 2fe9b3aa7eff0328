"""The fields of administrative reform by name.

Source: Nghị quyết 76/NQ-CP ngày 15/7/2021 (six fields); plans add steering before them, and
communication and the measuring of satisfaction after them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc.messages import Message, say

if TYPE_CHECKING:
    from cchc.model.subject import Subject

SUBJECTS: dict[Subject, Message] = {
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
"""Every field, in the order in which plans and reports list them."""


def subject_names(subject: Subject) -> tuple[str, str]:
    """Return what a field can be called: its key, and its name in the user's language."""
    return subject, str(SUBJECTS[subject])
