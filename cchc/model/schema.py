"""The JSON Schema of a plan file and of a register, for editors and for tools that are not cchc.

It says what `cchc` accepts, of the values that YAML 1.2 (core schema) gives an editor. What JSON
Schema cannot say, and the command alone can:

- how a value is written: `2026.0`, `0x7EA`, `1e3`, `+5`, `05`, `.inf`, `True` are numbers and truth
  values to an editor, and texts of other characters to cchc, which keeps what was typed;
- letters stored apart from their marks (Unicode NFD): cchc composes them before it compares;
- YAML itself: keys that stand twice, anchors, tags, control characters, nesting deeper than 32;
- keys of the register that a base cites.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cchc.model.agency import CODE
from cchc.model.base import AMOUNT, ANY_TEXT, SLUG
from cchc.model.document import AUTHORITY, PAPER_NUMBER
from cchc.model.levels import LEVELS, lacks
from cchc.model.plan import Plan
from cchc.model.register import Register
from cchc.model.work import SEEN, TASK_ABOVE

# How an editor sees the texts of each form; a pattern counts for strings, a limit for numbers.
_FORMS: dict[str | None, dict[str, Any]] = {
    None: ANY_TEXT,
    SLUG: {"type": ["string", "integer", "boolean"], "pattern": SLUG, "minimum": 0},
    PAPER_NUMBER: {
        "type": ["string", "integer"], "pattern": PAPER_NUMBER, "minimum": 0, "maximum": 99999
    },
    CODE: {"type": ["string", "integer"], "pattern": CODE, "minimum": 0},
    AMOUNT: {"type": ["string", "number"], "pattern": AMOUNT, "minimum": 0},
    TASK_ABOVE: {"type": "string", "pattern": TASK_ABOVE},
    SEEN: {"type": ["string", "number"], "pattern": SEEN},
    AUTHORITY: {"type": "string", "pattern": r"^\s*(TM|KT|TL|TUQ)\. \s*\S"},
}  # fmt: skip
_RANGES = {(2000, 2100): "^(20[0-9]{2}|2100)$"}


class _Generator(GenerateJsonSchema):
    """JSON Schema 2020-12 as an editor wants it: values as YAML gives them, no made-up titles."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        shown = super().default_schema(schema)
        if shown.get("default", ...) in (None, [], ()):
            shown.pop("default")
        return shown

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        shown = dict(_FORMS[schema.get("pattern")])  # type: ignore[index]
        if "max_length" in schema:
            shown["maxLength"] = schema["max_length"]
        return shown

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Return a range of whole numbers, which may also stand between quotes."""
        low, high = schema["ge"], schema["le"]
        return {"enum": [low, str(low)]} if low == high else {
            "type": ["integer", "string"], "minimum": low, "maximum": high,
            "pattern": _RANGES[low, high],
        }  # fmt: skip


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a plan file; titles and descriptions are Vietnamese."""
    schema = _schema(Plan, "Kế hoạch cải cách hành chính (cchc)")
    schema["oneOf"] = [
        {"required": [key], "properties": {key: {"type": "object"}}}
        for key in ("commune", "agency")
    ]
    schema["$defs"]["Agency"]["allOf"] = [
        {
            "if": {
                "required": ["level"],
                "properties": {"level": {"enum": [one for one in LEVELS if lacks(one, key)]}},
            },
            "then": {"required": [key], "properties": {key: {"not": {"type": "null"}}}},
        }
        for key in ("commune", "province")
    ]
    return schema


def register_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a register of documents, likewise."""
    return _schema(Register, "Danh mục văn bản viện dẫn (cchc)")


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    schema = model.model_json_schema(schema_generator=_Generator)
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("description", None)  # the docstring speaks to maintainers, not to users
        definition.pop("title", None)
        for branch in (definition, *definition.get("anyOf", ())):
            branch.pop("description", None)
            branch.pop("title", None)
            _allow_blanks(branch)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
    }


def _allow_blanks(group: dict[str, Any]) -> None:
    """Let every key that may be left out also stand without a value (null): it is absent then."""
    fields = group.get("properties", {})
    for key in fields.keys() - set(group.get("required", ())):
        field = fields[key]
        if "$ref" in field:
            field["anyOf"] = [{"$ref": field.pop("$ref")}, {"type": "null"}]
        elif "anyOf" in field:
            field["anyOf"] = [*field["anyOf"], {"type": "null"}]
        else:
            kinds = field["type"]
            field["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
            if "enum" in field:
                field["enum"] = [*field["enum"], None]
