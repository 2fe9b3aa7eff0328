"""Values from a paper put into the text of a plan, each in the style that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cchc.edit.yaml import layout as yaml_layout
from cchc.edit.yaml.layout import in_line, scalar, shape_of
from cchc.edit.yaml.nodes import MappingEntry, YamlNode, compose, find
from cchc.edit.yaml.plan_text import WIDTH, entry_lines
from cchc.edit.yaml.splice import line_start, splice
from cchc.model.field_kinds import extra_heading, extra_name
from cchc.model.finding import Edit, KeyPath

Values = Mapping[tuple[KeyPath, str], str | list[str] | None]

_COMMENT_BEHIND = re.compile(r"[^\r\n]*?[ \t]#")


def with_values(text: str, values: Values) -> str:
    """Return `text` with new values by entry and key; None: the key goes.

    An entry that is a bare text is changed itself. Comments and all other lines stay.
    """
    for (place, key), value in values.items():
        entry = find(compose(text), place)
        if heading := extra_heading(key):
            text = _with_extra(text, entry, place, heading, value)
            continue
        if not entry.mapping:
            text = splice(text, [_bare(text, entry, place, value)])
            continue
        pair = entry.pair(key)
        if value is None or value == []:
            text = splice(text, [yaml_layout.remove_pair(text, entry, key)]) if pair else text
        elif pair is None:
            text = splice(text, [_added(text, entry, place, key, value)])
        elif isinstance(value, list):
            text = _listed(text, place, key, value)
        else:
            text = splice(text, [_changed(text, entry, pair, value)])
    return text


def _with_extra(
    text: str, task: YamlNode, place: KeyPath, heading: str, value: str | list[str] | None
) -> str:
    """Return `text` with what a task has in the custom column of this heading."""
    held = task.pair("extra")
    if held is not None and held.value.mapping:
        names = [
            pair.name for pair in held.value.pairs if extra_name(pair.name) == extra_name(heading)
        ]
        if value is None and len(held.value.pairs) == len(names) == 1:
            return splice(text, [yaml_layout.remove_pair(text, task, "extra")])
        return with_values(text, {((*place, "extra"), names[0] if names else heading): value})
    if held is not None:
        text = splice(text, [yaml_layout.remove_pair(text, task, "extra")])
        task = find(compose(text), place)
    if value is None:
        return text
    return splice(text, [_added(text, task, place, "extra", {heading: str(value)})])


def _bare(text: str, entry: YamlNode, place: KeyPath, value: str | list[str] | None) -> Edit:
    if not isinstance(value, str):
        raise ValueError(f"a text cannot become {value!r}: {place}")
    dash = _dash(text, entry.start)
    if entry.flow or dash is None or _commented(text, entry):
        return yaml_layout.new_value(text, entry, value)
    column = dash - line_start(text, dash)
    lines = "\n".join(entry_lines("-", value, (*place[-2:-1], 0), column))
    return Edit(dash, entry.stop, lines[column:])


def _dash(text: str, at: int) -> int | None:
    """Return where the dash of the item stands whose text begins at `at`, when only blanks are between."""
    before = text[:at].rstrip(" ")
    return len(before) - 1 if before.endswith("-") else None


def _changed(text: str, entry: YamlNode, pair: MappingEntry, value: str) -> Edit:
    old = pair.value
    column = pair.key.column
    short = "\n" not in value and column + len(pair.name) + 2 + len(value) <= WIDTH
    block = old.style in ("|", ">") or "\n" in text[old.start : old.stop]
    if entry.flow or _commented(text, old) or (short and not block):
        return yaml_layout.new_value(text, old, value)
    lines = "\n".join(entry_lines(f"{pair.name}:", value, (pair.name,), column))
    return Edit(pair.key.start, old.stop, lines[column:])


def _commented(text: str, node: YamlNode) -> bool:
    """Tell whether a comment stands on a line of the value, beside it."""
    head = text[node.start : node.stop].split("\n", 1)[0]
    block = node.style in ("|", ">") and "#" in head
    return block or bool(_COMMENT_BEHIND.match(text, node.stop))


def _added(
    text: str, entry: YamlNode, place: KeyPath, key: str, value: str | list[str] | dict[str, str]
) -> Edit:
    """Return the change that adds a key, before the first that comes later in the model."""
    written = scalar(key, flow=True)
    if entry.flow:
        return yaml_layout.add_in_line(text, entry.pairs[-1].value, f"{written}: {in_line(value)}")
    column = entry.pairs[0].key.column
    lines = "\n".join(entry_lines(f"{written}:", value, (key,), column))
    names = [pair.name for pair in entry.pairs]
    name = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    order = shape_of(name, dict.fromkeys(names)).order
    rank = order.index(key) if key in order else len(order)
    earlier = [pair for pair in entry.pairs if pair.name in order[:rank]]
    if not earlier:
        first = entry.pairs[0].key
        return Edit(first.start, first.start, f"{lines[column:]}\n{' ' * column}")
    return yaml_layout.add_lines(text, earlier[-1].value, lines)


def _listed(text: str, place: KeyPath, key: str, value: list[str]) -> str:
    """Return `text` with a list of texts changed: in one line as a whole, in lines by its items."""
    node = find(compose(text), (*place, key))
    if node.flow or not node.items:
        return splice(text, [Edit(node.start, node.stop, in_line(value))])
    old = [_plain(text, item) for item in node.items]
    for n in reversed(range(len(old))):
        if old[n] not in value and len(old) > 1:
            listed = find(compose(text), (*place, key))
            text = splice(text, [yaml_layout.remove_item(text, listed, n)])
            del old[n]
    for one in value:
        if one not in old:
            listed = find(compose(text), (*place, key))
            written = f"{' ' * listed.column}- {scalar(one, flow=False)}"
            text = splice(text, [yaml_layout.add_lines(text, listed.items[-1], written)])
    if len(old) == 1 and old[0] not in value:
        listed = find(compose(text), (*place, key))
        text = splice(text, [yaml_layout.remove_item(text, listed, 0)])
    items = find(compose(text), (*place, key)).items
    other = [
        yaml_layout.new_value(text, item, one)
        for item, one in zip(items, value, strict=True)
        if _plain(text, item) != one
    ]
    return splice(text, other)  # the same in another order


def _plain(text: str, item: YamlNode) -> str:
    return text[item.start : item.stop].strip("\"'")
