"""A field of reform has a place in the plan, and nobody leads it.

Why: the plan assigns the other fields by name; in this one nobody collects the figures and nobody
is asked.

Source: the principle of sáu rõ, "rõ người". Only plans that assign fields (`leads`) are looked at.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {subject: institutions, title: Cải cách thể chế, items: [Rà soát văn bản.]}
          - {subject: digital-government, title: Chính quyền số, items: [Số hóa hồ sơ.]}
          - {units: [vh-xh], leads: [institutions], items: [Chủ trì cải cách thể chế.]}
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {subject: institutions, title: Cải cách thể chế, items: [Rà soát văn bản.]}
          - {subject: digital-government, title: Chính quyền số, items: [Số hóa hồ sơ.]}
          - units: [vh-xh]
            leads: [institutions, digital-government]
            items: [Chủ trì cải cách thể chế, chính quyền số.]
"""

import re
from collections.abc import Iterator

from cchc.model.plan import Area
from cchc.model.subject import Subject
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "U014"
SEVERITY = Severity.WARNING
WHOLE = True

_TAKES_THE_LEAD = re.compile(r"[^\W\d_] chủ trì\b(?! với)|^\W*chủ trì\b", re.IGNORECASE)

_OF_ALL = ("other", "steering")
"""Fields that need no lead: steering is done by whoever keeps the plan, and by each head."""


def check(facts: Facts) -> Hits:
    """Find the first section or area of each field that no `leads`, unit or task's lead covers."""
    led = {subject for found in facts.sections for subject in found.section.leads}
    if not led:
        return
    held = [(found.place, found.section.subject) for found in facts.sections]
    held += [
        (found.place, found.row.subject) for found in facts.rows if isinstance(found.row, Area)
    ]
    first: dict[Subject, KeyPath] = {}
    for place, subject in held:
        if subject and subject not in _OF_ALL:
            first.setdefault(subject, place)
            if subject not in led and _assigned(facts, place):
                led.add(subject)
    if led.issuperset(first):
        return
    led.update(_named_with_a_lead(facts))
    for subject, place in first.items():
        if subject not in led:
            yield Hit(
                (*place, "subject"),
                say("no unit leads this field"),
                say("give it to a unit: “leads: [{subject}]”", subject=subject),
            )


def _assigned(facts: Facts, place: KeyPath) -> bool:
    """Whether a duty or a task at or below `place` names a unit."""
    return any(
        bool(units) and at[: len(place)] == place
        for at, units in [
            *((found.place, found.section.units) for found in facts.sections),
            *((at, task.lead) for at, task, _ in facts.tasks),
        ]
    )


def _named_with_a_lead(facts: Facts) -> Iterator[Subject]:
    """Yield the fields that the title of a table or group with a led task names, also several at once, and those
    that a unit's duty has it take the lead in."""
    from cchc.intake.body.headings import subjects_in  # few plans come here

    led = [place for place, task, _ in facts.tasks if task.lead]
    titles: list[tuple[KeyPath, str | None]]
    titles = [(("appendices", n), one.title) for n, one in enumerate(facts.plan.appendices)]
    titles += [
        (found.place, found.row.title) for found in facts.rows if isinstance(found.row, Area)
    ]
    for place, title in titles:
        if any(at[: len(place)] == place for at in led):
            yield from subjects_in(title or "")
    for found in facts.sections:
        text = found.section.text or ""
        if _TAKES_THE_LEAD.search(text):
            yield from subjects_in(text)
