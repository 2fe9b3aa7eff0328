"""The letterhead: who issues, number and symbol, place and date; and the decision behind a plan.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1 to II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cchc.intake.lines import Line, is_capitals
from cchc.intake.office_paper import Place
from cchc.language.names import bare
from cchc.language.persons import CAPITALS
from cchc.language.places import find_former_province, find_province

_FIXED = re.compile(
    r"C[ỘÔ]NG\s+H(?:ÒA|OÀ)\s+X[ÃA]\s+HỘI\s+CHỦ\s+NGH[ĨI]A\s+VIỆT\s+NAM"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM",
    re.IGNORECASE,
)
_BLANK = r"[\s.…_]*"
_NUMBER = re.compile(
    rf"S[ốó]\s*[:.]?\s*(?P<number>\d{{0,5}}[a-zđ]?){_BLANK}/{_BLANK}"
    r"(?P<symbol>[A-ZĐ][A-ZĐa-z]{0,4}\s*-\s*[A-ZĐ][A-ZĐa-z]*\d{0,2}(?:[-.&][A-ZĐ]+\d{0,2})*)"
)
_DATE = re.compile(
    rf"(?:(?P<place>[A-ZÀ-ỸĐ][^,\d]{{1,60}}?(?: \d{{1,2}})?)\s*,\s*)?ngày{_BLANK}(?P<day>\d{{0,2}}){_BLANK}"
    rf"(?:tháng|/){_BLANK}(?P<month>\d{{0,2}}){_BLANK}(?:năm|/){_BLANK}(?P<year>20\d\d)?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN)\s+"
    r"(?P<level>XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\s+(?P<name>[^\n]+)"
)
_CUT_NAME = re.compile(
    rf"(?P<agency>{_AGENCY.pattern})\n(?=(?!(?:ỦY BAN|UỶ BAN|UBND|HỘI|ĐẢNG|VĂN PHÒNG|BAN|PHÒNG|SỞ|TRUNG TÂM|TRƯỜNG|TRẠM|BỘ|TỔ"
    r"|CÔNG AN|DỰ THẢO|QUYẾT ĐỊNH|KẾ HOẠCH|CHỦ TỊCH|CỘNG|SỐ|XÃ|PHƯỜNG|TỈNH|HUYỆN|THÀNH PHỐ)\b)"
    r"[^\W\d_]+(?: [^\W\d_]+| -){0,5}(?:\n|$))"
)
"""The name of a commune that goes on in the next line."""
_NAMELESS = re.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)(?: (?:XÃ|PHƯỜNG|TỈNH|HUYỆN))?")
_ABOVE = re.compile(r"[\s,;.(–—-]*(?<!\w)(?:TỈNH|THÀNH PHỐ|TP)[. ]+(?=\S).*$|\s*\([^()]*\)$")
"""The province behind the name of the commune, in one line with it."""
_PROVINCE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?)(?: [^\W\d_]+| -){1,6}")
_ONLY_PLACE = re.compile(
    rf"(?:(?:XÃ|PHƯỜNG|ĐẶC KHU)(?: (?!NĂM\b|HỘI\b)[^\W\d_]+){{1,4}}(?: \d{{1,2}})?(?:[\s,(–-]+(?={_PROVINCE.pattern}))?)?"
    rf"(?:{_PROVINCE.pattern})?\)?"
)
"""A line that is the province and no more, above the committee or below the commune."""
_NAME = rf"[{CAPITALS}][^\W\d_]*(?:(?: -)? [{CAPITALS}][^\W\d_]*){{0,4}}"
_SMALL_AGENCY = re.compile(
    rf"(?:UBND|[ỦU][ỷy] ban nhân dân) (?:xã|phường|đặc khu|tỉnh|thành phố) {_NAME}(?: \d{{1,2}})?"
    rf"(?:[\s,;(–-]+(?:tỉnh|thành phố|TP\.?) {_NAME}\)?)?"
)
"""Who issues, not in capitals."""
OWN_LEVELS = ("xã", "phường", "đặc khu")


@dataclass(slots=True)
class Letterhead:
    """What a letterhead says; None where it says nothing."""

    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    place: str | None = None
    level: str | None = None
    name: str | None = None
    superior: str | None = None
    issuer: str | None = None
    """`committee` or `chairman`, where the line says so that names the paper of an appendix."""
    draft: bool = False
    rest: list[Line] = field(default_factory=list)
    """Lines that are no part of a letterhead."""
    places: dict[str, Place] = field(default_factory=dict)


def names_issuer(text: str) -> bool:
    """Tell whether a line is one of a letterhead: who issues the paper, or the words of the State."""
    return bool(
        _AGENCY.fullmatch(text)
        or _SMALL_AGENCY.fullmatch(text)
        or _NAMELESS.fullmatch(text)
        or _FIXED.fullmatch(text)
    )


def names_place(text: str) -> bool:
    """Tell whether a line is nothing but the name of a commune or province: "XÃ PHONG NHA", "TỈNH QUẢNG TRỊ"."""
    if not (text.isupper() and _ONLY_PLACE.fullmatch(text)):
        return False
    province = _PROVINCE.search(text)
    return province is None or _is_province(province[0])


def _is_province(line: str) -> bool:
    name = re.sub(r"^(?:TỈNH|THÀNH PHỐ|TP\.?) ", "", line)
    return bool(find_province(name) or find_former_province(name))


def read_letterhead(lines: Sequence[Line]) -> Letterhead:
    """Read the lines over "KẾ HOẠCH"."""
    head = Letterhead()
    capitals: list[Line] = []
    for line in _uncut(lines):
        text = _FIXED.sub(" ", line.whole.replace("|", " "))
        if found := _NUMBER.search(text):
            head.number = found["number"] or None
            head.symbol = re.sub(r"\s", "", found["symbol"])
            head.places["number"] = head.places["symbol"] = line.place
            text = text[: found.start()] + " " + text[found.end() :]
        if found := _DATE.search(text):
            head.date = partial_date(found["day"], found["month"], found["year"])
            if found["place"]:
                head.place = found["place"].strip()
                head.places["place"] = line.place
            head.places["date"] = line.place
            text = text[: found.start()] + " " + text[found.end() :]
        text = " ".join(text.split()).strip(" -–—_.*")
        if not text or not re.search(r"\w", text):
            continue
        if re.match(r"d[uự] th[aả]o", bare(text)):
            head.draft = True
            if len(text) > 12:
                head.rest.append(line)
        elif is_capitals(text) or len(text) <= 3:
            capitals.append(Line(text, line.place))
        elif _SMALL_AGENCY.fullmatch(text):
            capitals.append(Line(text.upper(), line.place))  # "UBND xã Dầu Giây, tỉnh Đồng Nai"
        else:
            head.rest.append(line)
    _read_agencies(head, capitals)
    return head


_ATTACHED = re.compile(
    rf"(?:\(?\s*(?:ban hành\s+)?(?:(?:kèm\s+)?theo|(?:đính\s+)?kèm(?:\s+theo)?)\s+|(?:(?:tính|số liệu) đến [^()]*)?\(\s*)kế hoạch(?:\s+số)?\s*:?{_BLANK}(?P<number>\d{{1,5}}[a-zđ]?)?{_BLANK}/{_BLANK}"
    r"(?P<symbol>(?-i:KH\s*-\s*[A-ZĐ]+(?:[-.&][A-ZĐ]+)*))(?P<date>(?:(?!\bcủa\b).){0,60}?)"
    r"(?:\b(?P<of>của)\s+(?P<chair>chủ tịch\s+)?(?:UBND|[Ủủ]y ban nhân dân|[Uu][ỷỶ] ban nhân dân)\s+(?:xã|phường|đặc khu)\b|\)\s*$)",
    re.IGNORECASE | re.DOTALL,
)


def read_attached(head: Letterhead, lines: Iterable[Line]) -> Place | None:
    """Take number and date from "(Kèm theo Kế hoạch số ...)" over a table without a letterhead.

    Returns where that stands.
    """
    found: re.Match[str] | None = None
    above: list[Line] = []
    for line in lines:
        above.append(line)
        # The reference may stand in two rows of the sheet.
        for stretch in (above[-1:], above[-2:]):
            found = found or _ATTACHED.match(" ".join(one.text for one in stretch))
            place = stretch[0].place
        if found is None:
            continue
        head.number, head.symbol = found["number"], re.sub(r"\s", "", found["symbol"])
        head.places["number"] = head.places["symbol"] = place
        if found["of"]:
            head.issuer = "chairman" if found["chair"] else "committee"
        if date := date_in(found["date"]):
            head.date = date
            head.places["date"] = place
        return place
    return None


_AMENDS = re.compile(
    r"(?:về (?:việc )?)?(?:sửa đổi|điều chỉnh|bổ sung|cập nhật)[^.;]{0,120}?\bkế hoạch\s+(?:số\s*:?\s*)?(?P<number>\d{1,5}[a-zđ]?)\s*/\s*"
    r"(?P<symbol>(?-i:KH\s*-\s*[A-ZĐ]+\d{0,2})),?\s+(?P<date>ngày\s+\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*20\d\d)"
    r"(?!\s+của (?:chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố))",
    re.IGNORECASE,
)


def amended_plan(title: str) -> dict[str, object] | None:
    """Return the plan of the same office that a title says is changed: "Sửa đổi Kế hoạch số 22/KH-UBND ngày ..."."""
    found = _AMENDS.match(title)
    date = date_in(found["date"]) if found else None
    if found is None or date is None or date.count("/") < 2:
        return None
    return {
        "number": found["number"],
        "symbol": re.sub(r"\s", "", found["symbol"]),
        "date": date,
    }


def date_in(text: str) -> str | None:
    """Return the first date of a text as a plan writes it."""
    found = _DATE.search(text)
    return partial_date(found["day"], found["month"], found["year"]) if found else None


_CUT = re.compile(r"ỦY|UỶ|CỘNG|S[ốó]\s*:?")
_CUT_PLACE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?,\s*ngày")


def _uncut(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those joined that a narrow column or a web page cut in two."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and (
            _CUT.fullmatch(last.text)
            or (last.text.endswith(",") and line.text.startswith("ngày"))
            or (_CUT_PLACE.match(line.text) and len(last.text.split()) == 1 and last.text.istitle())
        ):
            found[-1] = replace(last, text=f"{last.text} {line.text}")
        else:
            found.append(line)
    return found


def partial_date(day: str | None, month: str | None, year: str | None) -> str | None:
    """Return a date as a plan writes it: 31/12/2025, or 01/2026 while the day is blank."""
    if not month or not year or not 1 <= int(month) <= 12:
        return None
    return f"{day}/{month}/{year}" if day and int(day) else f"{month}/{year}"


def _read_agencies(head: Letterhead, capitals: list[Line]) -> None:
    joined = "\n".join(line.text for line in capitals)
    # The name of the committee and that of the commune stand on two lines.
    joined = re.sub(
        r"(NHÂN DÂN|UBND)\n(?=XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN)", r"\1 ", joined
    )
    joined = re.sub(r"\b(XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|HUYỆN|QUẬN)\n(?=\S)", r"\1 ", joined)
    joined = re.sub(r"\bTHÀNH\n(?=PHỐ\b)", "THÀNH ", joined)
    joined = _CUT_NAME.sub(r"\g<agency> ", joined)
    rest = []
    for text in joined.split("\n"):
        found = _AGENCY.match(text)
        if found and found["level"].lower() in OWN_LEVELS:
            head.level = found["level"].lower()
            head.name = proper(_ABOVE.sub("", found["name"]))
        elif found:
            head.superior = text
        elif text and not _NAMELESS.fullmatch(text):
            rest.append(text)
    province = next(
        (text for text in rest if _PROVINCE.fullmatch(text) and _is_province(text)), None
    )
    if head.name and province and not head.superior:
        head.superior = province
        rest.remove(province)
    place = capitals[0].place if capitals else Place()
    head.places.setdefault("name", place)
    known = {line.text: line for line in capitals}
    head.rest += [known.get(text, Line(text, place)) for text in rest]


def proper(name: str) -> str:
    """Return a name in capitals as names are written in text: "ĐỊNH HÓA" is "Định Hóa"."""
    return " ".join(word.capitalize() for word in name.split())
