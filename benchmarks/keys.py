"""Answers so many keys typed into one plan, as the language server does, and ends:

python -m benchmarks.keys FILE COUNT
"""

from __future__ import annotations

import sys
from pathlib import Path

from cchc.lsp.server import PlanServer


def main(path: Path, count: int) -> None:
    """Open the plan, and type letters into its first titles."""
    server = PlanServer()
    shown: list[int] = []
    server.show = lambda uri, found: shown.append(len(found))  # type: ignore[method-assign]
    text = path.read_text("utf-8")
    uri = path.resolve().as_uri()
    server.take(uri, text)
    at = text.index("title: ", text.index("tasks:")) + len("title: ")
    for _ in range(count):
        text = f"{text[:at]}a{text[at:]}"
        server.take(uri, text)
    if len(shown) != count + 1:
        raise SystemExit("a key was not answered")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
