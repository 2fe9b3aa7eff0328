"""A body is named that no longer exists.

Why: since the two-level model of 01/7/2025 a commune has no "Bộ phận Tiếp nhận và Trả kết quả": people who look for it
find nobody, and the text shows that it was copied from an old plan. So it is with the offices of the districts, which a
xã or phường has not.

Source: Nghị định số 118/2025/NĐ-CP: the commune's one-stop shop is the Trung tâm Phục vụ hành chính công.

Bad:
    opening: Công chức tại Bộ phận Tiếp nhận và Trả kết quả thực hiện theo Phụ lục kèm theo
Good:
    opening: Công chức tại Trung tâm Phục vụ hành chính công thực hiện theo Phụ lục kèm theo
"""

import re
from functools import cache

from cchc.language.hygiene import data_rows
from cchc.language.places import LIST_DATE
from cchc.rules._districts import OF_FORMER_TIMES, after_districts
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of, sentence_around

CODE = "U008"
SEVERITY = Severity.WARNING


_OF_DISTRICT = "cấp huyện"
_SPACED = re.compile(r"\\ \\-\\ ")
_FORMER = re.compile(r"[^.;]{0,60}?(?:\bcũ\b|trước đây|trước ngày|trước khi)", re.IGNORECASE)
"""Behind the name: it is said to be of former times."""
_DISTRICT = re.compile(r"\s+(?:của )?(?:huyện|quận|thị xã|thành phố)(?!\w)", re.IGNORECASE)
"""Behind the name: the office of a district is meant, and not one of the commune."""
_NAMES_DISTRICT = re.compile(r"huyện|quận|thị xã", re.IGNORECASE)
"""The name of the body says that it was one of a district."""
_DASH = r"\\s*[-–]\\s*"


@cache
def _dissolved() -> tuple[tuple[str, str, str, bool], ...]:
    """Return a stretch of each old name that every way to write it has, the name, and what is now."""
    return tuple(
        (max(re.split(r" [-–] ", name.casefold()), key=len), name, now, _OF_DISTRICT in source)
        for name, now, source in data_rows("dissolved")
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_SPACED.sub(_DASH, re.escape(name))}(?!\w)", re.IGNORECASE)


def _told_of_former_times(text: str, start: int, stop: int) -> bool:
    first, last = sentence_around(text, start, stop)
    return bool(OF_FORMER_TIMES.search(text[first:start] + text[stop:last]))


def check(facts: Facts) -> Hits:
    """Find the names of `data/dissolved.tsv`, but not inside the title of a cited document."""
    dissolved = [one for one in _dissolved() if facts.vocabulary.may_hold(one[0])]
    if not dissolved or not after_districts(facts.plan):
        return
    commune = facts.plan.commune
    may_have = commune is None or commune.level == "đặc khu"
    names = any_of(*(name for name, *_ in dissolved))
    held = facts.holding(*names, lowercase=True)
    in_text = "\n".join(text for place, text in held if place[0] != "units")
    in_sentences = "\n".join(
        text for place, text in held if place[0] != "units" and "report" not in place
    )
    for place, text in held:
        for _, name, now, of_district in dissolved:
            elsewhere = {"units": in_text}.get(str(place[0]), in_sentences)
            if (place[0] == "units" or "report" in place) and _pattern(name).search(elsewhere):
                continue  # told where it stands
            for found in _pattern(name).finditer(text):
                if _FORMER.match(text, found.end()) or facts.is_cited(place, found.start()):
                    continue
                named = _NAMES_DISTRICT.search(name)
                if named and _told_of_former_times(text, *found.span()):
                    continue
                district = _DISTRICT.match(text, found.end())
                if named and not may_have:
                    yield hit_in(
                        place, text, found.start(), found.end(),
                        say("“{name}”: there are no districts since {date}", name=found[0], date=LIST_DATE),
                        say("now: {now}", now=now),
                    )  # fmt: skip
                elif of_district and district:
                    yield hit_in(
                        place, text, found.start(), district.end(),
                        say("“{name}”: there are no districts since {date}",
                            name=text[found.start() : district.end()], date=LIST_DATE),
                        say("name who has this work today: an office of the xã or phường, or a Sở of the province"),
                    )  # fmt: skip
                elif not (of_district and may_have):
                    yield hit_in(
                        place, text, found.start(), found.end(),
                        say("“{name}” is an old name in a commune", name=found.group()),
                        say("now: {now}", now=now),
                    )  # fmt: skip
