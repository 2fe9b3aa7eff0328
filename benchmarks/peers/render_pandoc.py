"""Prints papers with pandoc: PANDOC CONTENTS REFERENCE OUT.

One process a paper, because pandoc writes one document a run; they are started one after the other.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main(pandoc: str, contents: str, reference: str, out: str) -> None:
    """Print a paper for every Markdown file in `contents`."""
    for path in sorted(Path(contents).glob("*.md")):
        target = str(Path(out, f"{path.stem}.docx"))
        subprocess.run(
            [pandoc, f"--reference-doc={reference}", str(path), "-o", target], check=True
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
