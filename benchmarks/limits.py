"""The least that work on files can cost: `python -I limits.py WHAT FOLDER`.

stat: ask for size and date of every plan below the folder. read: read every byte. events: libyaml
takes the bytes apart and nothing is built. compose: libyaml composes them and plain data is built
of it, dict, list and text, without types, places, schema or rules.

A script of its own that imports nothing but what its task needs. The collector is off: this is
meant to be as fast as it gets.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any


def entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the plan files below `folder`."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from entries(entry.path)
        elif entry.name.endswith(".yaml"):
            yield entry


def contents(folder: str) -> Iterator[bytes]:
    """Yield the bytes of every plan file below `folder`."""
    for entry in entries(folder):
        with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - pathlib costs its import
            yield file.read()


def stat(folder: str) -> int:
    return sum(entry.stat().st_mtime_ns & 1 for entry in entries(folder))


def read(folder: str) -> int:
    return sum(map(len, contents(folder)))


def events(folder: str) -> int:
    from _ruamel_yaml import CParser

    count = 0
    for text in contents(folder):
        CParser(text).raw_parse()
        count += 1
    return count


def compose(folder: str) -> int:
    from _ruamel_yaml import CParser
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    class Composer(CParser):  # type: ignore[misc]  # the C extension has no types
        def descend_resolver(self, *_: object) -> None: ...

        def ascend_resolver(self) -> None: ...

        def resolve(self, *_: object) -> str:
            return ""

    def plain(node: Any) -> Any:
        if isinstance(node, ScalarNode):
            return node.value
        if isinstance(node, MappingNode):
            return {plain(key): plain(value) for key, value in node.value}
        return [plain(value) for value in node.value]

    return sum(len(plain(Composer(text).get_single_node())) for text in contents(folder))


WORK: dict[str, Callable[[str], int]] = {
    "stat": stat, "read": read, "events": events, "compose": compose,
}  # fmt: skip

if __name__ == "__main__":
    gc.disable()
    print(WORK[sys.argv[1]](sys.argv[2]))
    sys.stdout.flush()
    os._exit(0)  # nothing is torn down either
