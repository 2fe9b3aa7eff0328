"""What users read, in their language: Vietnamese, or English when CCHC_LANG is `en`.

Texts stand in the code in English and are looked up in one gettext catalogue
(`cchc/locale/vi`). A `Message` keeps the English text and its values apart, so that a finding
can be stored, compared and shown in either language.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "cchc"


def language() -> str:
    """Return the language users read: `vi`, or `en` when CCHC_LANG asks for it."""
    return "en" if os.environ.get("CCHC_LANG", "").lower().startswith("en") else "vi"


@cache
def _lookup(code: str) -> Callable[[str], str]:
    # Importing gettext and reading the catalogue costs milliseconds: only when a text is shown.
    if code == "en":
        return str
    from gettext import GNUTranslations

    with (LOCALE_DIR / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return GNUTranslations(file).gettext


def _(text: str) -> str:
    """Return `text` in the user's language."""
    return _lookup(language())(text) if text else ""


class Message(NamedTuple):
    """A text with its values; `str()` gives it in the user's language."""

    text: str
    values: Mapping[str, object] = {}

    def __str__(self) -> str:
        return _(self.text).format_map(self.values) if self.values else _(self.text)


def say(text: str, /, **values: object) -> Message:
    """Make a message; `text` may name `values` in braces and is found by the extractor."""
    return Message(text, values)
