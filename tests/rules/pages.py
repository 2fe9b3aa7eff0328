"""The Bad and Good examples of rule pages, as whole plans."""

from __future__ import annotations

import inspect
import io
import textwrap
from pathlib import Path

from ruamel.yaml import YAML

from cchc.rules import PlanRule

MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")


def example(rule: PlanRule, heading: str) -> str:
    """Return the YAML under `Bad:` or `Good:` of a rule's page."""
    page = inspect.cleandoc(rule.__doc__)
    after = page.split(f"\n{heading}:\n", 1)[1]
    lines = []
    for line in after.splitlines():
        if line and not line.startswith(" "):
            break
        lines.append(line)
    return textwrap.dedent("\n".join(lines)).strip() + "\n"


def whole_plan(snippet: str) -> str:
    """Return the minimal plan with the top-level keys of `snippet` in place of its own."""
    yaml = YAML(typ="rt")
    yaml.width = 4096
    plan = yaml.load(MINIMAL)
    given = yaml.load(snippet)
    for key, value in given.items():
        if isinstance(plan.get(key), dict) and isinstance(value, dict):
            plan[key].update(value)
        else:
            plan[key] = value
    if "agency" in given:
        plan.pop("commune", None)
    out = io.StringIO()
    yaml.dump(plan, out)
    return out.getvalue()
