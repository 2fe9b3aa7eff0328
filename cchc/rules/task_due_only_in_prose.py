"""A dated duty stands in the text only; no task of the appendix has its day.

Why: who follows the plan by its table misses it.

Source: the table of the appendix is what is followed up; Nghị quyết số 76/NQ-CP.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            text: Các phòng hoàn thành kế hoạch của đơn vị.
            deadline: Trước ngày 20/01/2026
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            text: Các phòng hoàn thành kế hoạch của đơn vị.
            deadline: Quý I
"""

from cchc.rules._reports import begins_with_report
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "D010"
SEVERITY = Severity.INFO
WHOLE = True

_NEAR = (-1, 0, 1)
"""Days that count as the same: "trước ngày 30" of the text is "30" in a table, or the day before."""


def check(facts: Facts) -> Hits:
    """Find duties with one last day, no report rules, that no task shares; tables must be whole."""
    if not facts.tasks or any(appendix.incomplete for appendix in facts.plan.appendices):
        return
    due = {
        reading.due[0].toordinal()
        for place, _, reading in facts.deadlines
        if place[0] == "appendices" and len(reading.occurrences) == 1
    }
    reports = {
        (*found.place, "deadline") for found in facts.sections if begins_with_report(found.section)
    }
    for place, text, reading in facts.deadlines:
        if (
            place[0] == "body"
            and place not in facts.report_deadlines
            and place not in reports
            and len(reading.occurrences) == 1
            and not reading.vague
            and not due & {reading.due[0].toordinal() + off for off in _NEAR}
        ):
            yield Hit(
                place,
                say("no task of the appendix has the day of this duty, {text}", text=text),
                say("add the duty to the table, or leave it to the text on purpose"),
            )
