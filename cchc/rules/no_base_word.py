"""A base does not begin with "Căn cứ" or another word that makes it a base.

Why: without the word the line is only a title; the reader cannot see whether the plan rests on the
document or merely mentions it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.

Bad:
    bases:
      - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

import re

from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "V012"
SEVERITY = Severity.WARNING

_WORD = re.compile(
    r"(?:[-–+]\s+)?(?:căn cứ|thực hiện|theo|xét|trên cơ sở|triển khai|tiếp tục|thi hành|để|nhằm"
    r"|tiếp theo|quán triệt|cụ thể hóa|cụ thể hoá)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:Nghị quyết|Nghị định|Luật|Bộ luật|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Chương trình"
    r"|Công văn|Kết luận|Quy định|Thông báo|Hướng dẫn|Văn bản)\b"
)


def check(facts: Facts) -> Hits:
    """Find bases that begin otherwise; before a kind of document "Căn cứ" can be put."""
    for index, base in enumerate(facts.plan.bases):
        if _WORD.match(base):
            continue
        kind = _KIND.match(base)
        stop = kind.end() if kind else len(base.split()[0])
        yield hit_in(
            ("bases", index), base, 0, stop,
            say("this base does not say that the plan rests on it"),
            say("begin with “Căn cứ” or “Thực hiện”"),
            f"Căn cứ {kind[0]}" if kind else None,
            unsafe=True,
        )  # fmt: skip
