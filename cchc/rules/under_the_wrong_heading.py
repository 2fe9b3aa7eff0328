"""A piece stands under a heading that does not speak of it: tasks under goals, a duty of all under one unit.

Why: whoever looks for the duties of a unit, or for the tasks, looks under the heading and misses it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6: a heading gives the contents of its part.

Bad:
    groups:
      - {id: cac-don-vi, name: Các cơ quan được giao nhiệm vụ, members: all}
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            items:
              - {units: [cac-don-vi], text: "Các cơ quan được giao nhiệm vụ bảo đảm tiến độ."}
Good:
    groups:
      - {id: cac-don-vi, name: Các cơ quan được giao nhiệm vụ, members: all}
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            items: [Theo dõi chung.]
          - {units: [cac-don-vi], text: "Các cơ quan được giao nhiệm vụ bảo đảm tiến độ."}
"""

import re

from cchc.language.names import fold
from cchc.model.finding import KeyPath
from cchc.model.section import Section
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N018"
NAME = "under-the-wrong-heading"
SEVERITY = Severity.INFO
WHOLE = True

_GOALS = re.compile(r"(?:các )?mục tiêu(?: chung| cụ thể)?")
_TASKS = re.compile(r"(?:các )?nhiệm vụ\b")


def check(facts: Facts) -> Hits:
    """Find tasks under a heading of goals only, and duties of all bodies under one of them."""
    everybody = {group.id for group in facts.plan.groups if group.members == "all"}
    above: dict[KeyPath, Section] = {}
    for found in facts.sections:
        section, place = found.section, found.place
        over = above.get(place[:-2])
        above[place] = section
        if over is None:
            continue
        if section.title and over.title and _are_tasks_under_goals(section.title, over.title):
            yield Hit(
                (*place, "title"),
                say("tasks stand under the heading “{title}”", title=over.title),
                say("give them a part of their own, or name both in the heading"),
            )
        general = section.units and everybody.issuperset(section.units)
        if general and over.units and not everybody.issuperset(over.units):
            yield Hit(
                (*place, "units", 0),
                say("a duty of all bodies stands under the duties of one"),
                say("put it beside the units, or under the general duties"),
            )


def _are_tasks_under_goals(title: str, heading: str) -> bool:
    return bool(_GOALS.fullmatch(fold(heading)) and _TASKS.match(fold(title)))
