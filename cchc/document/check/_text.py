"""How the components of an official Vietnamese paper are worded."""

from __future__ import annotations

import re
import unicodedata

from cchc.language.symbol import KINDS

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def key(text: str) -> str:
    """Return a text as it is recognised: no marks, no capitals, letters and digits only."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d")).casefold()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", "".join(
        c for c in plain if not unicodedata.combining(c))).split())  # fmt: skip


NATIONAL_KEY = key(NATIONAL_NAME)
MOTTO_KEY = key(MOTTO)
_FORMS = ("phieu giao viec", "phieu trinh", "phieu chuyen", "phieu gui", "phieu bao", "noi quy",
          "danh muc", "bang ke", "giay bien nhan")  # fmt: skip
KIND_KEYS = frozenset(key(word) for words in KINDS.values() for word in words) | set(_FORMS)

_I = re.IGNORECASE
NUMBER_LINE = re.compile(r"số\s*:|số\s*[\d.…_\s]*/", _I)
DATE_LINE = re.compile(r"ngày.*tháng.*năm", _I)
ATTACHED = re.compile(r"\(\s*(kèm theo|ban hành kèm)", _I)
BASE_WORD = re.compile(r"căn cứ\s", _I)
BASE_LIKE = re.compile(r"(theo|thực hiện|xét|triển khai)\s", _I)
BASE_CITED = re.compile(
    r"(theo|thực hiện|xét|triển khai)\s+(đề nghị|(luật|nghị|quyết|chỉ|thông|kế|công|hướng)\s[^,;]{0,60}\bsố\s*\d)",
    _I,
)
"""A line that goes on naming papers or a proposal, as bases do, whatever it ends in."""
SENTENCE = re.compile(r"như sau|[,;]\s+(ủy ban|uỷ ban|ubnd)\b", _I)
"""What makes it the sentence that brings the plan in."""
LABEL = re.compile(r"phụ lục(\s+(số\s+)?([ivxlc]+|\d+|[a-z]))?[.:]?", _I)
LABEL_LINE = re.compile(r"phụ lục(\s+(số\s+)?([ivxlc]+|\d+))?\s*([.:\-–]|$)", _I)
REFERENCE = re.compile(r"\((có|chi tiết|kèm|theo)\b.*\)\s*(\./\.|[.;])?$", _I)
AGENCY_START = re.compile(r"(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so|phong|trung tam|van "
                          r"phong|bo|cuc|chi cuc|ban|truong)\b")  # fmt: skip

PART_MARK = re.compile(r"([IVXL]+)\s*([.)/:\-–])\s*(?=\S)")
SECTION_MARK = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s*([.)/:])(?!\d)\s*(?=\D)")
POINT_MARK = re.compile(r"([a-zđA-HĐ]{1,2})\s*([.)/])\s+(?=\S)")
DASH_MARK = re.compile(r"[-–−+*•]\s*(?=\S)")
MARKED = re.compile("|".join(f"(?:{one.pattern})" for one in (PART_MARK, SECTION_MARK)))

AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|T/M|K/T|T/L)\b\s*[./]?\s*\S", _I)
_POSTS = (r"(quyền |q\. ?)?(phó )?(chủ tịch|trưởng phòng|trưởng ban|giám đốc|hiệu trưởng|chánh văn "
          r"phòng|bí thư|cục trưởng|chi cục trưởng|chánh thanh tra|trưởng thôn|trưởng trạm)")  # fmt: skip
POST = re.compile(rf"(TM|KT|TL|TUQ)\s*\.|{_POSTS}\b|(người|thủ trưởng|đơn vị|đại diện)\b", _I)
