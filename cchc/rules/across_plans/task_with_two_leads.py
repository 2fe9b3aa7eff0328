"""Two plans of one commune and year give the same task to two leads.

Why: each unit finds itself named and waits, or both do the work.

Source: the principle of sáu rõ, "rõ trách nhiệm".

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, kinh-te]}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý I
            lead: [vh-xh]
    ---
    kind: kstthc
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, kinh-te]}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: b
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý I
            lead: [kinh-te]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý I
            lead: [vh-xh]
"""

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan
from cchc.rules.across_plans._same_task import tasks_with_traits

CODE = "X003"
SEVERITY = Severity.WARNING
BY_MEANING = True


def claims(facts: Facts) -> Claims:
    """Yield the names of the units that lead each task."""
    for task, key, traits in tasks_with_traits(facts):
        names = [facts.units[ref].name for ref in task.task.lead if ref in facts.units]
        shown = f"{task.number}\n{task.task.title}"
        yield Claim(key, [traits, names], (*task.place, "lead"), shown)


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find tasks that an earlier plan gives to other leads."""
    before, now = ({fold(name) for name in one.value[1]} for one in (earlier, later))
    if not before or not now or before == now:
        return None
    number, title = earlier.shown.split("\n", 1)
    same, names = title == later.shown.split("\n", 1)[1], "; ".join(earlier.value[1])
    return Hit(
        later.place,
        say("{plan} {number} gives the same task to {names}",
            plan=of.id, number=number, names=names)
        if same
        else say("{plan} {number} gives the same task (“{title}”) to {names}",
                 plan=of.id, number=number, title=title, names=names),
        say("agree on one lead, or say how the two tasks differ"),
        key=True,
    )  # fmt: skip
