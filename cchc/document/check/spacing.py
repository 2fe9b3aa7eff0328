"""Room made by typing: empty paragraphs, lines of characters, leading spaces; lost headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from cchc.document.check import _text as t
from cchc.document.check._components import BODY, Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article
from cchc.document.check._scan import Para, ScannedBlock, TableAt
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.word.markup import Element, child, w
from cchc.word.tracked_changes import tracked

EMPTY = LayoutCode("W701", "empty-paragraph", Severity.INFO)
TYPED_LINE = LayoutCode("W702", "typed-line", Severity.WARNING)
TYPED_INDENT = LayoutCode("W703", "typed-indent", Severity.WARNING)
LOOSE = LayoutCode("W704", "heading-may-stand-alone", Severity.INFO)
NO_OUTLINE = LayoutCode("W705", "headings-not-in-navigation", Severity.INFO)
NOT_NFC = LayoutCode("W706", "text-not-nfc", Severity.WARNING, article("I.4"))
CHANGES = LayoutCode("W707", "changes-not-settled", Severity.ERROR)
LANGUAGE = LayoutCode("W708", "language-not-vietnamese", Severity.INFO)

_UNDERSCORES = re.compile(r"_{5,}")
_TINY = 3
"""Points: an empty paragraph this low makes no room; Word wants one after a table."""


def check_file(paper: CheckedPaper) -> Findings:
    """Judge what was typed to make room, and what editing left behind."""
    if not any(one.form.judged for one in paper.papers):
        return
    yield from _empty(paper)
    typed = [p for p in paper.scan.paragraphs if _is_typed_line(p)]
    if typed:
        yield TYPED_LINE.at(
            typed[0], say("lines of typed characters: {count}", count=len(typed)),
            say("a drawn line (in Word: Insert, Shapes, Line)"),
        )  # fmt: skip
    for p in paper.scan.paragraphs:
        if (
            re.match(r"[ \t\N{NO-BREAK SPACE}]{2,}|\t", p.text)
            and p.words
            and not _is_set_aside(p, paper)
        ):
            yield TYPED_INDENT.at(
                p, say("begins with typed spaces or a tab"), say("an indent of the paragraph")
            )
    yield from _headings(paper)
    yield from _leftovers(paper)


def _is_typed_line(p: Para) -> bool:
    lines = [line.strip() for line in p.text.split("\n")]
    return any(t.RULE.fullmatch(line) for line in lines if line) or bool(
        _UNDERSCORES.search(p.text)
    )


def _is_set_aside(p: Para, paper: CheckedPaper) -> bool:
    """Whether a paragraph is a part of the frame, or parts side by side, set by tabs."""
    roles = {one.role(p) for one in paper.papers if p in one.roles}
    if any(p is one for known in paper.papers for one in known.head):
        return True
    return "\t" in p.text.strip() or bool(roles - BODY - {Role.CELL, Role.OTHER})


def _empty(paper: CheckedPaper) -> Findings:
    blocks = paper.scan.blocks
    runs = list(
        _runs([b for n, b in enumerate(blocks) if isinstance(b, Para) and not _needed(blocks, n)])
    )
    for table in paper.scan.tables:
        cells = groupby(table.paragraphs, key=lambda p: id(p.cell.element) if p.cell else 0)
        for _, group in cells:
            inside = list(group)
            if len(inside) > 1:
                runs += _runs(p for p in inside if not _is_line(p))
    if runs:
        yield EMPTY.at(
            runs[0][0], say("{count} empty paragraphs make room", count=sum(map(len, runs))),
            say("spacing before or after a paragraph"),
        )  # fmt: skip


def _needed(blocks: list[ScannedBlock], n: int) -> bool:
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


def _runs(paragraphs: Iterable[Para]) -> Iterator[list[Para]]:
    """Yield the empty ones among paragraphs, those that follow one another together."""
    run: list[Para] = []
    for p in [*(p for p in paragraphs if p.is_empty), None]:
        if run and (p is None or p.order != run[-1].order + 1):
            yield run
            run = []
        if p is not None:
            run.append(p)


def _headings(paper: CheckedPaper) -> Findings:
    roles = (Role.PART, Role.SECTION_TITLE, Role.HEADING, Role.LABEL, Role.TITLE)
    headings = [p for one in paper.papers for p in one.of(*roles)]
    loose = [p for p in headings if not p.layout.keep_next]
    if loose:
        yield LOOSE.at(
            loose[0], say("headings that may stay behind on their page: {count}", count=len(loose)),
            say("Keep with next (in Word: Paragraph, Line and Page Breaks)"),
        )  # fmt: skip
    parts = [p for one in paper.papers for p in one.of(Role.PART)]
    if parts and not any(p.layout.outline is not None for p in parts):
        yield NO_OUTLINE.at(
            parts[0], say("no heading shows in the navigation pane"),
            say("headings with an outline level (Heading 1, Heading 2)"),
        )  # fmt: skip


def _row_changed(cell: Element) -> bool:
    row = cell.getparent()
    marks = ("ins", "del")
    return any(child(row, "trPr", mark) is not None for mark in marks)


def _leftovers(paper: CheckedPaper) -> Findings:
    import unicodedata

    scan = paper.scan
    for p in scan.paragraphs:
        if not unicodedata.is_normalized("NFC", p.text):
            yield NOT_NFC.at(p, say("letters taken apart (NFD)"), say("composed letters (NFC)"))
        if tracked(p.element) or (p.cell and _row_changed(p.cell.element)):
            yield CHANGES.at(p, say("tracked changes"), say("all changes accepted or refused"))
        if p.element.find(f".//{w('commentReference')}") is not None:
            yield CHANGES.at(p, say("a comment"), say("no comments in a finished paper"))
    tongues = {s.letters.language for p in scan.paragraphs for s in p.solid}
    if tongues and not any(one.lower().startswith("vi") for one in tongues):
        yield LANGUAGE.of_paper(
            say("language {name}", name=", ".join(sorted(tongues)) or "?"), say("language vi-VN")
        )
