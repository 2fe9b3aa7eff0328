"""The deadline language: what "Trước 30/11/2026" or "Định kỳ hàng quý" means.

From the words to the dates, one module a step:

    tokens (words) -> cursor -> days, stretches, rhythms, anchors -> items -> listing
    conditions, listing -> clauses -> nodes -> gathering -> reading -> Deadline
    years, limits, schedule, counting: from nodes to dates
"""

from cchc.language.deadline.explain import explain
from cchc.language.deadline.reading import read_deadline
from cchc.language.deadline.results import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    Note,
    NoteCode,
    Occurrence,
)
from cchc.language.deadline.weekdays import weekday

__all__ = [
    "Deadline",
    "DeadlineError",
    "DeadlineKind",
    "Note",
    "NoteCode",
    "Occurrence",
    "explain",
    "read_deadline",
    "weekday",
]
