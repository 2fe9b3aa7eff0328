"""The plan itself with its appendices: `templates/ke-hoach.docx`."""

from __future__ import annotations

from cchc.document.context import plan_context
from cchc.document.paper import Paper, PlanPaper
from cchc.document.samples import plan_samples
from cchc.messages import Message

TEMPLATE = "ke-hoach"
PAPER = PlanPaper


def samples() -> list[tuple[Message, Paper]]:
    """Return the papers of the sample plans."""
    return [(name, plan_context(plan)) for name, plan in plan_samples()]
