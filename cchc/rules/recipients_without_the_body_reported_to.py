"""The plan reports to a body that it is not sent to.

Why: whoever collects the reports has to know the plan they are measured by.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9: recipients are those who check,
report, carry out or need to know.

Bad:
    document: {recipients: [Thường trực Đảng ủy]}
    body:
      - title: CHẾ ĐỘ BÁO CÁO
        items: [{text: Báo cáo kết quả, deadline: Hằng quý, report: {to: Sở Nội vụ}}]
Good:
    document: {recipients: [Sở Nội vụ, Thường trực Đảng ủy]}
    body:
      - title: CHẾ ĐỘ BÁO CÁO
        items: [{text: Báo cáo kết quả, deadline: Hằng quý, report: {to: Sở Nội vụ}}]
"""

import re

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V006"
SEVERITY = Severity.WARNING
WHOLE = True

_ABOVE = re.compile(r"sở \w|ủy ban nhân dân (?:tỉnh|thành phố)|văn phòng ủy ban nhân dân tỉnh")
"""Bodies above the commune, folded; others hear of the plan in other ways."""


def check(facts: Facts) -> Hits:
    """Find bodies above the commune in rules of reporting that the recipients lack."""
    document = facts.plan.document
    if document.decision:
        return  # the decision has the recipients
    recipients = [fold(recipient) for recipient in document.recipients]
    seen = set(recipients)
    for found in facts.sections:
        to = found.section.report and found.section.report.to
        if not to or _through(to, recipients):
            continue
        for body in re.split(r"[,;(]", to):
            name = fold(body)
            if name in seen or not _ABOVE.match(name):
                continue
            seen.add(name)
            if not any(_same(name, recipient) for recipient in recipients):
                yield Hit(
                    (*found.place, "report", "to"),
                    say("{body} gets the reports and not the plan", body=body.strip()),
                    say("add it under “recipients”"),
                )


def _same(name: str, recipient: str) -> bool:
    """Whether one of two folded names is the other, with or without the province."""
    return f" {name} " in f" {recipient} " or f" {recipient} " in f" {name} "


def _through(to: str, recipients: list[str]) -> bool:
    """Whether the report goes through a body that has the plan: "UBND tỉnh (qua Sở Nội vụ)"."""
    _, through, body = to.partition("qua ")
    name = fold(body.rstrip(" )."))
    return bool(through) and any(_same(name, recipient) for recipient in recipients)
