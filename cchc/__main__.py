"""The one boundary: arguments in, exit code out, and no traceback for anybody.

Exit codes: 0 nothing to report, 1 findings, 2 a request that cannot be met, 3 a bug in cchc.
"""

from __future__ import annotations

import sys

from cchc import __version__


def main() -> None:
    """Run the command line; the console script `cchc`."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported
        sys.stdout.write(f"cchc {__version__}\n")
        return
    from cchc.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
