"""What stands between the title and the first part: the decision behind the plan, bases, opening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.intake.body.outline import is_dangling
from cchc.intake.front.letterhead import partial_date
from cchc.intake.front.title_lines import BASE_WORDS
from cchc.intake.lines import Line
from cchc.intake.office_paper import Place
from cchc.language.names import bare

_BLANK = r"[\s.…_]*"
_DECISION = re.compile(
    rf"\(?\s*(?:ban hành\s+)?(?:đính )?k[èe]m(?: theo)? quyết định(?: số)?\s*:?{_BLANK}(?P<number>\d{{0,5}}[a-zđ]?){_BLANK}/{_BLANK}"
    rf"(?P<symbol>[A-ZĐ]+\s*-\s*[A-ZĐ]+(?:[-.&][A-ZĐ]+)*),?\s*"
    rf"(?:ngày{_BLANK}(?P<date>[\d/.…_\s]*?(?:tháng{_BLANK}\d{{0,2}}{_BLANK}năm{_BLANK}\d{{0,4}})?))?"
    r"\s*(?:của\s+(?P<issuer>[^()]+?))?\s*\)?\s*[.]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(r"[\s;,.]+$")
_PAPERS = r"(?:Luật|Nghị quyết|Quy chế|Chương trình|Kế hoạch|Quyết định|Chỉ thị|Kết luận|Nghị định|Thông tư|Công văn|Quy định|Hướng dẫn|Thông báo|Đề án)"
_NEXT = re.compile(rf"(?<=\w\w)[.;]\s+(?=[A-ZÀ-ỸĐ])(?!{_PAPERS}\b)")


@dataclass(slots=True)
class Preface:
    """What stands before part I."""

    decision: dict[str, object] | None = None
    decision_place: Place = field(default_factory=Place)
    reference: str = ""
    """The line that names it: "(Kèm theo Quyết định số ...)"."""
    bases: list[tuple[str, Place]] = field(default_factory=list)
    opening: list[tuple[str, Place]] = field(default_factory=list)
    subtitle: list[Line] = field(default_factory=list)
    """Lines in brackets under the title that are no such reference."""
    draft: bool = False
    """Whether a line says so."""
    split: bool = False
    """Whether the opening was written in one paragraph with the last base."""


def read_preface(lines: Sequence[Line]) -> Preface:
    """Read the lines between the title and part I."""
    found = Preface()
    rest = _without_reference(list(lines), found)
    addressed = False
    for line in rest:
        dashed = line.mark is not None and line.mark.kind == "dash"
        if bare(line.text).startswith("kinh gui") or (addressed and dashed):
            addressed = True  # a letter's address, left in a plan, with those it lists
            found.subtitle.append(line)
            continue
        if re.match(r"\(?du thao\b", bare(line.text)) and len(line.text) < 40:
            found.draft = True  # a stamp or box that floats beside the title
            found.subtitle.append(line)
            continue
        text = line.whole if line.mark and line.mark.kind not in ("dash", "plus") else line.text
        if found.bases and not found.opening and _goes_on(found.bases[-1][0], text):
            before, place = found.bases[-1]
            found.bases[-1] = (f"{before} {text}", place)
        elif BASE_WORDS.match(text) and not found.opening and not text.rstrip().endswith(":"):
            found.bases.append((text, line.place))
        elif (
            BASE_WORDS.match(text)
            and not found.opening
            and (cut := _BEFORE_ISSUER.search(text) or _NEXT.search(text))
        ):
            found.bases.append((text[: cut.start()], line.place))
            found.opening.append((text[cut.end() :], line.place))
            found.split = True
        elif not found.opening and (end := _in_one_sentence(text)):
            found.bases.append((text[:end], line.place))
            found.opening.append((text[end:].lstrip(" ,"), line.place))
            found.split = True
        elif found.opening and _goes_on(found.opening[-1][0], text):
            before, place = found.opening[-1]
            found.opening[-1] = (f"{before} {text}", place)
        elif text.startswith("(") and not found.bases and not found.opening:
            found.subtitle.append(line)
        else:
            found.opening.append((text, line.place))
    last = len(found.bases) - 1
    found.bases = [
        # A full stop before another base is a slip of the paper, and stays to be found.
        (f"{_ENDS.sub('', text)}{'.' if n < last and text.rstrip().endswith('.') else ''}", place)
        for n, (text, place) in enumerate(found.bases)
    ]
    return found


def attached_decision(lines: Sequence[Line]) -> tuple[dict[str, object] | None, Place]:
    """Return the commune's decision that "(Kèm theo Quyết định số ...)" over a table names."""
    found = Preface()
    _without_reference(list(lines), found)
    issuer = str((found.decision or {}).get("issuer"))
    if not re.search(r"\b(?:xã|phường|đặc khu)\b", issuer, re.IGNORECASE):
        return None, Place()
    return found.decision, found.decision_place


_SUBJECT = re.compile(
    r"(?:(?:Chủ tịch\s+)?(?:UBND|U[ỷỶ] ban|Ủy ban)|Ban (?:Thường vụ|Chấp hành|Chỉ đạo)|Thường trực|Đảng (?:ủy|uỷ))"
    r"[^,;:]{0,80}?\s(?:ban hành|xây dựng|triển khai|lập|phát động|tổ chức)\s"
)
_ISSUES = re.compile(
    rf",\s+(?={_SUBJECT.pattern}"
    r"|(?:Phòng|Trung tâm|Trường|Trạm|Văn phòng|Tổ công tác)\s[^,;:]{0,80}?\s(?:ban hành|xây dựng)\s+[Kk]ế hoạch)"
)
_BEFORE_ISSUER = re.compile(rf"(?<=[\w)”\"])[.;]\s+(?={_SUBJECT.pattern})")
"""Where the papers that are carried out end, in one sentence with who issues the plan."""


_DOCUMENT = re.compile(rf"\d+[/-]|{_PAPERS}\b")


def _in_one_sentence(text: str) -> int:
    """Return where "Thực hiện Kế hoạch số ..., UBND xã ban hành ... như sau:" has its comma, or 0."""
    found = _ISSUES.search(text) if BASE_WORDS.match(text) else None
    return found.start() if found and _DOCUMENT.search(text[: found.start()]) else 0


def _goes_on(before: str, text: str) -> bool:
    """Tell whether `text` is the rest of a sentence that a page break cut."""
    before = before.rstrip()
    if before.endswith((".", ";", ":")) or _SUBJECT.match(text):
        return False
    return (
        text[:1].islower()
        or text[:1].isdigit()
        or text[:1] in '“"('
        or (before.endswith(",") and not BASE_WORDS.match(text))
        or is_dangling(before)
    )


def _without_reference(lines: list[Line], found: Preface) -> list[Line]:
    """Take "(Kèm theo Quyết định số ...)" away, over one line or several."""
    for n, line in enumerate(lines):
        if not re.match(
            r"\(?\s*(?:ban hanh )?(?:dinh )?kem(?: theo)? quyet dinh|\(?\s*(?:ban hanh )?kem theo",
            bare(line.text),
        ):
            continue
        text, stop = line.text, n + 1
        while stop < len(lines) and ")" not in text and stop - n < 4:
            text = f"{text} {lines[stop].text}"
            stop += 1
        if match := _DECISION.match(text):
            found.decision = _decision(match)
            found.decision_place = line.place
            found.reference = text
            return lines[:n] + lines[stop:]
    return lines


def _decision(match: re.Match[str]) -> dict[str, object]:
    raw = match["date"] or ""
    numbers = re.findall(r"\d+", raw)
    year = numbers[-1] if numbers and len(numbers[-1]) == 4 else None
    month = numbers[-2] if year and len(numbers) >= 2 else None
    day = numbers[-3] if year and len(numbers) >= 3 else None
    date = partial_date(day, month, year)
    made: dict[str, object] = {
        "number": match["number"] or None,
        "symbol": re.sub(r"\s", "", match["symbol"]),
    }
    if date:
        made["date"] = date
    issuer = " ".join((match["issuer"] or "").split())
    made["issuer"] = issuer or None
    return made


_ISSUING = re.compile(
    r"(?P<chair>Chủ tịch\s+)?(?:UBND|U[ỷỶ] ban|Ủy ban)(?: nhân dân)?(?P<whose>[^.,;:]{0,60}?)\s+"
    r"(?:ban hành|xây dựng|triển khai|lập|phát động|tổ chức)(?!\w)"
)
_ABOVE = re.compile(r"\s*(?:tỉnh|thành phố|huyện|quận|thị xã)\b", re.IGNORECASE)


def issuing_sentence(opening: str) -> re.Match[str] | None:
    """Return the sentence that issues the plan: its subject is no body above the commune."""
    found = [one for one in _ISSUING.finditer(opening) if not _ABOVE.match(one["whose"])]
    return found[-1] if found else None
