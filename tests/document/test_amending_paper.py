"""The paper that amends an issued plan: three lists, in the numbers of the plan as issued."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from cchc.document.amendments import amendments
from cchc.document.dump import dumped_words
from cchc.document.papers.amending import TEMPLATE, amending_paper
from cchc.document.papers.amending_decision import amending_decision
from cchc.document.template.compiled import render_paper
from cchc.model.plan import Plan
from cchc.read.load import read_source
from cchc.read.yaml.tree import parse_yaml
from tests.conftest import ROOT

Data = Any
COLUMNS = [{"key": key, "heading": heading} for key, heading in (
    ("number", "STT"), ("title", "Nhiệm vụ"), ("deadline", "Thời hạn"), ("lead", "Chủ trì"),
)]  # fmt: skip
ISSUED: Data = parse_yaml((ROOT / "tests/rules/minimal.yaml").read_text()).data | {
    "status": "issued",
    "bases": ["Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"],
    "units": [{"id": "vh-xh", "name": "Phòng Văn hóa - Xã hội"}, {"id": "kt", "name": "Phòng Kinh tế"}],
    "body": [
        {"title": "Mục đích", "items": ["Nâng Chỉ số thêm 05 bậc.", "Rõ người, rõ việc."]},
        {"title": "Tổ chức", "items": [{"title": "Kinh phí", "items": ["Từ ngân sách xã."]}]},
    ],
    "appendices": [
        {
            "title": "DANH MỤC", "columns": COLUMNS, "numbering": "running",
            "areas": [
                {"title": "Thể chế", "tasks": [
                    {"id": "a", "title": "Rà soát văn bản", "deadline": "Quý I/2026", "lead": ["kt"]},
                    {"id": "b", "title": "Sửa quy chế", "deadline": "Quý II/2026", "lead": ["kt"]},
                ]},
                {"title": "Thủ tục", "tasks": [
                    {"id": "c", "title": "Niêm yết", "deadline": "Quý III/2026", "lead": ["vh-xh"]},
                ]},
            ],
        }
    ],
}  # fmt: skip
ISSUED["document"] |= {"number": "5", "date": "05/01/2026"}


def plan(data: Data) -> Plan:
    found = read_source(ROOT / "plans/x.yaml", json.dumps(data, ensure_ascii=False)).plan
    assert found is not None
    return found


def later(*deadline: str):
    def edit(data: Data) -> None:
        data["appendices"][0]["areas"][0]["tasks"][1]["deadline"] = deadline[0]
        if deadline[1:]:
            data["appendices"][0]["areas"][0]["tasks"][1]["lead"] = list(deadline[1:])

    return edit


def put(area: int, at: int, **more: str):
    def edit(data: Data) -> None:
        task = {"id": f"moi-{area}-{at}", "title": "Việc mới", "deadline": "Quý IV/2026"} | more
        data["appendices"][0]["areas"][area]["tasks"].insert(at, task)

    return edit


def both(*edits: Any):
    def edit(data: Data) -> None:
        for one in edits:
            one(data)

    return edit


def out(data: Data) -> None:
    del data["appendices"][0]["areas"][0]["tasks"][0]


def level(data: Data) -> None:
    data["appendices"][0]["numbering"] = "level"


def move(data: Data) -> None:
    areas = data["appendices"][0]["areas"]
    areas[1]["tasks"].append(areas[0]["tasks"].pop(0))


def sentence(data: Data) -> None:
    data["body"][0]["items"][0] = "Nâng Chỉ số thêm 08 bậc."


def new_section(data: Data) -> None:
    data["body"][0]["items"].insert(1, "Một ý mới.")


def section_out(data: Data) -> None:
    del data["body"][1]["items"][0]


def base(data: Data) -> None:
    data["bases"].append("Thực hiện Quyết định số 282/QĐ-TTg ngày 12/02/2026")


def appendix(data: Data) -> None:
    task = {"id": "z", "title": "Khảo sát", "deadline": "Quý IV/2026", "lead": ["kt"]}
    data["appendices"].append({"title": "KHẢO SÁT", "columns": COLUMNS, "tasks": [task]})


def appendix_out(data: Data) -> None:
    del data["appendices"][0]


def record(data: Data) -> None:
    data["appendices"][0]["areas"][0]["tasks"][0]["progress"] = {
        "state": "done",
        "date": "1/3/2026",
    }


SAID = [
    (later("Trước 31/7/2026"),
     ["Nhiệm vụ số 2 “Sửa quy chế”: thời hạn “Quý II/2026” điều chỉnh thành “Trước 31/7/2026”."], [], []),
    (later("Quý III/2026", "kt", "vh-xh"),
     ["Nhiệm vụ số 2 “Sửa quy chế”:", "- Thời hạn “Quý II/2026” điều chỉnh thành “Quý III/2026”;",
      "- Bổ sung chủ trì Phòng Văn hóa - Xã hội."], [], []),
    (out, [], [], ["Bãi bỏ nhiệm vụ số 1 “Rà soát văn bản”."]),
    (both(later("Quý IV/2026"), out),  # 2 is counted 1 now, and stays 2 for the readers
     ["Nhiệm vụ số 2 “Sửa quy chế”: thời hạn “Quý II/2026” điều chỉnh thành “Quý IV/2026”."], [],
     ["Bãi bỏ nhiệm vụ số 1 “Rà soát văn bản”."]),
    (put(0, 1), [], ["Bổ sung nhiệm vụ số 1a vào nhóm I “Thể chế”, sau nhiệm vụ số 1: “Việc mới” "
                     "(thời hạn: Quý IV/2026)."], []),
    (both(put(1, 1), put(1, 2)), [],
     ["Bổ sung nhiệm vụ số 4 vào nhóm II “Thủ tục”, sau nhiệm vụ số 3: “Việc mới” (thời hạn: Quý IV/2026).",
      "Bổ sung nhiệm vụ số 5 vào nhóm II “Thủ tục”, sau nhiệm vụ số 3: “Việc mới” (thời hạn: Quý IV/2026)."],
     []),
    (put(0, 0), [], ["Bổ sung nhiệm vụ vào nhóm I “Thể chế”: “Việc mới” (thời hạn: Quý IV/2026)."], []),
    (move, ["Nhiệm vụ số 1 “Rà soát văn bản”: chuyển từ “Thể chế” sang “Thủ tục”."], [], []),
    (sentence, ["Mục I.1: nội dung “Nâng Chỉ số thêm 05 bậc” điều chỉnh thành "
                "“Nâng Chỉ số thêm 08 bậc”."], [], []),
    (new_section, [], ["Bổ sung vào phần I, sau mục I.1: “Một ý mới”."], []),
    (section_out, [], [], ["Bãi bỏ mục II.1 “Kinh phí”."]),
    (base, [], ["Bổ sung căn cứ: “Thực hiện Quyết định số 282/QĐ-TTg ngày 12/02/2026”."], []),
    (appendix, [], ["Bổ sung Phụ lục II “KHẢO SÁT”.",
                    "Bổ sung nhiệm vụ số 1: “Khảo sát” (thời hạn: Quý IV/2026; chủ trì: Phòng Kinh tế)."],
     []),
    (appendix_out, [], [], ["Bãi bỏ Phụ lục “DANH MỤC”."]),
    (record, [], [], []),
]  # fmt: skip


def lines(styled: Any) -> list[str]:
    return [one.text.split(". ", 1)[-1] if one.text[0].isdigit() else one.text for one in styled]


@pytest.mark.parametrize(("edit", "adjusted", "added", "repealed"), SAID)
def test_what_changed_stands_in_one_of_three_lists(edit, adjusted, added, repealed):
    new = deepcopy(ISSUED)
    edit(new)
    found = amendments(plan(ISSUED), plan(new))
    assert [lines(one) for one in found] == [adjusted, added, repealed]


def test_by_level_an_added_task_counts_on_under_its_heading():
    old, new = deepcopy(ISSUED), deepcopy(ISSUED)
    level(old)
    both(level, put(0, 2), put(0, 1))(new)
    added = lines(amendments(plan(old), plan(new)).added)
    assert [one.split(" vào ")[0] for one in added] == [
        "Bổ sung nhiệm vụ số 1.1a", "Bổ sung nhiệm vụ số 1.3",
    ]  # fmt: skip


def test_the_paper_has_only_the_parts_it_needs_and_cites_the_plan():
    new = deepcopy(ISSUED)
    both(out, base)(new)
    paper = amending_paper(plan(ISSUED), plan(new))
    assert paper is not None
    text = dumped_words(render_paper(paper, TEMPLATE, None)).replace("\N{NO-BREAK SPACE}", " ")
    heads = [line for line in text.splitlines() if line.startswith(("I", "V")) and line.isupper()]
    assert heads == ["I. NỘI DUNG BỔ SUNG", "II. NỘI DUNG BÃI BỎ", "III. TỔ CHỨC THỰC HIỆN"]
    cited = "Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã"
    assert f"Điều chỉnh, bổ sung {cited}" in text
    assert "Thực hiện Quyết định số 282/QĐ-TTg ngày 12/02/2026;" in text
    assert f"Căn cứ {cited}" in text
    assert "Số:  " in text  # a paper of its own, with a number of its own


def test_without_a_change_on_paper_there_is_none():
    new = deepcopy(ISSUED)
    record(new)
    assert amending_paper(plan(ISSUED), plan(new)) is None


def test_a_plan_issued_with_a_decision_is_amended_by_a_decision():
    data = deepcopy(ISSUED)
    data["document"] |= {"number": None, "date": None}
    data["document"]["decision"] = {
        "number": "12", "symbol": "QĐ-UBND", "date": "09/01/2026", "issuer": "Chủ tịch UBND xã An Bình",
    }  # fmt: skip
    old = plan(data)
    both(later("Trước 31/7/2026"), out)(data)
    paper = amending_decision(old, plan(data))
    assert paper is not None
    text = dumped_words(render_paper(paper, "quyet-dinh-dieu-chinh", None))
    for line in (
        "/QĐ-UBND |", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH", "QUYẾT ĐỊNH:",
        "Điều 1. Điều chỉnh một số nội dung của Kế hoạch ban hành kèm theo Quyết định số 12/QĐ-UBND",
        "Điều 2. Bãi bỏ một số nội dung của Kế hoạch ban hành kèm theo Quyết định số 12/QĐ-UBND như sau:",
        "Điều 3. Quyết định này có hiệu lực", "Điều 4. Thủ trưởng", "- Như Điều 4;",
    ):  # fmt: skip
        assert line in text
    assert "Bổ sung một số nội dung" not in text
    assert amending_decision(plan(ISSUED), plan(data)) is None
