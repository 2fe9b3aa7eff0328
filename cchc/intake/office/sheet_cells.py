"""The cells of an Excel sheet as text, as Excel shows them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import NamedTuple

from cchc.intake.office import letters
from cchc.intake.office.left_out import SheetSeen
from cchc.intake.office.letters import plain_letters, trimmed
from cchc.intake.office.number_format import formatted, shown_date
from cchc.word.markup import Element

MAX_CELLS = 400_000
"""Cells with something in them; 5,000 rows of 20 columns are 100,000."""

NO_NUMBER = "…"
"""Stands for a number that nobody stored."""

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_GENERAL = "General"


def s(name: str) -> str:
    """Return the full name of an element of the main namespace of workbooks."""
    return f"{{{_S}}}{name}"


class SheetCell(NamedTuple):
    """One cell with text; rows and columns counted from 1."""

    row: int
    column: int
    text: str
    bold: bool
    italic: bool
    rows: int = 1
    columns: int = 1


class TooManyCellsError(Exception):
    """The sheet has more cells than a plan can have."""


class _Font(NamedTuple):
    name: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False


class SheetReader:
    """Reads the sheets of one workbook and counts what was not read."""

    def __init__(self, strings: Element | None, styles: Element | None, from_1904: bool) -> None:
        """Read the roots of the parts with texts and styles; either may be missing."""
        self._fonts, self._formats = _styles(styles)
        self._strings = [] if strings is None else strings.findall(s("si"))
        self._from_1904 = from_1904
        self.old_fonts: set[str] = set()
        self.formulas = 0
        """Formulas without a stored result."""
        self.hidden_rows = 0
        self.seen = SheetSeen()

    def read(self, sheet: Element) -> list[SheetCell]:
        """Return the cells that have text, row by row; a merged cell stands where it begins.

        Raises:
            TooManyCellsError: there are more than `MAX_CELLS`.
        """
        merged = _merged(sheet)
        self.seen.hidden_columns += sum(
            _whole(one.get("max"), 1) - _whole(one.get("min"), 1) + 1
            for one in sheet.iter(s("col")) if one.get("hidden") in ("1", "true")
        )  # fmt: skip
        found: list[SheetCell] = []
        number = 0
        for row in sheet.iter(s("row")):
            number = _whole(row.get("r"), number + 1)
            self.hidden_rows += row.get("hidden") in ("1", "true")
            column = 0
            for node in row.iter(s("c")):
                at = _REFERENCE.fullmatch(node.get("r") or "")
                column = _column(at[1]) if at else column + 1
                font = self._font(node)
                text = trimmed(plain_letters(self._text(node, font)))
                if not text and node.find(s("f")) is not None:
                    text = _counted_on(found, number, column)
                    self.formulas += text in ("", NO_NUMBER)
                if font.struck and text:
                    self.seen.struck.append(text)
                    continue
                if text and node.get("t") in ("e", "b"):
                    self.seen.errors.append((node.get("r") or "", text))
                    continue
                if text:
                    rows, columns = merged.get((number, column), (1, 1))
                    found.append(SheetCell(number, column, text.strip(), font.bold, font.italic,
                                           rows, columns))  # fmt: skip
                    if len(found) > MAX_CELLS:
                        raise TooManyCellsError
        return found

    def _text(self, node: Element, font: _Font) -> str:
        kind = node.get("t") or "n"
        if kind == "inlineStr":
            return self._rich(node.find(s("is")), font)
        stored = node.find(s("v"))
        value = "" if stored is None else stored.text or ""
        if not value:
            return ""
        if kind == "s":
            index = _whole(value, -1)
            return self._rich(self._strings[index], font) if 0 <= index < len(self._strings) else ""
        if kind in ("str", "e"):
            return self._converted(value, font.name)
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "d":
            return _iso(value)
        return self._number(value, node)

    def _rich(self, texts: Element | None, font: _Font) -> str:
        """Return the text of a string, its runs in their fonts; readings above it left out."""
        out = ""
        for one in () if texts is None else texts:
            if one.tag == s("t"):
                out += self._converted(one.text or "", font.name)
            elif one.tag == s("r"):
                look = one.find(s("rPr"))
                if look is not None and _font(look).struck:
                    said = one.find(s("t"))
                    self.seen.struck.append("" if said is None else said.text or "")
                    continue
                named = one.find(f"{s('rPr')}/{s('rFont')}")
                name = font.name if named is None else named.get("val") or ""
                text = one.find(s("t"))
                out += self._converted("" if text is None else text.text or "", name)
        return out

    def _converted(self, text: str, font: str) -> str:
        text = re.sub("_x000[dD]_", "", text)
        if letters.is_coded(text, font):
            self.old_fonts.add(font)
        return letters.to_unicode(text, font)

    def _number(self, value: str, node: Element) -> str:
        from openpyxl.styles.numbers import is_date_format
        from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

        try:
            number = float(value)
        except ValueError:
            return value
        if number != number or abs(number) > 1e300:
            return value
        index = _whole(node.get("s"), 0)
        form = self._formats[index] if index < len(self._formats) else _GENERAL
        if is_date_format(form):
            epoch = CALENDAR_MAC_1904 if self._from_1904 else CALENDAR_WINDOWS_1900
            try:
                moment = from_excel(number, epoch)
            except (ValueError, OverflowError):
                return formatted(number, _GENERAL)
            if isinstance(moment, datetime | date | time):
                return shown_date(moment, form)
        return formatted(number, form)

    def _font(self, node: Element) -> _Font:
        index = _whole(node.get("s"), 0)
        return self._fonts[index] if index < len(self._fonts) else _Font()


def _styles(root: Element | None) -> tuple[list[_Font], list[str]]:
    """Return font and number format of each cell style."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    if root is None:
        return [], []
    fonts = [_font(node) for node in root.findall(f"{s('fonts')}/{s('font')}")]
    named = {_whole(n.get("numFmtId"), -1): n.get("formatCode") or ""
             for n in root.iter(s("numFmt"))}  # fmt: skip
    known = {**BUILTIN_FORMATS, **named}
    looks = root.findall(f"{s('cellXfs')}/{s('xf')}")
    numbers = [_whole(one.get("fontId"), 0) for one in looks]
    return (
        [fonts[n] if n < len(fonts) else _Font() for n in numbers],
        [known.get(_whole(one.get("numFmtId"), 0), _GENERAL) for one in looks],
    )


def _font(node: Element) -> _Font:
    def on(name: str) -> bool:
        found = node.find(s(name))
        return found is not None and found.get("val", "1") not in ("0", "false")

    name = node.find(s("name"))
    return _Font("" if name is None else name.get("val") or "", on("b"), on("i"), on("strike"))


def _merged(sheet: Element) -> dict[tuple[int, int], tuple[int, int]]:
    """Return rows and columns of each merged cell, by the place where it begins."""
    found = {}
    for node in sheet.iter(s("mergeCell")):
        first, _, last = (node.get("ref") or "").partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
        if start and end:
            row, column = int(start[2]), _column(start[1])
            size = (int(end[2]) - row + 1, _column(end[1]) - column + 1)
            if min(size) > 0:
                found[row, column] = size
    return found


def _counted_on(above: list[SheetCell], row: int, column: int) -> str:
    """Return what a formula without a stored result numbers its row with; empty if it numbers none.

    Rows are numbered in the first column that has text: the number above is counted on.
    """
    if not above or column != min(cell.column for cell in above):
        return ""
    over = next((cell for cell in reversed(above) if cell.column == column), None)
    if over is None or over.row != row - 1:
        return ""
    is_number = over.text.isascii() and over.text.isdigit() and len(over.text) < 5
    return str(int(over.text) + 1) if is_number else NO_NUMBER


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else default


def _iso(value: str) -> str:
    try:
        return shown_date(datetime.fromisoformat(value.rstrip("Z")), "d")
    except ValueError:
        return value
