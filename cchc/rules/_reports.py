"""Which duties are about a report, whether or not the plan gives them a rule of reporting."""

from __future__ import annotations

from cchc.model.section import Section


def speaks_of_reports(section: Section) -> bool:
    """Tell whether a section with a deadline is about a report: its words say so."""
    words = f"{section.title or ''} {section.text or ''}"
    return section.deadline is not None and "báo cáo" in words.casefold()


def begins_with_report(section: Section) -> bool:
    """Tell whether a section with a deadline is a report and nothing else: it begins with it."""
    words = f"{section.title or ''} {section.text or ''}"
    return section.deadline is not None and words.strip().casefold().startswith("báo cáo")
