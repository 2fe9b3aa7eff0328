"""The JSON Schema: sound, strict, and in Vietnamese."""

from __future__ import annotations

import jsonschema
import pytest
from ruamel.yaml import YAML

from cchc.model.schema import json_schema
from cchc.read.workspace import plan_files
from tests.conftest import ROOT

SCHEMA = json_schema()


def properties():
    for name, definition in SCHEMA["$defs"].items():
        for branch in (definition, *definition.get("anyOf", ())):
            for key, field in branch.get("properties", {}).items():
                yield name, key, field
    for key, field in SCHEMA["properties"].items():
        yield "Plan", key, field


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", plan_files(ROOT / "plans"), ids=lambda path: path.stem)
def test_the_real_plans_fit_as_an_editor_reads_them(path):
    plan = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    plan = _as_json(plan)
    assert [
        error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(plan)
    ] == []


def _as_json(value):
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def test_every_key_has_a_vietnamese_title():
    assert [f"{one}.{key}" for one, key, field in properties() if not field.get("title")] == []


def test_unknown_keys_are_refused_everywhere():
    for definition in SCHEMA["$defs"].values():
        for branch in (definition, *definition.get("anyOf", ())):
            if "properties" in branch:
                assert branch["additionalProperties"] is False
