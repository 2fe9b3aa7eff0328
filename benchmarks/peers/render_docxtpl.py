"""Prints papers with docxtpl, all in one process: CONTENTS TEMPLATE OUT; run by the peers' Python.

As its documentation does it: the template is opened for every paper. (Asking it for escaping is
needed: without it a text with `&` loses its paragraph.)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(contents: Path, template: Path, out: Path) -> None:
    """Print a paper for every JSON file in `contents`."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found]  # only peers have it

    for path in sorted(contents.glob("*.json")):
        document = DocxTemplate(str(template))
        document.render(json.loads(path.read_text("utf-8")), autoescape=True)
        document.save(str(out / f"{path.stem}.docx"))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
