"""Faults that people make, put into the text of a made-up plan.

The slight ones are findings of rules: such a plan is still read, and `cchc due` answers. The heavy
ones are no plan at all: only `cchc validate` goes on then.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.texts import YEAR

_DEADLINE = re.compile(r"(?m)^(            deadline: ).*$")
_LEAD = re.compile(r"(?m)^(            lead: ).*\n")


def _nth(pattern: re.Pattern[str], new: str, text: str, chance: random.Random) -> str:
    places = list(pattern.finditer(text))
    found = chance.choice(places)
    return text[: found.start()] + found.expand(new) + text[found.end() :]


SLIGHT: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, chance: _nth(_DEADLINE, rf"\1Năm {YEAR}", text, chance),
    lambda text, chance: _nth(_DEADLINE, rf"\1Quý III/{YEAR + 2}", text, chance),
    lambda text, chance: _nth(_DEADLINE, rf"\1Quý V/{YEAR}", text, chance),
    lambda text, chance: _nth(_LEAD, r"\1[phong-khong-co]\n", text, chance),
    lambda text, chance: _nth(_LEAD, "", text, chance),
    lambda text, _: text.replace("chuyển đổi số quốc gia\n", "chuyển đổi số quốc gia;\n", 1),
    lambda text, _: text.replace("ngày 22/12/2024", "ngày 32/12/2024", 1),
    lambda text, _: text.replace("Giữ mức hài lòng", "Giữ  mức hài lòng", 1),
    lambda text, _: text.replace("- id: doi-thoai-nhan-dan", "- id: giao-ban-thang", 1),
    lambda text, _: text.replace("at_least: 9", "at_least: 4", 1),
)
HEAVY: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, _: text.replace(f"year: {YEAR}", "year: hai nghìn", 1),
    lambda text, _: text.replace("  signer:\n", "  nguoi_ky:\n", 1),
    lambda text, _: text.replace("closing: >-", 'closing: "', 1),
    lambda text, chance: _nth(_DEADLINE, r"\1[Quý I", text, chance),
)


def spoiled(text: str, kind: str, chance: random.Random) -> str:
    """Return `text` with one to three slight faults, or with one heavy fault."""
    faults = (
        [chance.choice(HEAVY)] if kind == "heavy" else chance.sample(SLIGHT, chance.randint(1, 3))
    )
    for fault in faults:
        text = fault(text, chance)
    return text
