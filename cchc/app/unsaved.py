"""A workspace as an editor has it: validated with the texts that are not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.app.validation import Validation
from cchc.read.files import unsaved
from cchc.read.workspace import plan_files

if TYPE_CHECKING:
    from cchc.model.finding import Diagnostic
    from cchc.rules._settings import Settings


def validate_unsaved(
    root: Path, texts: Mapping[Path, str], settings: Settings
) -> dict[Path, list[Diagnostic]]:
    """Return what `cchc validate` would find in each of `texts` if all of them were saved.

    `texts` are plans of the workspace `root`; the other files are as they are on the disk, and what
    is known of them comes from the store.

    Raises:
        UserError: what the workspace names (a plan above) cannot be read.
    """
    files = sorted({*plan_files(root / "plans"), *texts})
    found: dict[Path, list[Diagnostic]] = {path: [] for path in texts}
    with unsaved(texts):
        for file in Validation(
            files, settings, whole=False, lasting=True, jobs=1, root=root
        ).files():  # fmt: skip
            if Path(file.path) in found:
                found[Path(file.path)] = file.found
    return found
