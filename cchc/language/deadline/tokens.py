"""From a phrase as typed to tokens: one spelling for each word, and the work each word does.

Numbers said again are one: "06 (sáu)", "30 (ba mươi)", "mười (10)".
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from cchc.language.deadline.outcome import DeadlineError
from cchc.language.deadline.spelling import respelt
from cchc.language.deadline.words import LEXICON, NUMERALS, ROMANS, Sign
from cchc.messages import say

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASH = re.compile("[\u2010-\u2015\u2212\u2e3a\u2e3b]")
_QUARTER_INITIAL = re.compile(r"\b([qQ])(?=(?:[iI]{1,3}|[iI]?[vV])\b)")

_ZERO = re.compile(r"(?<=[0-9])[oO](?=[0-9/.\-]|\b)|(?<![^\W_])[oO](?=[0-9])")
_ONE = re.compile(r"(?<=[0-9/.\-])[lI](?=[0-9/.\-]|\b)|(?<![^\W_])[lI](?=[0-9])")
_QUARTER_ELL = re.compile(r"(?<=[qQ][uU][ýÝ] )l{1,3}\b")

_SPELLING = {
    "hằng": "hàng",
    "quí": "quý",
    "qúy": "quý",
    "qúi": "quý",
    "ko": "không",
    "kì": "kỳ",
    "tuỳ": "tùy",
    "trể": "trễ",
}


class Token(NamedTuple):
    """One word, fixed group of words, number or punctuation mark."""

    sign: Sign
    fold: str
    """In lower case and the one spelling that the grammar knows."""
    start: int
    end: int
    value: int = 0
    """Of a number, numeral or Roman number."""


def clean_phrase(phrase: str) -> str:
    """Return `phrase` composed (NFKC), with plain spaces and hyphens, "QI" as "Q I"."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", phrase))
    return " ".join(_QUARTER_INITIAL.sub(r"\1 ", _DASH.sub("-", text)).split())


def with_digits(text: str) -> str:
    """Return `text` with letters typed for digits set right: "3O/9/2O26", "l5/6", "Quý l"."""
    text = _QUARTER_ELL.sub(lambda ells: "I" * len(ells[0]), text)
    return _ONE.sub("1", _ZERO.sub("0", text))


def fold_word(word: str) -> str:
    """Return `word` in lower case, in the one spelling that the vocabulary uses."""
    small = unicodedata.normalize("NFC", word.casefold())
    return _SPELLING.get(small, small)


def tokenise(text: str) -> list[Token]:
    """Cut cleaned `text` into tokens, taking the longest known group of words at each place."""
    found = list(_PIECE.finditer(text))
    words = respelt([fold_word(m[0]) for m in found])
    pieces = [(word, m.start(), m.end()) for word, m in zip(words, found, strict=True)]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        word, start, end = pieces[at]
        sign: Sign = "word"
        value, used = 0, 1
        if word[0] in "0123456789":
            # Nothing here counts beyond the year 9999; a capped value stays out of every range.
            sign, value = "number", int(word[:6])
        elif not word[0].isalpha():
            sign = "mark"
        else:
            for rest, work in LEXICON.get(word, ()):
                last = at + len(rest)
                if last < len(pieces) and all(
                    pieces[at + n][0] == other for n, other in enumerate(rest, start=1)
                ):
                    word, sign, used = " ".join((word, *rest)), work, len(rest) + 1
                    end = pieces[last][2]
                    break
            value = NUMERALS.get(word, 0) if sign == "numeral" else ROMANS.get(word, 0)
        tokens.append(Token(sign, word, start, end, value))
        at += used
    return _without_whole(tokens)


def _without_whole(tokens: list[Token]) -> list[Token]:
    """Return the tokens with "năm" for "cả năm" before a day: "cả năm trước ngày 15/12" is no last year."""
    signs = [token.sign for token in tokens]
    return [
        token
        for n, token in enumerate(tokens)
        if not (
            token.sign == "whole"
            and signs[n + 1 : n + 2] == ["year"]
            and signs[n + 2 : n + 3] in (["before"], ["by"])
            and signs[n + 3 : n + 4] in (["day"], ["number"])
        )
    ]


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
