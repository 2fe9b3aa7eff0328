"""The end of a paper: recipients and signature."""

from __future__ import annotations

import re

from cchc.document.check import _text as t
from cchc.document.check._components import MINUTES, Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article
from cchc.document.check._scan import Para
from cchc.language.names import degrees_before
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.word.markup import w

NO_RECIPIENTS = LayoutCode("W501", "recipients-missing", Severity.ERROR, article("II.9"))
MARK = LayoutCode("W502", "recipient-form", Severity.ERROR, article("II.9"))
ARCHIVE = LayoutCode("W503", "archive-line", Severity.ERROR, article("II.9"))
NO_SIGNATURE = LayoutCode("W504", "signature-missing", Severity.ERROR, article("II.7"))
AUTHORITY = LayoutCode("W505", "authority-form", Severity.ERROR, article("II.7"))
DEGREE = LayoutCode("W506", "signer-with-a-degree", Severity.ERROR, article("II.7"))
NO_NAME = LayoutCode("W507", "signer-name-missing", Severity.WARNING, article("II.7"))
ALONE = LayoutCode("W508", "signature-may-stand-alone", Severity.INFO)
LEVEL = LayoutCode("W509", "recipients-misplaced", Severity.ERROR, article("II.9"))

_WORD = "Nơi nhận:"
_PROPER = re.compile(r"(TM|KT|TL|TUQ)\. \S")
_ARCHIVE = re.compile(r"- Lưu: ?(?:.*\bVT\b.*|VT.*)\.")


def check(paper: CheckedPaper) -> Findings:
    """Judge recipients and signature; a paper issued with another has neither."""
    found = paper.components
    words, posts = found.of(Role.RECIPIENTS), found.of(Role.AUTHORITY, Role.POST)
    if not found.form.ending:
        return
    if not posts:
        yield NO_SIGNATURE.of_paper(
            say("no signature"), say("authority, post and name of the signer at the end")
        )
    elif found.form is MINUTES and len(posts) < 2:
        yield NO_SIGNATURE.at(
            posts[0], say("one signer"), say("minutes are signed by their writer and the chair")
        )
    if words:
        yield from _recipients(words[0], paper)
    else:
        fault = NO_RECIPIENTS
        if found.form is MINUTES:
            fault = NO_RECIPIENTS._replace(severity=Severity.WARNING)
        yield fault.of_paper(say("no recipients"), say("“{text}” and a list", text=_WORD))
    yield from _signer(paper)
    yield from _together(paper)


def _recipients(word: Para, paper: CheckedPaper) -> Findings:
    found = paper.components
    if word.words != _WORD:
        yield MARK.at(word, say("“{text}”", text=word.words), say("“{text}”", text=_WORD))
    if found.form.sides and not _side_by_side(word, found.of(Role.AUTHORITY, Role.POST)):
        yield LEVEL.at(word, say("recipients and signature are not side by side"), _SIDES)
    lines = [p for p in found.of(Role.RECIPIENT) if not t.BLANK.search(p.words)]
    for n, p in enumerate(lines):
        goes_on = n > 0 and not lines[n - 1].words.endswith((";", "."))
        if not re.match(r"[-+] \S", p.words) and not goes_on:
            yield MARK.at(p, say("begins with “{text}”", text=p.words[:2]), say("begins with “- ”"))
        follows = lines[n + 1] if n + 1 < len(lines) else None
        if follows is None or p.words.endswith((";", ":")):
            continue
        if re.match(r"[-–+•]|lưu", follows.words, re.IGNORECASE) or p.words.endswith("."):
            yield MARK.at(p, say("ends with “{text}”", text=p.words[-1]), say("ends with “;”"))
    given = found.of(Role.RECIPIENT)
    last = given[-1] if given else word
    if not given or not re.match(r"-?\s*Lưu\b", last.words):
        yield ARCHIVE.at(last, say("the list does not end with the archive"), _ARCHIVED)
    elif not t.BLANK.search(last.words) and not _ARCHIVE.fullmatch(last.words):
        yield ARCHIVE.at(last, say("“{text}”", text=last.words), _ARCHIVED)


def _side_by_side(word: Para, posts: list[Para]) -> bool:
    """Whether the recipients stand left of the signature, at one height, as far as can be told."""
    if not posts:
        return True
    own, other = word.cell, posts[0].cell
    if own is None and other is None:
        framed = any(
            p.element.find(f"{w('pPr')}/{w('framePr')}") is not None for p in (word, *posts)
        )
        return framed or any(p.element is word.element for p in posts)
    if own is None or other is None or own.box or other.box:
        return bool((own and own.box) or (other and other.box))
    if own.table is not other.table:
        return False
    return own.row == other.row and own.cell < other.cell


def _signer(paper: CheckedPaper) -> Findings:
    found = paper.components
    lines = found.of(Role.AUTHORITY, Role.POST)
    for n, p in enumerate(lines):
        if found.role(p) is not Role.AUTHORITY:
            continue
        if not _PROPER.match(p.words):
            yield AUTHORITY.at(
                p, say("“{text}”", text=p.words), say("TM., KT., TL. or TUQ., a dot and a space")
            )
        elif n + 1 == len(lines):
            yield AUTHORITY.at(
                p, say("no post below “{text}”", text=p.words), say("the signer's own post")
            )
    names = found.of(Role.NAME)
    if lines and not names:
        yield NO_NAME.at(lines[-1], say("no name below the post"), say("the signer's full name"))
    for p in names:
        if degrees_before(p.words):
            yield DEGREE.at(p, say("“{text}”", text=p.words), say("the name without degrees"))


def _together(paper: CheckedPaper) -> Findings:
    table, text = paper.components.signature, paper.components.text
    if table is None:
        return
    split = [row for row in table.rows if row.find(f"{w('trPr')}/{w('cantSplit')}") is None]
    last = [p for p in text if p.order < table.order][-1:]
    if last and not last[0].layout.keep_next:
        yield ALONE.at(
            last[0], say("the last paragraph is not kept with the signature"),
            say("Keep with next, so that the signature never stands alone on a page"),
        )  # fmt: skip
    if split:
        yield ALONE.at(
            table, say("the signature may be cut by the end of a page"),
            say("rows that do not break across pages"),
        )  # fmt: skip


_SIDES = say("recipients on the left, level with the signer's post on the right")
_ARCHIVED = say("“- Lưu: VT, ... .” as the last line, with a full stop")
