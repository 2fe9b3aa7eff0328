"""A task has a text under `extra`, and its table has no custom column with that heading.

Why: such a text is printed nowhere; mostly the heading was changed in one of the two places.

Source: docs/glossary.md, custom column.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        columns: [{key: title, heading: Nhiệm vụ}, {key: custom, heading: Nguồn vốn}]
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh], extra: {Vốn: Ngân sách xã}}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        columns: [{key: title, heading: Nhiệm vụ}, {key: custom, heading: Nguồn vốn}]
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh], extra: {Nguồn vốn: Ngân sách xã}}
"""

from cchc.model.field_kinds import extra_name
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N017"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    printed = [{column.name for column in one.columns} for one in facts.plan.appendices]
    for place, task, _ in facts.tasks:
        for heading in task.extra:
            if extra_name(heading) not in printed[int(place[1])]:
                yield Hit(
                    (*place, "extra", heading),
                    say("no column of this table has the heading “{heading}”", heading=heading),
                    say("write the heading as it stands in the columns, or add "
                        "{{key: custom, heading: {heading}}} to them", heading=heading),
                )  # fmt: skip
