"""Telling which paragraph is which component, by its words and its place.

Style names are not looked at: any office's own model is recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc.document.check import _text as t
from cchc.document.check._components import AppendixAt, Components, Role
from cchc.document.check._scan import Para, Scan, TableAt


def components(scan: Scan) -> Components:
    """Tell what each paragraph of a document is."""
    return _Finder(scan).find()


class _Finder:
    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._made = Components(paragraphs=scan.paragraphs)

    def find(self) -> Components:
        blocks, made = self._scan.blocks, self._made
        labels = [n for n, b in enumerate(blocks) if isinstance(b, Para) and _is_label(b)]
        end = labels[0] if labels else len(blocks)
        begin = self._letterhead(end)
        sign = self._signature(begin, end)
        stop = min(sign, end)
        if stop < len(blocks):
            made.body_end = blocks[stop].order
        self._text(self._title(begin, stop), stop)
        for n, at in enumerate(labels):
            self._appendix(at, labels[n + 1] if n + 1 < len(labels) else len(blocks))
        for paragraph in made.paragraphs:
            in_table = paragraph.cell is not None
            made.roles.setdefault(paragraph.order, Role.CELL if in_table else Role.OTHER)
        return made

    def _set(self, paragraph: Para, role: Role) -> None:
        self._made.roles[paragraph.order] = role

    def _letterhead(self, end: int) -> int:
        """Name the parts of the letterhead and return the index of the block after it."""
        blocks = self._scan.blocks
        for n, block in enumerate(blocks[:end]):
            inside = block.paragraphs if isinstance(block, TableAt) else [block]
            national = next((p for p in inside if t.NATIONAL_KEY in t.key(p.words)), None)
            if national is None and not any(t.MOTTO_KEY in t.key(p.words) for p in inside):
                continue
            if isinstance(block, TableAt):
                self._made.letterhead = block
                self._letterhead_cells(inside, national)
                return n + 1
            return self._letterhead_lines(n, end)
        return 0

    def _letterhead_cells(self, inside: list[Para], national: Para | None) -> None:
        head = national or next(p for p in inside if t.MOTTO_KEY in t.key(p.words))
        right = head.cell.cell if head.cell else 0
        agency: list[Para] = []
        for p in (p for p in inside if p.words):
            if p is national:
                self._set(p, Role.NATIONAL)
            elif t.MOTTO_KEY in t.key(p.words):
                self._set(p, Role.MOTTO)
            elif not self._number_or_date(p) and p.cell and p.cell.cell != right:
                agency.append(p)
        for p, role in zip(agency, _agency_roles(agency), strict=True):
            self._set(p, role)

    def _letterhead_lines(self, first: int, end: int) -> int:
        blocks = self._scan.blocks
        for n, block in enumerate(blocks[:end]):
            if isinstance(block, TableAt) or not block.words:
                continue
            name = t.key(block.words)
            if t.NATIONAL_KEY in name:
                self._set(block, Role.NATIONAL)
                if name != t.NATIONAL_KEY:
                    self._made.shared_letterhead = block
            elif t.MOTTO_KEY in name:
                self._set(block, Role.MOTTO)
            elif not self._number_or_date(block):
                if n > first:
                    return n
                self._set(block, Role.AGENCY)
        return end

    def _number_or_date(self, p: Para) -> bool:
        if t.NUMBER_LINE.match(p.words):
            self._set(p, Role.NUMBER)
        elif t.DATE_LINE.search(p.words):
            self._set(p, Role.DATE)
        elif re.match(r"(?i)v\s*/\s*v", p.words):
            self._set(p, Role.SUBJECT)
        else:
            return False
        return True

    def _title(self, begin: int, stop: int) -> int:
        """Name the kind and the summary, and return the index of the block after them."""
        blocks = self._scan.blocks
        kind = False
        for n in range(begin, stop):
            block = blocks[n]
            if isinstance(block, TableAt):
                return n
            if not block.words:
                continue
            centred = block.layout.align == "center"
            if not kind and (t.key(block.words) in t.KIND_KEYS or (centred and _is_upper(block))):
                self._set(block, Role.KIND)
                kind = True
            elif t.ATTACHED.match(block.words):
                self._set(block, Role.ATTACHED)
            elif (self._number_or_date(block) and self._made.letterhead is None) or (
                self._made.roles.get(block.order) is Role.SUBJECT
            ):
                continue
            elif (centred or (kind and block.share("bold") > 0.5)) and not t.MARKED.match(
                block.words
            ):
                self._set(block, Role.SUMMARY)
            else:
                self._made.roles.pop(block.order, None)
                return n
        return stop

    def _text(self, begin: int, stop: int) -> None:
        paragraphs = [b for b in self._scan.blocks[begin:stop] if isinstance(b, Para) and b.words]
        before: Para | None = None
        opened = False
        for n, p in enumerate(paragraphs):
            follows = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
            if not opened and _is_base(p, before):
                self._set(p, Role.BASE)
            else:
                opened = True
                self._set(p, _body_role(p, follows))
            before = p

    def _signature(self, begin: int, end: int) -> int:
        blocks = self._scan.blocks
        for n in range(begin, end):
            block = blocks[n]
            inside = block.paragraphs if isinstance(block, TableAt) else [block]
            word = next((p for p in inside if t.key(p.words).startswith("noi nhan")), None)
            if word is None:
                continue
            self._set(word, Role.RECIPIENTS)
            if isinstance(block, TableAt):
                self._sign_table(block, word)
                return n
            return self._sign_lines(n, begin, end)
        for n in range(end - 1, begin - 1, -1):
            block = blocks[n]
            if isinstance(block, TableAt) and any(t.POST.match(p.words) for p in block.paragraphs):
                if len(block.rows) <= 4:
                    self._sign_table(block, None)
                    return n
                return end
        return self._sign_lines(end, begin, end)

    def _sign_table(self, block: TableAt, word: Para | None) -> None:
        self._made.signature = block
        own = word.cell.element if word and word.cell else None
        cells: dict[int, list[Para]] = {}
        for p in (p for p in block.paragraphs if p.words and p is not word and p.cell):
            if p.cell and p.cell.element is own:
                self._set(p, Role.RECIPIENT)
            elif p.cell:
                cells.setdefault(p.cell.cell, []).append(p)
        for inside in cells.values():
            if not word and t.DASH_MARK.match(inside[0].words):
                for p in inside:
                    self._set(p, Role.RECIPIENT)
            else:
                self._signer(inside)

    def _sign_lines(self, at: int, begin: int, end: int) -> int:
        """Name recipients and signer that stand in plain paragraphs."""
        blocks = self._scan.blocks
        signer: list[Para] = []
        first = at
        for block in blocks[at:end]:
            if isinstance(block, Para) and block.words and self._free(block):
                if re.match(r"[-–+•]", block.words):
                    self._set(block, Role.RECIPIENT)
                else:
                    signer.append(block)
        for n in range(at - 1, begin - 1, -1):
            block = blocks[n]
            if isinstance(block, TableAt):
                break
            if block.words and not (t.POST.match(block.words) or _is_name(block)):
                break
            if block.words:
                signer.insert(0, block)
                first = n
        if not any(t.POST.match(p.words) for p in signer):
            for p in signer:
                self._made.roles.pop(p.order, None)
            return at
        self._signer(signer)
        return first

    def _free(self, paragraph: Para) -> bool:
        return paragraph.order not in self._made.roles

    def _signer(self, inside: list[Para]) -> None:
        for n, p in enumerate(inside):
            if t.AUTHORITY.match(p.words):
                self._set(p, Role.AUTHORITY)
            elif p.words.startswith("("):
                self._set(p, Role.SIGN_HERE)
            elif n and n == len(inside) - 1 and not t.POST.match(p.words):
                self._set(p, Role.NAME)
            else:
                self._set(p, Role.POST)

    def _appendix(self, begin: int, stop: int) -> None:
        blocks = self._scan.blocks
        label = blocks[begin]
        assert isinstance(label, Para)
        made = AppendixAt(label)
        self._made.appendices.append(made)
        self._set(label, Role.LABEL)
        heading = True
        for block in blocks[begin + 1 : stop]:
            if isinstance(block, TableAt):
                made.tables.append(block)
                heading = False
            elif not block.words:
                continue
            elif heading and t.ATTACHED.match(block.words):
                self._set(block, Role.ATTACHED)
                made.attached.append(block)
            elif (
                heading and not made.attached and (block.layout.align == "center" or not made.title)
            ):
                self._set(block, Role.TITLE)
                made.title.append(block)
            else:
                heading = False


def _agency_roles(lines: list[Para]) -> Iterable[Role]:
    """Tell who issues the paper, the last agency named, from its superior above."""
    starts = [n for n, p in enumerate(lines) if t.AGENCY_START.match(t.key(p.words))]
    own = starts[-1] if starts else max(0, len(lines) - 1)
    return [Role.SUPERIOR if n < own else Role.AGENCY for n in range(len(lines))]


def _is_label(p: Para) -> bool:
    return bool(t.LABEL.fullmatch(p.words)) or (
        p.layout.align == "center" and bool(t.LABEL_LINE.match(p.words)) and len(p.words) < 100
    )


def _is_upper(p: Para) -> bool:
    return p.words == p.words.upper() and any(c.isalpha() for c in p.words)


def _is_name(p: Para) -> bool:
    return bool(p.words) and p.layout.align == "center" and p.words.istitle()


def _is_base(p: Para, before: Para | None) -> bool:
    if p.words.endswith(":") or t.MARKED.match(p.words):
        return False
    if t.BASE_WORD.match(p.words):
        return True
    goes_on = before is not None and before.words.endswith(";")
    if before is not None and t.BASE_CITED.match(p.words) and not t.SENTENCE.search(p.words):
        return True  # after a base that ends in no semicolon: a slip of its own
    return goes_on or (bool(t.BASE_LIKE.match(p.words)) and p.words.endswith(";"))


def _body_role(p: Para, follows: Para | None) -> Role:
    words = p.words
    title = not re.search(r"[.;,:!?…]$|\./\.$", words) and len(words) <= 200
    if t.PART_MARK.match(words):
        return Role.PART
    if t.SECTION_MARK.match(words):
        deeper = follows is not None and not t.SECTION_MARK.match(follows.words)
        bold = p.share("bold") > 0.5
        return Role.SECTION_TITLE if title and (bold or deeper) else Role.SECTION
    if t.POINT_MARK.match(words):
        return Role.POINT
    if t.DASH_MARK.match(words):
        return Role.DASH
    if t.REFERENCE.match(words):
        return Role.REFERENCE
    return Role.HEADING if title and p.share("bold") > 0.5 else Role.TEXT
