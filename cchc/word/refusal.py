"""Why an office file was not read, and what to do: one clear message for each case."""

from __future__ import annotations

from pathlib import Path

from cchc.errors import UserError, reason
from cchc.messages import Message, say


def _resave() -> Message:
    return say("Open it in Word or Excel, save it again as .docx or .xlsx, and use that file.")


def unreadable(path: Path, error: OSError) -> UserError:
    """Refuse a file that the system does not open."""
    return UserError(
        say("{path}: cannot be opened: {reason}", path=path, reason=reason(error)),
        say("Check the name, and that no other program has locked the file."),
    )


def not_a_file(path: Path) -> UserError:
    """Refuse a folder, a device or a pipe."""
    return UserError(
        say("{path}: is not a file", path=path),
        say("Name one Word, Excel or text file."),
    )


def empty(path: Path) -> UserError:
    """Refuse a file without a byte."""
    return UserError(
        say("{path}: the file is empty", path=path),
        say("Copy it again from where it came from; it was probably not sent completely."),
    )


def too_large(path: Path) -> UserError:
    """Refuse a file that is, or unpacks to, more than a paper can be."""
    return UserError(
        say("{path}: too large to be a paper", path=path),
        say("Check that this is the right file; delete large pictures, or split it."),
    )


def damaged(path: Path) -> UserError:
    """Refuse a zip file that is cut off or broken."""
    return UserError(say("{path}: the file is damaged", path=path), _resave())


def damaged_part(path: Path, part: str) -> UserError:
    """Refuse a file one part of which is no sound XML."""
    return UserError(
        say("{path}: the file is damaged (in its part {part})", path=path, part=part), _resave()
    )


def password_protected(path: Path) -> UserError:
    """Refuse a file that opens with a password only."""
    return UserError(
        say("{path}: the file is protected by a password", path=path),
        say("Open it with its password, take the password off "
            "(File, Info, Protect Document, Encrypt with Password), and save it."),
    )  # fmt: skip


def not_word(path: Path) -> UserError:
    """Refuse what is no Word document, whatever its name."""
    return UserError(
        say("{path}: not a Word document", path=path),
        say("Save it in Word as Word Document (*.docx), without a password."),
    )
