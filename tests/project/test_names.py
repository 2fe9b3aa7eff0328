"""Every module, name and file of cchc that a docstring, a comment or a page names in backticks exists."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

from tests.conftest import ROOT

ROOMS = "app|cli|edit|intake|language|lsp|model|outputs|read|rules|store|views|word"
"""Rooms by which names are also called without `cchc.`; `document.title` is a key of plans."""
NAME = re.compile(rf"`((?:cchc|{ROOMS})(?:\.\w+)+)(?:\(\))?`")
FILE = re.compile(r"`((?:cchc|tests|benchmarks|docs|templates)/[\w/.-]+)`")
NO_NAMES = {"cchc.cmd", "cchc.toml"}
PAGES = [
    path
    for pattern in ("*.md", "plans/*.md", "{room}/**/*.py", "{room}/**/*.md")
    for room in (("cchc", "tests", "benchmarks", "docs") if "{" in pattern else ("",))
    for path in sorted(ROOT.glob(pattern.format(room=room)))
    if path != Path(__file__)
]


def exists(name: str) -> bool:
    """Whether `name` is a module, or what a module, a class or an object of one holds."""
    parts = name.removeprefix("cchc.").split(".")
    found = importlib.import_module("cchc")
    for at, part in enumerate(parts):
        try:
            found = importlib.import_module(".".join(["cchc", *parts[: at + 1]]))
        except ModuleNotFoundError:
            if part in getattr(found, "__annotations__", {}):
                return True
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
    return True


def test_what_a_page_names_is_there():
    for path in PAGES:
        text = path.read_text("utf-8")
        names = {found[1] for found in NAME.finditer(text)} - NO_NAMES
        assert [name for name in sorted(names) if not exists(name)] == [], path
        files = {found[1] for found in FILE.finditer(text)}
        assert [file for file in sorted(files) if not (ROOT / file).exists()] == [], path


def test_a_stale_pointer_is_seen():
    assert NAME.findall("`cchc.rules._plain`, `read.cache`, `document.title`") == [
        "cchc.rules._plain",
        "read.cache",
    ]
    assert exists("cchc.rules._catalogue.RulePage.bad")
    assert not exists("cchc.rules._plain")
    assert not exists("cchc.rules._catalogue.Page.worse")


def test_no_module_binds_one_name_twice():
    """Two modules that become one may each have had a pattern of that name: the later one would count for both."""
    twice = []
    for path in sorted((ROOT / "cchc").rglob("*.py")):
        bound: set[str] = set()
        for node in ast.parse(path.read_text("utf-8")).body:
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)])
                    | ast.AnnAssign(target=ast.Name(id=name))
                ):
                    pass
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    pass
                case _:
                    continue
            if name in bound:
                twice.append(f"{path.relative_to(ROOT).as_posix()}: {name}")
            bound.add(name)
    assert twice == []
