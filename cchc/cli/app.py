"""The command line: one typer app over the modules of `cchc.cli.commands`.

Only the command that is asked for is imported. A command module has `HELP` (a message), and
`command`, a function with typer annotations that returns an exit code.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import typer
from typer import _click  # the parser that typer carries along
from typer.core import TyperCommand, TyperGroup

import cchc.cli.commands as room
from cchc.cli.workflow_log import guarded
from cchc.discover import names
from cchc.errors import UserError, reason
from cchc.messages import DOMAIN, LOCALE_DIR, Message, _, language, say

HELP = say(
    "Check, query and print a commune's yearly administrative-reform plans.\n\n"
    "Plans are YAML files below plans/. Commands take plan ids, files or folders."
)


class _Translated:
    """What click writes without gettext is put into the user's language here."""

    options_metavar: str | None

    def get_help(self, ctx: _click.Context) -> str:
        self.options_metavar, self.subcommand_metavar = _("[OPTIONS]"), _("COMMAND ...")
        for param in self.params:  # type: ignore[attr-defined]
            param.metavar = param.metavar or _placeholder(param)
        text: str = super().get_help(ctx)  # type: ignore[misc]
        usage, options = _("Usage:"), _("Show this message and exit.")
        text = text.replace("Usage:", usage, 1).replace("Show this message and exit.", options)
        return _BETWEEN.sub(r"\1–\2", _AT_LEAST.sub(r"≥ \1", text))


class Command(_Translated, TyperCommand):
    """A command whose help, and whose refusal of a word too many, is in the user's language."""

    def parse_args(self, ctx: _click.Context, args: list[str]) -> list[str]:
        """Give the words to their parameters; one that fits nowhere is refused."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UserError(
                say("not understood: {words}", words=" ".join(rest)),
                say("see “cchc{command} --help”", command=f" {ctx.info_name}"),
            )
        return rest


class Group(_Translated, TyperGroup):
    """The command line whose help is in the user's language."""


_BETWEEN = re.compile(r"(\d+)<=x<=(\d+)")
_AT_LEAST = re.compile(r"x>=(\d+)")


def _placeholder(param: _click.Parameter) -> str | None:
    """Return what stands for a value in help; None where click has better words, or for a flag."""
    if param.param_type_name == "argument":
        name = (param.name or "").upper()
        shown = name if param.required else f"[{name}]"
        return f"{shown}..." if param.nargs != 1 else shown
    kinds = {"int": _("N"), "str": _("TEXT"), "path": _("FILE")}
    return kinds.get(param.type.name.partition(" ")[0])


def build(only: str | None = None) -> typer.Typer:
    """Return the app with every command, or with the one called `only`."""
    app = typer.Typer(
        cls=Group, help=str(HELP), no_args_is_help=True, add_completion=False,
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
            app.command(name, cls=Command, help=text, short_help=short)(module.command)
    return app


def _commands() -> dict[str, str]:
    """Return the module of each command: `check-docx` is in check_docx, `import` in import_."""
    return {name.rstrip("_").replace("_", "-"): name for name in names(room)}


def run(argv: Sequence[str]) -> int:
    """Run the command line and return its exit code; every failure ends here in one message."""
    with guarded(argv):
        return _run(argv)


def _run(argv: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles and pipes have other code pages
            stream.reconfigure(encoding="utf-8", errors="replace")
    _translate_parser()
    asked = next((word for word in argv if not word.startswith("-")), None)
    known = list(_commands())
    only = asked if asked in known else None
    if asked and not only:
        near = get_close_matches(asked, known, n=1)
        hint = say("did you mean “{near}”?", near=near[0]) if near else say("see “cchc --help”")
        return fail(say("there is no command “{name}”", name=asked), hint)
    try:
        code = build(only)(args=list(argv), prog_name="cchc", standalone_mode=False)
        sys.stdout.flush()
    except UserError as error:
        fail(error.message, error.hint)
        return error.exit_code
    except _click.exceptions.NoArgsIsHelpError as shown:
        sys.stdout.write(f"{shown.format_message()}\n")
        return 2
    except _click.exceptions.UsageError as error:
        where = f" {asked}" if only else ""
        return fail(_usage(error), say("see “cchc{command} --help”", command=where))
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except (BrokenPipeError, SystemExit):  # the second is what typer makes of the first
        _let_go()  # whoever read our output has read enough
        return 0
    except OSError as error:
        if error.filename is not None:  # a file that a command should have told about itself
            return _bug(error)
        _let_go()
        return fail(say("the answer cannot be written: {reason}", reason=reason(error)), None)
    except Exception as error:
        return _bug(error)
    return code if isinstance(code, int) else 0


def _let_go() -> None:
    """Leave standard output alone, so that Python does not complain of it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(message: Message, hint: Message | None) -> int:
    """Tell on standard error why the request cannot be met, and return exit code 2."""
    sys.stderr.write(f"cchc: {message}\n")
    if hint:
        sys.stderr.write(f"  {hint}\n")
    return 2


def _translate_parser() -> None:
    """Point click's own gettext at our catalogue."""
    import gettext

    gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()


def _usage(error: _click.exceptions.UsageError) -> Message:
    exceptions = _click.exceptions
    param = getattr(error, "param", None)
    name = param.opts[-1] if param and param.opts and param.opts[-1].startswith("-") else None
    shown = name or (param.human_readable_name.upper() if param else "")
    if isinstance(error, exceptions.MissingParameter):
        return say("{name} is missing", name=shown)
    if isinstance(error, exceptions.NoSuchOption):
        if error.possibilities:
            near = ", ".join(error.possibilities)
            return say(
                "there is no option {name}; did you mean {near}?", name=error.option_name, near=near
            )
        return say("there is no option {name}", name=error.option_name)
    if isinstance(error, exceptions.BadParameter):
        return say("{name}: {reason}", name=shown, reason=_reason(error))
    if isinstance(error, exceptions.BadOptionUsage):
        return say("option {name} needs a value", name=error.option_name)
    return say("{reason}", reason=error.format_message())


def _reason(error: _click.exceptions.BadParameter) -> Message:
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    if choices:
        known = ", ".join(str(getattr(one, "value", one)) for one in choices)
        return say("not one of {known}", known=known)
    kind = getattr(getattr(error.param, "type", None), "name", "")
    if kind.startswith("int"):
        low, high = (getattr(error.param.type, side, None) for side in ("min", "max"))  # type: ignore[union-attr]
        if low is not None and high is not None:
            return say("give a whole number from {low} to {high}", low=low, high=high)
        return say("give a whole number")
    return say("{reason}", reason=error.message)


def _bug(error: Exception) -> int:
    if os.environ.get("CCHC_DEBUG"):
        import traceback

        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    bug = say("this is a bug in cchc: {what}", what=what)
    sys.stderr.write(f"cchc: {bug}\n")
    hint = say(
        "nothing was changed; run it again with CCHC_DEBUG=1 and send the output to the maintainers"
    )
    sys.stderr.write(f"  {hint}\n")
    return 3
