"""What fits at the end of a command line: the words that may stand there, or files."""

from __future__ import annotations

from cchc.cli.completion.word_table import CODES, CompletionWords
from cchc.cli.completion.workspace_names import (
    composed,
    packaged_template_names,
    plan_ids,
    template_names,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cchc.cli.completion.word_table import Word

    Offers = list[tuple[str, str]]

FILES = "/"
"""Offered alone: files and folders fit here, which the shell knows best. It is nobody's id."""


def offers(before: Sequence[str], begun: str, language: str) -> Offers:
    """Return what fits, each with a description ("" for none); or `FILES` alone.

    `before` are the words behind "cchc" that are complete, `begun` is the one being written.
    """
    return _WordsBefore(CompletionWords(language), before).offers(composed(begun))


class _WordsBefore:
    """A command line as far as it is written, and what may come next."""

    def __init__(self, table: CompletionWords, before: Sequence[str]) -> None:
        self.table = table
        self.where = ""
        self.given: list[str] = []
        """Arguments, behind the command and its action."""
        self.options: list[str] = []
        self.waiting: Word | None = None
        """The option whose value comes next."""
        self.only_arguments = False
        self.words = list(table.at(""))
        for word in before:
            self._take(word)

    def _take(self, word: str) -> None:
        if self.waiting:
            self.waiting = None
        elif word == "--" and not self.only_arguments:
            self.only_arguments = True
        elif word.startswith("-") and not self.only_arguments:
            name, equals, _ = word.partition("=")
            option = self._option(name)
            self.options.append(option.name if option else name)
            if option and option.takes and not equals:
                self.waiting = option
        else:
            self._enter(word)

    def _enter(self, word: str) -> None:
        """Go on to the words of a command, or of its action; all else is an argument."""
        inner = f"{self.where} {word}".strip()
        if " " not in self.where and not self.given:
            known = list(self.table.at(inner))
            if known:
                self.where, self.words = inner, known
                return
        self.given.append(word)

    def _option(self, name: str) -> Word | None:
        options = (one for one in self.words if one.is_option)
        return next((one for one in options if name in (one.name, one.short)), None)

    def offers(self, begun: str) -> Offers:
        """Return what fits and begins with `begun`."""
        if self.waiting:
            return self._values(self.waiting, begun)
        if begun.startswith("-") and not self.only_arguments:
            name, equals, value = begun.partition("=")
            option = self._option(name) if equals else None
            if option is None:
                return [] if equals else self._options(begun)
            found = self._values(option, value) if option.takes else []
            return found if files(found) else [(f"{name}={text}", about) for text, about in found]
        if not self.where:
            if self.given:
                return []  # no such command
            return [
                (one.name, one.about)
                for one in self.words
                if not one.is_option and one.name.startswith(begun)
            ]
        expected = self._expected()
        if expected is None:
            return [] if begun or self.only_arguments else self._options(begun)
        if expected.takes == "text" and not begun:
            return self._options(begun)
        return self._values(expected, begun)

    def _options(self, begun: str) -> Offers:
        return [
            (name, one.about)
            for one in self.words
            for name in (one.name, one.short)
            if name
            and name.startswith(begun)
            and one.is_option
            and name in (one.name, begun)  # the short form only when it is written
            and (one.repeats or one.name not in self.options)
        ]

    def _expected(self) -> Word | None:
        """Return the argument that comes next."""
        place = len(self.given) + 1
        for one in self.words:
            if one.name == str(place) or (one.name.endswith("+") and place >= int(one.name[:-1])):
                return one
        return None

    def _values(self, word: Word, begun: str) -> Offers:
        kind = word.takes
        if kind.startswith("="):
            return [
                (value, about)
                for value, _, about in (one.partition(":") for one in kind[1:].split("|"))
                if value.startswith(begun)
            ]
        if kind == "plan":
            rest = [one for one in plan_ids() if one not in self.given]
            return _named(rest, begun)
        if kind == "template":
            return _named(template_names(), begun)
        if kind == "packaged":
            return _starting(packaged_template_names(), begun)
        if kind == "code":
            return self._codes(begun)
        return [(FILES, "")] if kind == "file" else []

    def _codes(self, begun: str) -> Offers:
        """Return codes, and their names once letters are there; several may stand with commas."""
        head, comma, begun = begun.rpartition(",")
        found = []
        for one in self.table.at(CODES):
            name = one.short
            if one.name.startswith(begun.upper() if begun[:1].isupper() else begun):
                found.append((f"{head}{comma}{one.name}", f"{name}: {one.about}"))
            elif begun and name.startswith(begun):
                found.append((f"{head}{comma}{name}", f"{one.name}: {one.about}"))
        return found


def files(found: Offers) -> bool:
    """Whether the shell is to offer files."""
    return bool(found) and found[0][0] == FILES


def _named(names: Iterable[str], begun: str) -> Offers:
    """Return the names that fit, or files when none does: these may be given in their place."""
    return _starting(names, begun) or [(FILES, "")]


def _starting(names: Iterable[str], begun: str) -> Offers:
    # A name with a line break or the like cannot be written on a line.
    return [(one, "") for one in names if one.startswith(begun) and one.isprintable()]
