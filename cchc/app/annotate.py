"""The findings on an office's Word file, as comments in a copy of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.app.out_file import refuse_plan
from cchc.app.paper_files import put_paper, refuse_foreign
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.finding import Severity

if TYPE_CHECKING:
    from cchc.document.check._finding import DocxFinding
    from cchc.document.comments.annotate import Remark
    from cchc.outputs.paper_findings import PaperFinding

SUFFIXES = (".docx", ".docm")
ADDED = "-nhan-xet"
"""What the copy's name has behind that of the file."""
_QUOTED = re.compile("“([^”]+)”")


class AnnotatedCopy(NamedTuple):
    """A copy that was written, or was there already."""

    path: Path
    comments: int
    breaks_signature: bool
    """Whether the file bears a digital signature, which the copy cannot keep."""


class AnnotatedCopies:
    """The annotated copies of a run: where each goes, and that it may go there."""

    def __init__(
        self, papers: Sequence[Path], output: Path | None, day: date, *, force: bool
    ) -> None:
        """Look whether every copy can be made, before anything else is done.

        Args:
            papers: the files.
            output: the one copy; None for a name beside each file.
            day: the day that comments bear.
            force: write over somebody's file.

        Raises:
            UserError: a file is of another kind, or its copy would fall on a file that is not ours.
        """
        if output is not None and len(papers) > 1:
            raise UserError(
                say("-o names one copy, and there are {count} files", count=len(papers)),
                say("leave it out: each copy is written beside its file"),
            )
        self._day = day
        self._force = force
        self._targets = {path: output or _beside(path) for path in papers}
        for path, target in self._targets.items():
            _check(path, target, papers)
            if not force and target.suffix.lower() in SUFFIXES:
                refuse_foreign(target)

    def write(self, path: Path, remarks: Sequence[Remark]) -> AnnotatedCopy | None:
        """Write the copy of the file at `path` with `remarks`; without remarks there is none.

        Raises:
            UserError: the file is no Word document of today, or the copy cannot be written.
        """
        from cchc.document.comments.annotate import annotate

        if not remarks:
            return None
        made = annotate(path, remarks, self._day)
        target = self._targets[path]
        put_paper(target, made.data, force=self._force)
        return AnnotatedCopy(target, made.comments, made.signed)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}{ADDED}{path.suffix}")


def _check(path: Path, target: Path, papers: Sequence[Path]) -> None:
    """Refuse a file that cannot have comments, and a copy over any file of the run."""
    if path.suffix.lower() not in SUFFIXES or not _is_zip(path):
        raise UserError(
            say("{path}: only a Word document (.docx, .docm) can be given comments", path=path),
            say("save it as .docx in Word, or leave --annotate out"),
        )
    if target.suffix.lower() != path.suffix.lower():
        raise UserError(
            say("{path}: the copy stays of the kind of the file ({kind})", path=target,
                kind=path.suffix),
            say("give -o a name that ends in {kind}", kind=path.suffix),
        )  # fmt: skip
    refuse_plan(target)
    if target.exists() and any(one.exists() and target.samefile(one) for one in papers):
        raise UserError(
            say("{path}: the copy would take the place of a file that is checked", path=target),
            say("give -o another name"),
        )


def _is_zip(path: Path) -> bool:
    """Tell what the first bytes tell; what cannot be read is refused later, with the reason."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"")
    except OSError:
        return True


def remarks_of_plan(found: Iterable[PaperFinding]) -> list[Remark]:
    """Return the findings of `cchc validate` on one paper, ready for comments."""
    from cchc.document.comments.annotate import Remark

    return [
        Remark(
            one.place if one.place and any(one.place) else None,
            _lines(
                _headed(one.finding.severity, one.finding.message),
                one.finding.help and say("What to do: {help}", help=one.finding.help),
                say("Code {code}; see “cchc explain {code}”", code=one.finding.code),
            ),
            one.words, one.finding.within or "", one.finding.nth,
        )
        for one in found
    ]  # fmt: skip


def remarks_of_layout(found: Iterable[DocxFinding]) -> list[Remark]:
    """Return the findings of `cchc check-docx` on one document, ready for comments."""
    from cchc.document.comments.annotate import Remark
    from cchc.document.comments.places import numbers
    from cchc.word.package import DOCUMENT

    told = _gathered(found)
    places = numbers([one.element if one.part == DOCUMENT else None for one, _ in told])
    return [
        Remark(
            place,
            _lines(
                _headed(one.fault.severity, one.found if place is not None else _placed(one)),
                say("Wanted: {wants}", wants=one.wants),
                say("The same at {count} more places", count=more) if more else None,
                say("Source: {source}", source=one.fault.source) if one.fault.source else None,
                say("Code {code}", code=one.fault.code),
            ),
            within=_quoted(str(one.found)),
        )
        for (one, more), place in zip(told, places, strict=True)
    ]  # fmt: skip


def _gathered(found: Iterable[DocxFinding]) -> list[tuple[DocxFinding, int]]:
    """Return findings with how often each comes again: what repeats is one comment."""
    from cchc.outputs.diagnostics import REPEATS

    same: dict[object, list[DocxFinding]] = {}
    for one in found:
        same.setdefault((one.fault.code, str(one.found), str(one.wants)), []).append(one)
    told: list[tuple[DocxFinding, int]] = []
    for group in same.values():
        if len(group) < REPEATS:
            told += [(one, 0) for one in group]
        else:
            told.append((group[0], len(group) - 1))
    return sorted(told, key=lambda one: one[0].order)


def _placed(one: DocxFinding) -> Message:
    """Return what was found with its place: the comment cannot stand there."""
    return say("{place}: {found}", place=one.place, found=one.found)


def _quoted(found: str) -> str:
    """Return the words that a finding quotes; empty when there are none."""
    quoted = _QUOTED.search(found)
    return quoted[1] if quoted else ""


def _headed(severity: Severity, message: Message) -> Message:
    if severity is Severity.ERROR:
        return say("Must be put right: {message}", message=message)
    if severity is Severity.WARNING:
        return say("Should be looked at: {message}", message=message)
    return say("Worth knowing: {message}", message=message)


def _lines(*said: Message | None) -> tuple[str, ...]:
    return tuple(str(one) for one in said if one is not None)
