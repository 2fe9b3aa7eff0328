"""A document's symbol is broken: a hyphen is lost, or a space stands inside it.

Why: a symbol that is wrong by one character finds no document; text copied from a PDF loses the
hyphen every time.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQCP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

from cchc.language.repair import only_joints_differ, repair_symbol
from cchc.rules._citations import own_symbol, problems
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "C002"
SEVERITY = Severity.ERROR

_of_citations = problems("malformed-symbol")


def check(facts: Facts) -> Hits:
    """Find symbols of no accepted form, with the form likely meant; the plan's own too."""
    yield from _of_citations(facts)
    yield from _own(facts)
    for index, text in enumerate(facts.plan.unplaced):
        if own := own_symbol(text):
            written, meant = own
            number, _, symbol = meant.partition("/")
            yield Hit(
                ("unplaced", index),
                say(
                    'the symbol "{symbol}" is broken; probably {meant} is meant',
                    symbol=written, meant=meant,
                ),
                say(
                    "write “number: {number}” and “symbol: {symbol}” under “document”, then delete"
                    " this line",
                    number=number, symbol=symbol,
                ),
                within=written,
            )  # fmt: skip


def _own(facts: Facts) -> Hits:
    """Find the plan's own symbol, or that of its decision, where it can be mended."""
    document = facts.plan.document
    place: KeyPath = ("document", "symbol")
    number, written, code = document.number, document.symbol, "KH"
    if document.decision:
        place = ("document", "decision", "symbol")
        number, written, code = document.decision.number, document.decision.symbol, "QĐ"
    # A number below 10 is printed with its zero, also where the plan leaves it out.
    whole = f"{str(number).zfill(2) if number else '99'}/{written or ''}"
    meant = repair_symbol(whole)
    if written is None or meant is None or not meant.partition("/")[2].startswith(f"{code}-"):
        return
    yield Hit(
        place,
        say('the symbol "{symbol}" is broken; probably {meant} is meant',
            symbol=whole if number else written,
            meant=meant if number else meant.partition("/")[2]),
        replacement=meant.partition("/")[2],
        unsafe=not only_joints_differ(whole, meant),
    )  # fmt: skip
