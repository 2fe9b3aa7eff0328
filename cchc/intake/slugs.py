"""Short permanent ids from Vietnamese names and titles: `ke-hoach-cchc`."""

from __future__ import annotations

import re
import unicodedata

from cchc.language.names import bare

_LONGEST = 40
_EMPTY = frozenset(
    {
        "các", "những", "một", "và", "của", "cho", "trong", "trên", "tại", "với", "về", "để", "đến",
        "từ", "là", "được", "do", "ở", "vào", "có", "khi", "nếu", "như", "này", "việc", "năm",
        "theo", "đối", "giữa", "thì", "mà", "phải", "cần",
    }
)  # fmt: skip
_EMPTY_PHRASES = re.compile(
    r"(?<!\w)(?:tổ chức (?=thực hiện|triển khai|tuyên truyền|tiếp nhận|kiểm tra)|công tác|thực hiện|triển khai"
    r"|tiếp tục|xây dựng|ban hành|tăng cường|đẩy mạnh|thường xuyên|có hiệu quả|hiệu quả|bảo đảm|đảm bảo"
    r"|chủ trì|phối hợp|tham mưu|nâng cao|kịp thời|cụ thể|đầy đủ|đúng quy định)(?!\w)"
)
_SHORT = (
    ("cải cách hành chính", "cchc"), ("thủ tục hành chính", "tthc"), ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"), ("công nghệ thông tin", "cntt"), ("dịch vụ công", "dvc"),
    ("cán bộ, công chức, viên chức", "cbccvc"), ("cán bộ, công chức", "cbcc"),
    ("quy phạm pháp luật", "qppl"), ("một cửa, một cửa liên thông", "một cửa"),
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def slug(text: str, words: int = 5) -> str:
    """Return a slug of at most `words` telling words of `text`; `x` when it has none."""
    plain = unicodedata.normalize("NFC", text).casefold()
    for full, short in _SHORT:
        plain = plain.replace(full, short)
    plain = (
        _EMPTY_PHRASES.sub(" ", plain) if _WORD.search(_EMPTY_PHRASES.sub(" ", plain)) else plain
    )
    every = [word for word in _WORD.findall(plain) if not re.fullmatch(r"(?:19|20)\d\d", word)]
    telling = [word for word in every if word not in _EMPTY] or every
    made = ""
    for word in telling[:words]:
        one = re.sub(r"[^a-z0-9]", "", bare(word))
        longer = f"{made}-{one}" if made else one[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        made = longer if one else made
    return made or "x"


def unique(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, numbered when it is taken, and note it as taken."""
    made, n = wanted, 2
    while made in taken:
        made, n = f"{wanted}-{n}", n + 1
    taken.add(made)
    return made
