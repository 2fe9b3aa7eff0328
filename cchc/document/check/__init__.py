"""Judging any .docx against Nghị định 30/2020/NĐ-CP: one module for each matter, found by name.

First comes what the document is (`_recognise`), then the judgement by the form of that kind
(`_forms`). A module here has the codes it can report, and generators of findings: `check`
judges one paper, `check_file` what is judged once for the file, whatever is in it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from cchc.discover import modules
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.document.check._finding import DocxFinding, LayoutCode
    from cchc.messages import Message

MAX_TAGS = 1_000_000
"""A part with more is no paper: an appendix of 5,000 tasks has 400,000."""
_XML = (".xml", ".rels")


def check_docx(path: Path) -> list[DocxFinding]:
    """Return what is wrong with the Word document at `path`, in the order of the document.

    Raises:
        UserError: it cannot be opened, is no Word document, or a part of it is damaged.
    """
    from cchc.word.package import read_package

    return check_parts(read_package(path), path)


def all_faults() -> list[tuple[LayoutCode, Message]]:
    """Return every code of the room with what it is about, in order of the codes."""
    from cchc.document.check._about import ABOUT

    return [(fault, ABOUT[code]) for code, fault in catalogue().items()]


def check_parts(parts: dict[str, bytes], path: Path) -> list[DocxFinding]:
    """Return what is wrong with a document given as its parts; `path` names it in messages.

    Raises:
        UserError: a part is damaged, or the document is far too large.
    """
    from cchc.document.check import kind
    from cchc.document.check._components import PARTY
    from cchc.document.check._finding import CheckedPaper
    from cchc.document.check._reading import scan
    from cchc.document.check._recognise import components
    from cchc.word.package import parsed, usual_names

    roots = {}
    for name, data in parts.items():
        if name.endswith(_XML) and not name.startswith(("customXml/", "docProps/")):
            if data.count(b"<") > MAX_TAGS:
                raise UserError(say("{path}: far too large to be checked", path=path))
            roots[name] = parsed(usual_names(data), path, name)
    read = scan(parts, roots)
    known = tuple(components(read))
    found: list[DocxFinding] = []
    if all(one.form.name == PARTY.name for one in known):
        return list(kind.check_file(CheckedPaper(read, known[0], known)))
    for module in _room():
        if hasattr(module, "check_file"):
            found += module.check_file(CheckedPaper(read, known[0], known))
        if hasattr(module, "check"):
            papers = (CheckedPaper(read, one, known) for one in known if one.form.judged)
            found += (finding for paper in papers for finding in module.check(paper))
    return sorted(found, key=lambda one: (one.order, one.fault.code))


@cache
def catalogue() -> dict[str, LayoutCode]:
    """Return every fault by its code."""
    from cchc.document.check._finding import LayoutCode

    every = (one for module in _room() for one in vars(module).values())
    return {one.code: one for one in sorted(one for one in every if isinstance(one, LayoutCode))}


def _room() -> list[ModuleType]:
    import cchc.document.check as room

    return modules(room)
