"""Whole numbers in words: "một trăm hai mươi triệu" is 120,000,000."""

from __future__ import annotations

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}
_BETWEEN = frozenset({"linh", "lẻ", "chẵn"})


def number_in_words(words: str) -> int | None:
    """Return the number that `words` spell, or None when they are no number or hold another word."""
    total = below = digit = 0
    seen = False
    for word in words.casefold().split():
        if word in _DIGITS:
            if digit:
                return None  # "hai ba" is no number
            digit, seen = _DIGITS[word], True
        elif word in ("mười", "mươi"):
            below, digit, seen = below + 10 * (digit or 1), 0, True
        elif word == "trăm" and seen:
            below, digit = below + 100 * digit, 0
        elif word in _SCALES and seen:
            total, below, digit = total + (below + digit) * _SCALES[word], 0, 0
        elif word not in _BETWEEN:
            return None
    return total + below + digit if seen else None
