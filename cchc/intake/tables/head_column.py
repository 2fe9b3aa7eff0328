"""One column of a table of tasks, as its header describes it."""

from __future__ import annotations

from dataclasses import dataclass

Holds = str
"""What a column holds: a field of a task, `area`, a part of a record of progress (`state`,
`percent`, `done`, `evidence`), `internal` or `other`. While a header is read, a `period` is a
quarter or month that may have crosses below it, and a `weakness` is what the work is to put right."""


@dataclass(slots=True)
class HeadColumn:
    """One column of the table as its header describes it."""

    at: int
    holds: Holds
    heading: str
    spanner: str = ""
    end: int = 0
    """The grid column behind it."""
    guessed: bool = False
    """Whether its cells told what it holds, and not its heading."""
    numbers: bool = False
    """Whether its cells are bare numbers, beside a column of the same meaning in words: points."""
    periods: tuple[tuple[int, str], ...] = ()
    """Grid column and name of each period, where crosses tell the deadline."""
