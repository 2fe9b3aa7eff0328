"""A plan printed through a template file."""

from __future__ import annotations

from pathlib import Path

from cchc.document.context import plan_context
from cchc.document.template.compiled import template
from cchc.model.plan import Plan


def render_plan(plan: Plan, template_path: Path) -> bytes:
    """Return `plan` as a Word document made from the template at `template_path`."""
    return template(template_path).render(plan_context(plan))
