"""What can be wrong with a file before any rule looks at it: the codes of reading and schema."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from cchc.messages import Message, say
from cchc.model.finding import Finding, KeyPath, Severity, Span


class ReadingCode(NamedTuple):
    """A code of reading (Y: YAML), of the schema (S) or of cchc itself (B: bug), with the name that states the fault."""

    code: str
    name: str
    about: Message

    def at(
        self,
        message: Message,
        help: Message | None = None,  # noqa: A002  the contract's word for it
        *,
        place: KeyPath = (),
        span: Span | None = None,
        key: bool = False,
        replacement: str | None = None,
    ) -> Finding:
        """Return the finding of this fault at a key path or a span; always an error."""
        return Finding(
            self.code, self.name, Severity.ERROR, message, place, help,
            span=span, key=key, replacement=replacement,
        )  # fmt: skip


UNREADABLE = ReadingCode(
    "Y001", "unreadable-file", say("The file does not exist, is not a file, or may not be read.")
)
TOO_LARGE = ReadingCode("Y002", "file-too-large", say("The file is far larger than any plan."))
NOT_UTF8 = ReadingCode("Y003", "not-utf-8", say("The file is not UTF-8 text."))
CONTROL = ReadingCode(
    "Y004", "control-character", say("The file contains a character that printed text never has.")
)
EMPTY = ReadingCode("Y005", "empty-file", say("The file is empty."))
SYNTAX = ReadingCode("Y006", "yaml-syntax", say("The file is not valid YAML."))
TAB = ReadingCode(
    "Y007", "tab-indentation", say("A line is indented with a tab; YAML allows spaces only.")
)
DUPLICATE_KEY = ReadingCode(
    "Y008",
    "duplicate-key",
    say("A key appears twice in one group; only one of its values could count."),
)
UNSUPPORTED = ReadingCode(
    "Y009",
    "anchor-alias-or-tag",
    say("Anchors, aliases and tags are YAML features that plans do not use."),
)
SECOND_DOCUMENT = ReadingCode(
    "Y010", "second-document", say("A file holds one plan; a second document would be lost.")
)
TOO_DEEP = ReadingCode(
    "Y011", "nested-too-deep", say("Brackets or indentation nest deeper than a plan ever does.")
)
NOT_A_MAPPING = ReadingCode(
    "Y012", "not-a-mapping", say("The file is text or a list where a plan has keys.")
)
NOT_A_KEY = ReadingCode("Y013", "key-not-text", say("A key is a list or a group of keys."))

UNKNOWN_KEY = ReadingCode(
    "S001", "unknown-key", say("A key is not known here, most often a typing slip.")
)
MISSING = ReadingCode("S002", "missing-field", say("A key that a plan must have is missing."))
WRONG_TYPE = ReadingCode(
    "S003", "wrong-type", say("A value is of the wrong kind: text for a list, a word for a number.")
)
WRONG_VALUE = ReadingCode(
    "S004", "unknown-value", say("A value is not one of those the key allows.")
)
BAD_DATE = ReadingCode(
    "S005",
    "bad-date",
    say("A date has none of the accepted forms, or names a day that does not exist."),
)
EMPTY_VALUE = ReadingCode("S006", "empty-value", say("A key that must have a value is empty."))
WRONG_FORM = ReadingCode(
    "S007", "wrong-form", say("A value does not have the form that its key asks for.")
)
NOT_A_PLAN = ReadingCode("S008", "not-a-plan", say("The file has none of the keys of a plan."))
KEY_TWICE = ReadingCode(
    "S009", "register-key-twice", say("Two documents of the register have the same key.")
)
KEY_UNKNOWN = ReadingCode(
    "S010",
    "register-key-unknown",
    say("A document of the register is said to be changed by one that is not in it."),
)
KEY_NOT_REGISTERED = ReadingCode(
    "S011", "cited-key-unknown", say("A base cites by a key that the register does not have.")
)
HOLIDAYS = ReadingCode(
    "S012", "days-off-wrong", say("The file of days off does not say which days are off.")
)

INTERNAL = ReadingCode(
    "B001", "internal-error", say("cchc itself failed on this plan; the plan need not be wrong.")
)
MERGE = ReadingCode(
    "Y014",
    "unsettled-merge",
    say("A merge left two versions of the same lines in the file; nobody has chosen one."),
)

TWIN = ReadingCode(
    "Y015",
    "two-files-for-one-plan",
    say("Two files in one folder are called alike but for their endings: both are one plan."),
)

ALL = tuple(one for one in list(globals().values()) if isinstance(one, ReadingCode))
FIRM = ("Y", "S", "B")
"""Families that nothing hides: a plan that cannot be read has not been checked."""
_LONG = 200
"""Characters of what an exception says that are shown: some quote a whole plan."""


def internal(error: Exception) -> Finding:
    """Return the finding that stands for a plan on which `error` was raised, with what to report.

    With CCHC_DEBUG the traceback goes to standard error.
    """
    if os.environ.get("CCHC_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    at, trace = "", error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        at, trace = f"{frame.f_globals.get('__name__')}:{trace.tb_lineno}", trace.tb_next
    told = "".join(char if char.isprintable() else " " for char in str(error)[:_LONG])
    what = f"{type(error).__name__}: {told} ({at})" if told else f"{type(error).__name__} ({at})"
    return INTERNAL.at(
        say("internal error in cchc: {what}", what=what),
        say(
            "the other plans are answered; send this line to the maintainers, with the plan if you may"
        ),
        span=Span(1, 1, 1, 1, 0, 0),
    )
