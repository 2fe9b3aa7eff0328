"""The tables of one appendix as rows in groups, with the title, times and units told around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc.intake.body.task_blocks import support_in
from cchc.intake.front.letterhead import names_issuer, names_place
from cchc.intake.lines import Line
from cchc.intake.office_paper import Place
from cchc.intake.tables.head import TableHead
from cchc.intake.tables.rows import ReadRows, rows_of
from cchc.intake.tables.sheets import AppendixSheet
from cchc.intake.tables.task_tree import RowNode, tree
from cchc.intake.tables.work_row import WorkRow
from cchc.intake.units.book import UnitBook
from cchc.intake.units.words import is_proper
from cchc.language.deadline import DeadlineError, read_deadline
from cchc.language.figures_day import figures_day
from cchc.language.names import bare
from cchc.language.persons import CAPITALS, are_persons

_TITLE = r"(?:đ/c|đc|đồng chí|ông|bà)(?![\w/])"
_NAME = rf"(?-i:[{CAPITALS}][^\W\d_]*(?:['’][^\W\d_]+)*)"
_HEAD = (
    r"(?:phó\s+)?(?:trưởng\s+(?=phòng\s|trạm\s|công an\s)|chánh\s+(?=văn phòng)"
    r"|giám đốc\s+(?=trung tâm\s)|hiệu trưởng\s+(?=trường\s))"
)
_SIGN = r"(?:\s*[,(:–-]\s*|\s+)"
_PERSON = re.compile(
    rf"(?:{_TITLE}[.:]?\s*(?:{_NAME}(?:\s+{_NAME}){{0,5}}{_SIGN})?|{_NAME}(?:\s+{_NAME}){{1,5}}{_SIGN})"
    rf"{_HEAD}(?P<unit>[^;\n()]+?)"
    rf"\s*(?=[;\n()]|[,.–-]\s*(?:và\s+)?{_TITLE}|,?\s+(?:chủ trì|phối hợp|phụ trách|theo dõi|và\s+{_TITLE})|[.,]?\s*$)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"Văn phòng (?:HĐND|Hội đồng|UBND|Ủy ban)[^,;\n()]*")


def units_of_posts(text: str, others: str = "") -> str:
    """Return the units whose heads or deputies `text` names as persons, parted by ";".

    Empty, when it begins with no such person. "Chánh Văn phòng" is of the one office of the council
    and the committee in `others`, the cells of units of the paper, where there is one.
    """
    found = list(_PERSON.finditer(text))
    if not found or is_proper(text) or text[: found[0].start()].strip(" -–+*"):
        return ""
    units = [_capital(" ".join(one["unit"].split())) for one in found]
    offices = _OFFICE.findall(others)
    return "; ".join(offices[0].strip() if offices and one == "Văn phòng" else one
                     for one in dict.fromkeys(units))  # fmt: skip


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


_LABEL = re.compile(
    r"(?:phụ lục(?:\s+(?:số\s*)?(?:[0-9]{1,3}|[IVX]{1,5})(?!\w))?"
    r"|(?:biểu|bảng)(?:\s+(?:số\s*)?(?:[0-9]{1,3}|[IVX]{1,5})(?!\w)|\s*(?=[:.–-]|$)))\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\(?\s*(?:(?:ban hanh )?kem theo|dinh kem(?: theo)?|kem (?=ke hoach|quyet dinh))\b|\(\s*(?:ban hanh )?theo (?:ke hoach|quyet dinh|chuong trinh) so\b"
    r"(?!.* cua (?:chu tich )?(?:ubnd |uy ban nhan dan )?(?:tinh|thanh pho)\b)"
)
PERSON = re.compile(r"(?:đ/c|đc|đồng chí|ông|bà)(?![\w/])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+")
NOTHING = re.compile(r"[\s.…_/\\-]*")


@dataclass(slots=True)
class AppendixTable:
    """One appendix while it is read."""

    sheet: AppendixSheet
    rows: ReadRows
    pieces: list[RowNode]
    title: str = ""
    stray: list[Line] = field(default_factory=list)
    """Lines over or under the table that belong to nothing known."""
    attached: list[tuple[str, Place]] = field(default_factory=list)
    """What stands over it of the document it goes with: "(Kèm theo Kế hoạch số ...)"."""
    groups_lead: bool = False
    """Whether the headings of its groups are the units that lead the tasks below them."""


def read_sheet(sheet: AppendixSheet) -> list[AppendixTable]:
    """Read the tables of one appendix; tables with unlike headers are appendices of their own."""
    groups: list[list[int]] = []
    last: TableHead | None = None
    for n, table in enumerate(sheet.tables):
        rows = rows_of([table])
        if rows is None or (last is not None and _like(rows.head, last)):
            if groups:
                groups[-1].append(n)
            continue
        groups.append([n])
        last = rows.head
    found = []
    for at, group in enumerate(groups):
        rows = rows_of([sheet.tables[n] for n in group], [sheet.groups.get(n) for n in group])
        if rows is None:
            continue
        part = AppendixSheet(sheet.head if at == 0 else [], [sheet.tables[n] for n in group],
                     sheet.tail if at == len(groups) - 1 else [])  # fmt: skip
        one = AppendixTable(part, rows, tree(rows.rows))
        if not any(column.holds == "deadline" for column in rows.head.columns):
            _take_times(one.pieces, "")
        _read_title(one)
        if _KEPT_UP.search(one.title) and not any(
            column.holds == "deadline" for column in rows.head.columns
        ):
            _take_times(one.pieces, "Thường xuyên")
        if not any(column.holds == "lead" for column in rows.head.columns):
            headed = is_proper(one.title) and len(one.title) <= _LONGEST_UNIT
            one.groups_lead = _take_units(one.pieces, one.title if headed else "")
        found.append(one)
    return found


_KEPT_UP = re.compile(r"(?:nhiệm vụ|công việc|nội dung) thường xuyên\W*$", re.IGNORECASE)
"""A table of what is done all the time has no column for when."""


def _take_times(pieces: list[RowNode], time: str) -> None:
    """Give tasks without a column of deadlines that of the group they stand in: "QUÝ I/2026"."""
    for piece in pieces:
        if piece.area:
            title = as_words(piece.row.title)
            _take_times(piece.items, title if is_time(title) else time)
        elif time:
            piece.row.values.setdefault("deadline", time)


_TAIL_OF_UNIT = re.compile(
    r"\s*(?:chủ trì(?:,? (?:tham mưu|thực hiện))?|thực hiện|phụ trách|\(.*\)|[:(–-]\s*\d+ (?:nhiệm vụ|việc).*)?\s*[:.]?\s*$",
    re.IGNORECASE,
)
"""What may stand behind the unit in the heading of a group: "Phòng Kinh tế chủ trì", "(5 nhiệm vụ)"."""

_ABBREVIATED = re.compile(r"(?<!\w)(?:hđnd|ubnd|mttq|chqs)(?!\w)")
_LONGEST_UNIT = 80


def _take_units(pieces: list[RowNode], unit: str) -> bool:
    """Give tasks without a column of units the unit that is the heading of their group; tell whether any has."""
    told = False
    for piece in pieces:
        if piece.area:
            title = as_words(_TAIL_OF_UNIT.sub("", piece.row.title))
            title = _ABBREVIATED.sub(lambda word: word[0].upper(), title)
            named = is_proper(title) and len(title) <= _LONGEST_UNIT
            told = _take_units(piece.items, title if named else unit) or told
        elif unit and not piece.row.values.get("lead"):
            piece.row.values["lead"] = unit
            told = True
    return told


def _like(one: TableHead, other: TableHead) -> bool:
    return [(c.holds, c.at) for c in one.columns] == [(c.holds, c.at) for c in other.columns]


_ISSUING_OFFICE = re.compile(r"(?:PHÒNG|TRUNG TÂM|VĂN PHÒNG|TRƯỜNG|TRẠM) .{2,60}")
"""The second line of a letterhead: the office of the committee."""
_OFFICE_OF_COMMUNE = re.compile(
    r"(?:PHÒNG|TRUNG TÂM|VĂN PHÒNG|TRƯỜNG|TRẠM|CÔNG AN) .{2,60}(?<!CỦA) (?:XÃ|PHƯỜNG|ĐẶC KHU) [^,;:\d]{2,30}(?:, (?:TỈNH|THÀNH PHỐ) .{2,30})?"
)
"""A letterhead in one line: "PHÒNG VĂN HÓA - XÃ HỘI XÃ NAM HÒA, TỈNH THÁI NGUYÊN"."""


def _read_title(table: AppendixTable) -> None:
    words: list[str] = []
    open_bracket = issuer = False
    lines = [
        *table.sheet.head,
        *(Line(text, table.sheet.tables[0].place) for text in table.rows.above),
    ]
    for line in lines:
        text = (
            line.text if line.mark is None or line.mark.kind in ("roman", "arabic") else line.whole
        )
        if open_bracket:
            before, place = table.attached[-1]
            table.attached[-1] = (f"{before} {text}", place)
            open_bracket = ")" not in text
            continue
        if _ATTACHED.match(bare(text)):
            table.attached.append((text, line.place))
            open_bracket = "(" in text and ")" not in text
            continue
        if names_issuer(text):
            issuer = True
            continue
        if not words and names_place(text):
            continue
        if issuer and not words and text.isupper() and _ISSUING_OFFICE.fullmatch(text):
            table.stray.append(line)
            continue
        if not words and text.isupper() and _OFFICE_OF_COMMUNE.fullmatch(text):
            table.stray.append(line)
            continue
        text = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
        if text.strip(" .:") and not NOTHING.fullmatch(text):
            words.append(text.strip())
    table.title = re.sub(r"\s*[.;:]$", "", " ".join(words))
    counted = figures_day(" ".join(text for text, _ in table.attached))
    if counted and table.title:
        table.title += f" ({counted.words})"  # the line of the document itself is printed anew
    table.stray += [Line(text, place) for text, place in table.rows.apart]
    table.stray += table.sheet.tail


def note_units_of_tables(tables: list[AppendixTable], book: UnitBook) -> None:
    """Tell `book` every unit that stands in a cell."""
    rows = [piece.row for table in tables for piece in _all(table.pieces)]
    for row in rows:
        _part_lead(row)
    cells = "\n".join(row.values.get(key, "") for row in rows for key in ("lead", "support"))
    for row in rows:
        _take_posts(row, cells)
        for key in ("lead", "support"):
            text = row.values.get(key, "")
            if not text or NOTHING.fullmatch(text) or PERSON.match(text):
                continue
            if are_persons(text):
                _take_persons(row, key)
            else:
                book.note(text, row.cells.get(key, row.place))


def _take_persons(row: WorkRow, key: str) -> None:
    """Take persons out of a column of units: a plan names who leads under "officer", others in the note."""
    text = row.values.pop(key)
    if key == "lead" and not row.values.get("officer"):
        row.values["officer"] = text
    else:
        row.others.append(("", text))


_LEADS = re.compile(r"(?P<lead>[^;,]+?)\s+chủ trì\s*(?:[;,]\s*(?P<rest>\S.*))?", re.DOTALL)


def _part_lead(row: WorkRow) -> None:
    """Take a cell of a column "Chủ trì, phối hợp" apart: "Phòng A chủ trì, Phòng B phối hợp"."""
    text = row.values.get("lead", "")
    found = _LEADS.fullmatch(text.strip().rstrip("."))
    if found is None or row.values.get("support"):
        return
    row.values["lead"] = found["lead"]
    if support := support_in(found["rest"] or ""):
        row.values["support"] = support
        row.cells["support"] = row.cells.get("lead", row.place)
    if found["rest"]:
        row.others.append(("", text))


def _take_posts(row: WorkRow, cells: str) -> None:
    """Take the units of persons in the place of units; who they are is kept beside."""
    for key in ("lead", "support"):
        text = row.values.get(key, "")
        units = units_of_posts(text, cells)
        if not units:
            continue
        row.values[key] = units
        row.by_post |= {key}
        if key == "lead" and not row.values.get("officer"):
            row.values["officer"] = text
        else:
            row.others.append(("", text))


def _all(pieces: list[RowNode]) -> Iterator[RowNode]:
    for piece in pieces:
        yield piece
        yield from _all(piece.items)


def is_time(title: str) -> bool:
    """Tell whether the heading of a group is nothing but a time."""
    try:
        return bool(read_deadline(title, year=2026, remarks=False).due)
    except DeadlineError:
        return False


def as_words(title: str) -> str:
    """Return a heading in capitals as text: "QUÝ I/2026" is "Quý I/2026"."""
    small = _WORD.sub(lambda word: word[0] if _ROMAN.fullmatch(word[0]) else word[0].lower(), title)
    return small[:1].upper() + small[1:] if title.isupper() else title
