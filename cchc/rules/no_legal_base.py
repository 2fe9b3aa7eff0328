"""A plan names no legal base.

Why: a plan is issued on a base; the reader and the next level look for it before anything else.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.

Bad:
    bases: []
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
        cải cách hành chính nhà nước giai đoạn 2021 - 2030
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "C001"
SEVERITY = Severity.WARNING
WHOLE = True
_CARRIED_OUT = re.compile(r"(?:căn cứ|thực hiện|trên cơ sở)\s+\Z", re.IGNORECASE)


def check(facts: Facts) -> Hits:
    """Find plans without bases; those issued with a decision have them in the decision."""
    lost = all(section.incomplete for section in facts.plan.body)  # an appendix in its own file
    if facts.plan.bases or facts.plan.document.decision or lost or _stated(facts):
        return
    cited = next((one for place, one in facts.citations if place[0] in ("opening", "body")), None)
    yield Hit(
        ("bases",),
        say("no base stands in a line of its own; the text cites {cited}",
            cited=cited.symbol or cited.title)
        if cited else say("the plan names no legal base"),
        say("list them under “bases”, one document a line"),
        key=True, severity=Severity.INFO if cited else None,
    )  # fmt: skip


def _stated(facts: Facts) -> bool:
    """Tell whether the opening carries a document out, or a part of the body lists the bases."""
    opening = facts.plan.opening or ""
    cited = any(
        place[0] == "opening" and _CARRIED_OUT.search(opening[: citation.start])
        for place, citation in facts.citations
    )
    titles = ((found.section.title or "").casefold() for found in facts.sections)
    return cited or any("căn cứ" in one or "cơ sở pháp lý" in one for one in titles)
