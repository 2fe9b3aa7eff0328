"""What is right is left alone: correct citations and deadlines, in a plan, raise no alarm."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from cchc.language.citation import find_citations
from cchc.model.finding import Diagnostic, Severity
from cchc.read.load import read_source
from cchc.read.yaml.tree import parse_yaml
from cchc.rules import diagnose

from .pages import MINIMAL

CORPORA = Path(__file__).parent.parent / "language"


def _rows(name: str) -> list[list[str]]:
    lines = (CORPORA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


CITATIONS = [row[3] for row in _rows("citations.tsv") if row[0] == "ok"]
PROSE = (CORPORA / "not_citations.txt").read_text(encoding="utf-8").splitlines()

DEADLINES: dict[tuple[str, str], list[str]] = defaultdict(list)
for phrase, year, issued, kind, *_ in _rows("deadlines.tsv")[1:]:
    if kind != "missing":
        DEADLINES[year, issued].append(phrase)


def _diagnose(**keys: Any) -> list[Diagnostic]:
    """Return what is found in the minimal plan with `keys` in place of its own."""
    plan = parse_yaml(MINIMAL).data
    assert isinstance(plan, dict)
    plan["document"].pop("number")
    plan["document"].update(keys.pop("document", {}))
    source = read_source(Path("plan.yaml"), json.dumps(plan | keys, ensure_ascii=False, indent=1))
    assert source.plan is not None, source.findings
    return diagnose(source)


def _alarms(found: list[Diagnostic], family: str) -> list[str]:
    return [
        f"{one.finding.code} {one.finding.message}"
        for one in found
        if one.finding.code.startswith(family) and one.finding.severity is not Severity.INFO
    ]


def _is_full(text: str) -> bool:
    """Whether every document in `text` is cited as the decree wants it the first time."""
    return all(
        cited.date is not None and (cited.issuer is not None or cited.klass == "law")
        for cited in find_citations(text)
    )


def _symbols(texts: list[str]) -> set[str | None]:
    return {cited.symbol for text in texts for cited in find_citations(text)}


def test_the_corpora_are_as_large_as_promised():
    assert len(CITATIONS) >= 200
    assert sum(map(len, DEADLINES.values())) >= 200


FULL = [text for text in CITATIONS if _is_full(text)]
LATER = [text for text in CITATIONS if text not in FULL and _symbols([text]) <= _symbols(FULL)]
NEVER_IN_FULL = [text for text in CITATIONS if text not in FULL and text not in LATER]


def test_no_correct_citation_in_running_text_raises_an_alarm():
    assert len(FULL) + len(LATER) >= 200
    body = [{"title": "NHIỆM VỤ", "items": [*LATER, *PROSE]}]
    found = _diagnose(document={"date": "31/12/2026"}, bases=FULL, body=body)
    assert _alarms(found, "C") == []


def test_a_document_never_cited_in_full_raises_only_that_alarm():
    body = [{"title": "NHIỆM VỤ", "items": NEVER_IN_FULL}]
    found = _diagnose(document={"date": "31/12/2026"}, bases=FULL, body=body)
    assert {alarm.split()[0] for alarm in _alarms(found, "C")} == {"C015"}


@pytest.mark.parametrize(("year", "issued"), DEADLINES)
def test_no_correct_deadline_raises_an_alarm(year, issued):
    tasks = [
        {"id": f"t{n}", "title": f"Việc {n}", "product": "Báo cáo", "deadline": phrase,
         "lead": ["vh-xh"]}
        for n, phrase in enumerate(DEADLINES[year, issued])
    ]  # fmt: skip
    found = _diagnose(
        year=int(year),
        document={"date": f"{issued[8:]}/{issued[5:7]}/{issued[:4]}" if issued else f"01/{year}"},
        appendices=[{"title": "Danh mục nhiệm vụ", "tasks": tasks}],
    )
    unread = [one for one in found if one.finding.code == "D001"]
    assert [str(one.finding.message) for one in unread] == []


TASK = {"id": "t", "title": "Rà soát thủ tục", "product": "Báo cáo", "lead": ["vh-xh"]}


def _codes(**keys: Any) -> set[str]:
    return {one.finding.code for one in _diagnose(**keys)}


@pytest.mark.parametrize(
    ("title", "vague"),
    [("Cải cách hành chính giai đoạn 2026 - 2030", False), ("Cải cách hành chính năm 2026", True)],
)
def test_a_year_is_a_mark_on_the_way_only_in_a_plan_of_several(title, vague):
    tasks = [{"title": "Danh mục", "tasks": [{**TASK, "deadline": "Năm 2026"}]}]
    assert ("D003" in _codes(document={"title": title}, appendices=tasks)) is vague


@pytest.mark.parametrize(("key", "told"), [("note", False), ("title", True)])
def test_a_note_beside_a_task_is_no_first_mention(key, told):
    task = {**TASK, "deadline": "Quý I/2026", key: "Theo Kế hoạch số 41/KH-UBND"}
    found = _codes(appendices=[{"title": "Danh mục", "tasks": [task]}])
    assert ("C015" in found) is told


@pytest.mark.parametrize(
    ("duty", "severity"),
    [("Tham mưu bố trí kinh phí thực hiện Kế hoạch.", "info"), ("Theo dõi việc thực hiện.", "warning")],
)  # fmt: skip
def test_of_a_duty_to_find_the_money_the_part_on_funding_is_only_told(duty, severity):
    body = [
        {"title": "MỤC ĐÍCH", "items": ["Nêu mục đích."]},
        {"title": "TỔ CHỨC THỰC HIỆN", "items": [duty]},
    ]
    found = [one.finding for one in _diagnose(body=body) if one.finding.code == "N010"]
    assert [one.severity for one in found if "funding" in one.message.text] == [severity]


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [("TỔ CHỨC THỰC HIỆN", "Phân công cụ thể như sau:", False),
     ("TỔ CHỨC THỰC HIỆN", "Các đơn vị nghiêm túc thực hiện.", True),
     (None, "Kinh phí thực hiện: từ nguồn chi thường xuyên.", False)],
)  # fmt: skip
def test_a_table_that_a_sentence_leads_to_or_that_is_the_plan_is_mentioned(title, text, told):
    task = {**TASK, "deadline": "Quý I/2026"}
    part = {"title": title, "items": [text]} if title else {"text": text}
    found = _codes(
        opening="UBND xã An Bình ban hành Kế hoạch như sau",
        body=[part],
        appendices=[{"title": "Danh mục nhiệm vụ", "tasks": [task]}],
    )
    assert ("N004" in found) is told


@pytest.mark.parametrize(("before", "told"), [("Góp phần cải thiện ", False), ("Nâng cao ", True)])
def test_a_commune_may_help_to_raise_an_index_of_the_province(before, told):
    text = f"{before}Chỉ số PAPI của tỉnh."
    assert ("L001" in _codes(body=[{"title": "MỤC TIÊU", "items": [text]}])) is told


@pytest.mark.parametrize(
    ("closing", "told"),
    [("Trên đây là Kế hoạch cải cách hành chính năm 2025 của xã An Bình", True),
     ("Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã An Bình", False),
     ("Trên đây là Kế hoạch của xã An Bình, thay Kế hoạch năm 2025", False)],
)  # fmt: skip
def test_the_closing_names_the_plan_with_its_own_year(closing, told):
    title = {"title": "Cải cách hành chính năm 2026"}
    assert ("N013" in _codes(document=title, closing=closing)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("Phối hợp với UBND huyện rà soát.", True), ("Hồ sơ của UBND huyện (cũ) được số hóa.", False),
     ("Tiếp nhận hồ sơ mà Phòng Nội vụ đã quản lý trước đây.", False)],
)  # fmt: skip
def test_the_committee_of_a_district_is_no_more_but_may_be_spoken_of(text, told):
    assert ("U008" in _codes(body=[{"title": "NHIỆM VỤ", "items": [text]}])) is told


@pytest.mark.parametrize(
    ("heading", "told"),
    [("Kết quả thực hiện", False), ("Kết quả đạt được", False), ("Tình hình thực hiện", False), ("Tiến độ", False),
     ("Ghi chú", False), ("Văn bản đã ban hành", False), ("Bằng chứng", False), ("Căn cứ", True), ("Yêu cầu", True),
     ("Kết quả cần đạt", True)],
)  # fmt: skip
def test_what_was_issued_for_a_task_is_no_first_mention(heading, told):
    extra = {heading: "Kế hoạch số 41/KH-UBND ngày 20/3/2026"}
    task = {**TASK, "deadline": "Quý I/2026", "extra": extra}
    columns = [{"key": "title", "heading": "Nhiệm vụ"}, {"key": "custom", "heading": heading}]
    found = _codes(appendices=[{"title": "Danh mục", "columns": columns, "tasks": [task]}])
    assert ("C015" in found) is told


@pytest.mark.parametrize(
    ("product", "told"),
    [("Kế hoạch số 41/KH-UBND ngày 20/3/2026", False), ("Quyết định số 215/QĐ-UBND ngày 20/3/2026", False),
     ("Kế hoạch số 41/KH-UBND", True), ("Thông tư số 1/2026/TT-BNV ngày 20/3/2026", True)],
)  # fmt: skip
def test_a_product_of_the_office_needs_no_issuer(product, told):
    task = {**TASK, "deadline": "Quý I/2026", "product": product}
    assert ("C015" in _codes(appendices=[{"title": "Danh mục", "tasks": [task]}])) is told
