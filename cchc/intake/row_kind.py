"""Rows of a table of tasks that are no tasks: sums, signatures, dots for more, notes below the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.intake.lines import clean, is_capitals
from cchc.language.names import bare, fold

_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)(?: (?:chung|số|điểm|kinh phí|nhiệm vụ|tiêu chí|các mục|toàn bảng|i{1,3}|iv|v|[a-e]|và|đến|\d+))*"
    r"|(?:tổng cộng|tổng số nhiệm vụ|tổng số điểm|tổng điểm)\b.{0,60}"
)
_FIGURE = re.compile(r"[\d\s.,%/()+-]*(?:điểm|đồng|triệu đồng|nhiệm vụ|tr)?\.?", re.IGNORECASE)
_SIGNING = re.compile(
    r"(?:tm|kt|tl|tuq|t/m)\s*[.,]?\s*(?:uy ban|ubnd|chu tich|ban |truong|giam doc|hoi dong|chanh).*"
    r"|(?:nguoi|can bo|cong chuc) (?:lap|tong hop|duyet|kiem tra|bao cao|viet)\b.{0,30}"
    r"|lap bieu|(?:pho )?chu tich|thu truong don vi|phu trach don vi|(?:pho )?truong phong|chanh van phong"
    r"|xac nhan cua .{0,40}|(?:lanh dao|thu truong) (?:don vi|phong|co quan)?.{0,20}(?:duyet|ky)?"
    r"|\(?ky(?:,| ten| va| ghi| so|\)).{0,50}"
    r"|(?:[a-z][^,]{1,30}, )?ngay .{0,10}thang .{0,8}nam\s*\S{0,6}"
    r"|noi nhan\s*:?.{0,20}"
)
_NOTE = re.compile(
    r"(?:ghi chu|chu thich|luu y|chu y|giai thich)(?: *\(?\d?\)?)? *:.*|\(\*+\).*|\*+ ?\(?[^\W\d_].*|nguon(?: so lieu)? *:.*"
    r"|danh sach nay (?:co|gom).*|\(?(?:bang|danh muc|bieu|phu luc) (?:nay )?(?:co|gom) \d+.*",
    re.DOTALL,
)


_DOTS = re.compile(r"[\s.…]*(?:…|\.\.)[\s.…]*")


def is_placeholder(texts: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row are dots, behind a number or not: "... | ... | ..."."""
    rest = texts[1:] if len(texts) > 1 and re.fullmatch(r"[\d.]+|[IVX]+", texts[0]) else texts
    return bool(rest) and all(map(_DOTS.fullmatch, rest))


def is_total(texts: Sequence[str], *, given: bool) -> bool:
    """Tell whether the filled cells of a row only sum up others: "Tổng cộng | 3"."""
    words = [text for text in texts if not _FIGURE.fullmatch(text)]
    return len(words) == 1 and not given and _TOTAL.fullmatch(fold(words[0])) is not None


def is_signing(texts: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row belong to a signature: posts, "(Ký, ghi rõ họ tên)"."""
    lines = [line for text in texts for line in clean(text).splitlines() if line.strip()]
    if not lines or not any(is_capitals(lines[0]) or "(" in line or ", ngày" in line.lower()
                            or line.lower().startswith(("ngày", "nơi nhận")) for line in lines):  # fmt: skip
        return False
    return all(_SIGNING.fullmatch(bare(lines[n])) for n in range(1)) and all(
        len(line) < 70 for line in lines
    )


def is_note(texts: Sequence[str]) -> bool:
    """Tell whether the only filled cell of a row is a note on the table."""
    return len(texts) == 1 and _NOTE.fullmatch(bare(clean(texts[0]))) is not None
