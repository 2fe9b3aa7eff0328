"""One base names several documents.

Why: each base stands on its own line, so that a reader can count and check them, and one that is
replaced can be taken out.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6: every base on a line of its own.

Bad:
    bases:
      - Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành
        chính; Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều
Good:
    bases:
      - Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành
        chính
      - Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều
"""

import re
from itertools import pairwise

from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

_PROPOSED = re.compile(r"đề (?:nghị|xuất) của")
"""Before the paper on whose proposal the plan is issued; it may stand in the sentence of the opening."""

CODE = "V011"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find bases in which a document with its own kind follows another one and a semicolon; of what a plan
    carries out ("Thực hiện ...") a sentence may name several: that is an info."""
    for n, base in enumerate(facts.plan.bases):
        place = ("bases", n)
        for one, other in pairwise(facts.cited_at(place)):
            listed = other.text[:2].casefold() == "số"  # "các Nghị định của Chính phủ: số A; số B"
            between = base[one.stop : other.start]
            if not listed and ";" in between and not _PROPOSED.search(between):
                found = hit_in(
                    place, base, other.start, other.stop,
                    say("a second document in one base"),
                    say("give it a base of its own"),
                )  # fmt: skip
                named = base.startswith("Căn cứ")
                yield found if named else found._replace(severity=Severity.INFO)
                break
