"""Work is recorded as done, and the record says otherwise.

Why: a report that counts it as done is wrong, or the share or the day was left from the row above.

Source: the principle of sáu rõ, "rõ kết quả".

Bad:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        columns:
          - {key: title, heading: Nhiệm vụ}
          - {key: custom, heading: Tỷ lệ (%)}
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            extra: {Tỷ lệ (%): 70}
            progress: {state: done, date: 10/3/2026}
Good:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        columns:
          - {key: title, heading: Nhiệm vụ}
          - {key: custom, heading: Tỷ lệ (%)}
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            extra: {Tỷ lệ (%): 100}
            progress: {state: done, date: 10/3/2026}
"""

import re
from datetime import date

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "D014"
SEVERITY = Severity.WARNING

_SHARE_DONE = re.compile(
    r"(?:(?:tỷ|tỉ) lệ|tiến độ|mức độ|phần trăm|%)(?: (?:hoàn thành|thực hiện))?(?: %)?"
)
_PERCENT = re.compile(r"(?P<number>\d{1,3})(?:,\d+)? ?%?")
_WHOLE_SHARE = 100
_PREPARED = 10
"""The month of the year before from which work of a plan may be done ahead."""


def check(facts: Facts) -> Hits:
    """Find work that is done by less than 100 %, or before the plan's year was prepared."""
    first = date(facts.plan.year - 1, _PREPARED, 1)
    for place, task, _ in facts.tasks:
        for n, record in enumerate(task.progress):
            if record.state != "done":
                continue
            if record.date is not None and record.date.first < first:
                yield Hit(
                    (*place, "progress", n, "date"),
                    say("done on {day}, long before {year}, the year of the plan",
                        day=f"{record.date.first:%d/%m/%Y}", year=facts.plan.year),
                    say("correct the day"),
                )  # fmt: skip
            for heading, value in task.extra.items():
                share = _PERCENT.fullmatch(str(value).strip())
                named = _SHARE_DONE.fullmatch(" ".join(re.findall(r"[\w%]+", fold(heading))))
                if share and named and 1 < int(share["number"]) < _WHOLE_SHARE:
                    yield Hit(
                        (*place, "extra", heading),
                        say("recorded as done, and “{heading}” says {share} %",
                            heading=heading, share=share["number"]),
                        say("correct the share, or record the work as running"),
                    )  # fmt: skip
