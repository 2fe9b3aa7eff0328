"""A whole phrase: clause after clause until nothing is left."""

from __future__ import annotations

from typing import NamedTuple

from cchc.language.deadline.conditions import condition, counted_days, of_school, rest, since_event
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.events import dated_event, for_others, is_an_event, length_in_days
from cchc.language.deadline.listing import listing
from cchc.language.deadline.nodes import (
    Bracket,
    Condition,
    Conjunction,
    DayCount,
    Limit,
    NamedDay,
    Node,
    Qualifier,
    Rhythm,
    Rhythms,
    StretchItem,
    plain_nodes,
)
from cchc.language.deadline.outcome import NotUnderstoodError
from cchc.language.deadline.remarks import cutoff, is_purpose, label, remark, slash
from cchc.language.deadline.rhythms import rhythm
from cchc.language.deadline.stretches import stretch
from cchc.language.deadline.words import Sign
from cchc.messages import say

EXAMPLES = "Trước 30/11/2026; Quý I/2026; Hằng tháng; Trước ngày 15 tháng cuối quý; Thường xuyên"
"""Accepted wordings shown when a phrase is not understood."""

_SEPARATORS = ",;:.)[]-+&*\"'“”‘’«»!"
_PARTS: tuple[Sign, ...] = ("first", "middle", "last", "half", "dekad", "week", "month")
"""What a part of any month or quarter begins with."""
_DATED = (Limit, NamedDay, Rhythms, DayCount)


def clauses(c: Cursor, *, inside: bool = False) -> list[Node]:
    """Read the whole phrase; `inside` brackets there may be nothing but a label.

    Raises:
        DeadlineError: a word has no place in the grammar, or a date does not exist.
    """
    nodes: list[Node] = []
    state = _ClauseState()
    cutoffs: list[Node] = []
    while not c.done():
        if nodes and (period := _for_period(c, nodes[-1])):
            nodes.append(Bracket((period,)))
            continue
        start = c.at
        while _separator(c) or (inside and c.take_mark("(")):
            pass
        state = state._replace(apart=state.apart or start < c.at or start == 0)
        if c.done():
            break
        if c.is_mark("("):
            nodes += _bracket(c, nodes[-1] if nodes else None)
            continue
        if told := cutoff(c, listing):
            cutoffs.append(told)
            continue
        if nodes and start < c.at and (other := for_others(c, nodes[-1], listing)):
            nodes.append(other)
            state = _ClauseState()
            continue
        here = c.at
        node = _clause(c)
        if node is not None:
            if nodes and not (state.apart or _follows(c.tokens[here].sign, nodes[-1], node)):
                c.at = here
                raise not_understood(c)
            _check_told(c, here, nodes, node, state)
            if isinstance(node, Limit):
                node = node._replace(apart=state.apart, link=_link(c, here))
            elif isinstance(node, NamedDay | Rhythms):
                node = node._replace(link=_link(c, here))
            nodes.append(_with_limit(node, nodes, listed=start < here))
            state = _ClauseState()
        elif nodes and isinstance(nodes[-1], Condition) and start < c.at:
            # "khi có hướng dẫn của Sở Nội vụ, Sở Tài chính": the event goes on after the comma.
            more = rest(c, listing) or c.peek().fold
            nodes[-1] = nodes[-1]._replace(text=f"{nodes[-1].text}, {more}")
        else:
            state = _around(c, state)
    if cutoffs and not nodes and not inside and c.tokens[0].fold == "chốt":
        nodes, c.remarks = cutoffs, []  # "Chốt số liệu ngày 15/6" is all that is asked for
    of_school_year = any(isinstance(one, Condition) and of_school(one) for one in nodes)
    dated = any(isinstance(one, (*_DATED, Bracket)) for one in nodes)
    if (not nodes and not inside) or (of_school_year and dated):  # "tháng 9 năm học 2025-2026"
        c.at = 0
        raise not_understood(c)
    return nodes


def _link(c: Cursor, at: int) -> Conjunction:
    """Return what stands before place `at`; a verb behind "và" goes on with what is before it."""
    before = c.tokens[at - 1] if at else None
    if before is None or c.tokens[at].sign in ("do", "report"):
        return ""
    return "and" if before.sign == "and" else ";" if before.fold == ";" else ""


class _ClauseState(NamedTuple):
    """What stands between the date before and the place reached."""

    apart: bool = False
    """A comma, a bracket or a verb."""
    remark: bool = False
    purpose: bool = False


def _around(c: Cursor, state: _ClauseState) -> _ClauseState:
    """Read a verb or a remark; whatever else stands here is not understood."""
    named = c.sign(1) in ("month", "quarter", "year") or c.sign(2) == "month" or c.is_mark(":", 1)
    of_reports = named and c.peek().fold == "kỳ báo cáo"  # "Kỳ báo cáo quý: ngày 14 tháng cuối quý"
    if token := c.take("do", "report", "term" if of_reports else "report"):
        c.report = c.report or token.sign != "do"
        return state._replace(apart=True)
    purpose = state.purpose or is_purpose(c)
    if not remark(c, listing, apart=state.apart):
        raise not_understood(c)
    return state._replace(remark=True, purpose=purpose)


def _check_told(c: Cursor, here: int, nodes: list[Node], node: Node, state: _ClauseState) -> None:
    """Refuse a second date behind a purpose, or behind other words without a comma.

    Raises:
        NotUnderstoodError: "trước ngày 12/12 để báo cáo Sở Nội vụ trước ngày 15/12".
    """
    second = isinstance(node, _DATED) and any(isinstance(one, _DATED) for one in nodes)
    if second and (state.purpose or (state.remark and not state.apart)):
        if not state.purpose and c.report and _day_of_reports(nodes[-1], node):
            return
        c.at = here
        raise not_understood(c)


def _day_of_reports(last: Node, node: Node) -> bool:
    """Whether a day is that of the reports before it: "báo cáo quý về UBND xã trước ngày 12 của tháng cuối kỳ"."""
    if not isinstance(last, Rhythms):
        return False
    if isinstance(node, NamedDay):
        return node.anchor != "month" or all(one.months == 1 for one in last.items)
    return _of_days(node) and len(last.items) == 1 and last.items[0].months == 12


def _with_limit(node: Node, nodes: list[Node], *, listed: bool) -> Node:
    """Give a date the "trước" of the day it is listed with.

    "Trước ngày 25 tháng cuối quý, ngày 25 tháng 6"; "Trước 15/3 (lần 1), 15/6 (lần 2)".
    """
    dates = [one for one in nodes if not isinstance(one, Bracket)]
    last = dates[-1] if dates else None
    before = (isinstance(last, NamedDay) and last.before) or (
        isinstance(last, Limit) and last.pieces[0].before
    )
    if not (before and listed and isinstance(node, Limit)):
        return node
    if node.pointed or any(piece.first.size != "day" for piece in node.pieces):
        return node
    return node._replace(pieces=tuple(one._replace(before=True) for one in node.pieces))


def _of_days(node: Node | None) -> bool:
    return isinstance(node, Limit) and all(one.first.size == "day" for one in node.pieces)


def _for_period(c: Cursor, last: Node) -> Limit | Rhythms | None:
    """Read the period that the days before it are for: "25/5 [đối với báo cáo 6 tháng]"."""
    days = _of_days(last)
    start = c.at
    while c.peek().fold in ("đối", "với"):
        c.at += 1
    if days and c.at > start:
        report = c.take("report")
        first = c.at
        found = stretch(c) or rhythm(c)
        if found and (c.done() or c.is_mark(",;)") or c.sign() == "and"):
            c.report = c.report or report is not None
            if isinstance(found, Rhythm):
                return Rhythms((found,), c.between(first, c.at))
            return Limit((StretchItem(found),))
    c.at = start
    return None


def _bracket(c: Cursor, last: Node | None) -> list[Node]:
    """Read what stands in brackets: dates that say more exactly what is before, or a remark.

    Raises:
        DeadlineError: it is neither.
    """
    start = c.at
    close = next((n for n in range(start, len(c.tokens)) if c.tokens[n].fold == ")"), None)
    end = len(c.tokens) if close is None else close
    inner = Cursor(c.text, c.tokens[start + 1 : end])
    only_about = inner.sign() == "about" and len(inner.tokens) == 1
    if only_about or (_of_days(last) and is_an_event(inner)):
        found, inner.remarks = [], [c.between(start + 1, end)]
    else:
        found = clauses(inner, inside=True)
    c.at = end + (close is not None)
    c.report = c.report or inner.report
    c.of_report = c.of_report or inner.of_report
    c.remarks += inner.remarks
    return [Bracket(tuple(one for one, _ in plain_nodes(found)))] if found else []


def _follows(opening: Sign, last: Node, node: Node) -> bool:
    """Whether a node may follow without a comma: not two dates, "Quý I/2026 15/4/2026"."""
    if opening in ("do", "report"):
        return True
    if isinstance(node, Limit):
        return node.pointed or not isinstance(last, Limit)
    if isinstance(node, Rhythms):
        return not isinstance(last, Limit | Rhythms) or bool(node.items[0].weekdays)
    if isinstance(node, Condition | DayCount) and isinstance(last, Limit | Rhythms):
        bare = isinstance(node, Condition) and isinstance(last, Rhythms) and last.items[0].bare
        return not bare and opening != "number"  # "trong tháng sau khi có hướng dẫn"
    if isinstance(node, NamedDay) and isinstance(last, Rhythms) and opening in _PARTS:
        return False  # "hằng tháng cuối quý"
    return not isinstance(node, NamedDay) or not isinstance(last, NamedDay)


def _clause(c: Cursor) -> Node | None:
    return (
        _continuous(c)
        or dated_event(c, listing)
        or since_event(c, listing)
        or condition(c, listing)
        or counted_days(c, listing)
        or listing(c)
        or _regular(c)
    )


def _separator(c: Cursor) -> bool:
    return bool(
        c.take_mark(_SEPARATORS) or c.take("and", "or") or slash(c) or label(c)
    ) or length_in_days(c, listing)


def _continuous(c: Cursor) -> Qualifier | None:
    start = c.at
    while c.take("do"):
        pass
    if token := c.take("always"):
        _round_the_clock(c)
        return Qualifier("continuous", token.fold)
    if [c.peek(n).fold for n in range(3)] == ["24", "/", "24"] and _round_the_clock(c):
        return Qualifier("continuous", "24/24")
    c.at = start
    return _work_always(c) if start == 0 else None


def _work_always(c: Cursor) -> Qualifier | None:
    """Read "nắm bắt dư luận thường xuyên": what is done, without a word of time, and always."""
    start = c.at
    while c.sign() in ("word", "do", "and") or c.is_mark(","):
        c.at += 1
    words = c.between(start, c.at)
    if c.at > start and (token := c.take("always")):
        c.remarks.append(words)
        _round_the_clock(c)
        return Qualifier("continuous", token.fold)
    c.at = start
    return None


def _round_the_clock(c: Cursor) -> bool:
    """Step over "24/24" and, behind "liên tục", "24/7", which is no day then."""
    clock = [c.peek(n).fold for n in range(3)] in (["24", "/", "24"], ["24", "/", "7"])
    if not clock or c.peek(3).fold == "/":
        return False
    c.at += 3
    c.take("hour")
    return True


def _regular(c: Cursor) -> Qualifier | None:
    token = c.take("regular")
    return Qualifier("regular", token.fold) if token else None


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
