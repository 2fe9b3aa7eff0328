"""Older and other office files, turned into .docx or .xlsx by LibreOffice when it is there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from cchc import programs
from cchc.intake.office import refusal
from cchc.messages import say

SUFFIXES = (".doc", ".odt", ".rtf", ".xls", ".ods")
NOTE = say("read by way of LibreOffice: automatic numbers may differ from those in Word")
TIMEOUT = 120
"""Seconds; a plan takes 3 to 10."""

_TARGETS = {"doc": "docx", "odt": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
"""
"""No macro runs and nothing is fetched, whatever the file asks for."""


def program() -> str | None:
    """Return where LibreOffice is; None when it is not found."""
    usual = (place for place in _USUAL_PLACES if Path(place).is_file())
    return programs.found(*_PROGRAMS) or next(usual, None)


def convert(path: Path, kind: str, folder: Path) -> Path:
    """Return the .docx or .xlsx that LibreOffice made of `path` in `folder`, which is thrown away.

    Raises:
        UserError: LibreOffice is not there, fails, or takes longer than `TIMEOUT`.
    """
    soffice = program()
    if soffice is None:
        raise refusal.no_converter(path, f".{kind}")
    # Its own profile: an open LibreOffice would take the order and answer nothing.
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_SETTINGS, encoding="utf-8")
    # A plain name with the right ending: LibreOffice goes by the ending.
    source = folder / f"paper.{kind}"
    shutil.copyfile(path, source)
    target = _TARGETS[kind]
    order = [
        soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", target, "--outdir", str(folder / "made"), str(source),
    ]  # fmt: skip
    made = folder / "made" / f"paper.{target}"
    if not _ran(order) or not made.is_file():
        raise refusal.not_converted(path)
    return made


def _ran(order: list[str]) -> bool:
    quiet = subprocess.DEVNULL
    try:
        # A session of its own: soffice starts further processes, which must end with it.
        with subprocess.Popen(
            order, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        ) as process:
            try:
                return process.wait(TIMEOUT) == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                _end(process)
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
