"""The files of a workspace: where plans lie, and what editors, git and CI want to know of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from cchc.edit.files.write import write_bytes
from cchc.edit.yaml.plan_text import SCHEMA_FILE
from cchc.errors import UserError
from cchc.messages import say

_FILES = {
    "plans/README.md": "plans-readme.md",
    "cchc.toml": "cchc.toml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".nvim.lua": "nvim.lua",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/cchc.yml": "github-workflow.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
}
"""Each file of a workspace, with its name in `cchc.edit.starters`."""

Fate = Literal["written", "renewed", "kept"]


class Placed(NamedTuple):
    """What became of one file."""

    path: PurePosixPath
    fate: Fate
    asks: bool = False
    """Whether the address of cchc is still to be filled in, in place of `OWNER`."""


def set_up(folder: Path) -> Iterator[Placed]:
    """Write what `folder` lacks of a workspace; yield each file once it is there.

    A file that is there is kept as it is. Only the schemas are renewed: they belong to cchc, and
    follow its version.

    Raises:
        UserError: `folder` is a file, or cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UserError(
            say("{path} is a file, not a folder", path=folder), say("name a folder, or none")
        )
    for name, content in _schemas():
        path = folder / name
        was = path.read_bytes() if path.is_file() else None
        if was != content:
            write_bytes(path, content, was)
        fate: Fate = "written" if was is None else "kept" if was == content else "renewed"
        yield Placed(PurePosixPath(name), fate)
    starters = files("cchc.edit.starters")
    for name, starter in _FILES.items():
        path = folder / name
        if path.exists() or path.is_symlink():
            yield Placed(PurePosixPath(name), "kept")
            continue
        content = starters.joinpath(starter).read_bytes()
        write_bytes(path, content, was=None)
        yield Placed(PurePosixPath(name), "written", asks=b"OWNER" in content)


def _schemas() -> Iterator[tuple[str, bytes]]:
    from cchc.model.schema import json_schema, register_schema

    register = SCHEMA_FILE.with_name("register.schema.json")
    for path, schema in ((SCHEMA_FILE, json_schema()), (register, register_schema())):
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        yield path.as_posix(), f"{text}\n".encode()
