"""Where templates are: the workspace's own `templates/` first, then those that come with cchc."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say

FOLDER = "templates"
PLAN_TEMPLATE = "ke-hoach"


def packaged_templates() -> Path:
    """Return the folder of the templates that come with cchc.

    In an installed package they are inside it, in a checkout beside it.
    """
    package = Path(__file__).resolve().parents[2]
    inside = package / FOLDER
    return inside if inside.is_dir() else package.parent / FOLDER


def available_templates(workspace: Path | None = None) -> dict[str, Path]:
    """Return the templates by name (`ke-hoach`); the workspace's own come before the packaged."""
    folders = [packaged_templates()]
    if workspace is not None:
        folders.append(workspace / FOLDER)
    return {
        path.stem: path
        for folder in folders
        for path in sorted(folder.glob("*.docx"))
        if not path.name.startswith(("~$", "."))
    }


def find_template(name: str = PLAN_TEMPLATE, workspace: Path | None = None) -> Path:
    """Return the file of the template `name`.

    Raises:
        UserError: there is none of that name.
    """
    known = available_templates(workspace)
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3) or sorted(known)
    raise UserError(
        say('there is no template "{name}"', name=name),
        say("Did you mean {names}?", names=", ".join(near)) if near else None,
    )
