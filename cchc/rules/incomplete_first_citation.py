"""A document is cited for the first time without its date, issuer, number or kind.

Why: a symbol alone is unique only within one issuer and one year; the first mention gives kind,
symbol, date, issuer and title, later ones only kind and symbol.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.

Bad:
    bases:
      - Căn cứ Quyết định số 2347/QĐ-UBND ngày 17/12/2025
Good:
    bases:
      - Căn cứ Quyết định số 2347/QĐ-UBND ngày 17/12/2025 của UBND tỉnh Thái Nguyên về việc ban
        hành Chương trình cải cách hành chính nhà nước
"""

import re
from itertools import pairwise

from cchc.language.citation import Citation
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Message, Severity, say

CODE = "C015"
SEVERITY = Severity.WARNING
WHOLE = True

_JOINED = re.compile(r"\s*(?:,|và|, và)\s+(?:các )?")
_AMENDED = re.compile(r"(?:sửa đổi|bổ sung|thay thế)[^;.]*\Z", re.IGNORECASE)
"""Between a document and the one that amends it, whose issuer is then the same."""

_CARRIES_OUT = re.compile(
    r"(?:hướng dẫn|thi hành|thực hiện|quy định|sửa đổi|bổ sung|thay thế|triển khai|cụ thể hóa)[^;.]*\Z",
    re.IGNORECASE,
)
"""Between a document and the one that its title names."""

_PROOF = re.compile(
    r"(?:tài liệu )?(?:minh|kiểm) chứng|(?:số,? )?ký hiệu|số văn bản|bằng chứng|ghi chú"
    r"|(?:văn bản|tài liệu|sản phẩm) (?:đã |được )(?:ban hành|hoàn thành|có)"
    r"|(?:kết quả|tình hình|tiến độ|mức độ)(?! (?:đầu ra|cần đạt|phải đạt|dự kiến))|đánh giá|nội dung đã|đã (?:thực hiện|hoàn thành|ban hành)",
    re.IGNORECASE,
)
"""The heading over what was issued when work was done, how far it is, and what is noted of it."""

_NO_NUMBER = re.compile(
    r"(?:Luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Đề án|Công văn"
    r"|Thông báo|Kết luận|Hướng dẫn|Báo cáo|Tờ trình|Quy định) số:?\s{0,9}[…._]{0,20}\s{0,9}"
    r"(?:/(?:(?:19|20)[0-9]{2}/)?|-)[A-ZĐ]{2,8}[-/][A-ZĐ]{2}[^\s,;]{0,12}"
)


_NO_KIND = re.compile(r"\s*(?:Căn cứ|Theo|Thực hiện)\s+số:?\s+(?=[0-9])")


def check(facts: Facts) -> Hits:
    """Find first mentions of a document without date, issuer, kind or, in a numbered plan, number."""
    yield from _incomplete(facts)
    yield from _without_kind(facts)
    paper = facts.plan.document.signed
    if paper.number and paper.date and paper.date.full:
        yield from _without_number(facts)


def _without_kind(facts: Facts) -> Hits:
    """Find bases that begin with a number: "Căn cứ số 1204/UBND-NC"."""
    for place, citation in facts.citations:
        base = facts.text_at(place) if place[0] == "bases" else ""
        found = _NO_KIND.match(base)
        if found and citation.symbol and base.startswith(citation.symbol, found.end()):
            yield Hit(
                place,
                say("{symbol} is cited without its kind", symbol=citation.symbol),
                say("write kind, symbol, date, issuer and title the first time"),
                within=citation.symbol,
            )


def _without_number(facts: Facts) -> Hits:
    """Find bases whose number is still blank; in a draft that is normal."""
    for index, base in enumerate(facts.plan.bases):
        for found in _NO_NUMBER.finditer(base):
            yield Hit(
                ("bases", index),
                say("{document} is cited without its number", document=" ".join(found[0].split())),
                say("fill in number and date of the document"),
                within=found[0],
            )


def _incomplete(facts: Facts) -> Hits:
    """Find first mentions of a symbol without date or issuer; the title is no mention unless it has both,
    nor are notes and proof beside a task and in its record. A law with its number needs no date."""
    seen = {
        one.symbol
        for one in facts.cited_at(("document", "title"))
        if one.date_text is not None and one.issuer is not None
    }
    amended: tuple[KeyPath, Citation] | None = None
    latest: tuple[KeyPath, Citation] | None = None
    shared = _shared(facts)
    own = _own_symbols(facts)
    changed = facts.plan.document.amends
    own_kind = f"-{(facts.plan.document.symbol or '').rpartition('-')[2]}"
    for place, citation in facts.citations:
        if not citation.symbol or place == ("document", "title") or place[-1] == "note":
            continue
        if "extra" in place and _PROOF.match(str(place[-1])):
            continue
        before, latest = latest, (place, citation)
        if citation.issuer is not None:
            amended = place, citation
        if citation.symbol in seen or (citation.symbol in own and citation.date_text is None):
            continue
        seen.add(citation.symbol)
        if _followed(facts, place, citation):
            continue
        no_date = citation.date_text is None and citation.klass != "law"
        no_issuer = citation.issuer is None and citation.klass != "law"
        no_issuer = no_issuer and id(citation) not in shared
        if changed and citation.symbol.lstrip("0") == f"{changed.number}/{changed.symbol}".lstrip(
            "0"
        ):
            no_issuer = False  # it is the same agency's
        if no_issuer and amended and amended[0] == place and amended[1].klass == citation.klass:
            between = facts.text_at(place)[amended[1].start : citation.start]
            no_issuer = _AMENDED.search(between) is None
        if place[-1] == "product" and citation.symbol.endswith(own_kind):
            no_issuer = False  # what came out of the task: the office issued it
        if no_date and no_issuer and _in_a_title(facts, place, before, citation):
            seen.discard(citation.symbol)
            continue
        no_issuer = no_issuer and not _told_around(facts.text_at(place), citation)
        if no_date or no_issuer:
            yield Hit(
                place,
                _lacking(citation.symbol, no_date=no_date, no_issuer=no_issuer),
                say("write kind, symbol, date, issuer and title the first time"),
                within=citation.symbol,
            )


_WITH_A_PLAN = re.compile(
    r"\bcủa (?:UBND|[ỦU]y ban|Chủ tịch|HĐND|Hội đồng)[^;.]*\bkèm theo [^;.]{0,30}$"
)
_OF_TWO = re.compile(r"\s*giữa\s+[A-ZÀ-ỸĐ]")


def _told_around(text: str, citation: Citation) -> bool:
    """Whether the issuer is told in another way: "Kế hoạch của UBND xã ban hành kèm theo Quyết định số ...", "Quy
    chế số ... giữa UBND xã và Mặt trận"."""
    before, behind = text[: citation.start], text[citation.stop :]
    return bool(_WITH_A_PLAN.search(before) or _OF_TWO.match(behind))


def _own_symbols(facts: Facts) -> set[str]:
    """Return the symbols of the plan and its decision: "Kế hoạch số 12/KH-UBND này" cites nothing."""
    document = facts.plan.document
    papers = (document, document.decision)
    return {
        f"{number}/{paper.symbol}"
        for paper in papers if paper and paper.number is not None
        for number in (str(paper.number), str(paper.number).zfill(2))
    }  # fmt: skip


def _followed(facts: Facts, place: KeyPath, citation: Citation) -> bool:
    """Tell whether a document in the title of a table is the office's own, which the table follows up."""
    own = facts.plan.document.symbol
    in_title = place[0] == "appendices" and place[2:] == ("title",)
    return in_title and citation.issuer is None and citation.symbol.partition("/")[2] == own


def _in_a_title(
    facts: Facts, place: KeyPath, before: tuple[KeyPath, Citation] | None, citation: Citation
) -> bool:
    """Tell whether a document is named in the title of the one before it: "Thông tư số ... hướng dẫn
    Nghị định số ..."."""
    if before is None or before[0] != place or before[1].date_text is None:
        return False
    between = facts.text_at(place)[before[1].start : citation.start]
    return _CARRIES_OUT.search(between) is not None


def _shared(facts: Facts) -> set[int]:
    """Return the documents that share the issuer said behind the last one: "A, B và C của Chính phủ"."""
    found: set[int] = set()
    for (place, one), (next_place, other) in reversed(list(pairwise(facts.citations))):
        if place == next_place and one.issuer is None and one.klass == other.klass:
            between = facts.text_at(place)[one.stop : other.start]
            told = other.issuer is not None or id(other) in found
            if told and _JOINED.fullmatch(between):
                found.add(id(one))
    return found


def _lacking(symbol: str, *, no_date: bool, no_issuer: bool) -> Message:
    if no_date and no_issuer:
        return say(
            "{symbol} is cited for the first time without its date and its issuer", symbol=symbol
        )
    if no_date:
        return say("{symbol} is cited for the first time without its date", symbol=symbol)
    return say("{symbol} is cited for the first time without its issuer", symbol=symbol)
