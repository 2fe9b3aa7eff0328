"""A year has too many digits, or too few.

Why: "năm 20226", "giai đoạn 20212030" and "15/7/221" can be two years each; whoever searches for the document finds nothing.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b: a year has four digits.

Bad:
    opening: UBND xã ban hành Kế hoạch năm 20226 với các nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã ban hành Kế hoạch năm 2026 với các nhiệm vụ tại Phụ lục kèm theo
"""

import re
from itertools import islice

from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H013"
SEVERITY = Severity.WARNING

_YEAR = re.compile(
    r"(?<![\w/])(?:[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{4,5}|[Nn]gày [0-9]{1,2}/[0-9]{1,2}/[12][0-9]{2}"
    r"|(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Nn]ăm) 20[0-9]{2}20[0-9]{2}"
    r"|[Nn]ăm (?:[12][09][0-9]|[12][09][0-9]{3,4})|[Tt]háng [0-9]{1,2}/(?:20[0-9]|20[0-9]{3,4}))"
    r"(?![\w/%]|[.,-][0-9]| (?:đồng|người|hồ sơ|tỷ|triệu|nghìn))"
)
_MAY = tuple(
    re.compile(rf"{first}(?<![0-9].)[0-9]{{2}}(?:[0-9]{{2,5}})?(?![0-9])") for first in "12"
)
"""A number that begins like a year and has another length."""


def check(facts: Facts) -> Hits:
    """Find years of three, five or six digits in dates and after "năm", and two years run together."""
    for place, text in facts.texts_holding(*_MAY):
        for found in islice(_YEAR.finditer(text), MOST):
            yield hit_in(
                place, text, *found.span(),
                say("“{date}”: a year has four digits", date=found[0]),
                say("check the date against the document"),
            )  # fmt: skip
