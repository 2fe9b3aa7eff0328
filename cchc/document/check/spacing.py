"""Room made by typing: empty paragraphs, lines of characters, leading spaces; lost headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from cchc.document.check._components import Role
from cchc.document.check._finding import Fault, Findings, Paper, article
from cchc.document.check._scan import Para, TableAt
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.word.markup import w

EMPTY = Fault("W701", "empty-paragraph", Severity.WARNING)
TYPED_LINE = Fault("W702", "typed-line", Severity.ERROR, article("II"))
TYPED_INDENT = Fault("W703", "typed-indent", Severity.WARNING)
LOOSE = Fault("W704", "heading-may-stand-alone", Severity.WARNING)
NO_OUTLINE = Fault("W705", "headings-not-in-navigation", Severity.INFO)
NOT_NFC = Fault("W706", "text-not-nfc", Severity.WARNING, article("I.4"))
CHANGES = Fault("W707", "changes-not-settled", Severity.WARNING)
LANGUAGE = Fault("W708", "language-not-vietnamese", Severity.INFO)
FAULTS = (EMPTY, TYPED_LINE, TYPED_INDENT, LOOSE, NO_OUTLINE, NOT_NFC, CHANGES, LANGUAGE)

_RULE = re.compile(r"^\s*[_‗─━—–=*~\-]{3,}\s*$|_{5,}")
_TINY = 3
"""Points: an empty paragraph this low makes no room; Word wants one after a table."""


def check(paper: Paper) -> Findings:
    """Judge what was typed to make room, and what editing left behind."""
    yield from _empty(paper)
    for p in paper.scan.paragraphs:
        if _RULE.search(p.text):
            yield TYPED_LINE.at(p, say("a line of typed characters"), say("a drawn line"))
        if re.match(r"[ \t\N{NO-BREAK SPACE}]{2,}|\t", p.text) and p.words:
            yield TYPED_INDENT.at(
                p, say("begins with typed spaces or a tab"), say("an indent of the paragraph")
            )
    yield from _headings(paper)
    yield from _leftovers(paper)


def _empty(paper: Paper) -> Findings:
    blocks = paper.scan.blocks
    yield from _runs(
        [b for n, b in enumerate(blocks) if isinstance(b, Para) and not _needed(blocks, n)]
    )
    for table in paper.scan.tables:
        cells = groupby(table.paragraphs, key=lambda p: id(p.cell.element) if p.cell else 0)
        for _, group in cells:
            inside = list(group)
            if len(inside) > 1:
                yield from _runs(p for p in inside if not _is_line(p))


def _needed(blocks: list[Para | TableAt], n: int) -> bool:
    """Whether an empty paragraph draws a line or is the one that must follow a table."""
    block = blocks[n]
    assert isinstance(block, Para)
    after_table = n > 0 and isinstance(blocks[n - 1], TableAt)
    ends = n + 1 == len(blocks) or isinstance(blocks[n + 1], TableAt)
    ends = ends or block.element.find(f"{w('pPr')}/{w('sectPr')}") is not None
    return _is_line(block) or (after_table and ends)


def _is_line(p: Para) -> bool:
    look = p.layout
    tiny = look.rule == "exact" and look.line <= _TINY * 20
    return look.line_above or look.line_below or tiny


def _runs(paragraphs: Iterable[Para]) -> Findings:
    """Report empty paragraphs, those that follow one another as one."""
    run: list[Para] = []
    for p in [*(p for p in paragraphs if p.is_empty), None]:
        if run and (p is None or p.order != run[-1].order + 1):
            yield EMPTY.at(
                run[0], say("{count} empty paragraphs make room", count=len(run)),
                say("spacing before or after a paragraph"),
            )  # fmt: skip
            run = []
        if p is not None:
            run.append(p)


def _headings(paper: Paper) -> Findings:
    found = paper.components
    roles = (Role.PART, Role.SECTION_TITLE, Role.HEADING)
    headings = found.of(*roles)
    for p in [*headings, *found.of(Role.LABEL, Role.TITLE)]:
        if not p.layout.keep_next:
            yield LOOSE.at(p, say("the heading may stay behind on its page"), say("Keep with next"))
    parts = found.of(Role.PART)
    if parts and not any(p.layout.outline is not None for p in parts):
        yield NO_OUTLINE.at(
            parts[0], say("no heading shows in the navigation pane"),
            say("headings with an outline level (Heading 1, Heading 2)"),
        )  # fmt: skip


def _leftovers(paper: Paper) -> Findings:
    import unicodedata

    scan = paper.scan
    for p in scan.paragraphs:
        if not unicodedata.is_normalized("NFC", p.text):
            yield NOT_NFC.at(p, say("letters taken apart (NFD)"), say("composed letters (NFC)"))
        if any(p.element.find(f".//{w(tag)}") is not None for tag in ("ins", "del", "moveFrom")):
            yield CHANGES.at(p, say("tracked changes"), say("all changes accepted or refused"))
        if p.element.find(f".//{w('commentReference')}") is not None:
            yield CHANGES.at(p, say("a comment"), say("no comments in a finished paper"))
    tongues = {s.letters.language for p in scan.paragraphs for s in p.solid}
    if tongues and not any(one.lower().startswith("vi") for one in tongues):
        yield LANGUAGE.of_paper(
            say("language {name}", name=", ".join(sorted(tongues)) or "?"), say("language vi-VN")
        )
