"""The plan has an appendix that its text does not point to.

Why: the decree wants the text to point to the appendix; without the sentence the appendix can be
lost without anybody noticing.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.

Bad:
    opening: UBND xã An Bình ban hành Kế hoạch như sau
    body:
      - {title: NHIỆM VỤ, items: [Nêu nhiệm vụ.]}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
Good:
    opening: UBND xã An Bình ban hành Kế hoạch như sau
    body:
      - title: NHIỆM VỤ
        items:
          - {role: appendix, text: (Có Phụ lục kèm theo)}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._words import TextAt

CODE = "N004"
SEVERITY = Severity.WARNING
WHOLE = True
_WORDS = ("phụ lục", "kèm theo", "đính kèm", "gửi kèm")
_TABLE_FOLLOWS = re.compile(
    r"(?:phân công|nhiệm vụ|danh mục|biểu|bảng|chi tiết|tiến độ)[^.;]{0,60}(?:như sau|sau đây|dưới đây|sau)\s*:?\s*\Z"
    r"|(?:theo|tại) (?:bảng|biểu|danh mục) (?:sau|dưới)",
    re.IGNORECASE,
)
"""A sentence over a table: "Phân công cụ thể như sau:"; cchc prints the table as an appendix."""


def check(facts: Facts) -> Hits:
    """Find plans with appendices whose text speaks of none."""
    pointed = any(found.section.role == "appendix" for found in facts.sections)
    # Of a paper that is a table no part could point to it.
    lost = all(section.incomplete or not section.title for section in facts.plan.body)
    if facts.plan.appendices and not pointed and not lost and not any(map(_points, facts.texts)):
        yield Hit(
            ("appendices", 0, "title"),
            say("the text does not point to this appendix"),
            say("add “role: appendix” with “(Có Phụ lục kèm theo)” where the text speaks of it"),
        )


def _points(words: TextAt) -> bool:
    """Whether a text outside the appendices speaks of an appendix or an enclosed list."""
    text = words.text.casefold()
    spoken = any(one in text for one in _WORDS)
    return (words.place[0] != "appendices" and spoken) or (
        words.place[0] == "body" and _TABLE_FOLLOWS.search(text) is not None
    )
