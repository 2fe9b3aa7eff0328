"""Links to tasks above put into the text of a plan, renewed there, or taken out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cchc.edit.progress.plan_edit import verify
from cchc.edit.yaml import layout as yaml_layout
from cchc.edit.yaml.layout import in_line
from cchc.edit.yaml.nodes import YamlNode, compose, find
from cchc.edit.yaml.splice import splice
from cchc.language.numbering import numbered_tasks
from cchc.model.finding import Edit, KeyPath
from cchc.model.plan import Plan
from cchc.model.work import Link
from cchc.read.load import read_source

KEY = "carries_out"

Links = Mapping[KeyPath, Mapping[str, str]]
"""For the task at each place: the tasks above, each with the digest of what was seen."""


def with_links(path: Path, text: str, plan: Plan, wanted: Links) -> str:
    """Return the text of `plan` with these links; one that is there gets the digest only."""
    root = compose(text)
    edits = [edit for place, links in wanted.items() for edit in _edits(text, root, place, links)]
    new = splice(text, edits)
    held = links_of(plan)
    after = {place: {**held.get(place, {}), **links} for place, links in wanted.items()}
    _verify(path, plan, new, after)
    return new


def without_link(path: Path, text: str, plan: Plan, place: KeyPath, task: str) -> str:
    """Return the text of `plan` without the link of the task at `place` to `task`."""
    held = links_of(plan)[place]
    n = list(held).index(task)
    entry = find(compose(text), place)
    listed = find(entry, (KEY,))
    edit = (
        yaml_layout.remove_item(text, listed, n)
        if len(listed.items) > 1
        else yaml_layout.remove_pair(text, entry, KEY)
    )
    new = splice(text, [edit])
    del held[task]
    _verify(path, plan, new, {place: held})
    return new


def links_of(plan: Plan) -> dict[KeyPath, dict[str, str]]:
    """Return the links of a plan, in printed order."""
    return {
        place: {link.task: link.seen or "" for link in task.carries_out}
        for place, task, _ in numbered_tasks(plan)
        if task.carries_out
    }


def _verify(path: Path, plan: Plan, text: str, links: Links) -> None:
    wanted = {
        place: tuple(Link(task=task, seen=seen or None) for task, seen in held.items())
        for place, held in links.items()
    }
    verify(plan, read_source(path, text).plan, KEY, wanted)


def _edits(text: str, root: YamlNode, place: KeyPath, links: Mapping[str, str]) -> Iterator[Edit]:
    entry = find(root, place)
    pair = entry.pair(KEY)
    new = dict(links)
    for item in pair.value.items if pair else ():
        name = item.pair("task")
        task = text[name.value.start : name.value.stop].strip("\"'") if name else ""
        if task in new:
            yield from _renewed(text, item, new.pop(task))
    if not new:
        return
    written = [in_line({"task": task, "seen": seen}) for task, seen in new.items()]
    if pair is None or not pair.value.items:
        yield _first(text, root, place, entry, written)
    elif pair.value.flow:
        yield yaml_layout.add_in_line(text, pair.value.items[-1], ", ".join(written))
    else:
        dash = " " * pair.value.column
        lines = "\n".join(f"{dash}- {one}" for one in written)
        yield yaml_layout.add_lines(text, pair.value.items[-1], lines)


def _renewed(text: str, item: YamlNode, seen: str) -> Iterator[Edit]:
    pair = item.pair("seen")
    if pair is None:
        yield yaml_layout.add_fields(text, item, [("seen", seen)])
    elif text[pair.value.start : pair.value.stop].strip("\"'") != seen:
        yield yaml_layout.new_value(text, pair.value, seen)


def _first(text: str, root: YamlNode, place: KeyPath, entry: YamlNode, written: list[str]) -> Edit:
    """Return the change that adds the key itself, or fills it where it is empty."""
    pair = entry.pair(KEY)
    if pair is not None:
        gap = " " if pair.value.start == pair.value.stop else ""
        return Edit(pair.value.start, pair.value.stop, f"{gap}[{', '.join(written)}]")
    if entry.flow:
        return yaml_layout.add_in_line(
            text, entry.pairs[-1].value, f"{KEY}: [{', '.join(written)}]"
        )
    tasks = find(root, place[:-2]).pair(str(place[-2]))
    holder = find(root, place[:-2])
    offset = max(tasks.value.column - holder.column, 0) if tasks else 2
    dash = " " * (entry.column + offset)
    lines = "\n".join(f"{dash}- {one}" for one in written)
    return yaml_layout.add_lines(
        text, entry.pairs[-1].value, f"{' ' * entry.column}{KEY}:\n{lines}"
    )
