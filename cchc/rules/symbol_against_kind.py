"""The plan's symbol, or that of its decision, is not the symbol of such a paper.

Why: KH stands for a plan, QĐ for a decision; by a wrong or broken symbol the paper is registered in
the wrong book and cited wrongly for years.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3 and Phụ lục III.

Bad:
    document: {symbol: BC-UBND}
Good:
    document: {symbol: KH-UBND}
"""

from cchc.language.repair import repair_symbol
from cchc.language.symbol import read_symbol
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "V005"
SEVERITY = Severity.ERROR

_LIKE_PLANS = ("KH", "CTr", "ĐA", "PA")
"""Plans, and the other papers with tasks, units and days: programmes, schemes, "phương án"."""


def check(facts: Facts) -> Hits:
    """Find symbols that do not begin KH- (or CTr-, ĐA-, PA-) or QĐ-, and plans of the State without any."""
    document = facts.plan.document
    if facts.plan.owner.of_level.kind == "party" and not document.symbol:
        return  # numbers of the Party have a form of their own: 15-KH/ĐU
    if document.decision:
        place: KeyPath = ("document", "decision", "symbol")
        yield from _symbol(place, document.decision.symbol, ("QĐ",), "QĐ-UBND")
    elif document.symbol:
        yield from _symbol(("document", "symbol"), document.symbol, _LIKE_PLANS, "KH-UBND")
    else:
        yield Hit(
            ("document", "symbol"),
            say("the plan has no symbol"),
            say("write “symbol: KH-UBND”"),
            key=True,
        )


def _symbol(place: KeyPath, symbol: str, codes: tuple[str, ...], usual: str) -> Hits:
    read = read_symbol(f"99/{symbol}")
    if (read and read.code in codes) or ("KH" in codes and symbol.startswith("KHPH-")):
        return  # KHPH: a plan of two bodies
    meant = repair_symbol(f"99/{symbol}")
    if meant and meant.startswith(tuple(f"99/{code}-" for code in codes)):
        return  # C002 offers it
    yield Hit(
        place,
        say("“{symbol}” is no symbol of this kind of paper", symbol=symbol),
        say("write “{right}”; the number stands under “number”", right=usual),
    )
