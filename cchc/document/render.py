"""Render papers to the bytes of a .docx; who writes them to a file is the command's business."""

from __future__ import annotations

from pathlib import Path

from cchc.document.context import plan_context
from cchc.document.paper import Paper
from cchc.document.template import template
from cchc.document.templates_folder import find_template
from cchc.model.plan import Plan


def render_plan(plan: Plan, template_path: Path) -> bytes:
    """Return `plan` as a Word document made from the template at `template_path`.

    The same plan and template give the same bytes. A template is compiled once in a process.

    Raises:
        UserError: the template cannot be read, or a tag in it cannot be filled.
    """
    return template(template_path).render(plan_context(plan))


def render_paper(paper: Paper, template_name: str, workspace: Path | None) -> bytes:
    """Return `paper` as a Word document; a template of the workspace wins over the packaged one.

    Raises:
        UserError: as `render_plan`; or there is no template of that name.
    """
    return template(find_template(template_name, workspace)).render(paper)
