"""A place in the tokens of a phrase, with the few moves that the grammar needs."""

from __future__ import annotations

from cchc.language.deadline.hours import without_hours
from cchc.language.deadline.tokens import Token, tokenise, without_repeats
from cchc.language.deadline.words import Sign

_END = Token("mark", "", 0, 0)


class Cursor:
    """Reads tokens from left to right. A rule that does not match puts `at` back."""

    def __init__(self, text: str, tokens: list[Token] | None = None) -> None:
        self.text = text
        if tokens is None:
            tokens = without_hours(without_repeats(tokenise(text), text))
        self.tokens = tokens
        self.at = 0
        self.remarks: list[str] = []
        """Words that have no part in the date."""
        self.of_report = False
        """Whether a date is said to be one of the reporting year or period."""
        self.report = False
        """Whether the word "báo cáo" has been met."""
        self.by_period = False
        """Inside a list of reporting periods, where ", năm 2026" is one more of them."""

    def peek(self, ahead: int = 0) -> Token:
        """Return the token `ahead` places on; past the end, an empty mark."""
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else _END

    def done(self) -> bool:
        """Whether everything has been read."""
        return self.at >= len(self.tokens)

    def sign(self, ahead: int = 0) -> Sign:
        """Return the sign of the token `ahead` places on."""
        return self.peek(ahead).sign

    def is_mark(self, marks: str, ahead: int = 0) -> bool:
        """Whether a punctuation mark out of `marks` stands `ahead` places on."""
        token = self.peek(ahead)
        return token.sign == "mark" and token.fold != "" and token.fold in marks

    def take(self, *signs: Sign) -> Token | None:
        """Step over a token that has one of `signs`, and return it."""
        token = self.peek()
        if token.sign in signs and not self.done():
            self.at += 1
            return token
        return None

    def take_mark(self, marks: str) -> bool:
        """Step over a punctuation mark out of `marks`."""
        if self.is_mark(marks):
            self.at += 1
            return True
        return False

    def take_year(self) -> int | None:
        """Step over a number of four digits, and return it."""
        if self.is_year():
            self.at += 1
            return self.tokens[self.at - 1].value
        return None

    def is_year(self, ahead: int = 0) -> bool:
        """Whether a number of four digits stands `ahead` places on."""
        token = self.peek(ahead)
        return token.sign == "number" and token.end - token.start == 4

    def is_small(self, ahead: int = 0) -> bool:
        """Whether a number of one or two digits stands `ahead` places on."""
        token = self.peek(ahead)
        return token.sign == "number" and 1 <= token.end - token.start <= 2

    def between(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not with, token `last`."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def folded(self, first: int, last: int) -> str:
        """Return the same words in lower case and the grammar's spelling."""
        return " ".join(token.fold for token in self.tokens[first:last])
