"""Numbers said again: "06 (sáu)", "30 (ba mươi)", "mười (10)"."""

from __future__ import annotations

from cchc.language.deadline.outcome import DeadlineError
from cchc.language.deadline.tokens import Token
from cchc.messages import say

_ONES = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_LONGEST = 3
"""Words of a number below 100: "hai mươi lăm"."""


def without_repeats(tokens: list[Token], text: str) -> list[Token]:
    """Return the tokens with each number once, in figures.

    Raises:
        DeadlineError: figures and words say two different numbers.
    """
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        kept.append(token)
        at += 1
        close = _closing(tokens, at)
        if not close:
            continue
        inside = tokens[at + 1 : close]
        said = spoken_number(" ".join(one.fold for one in inside))
        if token.sign in ("number", "roman") and said is not None:
            first = token.value
        elif token.sign == "numeral" and len(inside) == 1 and inside[0].sign == "number":
            first, said = token.value, inside[0].value
            kept[-1] = inside[0]
        else:
            continue
        if inside[0].fold == "năm" and first != said:
            continue  # "15/12 (năm)": the year's, not five
        if first != said:
            raise DeadlineError(
                say("“{text}” says two different numbers",
                    text=text[token.start : tokens[close].end]),
                say("write the number once"),
            )  # fmt: skip
        at = close + 1
    return kept


def _closing(tokens: list[Token], at: int) -> int:
    """Return the place of the bracket that closes the short one opened at `at`; 0 for none."""
    if at >= len(tokens) or tokens[at].fold != "(":
        return 0
    for place in range(at + 2, min(at + 3 + _LONGEST, len(tokens))):
        if tokens[place].fold == ")":
            return place
    return 0


def spoken_number(words: str) -> int | None:
    """Return a number of 1 to 99 in words, or None."""
    parts = words.split(" ")
    if len(parts) == 1:
        return 10 if words == "mười" else _ONES.get(words)
    if parts[0] == "mười" and len(parts) == 2 and parts[1] in _ONES:
        return 10 + _ONES[parts[1]]
    if parts[0] in _ONES and parts[1] == "mươi" and len(parts) <= 3:
        last = 0 if len(parts) == 2 else _ONES.get(parts[2])
        return None if last is None else 10 * _ONES[parts[0]] + last
    return None
