"""YAML events: from libyaml through ruamel.yaml.clib, or from pure ruamel.yaml without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from cchc.messages import Message, say
from cchc.read.yaml.characters import AFTER_SIGN, named
from cchc.read.yaml.positions import TextPosition, line_starts, mark_at

_ESCAPE = (
    say("“\\” inside double quotes starts a code that YAML does not know"),
    say("use single quotes, or write “\\\\”"),
)
OPEN_QUOTE = (
    say("a quotation mark is opened and never closed"),
    say("close it, or leave the quotes out"),
)
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_PAST_THE_LAST = re.compile(r"\\U(?!00(?:0|10))")

# What both parsers' English sentences mean for whoever typed the file. First match wins.
_MEANINGS: tuple[tuple[str, Message, Message], ...] = (
    (
        "mapping values are not allowed",
        say("“: ” inside a value, or wrong indentation"),
        say("put the whole value in quotes, or line the key up with its neighbours"),
    ),
    (
        "could not find expected ':'",
        say("a key without “:”, or a value that runs on"),
        say("write “key: value”; indent the following lines of a long value"),
    ),
    (
        "found unexpected end of stream",
        *OPEN_QUOTE,
    ),
    (
        "found undefined alias",
        say("a value starts with “*”"),
        say("put quotes around the value"),
    ),
    (
        "cannot start any token",
        say("a value cannot start with this character"),
        say("put quotes around the value"),
    ),
    (
        "expected ',' or '",
        say("a list in “[ ]” or a mapping in “{ }” is not closed"),
        say("close the bracket, or put quotes around text that starts with one"),
    ),
    (
        "did not find expected '-' indicator",
        say("this line is not part of the list above"),
        say("line it up with the other “-” of the list, or with the keys outside it"),
    ),
    (
        "did not find expected key",
        say("this line does not line up with the keys above"),
        say("give it the same indentation as its neighbours"),
    ),
    (
        "block sequence entries are not allowed",
        say("a list item “- ” cannot stand here"),
        say("start the list on a new line, or put quotes around the value"),
    ),
    (
        "unknown escape character",
        *_ESCAPE,
    ),
    (
        "invalid Unicode character escape code",
        *_ESCAPE,
    ),
    (
        "block end",
        say("this line does not line up with what stands above"),
        say("give it the same indentation as its neighbours"),
    ),
)
_INSIDE = r"while (scanning|parsing a flow)"
"""What the parser was in, where that says more than the place at which it stumbled."""
_LINES_BEFORE = 8
_UNKNOWN = say("this is not valid YAML")
_UNKNOWN_HELP = say("check the indentation, quotes and brackets just before this place")


class ParseError(Exception):
    """The text is not YAML from `mark` on."""

    def __init__(
        self,
        message: Message,
        help: Message,  # noqa: A002  the contract's word for it
        mark: TextPosition,
        *,
        tab: bool = False,
        opened: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.mark = mark
        self.tab = tab
        self.opened = mark.offset if opened is None else opened
        """The offset of what the parser was in: an open quote or bracket, a key."""


def events(text: str) -> Iterator[Any]:
    """Yield the YAML events of `text`.

    Raises:
        ParseError: the text is not YAML; at the place the parser names.
    """
    try:
        yield from _parsed(text)
    except (MarkedYAMLError, YAMLError) as error:
        raise _problem(error, text) from None


def _parsed(text: str) -> Iterator[Any]:
    try:
        from _ruamel_yaml import CParser
    except ImportError:  # no wheel for this machine: the same events, thirty times slower
        return _pure_events(text)
    return iter(CParser(text).get_event, None)


def _pure_events(text: str) -> Iterator[Any]:
    """Yield the events of pure ruamel.yaml, which lets codes pass that libyaml refuses."""
    from ruamel.yaml import YAML

    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if _NO_CHARACTER.search(getattr(event, "value", None) or ""):
                mark = event.start_mark
                raise ParseError(*_ESCAPE, TextPosition(mark.index, mark.line, mark.column))
            yield event
    except (ValueError, OverflowError):  # chr() of a code past the last character
        found = _PAST_THE_LAST.search(text)
        raise ParseError(
            *_ESCAPE, mark_at(line_starts(text), found.start() if found else 0)
        ) from None


def _problem(error: YAMLError, text: str) -> ParseError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    # At the end of a text without a last line end libyaml names a line that is not there.
    at = mark_at(line_starts(text), min(mark.index, len(text)) if mark else 0)
    if "\t" in text[at.offset : at.offset + 1]:
        return ParseError(
            say("a tab character is used for indentation"),
            say("use spaces: two for each level"), at, tab=True,
        )  # fmt: skip
    starts = line_starts(text)
    start = starts[max(0, at.line - _LINES_BEFORE)]  # the parser stumbles some lines later
    stop = text.find("\n", at.offset)
    if found := AFTER_SIGN.search(text, start, len(text) if stop < 0 else stop):
        return ParseError(
            say("{name} stands where YAML needs a plain space", name=named(found[1])),
            say("replace it by a space"),
            mark_at(starts, found.start(1)),
        )
    said = str(getattr(error, "problem", "") or error)
    context = getattr(error, "context_mark", None)
    inside = re.match(_INSIDE, str(getattr(error, "context", "")))
    opened = context.index if context and inside else None
    for words, message, remedy in _MEANINGS:
        if words in said:
            return ParseError(message, remedy, at, opened=opened)
    return ParseError(_UNKNOWN, _UNKNOWN_HELP, at, opened=opened)
