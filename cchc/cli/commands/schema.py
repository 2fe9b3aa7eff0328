"""`cchc schema`: the JSON Schema of a plan file."""

from __future__ import annotations

import json

import typer

from cchc.messages import say

HELP = say(
    "Print the JSON Schema of a plan file, for editors.\n\n"
    "Example:\n\n"
    "  cchc schema > docs/plan.schema.json"
)


def command() -> int:
    from cchc.model.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
