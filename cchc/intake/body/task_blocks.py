"""Tasks written as blocks: a heading, and under it or behind it when, who and what comes of it.

    1. Rà soát thủ tục hành chính
    - Đơn vị thực hiện: Phòng Văn hóa - Xã hội
    - Thời gian hoàn thành: trước ngày 30/6/2026
    - Kết quả: Báo cáo

The words stay where they are; the piece that they are about is a dated duty of that unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from cchc.intake.body.dated_stretch import read_reporting_day
from cchc.intake.body.headings import role_of
from cchc.intake.body.outline import BlockDetails, OutlineNode
from cchc.intake.body.reporting import rule_of
from cchc.intake.office_paper import Place
from cchc.intake.units.words import is_collective, is_proper
from cchc.language.task_labels import ANY, is_task_line

_LABEL = re.compile(rf"(?:^|[;.,(]\s*|\s[-–+]\s*)[-–+*]?\s*(?:{ANY})\s*:\s*", re.IGNORECASE)
_LEAD_ENDS = re.compile(r"\s*(?:[;.]|,?\s*(?:chủ trì|phối hợp)(?!\w))")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LEADS = re.compile(
    r"(?:^|;)\s*(?P<lead>[^;:]+?)\s+(?:là (?:đơn vị|cơ quan) )?chủ trì(?!\w)", re.IGNORECASE
)
_HELPS = re.compile(
    r"phối hợp(?: (?:với|cùng))?:?\s+(?P<support>[^;()]+)"
    r"|(?:^|[;,]\s*)(?P<before>[^;,]+?)\s+(?:là (?:đơn vị|cơ quan) )?phối hợp(?: thực hiện| triển khai)?\s*(?=[;.,]|$)",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\s+(?:cùng )?(?:tổ chức )?(?:thực hiện|triển khai|tham mưu)(?: thực hiện)?$", re.IGNORECASE
)
"""What those who support do: "phối hợp với Văn phòng thực hiện"."""
_PERSON = re.compile(r"đ/c|đồng chí|ông |bà ", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}/\d|ngày\s+\d|tháng\s+\d|quý", re.IGNORECASE)

BlockFields = dict[str, tuple[str, Place]]


def mark_blocks(parts: Sequence[OutlineNode], year: int) -> None:
    """Tell each node of the outline that is a task block so, and the nodes that are its fields."""
    for part in parts:
        if role_of(part.text, 1) not in ("purpose", "requirements", "funding"):
            _mark(part, year, is_part=True)


def _mark(node: OutlineNode, year: int, *, is_part: bool = False) -> None:
    own = _own(node)
    if "deadline" in own:
        _give(node, own, [], year)
    spans = list(_spans(node.items))
    for start, end in reversed(spans):
        run = node.items[start:end]
        fields = _joined(_own(item) for item in run)
        several = len(spans) > 1 or is_part
        owner = node.items[start - 1] if start and several else node
        if owner is not node and _beside(owner, run[0]):
            continue  # "3. Thời kỳ kiểm tra: ..., 4. Thời gian: ...": each speaks of itself
        _give(owner, fields, run, year)
        if owner.block and owner is not node and not owner.items and _plain(run):
            owner.items, node.items[start:end] = run, []
    for item in node.items:
        if not item.is_field:
            _mark(item, year)


def _spans(items: Sequence[OutlineNode]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `items` that are nothing but fields: when, or who and what comes of it."""
    for of_field, group in groupby(enumerate(items), lambda one: _is_line(one[1])):
        run = list(group)
        told = {key for _, item in run for key in _own(item)}
        if of_field and ("deadline" in told or {"lead", "product"} <= told):
            yield run[0][0], run[-1][0] + 1


def _is_line(node: OutlineNode) -> bool:
    """Tell whether a piece is a field, or another line with a label as blocks have: "Địa điểm: ..."."""
    return is_task_line(None, node.text) and not node.items and not node.reference


def _beside(one: OutlineNode, other: OutlineNode) -> bool:
    """Tell whether two pieces are numbered in one row, so that neither is a field of the other."""
    first, second = one.mark, other.mark
    if first is None or second is None or first.kind in ("dash", "plus"):
        return False
    return first.kind == second.kind


def _plain(run: Sequence[OutlineNode]) -> bool:
    """Tell whether a stretch has no numbers, so that it reads the same one level below."""
    return all(one.mark is None or one.mark.kind in ("dash", "plus") for one in run)


def _own(node: OutlineNode) -> BlockFields:
    return _joined(_fields(text, place) for text, place in ((node.text, node.place), *node.lines))


def _joined(found: Iterator[BlockFields]) -> BlockFields:
    all_: BlockFields = {}
    for fields in found:
        all_ = {**fields, **all_}
    return all_


def _fields(text: str, place: Place) -> BlockFields:
    """Return what a paragraph says after its labels."""
    labels = list(_LABEL.finditer(text))
    ends = [*(one.start() for one in labels), len(text)][1:]
    found: BlockFields = {}
    for label, end in zip(labels, ends, strict=True):
        value = text[label.end() : end].strip(" ;.,")
        if value.count(")") > value.count("("):
            value = value.rstrip(")")
        if value and label.lastgroup:
            found.setdefault(label.lastgroup, (value, place))
    return found


def _give(node: OutlineNode, fields: BlockFields, run: Sequence[OutlineNode], year: int) -> None:
    deadline, place = fields.get("deadline", ("", node.place))
    meant = read_reporting_day(deadline, year) if deadline else None
    if len(fields) < 2 and not (meant and meant.due and not meant.vague):
        return
    lead, _ = fields.get("lead", ("", place))
    if not (lead[:1].isupper() or is_collective(lead) or is_person(lead)):
        lead = ""  # "thuê đơn vị có năng lực"
    cut = next((one for one in _LEAD_ENDS.finditer(lead) if not _parts_units(lead, one)), None)
    support = fields["support"][0] if "support" in fields else support_in(lead)
    node.block = BlockDetails(deadline, lead[: cut.start()] if cut else lead, place, support)
    for item in run:
        item.is_field = True


def _parts_units(lead: str, sign: re.Match[str]) -> bool:
    """Tell whether a sign parts two units that both lead: "Phòng Kinh tế; Công an xã"."""
    return sign[0].strip() == ";" and is_proper(lead[sign.end() :].strip())


def is_person(text: str) -> bool:
    """Tell whether a lead is a person: "Đ/c Nguyễn Văn An"."""
    return bool(_PERSON.match(text))


def in_brackets(text: str) -> tuple[str, str]:
    """Return who leads and who supports by the brackets of a sentence: "(Phòng Kinh tế chủ trì, ...)"."""
    for inside in _BRACKETS.findall(text):
        found = _LEADS.search(inside)
        if found and is_proper(found["lead"]):
            return found["lead"], support_in(inside)
    return "", ""


def support_in(text: str) -> str:
    found = _HELPS.search(text)
    names = (found["support"] or found["before"]).strip(" ,.") if found else ""
    names = _DOING.sub("", names)
    return names if is_proper(names) or is_collective(names) else ""


def without_fields(text: str) -> str:
    """Return what a paragraph says before its first field."""
    found = _LABEL.search(text)
    return text[: found.start()] if found and found.start() else text


def dated_sentence(text: str, year: int) -> str | None:
    """Return the day by which a sentence of a plan without a table asks for something, if it does."""
    rule = rule_of(text, year)
    if rule is None or rule.deadline is None or not _DAY.search(rule.deadline):
        return None
    meant = read_reporting_day(rule.deadline, year)
    if rule.reports and not (meant and meant.kind in ("date", "period")):
        return None  # a rule of reporting stands with who does what
    return rule.deadline if meant and meant.due and not meant.vague else None
