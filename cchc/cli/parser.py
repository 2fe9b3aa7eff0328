"""The parser of typer, made to speak the user's language.

typer (0.26 to 0.28) carries its parser along in `typer._click` and shows only some of it: not the
errors of parsing, which are needed here to put them into other words. This module is the only one
that looks inside.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from typer import _click, _types
from typer.core import TyperCommand, TyperGroup

from cchc.errors import UserError
from cchc.messages import DOMAIN, LOCALE_DIR, Message, _, language, quoted, say

UsageError = _click.exceptions.UsageError
"""What the parser raises at words that it cannot make sense of."""

WordChoice = _types.TyperChoice
"""The type of an option that takes one of some words."""

_BETWEEN = re.compile(r"(\d+)<=x<=(\d+)")
_AT_LEAST = re.compile(r"x>=(\d+)")

_NEAR = 3
"""Options that are offered for one that is not there."""
_SISTERS = {"--period": "--occurrence", "--occurrence": "--period"}
"""Options of different commands for one thing: the period of a report, the period of a task."""

GROUPS = {
    "draft": say("Draft"),
    "check": say("Check"),
    "follow": say("Follow up"),
    "print": say("Print"),
    "exchange": say("Exchange"),
    "set up": say("Set up"),
}
"""What commands are there for, in the order of help; `GROUP` of a command module is one of these."""


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


class CommandGroup(_Translated, TyperGroup):
    """The command line, whose help lists the commands by what one does with them."""

    def format_commands(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
        """List the commands of each group under its title."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        longest = max(map(len, commands))
        for group, title in GROUPS.items():
            rows = [
                (name.ljust(longest), command.short_help or "")
                for name, command in commands.items()
                if isinstance(command, TyperCommand) and command.rich_help_panel == group
            ]
            if rows:
                with formatter.section(str(title)):
                    formatter.write_dl(rows)


def _placeholder(param: _click.Parameter) -> str | None:
    """Return what stands for a value in help; None where click has better words, or for a flag."""
    if param.param_type_name == "argument":
        name = (param.name or "").upper()
        shown = name if param.required else f"[{name}]"
        return f"{shown}..." if param.nargs != 1 else shown
    kinds = {"int": _("N"), "str": _("TEXT"), "path": _("FILE")}
    return kinds.get(param.type.name.partition(" ")[0])


def translate_parser() -> None:
    """Point click's own gettext at our catalogue."""
    import gettext

    gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()


def usage_message(error: UsageError) -> Message:
    """Return what is wrong with the words of a command line."""
    exceptions = _click.exceptions
    param = getattr(error, "param", None)
    name = param.opts[-1] if param and param.opts and param.opts[-1].startswith("-") else None
    shown = name or (param.human_readable_name.upper() if param else "")
    if isinstance(error, exceptions.MissingParameter):
        return say("{name} is missing", name=shown)
    if isinstance(error, exceptions.NoSuchOption):
        known = error.ctx.command.get_params(error.ctx) if error.ctx else ()
        if near := _near(error.option_name, [name for one in known for name in one.opts]):
            return say(
                "there is no option {name}; did you mean {near}?",
                name=error.option_name, near=", ".join(near),
            )  # fmt: skip
        return say("there is no option {name}", name=error.option_name)
    if isinstance(error, exceptions.BadParameter):
        return say("{name}: {reason}", name=shown, reason=_reason(error))
    if isinstance(error, exceptions.BadOptionUsage):
        return say("option {name} needs a value", name=error.option_name)
    return say("{reason}", reason=error.format_message())


def meant_file(error: UsageError, argv: Sequence[str]) -> Message | None:
    """Return how to name the file whose name was taken for options; None: there is no such file."""
    name = getattr(error, "option_name", "")
    for word in argv:
        if name and word.startswith(name) and Path(word).is_file():
            return say("for the file of that name write {path}", path=quoted(f"./{word}"))
    return None


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
        if low is not None:
            return say("give a whole number, at least {low}", low=low)
        return say("give a whole number")
    return say("{reason}", reason=error.message)


def _near(name: str, known: Sequence[str]) -> list[str]:
    """Return the options most like `name`, the nearest first."""
    from difflib import get_close_matches  # seldom needed

    if (sister := _SISTERS.get(name, "")) in known:
        return [sister]
    words = {one.lstrip("-"): one for one in known if one.startswith("--")}
    near = get_close_matches(name.lstrip("-"), words, n=_NEAR, cutoff=0.7)
    return [words[one] for one in near]
