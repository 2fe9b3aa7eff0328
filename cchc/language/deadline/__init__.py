"""The deadline language: what "Trước 30/11/2026" or "Định kỳ hàng quý" means.

From the words to the dates, one module a step:

    words, tokens, cursor          the phrase as typed becomes a row of known words
    days, units, stretches         grammar of dates and periods ("15/3", "cuối quý II")
    rhythms, anchors               grammar of "hàng quý" and of "ngày 15 tháng cuối quý"
    items, listing, conditions     grammar of lists, limits and events
    clauses                        the whole phrase as `nodes`
    periods, years, limits,
    schedule, counting             nodes as dates
    gathering, reading, explain    what it means as a whole, and in words
"""

from cchc.language.deadline.explain import explain
from cchc.language.deadline.periods import show
from cchc.language.deadline.reading import read_deadline
from cchc.language.deadline.results import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    Note,
    NoteCode,
    NotUnderstoodError,
    Occurrence,
)
from cchc.language.weekdays import weekday

__all__ = [
    "Deadline",
    "DeadlineError",
    "DeadlineKind",
    "NotUnderstoodError",
    "Note",
    "NoteCode",
    "Occurrence",
    "explain",
    "read_deadline",
    "show",
    "weekday",
]
