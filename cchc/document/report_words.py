"""The sentences of a periodic report: numbers in words, and the names its parts go by.

Outline: the đề cương of the Ministry of Home Affairs for reports on administrative reform, in use
for years: I steering, II the six fields of Nghị quyết 76/NQ-CP, III judgement, IV what comes next,
V proposals.
"""

from __future__ import annotations

from datetime import timedelta

from cchc.document.words import lowered, printed_share, short_date
from cchc.model.plan import Area, Plan
from cchc.model.subject import Subject
from cchc.views.counting import Count
from cchc.views.report import ReportNumbers, ReportPeriod

PERIOD_NAMES: dict[ReportPeriod, str] = {
    "Q1": "quý I", "H1": "6 tháng đầu", "Q3": "quý III", "9M": "9 tháng đầu", "Y": "",
}  # fmt: skip
FIELDS: dict[Subject, str] = {
    "institutions": "Cải cách thể chế",
    "procedures": "Cải cách thủ tục hành chính",
    "organization": "Cải cách tổ chức bộ máy hành chính nhà nước",
    "civil-service": "Cải cách chế độ công vụ",
    "public-finance": "Cải cách tài chính công",
    "digital-government": "Xây dựng, phát triển chính quyền điện tử, chính quyền số",
}
"""The six fields that every report lists (Nghị quyết 76/NQ-CP)."""
OTHER_FIELDS: dict[Subject, str] = {
    "steering": "Chỉ đạo, điều hành cải cách hành chính",
    "communication": "Thông tin, tuyên truyền về cải cách hành chính",
    "satisfaction": "Đo lường sự hài lòng của người dân, tổ chức",
    "other": "Nhiệm vụ khác",
}
PLACES: dict[str, str] = {
    "plan": "Xây dựng, thực hiện kế hoạch",
    "steering": OTHER_FIELDS["steering"],
    "inspection": "Kiểm tra cải cách hành chính",
    "communication": OTHER_FIELDS["communication"],
    "assigned": "Thực hiện nhiệm vụ được giao",
    "initiatives": "Sáng kiến trong cải cách hành chính",
    "dialogue": "Đối thoại với người dân, doanh nghiệp",
    **{str(key): name for key, name in FIELDS.items()},
    "satisfaction": OTHER_FIELDS["satisfaction"],
    "other": OTHER_FIELDS["other"],
    "results": "Kết quả nổi bật",
    "shortcomings": "Tồn tại, hạn chế",
    "causes": "Nguyên nhân của tồn tại, hạn chế",
    "next": "Phương hướng, nhiệm vụ kỳ tới",
    "proposals": "Kiến nghị, đề xuất",
}
"""Where the office may write words of its own, in the order of the report."""
EXPECTED = ("results", "shortcomings", "causes", "proposals")
"""Places that nothing but the office's words can fill."""
TO_BE_WRITTEN = "[Cơ quan soạn thảo bổ sung nội dung.]"

_KINDS = {
    "one_off": "có thời hạn", "recurring": "định kỳ", "continuous": "thường xuyên",
    "conditional": "chưa xác định thời hạn",
}  # fmt: skip
_STANDINGS = {
    "overdue": "quá hạn",
    "not_recorded": "đến hạn nhưng chưa ghi nhận kết quả",
    "running": "đang thực hiện",
    "not_yet_due": "chưa đến hạn",
}


def period_name(period: ReportPeriod, year: int) -> str:
    """Return a period as titles name it: quý I năm 2026; 6 tháng đầu năm 2026; năm 2026."""
    return f"{PERIOD_NAMES[period]} năm {year}".strip()


def field_headings(plan: Plan) -> dict[str, str]:
    """Return the name of each field: the plan's own heading if it has just one, else the usual."""
    own: dict[str, list[str]] = {}
    todo: list[object] = [row for appendix in plan.appendices for row in appendix.areas]
    for row in todo:
        if isinstance(row, Area):
            todo += row.tasks
            if row.subject:
                own.setdefault(row.subject, []).append(row.title)
    names: dict[str, str] = {str(k): name for k, name in (OTHER_FIELDS | FIELDS).items()}
    return names | {key: _sentence_case(t[0]) for key, t in own.items() if len(set(t)) == 1}


def _sentence_case(title: str) -> str:
    """Return a heading without its capitals, which the document sets where it wants them."""
    return title[:1] + title[1:].lower() if title.isupper() else title


def whole_plan(report: ReportNumbers, label: str) -> str:
    """Return the sentences on the whole plan; `label` is the appendix with the numbers."""
    found, day = report.count, short_date(report.as_of)
    if not found["tasks.total"]:
        return _joined("Phụ lục của Kế hoạch không giao nhiệm vụ.", _periods(found, "duties"))
    tasks = f"Kế hoạch có {_made_of(found)}"
    if report.nothing_recorded:
        text = (
            f"{tasks}; tính đến ngày {day} chưa ghi nhận kết quả thực hiện của nhiệm vụ nào, nên "
            "báo cáo không nêu tỷ lệ hoàn thành."
        )
        late = found["tasks.overdue"]
        return _joined(
            text, f"Có {late} nhiệm vụ quá hạn." if late else "",
            _periods(found, "periods"), _periods(found, "duties"),
        )  # fmt: skip
    where = f" (chi tiết tại {label})" if label else ""
    return _joined(
        f"{tasks}.", f"Tính đến ngày {day}, {_one_off(found)}{where}." if found["tasks.one_off"] else "",
        _shares(found), _periods(found, "periods"), _others(found), _periods(found, "duties"),
    )  # fmt: skip


def field(found: Count | None) -> str:
    """Return the sentences on one field; None: the plan has nothing in it."""
    if found is None or not found["tasks.total"]:
        duties = _periods(found, "duties") if found else ""
        return _joined("Kế hoạch không giao nhiệm vụ thuộc lĩnh vực này.", duties)
    tasks = f"Kế hoạch có {_made_of(found)}"
    if not found.recorded:
        late = found["tasks.overdue"]
        after = f"; {late} nhiệm vụ quá hạn" if late else ""
        return _joined(f"{tasks}, chưa ghi nhận kết quả nào{after}.", _periods(found, "periods"))
    after = f"; {_one_off(found)}" if found["tasks.one_off"] else ""
    return _joined(f"{tasks}{after}.", _shares(found), _periods(found, "periods"), _others(found))


def _joined(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)


def _made_of(found: Count) -> str:
    """Return the tasks with what they are made of: 3 nhiệm vụ, gồm 1 nhiệm vụ có thời hạn ..."""
    parts = {words: found[f"tasks.{kind}"] for kind, words in _KINDS.items()}
    some = [f"{count} nhiệm vụ {words}" for words, count in parts.items() if count]
    return some[0] if len(some) == 1 else f"{found['tasks.total']} nhiệm vụ, gồm {', '.join(some)}"


def _one_off(found: Count) -> str:
    """Return how far the tasks with one last day are."""
    on_time, late = found["tasks.done"], found["tasks.done_late"]
    done = f"đã hoàn thành {on_time + late} nhiệm vụ có thời hạn"
    if not on_time + late:
        done = "chưa có nhiệm vụ có thời hạn nào ghi nhận hoàn thành"
    elif not on_time:
        done += ", sau thời hạn"
    elif late:
        done += f" (đúng hạn {on_time}, sau thời hạn {late})"
    rest = [
        f"{found[f'tasks.{part}']} nhiệm vụ {words}"
        for part, words in _STANDINGS.items() if found[f"tasks.{part}"]
    ]  # fmt: skip
    return "; ".join([done, *rest])


def _shares(found: Count) -> str:
    """Return the share of what was due, and beside it that of the whole year."""
    rate, year = found.rate("tasks.rate"), found.rate("tasks.year_rate")
    if year is None:
        return ""
    if rate is None:
        return f"Chưa có nhiệm vụ đến hạn; so với nhiệm vụ của cả năm đạt {printed_share(year)}%."
    done, due = found["tasks.due_done"], found["tasks.due"]
    finished = f"{done} nhiệm vụ đã hoàn thành" if done else "chưa có nhiệm vụ nào hoàn thành"
    return (
        f"Trong {due} nhiệm vụ đã đến hạn, {finished}, đạt {printed_share(rate)}%; so với nhiệm vụ của cả "
        f"năm đạt {printed_share(year)}%."
    )


_OF_PERIODS = {
    "periods": ("Nhiệm vụ định kỳ có", "kỳ"),
    "duties": ("Báo cáo và việc có thời hạn nêu trong phần nội dung có", "lượt"),
}


def _periods(found: Count, kind: str) -> str:
    """Return the sentence on periods that were due; nothing when none was."""
    total, open_ = found[f"{kind}.total"], found[f"{kind}.open"]
    subject, unit = _OF_PERIODS[kind]
    if not total:
        return ""
    rate = found.rate(f"{kind}.rate")
    if open_ == total or rate is None:
        return f"{subject} {total} {unit} đã đến hạn, chưa ghi nhận hoàn thành {unit} nào."
    late = found[f"{kind}.done_late"]
    after = f", trong đó {late} {unit} sau thời hạn" if late else ""
    return (
        f"{subject} {total} {unit} đã đến hạn, hoàn thành {total - open_} {unit}{after}, đạt "
        f"{printed_share(rate)}%."
    )


def _others(found: Count) -> str:
    """Return how many of the continuous and undated tasks have a result."""
    parts = [
        f"{found[f'tasks.{kind}_done']}/{found[f'tasks.{kind}']} nhiệm vụ {_KINDS[kind]}"
        for kind in ("continuous", "conditional") if found[f"tasks.{kind}_done"]
    ]  # fmt: skip
    return f"Đã ghi nhận hoàn thành {', '.join(parts)}." if parts else ""


def behind(report: ReportNumbers, overdue: str) -> list[str]:
    """Return the sentence on what was due and is not done; the label is that of its appendix."""
    return [f"Còn {_undone(report.count)}, nêu tại {overdue}."] if overdue else []


def _undone(found: Count) -> str:
    """Return what was due and is not done: 3 nhiệm vụ, 5 kỳ của nhiệm vụ định kỳ ..."""
    parts = (
        (found["tasks.due"] - found["tasks.due_done"], "nhiệm vụ"),
        (found["periods.open"], "kỳ của nhiệm vụ định kỳ"),
        (found["duties.open"], "báo cáo, việc có thời hạn khác"),
    )
    some = [f"{count} {words}" for count, words in parts if count]
    return f"{' và '.join(filter(None, (', '.join(some[:-1]), some[-1])))} chưa ghi nhận hoàn thành"


def ahead(report: ReportNumbers, overdue: str, coming: str) -> list[str]:
    """Return the sentences on what comes next; the labels are those of the appendices."""
    lines = []
    if overdue:
        lines.append(
            f"Tập trung hoàn thành các nhiệm vụ đã đến hạn chưa ghi nhận hoàn thành nêu tại {overdue}."
        )
    if coming:
        lines.append(
            f"Thực hiện các nhiệm vụ đến hạn từ ngày {short_date(report.as_of + timedelta(days=1))} "
            f"đến ngày {short_date(report.coming_until)} nêu tại {coming}."
        )
    return lines


def plan_title(plan: Plan) -> str:
    """Return the plan's title as it goes on inside a sentence."""
    return lowered(plan.document.title)


def skeleton(plan_id: str, period: ReportPeriod) -> str:
    """Return the file for the office's own words, with every place and no words yet."""
    intro = (
        f"<!-- Lời của cơ quan cho báo cáo {plan_id}, kỳ {period}. Viết dưới mỗi dòng #, các đoạn "
        "cách nhau\n     một dòng trống; mục nào để trống thì báo cáo chỉ nêu số liệu. Giữ "
        "nguyên tên mục sau dấu #. -->\n"
    )
    return intro + "".join(f"\n# {title}\n" for title in PLACES.values())
