"""The unit of a named person by his post: "Ông Nguyễn Văn An - Trưởng phòng Kinh tế"."""

from __future__ import annotations

import re

from cchc.intake.unit_words import is_proper

_TITLE = r"(?:đ/c|đc|đồng chí|ông|bà)(?![\w/])"
_NAME = r"(?-i:[^\W\d_a-zà-ỹđ][^\W\d_]*(?:['’][^\W\d_]+)*)"
_HEAD = (
    r"(?:phó\s+)?(?:trưởng\s+(?=phòng\s|trạm\s|công an\s)|chánh\s+(?=văn phòng)"
    r"|giám đốc\s+(?=trung tâm\s)|hiệu trưởng\s+(?=trường\s))"
)
_SIGN = r"(?:\s*[,(:–-]\s*|\s+)"
_PERSON = re.compile(
    rf"(?:{_TITLE}[.:]?\s*(?:{_NAME}(?:\s+{_NAME}){{0,5}}{_SIGN})?|{_NAME}(?:\s+{_NAME}){{1,5}}{_SIGN})"
    rf"{_HEAD}(?P<unit>[^;\n()]+?)"
    rf"\s*(?=[;\n()]|[,.–-]\s*(?:và\s+)?{_TITLE}|,?\s+(?:chủ trì|phối hợp|phụ trách|theo dõi|và\s+{_TITLE})|[.,]?\s*$)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"Văn phòng (?:HĐND|Hội đồng|UBND|Ủy ban)[^,;\n()]*")


def units_of_posts(text: str, others: str = "") -> str:
    """Return the units whose heads or deputies `text` names as persons, parted by ";".

    Empty, when it begins with no such person. "Chánh Văn phòng" is of the one office of the council
    and the committee in `others`, the cells of units of the paper, where there is one.
    """
    found = list(_PERSON.finditer(text))
    if not found or is_proper(text) or text[: found[0].start()].strip(" -–+*"):
        return ""
    units = [_capital(" ".join(one["unit"].split())) for one in found]
    offices = _OFFICE.findall(others)
    return "; ".join(offices[0].strip() if offices and one == "Văn phòng" else one
                     for one in dict.fromkeys(units))  # fmt: skip


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
