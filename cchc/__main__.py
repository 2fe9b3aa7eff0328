"""The one boundary: arguments in, exit code out, and no traceback for anybody.

Exit codes: 0 nothing to report, 1 findings, 2 a request that cannot be met, 3 a bug in cchc.
"""

from __future__ import annotations

import gc
import sys

from cchc import __version__


def main() -> None:
    """Run the command line; the console script `cchc`."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported
        sys.stdout.write(f"cchc {__version__}\n")
        return
    # A run is short and leaves few cycles behind: the collector, looking at every model, rule and
    # plan again and again, took a seventh of it. It still runs now and then, for long lists of
    # plans; what lives at the end is not looked through once more only to be thrown away.
    gc.set_threshold(100_000, 20, 20)
    from cchc.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
