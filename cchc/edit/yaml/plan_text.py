"""Plan data as the YAML that people go on editing: readable, and exact to the last character.

    # yaml-language-server: $schema=../.cchc/plan.schema.json
    cchc: 1
    kind: cchc
    commune: {level: xã, name: Phú Thịnh, province: tỉnh Thái Nguyên}

    units:
      # Tên ghi theo Quyết định thành lập.
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}

Keys stand in the order of the model; long text is folded, text of several lines keeps its lines,
and quotes stand only where YAML needs them. Nothing that `cchc.read` refuses is ever written.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cchc.edit.yaml.layout import ONE_LINE_LISTS, PARTS, in_line, scalar, shape_of
from cchc.model.finding import KeyPath

WIDTH = 100
SCHEMA_FILE = Path(".cchc", "plan.schema.json")
"""Where a workspace keeps the JSON Schema for its editors; `cchc init` writes it."""

_OTHER_SCHEMA_FILE = Path("docs", "plan.schema.json")
"""Where it may lie as well, as in the repository of cchc itself."""

Comments = Mapping[KeyPath, str]

_SINGLE_SPACE = re.compile(r"(?<! ) (?! )")  # breaking at two spaces would lose one of them


def schema_address(plan: Path, root: Path) -> str:
    """Return how the plan file `plan` of the workspace `root` points to the schema of its editor.

    Relative to the file, so that a copied or shared workspace needs no network and no setting.
    """
    here, there = plan.absolute().parent, root.absolute()
    up = len(here.relative_to(there).parts) if here.is_relative_to(there) else 1
    own = (there / _OTHER_SCHEMA_FILE).is_file() and not (there / SCHEMA_FILE).is_file()
    return "../" * up + (_OTHER_SCHEMA_FILE if own else SCHEMA_FILE).as_posix()


def plan_text(
    data: Mapping[str, object],
    comments: Comments = MappingProxyType({}),
    *,
    schema: str = f"../{SCHEMA_FILE.as_posix()}",
) -> str:
    """Return plan data as YAML that `cchc.read` reads back to the same data.

    Args:
        data: mappings, lists, texts and whole numbers under the keys of `cchc.model.plan`; None is
            a value left empty. Numbers read back as their text, as every scalar of a plan does.
        comments: remarks by key path, on lines of their own above that key or item. One whose
            path is not in `data` stands at the nearest entry above it; the path () is the whole.
        schema: the address behind `$schema=` of the first line.

    Raises:
        TypeError: `data` holds something else.
    """
    writer = _Writer(data, comments)
    head = [f"# yaml-language-server: $schema={schema}", *writer.remark((), 0)]
    return "\n".join([*head, *writer.mapping(data, (), 0)]) + "\n"


class _Writer:
    """The lines of entries; every method returns lines that begin at their column."""

    def __init__(self, data: object, comments: Comments) -> None:
        self.comments: dict[KeyPath, list[str]] = {}
        for path, text in comments.items():
            self.comments.setdefault(_nearest(data, path), []).append(text)
        self.commented = {path[:n] for path in self.comments for n in range(len(path))}

    def mapping(self, data: Mapping[str, object], at: KeyPath, column: int) -> Iterator[str]:
        for key in _order(data, at):
            path = (*at, key)
            if not at and key in PARTS:
                yield ""
            yield from self.remark(path, column)
            yield from self.entry(f"{scalar(key, flow=True)}:", data[key], path, column)

    def items(self, data: Sequence[object], at: KeyPath, column: int) -> Iterator[str]:
        for index, item in enumerate(data):
            path = (*at, index)
            yield from self.remark(path, column)
            if not isinstance(item, Mapping) or not item or self.in_line(item, path, column + 2):
                yield from self.entry("-", item, path, column)
                continue
            lines = list(self.mapping(item, path, column + 2))
            # Remarks on the first key stand above the dash: below it they would tear it off.
            first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (line[2:] for line in lines[:first])
            yield f"{' ' * column}- {lines[first][column + 2 :]}"
            yield from lines[first + 1 :]

    def entry(self, head: str, value: object, at: KeyPath, column: int) -> Iterator[str]:
        """Yield `head` (a key with its colon, or a dash) and the value that belongs to it."""
        start = f"{' ' * column}{head}"
        if value is None:
            yield start
        elif isinstance(value, str | int):
            yield from _text(start, str(value), column + 2)
        elif written := self.in_line(value, at, len(start) + 1):
            yield f"{start} {written}"
        elif isinstance(value, Mapping):
            yield start
            yield from self.mapping(value, at, column + 2)
        else:
            yield start
            yield from self.items(_listed(value), at, column + 2)

    def in_line(self, value: object, at: KeyPath, column: int) -> str | None:
        """Return a mapping or list in one line, or None where it wants several."""
        if not isinstance(value, Mapping):
            listed = _listed(value)
            wanted = _key(at) in ONE_LINE_LISTS and all(isinstance(one, str) for one in listed)
        else:
            wanted = shape_of(_key(at), value).one_line
            value = {key: value[key] for key in _order(value, at)}
        if value and (not wanted or at in self.commented):
            return None
        if _has_blank(value):
            return None
        written = in_line(value)
        return written if column + len(written) <= WIDTH else None

    def remark(self, at: KeyPath, column: int) -> Iterator[str]:
        """Yield the comment lines for `at`."""
        for line in "\n".join(self.comments.get(at, ())).split("\n"):
            clean = "".join(" " if _unseen(c) else c for c in line)
            yield from textwrap.wrap(
                clean, WIDTH, initial_indent=f"{' ' * column}# ",
                subsequent_indent=f"{' ' * column}# ",
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip


def _text(start: str, text: str, column: int) -> Iterator[str]:
    """Yield `start` and a text in the form that is easiest to read."""
    lines = text.split("\n")
    written = scalar(text, flow=False)
    if not _survives(lines) or (len(lines) == 1 and len(start) + 1 + len(written) <= WIDTH):
        yield f"{start} {written}"
    elif len(lines) > 1 and all(column + len(line) <= WIDTH for line in lines):
        yield f"{start} |-"
        yield from (f"{' ' * column}{line}" if line else "" for line in lines)
    elif len(lines) == 1 and " " not in text:
        yield f"{start} {written}"
    else:
        yield f"{start} >-"
        for n, line in enumerate(lines):
            if n:
                yield ""  # a folded block reads an empty line as the break it stands for
            yield from _folded(line, column) if line else ()


def _folded(line: str, column: int) -> Iterator[str]:
    written = " " * column
    for n, piece in enumerate(_SINGLE_SPACE.split(line)):
        if n and len(written) + 1 + len(piece) > WIDTH:
            yield written
            written = " " * column + piece
        else:
            written += f" {piece}" if n else piece
    yield written


def _survives(lines: Sequence[str]) -> bool:
    """Tell whether lines stay as they are in a block: printable, no space at the ends of one, and
    something in the first and in the last.
    """
    return bool(lines[0] and lines[-1]) and all(
        line == line.strip() and not any(map(_unseen, line)) for line in lines
    )


def _unseen(c: str) -> bool:
    """Tell whether a character has no place in a plan file but as an escape code."""
    return unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in "\ufeff\ufffe\uffff"


def _has_blank(value: object) -> bool:
    """Tell whether `value` is, or holds, one that is left empty."""
    if value is None or isinstance(value, str | int):
        return value is None
    return any(map(_has_blank, value.values() if isinstance(value, Mapping) else _listed(value)))


def _order(data: Mapping[str, Any], at: KeyPath) -> list[str]:
    """Return the keys of an entry in the order of the model; unknown ones come last."""
    known = shape_of(_key(at), data).order
    return sorted(data, key=lambda key: known.index(key) if key in known else len(known))


def _listed(value: object) -> Sequence[object]:
    if type(value) in (list, tuple):
        return value  # type: ignore[return-value]
    raise TypeError(f"no plan data: {value!r}")


def _key(at: KeyPath) -> str:
    """Return the key under which an entry or a list stands, "" for the plan."""
    return next((str(step) for step in reversed(at) if isinstance(step, str)), "")


def _nearest(data: object, path: KeyPath) -> KeyPath:
    """Return `path` as far as it leads into `data`."""
    for n, step in enumerate(path):
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return path[:n]
    return path


def entry_lines(head: str, value: object, at: KeyPath, column: int) -> list[str]:
    """Return the lines of one entry behind `head`, a dash or a key with its colon.

    A mapping behind a dash is laid out as an item of the list under the last key of `at`.
    """
    writer = _Writer({}, {})
    if head == "-":
        return list(writer.items([value], at[:-1], column))
    return list(writer.entry(head, value, at, column))
