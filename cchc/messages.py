"""What users read, in their language: Vietnamese, or English when CCHC_LANG is `en`.

Texts stand in the code in English and are looked up in one gettext catalogue
(`cchc/locale/vi`). A `Message` keeps the English text and its values apart, so that a finding
can be stored, compared and shown in either language.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from pathlib import Path, PurePath
from struct import unpack_from
from typing import NamedTuple

LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "cchc"


def language() -> str:
    """Return the language users read: `vi`, or `en` when CCHC_LANG asks for it."""
    return "en" if os.environ.get("CCHC_LANG", "").lower().startswith("en") else "vi"


@cache
def _lookup(code: str) -> Callable[[str], str]:
    """Return what finds a text in the catalogue of a language.

    A run shows some dozens of its thousands of texts: each is looked up in the compiled file, which
    holds them sorted (GNU gettext manual, The Format of GNU MO Files), and is not taken apart.
    """
    if code == "en":
        return str
    held = (LOCALE_DIR / code / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes()
    order = "<" if held.startswith(b"\xde\x12\x04\x95") else ">"
    count, *tables = unpack_from(f"{order}3I", held, 8)
    texts, translations = (unpack_from(f"{order}{2 * count}I", held, at) for at in tables)

    def entry(table: tuple[int, ...], number: int) -> bytes:
        length, start = table[2 * number : 2 * number + 2]
        return held[start : start + length]

    @cache
    def found(text: str) -> str:
        wanted = text.encode("utf-8", "surrogatepass")
        at = bisect_left(range(count), wanted, key=partial(entry, texts))
        known = at < count and entry(texts, at) == wanted
        return entry(translations, at).decode() if known else text

    return found


def _(text: str) -> str:
    """Return `text` in the user's language."""
    return _lookup(language())(text) if text else ""


def visible(text: str) -> str:
    """Return `text` with U+FFFD for each character that would act on whoever shows it.

    Names of files and words of the command line may hold anything: control characters (a terminal
    obeys them), marks that turn the direction of writing, bytes that are no UTF-8 (lone
    surrogates), and code points that XML and JSON may not hold. Line ends and tabs stay.
    """
    if text.isprintable():  # nearly always
        return text
    import re

    acting = (
        "\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff"
        "\ud800-\udfff]"
    )
    return re.sub(acting, "\ufffd", text)


def one_line(name: str | PurePath) -> str:
    """Return the name of a file as it may be shown: `visible`, and on one line."""
    return visible(str(name)).translate({9: "\ufffd", 10: "\ufffd", 13: "\ufffd"})


def quoted(name: str | PurePath) -> str:
    """Return a name as it is typed in a command: in double quotes where it holds a blank or the like.

    Double quotes are what sh, PowerShell and cmd have in common.
    """
    import re

    word = one_line(name)
    plain = r"[\w./:@+=,\\-]+" if os.name == "nt" else r"[\w./:@+=,-]+"
    if re.fullmatch(plain, word):
        return word
    inside = word if os.name == "nt" else re.sub(r'([\\"$`])', r"\\\1", word)
    return f'"{inside}"'


def _shown(value: object) -> object:
    if isinstance(value, PurePath):
        return one_line(value)
    return visible(value) if isinstance(value, str) else value


class Message(NamedTuple):
    """A text with its values; `str()` gives it in the user's language."""

    text: str
    values: Mapping[str, object] = {}

    def __str__(self) -> str:
        if not self.values:
            return _(self.text)
        return _(self.text).format_map({key: _shown(one) for key, one in self.values.items()})


def say(text: str, /, **values: object) -> Message:
    """Make a message; `text` may name `values` in braces and is found by the extractor."""
    return Message(text, values)


class Number(float):
    """A number in a message: shown with the decimal sign of the user's language."""

    digits: int

    def __new__(cls, value: float, digits: int) -> Number:
        """Make one of `value` with at most so many decimals."""
        made = super().__new__(cls, value)
        made.digits = digits
        return made

    def __str__(self) -> str:
        text = f"{float(self):.{self.digits}f}".rstrip("0").removesuffix(".")
        return text.replace(".", ",") if language() == "vi" else text


class Listed(tuple[object, ...]):
    """Several values: shown with commas, or what is `between` them."""

    between = ", "

    def __new__(cls, values: Iterable[object], between: str = ", ") -> Listed:
        """Make a list of `values`."""
        made = super().__new__(cls, values)
        made.between = between
        return made

    def __str__(self) -> str:
        return self.between.join(str(_shown(one)) for one in self)


Words = str | Message | Listed
"""What somebody wrote, or texts that wait for the language of the run that shows them."""
