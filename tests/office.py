"""A stand-in for LibreOffice: a script of a few lines, so that its failures can be had.

It does what `OFFICE_MODE` says, and writes each of its calls as a line of `OFFICE_LOG`.
"""

from __future__ import annotations

import os
from pathlib import Path

from cchc.document import pdf

SCRIPT = r"""#!/bin/sh
printf '%s\n' "$*" >>"$OFFICE_LOG"
printf '%s\n' "$TMPDIR" >"$OFFICE_LOG.tmpdir"
case "$OFFICE_MODE" in
  slow) sleep 100 & echo $! >"$OFFICE_LOG.pid"; wait ;;
  refuses) echo "Error: source file could not be loaded" >&2; exit 0 ;;
  crashes) exit 139 ;;
esac
for one in "$@"; do
  case "$one" in *.docx)
    name="${one%.docx}"
    [ "$OFFICE_MODE$name" = "skips0001" ] && continue
    [ "$OFFICE_MODE$name" = "half0001" ] && { printf '%%PDF-1.7\n' >"$name.pdf"; continue; }
    { printf '%%PDF-1.7\n'; cat "$one"; printf '\nstartxref\n9\n%%%%EOF\n'; } >"$name.pdf"
  esac
done
"""


def install_office(folder: Path, monkeypatch) -> Path:
    """Put the office on PATH, and nothing else that could be taken for one; return its log."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(SCRIPT)
    program.chmod(0o755)
    (folder / "tmp").mkdir()
    monkeypatch.setenv("OFFICE_LOG", str(folder / "office.log"))
    monkeypatch.setenv("OFFICE_MODE", "")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/bin{os.pathsep}/usr/bin")
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    monkeypatch.setattr(pdf, "POLL_SECONDS", 0.01)
    return folder / "office.log"


def uninstall_office(monkeypatch) -> None:
    """Leave no office to be found."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "_USUAL", {})
