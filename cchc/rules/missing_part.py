"""The plan lacks a part that every plan has.

Why: without a purpose nobody knows what the plan is measured by; without funding nothing is paid;
without assignment nobody acts; without a dated report nobody hears of it.

Source: practice of plans issued under Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4: mục đích, nhiệm
vụ, kinh phí, tổ chức thực hiện. A body of one part is a fragment and left alone,
as are tables alone: they belong to a plan that stands elsewhere.

Bad:
    body:
      - {title: MỤC ĐÍCH, items: [Nêu mục đích.]}
      - title: TỔ CHỨC THỰC HIỆN
        items: [{text: Báo cáo, deadline: Hằng quý, report: {to: UBND xã}}]
Good:
    body:
      - {title: MỤC ĐÍCH, items: [Nêu mục đích.]}
      - {title: KINH PHÍ, items: [Ngân sách xã bảo đảm kinh phí.]}
      - title: TỔ CHỨC THỰC HIỆN
        items: [{text: Báo cáo, deadline: Hằng quý, report: {to: UBND xã}}]
"""

import re

from cchc.language.deadline import DeadlineError
from cchc.model.plan_kinds import KINDS
from cchc.model.section import SectionRole
from cchc.rules._columns import tables_alone
from cchc.rules._reports import speaks_of_reports, undated
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Message, Severity, say

CODE = "N010"
SEVERITY = Severity.WARNING
WHOLE = True

_FUNDING_WORD = re.compile(r"inh phí|INH PHÍ")
_FUNDING = re.compile(
    r"^(?:\W|\d+[.)]|[a-zđ]\))*(?:(?:về|nguồn) )?kinh phí\b[^.:]{0,60}?(?:thực hiện|bảo đảm|đảm bảo|triển khai|từ|do"
    r"|lấy|bố trí|cân đối|sử dụng|trong|thuộc|ngân sách|dự toán|lồng ghép|:)",
    re.IGNORECASE | re.MULTILINE,
)
"""A sentence whose subject is the money: "Kinh phí thực hiện: ngân sách xã"."""
_PROVIDES = re.compile(
    r"(?:bố trí|bảo đảm|đảm bảo|cân đối|phân bổ|cấp|lập dự toán|tham mưu)(?: đủ| nguồn| về)* kinh phí\b",
    re.IGNORECASE,
)
"""A duty to find the money: a part of its own would say more, and many plans have none."""
_MONEY_COLUMN = re.compile(r"kinh phí|dự toán|nguồn vốn", re.IGNORECASE)
_COSTS = re.compile(
    r"mua sắm|trang bị|lắp đặt|thuê (?:phần mềm|dịch vụ|đường truyền)|xây dựng (?:phần mềm|trụ sở)|hội thi"
)
"""What money is spent on."""
_SENDING = re.compile(r"áo cáo|ửi |ơ kết|ổng kết|ập nhật")
_SENT_BY = re.compile(
    r"(?:báo cáo|gửi (?:kết quả|số liệu|báo cáo|về))[^.;]{0,160}?(?<!hành )(?:ngày \d|\d{1,2}/\d|(?:hằng|hàng) (?:tuần|tháng|quý))"
    r"|(?:sơ|tổng) kết[^.;]{0,60}?(?:tháng \d|quý [1-4IV]|ngày \d|\d{1,2}/\d)"
    r"|ngày \d{1,2}[^.;]{0,60}?gửi\b"
    r"|cập nhật[^.;]{0,60}?(?:ngày \d{1,2}|thứ \w+) (?:hằng|hàng) (?:tuần|tháng|quý)",
    re.IGNORECASE,
)
"""A sentence that asks for a report by a day, wherever it stands."""
_AIM = re.compile(
    r"\b(?:nhằm|với mục đích|để (?!tổ chức thực hiện|triển khai|thực hiện))", re.IGNORECASE
)
"""What an opening says its purpose with."""
_OTHER_AIM = re.compile(
    r"yêu cầu|quan điểm|phương hướng|định hướng|ý nghĩa|sự cần thiết|chỉ tiêu", re.IGNORECASE
)
_SO_FAR = re.compile(r"kết quả|tình hình|đánh giá|thực trạng|đặc điểm", re.IGNORECASE)
_AMENDING = re.compile(
    r"\W*(?:về (?:việc )?)?(?:sửa đổi|điều chỉnh|bổ sung)\b[^.;]*?\b(?:kế hoạch|nhiệm vụ|nội dung)\b",
    re.IGNORECASE,
)
"""The beginning of the title of a plan that changes some of another and repeats none of its parts."""
_CHECKS = re.compile(
    r"\W*(?:về (?:việc )?)?(?:tự )?(?:thanh tra|kiểm tra|giám sát|khảo sát)\b", re.IGNORECASE
)
"""The beginning of the title of a plan of inspection: who is looked at when, in its own form."""
_ONE_MATTER = re.compile(
    r"\W*(?:về (?:việc )?)?(?:khắc phục|tuyên truyền|truyền thông|rà soát|khảo sát|đo lường|đào tạo|bồi dưỡng|tập huấn)\b",
    re.IGNORECASE,
)
_OF_REFORM = re.compile(
    r"cải cách hành chính|cchc|thủ tục hành chính|chuyển đổi số|chỉ số", re.IGNORECASE
)
_OF_A_GROUP = re.compile(
    r"\W*(?:kế hoạch )?hoạt động của (?:tổ|ban|đoàn|hội đồng)\b", re.IGNORECASE
)
_WORK_PROGRAMME = re.compile(r"\W*(?:chương trình )?công tác\b", re.IGNORECASE)
_PARTS: tuple[tuple[tuple[SectionRole, ...], tuple[str, ...], Message], ...] = (
    (("purpose", "goals"), ("mục đích", "mục tiêu"), say("the plan has no part on its purpose")),
    (("funding",), ("kinh phí",), say("the plan has no part on funding")),
    (
        ("organization", "assignment"),
        ("tổ chức thực hiện", "phân công", "trách nhiệm"),
        say("the plan has no part on who carries it out"),
    ),
)


def check(facts: Facts) -> Hits:
    """Find the parts missing, by role or by the words of a title; none in a plan that amends another
    and in a working programme, neither funding nor reports in a plan of inspection, no funding in one of the Party."""
    document = facts.plan.document
    if len(facts.plan.body) < 2 or document.amends or _AMENDING.match(document.title):
        return
    if tables_alone(facts):
        return  # the parts are those of the plan it belongs to
    if (document.symbol or "").startswith("CTr") or _WORK_PROGRAMME.match(document.title):
        return  # a list of what comes up when
    checks = _CHECKS.match(document.title) is not None
    unpaid = checks or facts.plan.owner.of_level.kind == "party"
    severity = Severity.INFO if _is_of_one_matter(facts) else SEVERITY
    roles = {found.section.role for found in facts.sections}
    titles = [(found.section.title or "").casefold() for found in facts.sections]
    for known, words, message in _PARTS:
        if (
            roles.isdisjoint(known)
            and not any(word in title for title in titles for word in words)
            and not (known == ("funding",) and (unpaid or _states(facts, _FUNDING)))
        ):
            duty = known == ("funding",) and (_states(facts, _PROVIDES) or _costs_nothing(facts))
            told = severity if known == ("funding",) else SEVERITY
            if known[0] == "purpose" and _aims(facts):
                told = Severity.INFO
            yield _hit(message, Severity.INFO if duty else told)
    asked = any(undated(facts))  # by D006
    if KINDS[facts.plan.kind].says_when_to_report and not (checks or asked or _dated_report(facts)):
        yield _hit(say("no report has a date"), severity)


def _aims(facts: Facts) -> bool:
    """Whether the purpose is told in another place, or the plan goes on from a report on the work so far."""
    titles = [found.section.title or "" for found in facts.sections]
    return bool(
        _AIM.search(facts.plan.opening or "")
        or any(_OTHER_AIM.search(title) for title in titles)
        or _SO_FAR.search(facts.plan.body[0].title or "")
    )


def _is_of_one_matter(facts: Facts) -> bool:
    """Whether the plan is about one piece of work, or that of an office or a group: money and reports are
    those of the plan behind it. Plans of other fields have a form of their own."""
    level, title = facts.plan.owner.of_level, facts.plan.document.title
    return (
        (level.kind, level.at) == ("office", "commune")
        or bool(_ONE_MATTER.match(title) or _OF_A_GROUP.match(title))
        or not _OF_REFORM.search(title)
    )


def _costs_nothing(facts: Facts) -> bool:
    """Whether a plan of controlling procedures asks for nothing that is bought, built or held."""
    return not KINDS[facts.plan.kind].costs_money and not any(
        _COSTS.search(text.casefold()) for _, text in facts.texts_holding(_COSTS, lowercase=True)
    )


def _hit(message: Message, severity: Severity) -> Hit:
    return Hit(
        ("body",),
        message,
        say(
            "add it; where it is left out on purpose, write “# cchc: allow N010 - the reason” there"
        ),
        key=True,
        severity=severity,
    )


def _states(facts: Facts, money: re.Pattern[str]) -> bool:
    """Whether a sentence of the body, a task or a column of a table says where the money comes from."""
    headings = (column.heading for one in facts.plan.appendices for column in one.columns)
    return (
        any(task.funding for _, task, _ in facts.tasks)
        or any(_MONEY_COLUMN.search(heading or "") for heading in headings)
        or any(
            place[0] == "body" and money.search(text)
            for place, text in facts.texts_holding(_FUNDING_WORD)
        )
    )


def _dated_report(facts: Facts) -> bool:
    """Whether a rule of reporting, or a task or duty about reports, falls on days of the calendar."""
    reports: set[KeyPath] = {
        found.place for found in facts.sections
        if found.section.report or speaks_of_reports(found.section)
    }  # fmt: skip
    reports |= {place for place, task, _ in facts.tasks if "báo cáo" in task.title.casefold()}
    dated = {
        phrase.place[:-1] for phrase in facts.phrases
        if not isinstance(phrase.reading, DeadlineError) and phrase.reading.occurrences
    }  # fmt: skip
    if not reports.isdisjoint(dated):
        return True
    from cchc.intake.body.reporting import SET_ELSEWHERE  # few plans come here

    return any(
        place[0] == "body" and (_SENT_BY.search(text) or SET_ELSEWHERE.search(text))
        for place, text in facts.texts_holding(_SENDING)
    )
