"""The plan itself with its appendices: `templates/ke-hoach.docx`."""

from __future__ import annotations

from cchc.document.context import plan_context
from cchc.document.paper import Paper, PlanPaper
from cchc.document.samples import plan_samples
from cchc.messages import Message

TEMPLATE = "ke-hoach"
PAPER = PlanPaper
REQUIRED = (
    ("issuer",), ("number_line", "number"), ("date_line",), ("title",), ("recipients",),
    ("signer.authority",), ("signer.post",), ("signer.name",),
    ("decision",), ("bases",), ("opening",), ("body",), ("closing",), ("appendix.label",),
    ("appendix.title",), ("appendix.attached",), ("task.title",),
)  # fmt: skip
"""What such a paper may have and its template must therefore print; one of each group will do."""


def samples() -> list[tuple[Message, Paper]]:
    """Return the papers of the sample plans."""
    return [(name, plan_context(plan)) for name, plan in plan_samples()]
