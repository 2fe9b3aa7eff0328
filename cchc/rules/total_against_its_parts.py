"""A total is not the sum of what it adds up.

Why: who pays, prints or reports by the total takes one number, and who adds up the rows another.

Source: arithmetic; the text, its tables and their last row are one paper: Nghị định 30/2020/NĐ-CP, Phụ lục I.

Bad:
    opening: UBND xã An Bình bố trí 350 triệu đồng, gồm hạ tầng 250 triệu đồng và tuyên truyền 120 triệu đồng, theo Phụ lục kèm theo
Good:
    opening: UBND xã An Bình bố trí 370 triệu đồng, gồm hạ tầng 250 triệu đồng và tuyên truyền 120 triệu đồng, theo Phụ lục kèm theo
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cchc.language.names import fold
from cchc.model.criteria import is_full, total
from cchc.rules._number_columns import NumberColumn, columns_of, money_of, number_of, totals_of
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, hit_in, say
from cchc.rules._words import any_of, sentence_around

CODE = "N021"
SEVERITY = Severity.WARNING
WHOLE = True

_MONEY = r"\d[\d.,]*(?<![.,]) ?(?:nghìn|ngàn|triệu|tỷ|tỉ)? ?đồng"
_SPLIT = re.compile(
    rf"(?P<total>{_MONEY})\W{{0,3}}(?:\([^()]*\)\W{{0,3}})?(?P<how>trong đó|bao gồm|gồm)\b(?P<parts>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(rf"(?<![\w.,]){_MONEY}(?! ?/)", re.IGNORECASE)
_MORE = re.compile(
    r"trong đó|gồm|mỗi|\bx\b|/ ?(?:người|lớp|tháng|ngày|cuộc)|định mức|đơn giá|tổng|còn lại|năm 20\d\d|so với",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"tổng (?:số|cộng)(?: là|:| có)? (?P<count>\d[\d.]*) (?P<noun>lượt người|lượt|học viên|người(?! [^\W\d])|người(?= tham gia| dự| được)|phiếu|đại biểu)\b",
    re.IGNORECASE,
)
_HEADINGS = {
    "lượt": re.compile(r"(?:số )?(?:lượt|học viên|người)\b|số lượng"),
    "người": re.compile(r"(?:số )?(?:lượt|học viên|người)\b|số lượng"),
    "học": re.compile(r"(?:số )?(?:lượt|học viên|người)\b|số lượng"),
    "đại": re.compile(r"(?:số )?(?:đại biểu|người)\b"),
    "phiếu": re.compile(r"(?:số )?phiếu\b"),
}
_SPENT = re.compile(
    rf"tổng (?:kinh phí|dự toán|mức kinh phí)[^.;\d]{{0,40}}?(?P<total>{_MONEY})", re.IGNORECASE
)
_FUNDING = re.compile(r"kinh phí|dự toán|thành tiền")
_SCALES = (
    (re.compile(r"triệu"), 1_000_000),
    (re.compile(r"nghìn|ngàn|1\.000"), 1_000),
    (re.compile(r"đồng|vnđ"), 1),
)
_ANOTHER = re.compile(r"năm trước|năm qua|tỉnh|đã |của huyện|cùng kỳ", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:xã|phường|đặc khu)(?: [^\W\d_]+){0,4} đạt (?P<points>\d{2}(?:,\d{1,2})?)(?: ?/ ?100)? điểm",
    re.IGNORECASE,
)
_ROUND_HUNDRED = Decimal(100)
"""The points of the whole index: a book with fewer has not all of it."""
_NEAR = Decimal("0.4")
"""Totals that differ by more are of other things."""


def check(facts: Facts) -> Hits:
    """Compare the last rows of tables, totals in the text, and sums of money with their parts."""
    columns = columns_of(facts) if facts.plan.appendices else []
    for cell in totals_of(facts, columns):
        if cell.written != cell.column.total and _near(cell.written, cell.column.total):
            yield _hit(cell.place, cell.text, cell.written, cell.column)
    yield from _areas(facts, columns)
    yield from _index(facts)
    for place, text in facts.texts_holding(*any_of("tổng", "Tổng", "đồng")):
        if place[0] in ("opening", "body", "closing"):
            yield from _in_text(facts, place, text, columns)
            yield from _split(place, text)


def _areas(facts: Facts, columns: Sequence[NumberColumn]) -> Iterator[Hit]:
    """Yield the sum that stands beside the name of an area, "(Điểm chuẩn: 14; ...)", and is another."""
    titles = dict(facts.texts)
    for column in columns:
        named = re.compile(rf"[(;] ?{re.escape(column.heading)}: (?P<written>\d[\d.,]*)(?=[;)])")
        for area, added in column.areas.items():
            place = (*area, "title")
            found = named.search(titles.get(place, ""))
            written = number_of(found["written"]) if found else None
            if found and written not in (None, added):
                yield hit_in(
                    place, titles[place], *found.span("written"),
                    say("{written} here, and the column “{heading}” adds up to {added}",
                        written=found["written"], heading=column.heading, added=_printed(added)),
                    say("add up again, and write one number"),
                )  # fmt: skip


def _index(facts: Facts) -> Iterator[Hit]:
    """Yield the points of last year that the text gives the commune, where the book adds up to others."""
    book = facts.plan.criteria
    if not book or not all(is_full(one, "previous") for one in book):
        return
    most, added = (
        sum((total(one, key) or Decimal(0) for one in book), Decimal(0))
        for key in ("maximum", "previous")
    )
    year = re.compile(rf"năm (?:{facts.plan.year - 1}|trước)", re.IGNORECASE)
    for place, text in facts.texts_holding(*any_of(" điểm")):
        found = list(_POINTS.finditer(text)) if place[0] in ("opening", "body") else []
        if len(found) != 1 or not year.search(text) or most != _ROUND_HUNDRED:
            continue
        written = number_of(found[0]["points"])
        if written not in (None, added):
            yield hit_in(
                place, text, *found[0].span("points"),
                say("{written} points here, and those of last year add up to {added}",
                    written=found[0]["points"], added=_printed(added)),
                say("compare with the paper that announced the index"),
            )  # fmt: skip


def _in_text(
    facts: Facts, place: KeyPath, text: str, columns: Sequence[NumberColumn]
) -> Iterator[Hit]:
    for found in _COUNTED.finditer(text):
        heads = _HEADINGS[found["noun"].split()[0].lower()]
        written = number_of(found["count"])
        held = [one for one in columns if heads.match(fold(one.heading))]
        if written is not None and not _of_another(facts, place, text, *found.span()):
            yield from _compared(place, text, found.span("count"), written, held)
    for found in _SPENT.finditer(text):
        written = money_of(found["total"])
        paid = (_in_dong(one) for one in columns if _FUNDING.search(fold(one.heading)))
        if written is not None and not _of_another(facts, place, text, *found.span()):
            yield from _compared(
                place, text, found.span("total"), written, [one for one in paid if one]
            )


def _compared(
    place: KeyPath, text: str, span: tuple[int, int], written: Decimal, held: Sequence[NumberColumn]
) -> Iterator[Hit]:
    """Yield the hit where one column only can be meant, and neither its sum nor that of an area is written."""
    if (
        len(held) == 1
        and written not in (held[0].total, *held[0].parts)
        and _near(written, held[0].total)
    ):
        yield hit_in(
            place, text, *span,
            say("{written} here, and the column “{heading}” adds up to {added}",
                written=text[slice(*span)], heading=held[0].heading, added=_printed(held[0].total)),
            say("add up again, and write one number"),
        )  # fmt: skip


def _split(place: KeyPath, text: str) -> Iterator[Hit]:
    """Yield a sum of money that its parts exceed, or do not reach where they are said to be all."""
    for found in _SPLIT.finditer(text):
        end = re.search(r"\.(?=\s|$)", found["parts"])
        listed = found["parts"][: end.start() if end else None]
        parts = [money for one in _PART.finditer(listed) if (money := money_of(one[0])) is not None]
        total = money_of(found["total"])
        if total is None or len(parts) < 2 or _MORE.search(listed):
            continue
        added = sum(parts, Decimal(0))
        if added > total or (added < total and found["how"].lower() != "trong đó"):
            yield hit_in(
                place, text, *found.span("total"),
                say("{written} here, and its parts add up to {added}",
                    written=found["total"], added=f"{_printed(added)} đồng"),
                say("add up again, and write one number"),
            )  # fmt: skip


def _of_another(facts: Facts, place: KeyPath, text: str, start: int, stop: int) -> bool:
    first, last = sentence_around(text, start, stop)
    return bool(_ANOTHER.search(text[first:last])) or facts.is_cited(place, start, stop)


def _in_dong(column: NumberColumn) -> NumberColumn | None:
    """Return the column in đồng; None where its heading does not say in what it counts."""
    scale = next((scale for words, scale in _SCALES if words.search(column.heading.lower())), None)
    if scale is None:
        return None
    areas = {place: one * scale for place, one in column.areas.items()}
    return column._replace(total=column.total * scale, areas=areas)


def _near(one: Decimal, other: Decimal) -> bool:
    return other > 0 and abs(one - other) <= _NEAR * other


def _hit(place: KeyPath, written: str, number: Decimal, column: NumberColumn) -> Hit:
    return Hit(
        place,
        say("{written} here, and the column “{heading}” adds up to {added}",
            written=written, heading=column.heading, added=_printed(column.total)),
        say("add up again, and write one number"),
    )  # fmt: skip


def _printed(number: Decimal) -> str:
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")
