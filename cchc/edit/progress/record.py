"""A record of progress put into the text of a plan, changed there, or taken out again."""

from __future__ import annotations

from cchc.edit.yaml import layout as yaml_layout
from cchc.edit.yaml.layout import KeyValues, in_line
from cchc.edit.yaml.nodes import MappingEntry, YamlNode, compose, find
from cchc.edit.yaml.splice import splice
from cchc.model.dates import PartialDate
from cchc.model.finding import Edit, KeyPath
from cchc.model.work import Progress

Records = tuple[Progress, ...]

KEY = "progress"
FIELDS = ("occurrence", "state", "date", "evidence", "note")
"""In the order in which a new record is written: the period first, as in a list of them."""


def text_with_record(
    text: str, place: KeyPath, old: Records, index: int | None, record: Progress
) -> str:
    """Return `text` with `record` at the task or section at `place`, whose records are `old`.

    `index` is the one of them that it replaces; None: it is a new one. One record of a task
    without periods is a mapping in one line; records of periods are a list, a line for each.
    """
    task = find(compose(text), place)
    held = task.pair(KEY)
    if held is None:
        return splice(text, [_first(text, place, task, record)])
    if index is not None:
        return _changed(text, place, old, index, record)
    node = held.value
    if node.mapping:
        return splice(text, _into_list(text, place, task, held, record))
    if not node.items:
        written = "[" + in_line(dict(fields(record))) + "]"
        return splice(text, [Edit(node.start, node.stop, written)])
    return splice(text, [_appended(text, node, record)])


def without_record(text: str, place: KeyPath, index: int) -> str:
    """Return `text` without the record `index` of the task or section at `place`."""
    task = find(compose(text), place)
    held = task.pair(KEY)
    if held is None:
        raise KeyError(place)
    if len(held.value.items) > 1:
        return splice(text, [yaml_layout.remove_item(text, held.value, index)])
    return splice(text, [yaml_layout.remove_pair(text, task, KEY)])


def fields(record: Progress) -> list[tuple[str, str]]:
    """Return the record's keys and values as they are written."""
    values = [(name, _written(record, name)) for name in FIELDS]
    return [(name, value) for name, value in values if value is not None]


def _written(record: Progress, name: str) -> str | None:
    value = getattr(record, name)
    if isinstance(value, PartialDate):
        return date_text(value)
    return None if value is None else str(value)


def date_text(when: PartialDate) -> str:
    """Return a date as plans write it: `2026-06-12`, or `6/2026` without the day."""
    return when.full.isoformat() if when.full else f"{when.month}/{when.year}"


def _first(text: str, place: KeyPath, task: YamlNode, record: Progress) -> Edit:
    """Return the change that adds the key itself."""
    written = in_line(dict(fields(record)))
    if task.flow:
        written = f"[{written}]" if record.occurrence else written
        return yaml_layout.add_in_line(text, task.pairs[-1].value, f"{KEY}: {written}")
    line = f"{' ' * task.column}{KEY}:"
    if record.occurrence:
        # Records of periods start as a list, so that the next one is one more line and no change.
        column = task.column + _list_offset(text, place)
        line += f"\n{' ' * column}- {written}"
    else:
        line += f" {written}"
    return yaml_layout.add_lines(text, task.pairs[-1].value, line)


def _list_offset(text: str, place: KeyPath) -> int:
    """Return by how much this file indents a list below its key, seen at the list of the task."""
    holder = find(compose(text), place[:-2])
    pair = holder.pair(str(place[-2]))
    if pair is None:
        raise KeyError(place)
    return max(pair.value.column - holder.column, 0)


def _appended(text: str, listed: YamlNode, record: Progress) -> Edit:
    """Return the change that adds a record to a list, in the style of the record above it."""
    last = listed.items[-1]
    if listed.flow:
        return yaml_layout.add_in_line(text, last, in_line(dict(fields(record))))
    return yaml_layout.add_lines(text, last, _item(fields(record), listed.column, last))


def _item(values: KeyValues, column: int, like: YamlNode) -> str:
    dash = f"{' ' * column}-"
    if like.flow:
        return f"{dash} {in_line(dict(values))}"
    inner = max(like.column, column + 2)
    return dash + yaml_layout.yaml_lines(values, inner)[column + 1 :]


def _into_list(
    text: str, place: KeyPath, task: YamlNode, held: MappingEntry, record: Progress
) -> list[Edit]:
    """Return the changes that make a lone record the first of a list, and add the second."""
    node = held.value
    if task.flow:
        second = in_line(dict(fields(record)))
        return [Edit(node.start, node.start, "["), Edit(node.stop, node.stop, f", {second}]")]
    colon = text.index(":", held.key.stop) + 1
    gap = text[colon : node.start]
    if node.flow and "\n" not in gap and "\r" not in gap:
        column = task.column + _list_offset(text, place)
        dash = Edit(colon, node.start, f"\n{' ' * column}- ")
    elif node.flow:
        column = node.column
        dash = Edit(node.start, node.start, "- ")
    elif node.column >= task.column + 2:
        column = node.column - 2
        dash = Edit(node.start - 2, node.start, "- ")  # in place of two spaces: no line moves
    else:
        column = task.column
        line = node.start - node.column
        dash = Edit(line, line, f"{' ' * column}-\n")
    return [dash, yaml_layout.add_lines(text, node, _item(fields(record), column, node))]


def _changed(text: str, place: KeyPath, old: Records, index: int, record: Progress) -> str:
    wanted = dict(fields(record))
    node = _record(text, place, index)
    edits = [
        yaml_layout.new_value(text, pair.value, wanted[pair.name])
        for pair in node.pairs  # compared as read: another spelling of the same date stays
        if pair.name in wanted and getattr(old[index], pair.name) != getattr(record, pair.name)
    ]
    known = {pair.name for pair in node.pairs}
    if new := [(name, value) for name, value in wanted.items() if name not in known]:
        edits.append(yaml_layout.add_fields(text, node, new))
    text = splice(text, edits)
    for name in sorted(known - wanted.keys()):
        if getattr(old[index], name) is None:
            continue  # left empty by whoever typed it, not taken away now
        text = splice(text, [yaml_layout.remove_pair(text, _record(text, place, index), name)])
    return text


def _record(text: str, place: KeyPath, index: int) -> YamlNode:
    node = find(compose(text), (*place, KEY))
    return node if node.mapping else node.items[index]
