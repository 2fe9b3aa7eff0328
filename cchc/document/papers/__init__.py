"""The kinds of papers: one module each, found by listing this folder.

A module has `TEMPLATE`, the name of the Word file it is printed through; `PAPER`, the type whose
fields the file may name; and `samples`, made-up papers
that try such a file, the fullest first. `DECREE = False` says that it is no paper of the decree.
Who adds a kind adds a module here and its template.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType


@cache
def kinds() -> dict[str, ModuleType]:
    """Return the kinds of papers by the name of their template."""
    import cchc.document.papers as room
    from cchc.discover import modules

    return {module.TEMPLATE: module for module in modules(room)}
