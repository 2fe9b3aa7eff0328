"""Which duties are about a report, and which reports have no day."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import KeyPath
from cchc.model.section import Section
from cchc.rules._facts import Facts


def speaks_of_reports(section: Section) -> bool:
    """Whether a section with a deadline is about a report: its words say so."""
    words = f"{section.title or ''} {section.text or ''}"
    return section.deadline is not None and "báo cáo" in words.casefold()


def begins_with_report(section: Section) -> bool:
    """Whether a section with a deadline is a report and nothing else: it begins with it."""
    words = f"{section.title or ''} {section.text or ''}"
    return section.deadline is not None and words.strip().casefold().startswith("báo cáo")


def undated(facts: Facts) -> Iterator[tuple[KeyPath, str]]:
    """Yield the deadlines of report rules that give no date and are no condition; "theo quy định" is
    none."""
    for place, text, reading in facts.deadlines:
        if (
            place in facts.report_deadlines
            and not reading.occurrences
            and (reading.vague or reading.kind != "conditional")
        ):
            yield place, text
