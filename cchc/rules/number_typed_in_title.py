"""A title or text starts with a number that was typed.

Why: cchc numbers parts, sections, points and tasks itself; a typed number is printed a second time
and goes wrong when something is inserted before it.

Source: docs/decisions/0001-plan-format.md, numbers are computed.

Bad:
    body:
      - title: I. MỤC ĐÍCH, YÊU CẦU
        items: [Nêu mục đích, yêu cầu.]
Good:
    body:
      - title: MỤC ĐÍCH, YÊU CẦU
        items: [Nêu mục đích, yêu cầu.]
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N002"
SEVERITY = Severity.WARNING

# "I.", "2.1.", "a)", "-" in front of words; not "06 tháng", "100% hồ sơ" or "3 cuộc".
_TYPED = re.compile(r"(?:[IVXL]+\.|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\)|[-–+•])\s+(?=\w)")

_LIST = re.compile(r"([-–+•])\s.*\n\1\s")


def check(facts: Facts) -> Hits:
    """Find titles of sections, areas and tasks, and texts of sections, that begin with a mark."""
    for place, text in facts.texts:
        if place[0] not in ("body", "appendices") or place[-1] not in ("title", "text"):
            continue
        if place[-1] == "title" and _LIST.match(text):
            continue  # a cell with a list of its own
        if found := _TYPED.match(text):
            yield Hit(
                place,
                say("the number “{mark}” is typed", mark=found.group().strip()),
                say("delete it: numbers are computed from the place in the plan"),
                within=found.group(),
                replacement="",
            )
