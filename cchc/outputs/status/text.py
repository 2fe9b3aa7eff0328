"""The answer of `cchc status` for reading: tables, with bars on a terminal."""

from __future__ import annotations

from textwrap import fill

from cchc.messages import Message, say
from cchc.outputs import table
from cchc.outputs.due_words import shown_day
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import (
    Explained,
    StandingNow,
    StatusAnswer,
    StatusHistory,
    StatusTable,
    in_words,
)
from cchc.outputs.table import TextColumn
from cchc.views.counting import Count

BAR = 20
"""Characters of a bar; a narrow terminal gets shorter ones."""
NARROW = 260
"""Below so many columns the numbers stand in words, and only those that are not 0."""

_SHARE = 11
"""The column with the share of what was due."""
WEIGHTS = (0, 0, 0, 4, 0, 2, 2, 0, 0, 0, 1)
"""How the columns of what stands behind a figure give way on a narrow terminal."""


def write(answer: StatusAnswer, layout: Layout) -> str:
    """Return the answer, drawn to the width of the terminal if there is one."""
    if isinstance(answer, StandingNow):
        return text(answer, columns=layout.columns)
    if isinstance(answer, StatusHistory):
        return history(answer, columns=layout.columns)
    return _explained(answer, columns=layout.columns)


def _explained(answer: Explained, *, columns: int | None) -> str:
    (one,) = answer.tables()
    if not one.rows:
        return f"{one.about}\n"
    named = [TextColumn(head, w) for head, w in zip(one.headings, WEIGHTS, strict=True)]
    return f"{one.about}\n\n{table.shown_table(named, one.rows, columns)}"


def text(answer: StandingNow, *, columns: int | None, colour: bool = True) -> str:
    """Return the standing drawn to so many `columns`; None: aligned lines without bars."""
    out = [f"{say('As of {today}', today=shown_day(answer.status.today))}\n"]
    for sheet in answer.tables():
        out.append("\n" + _drawn(sheet, columns, colour=colour))
        if sheet.left_out:
            more = say("{count} more rows; --top shows more or fewer", count=sheet.left_out)
            out.append(f"{more}\n")
    counted = say(
        "A task counts once; the share is that of the tasks with one last day that were due by "
        "this day. Periods of recurring work are counted apart. “--explain tasks.overdue” lists "
        "what stands behind a figure."
    )
    out.append(f"\n{_wrapped(counted, columns)}\n")
    if len(answer.status.years) > 1:
        years = ", ".join(f"{year} ({n})" for year, n in sorted(answer.status.years.items()))
        several = say(
            "Plans of several years are counted together, in “% of the whole year” too: {years}. To "
            "count one year, name its plans.",
            years=years,
        )
        out.append(f"{_wrapped(several, columns)}\n")
    if "unit" in answer.status.groups:
        shared = say("What several units lead counts for each of them.")
        out.append(f"{_wrapped(shared, columns)}\n")
    return "".join(out)


def _wrapped(message: Message, columns: int | None) -> str:
    return fill(str(message), columns) if columns else str(message)


def history(answer: StatusHistory, *, columns: int | None, colour: bool = True) -> str:
    """Return the months drawn to so many `columns`; None: aligned lines without bars."""
    out = [_drawn(one, columns, colour=colour) for one in answer.tables()]
    for month in answer.months:
        if month.why:
            out.append(f"{shown_day(month.day)}: {month.why}\n")
        for plan, why in month.unreadable.items():
            unread = say("{plan} could not be read: {reason}", plan=plan, reason=why)
            out.append(f"{shown_day(month.day)}: {unread}\n")
    return "".join(out)


def _drawn(sheet: StatusTable, columns: int | None, *, colour: bool) -> str:
    if columns is None:
        return table.shown_table([TextColumn(one) for one in sheet.headings], sheet.rows, None)
    pairs = list(zip(sheet.rows, sheet.counts, strict=True))
    if columns < NARROW:
        headings = [
            TextColumn(sheet.headings[0], 3), TextColumn(sheet.headings[1]), TextColumn(sheet.headings[_SHARE]),
            TextColumn(""), TextColumn(say("Of them"), 3),
        ]  # fmt: skip
        rows = [
            [row[0], row[1], row[_SHARE], share_bar(found, BAR // 2), in_words(found) if found else ""]
            for row, found in pairs
        ]  # fmt: skip
    else:
        headings = [
            TextColumn(sheet.headings[0], 3),
            *(TextColumn(one) for one in sheet.headings[1:]),
        ]
        headings.append(TextColumn(""))
        rows = [[*row, share_bar(found, BAR)] for row, found in pairs]
    return table.shown_table(headings, rows, columns, colour=colour)


def share_bar(found: Count | None, size: int) -> str:
    """Return a bar of the tasks with one last day: full for done, half for done late, dark for
    overdue, light for the rest."""
    whole = found["tasks.one_off"] if found else 0
    if not found or not whole:
        return ""
    parts = (
        ("█", found["tasks.done"]), ("▓", found["tasks.done_late"]), ("▒", found["tasks.overdue"]),
    )  # fmt: skip
    drawn, so_far = "", 0
    for mark, count in parts:
        so_far += count
        drawn += mark * (round(size * so_far / whole) - len(drawn))
    return drawn + "░" * (size - len(drawn))
