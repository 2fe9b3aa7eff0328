"""A text file (.txt, .md, .csv, .tsv) as an `OfficePaper`: lines are paragraphs, lines with tabs or bars are tables.

The few marks of Markdown and HTML that programs leave in lines are read as bold or taken out.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import NamedTuple

from cchc.intake.office import refusal
from cchc.intake.office.letters import plain_letters
from cchc.intake.office_paper import Block, Cell, OfficePaper, Paragraph, Place, Row, Table
from cchc.word.refusal import too_large, unreadable

_BOLD, _PLAIN, _SLOPED, _UPRIGHT = "\ue000", "\ue001", "\ue002", "\ue003"
_TOGGLES = {"b": (_BOLD, _PLAIN), "strong": (_BOLD, _PLAIN), "i": (_SLOPED, _UPRIGHT),
            "em": (_SLOPED, _UPRIGHT)}  # fmt: skip
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*\\])\1(?!\*)")
_TAG = re.compile(r"<(/?)(b|strong|i|em|u|p|br|div|span|font|sup|sub)\b[^<>]*>", re.IGNORECASE)
_BREAKS = frozenset({"p", "br", "div"})
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>])")


class PlainLine(NamedTuple):
    """A text without marks, and whether all its letters were marked bold or italic."""

    text: str
    bold: bool
    italic: bool


class TextLine(NamedTuple):
    """One line of a file, counted from 1, marks still in it; `level` when `#` made it a heading."""

    number: int
    text: str
    level: int | None


def text_lines_of(text: str) -> list[TextLine]:
    """Return the lines of `text`; bold marks that span lines are closed and opened on each."""
    found: list[TextLine] = []
    bold = False
    for number, line in enumerate(text.split("\n"), start=1):
        level = None
        if heading := _HEADING.fullmatch(line):
            level, line = len(heading[1]) - 1, heading[2]
        if not line.strip():
            bold = False
        elif line.count("**") % 2:
            line = f"**{line.strip()}" if bold else f"{line.strip()}**"
            bold = not bold
        elif bold and "**" not in line:
            line = f"**{line.strip()}**"
        found.append(TextLine(number, line, level))
    return found


def without_emphasis(text: str) -> PlainLine:
    """Return `text` without the marks, HTML line ends as line ends."""
    if not any(sign in text for sign in "*<&\\"):
        return PlainLine(_trimmed(text), False, False)
    text = _STARS.sub(_starred, text)
    text = _ENTITY.sub(lambda found: unescape(found[0]), _TAG.sub(_tagged, text))
    text = _ESCAPED.sub(r"\1", text)
    out: list[str] = []
    bold = italic = 0
    all_bold = all_italic = any(sign.isalnum() for sign in text)
    for sign in text:
        if sign in (_BOLD, _PLAIN):
            bold += 1 if sign == _BOLD else -1
        elif sign in (_SLOPED, _UPRIGHT):
            italic += 1 if sign == _SLOPED else -1
        else:
            out.append(sign)
            if not sign.isspace():
                all_bold = all_bold and bold > 0
                all_italic = all_italic and italic > 0
    return PlainLine(_trimmed("".join(out)), all_bold, all_italic)


def _starred(found: re.Match[str]) -> str:
    inner = _STARS.sub(_starred, found[2])
    if len(found[1]) != 2:
        inner = f"{_SLOPED}{inner}{_UPRIGHT}"
    return f"{_BOLD}{inner}{_PLAIN}" if len(found[1]) > 1 else inner


def _tagged(found: re.Match[str]) -> str:
    name = found[2].lower()
    if name in _BREAKS:
        return "\n"
    return _TOGGLES[name][bool(found[1])] if name in _TOGGLES else ""


def _trimmed(text: str) -> str:
    return re.sub(r"[ \t]*\n\s*", "\n", text).strip(" \n").rstrip()


MAX_BYTES = 8_000_000
"""A plan of a commune has 20 to 60 KB as text."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_NUMBERED = re.compile(
    r"[ \t]*([IVXLC]+\.|\d+[.)]|\d+(?:\.\d+)+[.)]?|[a-zđ]\)|[-–+•*])\t+([^\t]*\S[^\t]*)"
)
"""Word saves an automatic number as text with a tab behind it."""
_FIELDS = re.compile(r"[a-z_]+(?:,[a-z_]+){8,}\s*\n")
_PLAN_FILE = re.compile(r"^cchc:[ \t]+['\"]?\d", re.MULTILINE)
"""The first key of a plan file."""
_BAR = re.compile(r"(?<!\\)\|")


def read(path: Path) -> OfficePaper:
    """Return what stands in the text file at `path`.

    Raises:
        UserError: it cannot be read, is no text in UTF-8 or UTF-16, has nothing in it, or is a plan file.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_large(path)
        raw = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    text = plain_letters(_decoded(raw, path))
    if _PLAN_FILE.search(text):
        raise refusal.plan_file(path)
    try:
        if _FIELDS.match(text):
            blocks: tuple[Block, ...] = (_table_of_values(text, ","),)
        elif path.suffix.lower() in (".csv", ".tsv"):
            blocks = tuple(_sheet_of_values(text))
        else:
            blocks = tuple(_TextBlocks(text_lines_of(text)).blocks())
    except csv.Error as error:  # a cell of more than 100 KB
        raise too_large(path) from error
    if not blocks:
        raise refusal.no_text(path)
    return OfficePaper(path, blocks)


def _decoded(raw: bytes, path: Path) -> str:
    mark, encoding = next((m for m in _MARKS if raw.startswith(m[0])), (b"", "utf-8"))
    try:
        text = raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise (refusal.unknown if b"\0" in raw else refusal.not_utf8)(path) from error
    if _CONTROL.search(text):
        raise refusal.unknown(path)
    return text


def _sheet_of_values(text: str) -> Iterator[Block]:
    """Yield a sheet that Excel saved as .csv or .tsv: the lines over its table, and the table."""
    table = _table_of_values(text, _separator(text))
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    while rows and sum(bool(cell.text.strip()) for cell in rows[0].cells) == 1:
        row = rows.pop(0)
        yield from (Paragraph(cell.text, row.place) for cell in row.cells if cell.text.strip())
    if rows:
        yield replace(table, rows=tuple(rows), place=rows[0].place)


def _separator(text: str) -> str:
    """Return what parts the cells: the sign that makes most of the first lines equally wide."""

    def evenness(sign: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(text.splitlines()[:30], delimiter=sign))
        width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]))
        return (count if width > 1 else 0), width

    return max(",;\t", key=evenness)


def _table_of_values(text: str, separator: str) -> Table:
    """Return a file of values parted by a sign, such as `cchc export` writes, as a table."""
    rows = []
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    for n, values in enumerate(reader, start=1):
        place = Place(line=reader.line_num, table=1, row=n)
        cells = [Cell(value, place._replace(cell=at + 1), at) for at, value in enumerate(values)]
        rows.append(Row(tuple(cells), place))
    return Table(tuple(rows), rows[0].place, max(len(row.cells) for row in rows))


class _TextBlocks:
    def __init__(self, lines: list[TextLine]) -> None:
        self._lines = lines
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if not line.text.strip():
                at += 1
            elif numbered := _NUMBERED.fullmatch(line.text):
                yield self._paragraph(line, numbered[2].strip(), numbered[1])
                at += 1
            elif end := self._barred(at):
                yield self._bar_table(self._lines[at:end])
                at = end
            elif end := self._tabbed(at):
                yield self._tab_table(self._lines[at:end])
                at = end
            else:
                # A lone tab before the first word is an indent.
                text = line.text.rstrip()
                text = text if "\t" in text.strip() else text.strip()
                if (made := self._paragraph(line, text)).text:
                    yield made
                at += 1

    def _paragraph(self, line: TextLine, text: str, label: str = "") -> Paragraph:
        said = without_emphasis(text)
        return Paragraph(
            said.text, Place(line=line.number), label, line.level,
            bold=said.bold, italic=said.italic,
        )  # fmt: skip

    def _tabbed(self, at: int) -> int:
        """Return where a table of tabs that begins at line `at` ends; 0 when none begins there.

        Empty lines do not end it: pages were cut there.
        """
        if "\t" not in self._lines[at].text:
            return 0
        end = at
        most = rows = 0
        for n in range(at, len(self._lines)):
            text = self._lines[n].text
            if "\t" in text:
                end = n + 1
                rows += 1
                most = max(most, text.count("\t"))
            elif text.strip():
                break
        # One tab in one line only sets a word apart, or indents the line.
        return end if most > 1 or (rows > 1 and "\t" in self._lines[at].text.strip()) else 0

    def _barred(self, at: int) -> int:
        if "|" not in self._lines[at].text or at + 1 >= len(self._lines):
            return 0
        rule = self._lines[at + 1].text.strip()
        if "|" not in rule or not _RULE.fullmatch(rule):
            return 0
        end = at + 2
        while end < len(self._lines) and "|" in self._lines[end].text:
            end += 1
        return end

    def _tab_table(self, lines: list[TextLine]) -> Table:
        return self._table([(line, line.text.split("\t"), False) for line in lines
                            if line.text.strip(" ")])  # fmt: skip

    def _bar_table(self, lines: list[TextLine]) -> Table:
        rows = []
        for n, line in enumerate(lines):
            if n != 1:
                text = line.text.strip()
                text = text[1:] if text.startswith("|") else text
                text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
                cells = [one.replace("\\|", "|") for one in _BAR.split(text)]
                rows.append((line, cells, n == 0))
        return self._table(rows)

    def _table(self, rows: list[tuple[TextLine, list[str], bool]]) -> Table:
        self._tables += 1
        made = []
        for n, (line, texts, header) in enumerate(rows, start=1):
            place = Place(table=self._tables, row=n, line=line.number)
            cells = []
            for column, text in enumerate(texts):
                said = without_emphasis(text)
                here = place._replace(cell=column + 1)
                cells.append(
                    Cell(said.text.strip(), here, column, bold=said.bold, italic=said.italic)
                )
            made.append(Row(tuple(cells), place, header))
        width = max(len(row.cells) for row in made)
        return Table(tuple(made), Place(table=self._tables, line=made[0].place.line), width)
