"""The sentences of a periodic report: numbers in words, and the names its parts go by.

Outline: the đề cương of the Ministry of Home Affairs for reports on administrative reform, in use
for years: I steering, II the six fields of Nghị quyết 76/NQ-CP, III judgement, IV what comes next,
V proposals.
"""

from __future__ import annotations

from cchc.document.words import lowered, share, short_date
from cchc.model.plan import Area, Plan, Subject
from cchc.views.report import Period, Report, recorded
from cchc.views.status import Tally

PERIOD_NAMES: dict[Period, str] = {
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

_STANDINGS = (
    ("overdue", "đã quá thời hạn nhưng chưa ghi nhận hoàn thành"),
    ("due", "sắp đến hạn"),
    ("running", "đang thực hiện"),
    ("suspended", "tạm dừng"),
    ("not-recorded", "chưa đến hạn và chưa ghi nhận kết quả"),
)


def period_name(period: Period, year: int) -> str:
    """Return a period as titles name it: quý I năm 2026; 6 tháng đầu năm 2026; năm 2026."""
    return f"{PERIOD_NAMES[period]} năm {year}".strip()


def headings(plan: Plan) -> dict[str, str]:
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


def whole(report: Report, label: str) -> str:
    """Return the sentences on the whole plan; `label` is the appendix with the numbers."""
    total, day = report.total, short_date(report.as_of)
    if report.nothing_recorded:
        text = (
            f"Kế hoạch có {_tasks(total.total)}; tính đến ngày {day} chưa ghi nhận kết quả thực "
            "hiện của nhiệm vụ nào, nên báo cáo không nêu tỷ lệ hoàn thành."
        )
        late = total["overdue"]
        return f"{text} Có {late} nhiệm vụ {_STANDINGS[0][1]}." if late else text
    text = f"Kế hoạch có {_tasks(total.total)}. Tính đến ngày {day}, {_done(total)}"
    rest = "; ".join(f"{total[key]} nhiệm vụ {words}" for key, words in _STANDINGS if total[key])  # type: ignore[index]
    where = f" (chi tiết tại {label})" if label else ""
    return f"{text}{'; ' + rest if rest else ''}{where}.{_apart(total)}"


def field(tally: Tally | None) -> str:
    """Return the sentence on one field; None: the plan has nothing in it."""
    if tally is None or not tally.total:
        apart = tally["continuous"] + tally["conditional"] if tally else 0
        if apart:
            return (
                f"Kế hoạch giao {apart} nhiệm vụ thường xuyên hoặc chưa xác định thời hạn, không "
                "có nhiệm vụ có thời hạn."
            )
        return "Kế hoạch không giao nhiệm vụ thuộc lĩnh vực này."
    late = f"{tally['overdue']} nhiệm vụ {_STANDINGS[0][1]}" if tally["overdue"] else ""
    if not recorded(tally):
        text = f"Kế hoạch có {tally.total} nhiệm vụ có thời hạn, chưa ghi nhận kết quả nào"
    else:
        text = f"Kế hoạch có {tally.total} nhiệm vụ có thời hạn; {_done(tally)}"
    return f"{text}{'; ' + late if late else ''}."


def _tasks(count: int) -> str:
    return f"{count} nhiệm vụ, báo cáo có thời hạn (việc định kỳ tính theo từng kỳ)"


def _done(tally: Tally) -> str:
    count = tally["done"] + tally["done-late"]
    if not count:
        return "chưa có nhiệm vụ nào ghi nhận hoàn thành"
    percent = share(tally.done_percent) if tally.done_percent is not None else ""
    late = tally["done-late"]
    after = f", trong đó {late} nhiệm vụ hoàn thành sau thời hạn" if late else ""
    return f"đã hoàn thành {count} nhiệm vụ, đạt {percent}%{after}"


def _apart(tally: Tally) -> str:
    parts = [
        f"{tally[key]} nhiệm vụ {words}"  # type: ignore[index]
        for key, words in (("continuous", "thường xuyên"), ("conditional", "chưa rõ thời hạn"))
        if tally[key]  # type: ignore[index]
    ]
    return f" Ngoài ra có {' và '.join(parts)}, không tính vào tỷ lệ." if parts else ""


def ahead(report: Report, overdue: str, coming: str) -> list[str]:
    """Return the sentences on what comes next; the labels are those of the appendices."""
    lines = []
    if overdue:
        lines.append(
            f"Tập trung hoàn thành {report.total['overdue']} nhiệm vụ quá hạn nêu tại {overdue}."
        )
    if coming:
        lines.append(
            f"Thực hiện các nhiệm vụ đến hạn từ ngày {short_date(report.as_of)} đến ngày "
            f"{short_date(report.coming_until)} nêu tại {coming}."
        )
    return lines


def plan_title(plan: Plan) -> str:
    """Return the plan's title as it goes on inside a sentence."""
    return lowered(plan.document.title)


def skeleton(plan_id: str, period: Period) -> str:
    """Return the file for the office's own words, with every place and no words yet."""
    intro = (
        f"<!-- Lời của cơ quan cho báo cáo {plan_id}, kỳ {period}. Viết dưới mỗi dòng #, các đoạn "
        "cách nhau\n     một dòng trống; mục nào để trống thì báo cáo chỉ nêu số liệu. Giữ "
        "nguyên tên mục sau dấu #. -->\n"
    )
    return intro + "".join(f"\n# {title}\n" for title in PLACES.values())
