"""What a workspace has to offer by name: its plans and its templates, seen by listing folders."""

from __future__ import annotations

import os

import cchc
from cchc.read.root import PLANS, SUFFIXES, root_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_PLANS = ("holidays.yaml", "register.yaml")
"""As `cchc.read.workspace.RESERVED`, which is too heavy to ask."""
TEMPLATES, TEMPLATE = "templates", ".docx"


def composed(text: str) -> str:
    """Return `text` in composed letters (NFC), as ids are."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def plan_ids() -> list[str]:
    """Return the ids of all plans of this workspace, sorted; what cannot be listed is left out."""
    return sorted(set(_below(os.path.join(root_of(os.getcwd()), PLANS), "")))


def _below(folder: str, way: str) -> Iterator[str]:
    inside = []
    for entry in _listed(folder):
        name = entry.name
        if name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            inside.append(entry)
        elif name.endswith(SUFFIXES) and name not in NOT_PLANS:
            yield way + composed(os.path.splitext(name)[0])
    for entry in inside:
        # Below a second folder of this name ids begin anew: see `cchc.read.folders.plan_id`.
        yield from _below(
            entry.path, "" if entry.name == PLANS else f"{way}{composed(entry.name)}/"
        )


def template_names() -> list[str]:
    """Return the names of the workspace's templates and of those that come with cchc, sorted."""
    own = os.path.join(root_of(os.getcwd()), TEMPLATES)
    return sorted({*packaged_template_names(), *_templates(own)})


def packaged_template_names() -> list[str]:
    """Return the names of the templates that come with cchc, sorted."""
    package = os.path.dirname(os.path.realpath(cchc.__file__))
    inside = os.path.join(package, TEMPLATES)
    beside = os.path.join(os.path.dirname(package), TEMPLATES)
    return sorted(_templates(inside if os.path.isdir(inside) else beside))


def _templates(folder: str) -> Iterator[str]:
    for entry in _listed(folder):
        if entry.name.endswith(TEMPLATE) and not entry.name.startswith(("~$", ".")):
            yield composed(entry.name.removesuffix(TEMPLATE))


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
