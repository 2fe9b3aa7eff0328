"""The Word, Excel and text files of offices, checked as the plans they hold; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.app.bulkhead import each_apart
from cchc.app.import_ import Imported, import_paper
from cchc.messages import Message
from cchc.outputs.paper_findings import PaperFinding, in_paper
from cchc.read.load import read_source
from cchc.read.register import find_register
from cchc.rules import diagnose
from cchc.rules._facts import Facts

if TYPE_CHECKING:
    from cchc.errors import UserError
    from cchc.model.finding import Diagnostic, KeyPath
    from cchc.rules._settings import Settings

_SAID = frozenset({"lead", "support", "leads", "units", "groups", "subject", "role", "kind", "id"})
"""Keys whose values are not words of the paper."""


class ValidatedPaper(NamedTuple):
    """What is wrong with a paper, in its order."""

    path: Path
    found: list[PaperFinding]
    notes: Sequence[Message]
    """What the reading of it has to say."""
    fails: bool
    """Whether a finding is bad enough for the settings to fail."""


def validate_papers(
    papers: Sequence[Path], chosen: Settings, cwd: Path
) -> tuple[list[ValidatedPaper], list[UserError]]:
    """Check each paper as the plan it holds, with the register of the workspace at `cwd`.

    `chosen`: which codes count, and how much. The places of findings are those of the paper. Returned
    is also why some were left out.

    Raises:
        UserError: the only file cannot be read or is no plan.
    """
    return each_apart(papers, lambda path: _validated(path, chosen, cwd))


def _validated(path: Path, chosen: Settings, cwd: Path) -> ValidatedPaper:
    imported = import_paper(path)
    judged = chosen.apply(_diagnosed(imported, cwd))
    found = _ordered(
        PaperFinding(str(path), in_paper(one.finding), imported.place(one.finding.place),
                     _words(imported, one.finding.place))
        for one in judged
    )  # fmt: skip
    return ValidatedPaper(path, found, imported.found.notes, chosen.fails(judged))


def _diagnosed(imported: Imported, cwd: Path) -> list[Diagnostic]:
    """Return every finding on the plan of a paper."""
    source = read_source(imported.file, imported.text(""))
    register = find_register(cwd)
    known = register.register if register else None
    return diagnose(
        source, facts=Facts(source.plan, known, source.decomposed) if source.plan else None
    )


def _ordered(found: Iterable[PaperFinding]) -> list[PaperFinding]:
    return sorted(found, key=lambda one: (_order(one), one.finding.code))


def _order(one: PaperFinding) -> tuple[int, ...]:
    place = one.place
    if place is None or not any(place):
        return (0,)
    return (1, place.line, bool(place.table), place.paragraph, place.table, place.row, place.cell)


def _words(imported: Imported, path: KeyPath) -> str:
    """Return the text at `path` of the plan, or nothing when it is no single text."""
    keys = [part for part in path if isinstance(part, str)]
    if keys and keys[-1] in _SAID:
        return ""  # ids: the paper has other words there
    value: object = imported.found.data
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif part == "text" and isinstance(value, str):
            pass  # a section of nothing but text is that text
        else:
            return ""
    return value if isinstance(value, str) else ""
