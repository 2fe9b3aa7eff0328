"""What each tag of a template prints, in words: for messages and for the page of all tags."""

from __future__ import annotations

import re

from cchc.messages import Message, say
from cchc.model.task import TASK_FIELDS

PART_NAMES: dict[str, Message] = {
    "agency.level": say("the level of the agency: xã, phường, tỉnh ..."),
    "agency.name": say("the agency's own name"),
    "agency.province": say("the province"),
    "agency.full_name": say("the agency's name with its level"),
    "agency.issuing": say("the full name of the issuing body"),
    "agency.short": say("the short name of the issuing body"),
    "year": say("the year"),
    "superior": say("the superior agency"),
    "issuer": say("the issuing agency"),
    "number": say("the number of the paper"),
    "symbol": say("the symbol of the paper"),
    "number_line": say("the line of number and symbol"),
    "place": say("the place"),
    "date_line": say("the line of place and date"),
    "title": say("the title"),
    "decision": say("the line naming the decision"),
    "bases": say("the bases"),
    "opening": say("the opening"),
    "body": say("the parts of the body"),
    "closing": say("the closing"),
    "recipients": say("the recipients"),
    "signer.authority": say("the lines of authority"),
    "signer.post": say("the signer's post"),
    "signer.name": say("the signer's name"),
    "appendix.label": say("the label of the appendix"),
    "appendix.title": say("the title of the appendix"),
    "appendix.attached": say("the line “(Kèm theo ...)” of the appendix"),
    "column.heading": say("the heading of the column"),
    "column.spanner": say("the heading shared by columns"),
    "area.number": say("the numbers of areas"),
    "area.title": say("the titles of areas"),
    "period": say("the period of the report"),
    "subject": say("what the report is about"),
    "as_of": say("the day of the figures"),
    "plan": say("the plan, cited with number and date"),
    "plan_title": say("the title of the plan"),
    "attached": say("the line “(Kèm theo ...)”"),
    "steering": say("the part on direction"),
    "results": say("the part on results by figures"),
    "highlights": say("the part on results"),
    "shortcomings": say("the part on shortcomings"),
    "causes": say("the part on causes"),
    "ahead": say("the part on work ahead"),
    "proposals": say("the part on proposals"),
    "labels.field": say("the label of the table by fields"),
    "labels.overdue": say("the label of the table of overdue work"),
    "labels.finished": say("the label of the table of finished work"),
    "labels.coming": say("the label of the table of coming work"),
    "unit.name": say("the unit's name"),
    "unit.head": say("the post of the unit's head"),
    "duties": say("the unit's duties"),
    "decides": say("who decides, in capitals"),
    "plan_short": say("the plan, cited by number and symbol"),
    "issuing": say("the body that issues the paper"),
    "parts.adjusted": say("the number of the part on what is adjusted"),
    "parts.added": say("the number of the part on what is added"),
    "parts.repealed": say("the number of the part on what is repealed"),
    "parts.rest": say("the number of the last part"),
    "parts.last": say("the number of the last article"),
    "adjusted": say("what is adjusted"),
    "added": say("what is added"),
    "repealed": say("what is repealed"),
    "task.custom": say("what stands in a custom column"),
    "before_day": say("the day a month before"),
    "until": say("the end of the period ahead"),
    "field.due": say("tasks that were due"),
    "whole.due": say("all tasks that were due"),
    "silent": say("the units without a record"),
}
"""By name; of the rows of a table, `ROW_NAMES` has the words."""

ROWS: dict[str, Message] = {
    "field": say("a row for each field of reform"),
    "whole": say("the row of totals"),
    "overdue": say("a row for each overdue task or report"),
    "finished": say("a row for each finished task or report"),
    "coming": say("a row for each task or report that comes due"),
    "led": say("a row for each task the unit leads"),
    "supported": say("a row for each task the unit supports"),
    "report": say("a row for each report the unit owes"),
    "figure": say("a row for each figure"),
    "unit": say("a row for each unit with overdue work"),
    "leader": say("a row for each leader with overdue work"),
}
"""Names that make a table row repeat, and what it repeats for."""

ROW_NAMES: dict[str, Message] = {
    "number": say("the number in the table"),
    "name": say("the name of the row"),
    "title": say("the work to be done"),
    "total": say("all tasks"),
    "done": say("done in time"),
    "done_late": say("done late"),
    "running": say("running"),
    "overdue": say("overdue"),
    "not_recorded": say("due today, not recorded"),
    "not_yet_due": say("not yet due"),
    "due": say("the last day"),
    "due_done": say("done of those due"),
    "percent": say("percent done of those due"),
    "recurring": say("recurring tasks"),
    "periods": say("periods done of those due"),
    "continuous": say("continuous tasks"),
    "conditional": say("tasks without a fixed day"),
    "lead": say("lead"),
    "support": say("support"),
    "deadline": say("deadline"),
    "days": say("days late"),
    "state": say("how it stands"),
    "date": say("day recorded"),
    "evidence": say("evidence"),
    "reason": say("note of the record"),
    "through": say("the collective name by which a unit is meant"),
    "cadence": say("how often"),
    "to": say("to whom"),
    "via": say("through whom"),
    "value": say("value"),
    "bar": say("bar"),
    "before": say("a month before"),
    "change": say("change"),
    "tasks": say("tasks"),
}


def part_name(path: str) -> Message:
    """Return what the tag of `path` prints, in words."""
    known_as = re.sub(r"^commune\.", "agency.", path)  # templates written for communes say so
    if known_as in PART_NAMES:
        return PART_NAMES[known_as]
    root, _, field = path.partition(".")
    known = TASK_FIELDS.get(field) if root in ("task", "led", "supported") else None
    inner = known.called if known else ROW_NAMES.get(field)
    if inner is None or (root != "task" and root not in ROWS):
        return say("{name}", name=path)
    return inner if root == "task" else say("{part}: {field}", part=ROWS[root], field=inner)
