"""The command line: one typer app over the modules of `cchc.cli.commands`.

Only the command that is asked for is imported. A command module has `GROUP` (one of
`cchc.cli.parser.GROUPS`), `HELP` (a message), and `command`, a function with typer annotations that
returns an exit code.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from errno import EBADF, EMFILE, ENAMETOOLONG, ENFILE
from importlib import import_module
from pathlib import Path

import typer

import cchc.cli.commands as room
from cchc.cli.failure import fail
from cchc.cli.parser import (
    Command,
    CommandGroup,
    UsageError,
    meant_file,
    translate_parser,
    usage_message,
)
from cchc.cli.workflow_log import guarded
from cchc.discover import names
from cchc.errors import UserError, closest, did_you_mean, reason
from cchc.messages import Message, _, say

LONGEST_NAME = 60
"""Characters of a name that is too long for the system, as shown."""
HELP = say(
    "Check, query and print a commune's yearly administrative-reform plans.\n\n"
    "Plans are YAML files below plans/. Commands take plan ids, files or folders."
)


def build_app(only: str | None = None) -> typer.Typer:
    """Return the app with every command, or with the one called `only`."""
    app = typer.Typer(
        cls=CommandGroup, help=str(HELP), add_completion=False,
        rich_markup_mode=None, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip

    @app.callback()
    def _root(
        version: bool = typer.Option(False, "--version", help=_("Show the version and exit.")),
    ) -> None:
        if version:
            from cchc import __version__

            typer.echo(f"cchc {__version__}")
            raise typer.Exit

    for name, module_name in _commands().items():
        if only is None or name == only:
            module = import_module(f"{room.__name__}.{module_name}")
            text = str(module.HELP)
            short = text.partition("\n\n")[0]
            app.command(
                name, cls=Command, help=text, short_help=short, rich_help_panel=module.GROUP
            )(module.command)
    return app


def _commands() -> dict[str, str]:
    """Return the module of each command: `check-docx` is in check_docx, `import` in import_."""
    return {name.rstrip("_").replace("_", "-"): name for name in names(room)}


def run(argv: Sequence[str]) -> int:
    """Run the command line and return its exit code; every failure ends here in one message.

    Without words, a person at a terminal gets the menu.
    """
    with guarded(argv):
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # Windows consoles and pipes have other code pages
                stream.reconfigure(encoding="utf-8", errors="replace")
        translate_parser()
        if not argv and sys.stdin and sys.stdin.isatty() and sys.stdout.isatty():
            from cchc.cli.menu import menu

            return menu(_run)
        return _run(argv)


def _run(argv: Sequence[str]) -> int:
    asked = next((word for word in argv if not word.startswith("-")), None)
    known = list(_commands())
    only = asked if asked in known else None
    if asked and not only:
        hint = did_you_mean(closest(asked, known), say("see “cchc --help”"))
        return fail(say("there is no command “{name}”", name=asked), hint)
    try:
        code = build_app(only)(
            args=list(argv) or ["--help"], prog_name="cchc", standalone_mode=False
        )
        sys.stdout.flush()
    except UserError as error:
        fail(error.message, error.hint)
        return error.exit_code
    except UsageError as error:
        where = f" {asked}" if only else ""
        help_page = say("see “cchc{command} --help”", command=where)
        return fail(usage_message(error), meant_file(error, argv) or help_page)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except (OSError, SystemExit) as error:  # the second is what typer makes of a broken pipe
        return unanswered(error)
    except Exception as error:
        return _bug(error)
    if not argv:  # help for whoever asked for nothing is no answer
        return 2
    return code if isinstance(code, int) else 0


def unanswered(error: OSError | SystemExit) -> int:
    """Return the exit code after the system has refused something, and tell what."""
    if isinstance(error, (BrokenPipeError, SystemExit)):
        _let_go()  # whoever read our output has read enough
        return 0
    if error.errno in (EMFILE, ENFILE):
        return fail(
            say("too many files are open at once"),
            say("allow more, for example with “ulimit -n 256”, and run it again"),
        )
    if error.errno == ENAMETOOLONG:
        path = f"{str(error.filename)[:LONGEST_NAME]}..."
        return fail(
            say("{path}: cannot be opened: {reason}", path=path, reason=reason(error)), None
        )
    if isinstance(error, PermissionError) and error.filename is not None:
        return fail(refused(error), say("ask whoever owns it for access"))
    if error.filename is not None:  # a file that a command should have told about itself
        return _bug(error)
    _let_go()
    if error.errno == EBADF:
        return fail(say("the answer cannot be written: standard output is closed"), None)
    return fail(say("the answer cannot be written: {reason}", reason=reason(error)), None)


def refused(error: PermissionError) -> Message:
    """Return what nobody lets us read or write: the nearest folder that is closed, or the file."""
    path = Path(os.fsdecode(error.filename))
    for folder in reversed([path, *path.parents]):
        try:
            os.scandir(folder).close()
        except PermissionError:
            shown = Path.cwd() if folder == Path() else folder
            return say("no permission to read the folder {folder}", folder=shown)
        except OSError:
            break
    return say("{path}: {reason}", path=path, reason=reason(error))


def _let_go() -> None:
    """Leave standard output alone, so that Python does not complain of it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(error: Exception) -> int:
    if os.environ.get("CCHC_DEBUG"):
        import traceback

        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    fail(
        say("this is a bug in cchc: {what}", what=what),
        say(
            "nothing was changed; run it again with CCHC_DEBUG=1 and send the output to the "
            "maintainers"
        ),
    )
    return 3
