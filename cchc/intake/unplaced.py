"""Words of a paper without a place in its plan: the shortest way to settle each."""

from __future__ import annotations

import re

from cchc.intake.table_kind import INSPECTED
from cchc.messages import Message, say

_SCHEDULE = say(
    "a schedule of inspections stays a paper of its own; to be reminded of its days, write each into "
    "“appendices”: title (“Kiểm tra ...”), lead, deadline"
)
_WAYS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (
        re.compile(r"\(?\s*(?:ban hành )?kèm theo\b", re.IGNORECASE),
        say("delete it: cchc prints this line itself"),
    ),
    (re.compile(r"(?:Căn cứ|Thực hiện|Theo đề nghị)\b.*[0-9]"),
     say("write it into “bases”, then delete it")),
    (
        re.compile(r"S[ốó]\s*[:.]?\s*[\d.…]*\s*[-/]|.{0,40}\bngày[\s.…\d]+tháng", re.IGNORECASE),
        say("write it into number, symbol and date of “document”, then delete it"),
    ),
    (
        re.compile(r"[^|]*\b(?:T/?M|KT|TL|TUQ|CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ)\b[^|]* \| "),
        say("a second signature, and a plan has one signer: delete it, or write it into “signer”"),
    ),
    (re.compile(r"Kính gửi\b", re.IGNORECASE),
     say("delete it: a plan addresses nobody; those it goes to stand in “recipients”")),
    (
        re.compile(r"(?:T/?M|KT|TL|TUQ)\b[./ ]"),
        say("write it into “signer” of “document”, then delete it"),
    ),
    (re.compile(r"n[ơo]i nhận|l[ưu]u\s*:", re.IGNORECASE),
     say("write it into “recipients” of “document”, then delete it")),
    (re.compile(r"tổng (?:cộng|số)\b|cộng\s*[:|]", re.IGNORECASE),
     say("delete it: cchc counts the tasks itself")),
    (re.compile(r"người lập|kế toán|thủ trưởng đơn vị|xác nhận", re.IGNORECASE),
     say("delete it: it signs the table, not the plan")),
    (re.compile(r"(?:ghi chú|chú thích|chữ viết tắt)\s*:\s*(?:\(?[^:;.]{1,30}:[^:;]{3,}[;.]?\s*)+$", re.IGNORECASE),
     say("delete it: the names of the units say it")),
    (re.compile(r"C[ộo]ng h(?:òa|oà)\b|Độc lập\s*-", re.IGNORECASE), say("delete it: cchc prints this line itself")),
    (re.compile(r"\(?\*|ghi chú|chú thích", re.IGNORECASE),
     say("write it into “note” of the tasks it speaks of, or delete it")),
    (re.compile(rf"(?:[^|]* \| )*?(?:{INSPECTED.pattern})", re.IGNORECASE), _SCHEDULE),
    (re.compile(r".*(?:điện thoại|email|\b0\d{3,})", re.IGNORECASE),
     say("delete it, or name who leads the unit in “head” of “units”")),
    (re.compile(r".* \| "), say("write it as a task into “appendices”, or delete it")),
)  # fmt: skip
_LABEL = re.compile(r"(?:phụ lục|biểu)(?: (?:số )?[\dIVX]+)?\s*[.:]?", re.IGNORECASE)
_HEADING = say("delete it if it is only a line of the letterhead or a heading")
_DELETED = (
    *(way for _, way in _WAYS if way.text.startswith("delete it")),
    _HEADING,
)
_LONGEST = 1_000
"""Letters of one text; a longer one is no line of a paper, but what another program made of a table or a page."""
_MANY = say(
    "many texts in one, perhaps a table that another program spoiled: import the file from which it was made, or "
    "write each into its place"
)
_ITEM = say("write it as an item into the part of “body” it belongs to, or delete it")


def way_to_settle(text: str) -> Message:
    """Return where in the plan file a text goes, told from its words."""
    if len(text) > _LONGEST:
        return _MANY
    found = next((way for form, way in _WAYS if form.match(text)), None)
    return found or (_HEADING if text.isupper() or _LABEL.fullmatch(text) else _ITEM)


def is_left_over(text: str) -> bool:
    """Tell whether a text is no part of a plan by its words: sums, signatures, telephones."""
    return way_to_settle(text) in _DELETED


def is_schedule(text: str) -> bool:
    """Tell whether a text is the head of a table that says who is looked at when."""
    return way_to_settle(text) is _SCHEDULE


def is_row(text: str) -> bool:
    """Tell whether a text was a row of a table."""
    return " | " in text
