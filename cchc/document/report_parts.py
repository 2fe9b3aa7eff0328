"""The parts of a periodic report as paragraphs: computed sentences, then the office's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.document import report_words as words
from cchc.document.paper import STYLE_DASH, STYLE_SECTION, STYLE_TEXT, Styled
from cchc.model.plan import Plan
from cchc.read.prose import Prose
from cchc.views.report import ReportNumbers

_STEERING = ("inspection", "assigned", "initiatives", "dialogue")
"""Places of part I that are left out as long as nobody writes there."""


def steering(report: ReportNumbers, plan: Plan, prose: Prose, label: str) -> tuple[Styled, ...]:
    """Return part I; `label` is the appendix with the numbers."""
    names = words.field_headings(plan)
    counts = {group.id: group.count for group in report.status.groups["area"]}
    sections: list[tuple[str, list[Styled]]] = []
    for key in words.PLACES:
        text = list(_own(prose, key))
        if key == "plan":
            text = [Styled(STYLE_TEXT, words.whole_plan(report, label)), *text]
        elif key in ("steering", "communication") and key in counts:
            text = [Styled(STYLE_TEXT, words.field(counts[key])), *text]
        elif key not in (*_STEERING, "steering", "communication"):
            continue
        if text:
            sections.append((names.get(key, words.PLACES[key]), text))
    return tuple(_numbered(sections))


def results(report: ReportNumbers, plan: Plan, prose: Prose) -> tuple[Styled, ...]:
    """Return part II: the six fields, then what else the plan has."""
    names = words.field_headings(plan)
    groups = {group.id: group for group in report.status.groups["area"]}
    keys: list[str] = [*words.FIELDS]
    keys += [key for key in ("satisfaction",) if key in groups or key in prose]
    keys += [k for k in groups if k not in (*keys, "steering", "communication", "other", "")]
    sections = []
    for key in keys:
        found = groups[key].count if key in groups else None
        text = [Styled(STYLE_TEXT, words.field(found)), *_own(prose, key)]
        sections.append((names.get(key) or str(groups[key].name), text))
    rest = [groups[key].count for key in ("other", "") if key in groups]
    text = [Styled(STYLE_TEXT, words.field(one)) for one in rest] + list(_own(prose, "other"))
    if text:
        sections.append((names["other"], text))
    return tuple(_numbered(sections))


def written(prose: Prose, key: str, computed: Sequence[str] = ()) -> tuple[Styled, ...]:
    """Return a place of parts III to V: what is computed, then the office's words or their room."""
    text = [Styled(STYLE_TEXT, line) for line in computed]
    own = list(_own(prose, key))
    if not own and not text:
        own = [Styled(STYLE_TEXT, words.TO_BE_WRITTEN)]
    return (*text, *own)


def missing(prose: Prose) -> list[str]:
    """Return the places that wait for the office's words."""
    return [key for key in words.EXPECTED if not prose.get(key)]


def _own(prose: Prose, key: str) -> Iterator[Styled]:
    for line in prose.get(key, ()):
        yield Styled(STYLE_DASH if line.startswith("- ") else STYLE_TEXT, line)


def _numbered(sections: Sequence[tuple[str, list[Styled]]]) -> Iterator[Styled]:
    for number, (title, text) in enumerate(sections, start=1):
        yield Styled(STYLE_SECTION, f"{number}. {title}")
        yield from text
