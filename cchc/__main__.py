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
    try:
        import signal  # which takes a while itself, in which Ctrl-C may come

        code = _answer(sys.argv[1:])
        # From here on there is nothing left to interrupt.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:  # while modules are imported
        code = 130
    gc.freeze()
    sys.exit(code)


def _answer(argv: list[str]) -> int:
    """Run the command line `argv` and return the exit code."""
    try:
        _open_what_is_closed()
        if argv == ["--version"]:  # answered before anything is imported
            sys.stdout.write(f"cchc {__version__}\n")
            sys.stdout.flush()
            return 0
        if argv[:1] in (["__complete"], ["completion"]):  # nor at each press of Tab
            from cchc.cli.completion.shells import early

            if early(argv):
                sys.stdout.flush()
                return 0
    except OSError as error:
        from cchc.cli.app import unanswered

        return unanswered(error)
    # A run is short and leaves few cycles behind: the collector, looking at every model, rule and
    # plan again and again, took a seventh of it. It still runs now and then, for long lists of
    # plans; what lives at the end is not looked through once more only to be thrown away.
    gc.set_threshold(100_000, 20, 20)
    from cchc.cli.app import run

    return run(argv)


def _open_what_is_closed() -> None:
    """Give a stream that the caller has closed something to be.

    Otherwise the next file that is opened would get its number, and what is printed. What is
    written to standard output then fails, and is told; of standard error nobody is told.
    """
    for number, name, how in ((1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, how)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            stream = open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)


if __name__ == "__main__":
    main()
