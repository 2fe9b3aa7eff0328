"""One document is cited under two titles.

Why: the title is copied from the document; when two mentions begin alike and then differ, one of
them was typed from memory.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
        cải cách hành chính nhà nước giai đoạn 2021 - 2030
      - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành
        chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa
      - Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục
        hành chính theo cơ chế một cửa, một cửa liên thông tại Trung tâm Phục vụ hành chính công
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
        cải cách hành chính nhà nước giai đoạn 2021 - 2030
      - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành
        chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa
      - Thực hiện Nghị định số 118/2025/NĐ-CP
"""

import re
from collections.abc import Hashable

from cchc.language.citation import document_key
from cchc.language.names import fold
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

_MEANT = {
    "CCHC": "cải cách hành chính", "TTHC": "thủ tục hành chính", "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân", "CNTT": "công nghệ thông tin", "ĐMST": "đổi mới sáng tạo",
    "KHCN": "khoa học công nghệ", "KT-XH": "kinh tế - xã hội",
}  # fmt: skip
_SHORT = re.compile(rf"\b(?:{'|'.join(_MEANT)})\b")
_LONG_DATE = re.compile(r"([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_ZEROS = re.compile(r"(?<![0-9/])0?([0-9]{1,2})/0?([0-9]{1,2})/([0-9]{4})")
_DEFINED = re.compile(r"\s*\([^()\d]*[A-ZĐ]{2}[^()\d]*\)")
"""A short form in brackets, defined inside a title: "cải cách hành chính (CCHC)"."""
_SHOWN = 4

CODE = "C016"
SEVERITY = Severity.WARNING
_ALIKE = 4
"""Titles that share fewer first words may be a title and a description of the content."""
_ENDS = frozenset([
    "trên", "của", "trong", "để", "nhằm", "theo", "và", "với", "về", "bảo", "đảm", "gắn", "thì",
    "là", "có", "được", "cho", "khi", "ngày", "số", "từ", "đến", "năm", "ban", "hành", "thực",
    "hiện",
])  # fmt: skip
"""Words with which the sentence goes on after a title that was cut short."""


def check(facts: Facts) -> Hits:
    """Find titles that begin like the first one given for a document and then differ."""
    first: dict[Hashable, str] = {}
    for place, citation in facts.citations:
        if not citation.title or not citation.symbol:
            continue
        title = first.setdefault(document_key(citation), citation.title)
        words = _differing(title, citation.title)
        if words is None:
            continue
        text = facts.text_at(place)
        start = text.find(citation.title, citation.start)
        if start < 0:
            continue
        yield hit_in(
            place, text, start, start + len(citation.title),
            say("{symbol} has another title further up: there “{one}”, here “{other}”",
                symbol=citation.symbol, one=words[0], other=words[1]),
            say("copy the title from the document; later mentions need only kind and symbol"),
        )  # fmt: skip


def _differing(one: str, other: str) -> tuple[str, str] | None:
    """Return the words around the place where two titles part, or None when they do not."""
    ours, theirs = _written_out(one).split(), _written_out(other).split()
    pairs = zip(ours, theirs, strict=False)
    at = next((n for n, (a, b) in enumerate(pairs) if fold(a) != fold(b)), None)
    if at is None or at < _ALIKE:
        return None
    if {ours[at].lower().strip(",;"), theirs[at].lower().strip(",;")} & _ENDS:
        return None
    return _around(ours, at), _around(theirs, at)


def _written_out(title: str) -> str:
    """Return a title without the abbreviations and forms of dates that make no other title of it."""
    dated = _ZEROS.sub(r"\1/\2/\3", _LONG_DATE.sub(r"\1/\2/\3", _DEFINED.sub("", title)))
    return _SHORT.sub(lambda found: _MEANT[found[0]], dated)


def _around(words: list[str], at: int) -> str:
    """Return the words around a place, with dots where the title goes on."""
    start, stop = max(0, at - _SHOWN), at + _SHOWN + 1
    shown = " ".join(words[start:stop])
    return f"{'… ' if start else ''}{shown}{' …' if stop < len(words) else ''}"
