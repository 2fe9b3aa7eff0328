"""A task says neither what comes out of it nor what must be reached.

Why: without a product or a requirement nobody can say whether the task is done, and there is no
proof for the index.

Source: the principle of sáu rõ, "rõ kết quả". A task that is marked `incomplete` is left alone;
a table without such a column is only told of in plans of a kind that has none, like those of controlling procedures.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, deadline: Quý I, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

import re

from cchc.model.plan import Appendix
from cchc.model.plan_kinds import KINDS
from cchc.model.task import Task
from cchc.rules._columns import is_of_targets, tables_without
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T002"
SEVERITY = Severity.WARNING

_PAPER = re.compile(
    r"(?:(?:dự thảo|xây dựng|ban hành|tham mưu ban hành|trình ban hành|lập) )?(?:các )?(?:báo cáo|kế hoạch|tờ trình"
    r"|quyết định|nghị quyết|phương án|đề án|chương trình|thông báo|công văn|hướng dẫn|quy chế|quy định)\b",
    re.IGNORECASE,
)
"""The beginning of a task that is a paper itself, as in a working programme."""


_HOW_MUCH = re.compile(r"số lượng|khối lượng|chỉ tiêu|mục tiêu|mức", re.IGNORECASE)
_NAMES = re.compile(r"tên (?!nhiệm vụ|công việc|việc)", re.IGNORECASE)
"""Headings over what is counted, and over names: "Tên thủ tục", "Tên lớp"."""


def check(facts: Facts) -> Hits:
    """Find tasks with neither product, requirement nor target; of a table without a column, itself."""
    bare = set()
    expected = {"product", "requirement"} & {one.key for one in KINDS[facts.plan.kind].columns}
    for place, appendix in tables_without(facts, "product", "requirement", "targets"):
        bare.add(place[1])
        named = all(_is_paper(task) for at, task, _ in facts.tasks if at[1] == place[1])
        if not (named or is_of_targets(appendix) or _says_how_much(appendix)):
            yield Hit(
                place,
                say("no column of this table says what comes out of the tasks"),
                say("add a column “product” or “requirement”, and fill it in"),
                severity=SEVERITY if expected else Severity.INFO,
            )
    for place, task, _ in facts.tasks:
        if place[1] not in bare and not (
            task.product or task.requirement or task.targets or task.incomplete or _is_paper(task)
        ):
            yield Hit(
                place,
                say("this task has no product and no requirement"),
                say("add “product:” (the kind of paper) or “requirement:”"),
            )


def _is_paper(task: Task) -> bool:
    return _PAPER.match(task.title) is not None


def _says_how_much(appendix: Appendix) -> bool:
    """Whether a table lists things by name, or has a column of amounts."""
    return any(
        (_HOW_MUCH if column.key == "custom" else _NAMES).match(column.heading)
        for column in appendix.columns
        if column.key in ("custom", "title")
    )
