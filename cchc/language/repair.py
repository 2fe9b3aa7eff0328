"""The symbol that was meant, when one is broken: `76/NQCP` is `76/NQ-CP`.

Scanned papers lose the hyphen that does not break; typists put spaces, en dashes, `ND` for `NĐ`,
the Icelandic Ð for Đ, or the State's separators into a Party symbol.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.language.issuers import AGENCIES, DEPARTMENTS
from cchc.language.symbol import KINDS, PARTY_KINDS, Symbol, read_symbol

_PARTY_BODIES = frozenset({"TW", "TU", "ĐU", "HU", "VPTW", "BTCTW", "UBKTTW", "BCĐTW", "VPTU"})
_STATE_BODIES = frozenset({"CP", "TTg", "UBND", "CTUBND", "HĐND", *AGENCIES, *DEPARTMENTS})
_STATE_CODES = frozenset({*KINDS, "NĐ", "TT", "TTLT", "VBHN", "PL"})

_SPACE = re.compile(r"\s+")
_DASH = re.compile("[‐-―−]")
_SHAPE = re.compile(
    r"(?P<n>[0-9]{1,5}[a-zđ]?(?:\.[0-9]{1,3})?)[-/_]"
    r"(?:(?P<y>(?:19|20)[0-9]{2})[-/_])?"
    r"(?P<rest>[^\W\d_][\w&./-]{1,60})"
)
_ASSEMBLY = re.compile(r"(?:(NQ|PL)-?)?(UBTVQH[0-9]{1,2}|QH[0-9]{1,2})")


def _plain(text: str) -> str:
    return text.upper().replace("Đ", "D")


def _table(words: frozenset[str]) -> dict[str, str]:
    # Where two codes look alike without Đ (HD, HĐ), the exact spelling is tried first.
    order = ("NĐ", "QĐ", "CĐ", "HĐND", "ĐU")
    table = {_plain(word): word for word in sorted(words)}
    return table | {_plain(word): word for word in order if word in words}


_CODES = _table(_STATE_CODES | frozenset(PARTY_KINDS))
_BODIES = _table(_STATE_BODIES | _PARTY_BODIES)


def _code(text: str) -> str | None:
    if text in _STATE_CODES or text in PARTY_KINDS:
        return text
    return _CODES.get(_plain(text))


def _body(text: str) -> str | None:
    if text in _STATE_BODIES or text in _PARTY_BODIES:
        return text
    return _BODIES.get(_plain(text))


def _unglue(text: str) -> tuple[str, str] | None:
    """Split `NQCP` into a known code and a known body, the longest code first."""
    for cut in range(min(4, len(text) - 1), 1, -1):
        code, body = _code(text[:cut]), _body(text[cut:])
        if code and body:
            return code, body
    return None


def _join(number: str, year: str | None, code: str, body: str) -> str:
    if body in _PARTY_BODIES and code in PARTY_KINDS:
        return f"{number}-{code}/{body}"
    return "/".join(part for part in (number, year, f"{code}-{body}") if part)


def _readings(number: str, year: str | None, rest: str) -> list[str]:
    """Return the forms that `rest` may have meant, the most faithful first."""
    forms = ["/".join(part for part in (number, year, rest) if part), f"{number}-{rest}"]
    assembly = _ASSEMBLY.fullmatch(rest.upper())
    if assembly:
        forms.append(
            "/".join(p for p in (number, year, "-".join(filter(None, assembly.groups()))) if p)
        )
    parts = re.split(r"[/._-]", rest, maxsplit=1)
    if len(parts) == 2 and (code := _code(parts[0])):
        tail = parts[1].replace("_", "-").replace("/", "-")
        forms.append(_join(number, year, code, _body(tail) or tail))
        forms.append(_join(number, year, code, tail.upper()))
    elif len(parts) == 2 and (agency := _body(parts[0])):
        forms.append(f"{number}/{agency}-{parts[1].upper()}")
    elif len(parts) == 1 and (pair := _unglue(rest)):
        forms.append(_join(number, year, *pair))
    return forms


@lru_cache(maxsize=4096)
def repair_symbol(text: str) -> str | None:
    """Return the likely intended form of a broken symbol, or None when there is none to offer or
    nothing to mend. A year that is missing or too much stays: that is another fault."""
    if len(text) > 120 or read_symbol(text, any_year=True):
        return None
    neat = _DASH.sub("-", _SPACE.sub("", text)).replace("Ð", "Đ").replace("ð", "đ")
    found = _SHAPE.fullmatch(neat)
    if found is None:
        return None
    number = found["n"]
    if not number[1:2].isdigit():
        number = f"0{number}"
    for form in _readings(number, found["y"], found["rest"]):
        symbol = read_symbol(form, any_year=True)
        if symbol and _sure(symbol):
            return form
    return None


def only_joints_differ(written: str, meant: str) -> bool:
    """Whether `written` differs from `meant` by lost hyphens, blanks and look-alike signs
    alone: then it is the same symbol to every reader, and may be mended unasked."""
    return _letters(written) == _letters(meant)


def _letters(text: str) -> str:
    return _DASH.sub("", _SPACE.sub("", text)).replace("-", "").replace("Ð", "Đ")


def _sure(symbol: Symbol) -> bool:
    # `76/NQ-TW` fits no form of its own; a letter is only believed when its sender is known.
    return symbol.klass != "letter" or symbol.body.split("-")[0] in _STATE_BODIES
