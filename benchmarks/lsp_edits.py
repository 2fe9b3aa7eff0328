"""Types at random in a plan and compares the language server with `cchc validate` after each edit:

    python -m benchmarks.lsp_edits --edits 500

The server has the text unsaved, in a copy of the five plans; the command finds it saved, in another
copy. Code, range (UTF-16) and message of every diagnostic must be the same, those over several plans
too. Exit code 1 at the first edit after which they are not.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from lsprotocol import types

from benchmarks.tools import ROOT
from cchc.app.validation import Validation
from cchc.lsp.diagnostics import as_protocol
from cchc.lsp.plan_text import PlanText
from cchc.lsp.server import EVERYTHING
from cchc.read.workspace import plan_files
from tests.lsp.client import Editor, with_editor

TYPED = ("", "", "a", " ", ":", "\n", "- ", "[", "]", "#", '"', "Quý", "😀", "\t", "2026", "{")
"""What is typed; nothing: letters are deleted."""
RESTORE = 25
"""Edits until the plan is whole again."""

Told = list[tuple[object, ...]]


def edits(text: str, count: int, seed: int) -> list[str]:
    """Return the text after each of `count` edits."""
    chance = random.Random(seed)
    made, now = [], text
    for n in range(count):
        if n % RESTORE == 0:
            now = text
        at = chance.randrange(len(now))
        now = now[:at] + chance.choice(TYPED) + now[at + chance.randrange(3) :]
        made.append(now)
    return made


def told(found: list[types.Diagnostic]) -> Told:
    """Return diagnostics as plain data, in an order."""
    return sorted(
        (str(one.code), one.range.start.line, one.range.start.character, one.range.end.line,
         one.range.end.character, one.message)
        for one in found
    )  # fmt: skip


def commanded(root: Path, path: Path, text: str) -> Told:
    """Return what `cchc validate` says of the plan in `path` once `text` is saved there."""
    path.write_text(text, "utf-8", newline="")
    run = Validation(
        plan_files(root / "plans"), EVERYTHING, whole=True, lasting=True, jobs=1, root=root
    )
    found = next((one.found for one in run.files() if Path(one.path) == path), [])
    return told(as_protocol(PlanText(path, text), found))


def main() -> int:
    """Compare, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--plan", default="phu-thinh")
    asked = parser.parse_args()
    codes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder) / "editor", Path(folder) / "command"
        for root in (one, other):
            shutil.copytree(ROOT / "plans", root / "plans")
            # The same plan once more, in front: each edit contradicts it.
            shutil.copy(ROOT / "plans" / f"{asked.plan}.yaml", root / "plans" / "0.yaml")
        name = f"plans/{asked.plan}.yaml"
        text = (one / name).read_text("utf-8")
        os.environ["CCHC_LANG"] = "en"
        os.environ["CCHC_CACHE_DIR"] = f"{folder}/cache"

        async def work(editor: Editor) -> None:
            await editor.open(one / name, text)
            for n, now in enumerate(edits(text, asked.edits, asked.seed), start=1):
                found = told(await editor.change(one / name, now))
                wanted = commanded(other, other / name, now)
                if found != wanted:
                    print(
                        f"edit {n}: only the server {set(found) - set(wanted)}, only the command {set(wanted) - set(found)}"
                    )
                    raise SystemExit(1)
                codes.update(str(one[0])[0] for one in found)

        with_editor(one, work)
    print(
        f"{asked.edits} edits, {codes.total()} diagnostics, all the same; by family {dict(codes)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
