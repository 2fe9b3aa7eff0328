"""Plans with defects, as `cchc validate` sees them, for the tests of reports."""

from __future__ import annotations

from pathlib import Path

from cchc.messages import say
from cchc.model.finding import Diagnostic, Finding, Severity, Span
from cchc.read.load import read_source
from cchc.rules import diagnose

MINIMAL = (Path(__file__).parent.parent / "rules" / "minimal.yaml").read_text(encoding="utf-8")
DEFECTS = (
    ("deadline: Quý I,", "deadline: Năm 2026,"),  # D003, a warning, for a person
    ("76/NQ-CP", "76/NQCP"),  # C002, an error, with a fix
    ("Phòng Văn hóa", "Phòng  Văn hóa"),  # a spacing slip, with a fix
)


def defective(path: str = "plans/an-binh.yaml", prefix: str = "") -> tuple[str, list[Diagnostic]]:
    """Return the text of a plan with three defects and what is found in it."""
    text = prefix + MINIMAL
    for sound, broken in DEFECTS:
        assert sound in text
        text = text.replace(sound, broken, 1)
    return text, diagnose(read_source(Path(path), text))


def diagnostic(
    message: str,
    path: str = "plans/a.yaml",
    at: tuple[int, int, int, int] = (3, 5, 3, 9),
    severity: Severity = Severity.ERROR,
    remedy: str | None = None,
) -> Diagnostic:
    """Return a diagnostic made by hand; `message` may hold anything."""
    finding = Finding(
        "C002", "malformed-symbol", severity, say("{text}", text=message),
        help=say("{text}", text=remedy) if remedy else None,
    )  # fmt: skip
    return Diagnostic(path, Span(*at, 0, 0), finding)
