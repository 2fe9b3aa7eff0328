"""The one boundary: arguments in, exit code out, and no traceback for anybody.

Exit codes: 0 nothing to report, 1 findings, 2 a request that cannot be met, 3 a bug in cchc.
"""

from __future__ import annotations

import gc
import os
import sys

from cchc import __version__


def main() -> None:
    """Run the command line; the console script `cchc`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called us: nobody is there to be told
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported
        sys.stdout.write(f"cchc {__version__}\n")
        return
    if sys.argv[1:2] in (["__complete"], ["completion"]):  # nor at each press of Tab
        from cchc.cli.completion.shells import early

        if early(sys.argv[1:]):
            return
    # A run is short and leaves few cycles behind: the collector, looking at every model, rule and
    # plan again and again, took a seventh of it. It still runs now and then, for long lists of
    # plans; what lives at the end is not looked through once more only to be thrown away.
    gc.set_threshold(100_000, 20, 20)
    try:
        from cchc.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are imported
        code = 130
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
