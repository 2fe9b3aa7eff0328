"""Adding and taking away entries of YAML mappings and lists, in the style that is there.

Every function returns edits for the text; none touches a character of another entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.edit.nodes import Node, Pair
from cchc.edit.scalar import in_line, scalar
from cchc.edit.splice import line_start
from cchc.model.finding import Edit

Fields = Sequence[tuple[str, str]]
"""Keys with their values, in the order in which they are to be written."""

_BLOCK_HEAD = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)?")


def lines(fields: Fields, column: int) -> str:
    """Return the entries of a mapping in lines, each at `column`."""
    return "\n".join(f"{' ' * column}{key}: {scalar(value, flow=False)}" for key, value in fields)


def new_value(text: str, old: Node, value: str) -> Edit:
    """Return the change of one scalar; the comment beside a block text's "|" stays."""
    comment = ""
    if old.style in ("|", ">") and (head := _BLOCK_HEAD.match(text, old.start)):
        comment = head[1] or ""
    gap = " " if text[old.start - 1] == ":" and old.start == old.stop else ""
    return Edit(old.start, old.stop, gap + scalar(value, flow=old.flow) + comment)


def add_fields(text: str, mapping: Node, fields: Fields) -> Edit:
    """Return the change that puts entries behind the last one of `mapping`."""
    if mapping.flow:
        return add_in_line(text, mapping.pairs[-1].value, in_line(dict(fields))[1:-1])
    return add_lines(text, mapping.pairs[-1].value, lines(fields, mapping.column))


def add_in_line(text: str, last: Node, written: str) -> Edit:
    """Return the change that puts one more entry behind `last` inside braces or brackets."""
    gap = " " if text[last.stop - 1] == ":" else ""  # behind a key without a value
    return Edit(last.stop, last.stop, f"{gap}, {written}")


def add_lines(text: str, last: Node, written: str) -> Edit:
    """Return the change that puts whole lines below the one on which `last` ends."""
    at = last.after
    if text[at - 1] not in "\r\n":
        end = _line_end(text, at)
        if end == len(text):
            return Edit(end, end, f"\n{written}")
        at = _past_break(text, end)
    return Edit(at, at, f"{written}\n")


def remove_pair(text: str, mapping: Node, name: str) -> Edit:
    """Return the change that takes the entry `name` away, with the comment on its last line."""
    index = next(n for n, pair in enumerate(mapping.pairs) if pair.name == name)
    pair = mapping.pairs[index]
    if mapping.flow:
        return _cut_in_line(text, [_whole(pair) for pair in mapping.pairs], index)
    start = line_start(text, pair.key.start)
    if text[start : pair.key.start].strip():  # behind a dash: the next key takes its place
        return Edit(pair.key.start, mapping.pairs[index + 1].key.start, "")
    return _cut_lines(text, start, pair.value.after)


def _whole(pair: Pair) -> tuple[int, int]:
    return pair.key.start, pair.value.stop


def remove_item(text: str, listed: Node, index: int) -> Edit:
    """Return the change that takes one of several items of a list away."""
    if listed.flow:
        return _cut_in_line(text, [(item.start, item.stop) for item in listed.items], index)
    item = listed.items[index]
    start = listed.start
    if index:
        dash = re.compile(rf"(?:\A|(?<=[\r\n])) {{{listed.column}}}-(?=\s)")
        found = dash.finditer(text, listed.items[index - 1].stop, item.start)
        start = [match.start() for match in found][-1]
    return _cut_lines(text, line_start(text, start), item.after)


def _cut_in_line(text: str, spans: Sequence[tuple[int, int]], index: int) -> Edit:
    start, stop = spans[index]
    if index and "#" not in text[spans[index - 1][1] : start]:
        return Edit(spans[index - 1][1], stop, "")
    if index + 1 < len(spans) and "#" not in text[stop : spans[index + 1][0]]:
        return Edit(start, spans[index + 1][0], "")
    comma = re.compile(r"\s*,").match(text, stop)  # comments around it belong to its neighbours
    return Edit(start, comma.end() if comma else stop, "")


def _cut_lines(text: str, start: int, after: int) -> Edit:
    if text[after - 1] in "\r\n":
        return Edit(start, after, "")
    end = _line_end(text, after)
    if end < len(text):
        return Edit(start, _past_break(text, end), "")
    before = start - (2 if text[start - 2 : start] == "\r\n" else 1)
    return Edit(before, end, "")  # the last line has no break of its own: take the one before


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"[\r\n]").search(text, at)
    return found.start() if found else len(text)


def _past_break(text: str, at: int) -> int:
    return at + (2 if text.startswith("\r\n", at) else 1)
