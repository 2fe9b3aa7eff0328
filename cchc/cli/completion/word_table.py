"""The words there are to complete, as the commands themselves have them.

A line of `words.LANGUAGE.tsv` is a word: where it stands, what it is called, what goes with it,
and a description, with tabs between.

    where       "" for the first word, a command ("due"), or a command and its action ("sheet out");
                "(code)" for the codes of findings
    name        a command; an option with its short form ("--output -o"); or the place of an
                argument, counted from 1, with "+" when more may follow
    takes       what the option's value or the argument is: "=" and words with "|" between,
                each with ":" and a description or not; "plan", "code", "template", "packaged" (a
                template that comes with cchc), "file", "text" (nothing is offered); "" for what
                takes no value. "*" in front: may be given again
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing itself is imported by nobody at such a start
if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = os.path.dirname(__file__)
CODES = "(code)"


class Word:
    """A line of the table."""

    __slots__ = ("about", "name", "repeats", "short", "takes")

    def __init__(self, name: str, takes: str, about: str) -> None:
        self.name, _, self.short = name.partition(" ")
        self.repeats = takes.startswith("*")
        self.takes = takes.removeprefix("*")
        self.about = about

    @property
    def is_option(self) -> bool:
        """Whether it is an option, not a command or an argument."""
        return self.name.startswith("-")


class CompletionWords:
    """All words of a language."""

    def __init__(self, language: str) -> None:
        with open(os.path.join(HERE, f"words.{language}.tsv"), "rb") as file:
            self._lines = file.read().decode().splitlines()

    def at(self, where: str) -> Iterator[Word]:
        """Yield the words that stand there."""
        start = f"{where}\t"
        for line in self._lines:
            if line.startswith(start):
                _, name, takes, about = line.split("\t")
                yield Word(name, takes, about)


def language() -> str:
    """As `cchc.messages.language`, which imports more than a Tab has time for."""
    return "en" if os.environ.get("CCHC_LANG", "").lower().startswith("en") else "vi"
