"""The end of the paper: recipients, the archive line, who signs, and the closing words.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7 and II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cchc.intake.body.outline import OutlineNode
from cchc.intake.lines import Line, is_capitals
from cchc.intake.office_paper import Place
from cchc.language.names import bare, degrees_before

_RECIPIENTS = re.compile(r"n[ơo]i nh[ậa]n\s*[:;.]?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<form>TM|KT|TL|TUQ)\s*\.\s*(?P<rest>.+)")
_POST = re.compile(
    r"(?:Q\s*\.\s*)?(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|TỔ TRƯỞNG|HIỆU TRƯỞNG|GIÁM ĐỐC|BÍ THƯ)\b.*",
    re.IGNORECASE,
)
_OTHER_POST = re.compile(
    r"\((?:phó )?(?:chủ tịch|bí thư|trưởng phòng|chánh văn phòng)[^()]{0,40}\)", re.IGNORECASE
)
"""What the signer is besides: "TRƯỞNG BAN (Chủ tịch UBND xã)"."""
_SIGNED = re.compile(
    r"[\[(]?\s*(?:da ky|ky ten|ky va dong dau|ky, dong dau|ky, ghi ro|chu ky|ky so|dong dau).*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[^\W\d_]+(?:['’‘ʼ][^\W\d_]+)*[.'’]?\s+){1,5}[^\W\d_]+(?:['’‘ʼ-][^\W\d_]+)*"
    r"|[^\W\d_]{1,2}['’‘ʼ][^\W\d_]+"
)
"""Of several words, or of one as the highlands have it: "K'Lình"."""
_CAPITALS = re.compile(r"[^\W\d_]+(?:(?<=[^\W\d_]{2})['’‘ʼ][^\W\d_]+)?")
"""A piece of a name that begins with a capital: both of "H'Lan", but one of "Th'ương"."""
_SIGNED_BEHIND = re.compile(r"\s*\((?:đã ký|ký tên)[^()]*\)$", re.IGNORECASE)
_DONE = re.compile(r"\s*[.]?\s*/\s*[.]\s*$|\s*\./\s*$|\s*/-\s*$")
CLOSING_WORDS = re.compile(
    r"(?:Trên đây là|Trong quá trình|Quá trình (?:tổ chức )?(?:triển khai|thực hiện)|Căn cứ (?:Kế hoạch|nội dung"
    r"|chức năng)|Yêu cầu|Đề nghị|UBND|Ủy ban nhân dân|Chủ tịch|Giao|Kế hoạch này|Nhận được|Nếu có)"
)


class Signature(NamedTuple):
    """One of those who sign a paper."""

    authority: tuple[str, ...]
    post: str | None
    name: str | None
    place: Place

    @property
    def is_ours(self) -> bool:
        """Whether it is that of the committee or its chairman, not of an office or another body."""
        body = [bare(one) for one in self.authority if one.startswith("TM.")]
        chair = bare(self.post or "").endswith("chu tich") and not body
        return chair or any("uy ban nhan dan" in one or "ubnd" in one for one in body)


@dataclass(slots=True)
class Ending:
    """What stands at the end; None where the paper says nothing."""

    recipients: list[tuple[str, Place]] = field(default_factory=list)
    archive: tuple[str, Place] | None = None
    authority: list[str] = field(default_factory=list)
    post: str | None = None
    name: str | None = None
    signer_place: Place = field(default_factory=Place)
    rest: list[Line] = field(default_factory=list)
    others: list[Signature] = field(default_factory=list)
    """Whoever signs before the one whose lines are being read."""

    @property
    def signature(self) -> Signature:
        """Who signs, as far as it is read."""
        return Signature(tuple(self.authority), self.post, self.name, self.signer_place)


def read_ending(lines: Sequence[Line]) -> Ending:
    """Read the lines from "Nơi nhận" (or the signature) to the appendices."""
    end = Ending()
    listing = False
    for line in _by_columns(lines):
        text = line.text
        opening = _RECIPIENTS.match(text)
        if opening and len(bare(text)) < 200 and not end.recipients:
            listing = True
            text = text[opening.end() :]
            if not text:
                continue
        if _read_signer(end, line, text):
            listing = listing and not end.recipients
            continue
        if _SIGNED.fullmatch(bare(text)) and end.post:
            continue
        if end.post and not end.name and _OTHER_POST.fullmatch(text):
            end.post = f"{end.post} {text}"
            continue
        if listing and (line.mark is not None or not end.archive):
            _read_recipients(end, text, line.place, dashed=line.mark is not None)
        elif end.post and not end.name and (name := _name(text)):
            end.name = name
        elif line.mark is not None and line.mark.kind == "dash" and end.recipients:
            _read_recipients(end, text, line.place, dashed=True)
        else:
            end.rest.append(line)
    if end.post and not end.name:
        _name_from(end)
    if end.others:
        _choose(end)
    return end


def _choose(end: Ending) -> None:
    """Let that of several signatures stand which is the committee's, else the first; keep the others."""
    signatures = [*end.others, end.signature]
    chosen = next((one for one in signatures if one.is_ours), signatures[0])
    end.authority, end.post, end.name = list(chosen.authority), chosen.post, chosen.name
    end.signer_place = chosen.place
    end.rest += [
        Line(" | ".join(text for text in (*one.authority, one.post, one.name) if text), one.place)
        for one in signatures
        if one is not chosen
    ]


def take_signature(end: Ending, below: Iterable[list[Line]]) -> None:
    """Take who signs from the lines below the tables, where nothing else tells."""
    for lines in below:
        first = next((n for n, one in enumerate(lines) if _AUTHORITY.match(one.text)), None)
        if end.post or first is None:
            continue
        found = read_ending(lines[first:])
        if found.post and found.name:
            end.authority, end.post, end.name = found.authority, found.post, found.name
            end.signer_place = found.signer_place
            lines[first:] = found.rest


def _name(text: str) -> str | None:
    """Return a person's name with the degrees before it, or None; one all in capitals is written small."""
    text = _SIGNED_BEHIND.sub("", text)
    degrees = degrees_before(text)
    name = text.removeprefix(degrees)
    if not _NAME.fullmatch(name):
        return None
    if name.isupper():
        name = _CAPITALS.sub(lambda word: word[0].capitalize(), name)
    return f"{degrees}{name}"


def _by_columns(lines: Sequence[Line]) -> list[Line]:
    """Return the left column, then the right one, where tabs set the signature beside the list."""
    beside = [line for line in lines if line.aside and line.aside != line.text]
    if not any(_RECIPIENTS.match(line.text) or is_capitals(line.aside) for line in beside):
        return list(lines)
    left = [
        replace(line, text=line.text.removesuffix(line.aside).rstrip(), aside="")
        for line in lines
        if line.aside != line.text
    ]
    right = [replace(line, text=line.aside, mark=None, aside="") for line in lines if line.aside]
    return [*left, *right]


def _read_signer(end: Ending, line: Line, text: str) -> bool:
    """Take a line over the signature; a post and its form may share a line."""
    if not is_capitals(text) or (line.mark and line.mark.kind not in ("roman", "upper")):
        return False
    text = " ".join(line.whole.split() if line.mark else text.split())
    form = _AUTHORITY.match(text)
    if end.post and (form or (end.name and _POST.fullmatch(text))):
        end.others.append(end.signature)
        end.authority, end.post, end.name = [], None, None
    elif end.name:
        return False
    if found := form:
        rest = found["rest"].strip()
        both = re.match(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND(?: XÃ| PHƯỜNG)?)\s+(.+)", rest)
        end.signer_place = line.place
        if both and found["form"] == "TM" and _POST.fullmatch(both[2]):
            end.authority.append(f"TM. {both[1]}")
            end.post = both[2]
            return True
        again = re.match(r"(CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)\s+(PHÓ .+)", rest)
        if again:
            end.authority.append(f"{found['form']}. {again[1]}")
            end.post = again[2]
            return True
        end.authority.append(f"{found['form']}. {rest}")
        return True
    if _POST.fullmatch(text) and not end.post:
        end.post = re.sub(r"^Q\s*\.\s*", "Q. ", text)
        end.signer_place = end.signer_place if end.authority else line.place
        return True
    if _POST.fullmatch(text) and not end.name:
        end.post = f"{end.post} - {text}"  # "TỔ TRƯỞNG" over "CHỦ TỊCH UBND XÃ"
        return True
    again = re.fullmatch(r"ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN", text)
    return bool(again and end.authority and not end.post)


def _read_recipients(end: Ending, text: str, place: Place, *, dashed: bool) -> None:
    parts = [text] if dashed else re.split(r";\s*(?=[-–]\s*)", text)
    for part in parts:
        one = re.sub(r"^[-–]\s*", "", part).strip()
        one = re.sub(r"\s*[;,]+$|(?<!\.)\s*\.$", "", one).strip()
        if not one:
            continue
        goes_on = end.recipients and not dashed and one[0].islower()
        if bare(one).startswith("luu"):
            end.archive = (one, place)
        elif goes_on and not re.search(r"[;.]$", end.recipients[-1][0]):
            before, where = end.recipients[-1]
            end.recipients[-1] = (f"{before} {one}", where)
        else:
            end.recipients.append((one, place))


def _name_from(end: Ending) -> None:
    for n, line in enumerate(end.rest):
        if line.mark is None and _NAME.fullmatch(line.text) and len(line.text) < 50:
            end.name = line.text
            del end.rest[n]
            return


def take_closing(parts: list[OutlineNode]) -> list[tuple[str, Place]]:
    """Take the closing words off the end of the body and return them without "./.".

    They are the unmarked paragraphs after the last numbered piece; where the last pieces have no
    marks themselves, only the one that begins as closing words do.
    """
    holder, node = _last(parts)
    if node is None:
        return []
    taken = _behind_pointer(holder, node)
    if not taken and node.lines and not node.reference:
        keep = 0
        while keep < len(node.lines) and not CLOSING_WORDS.match(node.lines[keep][0]):
            keep += 1
        last = node.lines[-1][0]
        if _DONE.search(last) or last.startswith("Trên đây là"):
            keep = 0
        taken = node.lines[keep:]
        del node.lines[keep:]
    elif not (taken or node.mark or node.title) and (len(holder) > 1 or holder is parts):
        stop = len(holder)
        least = 0 if holder is parts else 1  # of a paper that is a table the text may be no more
        while (
            stop > least
            and holder[stop - 1].mark is None
            and re.match(r"Trên đây là|Yêu cầu|Đề nghị các|Kế hoạch này", holder[stop - 1].text)
        ):
            stop -= 1
        if stop == len(holder) and _DONE.search(node.text) and CLOSING_WORDS.match(node.text):
            stop -= 1
        taken = [line for one in holder[stop:] for line in ((one.text, one.place), *one.lines)]
        del holder[stop:]
    _strip_done(parts)
    return [(_DONE.sub("", text), place) for text, place in taken]


def _behind_pointer(holder: list[OutlineNode], pointer: OutlineNode) -> list[tuple[str, Place]]:
    """Take the closing words that follow "(Có Phụ lục kèm theo)": they were added to the piece before it."""
    if not pointer.reference or pointer.lines or len(holder) < 2:
        return []
    _, node = _last(holder[:-1])
    if node is None:
        return []
    first = next(
        (n for n, (text, place) in enumerate(node.lines)
         if (place.paragraph, place.line) > (pointer.place.paragraph, pointer.place.line) and CLOSING_WORDS.match(text)), len(node.lines)
    )  # fmt: skip
    taken = node.lines[first:]
    del node.lines[first:]
    return taken


def _last(parts: list[OutlineNode]) -> tuple[list[OutlineNode], OutlineNode | None]:
    if not parts:
        return parts, None
    while parts[-1].items:
        parts = parts[-1].items
    return parts, parts[-1]


def _strip_done(parts: list[OutlineNode]) -> None:
    _, node = _last(parts)
    if node is None:
        return
    if node.lines:
        text, place = node.lines[-1]
        node.lines[-1] = (_DONE.sub(".", text), place)
    else:
        node.text = _DONE.sub(".", node.text)
