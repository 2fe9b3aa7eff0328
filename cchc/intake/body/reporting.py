"""Days and rhythms inside the text of duties, and rules of reporting: what, to whom, by when.

Source: the reporting chain of such plans (units to the office that collects, to the committee, to
the province); the deadline language decides what is a deadline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from cchc.intake.body.addressee import addressee, collector
from cchc.intake.body.dated_stretch import FIRM, TRIED, phrase_in, read_reporting_day, stretch
from cchc.intake.body.period_days import day_left, day_of_rhythm, day_of_term, reports_with_days
from cchc.intake.slugs import slug

_RHYTHM = re.compile(
    r"(?<!\w)(?:định kỳ|hằng (?=tháng|quý|năm|tuần)|hàng (?=tháng|quý|năm|tuần)|đột xuất|theo chế độ báo cáo"
    r"|theo quy định|nếu có (?=khó khăn|vướng mắc|phát sinh)|khi có (?=yêu cầu|khó khăn)"
    r"|(?:báo cáo )?(?:quý|tháng)(?=,| I))",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"chế độ (?:thông tin,? ?)?báo cáo|báo cáo (?:định kỳ|kết quả|tình hình|về|với|gửi|công tác|đề xuất|tiến độ|của [^.;,]{3,40} gửi)"
    r"|(?:tổng hợp|định kỳ|đột xuất|kịp thời|và|,|tham mưu) báo cáo|gửi báo cáo|báo cáo,? (?:UBND|Ủy ban|Chủ tịch|đề xuất|Sở )"
    r"|gửi kết quả(?: [^\W\d_]+){0,6}? về ",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?:gửi|chế độ|thời hạn|nộp|định kỳ) (?:gửi )?(?:thông tin )?báo cáo|báo cáo định kỳ"
    r"|báo cáo (?:Sở|UBND tỉnh)[^.;]{0,40}? (?:kết quả|tình hình)",
    re.IGNORECASE,
)
_REGIME_KEPT = re.compile(
    r"thực hiện (?:nghiêm |tốt |đầy đủ )?(?:túc )?(?:chế độ )?(?:thông tin,? ?)?báo cáo",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(
    r"(?:báo cáo\s+)?(?:định kỳ\s+)?(?:h[ằà]ng\s+)?(?:tháng|quý(?: [IVX]+)?|0?[69] tháng(?: đầu năm)?|năm)\s*[(:,]?\s*(?:gửi\s+)?$",
    re.IGNORECASE,
)
"""What stands before the day of one of several reports: "báo cáo quý (", "6 tháng:"."""
_ANOTHER = re.compile(r"[.;]\s|:")
SET_ELSEWHERE = re.compile(
    r"(?:theo|đúng) (?:thời hạn|thời gian|mốc thời gian)(?: (?:do|của))? [^.;,]{2,60}?(?:quy định|yêu cầu|hướng dẫn|ấn định)",
    re.IGNORECASE,
)
"""Another body says by when: the end of the period is not the day."""
_REPLACED = re.compile(
    r"[“\"][^”\"]+[”\"]\s*(?:(?:được )?(?:sửa|đổi|điều chỉnh|thay) )?(?:thành|bằng)\s*[“\"]"
)
"""Words of another plan and those that take their place: no day of this one."""
_BRACKETS = re.compile(r"\(([^()]{8,200})\)")


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """What a sentence asks for by a day: a deadline, and a report when it is about one."""

    deadline: str | None
    to: str | None = None
    """To whom a report goes; None where the text does not say."""
    via: str | None = None
    reports: bool = False
    """It is a rule of reporting."""


LONGEST = 6000
"""Letters of a duty that are looked at."""


def rule_of(text: str, year: int) -> ReportingRule | None:
    """Return the deadline or reporting rule in a duty's text, or None when there is neither.

    Only the first `LONGEST` letters are read: no duty of a plan has as many.
    """
    text = text[:LONGEST]
    if _REPLACED.search(text):
        return None
    series, of_term = reports_with_days(text, year), day_of_term(text)
    reports = bool(_REPORTS.search(text) or series or of_term)
    several = _several(text, year)
    firm = several or _with_brackets(text, FIRM, year) or phrase_in(text, FIRM, year)
    if firm and (meant := read_reporting_day(firm, year)) and meant.vague:
        firm = None
    if reports:
        own = _other_clause(text, firm, year) if firm and not (several or series) else None
        if own and (of_clause := rule_of(own, year)):
            return of_clause
        bracketed = several or _bracketed(text, year)
        apart = of_term or (None if firm else day_of_rhythm(text, year))
        phrase = series or of_term or bracketed or firm or apart or _rhythm(text, year)
        if phrase is None and (elsewhere := SET_ELSEWHERE.search(text)):
            phrase = elsewhere[0]
        if phrase is None or (phrase.lower() == "theo quy định" and not _REGIME_KEPT.search(text)):
            return None
        if not re.search(r"ngày|\d/\d", phrase) and (elsewhere := SET_ELSEWHERE.search(text)):
            phrase = elsewhere[0]
        own = _clause(text, phrase)
        to = addressee(SET_ELSEWHERE.sub("", own))
        meant = read_reporting_day(phrase, year)
        if meant and meant.kind in ("date", "period") and not _SENT.search(text):
            return ReportingRule(phrase)  # done once, and told of once: no rule of reporting
        if to is None and not re.search(
            rf"chế độ|định kỳ|báo cáo tình hình|{SET_ELSEWHERE.pattern}", text, re.IGNORECASE
        ):
            return ReportingRule(phrase) if firm or series or apart else None
        via = collector(own)
        return ReportingRule(phrase, to, None if via == to else via, reports=True)
    bracketed = _bracketed(text, year)
    found = read_reporting_day(bracketed, year) if bracketed else None
    if found and found.due and not found.vague:
        return ReportingRule(bracketed)
    return ReportingRule(firm) if firm else None


def _clause(text: str, phrase: str) -> str:
    """Return the part of a sentence that asks for a report by the day in `phrase`, where ";" parts it from another
    report; else the whole."""
    pieces = text.split(";")
    if sum(bool(_REPORTS.search(one)) for one in pieces) < 2:
        return text
    return next((one for one in pieces if phrase in one and _REPORTS.search(one)), text)


def _other_clause(text: str, firm: str, year: int) -> str | None:
    """Return the one part of a sentence that asks for a report by a day, where `firm` is the day of another part:
    "trả lời vào ngày 25; báo cáo UBND xã trước ngày 05"."""
    dated = [one for one in text.split(";") if _REPORTS.search(one) and phrase_in(one, FIRM, year)]
    return dated[0] if len(dated) == 1 and firm not in dated[0] else None


def untaken(text: str, deadline: str, year: int) -> str | None:
    """Return the first dated words of `text` that are no part of its `deadline`, if there are any."""
    begin = text.find(deadline)
    taken = read_reporting_day(deadline, year)
    if begin < 0 or taken is None:
        return None
    for start, end in _dated(text[:LONGEST], year):
        if end <= begin or start >= begin + len(deadline):
            found = read_reporting_day(text[start:end], year)
            if found and not set(found.due) <= set(taken.due):
                return text[start:end]
    return day_left(text[:LONGEST], deadline, year)


def _dated(text: str, year: int) -> list[tuple[int, int]]:
    """Return where in `text` days are named by which something is done."""
    places: list[tuple[int, int]] = []
    for start in islice(FIRM.finditer(text), TRIED):
        if places and start.start() < places[-1][1]:
            continue
        phrase = stretch(text[start.start() :], year)
        found = read_reporting_day(phrase, year) if phrase else None
        if phrase and found and found.due and not found.vague:
            places.append((start.start(), start.start() + len(phrase)))
    return places


def _several(text: str, year: int) -> str | None:
    """Return the phrase of several reports with a day each: "báo cáo quý (trước ...); báo cáo năm (...)"."""
    places = _dated(text, year)
    if len(places) < 2:
        return None
    begin, end = places[0][0], places[-1][1]
    end += text[end : end + 1] == ")"
    label = _REPORT_OF.search(text[:begin])
    for start in (label.start() if label else begin, begin):
        phrase = text[start:end]
        whole = phrase.count("(") == phrase.count(")") and not re.search(r"[.]\s+\w", phrase)
        if whole and read_reporting_day(phrase, year):
            return phrase
    return None


def _bracketed(text: str, year: int) -> str | None:
    found = [
        inner.strip()
        for inner in _BRACKETS.findall(text)
        if (_RHYTHM.search(inner) or FIRM.search(inner)) and read_reporting_day(inner.strip(), year)
    ]
    if len(found) > 1:
        joined = "; ".join(found)
        whole = _with_brackets(text, _RHYTHM, year)
        return whole or (joined if read_reporting_day(joined, year) else None)
    if not found:
        return None
    alone = read_reporting_day(found[0], year)
    return (alone and not alone.due and _with_periods(text, found[0], year)) or found[0]


def _with_periods(text: str, inner: str, year: int) -> str | None:
    """Return the periods before a bracket together with it: "định kỳ quý, 6 tháng, năm (gửi trước ngày 10 của
    tháng cuối kỳ)"."""
    opened = text.index(f"({inner}" if f"({inner}" in text else inner)
    end = text.find(")", opened) + 1
    for start in islice(
        re.finditer(r"(?<!\w)(?:định kỳ|hằng|hàng|quý|6 tháng)(?!\w)", text[:opened]), TRIED
    ):
        phrase = text[start.start() : end]
        meant = None if _ANOTHER.search(phrase) else read_reporting_day(phrase, year)
        if meant and meant.due:
            return phrase
    return None


def _with_brackets(text: str, trigger: re.Pattern[str], year: int) -> str | None:
    """Return a phrase whose clauses have a bracket each: "hằng quý (trước ngày 08 tháng cuối quý),
    6 tháng (trước ngày 08/6), năm (trước ngày 03/12)"."""
    closing = [found.end() for found in re.finditer(r"[)]", text)]
    if len(closing) < 2:
        return None
    for start in islice(trigger.finditer(text), TRIED):
        ends = [end for end in closing if end > start.end()]
        for end in reversed(ends[:TRIED]):
            phrase = text[start.start() : end]
            if (
                phrase.count("(") > 1
                and not _ANOTHER.search(phrase)
                and read_reporting_day(phrase, year)
            ):
                return phrase
    return None


def _rhythm(text: str, year: int) -> str | None:
    """Return the phrase of a rhythm; "theo quy định" only when nothing else is said."""
    vague = re.search(r"theo quy định", text, re.IGNORECASE)
    phrase = phrase_in(text.replace(vague[0], "; ") if vague else text, _RHYTHM, year)
    return phrase or (phrase_in(text, _RHYTHM, year) if vague else None)


def id_of(text: str, rule: ReportingRule) -> str:
    """Return an id for a duty or reporting rule with these words."""
    if not rule.reports:
        return slug(text, 4)
    if re.search(r"khó khăn|vướng mắc", rule.deadline or ""):
        return "bao-cao-vuong-mac"
    if re.search(r"kế hoạch .{0,60}hoàn thành|hoàn thành .{0,40}kế hoạch", text, re.IGNORECASE):
        return "ke-hoach-don-vi"
    return "bao-cao-dinh-ky" if "định kỳ" in text.lower() else "bao-cao"
