"""The JSON Schema and the command say the same of a plan: each value at each place, both ways.

The validator sees what an editor's YAML language server sees: the values of YAML 1.2, core schema.
"""

from __future__ import annotations

import random
import re
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode

from cchc.model.schema import json_schema
from cchc.read.schema import to_plan
from cchc.read.yaml.tree import parse_yaml

VALIDATOR = jsonschema.Draft202012Validator(json_schema())

TASK = {
    "id": "t-1", "number": "1.1", "title": "Việc", "requirement": "Đạt", "product": "Báo cáo",
    "deadline": "Quý I", "lead": ["a"], "support": ["b", "g"], "approver": "Chủ tịch", "officer": "An",
    "carries_out": [{"task": "tinh/cchc-2026#t-1", "seen": "1f3c9a.-"}], "for": ["phường"],
    "targets": [{"measure": "Tỷ lệ", "at_least": "90", "at_most": "'99,5'", "exactly": "1", "unit": "'%'", "previous": "80"}],
    "note": "x", "incomplete": "mất trang",
    "progress": [{"state": "done", "date": "2026-03-01", "evidence": "1/BC", "note": "x", "occurrence": "2026-Q1"}],
}  # fmt: skip
PLAN: dict[str, Any] = {
    "cchc": "1", "kind": "cchc", "year": "2026", "status": "draft", "before": "inclusive",
    "commune": {"level": "xã", "name": "An Bình", "province": "tỉnh Phú Thọ"},
    "document": {
        "number": "15", "symbol": "KH-UBND", "date": "05/01/2026", "place": "An Bình", "superior": "UBND",
        "issuer": "committee", "title": "Cải cách hành chính",
        "decision": {"number": "1", "symbol": "QĐ-UBND", "date": "1/2026", "issuer": "Chủ tịch"},
        "amends": {"number": "5", "symbol": "KH-UBND", "date": "05/01/2026"},
        "signer": {"authority": ["TM. ỦY BAN"], "post": "CHỦ TỊCH", "name": "An"},
        "recipients": ["Sở Nội vụ"], "archive": "VT",
    },
    "bases": ["Căn cứ Luật", {"cite": "nq-76", "word": "Căn cứ"}], "opening": "Mở",
    "units": [{"id": "a", "name": "Phòng A", "aliases": ["A"], "kind": "own", "head": "Trưởng phòng"}, {"id": "b", "name": "Phòng B"}],
    "groups": [{"id": "g", "name": "Các phòng", "aliases": ["G"], "members": ["a", "b"]}],
    "targets": [{"measure": "Tỷ lệ"}],
    "body": [
        "Một câu",
        {"id": "s", "role": "goals", "subject": "other", "number": "I", "title": "MỤC", "text": "Chữ",
         "units": ["a"], "leads": ["steering"], "deadline": "Quý I", "report": {"to": "Sở", "via": "a"},
         "targets": [{"measure": "x"}], "progress": {"state": "done"}, "incomplete": "thiếu",
         "numbering": "dash", "items": ["một", {"text": "hai", "items": ["ba"]}]},
    ],
    "closing": "Hết",
    "appendices": [
        {"title": "Danh mục", "incomplete": "thiếu", "columns": [{"key": "title", "heading": "Việc", "spanner": "x"}],
         "numbering": "level", "area_numbering": "roman",
         "areas": [{"title": "Lĩnh vực", "number": "I", "subject": "other", "tasks": [TASK, {"title": "Nhóm", "tasks": [{"id": "t-2", "title": "Việc"}]}]}],
         "tasks": [{"id": "t-3", "title": "Việc"}]},
    ],
    "unplaced": ["sót"],
}  # fmt: skip

VALUES = (
    "~", "null", "''", "'  '", "'null'", "'~'", "true", "false", "'true'", "0", "12", "-5", "1.5", "-0.5", "'12'", "'-1'", "1", "'1'",
    "2026", "'2026'", "' 2026'", "1999", "2101", "'2101'", "'2100'", "99999", "100000", "05a", "'05'", "12đ", "'99,5'", "'1.5'", "'1,'",
    "x", "An Bình", "' x '", "a-b", "a--b", "-a", "văn-phòng", "A", "xã", "'xã '", "done", "all", "committee", "none", "dash",
    "31/12/2026", "31/02/2026", "31/4/2026", "29/02/2028", "29/2/2026", "2100-02-29", "2000-2-29", "00/01/2026", "2026-01-00", "2026-13-01", "2026-1-1", "' 31/12/2026 '",
    "4/2026", "0/2026", "13/2026", "01/01/0000", "'TM. '", "TM. ỦY BAN", "' KT. A'", "TM.A",
    "[]", "[x]", "[~]", "[12]", "['']", "[a, b]", "{}", "{a: 1}", "[{}]", "[[a]]", "{title: x}", "{tasks: []}", "{title: x, tasks: ~}",
    "{state: done}", "[{state: done}]", "{cite: x}", "{cite: x, word: ~}", "{id: c, name: C}", "[{id: c, name: C, aliases: ~}]",
    "[{id: c, title: C, targets: ~}]", '"\\u00a0"', '"a\\u00a0"', '"\\u200b"', "NO", "1_000", "'12:30'",
)  # fmt: skip

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def places(node: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return ([at] if at else []) + [found for key, one in inner for found in places(one, (*at, key))]


def changed(node: Any, place: tuple[Any, ...], value: Any) -> Any:
    """Return `node` with `value` at `place`; None takes the entry away."""
    if not place:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    new = changed(copy[place[0]], place[1:], value)
    if new is None:
        del copy[place[0]]
    else:
        copy[place[0]] = new
    return copy


def written(node: Any) -> str:
    """Return `node` as YAML; its texts are YAML already."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {written(one)}" for key, one in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(written, node)) + "]"
    return str(node)


def seen(node: Any) -> Any:
    """Return the value of a YAML node by the core schema (YAML 1.2.2, chapter 10.3)."""
    if isinstance(node, MappingNode):
        return {seen(key): seen(value) for key, value in node.value}
    if not isinstance(node, ScalarNode):
        return [seen(one) for one in node.value]
    text = node.value
    if node.style not in (None, ""):
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def verdicts(plan: Any) -> tuple[bool, bool, str]:
    text = written(plan)
    by_schema = VALIDATOR.is_valid(seen(YAML(typ="safe").compose(text)))
    tree = parse_yaml(text)
    assert [str(one.message) for one in tree.problems] == [], text
    data = dict(tree.data)  # keys of a register are looked up later, in the workspace
    if isinstance(data.get("bases"), list):
        data["bases"] = [cited(base) for base in data["bases"]]
    return by_schema, not isinstance(to_plan(data), list), text


def cited(base: Any) -> Any:
    from cchc.read.schema import to_cited_base

    return base if not isinstance(base, dict) or isinstance(to_cited_base(base), list) else "Căn cứ"


def mutations() -> list[tuple[tuple[Any, ...], str | None]]:
    found: list[tuple[tuple[Any, ...], str | None]] = [
        (place, value) for place in places(PLAN) for value in (*VALUES, None)
    ]
    random.Random(11).shuffle(found)
    return found


def disagreement(place: tuple[Any, ...], value: str | None) -> str | None:
    by_schema, by_command, _ = verdicts(changed(PLAN, place, value))
    if by_schema == by_command:
        return None
    return f"{place} = {value}: schema {by_schema}, command {by_command}"


def test_the_plan_itself_is_sound():
    assert verdicts(PLAN)[:2] == (True, True)


def test_schema_and_command_agree():
    chosen = [(("document", "date"), f"29/2/{year}") for year in (2000, 2026, 2028, 2100)]
    chosen += mutations()[:150]
    told = [found for place, value in chosen if (found := disagreement(place, value))]
    assert told == []


@pytest.mark.parametrize(
    "place", [(), ("document",), ("units", 0), ("body", 1), ("appendices", 0, "tasks", 0)]
)
@pytest.mark.parametrize("key", ["zz", "titel", "<<", "Title"])
def test_an_unknown_key_is_refused_by_both(place, key):
    plan = changed(PLAN, (), PLAN)
    target = plan
    for part in place:
        target = target[part]
    assert verdicts(changed(plan, place, {**target, key: "x"}) if place else {**plan, key: "x"})[
        :2
    ] == (False, False)
