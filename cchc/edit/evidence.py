"""What is named as proof: a document's symbol must be right but for a 0 before it; other words are free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.edit.request_error import RefusalError
from cchc.errors import did_you_mean
from cchc.language.repair import repair_symbol
from cchc.language.symbol import read_symbol
from cchc.messages import Message, say

# A number, a stroke or hyphen, and capital letters somewhere: 15/BC-UBND, 57-NQ/TW, 76/NQCP.
_SHAPE = re.compile(r"[0-9]+[a-zđ]?[ ]?[/_‐-―-].*[A-ZĐÐ]{2}")
_FILE = re.compile(r"\.[A-Za-z0-9]{2,4}$|://")
_PIECES = re.compile(r"\s*[;\n]\s*|,\s+|\s+(?:và|và số|ngày)\s+")
_EDGES = "“”\"'().,:;"


def check_evidence(text: str) -> None:
    """Refuse evidence in which something looks like a document's symbol and is not one.

    Raises:
        RefusalError: with the symbol that was probably meant.
    """
    for piece in _PIECES.split(text):
        for words in _suspects(piece.strip()):
            if read_symbol(words) or _without_zero(words):
                continue
            usual = say("write it as on the paper, for example 15/BC-UBND")
            raise RefusalError(
                "evidence",
                say("“{text}” is not the symbol of a document", text=words),
                did_you_mean(repair_symbol(words), usual),
            )


def doubts(text: str) -> Iterator[Message]:
    """Yield what is odd about evidence that is taken all the same: papers do bear such numbers."""
    for piece in _PIECES.split(text):
        for words in _suspects(piece.strip()):
            if not read_symbol(words) and (usual := _without_zero(words)):
                yield say("“{text}” is recorded as it is; the rule is “{near}”, with a 0 before "
                          "numbers below 10", text=words, near=usual)  # fmt: skip


def _without_zero(words: str) -> str | None:
    """Return the symbol with the 0 that it lacks; None when that is not all that is wrong."""
    padded = f"0{words}"
    return padded if words[:1] in set("123456789") and read_symbol(padded) else None


def _suspects(piece: str) -> list[str]:
    """Return what stands where a symbol would: the whole piece, or words of it with a stroke."""
    if _FILE.search(piece):
        return []
    if _SHAPE.match(piece) and (" " not in piece or repair_symbol(piece)):
        return [piece.strip(_EDGES)]
    words = [word.strip(_EDGES) for word in piece.split()]
    return [
        word for word in words if "/" in word and _SHAPE.fullmatch(word) and not _FILE.search(word)
    ]
