"""Core words typed without their tone marks, or with the wrong ones: "Quy 3/2026", "Trươc", "Hang thang".

A phrase without any mark is read with the whole vocabulary. In one that has marks, a word is set
right only where nothing else can be meant: no other word looks like it, or a number follows.
"""

from __future__ import annotations

from functools import lru_cache

from cchc.language.deadline.words import PHRASES, ROMANS
from cchc.language.names import bare

_UNCLEAR = ("sau", "tu", "bay", "nhat", "nay", "toi")
"""Without marks they are two words each: "sáu" and "sau", "tư" and "từ"."""
_UNITS = ("ngay", "tuan", "thang", "quy", "nam")
_WHOLE = {"quy dinh": "quy định", "che do": "chế độ"}
"""What the vocabulary does not have, and must not be taken apart."""
_BEFORE = ("trc", "truoc", "truocc", "truooc", "trouc", "turoc")
_LIKE_BEFORE = ("tuoc", "truo", "ruoc", "truot", "sau")
_QUARTER = ("quy", "qui")
_PAIRS = {"thuong xuyen": "thường xuyên", "lien tuc": "liên tục", "dinh ky": "định kỳ", "cham nhat": "chậm nhất",
          "muon nhat": "muộn nhất"}  # fmt: skip
"""Two words that together are nothing else, whatever their marks."""
_PERIODS = {"thang": "tháng", "nam": "năm", "tuan": "tuần", "ngay": "ngày"}
_TO = ("den", "dến", "đên", "dên")
_COUNTED_FROM = ("kể", "từ", "sau", "trước", "làm", "tính")


plain = lru_cache(maxsize=4096)(bare)
"""A word in lower case without its marks: "truoc" for "trước"."""


def _plain_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases of the vocabulary by their first word without marks, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (*PHRASES, *_WHOLE.values()):
        words = tuple(phrase.split(" "))
        if len(words) > 1 or plain(phrase) not in _UNCLEAR:
            found.setdefault(plain(words[0]), []).append(words)
    return {first: sorted(several, key=lambda one: -len(one)) for first, several in found.items()}


_PLAIN = _plain_phrases()


def respelt(words: list[str]) -> list[str]:
    """Return the folded words of a phrase with the core words among them set right."""
    letters = "".join(words)
    found = _without_marks(words) if plain(letters) == letters else list(words)
    for at, word in enumerate(words):
        if word.isalpha():
            found[at] = _set_right(found, at)
    return found


def is_like_a_core_word(word: str) -> bool:
    """Whether an unknown word may be meant for "quý", "trước" or "sau": "quỹ", "tước"."""
    letters = plain(word)
    return letters in (*_QUARTER, *_LIKE_BEFORE)


def _without_marks(words: list[str]) -> list[str]:
    found = list(words)
    at = 0
    while at < len(words):
        for phrase in _PLAIN.get(words[at], ()):
            if [plain(one) for one in phrase] == words[at : at + len(phrase)]:
                found[at : at + len(phrase)] = phrase
                if phrase in (("ngay",), ("ngày",)):
                    now = _word(words, at + 1) in ("trong", "khi", "sau")
                    found[at] = "ngay" if now else "ngày"
                at += len(phrase)
                break
        else:
            month = _word(words, at - 1) == "thang"  # "thang tu", "thang sau" stay as they are
            if words[at] in ("tu", "nay", "toi") and not month:
                found[at] = {"tu": "từ", "nay": "nay", "toi": "tới"}[words[at]]
            at += 1
    return found


def _set_right(words: list[str], at: int) -> str:
    word, last, behind = words[at], _word(words, at - 1), _word(words, at + 1)
    numbered = behind.isdigit()
    if pair := _PAIRS.get(f"{plain(word)} {plain(behind)}"):
        return pair.split(" ")[0]
    if pair := _PAIRS.get(f"{plain(last)} {plain(word)}"):
        return pair.split(" ")[1]
    if word in _PERIODS and last in ("hàng", "mỗi", "từng"):
        return _PERIODS[word]
    if plain(word) in _BEFORE:
        return "trước"
    if word in _QUARTER and (numbered or behind in ROMANS or last in ("hàng", "mỗi", "từng")):
        return word if behind in ("định", "chế", "trình", "mô", "hoạch") else "quý"
    if word in ("thang", "thàng", "thảng") and numbered:
        return "tháng"
    if word == "nam" and numbered and len(behind) == 4:
        return "năm"
    if word == "het":
        return "hết"
    if word == "hang" and plain(behind) in _UNITS:
        return "hàng"
    if word in _TO and (numbered or plain(behind) in (*_UNITS, "het")):
        return "đến"
    if word == "ngay":
        counted = last.isdigit() and behind in _COUNTED_FROM
        return "ngày" if counted or _names_day(words, at) else word
    return word


def _names_day(words: list[str], at: int) -> bool:
    """Whether a day of a month stands behind "ngay": not "ngay 6 tháng đầu năm"."""
    if not (_word(words, at + 1).isdigit() and len(words[at + 1]) <= 2):
        return False
    unit, then = _word(words, at + 2), _word(words, at + 3)
    if plain(unit) == "thang":
        return then.isdigit() or plain(then) == "cuoi"
    return unit not in ("ngày", "giờ", "tuần", "phút", "quý", "năm", "lần")


def _word(words: list[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
