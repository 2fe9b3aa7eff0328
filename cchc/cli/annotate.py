"""The option `--annotate` of commands that check Word documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli.options import today_or
from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.app.annotate import AnnotatedCopies
    from cchc.document.comments.annotate import Remark


def copies_of(
    papers: Sequence[Path], output: Path | None, today: str | None, *, annotate: bool, force: bool
) -> AnnotatedCopies | None:
    """Return the copies that the options ask for; None when they ask for none.

    Raises:
        UserError: the options do not go together, or a copy cannot be made.
    """
    if not annotate:
        if output is not None or force or today is not None:
            raise UserError(
                say("-o, --force and --today go with --annotate"), say("add --annotate")
            )
        return None
    if output is not None and str(output) == "-":
        raise UserError(
            say("findings go to standard output, the annotated copy cannot go there too"),
            say("give -o a file name"),
        )
    if not papers:
        raise UserError(
            say("--annotate puts comments into Word documents, and none is named"),
            say("name a .docx or .docm file"),
        )
    from cchc.app.annotate import AnnotatedCopies

    return AnnotatedCopies(papers, output, today_or(today), force=force)


def write_copy(copies: AnnotatedCopies, path: Path, remarks: Sequence[Remark]) -> None:
    """Write the copy of the file at `path`, and tell on standard error what became of it.

    Raises:
        UserError: as `AnnotatedCopies.write`.
    """
    copy = copies.write(path, remarks)
    if copy is None:
        lines = [say("{path}: nothing to comment on, no copy is made", path=path)]
    else:
        lines = [say("written: {path} (comments: {count})", path=copy.path, count=copy.comments)]
        if copy.breaks_signature:
            lines.append(
                say("{path} has a digital signature, which is not valid in the copy", path=path)
            )
    tell(*lines)
