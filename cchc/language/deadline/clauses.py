"""A whole phrase: clause after clause until nothing is left."""

from __future__ import annotations

from cchc.language.deadline.conditions import condition, count, rest
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.listing import listing
from cchc.language.deadline.nodes import Condition, Limit, Mark, NamedDay, Node, Rhythms
from cchc.language.deadline.results import NotUnderstoodError
from cchc.language.deadline.words import Sign
from cchc.messages import say

EXAMPLES = "Trước 30/11/2026; Quý I/2026; Hằng tháng; Trước ngày 15 tháng cuối quý; Thường xuyên"
"""Accepted wordings shown when a phrase is not understood."""

_SEPARATORS = ",;:.()[]-+&*\"'“”‘’«»!"


def clauses(c: Cursor) -> list[Node]:
    """Read the whole phrase.

    Raises:
        DeadlineError: a word has no place in the grammar, or a date does not exist.
    """
    nodes: list[Node] = []
    while not c.done():
        start = c.at
        while c.take_mark(_SEPARATORS) or c.take("and", "or") or _slash(c) or _label(c):
            pass
        if c.done():
            break
        here = c.at
        node = _clause(c)
        if start == here and nodes and not _follows(c.tokens[here].sign, nodes[-1], node):
            c.at = here
            raise not_understood(c)
        if node is not None:
            nodes.append(node)
        elif nodes and isinstance(nodes[-1], Condition) and start < c.at:
            # "khi có hướng dẫn của Sở Nội vụ, Sở Tài chính": the event goes on after the comma.
            more = rest(c, listing) or c.peek().fold
            nodes[-1] = nodes[-1]._replace(text=f"{nodes[-1].text}, {more}")
        elif not c.take("do", "report"):
            raise not_understood(c)
        elif c.tokens[c.at - 1].sign == "report":
            c.report = True
    if not nodes:
        c.at = 0
        raise not_understood(c)
    return nodes


def _follows(opening: Sign, last: Node, node: Node | None) -> bool:
    """Tell whether a node may follow without a comma: not two dates, "Quý I/2026 15/4/2026"."""
    if node is None or opening in ("do", "report"):
        return True
    if isinstance(node, Limit):
        return node.pointed or not isinstance(last, Limit)
    if isinstance(node, Rhythms):
        return not isinstance(last, Limit | Rhythms)
    return not isinstance(node, NamedDay) or not isinstance(last, NamedDay)


def _clause(c: Cursor) -> Node | None:
    return _continuous(c) or condition(c, listing) or count(c, listing) or listing(c) or _regular(c)


def _slash(c: Cursor) -> bool:
    """Step over the slash of "thường xuyên/khi phát sinh", but not of "Quý I/2026/2027"."""
    return c.sign(1) != "number" and c.take_mark("/")


def _label(c: Cursor) -> bool:
    """Step over what only tells which or how much: "đợt 1:", "(lần thứ hai)", "100%"."""
    start = c.at
    if c.take("times"):
        c.take("ordinal")
        numbered = c.take("number", "numeral", "roman") is not None
        named = c.sign(1) in ("number", "numeral", "roman")  # "lần 1 tháng 6"
        counted = c.sign() in ("month", "quarter", "year") and not named
        if numbered and not counted and not c.is_mark("/"):
            return True
    elif c.take("number") and c.take_mark("%"):
        return True
    c.at = start
    return False


def _continuous(c: Cursor) -> Mark | None:
    start = c.at
    while c.take("do"):
        pass
    if token := c.take("always"):
        return Mark("continuous", token.fold)
    if [c.peek(n).fold for n in range(3)] == ["24", "/", "24"]:
        c.at += 3
        c.take("hour")
        return Mark("continuous", "24/24")
    c.at = start
    return None


def _regular(c: Cursor) -> Mark | None:
    token = c.take("regular")
    return Mark("regular", token.fold) if token else None


def not_understood(c: Cursor) -> NotUnderstoodError:
    """Return the error for a phrase that stops making sense where the cursor stands."""
    at = min(c.at, len(c.tokens) - 1)
    return NotUnderstoodError(
        say(
            "the deadline “{phrase}” is not understood at “{word}”",
            phrase=c.text,
            word=c.between(at, at + 1),
        ),
        say("accepted wordings are for example: {examples}", examples=EXAMPLES),
    )
