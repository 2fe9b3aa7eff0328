"""Two plans of one commune and year give the same task two deadlines.

Why: the unit keeps the later one, the office that checks the earlier.

Source: the principle of sáu rõ, "rõ thời gian".

Bad:
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
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: b
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý III
            lead: [vh-xh]
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

from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan
from cchc.rules.across_plans._same_task import tasks_with_traits

CODE = "X002"
SEVERITY = Severity.WARNING
BY_MEANING = True


def claims(facts: Facts) -> Claims:
    """Yield the due dates of each task; none for a task without a deadline."""
    readings = {phrase.text: phrase.reading for phrase in facts.phrases}
    days = {
        text: [f"{day}" for day in getattr(reading, "due", ())]
        for text, reading in readings.items()
    }
    for task, key, traits in tasks_with_traits(facts):
        phrase = task.task.deadline
        due = days[phrase] if phrase else None
        shown = f"{task.number}\n{phrase}\n{task.task.title}"
        yield Claim(key, [traits, due], (*task.place, "deadline"), shown)


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find tasks that an earlier plan has with due dates of its own."""
    before, now = earlier.value[1], later.value[1]
    if before is None or now is None or before == now:
        return None
    number, deadline, title = earlier.shown.split("\n", 2)
    same = title == later.shown.split("\n", 2)[2]
    return Hit(
        later.place,
        say("{plan} {number} has the same task due “{deadline}”",
            plan=of.id, number=number, deadline=deadline)
        if same
        else say("{plan} {number} has the same task (“{title}”) due “{deadline}”",
                 plan=of.id, number=number, title=title, deadline=deadline),
        say("agree on one deadline, or say how the two tasks differ"),
    )  # fmt: skip
