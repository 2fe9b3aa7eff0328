"""Plans of other bodies than a commune's committee: said to be so, and nothing of a commune put in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc.intake.lines import Line
from cchc.messages import Message, say

_PARTY = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|ĐẢNG (?:ỦY|UỶ|BỘ) |(?:TỈNH|THÀNH|HUYỆN|QUẬN) (?:ỦY|UỶ)(?!\w)"
    r"|\d[\s.…]*-\s*[A-ZĐ]{2,4}/(?:ĐU|ĐUX?|TU|HU|ĐB|BCH|BTV)(?!\w)"
)
_ABOVE = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s+(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ)\s"
)

_FRONT = re.compile(
    r"(?:[ỦU]Y BAN|UỶ BAN) (?:MTTQ|MẶT TRẬN)|(?:ĐOÀN TNCS|HỘI (?:LIÊN HIỆP|NÔNG DÂN|CỰU CHIẾN BINH)|CÔNG ĐOÀN|LIÊN ĐOÀN)\b"
)
_COUNCIL = re.compile(
    r"HỘI ĐỒNG NHÂN DÂN(?:\s+(?:XÃ|PHƯỜNG|ĐẶC KHU)\b.*)?$|HĐND\s+(?:XÃ|PHƯỜNG|ĐẶC KHU)\b"
)


def other_issuer(head: Iterable[Line], *, has_commune: bool, known: bool) -> Message | None:
    """Return what to say when the letterhead is of the Party or of a level above the commune.

    `has_commune`: the letterhead names the committee of a commune, so that a body above it is only
    the one it belongs to. `known`: the plan can name its agency.
    """
    lines = [line.whole for line in head]
    if any(_PARTY.search(line) for line in lines):
        return say("this is a plan of the Party: its number, symbol, issuer and signature have a form "
                   "of their own, which cchc does not print; tasks and deadlines are read")  # fmt: skip
    if any(_COUNCIL.match(line.strip()) for line in lines):
        return say("this is a plan of the People's Council: cchc prints the letterhead of the UBND; tasks and "
                   "deadlines are read")  # fmt: skip
    if any(_FRONT.match(line.strip()) for line in lines) and not has_commune:
        return say("this is a plan of the Front or of another body: cchc prints the letterhead of the UBND; tasks "
                   "and deadlines are read")  # fmt: skip
    if not has_commune and not known and any(_ABOVE.search(line) for line in lines):
        return say("this is a plan of an agency that could not be told from the letterhead: write it "
                   "under “agency”; tasks and deadlines are read")  # fmt: skip
    return None
