"""The package build: compile each catalogue of texts (.po) to the form that gettext reads (.mo).

Runs for wheels and for `pip install -e`. Its results are no source: git ignores them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Compiles `cchc/locale/*/LC_MESSAGES/*.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write a .mo beside each .po, and take it into the wheel."""
        root = Path(self.root)
        for source in sorted(root.glob("cchc/locale/*/LC_MESSAGES/*.po")):
            compiled = source.with_suffix(".mo")
            with source.open("rb") as texts, compiled.open("wb") as file:
                write_mo(file, read_po(texts, locale=source.parent.parent.name))
            build_data["artifacts"].append(compiled.relative_to(root).as_posix())
