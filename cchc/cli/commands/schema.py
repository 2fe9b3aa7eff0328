"""`cchc schema`: the JSON Schema of a plan file, or of the register of documents."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from cchc.messages import _, say

GROUP = "set up"
HELP = say(
    "Print the JSON Schema of a plan file, for editors.\n\n"
    "Examples:\n\n"
    "  cchc schema > docs/plan.schema.json\n\n"
    "  cchc schema --register > docs/register.schema.json"
)


def command(
    register: Annotated[
        bool, typer.Option("--register", help=_("Print the schema of plans/register.yaml instead."))
    ] = False,
) -> int:
    from cchc.model.schema import json_schema, register_schema

    schema = register_schema() if register else json_schema()
    typer.echo(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0
