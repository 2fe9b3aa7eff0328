"""Words of a paper without a place in its plan: the shortest way to settle each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cchc.language.persons import SURNAMES, WORD
from cchc.messages import Message, say

INSPECTED = re.compile(
    r"[^|]*\b(?:được|chịu) (?:kiểm tra|thanh tra|giám sát|khảo sát|phúc tra)|đối tượng (?:kiểm tra|thanh tra|giám sát|khảo sát)",
    re.IGNORECASE,
)
"""The heading over those who are looked at."""
_SCHEDULE = say(
    "a schedule of inspections stays a paper of its own; to be reminded of its days, write each into "
    "“appendices”: title (“Kiểm tra ...”), lead, deadline"
)
_SHORT_WORDS = say(
    "keep it while short names are used that the plan spells out nowhere; else delete it"
)
_NO_WORK = say(
    "no table of tasks: it stays with the signed paper; what is to be followed of it, write as tasks into "
    "“appendices”"
)
_SUMS_UP = say("it sums up what stands in the tables: compare it with them, then delete it")
_SIGNS = say("delete it if it only signs a table, or write it into “signer” of “document”")
_PART = rf"(?:[HKY]['’] ?)?{WORD}"
_PEOPLES = "H|K|Y|Ka|Siu|Rơ|Ksor|Kpă|Kpuih|Rmah|Rcom|Rahlan|Niê|Êban|Mlô|Alăng|Zơrâm|Pơloong"
_NAME = (
    rf"(?:(?:{SURNAMES})(?: {WORD}){{1,3}}|[HKY]['’] ?{WORD}(?: {_PART}){{0,3}}"
    rf"|(?!Y Tế)(?:{_PEOPLES}) {_PART}(?: {_PART}){{0,3}})"
)
"""A name of a person alone, also of the peoples of the highlands: "H' Nguyệt Niê", "K'Brếp", "Y Thịnh Êban"."""
_NUMBER = say("write it into number, symbol and date of “document”, then delete it")
_SIGNER = say("write it into “signer” of “document”, then delete it")
_NOTE = say("write it into “note” of the tasks it speaks of, or delete it")
_SUM = say(
    "compare it with the rows it adds up, then delete it: a sum has no place of its own in the plan"
)
_COUNT = say("compare it with the tasks, which cchc counts itself, then delete it")
_ASKING = re.compile(
    r"\d/\d|(?:ngày|tháng|quý|tuần) \S*\d|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)|báo cáo|\bgửi\b|chủ trì|phối hợp",
    re.IGNORECASE,
)
"""What a note asks for: a day, a report, who does it."""


@cache
def _ways() -> tuple[tuple[re.Pattern[str], Message], ...]:
    """Return what a text begins with, and the way to settle it: most plans have no such text."""
    return (
        (
            re.compile(
                r"\(?\s*(?:(?:ban hành )?kèm theo\b|(?:đính )?kèm(?: theo)? (?:kế hoạch|quyết định)\b)", re.IGNORECASE
            ),
            say("delete it if number and date are those of the paper: cchc prints this line itself"),
        ),
        (re.compile(r"(?:Căn cứ|Thực hiện|Theo đề nghị)\b.*[0-9]"),
         say("write it into “bases”, then delete it")),
        (
            re.compile(r"S[ốó]\s*[:.]?\s*[\d.…]*\s*[-/]|.{0,40}\bngày[\s.…\d]+tháng", re.IGNORECASE),
            _NUMBER,
        ),
        (
            re.compile(r"[^|]*\b(?:(?:T/?M|KT|TL|TUQ)\s*[./]\s*[A-ZĐ]|CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ)\b[^|]* \| "),
            say("a second signature, and a plan has one signer: delete it, or write it into “signer”"),
        ),
        (re.compile(r"Kính gửi\b", re.IGNORECASE),
         say("delete it: a plan addresses nobody; those it goes to stand in “recipients”")),
        (
            re.compile(r"(?:T/?M|KT|TL|TUQ)\b[./ ]"),
            _SIGNER,
        ),
        (re.compile(r"n[ơo]i nhận|l[ưu]u\s*:", re.IGNORECASE),
         say("write it into “recipients” of “document”, then delete it")),
        (re.compile(r"(?:tổng (?:cộng|số)\b|cộng\s*[:|]).*(?:\d[.,]\d|điểm|đồng|kinh phí)", re.IGNORECASE | re.DOTALL), _SUM),
        (re.compile(r"tổng (?:cộng|số)\b|cộng\s*[:|]", re.IGNORECASE), _COUNT),
        (re.compile(r"người lập|kế toán|thủ trưởng đơn vị|xác nhận", re.IGNORECASE),
         say("delete it: it signs the table, not the plan")),
        (re.compile(r"(?:ghi chú|chú thích|chữ viết tắt)\s*:\s*(?:\(?[^:;.]{1,30}:[^:;]{3,}[;.]?\s*)+$", re.IGNORECASE),
         _SHORT_WORDS),
        (re.compile(r"C[ộo]ng h(?:òa|oà)\b|Độc lập\s*-", re.IGNORECASE), say("delete it: cchc prints this line itself")),
        (re.compile(r"\(?\*|ghi chú|chú thích", re.IGNORECASE),
         _NOTE),
        (re.compile(rf"(?:[^|]* \| )*?(?:{INSPECTED.pattern})", re.IGNORECASE), _SCHEDULE),
        (re.compile(rf"{_NAME}$"),
         _SIGNS),
        (re.compile(rf"{_NAME}?(?:\s*\|\s*(?:{_NAME})?)+$"), _SIGNS),
        (re.compile(r"(?:[^|]* \| )*?[^|]*\bviết tắt\b", re.IGNORECASE),
         _SHORT_WORDS),
        (re.compile(r".*(?:điện thoại|email|\b0\d{3,})", re.IGNORECASE),
         say("delete it, or name who leads the unit in “head” of “units”")),
        (re.compile(r"s?tt\.? \| (?!.*(?:thời|tiến độ|ngày|tháng|hạn|hoàn thành|chủ trì|thực hiện|sản phẩm|kết quả|việc"
                    r"|(?<!số )nhiệm vụ|nội dung))", re.IGNORECASE), _NO_WORK),
        (re.compile(r"(?:trạng thái|tình trạng|kết quả|phân loại|mức độ) \| (?:tổng )?số (?:nhiệm vụ|lượng|việc)\b(?!.*(?:thời hạn|chủ trì))",
                    re.IGNORECASE), _SUMS_UP),
        (re.compile(r".* \| "), say("write it as a task into “appendices”, or delete it")),
    )  # fmt: skip


_FORM = re.compile(
    r"(?:đề cương|(?:biểu )?mẫu|phiếu|bảng hỏi|(?:bộ )?câu hỏi|phân bổ|danh sách|lịch|sơ đồ|quy trình)\b",
    re.IGNORECASE,
)
"""The beginning of the title of an appendix that holds no tasks."""
_OWN_PAPER = say(
    "an outline, a form or a list stays a paper of its own: keep it with the signed paper, then delete it here"
)
_LABEL = re.compile(
    r"(?:phụ lục|biểu)(?: (?:số )?[\dIVX]+)?\s*[.:]?|(?P<form>mẫu)(?: số)? [\dIVX]+[a-zđ]?\s*[.:]?",
    re.IGNORECASE,
)
_HEADING = say("delete it if it is only a line of the letterhead or a heading")
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
    found = next((way for form, way in _ways() if form.match(text)), None)
    return found or (_HEADING if text.isupper() or _LABEL.fullmatch(text) else _ITEM)


def is_left_over(text: str) -> bool:
    """Tell whether a text is no part of a plan by its words: sums, signatures, telephones."""
    way = way_to_settle(text)
    return way in (_SUM, _COUNT, _SHORT_WORDS) or way.text.startswith("delete it")


def holds_no_work(text: str) -> bool:
    """Tell whether a text is the head of a table without tasks: short words, shares, sums, who is looked at when."""
    return way_to_settle(text) in (_SCHEDULE, _NO_WORK, _SHORT_WORDS, _SUMS_UP)


def is_of_form(text: str) -> bool:
    """Tell whether a text is a number or a signature: the form of a paper, not what it asks for."""
    return way_to_settle(text) in (_NUMBER, _SIGNER)


def is_plain_note(text: str) -> bool:
    """Tell whether a text is a note that asks nobody for anything: "(*) Số liệu do Trung tâm thống kê"."""
    return way_to_settle(text) == _NOTE and not _ASKING.search(text)


def is_label(text: str) -> bool:
    """Tell whether a text is what an appendix begins with: "Phụ lục II"."""
    return bool(_LABEL.fullmatch(text))


def way_of_appendix(texts: Sequence[str]) -> Message | None:
    """Return what to do with an appendix by its label and lines: `None` where it may hold duties."""
    own = next((text for text in texts if not is_label(text)), "")
    label = _LABEL.fullmatch(texts[0])
    if _FORM.match(own) or (label and label["form"]):
        return _OWN_PAPER
    return _HEADING if all(map(is_left_over, texts)) else None


def is_legend(text: str) -> bool:
    """Tell whether a row heads a list of short words: "Viết tắt | Đầy đủ"."""
    return way_to_settle(text) == _SHORT_WORDS


def is_row(text: str) -> bool:
    """Tell whether a text was a row of a table."""
    return " | " in text
