"""The deadline language: what "Trước 30/11/2026" or "Định kỳ hàng quý" means.

From the words to the dates, one module a step:

    words, tokens, cursor          the phrase as typed becomes a row of known words
    hours                          times of day are taken out of it
    days, time_units, stretches    grammar of dates and periods ("15/3", "cuối quý II")
    parts                          grammar of "đầu tháng", "nửa cuối quý II", "tuần đầu mỗi quý"
    rhythms, anchors               grammar of "hàng quý", "ngày 15 tháng cuối quý"
    prefixes, items, listing,
    conditions                     grammar of limits, lists and events
    remarks                        grammar of what surrounds the date and has no part in it
    clauses                        the whole phrase as `nodes`
    periods, limits, schedule,
    day_counts                     nodes as dates
    rhythm_days, gathering         which of them belong together
    reading, explain               what it means as a whole, and in words
"""

from cchc.language.deadline.explain import described
from cchc.language.deadline.outcome import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    Note,
    NoteCode,
    NotUnderstoodError,
    Occurrence,
)
from cchc.language.deadline.periods import show
from cchc.language.deadline.reading import deadline_of, read_deadline
from cchc.language.weekdays import weekday

__all__ = [
    "Deadline",
    "DeadlineError",
    "DeadlineKind",
    "NotUnderstoodError",
    "Note",
    "NoteCode",
    "Occurrence",
    "deadline_of",
    "described",
    "read_deadline",
    "show",
    "weekday",
]
