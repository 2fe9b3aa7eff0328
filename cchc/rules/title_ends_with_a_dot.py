"""The title of the plan or of an appendix ends with a dot.

Why: a title is no sentence; the line under it is drawn, not typed.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5, and the samples of Phụ lục III.

Bad:
    document: {title: Cải cách hành chính xã An Bình năm 2026.}
Good:
    document: {title: Cải cách hành chính xã An Bình năm 2026}
"""

from cchc.rules._marks import typed_marks
from cchc.rules._rule import Facts, Hits, Severity, say

CODE = "V013"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find the title of the plan and the titles of appendices that end in ".", ";" or ":"."""
    for place, text in facts.texts:
        whole = place[0] == "document" or (place[0] == "appendices" and len(place) == 3)
        if whole and place[-1] == "title":
            yield from typed_marks(
                place, text, "(?!)", r"(?<!\.)[.;:,]",
                say("a title ends without “{mark}”"), say("delete it"),
            )  # fmt: skip
