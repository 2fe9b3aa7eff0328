"""What follows the symbol in a citation: date, issuer, title.

Every pattern has bounded repeats: text comes from strangers, and time must stay linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cchc.language.cited_date import CitedDate, read_date

_TO_DATE = re.compile(r"\s{0,3}(,?)\s{0,4}(?:(?:ký )?ban hành\s{1,4})?(?=ngày\s{0,4}[0-9])")
_YEAR = re.compile(r"\s{1,4}năm\s{1,4}((?:19|20)[0-9]{2})(?!\w)")
_OF = re.compile(r"\s{0,3},?\s{1,4}(?:của|(?P<between>giữa))(?=\s)")
_WORD = re.compile(r"\s{1,4}(\S{1,40})")
_DIGIT = re.compile("[0-9]")
_BLANK_LINE = re.compile(r"\n\s*\n")

_ISSUER_WORDS = 30
_AFTER_ISSUER = frozenset(
    {"về", "v/v", "V/v", "V/V", "trên", "tại", "với", "để", "đã", "được", "nhằm", "trong", "theo", "cho", "có", "là",
     "do", "từ", "ngày", "năm", "như", "khi", "mà", "thì", "hoặc", "kèm", "gửi", "gồm", "số",
     "giao", "nêu", "nếu", "vào", "cùng", "nhưng", "gắn", "kể", "trước", "sau", "đến", "tới", "bằng", "qua", "trừ",
     "còn", "cần", "phải", "sẽ", "đang", "chưa", "không", "bị", "thay", "vẫn"}
)  # fmt: skip
"""Words, in lower case, with which no issuer's name goes on; names go on in capitals."""
_AFTER_ISSUER_PAIRS = frozenset(
    {"ban hành", "quy định", "phê duyệt", "sửa đổi", "đẩy mạnh", "thực hiện", "công bố",
     "hướng dẫn", "triển khai", "bổ sung", "đảm bảo", "bảo đảm", "giai đoạn", "tổ chức",
     "cụ thể", "kiện toàn", "điều chỉnh", "bãi bỏ", "thay thế", "tiếp tục", "tăng cường",
     "nâng cao", "một số", "yêu cầu", "chỉ đạo", "thông qua", "đối với", "xác định", "thành lập",
     "chấn chỉnh", "phân cấp", "phân công", "ủy quyền", "quán triệt", "kiểm soát", "quản lý",
     "liên quan", "hết hiệu", "hiện hành", "chậm nhất", "căn cứ", "bao gồm", "chủ trì", "tham mưu",
     "báo cáo", "rà soát", "hoàn thành", "đồng thời", "ký ban", "ký ngày", "bắt đầu", "áp dụng", "tính từ"}
)  # fmt: skip
_AND_IN_NAMES = frozenset(
    {"Công nghệ", "Đào tạo", "Môi trường", "Truyền thông", "Đầu tư", "Du lịch", "Xã hội",
     "Tôn giáo", "Phát triển", "phát triển", "Trả kết", "Ủy ban", "Uỷ ban",
     "Dân vận", "Đô thị", "Kỹ thuật", "Lưu trữ", "Đổi mới", "Gia đình", "Hội nhập"}
)  # fmt: skip
_COMMA_IN_NAMES = frozenset({"Chủ nhiệm", "Thể thao", "chiến lược", "Hạ tầng", "Thanh niên"})
_WITH_OTHERS = frozenset(
    {"Bộ", "Ban", "Chính", "Quốc", "Thủ", "Đoàn", "Tòa", "Viện", "Thanh", "Ủy", "Uỷ", "Ngân", "Văn"}
)
"""First words of bodies that issue papers together: "Bộ Chính trị, Ban Bí thư"."""
_JOINT_SECOND = re.compile(
    r"(?:Bộ (?:trưởng )?[A-ZĐ]|Ban (?:Bí thư|Chấp hành Trung ương|Thường vụ)|Chính phủ(?!\w)"
    r"|Đoàn Chủ tịch|(?:Ủy|Uỷ) ban Trung ương|Tòa án nhân dân tối|Viện [Kk]iểm sát nhân dân tối"
    r"|Ngân hàng Nhà nước|Thanh tra Chính phủ|Tổng Liên đoàn|Ban Thường trực|Trung ương"
    r"|Ủy ban Dân tộc|Bảo hiểm xã hội Việt Nam|Kiểm toán nhà nước|(?:Ban Tổ chức|Văn phòng) Trung ương"
    r"|Hội (?:Nông dân|Cựu chiến binh|Liên hiệp Phụ nữ) Việt Nam)"
)
"""A body of that sort after "và" or a comma."""
_WHOLE = re.compile(
    r"(?:Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư|Bộ (?:Nội vụ|Tài chính|Tư pháp|Công an|Quốc phòng|Xây dựng|Y tế)"
    r"|(?:UBND|Ủy ban nhân dân)\s(?:xã|phường|tỉnh))\Z"
)
"""A name that no word in small letters goes on from: "Chính phủ áp dụng" is not one."""
_GOES_ON = ("và", "với", "lâm", "khóa", "khoá", "số")
_OFFICE = re.compile(r"Văn phòng (?:Chính phủ|Quốc hội|Chủ tịch nước)(?!\w)")
"""The same beside a ministry alone: "Thủ tướng và Văn phòng Chính phủ" issue nothing together."""

_TITLE_WORDS = (
    r"ban hành|quy định|phê duyệt|sửa đổi|bổ sung|đẩy mạnh|thực hiện|công bố|hướng dẫn|triển khai"
    r"|thành lập|kiện toàn|điều chỉnh|bãi bỏ|thông qua|tăng cường|giao|chấn chỉnh|phân cấp|ủy quyền"
)
_TITLE = re.compile(
    rf"\s{{0,3}},?\s{{1,4}}(?:(?:về(?:\s{{1,3}}việc)?|[Vv]/[Vv])\s{{1,4}}(?=\S)|(?=(?:{_TITLE_WORDS})[\s,]))"
)
_BARE_TITLE = re.compile(
    r"\s{1,4}(?:(?:về(?:\s{1,3}việc)?|[Vv]/[Vv])\s{1,4}(?=\S)"
    r"|(?=(?:ban hành|quy định|phê duyệt|sửa đổi|công bố|hướng dẫn)\s))"
)
"""After a symbol with neither date nor issuer, "thực hiện" mostly begins the next thought."""
_END = re.compile(r"[;\t]|\n\s{0,20}\n|[()]|\.(?=[\s\"”]|$)|:(?=\s|$)|\./")
_PROSE_END = re.compile(
    r",\s{1,3}(?:thực hiện|triển khai|tổ chức|nhằm|gắn với|bảo đảm|đảm bảo|trong đó|để|góp phần"
    r"|các|cụ thể|tiếp tục|đồng thời|phấn đấu|tăng cường|nâng cao|đẩy mạnh|theo|kịp thời|qua đó)\s"
    r"|\s(?:và\s{1,3}(?:tình hình|các (?:văn bản|nhiệm vụ|kế hoạch|chương trình)))\s"
)
_AMENDED = re.compile(
    r",?\s{1,3}\(?(?:đã\s)?được\s(?:sửa đổi|bổ sung|thay thế)(?:,\s(?:bổ sung|thay thế))?"
    r"(?:\smột số (?:điều|nội dung))?\s(?:bởi|tại|theo|năm)\s"
)
"""What is said of a document after its title; "thủ tục được sửa đổi, bổ sung" is part of one."""
_LONGEST_TITLE = 700
_LEAD = re.compile(r"[\s*#+-]{0,12}(?:(?:Căn cứ|Thực hiện|Theo)\s{1,3}(?:các\s{1,3})?)?")


class Core(NamedTuple):
    """Date and issuer after a symbol. `year` is that of a bare "năm 2021"; `comma` the offset of
    a comma before "ngày"; `stop` the end of the last part there is."""

    stop: int
    date: CitedDate | None
    year: int | None
    comma: int | None
    issuer: str | None
    issuer_span: tuple[int, int] | None


def read_core(text: str, start: int) -> Core:
    """Read date and issuer, in either order, from the offset `start` just after the symbol."""
    stop, year, issuer = start, None, None
    cited, comma = _date(text, stop)
    if cited:
        stop = cited.stop
    elif found := _YEAR.match(text, stop):
        year, stop = int(found[1]), found.end()
    if found := _OF.match(text, stop):
        issuer = _issuer(text, found.end(), between=found["between"] is not None)
        if issuer:
            stop = issuer[1]
            if cited is None:
                cited, comma = _date(text, stop)
                stop = cited.stop if cited else stop
    name = " ".join(text[issuer[0] : issuer[1]].split()) if issuer else None
    return Core(stop, cited, year, comma, name, issuer)


def _date(text: str, start: int) -> tuple[CitedDate | None, int | None]:
    lead = _TO_DATE.match(text, start)
    cited = read_date(text, lead.end()) if lead else None
    return cited, lead.start(1) if cited and lead and lead[1] else None


def _issuer(text: str, start: int, *, between: bool) -> tuple[int, int] | None:
    """Return the span of the issuer's name that begins after "của" at `start`, or of the two names
    after "giữa"."""
    words = list(_words(text, start))
    begin = stop = None
    together = bool(words) and words[0][1] in _WITH_OTHERS
    for index, found in enumerate(words):
        word = found[1]
        pair = " ".join(w[1].strip(",;.") for w in words[index : index + 2])
        after = " ".join(w[1].strip(",;.") for w in words[index + 1 : index + 3])
        goes_on = begin is None or stop is None or not word[0].islower() or word in _GOES_ON
        if not goes_on and _WHOLE.search(text, begin or 0, stop or 0):
            break
        if word == "và" or (between and word == "với"):
            office = index > 0 and words[index - 1][1] in ("HĐND", "dân") and "UBND" in after
            joint = together and _issues_with(words[0][1], text, found.end() + 1)
            joint = joint or (between and after[:1].isupper())
            twin = words[0][1] == "Sở" and after.startswith("Sở ")
            if after not in _AND_IN_NAMES and not (office or joint or twin):
                break
        elif word == "số" and index and words[index - 1][1] == "đổi":
            pass  # "Ban Chỉ đạo chuyển đổi số tỉnh"
        elif word in _AFTER_ISSUER or pair in _AFTER_ISSUER_PAIRS or _DIGIT.search(word):
            break
        name = word.rstrip(',;.:)("”*]')
        if not name or name[0] in '("“':
            break
        begin = found.start(1) if begin is None else begin
        if name not in ("-", "–", "và", "với"):
            stop = found.start(1) + len(name)
        if name != word:
            inside = after in _COMMA_IN_NAMES
            joint = together and _issues_with(words[0][1], text, found.end() + 1)
            joint = joint or (between and after[:1].isupper())
            if word != f"{name}," or not (inside or joint):
                break
    return (begin, stop) if begin is not None and stop is not None else None


def _issues_with(first: str, text: str, start: int) -> bool:
    """Whether a body stands at `start` that issues papers with one whose name begins with `first`."""
    office = first in ("Bộ", "Thanh", "Ngân", "Ban")
    return bool(_JOINT_SECOND.match(text, start) or (office and _OFFICE.match(text, start)))


def _words(text: str, start: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < _ISSUER_WORDS and (word := _WORD.match(text, start)):
        if _BLANK_LINE.search(text, start, word.start(1)) or "\t" in text[start : word.start(1)]:
            break
        found.append(word)
        start = word.end()
    return found


def read_title(
    text: str, begin: int, core: Core, following: Sequence[int]
) -> tuple[str | None, int]:
    """Return the title and the end of the citation that begins at `begin`.

    The title runs to a semicolon or the end of the sentence, or to the comma or "và" before the
    next citation (`following`: where the next ones begin). In prose it ends also where the
    sentence turns to what is to be done; in a base ("Căn cứ ...") the whole rest is title.
    """
    form = _TITLE if core.date or core.issuer or core.year else _BARE_TITLE
    lead = form.match(text, core.stop)
    if lead is None:
        return None, core.stop
    start = lead.end()
    stop = _sentence_end(text, start)
    for head in following:
        if head >= stop:
            break
        before = text[max(start, head - 8) : head].rstrip()
        before = before.removesuffix("các").rstrip()
        if before.endswith((",", " và")):
            cut = before.removesuffix("và").rstrip().removesuffix(",").rstrip()
            stop = max(start, head - 8) + len(cut)
            break
    if not _is_base(text, begin) and (turn := _PROSE_END.search(text, start, stop)):
        stop = turn.start()
    if later := _AMENDED.search(text, start, stop):
        stop = later.start()
    title = _without_quote(text[start:stop].rstrip(" \n\u00a0,*"))
    return (" ".join(title.split()), start + len(title)) if title.strip() else (None, core.stop)


def _without_quote(title: str) -> str:
    """Leave out a closing quotation mark that was not opened inside the title."""
    ends = title.endswith('"') and title.count('"') % 2 == 1
    ends = ends or (title.endswith("”") and title.count("“") < title.count("”"))
    return title[:-1].rstrip(" \n\u00a0,*") if ends else title


def _sentence_end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST_TITLE)
    depth = 0
    for found in _END.finditer(text, start, limit):
        match found[0]:
            case "(":
                depth += 1
            case ")":
                depth -= 1
                if depth < 0:
                    return found.start()
            case "." if text[max(start, found.start() - 2) : found.start()] in ("TP", "Tp"):
                pass
            case ";" if depth > 0:
                pass
            case _:
                return found.start()
    return limit


def _is_base(text: str, begin: int) -> bool:
    """Whether the citation stands first in its line or item, as the bases of a plan do."""
    line = max(
        text.rfind("\n", max(0, begin - 40), begin), text.rfind(";", max(0, begin - 40), begin)
    )
    if line < 0 and begin > 40:
        return False
    return _LEAD.fullmatch(text, line + 1, begin) is not None
