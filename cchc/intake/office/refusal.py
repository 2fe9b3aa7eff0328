"""Why a file was not read, and what to do: one clear message for each case."""

from __future__ import annotations

from pathlib import Path

from cchc.errors import UserError
from cchc.messages import quoted, say


def unknown(path: Path) -> UserError:
    """Refuse what is neither an office paper nor text."""
    return UserError(
        say("{path}: this is neither a Word nor an Excel nor a text file", path=path),
        say("Save the plan as .docx in Word, and import that file."),
    )


def plan_file(path: Path) -> UserError:
    """Refuse what is a plan file already."""
    return UserError(
        say("{path}: this is a plan file; it need not be imported", path=path),
        say("check it with “cchc validate {path}”; a plan from elsewhere is copied into plans/, with "
            "its name ending in .yaml", path=quoted(path)),
    )  # fmt: skip


def picture(path: Path) -> UserError:
    """Refuse a scan or a PDF: there is no text to read."""
    return UserError(
        say("{path}: a picture or PDF file cannot be read", path=path),
        say("Import the Word file the paper was made from; a PDF can be opened in Word and saved "
            "as .docx, a scan must be turned into text first."),
    )  # fmt: skip


def web_page(path: Path) -> UserError:
    """Refuse a web page or XML file; it often has a .doc name."""
    return UserError(
        say("{path}: this is a web page or XML file, whatever its name", path=path),
        say("Open it in Word, save it as Word Document (*.docx), and import that file."),
    )


def not_utf8(path: Path) -> UserError:
    """Refuse text in an old encoding."""
    return UserError(
        say("{path}: the text is not UTF-8", path=path),
        say("Save it as UTF-8; text in TCVN3 or VNI must be converted to Unicode first."),
    )


def no_converter(path: Path, suffix: str) -> UserError:
    """Refuse a file for which LibreOffice is needed and not there."""
    return UserError(
        say("{path}: {suffix} files are read with LibreOffice, which was not found",
            path=path, suffix=suffix),
        say("Save it as .docx in Word (File, Save As), or install LibreOffice."),
    )  # fmt: skip


def not_converted(path: Path) -> UserError:
    """Refuse a file that LibreOffice could not convert."""
    return UserError(
        say("{path}: LibreOffice could not convert the file", path=path),
        say("Save it as .docx in Word (File, Save As), without a password, and import that file."),
    )


def no_text(path: Path) -> UserError:
    """Refuse a file in which there is nothing to read."""
    return UserError(
        say("{path}: there is no text in the file", path=path),
        say("A scanned paper must be turned into text first; otherwise check the file."),
    )
