"""Dates of cited documents are written in two ways.

Why: “ngày 15 tháng 7 năm 2021” and “ngày 15/7/2021” are both in use; one paper keeps to one.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình
        tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030
      - Căn cứ Nghị quyết số 04/NQ-CP ngày 10/01/2022 của Chính phủ về đẩy mạnh phân cấp
      - Căn cứ Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về cải cách hành
        chính năm 2026
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
        cải cách hành chính nhà nước giai đoạn 2021 - 2030
      - Căn cứ Nghị quyết số 04/NQ-CP ngày 10/01/2022 của Chính phủ về đẩy mạnh phân cấp
"""

from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "C017"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find the dates written in the way that fewer of the plan's citations use."""
    dated = [(place, one) for place, one in facts.citations if one.date and one.date_text]
    in_words = [(place, one) for place, one in dated if "tháng" in (one.date_text or "")]
    in_digits = [(place, one) for place, one in dated if "/" in (one.date_text or "")]
    fewer = min(in_words, in_digits, key=len)
    other = "15/7/2021" if fewer is in_words else "15 tháng 7 năm 2021"
    for place, citation in fewer:
        text = facts.text_at(place)
        start = text.find(citation.date_text or "", citation.start)
        if start >= 0 and citation.date_text:
            yield hit_in(
                place, text, start, start + len(citation.date_text),
                say("this date is written otherwise than most in the plan"),
                say("write the dates of cited documents in one way, like {example}",
                    example=other),
            )  # fmt: skip
