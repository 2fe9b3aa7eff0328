"""One doorstop item for each task of plans, with the task's texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_ITEM = """\
active: true
deadline: {deadline}
derived: false
header: |
  {title}
lead: {lead}
level: {level}
links: []
normative: true
ref: ''
reviewed: null
text: |
  {requirement}
  {product}
"""


def write_items(files: Iterable[Path], folder: Path) -> int:
    """Write the items of the plans in `files` as a doorstop document; return how many."""
    home = folder / "tasks"
    home.mkdir(parents=True)
    settings = "settings:\n  digits: 6\n  prefix: TASK\n  sep: ''\n"
    (home / ".doorstop.yml").write_text(settings, "utf-8")
    count = 0
    for plan, file in enumerate(files, 1):
        for number, task in enumerate(_tasks(file), 1):
            count += 1
            text = _ITEM.format(
                level=f"{plan}.{number}",
                lead=", ".join(task.get("lead", [])),
                **{
                    key: task.get(key, "")
                    for key in ("title", "deadline", "requirement", "product")
                },
            )
            (home / f"TASK{count:06}.yml").write_text(text, "utf-8")
    return count


def _tasks(file: Path) -> Iterator[dict[str, Any]]:
    from ruamel.yaml import YAML

    plan = YAML(typ="safe").load(file.read_text("utf-8"))
    for appendix in plan["appendices"]:
        for area in appendix["areas"]:
            yield from area["tasks"]
