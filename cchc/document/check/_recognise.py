"""Telling what a document is, and which of its paragraphs is which component.

By words and place: any office's own model is recognised. A style counts where it says that a
paragraph is a heading.
"""

from __future__ import annotations

from cchc.document.check import _text as t
from cchc.document.check._components import (
    APPENDIX,
    ATTACHED,
    BY_CODE,
    LETTER,
    NAMED,
    PARTY,
    UNKNOWN,
    AppendixAt,
    Components,
    Form,
    Role,
)
from cchc.document.check._ending import EndOfPaper, find_ending
from cchc.document.check._head import is_motto, is_national, name_head
from cchc.document.check._running_text import name_text
from cchc.document.check._scan import Para, Scan, cut, cut_paragraph

_TOP = 30
"""Lines in which a paper says what it is."""
_NEAR = 8
_TITLE_LINES = 14


def components(scan: Scan) -> list[Components]:
    """Tell what the papers in a document are, and what each of their paragraphs is."""
    lines = [p for p in scan.paragraphs if p.words]
    return [_recognised(scan, group) for group in _papers(lines)] or [Components()]


def _papers(lines: list[Para]) -> list[list[Para]]:
    """Return the lines of each paper in the file: a second letterhead begins another."""
    starts = [0]
    ended = False
    for n, p in enumerate(lines):
        ended = ended or t.recognised_key(p.words).startswith("noi nhan")
        if not ended:
            continue
        if is_national(p):
            starts.append(_table_start(lines, n))
        elif t.recognised_key(p.words) in t.KIND_OF_KEY and _is_issued(lines[n : n + _NEAR]):
            starts.append(n)
        else:
            continue
        ended = False
    ends = [*starts[1:], len(lines)]
    return [lines[a:b] for a, b in zip(starts, ends, strict=True) if lines[a:b]]


def _table_start(lines: list[Para], n: int) -> int:
    """Return the first line of the table in which line `n` stands."""
    cell = lines[n].cell
    while cell and n and (before := lines[n - 1].cell) and before.table is cell.table:
        n -= 1
    return n


def _is_issued(lines: list[Para]) -> bool:
    attached = next((p for p in lines if t.ATTACHED.match(p.words)), None)
    labelled = any(t.LABEL.fullmatch(p.words) for p in lines)
    return attached is not None and not labelled


def _recognised(scan: Scan, lines: list[Para]) -> Components:
    made = Components(paragraphs=list(lines))
    top = lines[:_TOP]
    if any(
        t.recognised_key(p.words) == "dang cong san viet nam"
        for line in top
        for p in cut_paragraph(line)
    ):
        made.form = PARTY
        return made
    begin = 0
    if any(is_national(p) or is_motto(p) for p in top):
        begin = name_head(scan, made, lines)
    elif (start := _appendix_start(top)) is not None:
        made.form = APPENDIX
        _name_appendices(scan, made, made.paragraphs, start)
        return made
    elif not _looks_official(lines):
        made.form = UNKNOWN
        return made
    after = made.paragraphs.index(lines[begin]) if begin < len(lines) else len(made.paragraphs)
    _name_body(scan, made, after)
    return made


def _appendix_start(top: list[Para]) -> int | None:
    """Return the line with which an appendix in a file of its own begins; None when it is none."""
    for n, p in enumerate(top[:_NEAR]):
        if is_label(p):
            return n
    attached = next((n for n, p in enumerate(top[:_NEAR]) if t.ATTACHED.match(p.words)), None)
    titled = any(t.recognised_key(p.words) in t.KIND_OF_KEY for p in top[: attached or 0])
    return None if attached is None or titled else 0


def _looks_official(lines: list[Para]) -> bool:
    """Whether a text without national name and motto still is an official paper."""
    top = lines[:_TOP]
    signs = (
        any(t.NUMBER_LINE.match(p.words) and "/" in p.words for p in top),
        any(t.DATE_LINE.search(p.words) and len(p.words) < 90 for p in top),
        any(t.recognised_key(p.words) in t.KIND_OF_KEY for p in top),
        any(t.ATTACHED.match(p.words) for p in top),
        any(t.recognised_key(p.words) == "noi nhan" for p in lines),
    )
    return sum(signs) >= 2


def _name_body(scan: Scan, made: Components, begin: int) -> None:
    begin = _name_title(made, begin)
    ending = find_ending(made.paragraphs, begin)
    if ending is not None:
        _name_ending(scan, made, ending)
    lines = made.paragraphs
    behind = begin if ending is None else ending.stop + _added(ending)
    label = next((n for n in range(behind, len(lines)) if is_label(lines[n])), None)
    stop = ending.begin if ending else label
    name_text(made, lines[begin:stop])
    if label is not None:
        _name_appendices(scan, made, lines, label)


def _added(ending: EndOfPaper) -> int:
    """Return how many paragraphs more there are after the end of a paper was cut."""
    return sum(len(parts) - 1 for parts in ending.cuts.values())


def _name_ending(scan: Scan, made: Components, ending: EndOfPaper) -> None:
    made.roles |= ending.roles
    for p, parts in ending.cuts.items():
        at = made.paragraphs.index(p)
        made.paragraphs[at : at + 1] = parts
    tables = [p.cell.table for p in ending.roles if p.cell and not p.cell.box]
    made.signature = next(
        (one for one in scan.tables if tables and one.element is tables[-1]), None
    )


def _name_title(made: Components, begin: int) -> int:
    """Name the kind and the summary, tell the form, and return the number of the line after them."""
    _cut_title(made, begin)
    lines = made.paragraphs
    kind: Para | None = None
    attached = False
    n = begin
    while n < len(lines):
        p = lines[n]
        centred = p.layout.align == "center"
        name = t.recognised_key(p.words)
        if p.cell and not p.cell.box and not (centred and name in t.KIND_KEYS):
            break
        if t.RULE.fullmatch(p.words) or t.STAMP.fullmatch(p.words):
            pass
        elif is_label(p) or t.OPENING.match(p.words):
            break
        elif t.ATTACHED.match(p.words):
            made.roles[p] = Role.ATTACHED
            attached = True
        elif kind is None and (name in t.KIND_KEYS or (centred and is_upper(p))):
            made.roles[p] = Role.KIND
            kind = p
        elif kind is not None and centred and is_upper(p) and _resolves(kind, made):
            made.roles[p] = Role.ISSUER
        elif p.words.endswith(":") or t.MARKED.match(p.words) or t.ARTICLE.match(p.words):
            break
        elif centred or (kind is not None and p.share("bold") > 0.5):
            made.roles[p] = Role.OTHER if attached else Role.SUMMARY
        else:
            break
        n += 1
    made.form = _form(made, kind, lines[n : n + 3], attached=attached)
    if made.form is LETTER:
        for p in made.of(Role.SUMMARY):
            made.roles[p] = Role.OTHER
    return n


def _cut_title(made: Components, begin: int) -> None:
    """Cut centred paragraphs of the title at their line breaks."""
    for p in made.paragraphs[begin : begin + _TITLE_LINES]:
        if p.layout.align == "center" and not p.cell and "\n" in p.text.strip("\n"):
            at = made.paragraphs.index(p)
            made.paragraphs[at : at + 1] = cut(p, "\n")


def _resolves(kind: Para, made: Components) -> bool:
    code = t.KIND_OF_KEY.get(t.recognised_key(kind.words)) or symbol_code(made)
    return code in BY_CODE and BY_CODE[code].resolves


def symbol_code(made: Components) -> str:
    """Return the code of the kind in the symbol of a paper; empty when it names none."""
    for p in made.of(Role.NUMBER):
        letters = p.words.rpartition("/")[2].strip().partition("-")[0].strip()
        if letters in t.KIND_OF_KEY.values():
            return letters
    return ""


def _form(made: Components, kind: Para | None, follows: list[Para], *, attached: bool) -> Form:
    code = t.KIND_OF_KEY.get(t.recognised_key(kind.words), "") if kind else ""
    if attached and not made.of(Role.NUMBER):
        return ATTACHED
    if kind is not None and t.recognised_key(kind.words) != "cong van":
        return BY_CODE.get(code or symbol_code(made), NAMED)
    letter = any(t.ADDRESS.match(p.words) for p in follows) or bool(made.of(Role.SUBJECT))
    if not symbol_code(made) and (letter or kind is not None):
        return LETTER
    return BY_CODE.get(symbol_code(made), NAMED)


def _name_appendices(scan: Scan, made: Components, lines: list[Para], begin: int) -> None:
    starts = [n for n in range(begin, len(lines)) if n == begin or is_label(lines[n])]
    ends = [*starts[1:], len(lines)]
    for a, b in zip(starts, ends, strict=True):
        _name_appendix(scan, made, lines[a:b])


def _name_appendix(scan: Scan, made: Components, lines: list[Para]) -> None:
    label = lines[0] if is_label(lines[0]) else None
    one = AppendixAt(lines[0], label)
    made.appendices.append(one)
    if label:
        made.roles[label] = Role.LABEL
    heading = True
    for p in lines[1:] if label else lines:
        if p.cell and not p.cell.box:
            heading = False
        elif not heading or t.RULE.fullmatch(p.words):
            continue
        elif t.ATTACHED.match(p.words):
            made.roles[p] = Role.ATTACHED
            one.attached.append(p)
        elif not one.attached and (p.layout.align == "center" or not one.title):
            made.roles[p] = Role.TITLE
            one.title.append(p)
        else:
            heading = False
    orders = {p.order for p in lines}
    one.tables = [
        table for table in scan.tables if any(p.order in orders for p in table.paragraphs)
    ]
    for table in one.tables:
        for p in table.paragraphs:
            made.roles.setdefault(p, Role.CELL)


def is_label(p: Para) -> bool:
    """Whether a line is the word "Phụ lục" over an appendix."""
    if p.cell is not None and not p.cell.box:
        return False
    return bool(t.LABEL.fullmatch(p.words)) or (
        p.layout.align == "center" and bool(t.LABEL_LINE.match(p.words)) and len(p.words) < 100
    )


def is_upper(p: Para) -> bool:
    """Whether a line is in capitals."""
    return p.words == p.words.upper() and any(c.isalpha() for c in p.words)
