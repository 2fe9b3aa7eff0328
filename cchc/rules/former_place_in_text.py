"""A province or district of before 01/7/2025 is named as if it were there today.

Why: people look for a place, or write to an office, that is no longer there; the words were left over from
an old plan. What is said to be of former times, and a paper that a former office issued, is right.

Source: Nghị quyết số 202/2025/QH15 (34 provinces); Luật Tổ chức chính quyền địa phương số 72/2025/QH15,
Điều 1: two levels, tỉnh and xã.

Bad:
    opening: UBND xã An Bình phối hợp với Sở Nội vụ tỉnh Hòa Bình thực hiện Phụ lục kèm theo
Good:
    opening: UBND xã An Bình phối hợp với Sở Nội vụ tỉnh Phú Thọ thực hiện Phụ lục kèm theo
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.language.hygiene import data_rows
from cchc.language.places import LIST_DATE, find_former_province, find_province
from cchc.model.finding import KeyPath
from cchc.rules._districts import OF_FORMER_TIMES, after_districts
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of, sentence_around

CODE = "L004"
SEVERITY = Severity.WARNING

_TWO_LEVELS = date(2025, 7, 1)
_KINDS = ("tỉnh", "huyện", "thị xã", "quận", "thành phố")
_NAMED = re.compile(
    rf"(?<![\w-])(?P<kind>{'|'.join(_KINDS)}) (?P<name>[\w’']+(?:(?: [-–] ?| ?[-–] | )[\w’']+){{0,3}})",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"ủy", "uỷ", "đoàn", "đội", "nông", "ban"})
"""Huyện Ủy, Huyện Đoàn, huyện Nông thôn mới: what stands behind the kind is no name."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KEEPS_ITS_NAME = re.compile(
    r"\b(?:chi nhánh|trung tâm|bệnh viện|trường(?! chính trị)|phòng giao dịch|ngân hàng|bảo hiểm|kho bạc|thuế|hạt|trạm|ban quản lý"
    r"|điện lực|bưu điện|viễn thông|hội|quỹ|công ty|hợp tác xã|đường|cầu|chợ|tượng đài|di tích|nghĩa trang|dự án"
    r"|nhà máy|khu|cụm|cảng|sân bay|công trình)\b[^,;.:]*\Z",
    re.IGNORECASE,
)
"""What may have kept the name of the place in its own."""


def check(facts: Facts) -> Hits:
    """Find "tỉnh X" and "huyện X" in sentences that say nothing of former times."""
    if not after_districts(facts.plan):
        return
    offices = tuple(name.casefold() for name, *_ in data_rows("dissolved"))  # U008 names those
    for place, text in facts.holding(*any_of(*_KINDS), lowercase=True):
        if place[0] == facts.plan.owner_key or text.isupper() or "report" in place:
            continue  # L002 judges the owner's names; in capitals no name is told from words; to whom a
            # report goes is said in its sentence
        for start, stop, now in _gone(text):
            name = text[start:stop]
            before = text[:start].casefold()
            with_kind = f"{before}{name.split()[0].casefold()}"
            office = before.rstrip().endswith(offices) or with_kind.endswith(offices)
            if office or not _as_today(facts, place, text, start, stop):
                continue
            if now:
                yield hit_in(
                    place, text, start, stop,
                    say("{name} is a name of before {date}: today {now}", name=name, date=LIST_DATE, now=now),
                    say("write “{right}”, or “{name} cũ” where the former one is meant", right=now, name=name),
                )  # fmt: skip
            else:
                yield hit_in(
                    place, text, start, stop,
                    say("“{name}”: there are no districts since {date}", name=name, date=LIST_DATE),
                    say("name the xã or phường of today, or “{name} cũ” where the former one is meant", name=name),
                )  # fmt: skip


def _gone(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each stretch that names a former province or a district, and the province of today for the
    former one."""
    for found in _NAMED.finditer(text):
        kind = found["kind"].casefold()
        stop = _end_of_name(text, found.start("name"), found.end("name"))
        name = text[found.start("name") : stop]
        if not name or name.split()[0].casefold() in _NO_NAME or name.isupper():
            continue
        if kind == "tỉnh":
            if now := _former(name):
                yield found.start(), found.start("name") + len(now[0]), now[1]
        elif kind != "thành phố" or _was_a_seat(name):
            yield found.start(), stop, ""


def _end_of_name(text: str, start: int, stop: int) -> int:
    """Return where the words with a capital end; a number is a name too ("quận 1")."""
    end = start
    for word in re.finditer(r"[\w’']+", text[start:stop]):
        if not (word[0][0].isupper() or (end == start and word[0].isdigit() and len(word[0]) < 3)):
            break
        end = start + word.end()
    return end


def _former(name: str) -> tuple[str, str] | None:
    """Return the former province that `name` begins with, and the full name of the one of today."""
    pieces = re.findall(r"\S+", name)
    for count in range(len(pieces), 0, -1):
        begun = " ".join(pieces[:count])
        if find_province(begun):
            return None
        if found := find_former_province(begun):
            return begun, found.full_name
    return None


def _was_a_seat(name: str) -> bool:
    """Whether the city of a province is meant, "thành phố Thái Nguyên", and not a city of today."""
    today = find_province(name)
    return today.kind == "tỉnh" if today else find_former_province(name) is not None


def _as_today(facts: Facts, place: KeyPath, text: str, start: int, stop: int) -> bool:
    """Whether nothing of the sentence says that the place is a former one."""
    if _issued_since(facts, place, text[start:stop], start):
        return True
    if facts.is_cited(place, start, stop) or _KEEPS_ITS_NAME.search(text[:start]):
        return False
    first, last = sentence_around(text, start, stop)
    cited = [(one.start, one.stop) for one in facts.cited_at(place)]
    sentence = "".join(text[n] for n in range(first, last) if not any(a <= n < b for a, b in cited))
    years = (int(year[0]) for year in _YEAR.finditer(sentence))
    return not OF_FORMER_TIMES.search(sentence) and not any(
        year < facts.plan.year for year in years
    )


def _issued_since(facts: Facts, place: KeyPath, name: str, start: int) -> bool:
    """Whether the place is in the name of who issued a paper that is cited with a later date."""
    return any(
        one.start <= start < one.stop
        and one.date is not None
        and one.date >= _TWO_LEVELS
        and name in (one.issuer or "")
        for one in facts.cited_at(place)
    )
