"""One open file as the server sees it: the text in the editor, saved or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cchc.lsp.positions import Positions
from cchc.model.announced import NOTHING, Announced
from cchc.model.finding import Diagnostic, Place
from cchc.model.plan import Plan
from cchc.model.register import Register
from cchc.read.load import read_text_as
from cchc.read.places import Places
from cchc.read.source import Source
from cchc.rules._settings import Settings


@dataclass(frozen=True)
class PlanText:
    """A text and what is read from it; nothing of it changes, each edit makes another one.

    `last_plan` is the plan of the text before, for as long as this one has none: while a line is
    half typed, the units and tasks above and below it are still known.
    """

    path: Path
    text: str
    register: Register | None = None
    settings: Settings | None = None
    last_plan: Plan | None = None
    announced: Announced = NOTHING

    @cached_property
    def source(self) -> Source:
        """The text as read."""
        return read_text_as(self.path, self.text, lambda: self.register, self.announced)

    @cached_property
    def readable(self) -> Plan | None:
        """The plan of this text, or what of it can be read."""
        rest = self.source.partial()
        return self.source.plan or (rest.plan if rest else None)

    @cached_property
    def plan(self) -> Plan | None:
        """The plan of this text, or what of it can be read, or else the last one that there was."""
        if self.source.broken and self.readable:
            return self.readable
        return self.source.plan or self.last_plan

    @cached_property
    def places(self) -> Places:
        """Where everything stands."""
        return self.source.places()

    @cached_property
    def positions(self) -> Positions:
        """The lines of the text."""
        return Positions(self.text)

    @cached_property
    def found(self) -> list[Diagnostic]:
        """What is wrong with this text by itself; `cchc validate` says the same of it."""
        from cchc.app.validation import validate_text

        return validate_text(
            self.text, str(self.path), self.register, self.settings, self.announced
        )

    def value(self, place: Place) -> str:
        """Return the text at a key path as written, without quotes around it; "" for none."""
        span = self.places.value_at(place)
        return self.text[span.start : span.stop].strip("\"'") if span else ""
