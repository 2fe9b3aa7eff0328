"""The form of a follow-up sheet, which its writer and its reader must see alike.

The words here are printed on a Vietnamese form, whatever language the program speaks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Literal, NamedTuple

from cchc.model.dates import PartialDate
from cchc.model.work import Progress
from cchc.views.agenda import Record
from cchc.views.followup import FollowUpRow

MAIN, SUPPORT, HIDDEN = "Phiếu", "Phối hợp", "cchc"
"""The names of the sheets: to fill in, for information, and what the reader needs to know."""
FORMAT = "1"
"""The version of the form, in the hidden sheet."""

ColumnKey = Literal[
    "plan", "task", "occurrence", "number", "title", "result", "partners", "leader", "deadline", "due",
    "recorded", "state", "date", "evidence", "note", "seal",
]  # fmt: skip
Use = Literal["hidden", "shown", "filled"]


class SheetColumn(NamedTuple):
    """One column: what stands in it, its heading, its width in letters, and who may touch it."""

    key: ColumnKey
    heading: str
    width: int
    use: Use = "shown"
    optional: bool = False
    """Whether it is left out of a sheet where it would be empty."""


COLUMNS = (
    SheetColumn("plan", "Kế hoạch", 14, "hidden"),
    SheetColumn("task", "Mã", 14, "hidden"),
    SheetColumn("occurrence", "Kỳ", 9),
    SheetColumn("number", "STT", 8),
    SheetColumn("title", "Nhiệm vụ", 38),
    SheetColumn("result", "Sản phẩm, yêu cầu", 26),
    SheetColumn("partners", "Cùng thực hiện", 18),
    SheetColumn("leader", "Lãnh đạo phụ trách", 16, optional=True),
    SheetColumn("deadline", "Thời hạn", 15),
    SheetColumn("due", "Hạn cuối", 11),
    SheetColumn("recorded", "Đã ghi nhận", 16),
    SheetColumn("state", "Tình trạng", 14, "filled"),
    SheetColumn("date", "Ngày", 11, "filled"),
    SheetColumn("evidence", "Tài liệu kiểm chứng", 18, "filled"),
    SheetColumn("note", "Ghi chú", 20, "filled"),
    SheetColumn("seal", "Dấu", 14, "hidden"),
)
FILLED: tuple[ColumnKey, ...] = ("state", "date", "evidence", "note")

STATES: Mapping[Literal["done", "running", "suspended"], str] = {
    "running": "Đang thực hiện",
    "done": "Hoàn thành",
    "suspended": "Tạm dừng",
}
"""What the drop-down offers; whoever has not begun leaves the cell empty."""

_SOURCES = {"task": "", "report": "[Báo cáo] ", "duty": "[Trách nhiệm] "}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 30_000
"""Excel holds 32,767 letters in a cell."""


class SheetFacts(NamedTuple):
    """What a row of the sheet says about the plan; if the plan says otherwise, it has changed."""

    title: str
    result: str
    deadline: str
    due: str
    """The last day, 30/06/2026; empty without one."""
    recorded: str
    """What was recorded when the sheet was written."""


def one_line_of(text: str) -> str:
    """Return `text` on one line, composed, without what no cell can hold."""
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())[:_LONGEST]


def facts_of(row: FollowUpRow) -> SheetFacts:
    """Return what a sheet written now says about `row`."""
    item = row.item
    return SheetFacts(
        one_line_of(_SOURCES[item.source] + item.title),
        one_line_of("; ".join(line.rstrip(" .;") for line in row.result.splitlines())),
        one_line_of(item.deadline),
        f"{item.due:%d/%m/%Y}" if item.due else "",
        recorded_words(item.record),
    )


def recorded_words(record: Progress | Record | None) -> str:
    """Return a record as the sheet shows it: `Hoàn thành 12/06/2026; 15/BC-UBND`."""
    if record is None:
        return ""
    state = f"{STATES[record.state]} {_day(record.date)}".strip()
    return one_line_of("; ".join(text for text in (state, record.evidence, record.note) if text))


def _day(when: PartialDate | None) -> str:
    if when is None:
        return ""
    return f"{when.full:%d/%m/%Y}" if when.full else f"{when.month}/{when.year}"


def seal(plan: str, task: str, occurrence: str, facts: SheetFacts) -> str:
    """Return the digest by which a row shows that nobody has changed what is locked in it."""
    whole = "\x1f".join((plan, task, occurrence, *facts))
    return sha256(whole.encode()).hexdigest()[:12]
