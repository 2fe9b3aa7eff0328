"""The JSON Schema of a plan file and of a register, for editors and for tools that are not cchc."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cchc.model.plan import Plan
from cchc.model.register import Register


class _Generator(GenerateJsonSchema):
    """JSON Schema 2020-12 as an editor wants it: no nulls, no titles made from code names."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        shown = super().default_schema(schema)
        if shown.get("default", ...) in (None, [], ()):
            shown.pop("default")
        return shown


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a plan file; titles and descriptions are Vietnamese."""
    schema = _schema(Plan, "Kế hoạch cải cách hành chính của cấp xã (cchc)")
    for name in ("Document", "Decision"):  # "number:" stays empty until the clerk fills it in
        schema["$defs"][name]["properties"]["number"]["type"].append("null")
    return schema


def register_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a register of documents, likewise."""
    return _schema(Register, "Danh mục văn bản viện dẫn (cchc)")


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    schema = model.model_json_schema(schema_generator=_Generator)
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("description", None)  # the docstring speaks to maintainers, not to users
        definition.pop("title", None)
        for branch in definition.get("anyOf", ()):
            branch.pop("description", None)
            branch.pop("title", None)
    _relax_scalars(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
    }


def _relax_scalars(node: Any) -> None:
    """Let numbers stand where text is wanted.

    cchc reads every scalar as text, while an editor sees `number: 15` or `at_least: 95` as a
    number; both are right.
    """
    if isinstance(node, dict):
        if node.get("type") == "string" and "enum" not in node and "const" not in node:
            node["type"] = ["string", "number"]
        for value in node.values():
            _relax_scalars(value)
    elif isinstance(node, list):
        for value in node:
            _relax_scalars(value)
