"""The follow-up sheet of one unit: an Excel file that it fills in and sends back.

Only the yellow cells can be written in; the protection has no password, because it is against
slips and not against people.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from copy import copy
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.outputs.xlsx import (
    FONT,
    HEADER_ROW,
    LINE,
    lines_needed,
    page_setup,
    paint_heading,
    put,
    saved,
    thin_border,
)
from cchc.views.followup import FollowUpRow, Period, UnitFollowUp
from cchc.views.followup_form import (
    COLUMNS,
    FORMAT,
    HIDDEN,
    MAIN,
    STATES,
    SUPPORT,
    SheetColumn,
    facts_of,
    one_line_of,
    seal,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


class Looks:
    """The looks known so far in one workbook, each put together once.

    openpyxl compares every font, border and fill that a cell is given with all it knows; for a
    thousand rows that takes longer than everything else.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[Hashable, bytes], Any] = {}

    def dress(self, cell: Cell, look: Hashable, paint: Callable[[Cell], None]) -> None:
        """Give `cell` the look of that name, on top of what is set already; `paint` does so for the
        first such cell."""
        key = look, cell._style.tobytes() if cell._style is not None else b""
        if key in self._known:
            cell._style = copy(self._known[key])
        else:
            paint(cell)
            self._known[key] = copy(cell._style)


_YELLOW, _GREY, _RED = "FFF9DB", "F2F2F2", "FFC7CE"
_TITLE_ROW, _ABOUT_ROW, _GUIDE_ROW = 1, 2, 3
_GUIDE = (
    "Cách ghi: chỉ ghi vào các ô nền vàng; việc chưa bắt đầu thì để trống cả dòng. "
    "Tình trạng: chọn trong danh sách. "
    "Ngày: ghi ngày/tháng/năm, ví dụ 12/6/2026; bắt buộc khi hoàn thành (là ngày hoàn thành), "
    "không ghi ngày chưa đến. "
    "Tài liệu kiểm chứng: số, ký hiệu như in trên văn bản, ví dụ 15/BC-UBND. "
    "Ghi chú: khó khăn, kiến nghị. "
    "Không thêm, xóa dòng hay cột, không gộp ô, không dùng công thức; lưu dạng .xlsx rồi gửi lại."
)
_GUIDE_OF_SUPPORT = (
    "Việc đơn vị khác chủ trì, đơn vị mình phối hợp: để biết, không ghi vào trang này."
)


class About(NamedTuple):
    """What the head of a sheet says, and the limits of the dates it takes."""

    plan_title: str
    period: Period
    today: date
    earliest: date
    """The first day on which something of this plan can have been done."""


def followup_sheet(unit: UnitFollowUp, about: About) -> bytes:
    """Return the workbook for `unit`; the same input gives the same bytes."""
    from openpyxl import Workbook
    from openpyxl.workbook.protection import WorkbookProtection

    book = Workbook()
    main = book.active
    main.title = MAIN
    looks = Looks()
    columns = _columns(unit.rows)
    _page(main, unit, about, columns, unit.rows, _GUIDE, looks)
    _choices(main, columns, len(unit.rows), about)
    if unit.support:
        shown = [column for column in _columns(unit.support) if column.use == "shown"]
        page = book.create_sheet(SUPPORT)
        _page(page, unit, about, shown, unit.support, _GUIDE_OF_SUPPORT, looks)
    _hidden(book, unit, about)
    book.security = WorkbookProtection(lockStructure=True)
    return saved(book, about.today, f"Phiếu theo dõi: {unit.name}")


def _columns(rows: Sequence[FollowUpRow]) -> list[SheetColumn]:
    """Return the columns of a sheet: those of the form, but for optional ones that stay empty."""
    led = any(row.item.leader for row in rows)
    return [column for column in COLUMNS if led or not column.optional]


def _page(
    page: Worksheet,
    unit: UnitFollowUp,
    about: About,
    columns: Sequence[SheetColumn],
    rows: Sequence[FollowUpRow],
    guide: str,
    looks: Looks,
) -> None:
    _head(page, unit, about, columns, guide, looks)
    for down, row in enumerate(rows, start=1):
        _row(page, HEADER_ROW + down, unit.plan, row, columns, looks)
    page_setup(page, len(columns), len(rows))
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.5
    _protect(page)


def _protect(page: Worksheet) -> None:
    """Lock what is not to be filled in; what only helps to read stays allowed."""
    page.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "autoFilter", "sort"):
        setattr(page.protection, allowed, False)  # the attribute says what is forbidden


def _head(
    page: Worksheet, unit: UnitFollowUp, about: About, columns: Sequence[SheetColumn], guide: str,
    looks: Looks,
) -> None:  # fmt: skip
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    shown = [n for n, column in enumerate(columns, start=1) if column.use != "hidden"]
    width = sum(columns[n - 1].width for n in shown)
    lines = (
        (_TITLE_ROW, f"PHIẾU THEO DÕI NHIỆM VỤ: {unit.name}", Font(FONT, 14, bold=True)),
        (_ABOUT_ROW, _about(unit, about), Font(FONT, 11, italic=True)),
        (_GUIDE_ROW, guide, Font(FONT, 11)),
    )
    for number, text, font in lines:
        cell = put(page.cell(number, shown[0]), one_line_of(text))
        cell.font, cell.alignment = font, Alignment(vertical="top", wrap_text=True)
        page.merge_cells(None, number, shown[0], number, shown[-1])
        page.row_dimensions[number].height = (LINE + 3) * lines_needed([text], [width])
    for n, column in enumerate(columns, start=1):
        looks.dress(put(page.cell(HEADER_ROW, n), column.heading), "heading", paint_heading)
        width_of = page.column_dimensions[get_column_letter(n)]
        width_of.width, width_of.hidden = column.width, column.use == "hidden"
    page.row_dimensions[HEADER_ROW].height = 2 * LINE + 3


def _about(unit: UnitFollowUp, about: About) -> str:
    first, last = about.period
    time = "mọi thời hạn"
    if first and last:
        time = f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    elif first or last:
        time = f"từ {first:%d/%m/%Y}" if first else f"đến {last:%d/%m/%Y}"
    return (
        f"Kế hoạch: {about.plan_title} ({unit.plan}). Việc chưa hoàn thành, {time}; "
        f"lập ngày {about.today:%d/%m/%Y}."
    )


def _row(
    page: Worksheet, number: int, plan: str, row: FollowUpRow, columns: Sequence[SheetColumn],
    looks: Looks,
) -> None:  # fmt: skip
    values = _values(plan, row)
    written = [values[column.key] for column in columns]
    for n, (column, value) in enumerate(zip(columns, written, strict=True), start=1):
        late = column.key == "due" and row.item.state == "overdue"
        cell = put(page.cell(number, n), value)
        looks.dress(cell, (column.key, late), partial(_paint, column=column, late=late))
    shown = [n for n, column in enumerate(columns) if column.use != "hidden"]
    lines = lines_needed([written[n] for n in shown], [columns[n].width for n in shown])
    page.row_dimensions[number].height = LINE * lines + 3


def _paint(cell: Cell, *, column: SheetColumn, late: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    cell.font, cell.border = Font(FONT, 11), thin_border()
    cell.alignment = Alignment(vertical="top", wrap_text=column.use != "hidden")
    colour = _RED if late else _GREY
    if column.use == "filled":
        colour = _YELLOW
        cell.protection = Protection(locked=False)
        cell.number_format = "dd/mm/yyyy" if column.key == "date" else "@"
    cell.fill = PatternFill("solid", start_color=colour)


def _values(plan: str, row: FollowUpRow) -> dict[str, Any]:
    item, facts = row.item, facts_of(row)
    return {
        "plan": plan,
        "task": item.task,
        "occurrence": item.occurrence,
        "number": item.number,
        "title": facts.title,
        "result": facts.result,
        "partners": one_line_of("; ".join(row.partners)),
        "leader": one_line_of(item.leader),
        "deadline": facts.deadline,
        "due": item.due or "",
        "recorded": facts.recorded,
        "state": "",
        "date": "",
        "evidence": "",
        "note": "",
        "seal": seal(plan, item.task, item.occurrence, facts),
    }


def _choices(page: Worksheet, columns: Sequence[SheetColumn], rows: int, about: About) -> None:
    """Let the state be chosen, and have a word about a date that cannot be."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letters = {column.key: get_column_letter(n) for n, column in enumerate(columns, start=1)}
    first, last = HEADER_ROW + 1, HEADER_ROW + max(rows, 1)
    states = DataValidation(
        type="list", formula1=f'"{",".join(STATES.values())}"', allow_blank=True,
        showErrorMessage=True, errorTitle="Tình trạng",
        error=f"Chọn một trong: {', '.join(STATES.values())}; chưa bắt đầu thì để trống.",
    )  # fmt: skip
    states.add(f"{letters['state']}{first}:{letters['state']}{last}")
    day = about.earliest
    dates = DataValidation(
        type="date", operator="between", allow_blank=True, errorStyle="warning",
        formula1=f"DATE({day.year},{day.month},{day.day})", formula2="TODAY()",
        showErrorMessage=True, errorTitle="Ngày",
        error=f"Ghi ngày/tháng/năm, từ {day:%d/%m/%Y} đến hôm nay.",
    )  # fmt: skip
    dates.add(f"{letters['date']}{first}:{letters['date']}{last}")
    page.add_data_validation(states)
    page.add_data_validation(dates)


def _hidden(book: Workbook, unit: UnitFollowUp, about: About) -> None:
    """Add what the reader needs to know and nobody else: whose sheet it is, and of which period."""
    page = book.create_sheet(HIDDEN)
    first, last = (day.isoformat() if day else "" for day in about.period)
    facts = {
        "format": FORMAT, "plan": unit.plan, "unit": unit.unit, "first": first, "last": last,
        "made": about.today.isoformat(),
    }  # fmt: skip
    for number, (key, value) in enumerate(facts.items(), start=1):
        put(page.cell(number, 1), key)
        put(page.cell(number, 2), value)
    page.sheet_state = "hidden"
    page.protection.sheet = True
