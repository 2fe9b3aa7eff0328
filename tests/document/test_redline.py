"""A paper with tracked changes: accepting all gives the new print, rejecting all the old one."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from cchc.document.context import plan_context
from cchc.document.dump import dumped_words
from cchc.document.redline import redlined
from cchc.document.template.compiled import render_paper
from cchc.read.load import read_source
from cchc.read.yaml.tree import parse_yaml
from cchc.word.markup import w
from cchc.word.package import DOCUMENT, write_package
from cchc.word.tracked_changes import accept_all
from tests.app.returned_plan import PLAN
from tests.conftest import ROOT

Data = Any
PLANS = sorted((ROOT / "plans").glob("[dnpt]*.yaml"))
_LEAD = ("STT", "Nhiệm vụ", "Thời hạn")


def printed(data: Data) -> bytes:
    text = json.dumps(data, ensure_ascii=False)  # which is YAML
    plan = read_source(ROOT / "plans" / "thu.yaml", text).plan
    assert plan is not None
    return render_paper(plan_context(plan, "thu"), "ke-hoach", None)


def lists_of_tasks(entries: list[Data]) -> Iterator[list[Data]]:
    for one in entries:
        for key in ("tasks", "areas"):
            held = one.get(key, [])
            if held and all("id" in task for task in held):
                yield held
            elif held:
                yield from lists_of_tasks(held)


def edited(data: Data, chance: random.Random) -> Data:
    """Return a plan with what offices change: words, rows, parts, bases, columns, appendices."""
    data = deepcopy(data)
    rows = (words, row_out, row_in, moved) if list(lists_of_tasks(data["appendices"])) else ()
    for what in chance.choices((*rows, base, part, appendix, column), k=7):
        what(data, chance)
    return data


def tasks(data: Data, chance: random.Random) -> tuple[list[Data], int]:
    listed = chance.choice(list(lists_of_tasks(data["appendices"])))
    return listed, chance.randrange(len(listed))


def words(data: Data, chance: random.Random) -> None:
    listed, n = tasks(data, chance)
    said = listed[n]["title"].split()
    said[chance.randrange(len(said))] = "kịp thời"
    listed[n]["title"], listed[n]["deadline"] = " ".join(said), f"Trước 15/9/{data['year']}"


def row_out(data: Data, chance: random.Random) -> None:
    listed, n = tasks(data, chance)
    if len(listed) > 1:
        del listed[n]


def row_in(data: Data, chance: random.Random) -> None:
    listed, n = tasks(data, chance)
    listed.insert(
        n, {**deepcopy(listed[n]), "id": f"moi-{chance.getrandbits(30)}", "title": "Việc mới"}
    )


def moved(data: Data, chance: random.Random) -> None:
    listed, n = tasks(data, chance)
    listed.insert(chance.randrange(len(listed)), listed.pop(n))


def base(data: Data, chance: random.Random) -> None:
    bases = data["bases"]
    if chance.random() < 0.5:
        bases.insert(chance.randrange(len(bases)), "Căn cứ Quyết định số 5/QĐ-UBND ngày 01/3/2026")
    else:
        del bases[chance.randrange(len(bases))]
        data["document"].get("recipients", []).append("Đảng ủy xã")


def part(data: Data, chance: random.Random) -> None:
    body = data["body"]
    n = chance.randrange(len(body))
    if chance.random() < 0.5 and len(body) > 1:
        del body[n]
    else:
        body.insert(n, {"title": "PHẦN MỚI", "items": ["Một ý mới của xã", "Ý thứ hai"]})


def appendix(data: Data, chance: random.Random) -> None:
    keys = zip(("number", "title", "deadline"), _LEAD, strict=True)
    columns = [{"key": key, "heading": heading} for key, heading in keys]
    task = {"id": f"pl-{chance.getrandbits(30)}", "title": "Việc của phụ lục", "deadline": "Quý II"}
    made = {"title": "Danh mục thêm", "columns": columns, "tasks": [task]}
    data["appendices"].insert(chance.randint(0, len(data["appendices"])), made)


def column(data: Data, chance: random.Random) -> None:
    columns = chance.choice(data["appendices"]).get("columns", [])
    if len(columns) > 3:
        columns.pop()


def changed(docx: bytes, *steps: Any) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[DOCUMENT])
    for step in steps:
        step(root)
    parts[DOCUMENT] = etree.tostring(root)
    return dumped_words(write_package(parts))


def turn_round(root: Any) -> None:
    """What was inserted counts as deleted, what was deleted as inserted."""
    for node in list(root.iter(w("ins"), w("del"))):
        node.tag = w("del") if node.tag == w("ins") else w("ins")
    for node in list(root.iter(w("delText"))):
        node.tag = w("t")


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_all_accepted_is_the_new_print_and_all_rejected_the_old_one(plan: Path):
    data = parse_yaml(plan.read_text()).data
    old, new = printed(data), printed(edited(data, random.Random(plan.stem)))
    red = redlined(old, new)
    assert red.changes > 1
    assert changed(red.docx, accept_all) == dumped_words(new)
    assert changed(red.docx, turn_round, accept_all) == dumped_words(old)


def said(docx: bytes, tag: str) -> list[str]:
    """Return the words of each stretch that was inserted or deleted."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read(DOCUMENT))
    texts = ("".join(one.itertext()) for one in root.iter(w(tag)) if len(one))
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


@pytest.mark.parametrize(
    ("old", "new", "deleted", "inserted", "count"),
    [
        ("ít nhất 05 bậc", "tối thiểu 08 bậc", ["ít nhất 05"], ["tối thiểu 08"], 2),
        ("rõ thời gian, ", "", ["thời gian, rõ "], [], 1),
        ("    - Sở Nội vụ\n", "    - Sở Nội vụ\n    - Sở Tài chính\n", [], ["- Sở Tài chính;"], 2),
        ("          - Nâng Chỉ số cải cách hành chính của xã lên ít nhất 05 bậc so với năm 2025.\n",
         "", ["- Nâng Chỉ số cải cách hành chính của xã lên ít nhất 05 bậc so với năm 2025."], [], 2),
        ("  - {id: kinh-te, name: Phòng Kinh tế}", "  - {id: kinh-te, name: Phòng Kinh tế xã}",
         [], [" xã"] * PLAN.count("kinh-te]"), PLAN.count("kinh-te]")),
    ],
)  # fmt: skip
def test_only_the_words_that_changed_are_marked(old, new, deleted, inserted, count):
    assert PLAN.count(old) == 1
    texts = PLAN, PLAN.replace(old, new)
    before, after = (printed(parse_yaml(text).data) for text in texts)
    red = redlined(before, after)
    assert (said(red.docx, "del"), said(red.docx, "ins"), red.changes) == (deleted, inserted, count)


def test_a_moved_row_is_deleted_and_inserted_whole():
    data = parse_yaml(PLAN).data
    listed = next(one for one in lists_of_tasks(data["appendices"]) if len(one) > 1)
    old = printed(data)
    listed.insert(0, listed.pop())
    red = redlined(old, printed(data))
    with zipfile.ZipFile(BytesIO(red.docx)) as archive:
        root = etree.fromstring(archive.read(DOCUMENT))
    rows = [look for look in root.iter(w("trPr")) if look.find(w("ins")) is not None]
    gone = [look for look in root.iter(w("trPr")) if look.find(w("del")) is not None]
    assert (len(rows), len(gone)) == (1, 1)


def test_the_same_prints_give_the_same_bytes_and_equal_ones_no_change():
    old, new = (printed(parse_yaml(text).data) for text in (PLAN, PLAN.replace("05 bậc", "08 bậc")))
    assert redlined(old, new) == redlined(old, new)
    assert redlined(new, new).changes == 0
