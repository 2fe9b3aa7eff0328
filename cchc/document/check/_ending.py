"""The end of a paper: recipients and signers, in a table, in text boxes, or in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cchc.document.check import _text as t
from cchc.document.check._components import Role
from cchc.document.check._scan import Para, cut_paragraph

_SMALL_TABLE = 40
"""Lines that a table of recipients and signers has at most."""
_SIGN_LINES = 8
"""Lines of a signature in plain paragraphs, above the recipients or at the end."""
_SIGN_HERE = re.compile(r"\(|(chữ ký|dấu|ký tên|đã ký)\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"[-–−+•*·]|lưu\b", re.IGNORECASE)


@dataclass
class EndOfPaper:
    """Where the end of a paper stands among its lines, and what is what in it."""

    begin: int
    stop: int
    roles: dict[Para, Role] = field(default_factory=dict)
    cuts: dict[Para, list[Para]] = field(default_factory=dict)
    """What paragraphs with several parts were cut into."""


def find_ending(lines: list[Para], begin: int) -> EndOfPaper | None:
    """Return the end of a paper whose text begins at `begin`; None when it has none."""
    words = [n for n in range(begin, len(lines)) if _is_word(lines[n])]
    posts = [n for n in range(begin, len(lines)) if _is_post(lines[n])]
    if words:
        start, stop = _around(lines, words[-1] if len(words) == 1 else words[0], begin)
    elif posts:
        start, stop = _around(lines, posts[-1], begin)
        if not _closes(lines, stop):
            return None
    else:
        return None
    start = _signers_above(lines, start, begin)
    return _named(lines, start, stop)


def _is_word(p: Para) -> bool:
    name = t.recognised_key(next(iter(cut_paragraph(p))).words)
    return name == "noi nhan" or (name.startswith("noi nhan") and len(name) < 25)


def _is_post(p: Para) -> bool:
    words = [one.words for one in cut_paragraph(p)]
    return any(w == w.upper() and t.POST.match(w) and len(w) < 80 for w in words)


def _closes(lines: list[Para], stop: int) -> bool:
    """Whether only appendices, or very little, follow."""
    return len(lines) - stop <= _SIGN_LINES or bool(t.LABEL.match(lines[stop].words))


def _around(lines: list[Para], at: int, begin: int) -> tuple[int, int]:
    """Return the stretch of lines that stands with line `at`: its table, or plain lines behind."""
    start, stop = at, at + 1
    cell = lines[at].cell
    if cell is not None and not cell.box:
        while start > begin and lines[start - 1].shares_table(lines[at]):
            start -= 1
        while stop < len(lines) and lines[stop].shares_table(lines[at]):
            stop += 1
    while stop < len(lines) and _ends_on(lines[stop]) and stop - start < _SMALL_TABLE:
        stop += 1
    return start, stop


def _ends_on(p: Para) -> bool:
    """Whether a plain line, or one of a box, still belongs to recipients and signature."""
    if t.LABEL.fullmatch(p.words) or t.ATTACHED.match(p.words) or p.layout.page_break:
        return False
    if p.cell is not None:
        return p.cell.box or _is_post(p)
    return len(p.words) < 120 and not p.words.endswith("./.")


def _signers_above(lines: list[Para], start: int, begin: int) -> int:
    """Return the first line of what is signed above the recipients: minutes, or plain lines."""
    first = start
    n = start - 1
    while n >= begin and start - n <= _SIGN_LINES:
        p = lines[n]
        if not (_is_post(p) or _is_name(p) or _SIGN_HERE.match(p.words)):
            break
        if _is_post(p):
            first = n
            while first > begin and lines[first - 1].shares_table(p):
                first -= 1
            n = first
        n -= 1
    return first


def _is_name(p: Para) -> bool:
    words = p.words
    short = len(words) < 40 and not re.search(r"[.;:,!?]$", words)
    return short and (p.layout.align == "center" or p.cell is not None or "\t" in p.text)


def _named(lines: list[Para], start: int, stop: int) -> EndOfPaper:
    made = EndOfPaper(start, stop)
    parts: list[Para] = []
    notes = next(
        (n for n in range(start, stop) if t.recognised_key(lines[n].words) == "ghi chu"), stop
    )
    made.roles |= dict.fromkeys(lines[notes:stop], Role.OTHER)
    for p in lines[start:notes]:
        found = cut_paragraph(p)
        if len(found) > 1:
            made.cuts[p] = found
        parts += found
    word = next((p for p in parts if _is_word(p)), None)
    archived = False
    columns: dict[object, list[Para]] = {}
    for p in parts:
        if p is word:
            made.roles[p] = Role.RECIPIENTS
        elif word and p.order >= word.order and _under(word, p) and not archived:
            made.roles[p] = Role.RECIPIENT
            archived = t.recognised_key(p.words).startswith("luu")
        elif not word and _RECIPIENT.match(p.words):
            made.roles[p] = Role.RECIPIENT
        elif archived and word and word.cell and _column(p) == _column(word):
            made.roles[p] = Role.OTHER
        else:
            columns.setdefault(_column(p), []).append(p)
    for inside in columns.values():
        made.roles |= _signer(inside)
    return made


def _column(p: Para) -> object:
    """Return what stands for the column of a line: lines below each other have the same."""
    if p.cell is None:
        return None
    return p.cell.element if p.cell.box else (id(p.cell.table), p.cell.cell)


def _under(word: Para, p: Para) -> bool:
    """Whether a line stands below the words "Nơi nhận:" as one of the recipients."""
    if word.cell is None:
        return p.cell is None and bool(_RECIPIENT.match(p.words))
    if _column(p) != _column(word):
        return False
    inside = p.cell is not None and p.cell.element is word.cell.element
    return inside or bool(_RECIPIENT.match(p.words))


def _signer(inside: Iterable[Para]) -> dict[Para, Role]:
    roles: dict[Para, Role] = {}
    named = False
    lines = list(inside)
    for n, p in enumerate(lines):
        upper = p.words == p.words.upper()
        if t.AUTHORITY.match(p.words) and (upper or not named):
            roles[p] = Role.AUTHORITY
            named = False
        elif _SIGN_HERE.match(p.words) or t.RULE.fullmatch(p.words):
            roles[p] = Role.SIGN_HERE
        elif t.POST.match(p.words) or (upper and n < len(lines) - 1):
            roles[p] = Role.POST
            named = False
        elif n and not named:
            roles[p] = Role.NAME
            named = True
        else:
            roles[p] = Role.POST if not n else Role.OTHER
    return roles
