"""Print plans, edit the prints at random as an office does, take them back: as edited by hand?

    python -m benchmarks.word_and_back [--rounds 300] [--seed 0]

A round takes one of six plans, gives it records, prints it, changes words, deadlines, units and columns, puts
rows, lines and sections in, takes some out and moves some, and takes the paper back with `import --update`. The plan
must then equal the same edits made by hand in its data: no record, comment or word is lost, and taking
the same file twice changes nothing. Every other round the print has lost its bookmarks and record.
Exit code 0 says that every round held.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.app.test_update_any_plan import differs


def main() -> int:
    """Run the rounds and tell which did not hold."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=300)
    options.add_argument("--seed", type=int, default=0, help="of the first round")
    asked = options.parse_args()
    wrong = 0
    for seed in range(asked.seed, asked.seed + asked.rounds):
        with TemporaryDirectory(prefix="cchc-") as folder:
            try:
                fault = differs(Path(folder), seed, strip=seed % 2 == 1)
            except Exception as error:  # a round that breaks off is one that failed
                fault = f"{type(error).__name__}: {error}"
        if fault:
            wrong += 1
            print(f"round {seed}: {fault}", flush=True)
    print(f"rounds: {asked.rounds}; wrong: {wrong}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
