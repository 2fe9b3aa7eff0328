"""The reports of one run by name: `github`, `sarif=out.sarif`, `junit=out.xml`, `json=out.json`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import cchc.outputs as room
from cchc import discover
from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.model.finding import Diagnostic

FORMATS = {"github": "github", "sarif": "sarif", "junit": "junit", "json": "diagnostics"}
"""Every report there is, and the module of this room whose `dumps` writes it."""


class ReportRequest(NamedTuple):
    """One report that was asked for: which, and the file it goes to (None: standard output)."""

    name: str
    path: Path | None

    @property
    def fills_stdout(self) -> bool:
        """Whether standard output must hold this report and nothing else.

        The commands of `github` are lines among other lines; the others are whole documents.
        """
        return self.path is None and self.name != "github"


Write = Callable[[str, ReportRequest], None]
"""Puts the text of a report where it goes, whole or not at all."""


def read_reports(specs: Sequence[str]) -> tuple[ReportRequest, ...]:
    """Return the reports that `specs` ask for: `name`, or `name=file`.

    Raises:
        UserError: no such report, a name without its file, or two reports in one place.
    """
    wanted = tuple(_read(spec) for spec in specs)
    places = [report.path for report in wanted]
    for report in wanted:
        if places.count(report.path) > 1:
            where = report.path or say("standard output")
            raise UserError(
                say("two reports go to {where}", where=where),
                say("give each its own file: --report {name}=FILE", name=report.name),
            )
    return wanted


def write_reports(
    reports: Sequence[ReportRequest],
    found: Sequence[Diagnostic],
    sources: Mapping[str, str],
    write: Write,
    here: Path = Path(),
) -> None:
    """Write each report with `write`; `sources` has the text of every file that was checked.

    `here` is where cchc runs, seen from the repository: services want the paths of all but `json`
    from there.

    Raises:
        UserError: a file cannot be written.
    """
    seen_from_top = from_top(found, here)
    texts = {from_top_path(path, here): path for path in sources}
    for report in reports:
        told = (
            (found, sources) if report.name == "json" else (seen_from_top, _Renamed(sources, texts))
        )
        text = discover.module(room, FORMATS[report.name]).dumps(*told)
        # A file name may hold bytes that are no UTF-8; a message that quotes it must not fail.
        write(text.encode("utf-8", "replace").decode("utf-8"), report)


def from_top(found: Sequence[Diagnostic], here: Path) -> list[Diagnostic]:
    """Return findings with their paths as they are from the top of the repository."""
    return [one._replace(path=from_top_path(one.path, here)) if one.path else one for one in found]


def from_top_path(path: str, here: Path) -> str:
    """Return a path of a file, seen from the folder `here`, as it is from the top."""
    return os.path.normpath(here / path) if here.parts else path


class _Renamed(Mapping[str, str]):
    """Texts under other names, each read when it is asked for."""

    def __init__(self, texts: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._texts = texts
        self._names = names

    def __getitem__(self, name: str) -> str:
        return self._texts[self._names[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _read(spec: str) -> ReportRequest:
    name, equals, path = spec.partition("=")
    if name not in FORMATS:
        known = say("one of: {known}", known=", ".join(FORMATS))
        raise UserError(
            say("there is no report “{name}”", name=name),
            did_you_mean(closest(name.lower(), FORMATS), known),
        )
    if equals and not path:
        raise UserError(
            say("--report {name}= names no file", name=name),
            say("write --report {name}=FILE, or --report {name}", name=name),
        )
    return ReportRequest(name, Path(path) if path not in ("", "-") else None)
