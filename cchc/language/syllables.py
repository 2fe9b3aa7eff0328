"""Vietnamese syllables: which words are two run together, and which stand twice in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_SYLLABLE = (
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:oai|oay|oeo|uay|uya|uyê|uyu|uôi|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi"
    r"|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_ONE = re.compile(_SYLLABLE)
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_TOKEN = re.compile(r"(?<![\w/.@-])[a-zà-ỹđ]{5,18}(?![\w@/]|\.\w)")
_LOANS = re.compile(
    "ôtô|vắcxin|rôbốt|lôgic|lôgíc|bêtông|ximăng|ápphích|cácbon|ôxy|căngtin|kilôgam|kilômét|càphê|viđêô"
    "|xêmina|hécta|gờram|centimét|mêtan|pôlime|prôtêin|băngrôn|panô"
)
"""Words of other languages that are written in one."""

_DOUBLED = "và|của|các|những|để|với|cho|được|là|về|đến|bằng|đã|sẽ|phải|này|khi|nhằm|không|việc|năm"
"""Words that never stand twice in a row; "tại tại" may be "hiện tại tại xã"."""
_TWICE = re.compile(rf"(?<![\w/-])(?P<word>{_DOUBLED})[ \u00a0]+(?P=word)(?![\w/-])")
_PAIR_TWICE = re.compile(
    r"(?<![\w/-])(?P<pair>[^\W\d_]+[ \u00a0][^\W\d_]+)[ \u00a0]+(?P=pair)(?![\w/-])", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def is_glued(word: str) -> bool:
    """Whether a small word is two or three syllables without a space: `thựchiện`.

    A word without a Vietnamese mark may be of another language ("logistics"): it is none.
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_TONES))
    tones = sum(
        mark in "\u0300\u0301\u0303\u0309\u0323" for mark in unicodedata.normalize("NFD", word)
    )
    marked = tones or not word.isascii()
    return bool(
        marked
        and not _LOANS.fullmatch(word)
        and not _ONE.fullmatch(plain)
        and _several().fullmatch(plain)
    )


@cache
def _several() -> re.Pattern[str]:
    """Return the pattern for words run together: most plans need it for none of theirs."""
    return re.compile(rf"(?:{_SYLLABLE}){{2,3}}")


def glued(text: str) -> list[str]:
    """Return the words of a text that are several syllables without a space, each once."""
    found: set[str] = set()
    for piece in {*text.split()} - _without:
        words = [word for word in _TOKEN.findall(piece) if is_glued(word)]
        found.update(words)
        if not words and len(_without) < _REMEMBERED:
            _without.add(piece)
    return sorted(found)


_REMEMBERED = 50_000
_without: set[str] = set()
"""Pieces of text that hold no such word: plans share nearly all of theirs."""


def doubled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield stretches in which one or two words stand twice in a row, and what should stand there."""
    for pattern in (_TWICE, _PAIR_TWICE):
        for found in pattern.finditer(text):
            yield found.start(), found.end(), found[1]
