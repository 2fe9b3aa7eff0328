"""Mend plan files, or show how they would be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.errors import UserError
from cchc.messages import one_line
from cchc.read.folders import plan_id
from cchc.read.unread import Unread, failed

if TYPE_CHECKING:
    from cchc.rules._settings import Settings


class FixedFile(NamedTuple):
    """What was mended in one file."""

    path: Path
    mended: int
    diff: str
    """The changes as a unified diff, where they were only asked for."""


def fix_files(
    files: Sequence[Path], chosen: Settings, *, unsafe: bool, dry: bool
) -> Iterator[FixedFile | Unread]:
    """Mend each file and yield what was done; with `dry`, write nothing and yield the changes.

    A plan on which cchc itself fails is yielded as `Unread`, and left as it is.

    Raises:
        UserError: a file cannot be written, or somebody saves it in the same moment.
    """
    for path in files:
        try:
            yield _preview(path, chosen, unsafe) if dry else _fix(path, chosen, unsafe)
        except (UserError, OSError):
            raise
        except Exception as error:  # one plan never takes the others with it
            yield failed(plan_id(path), path, error)


def _fix(path: Path, chosen: Settings, unsafe: bool) -> FixedFile:
    from cchc.edit.fix import fix_file

    return FixedFile(path, fix_file(path, chosen, unsafe=unsafe), "")


def _preview(path: Path, chosen: Settings, unsafe: bool) -> FixedFile:
    from cchc.edit.fix import fix
    from cchc.outputs.unified import unified_diff
    from cchc.read.load import load

    source = load(path)
    made = fix(source, chosen, unsafe=unsafe)
    return FixedFile(path, made.mended, unified_diff(one_line(path), source.text, made.text))
