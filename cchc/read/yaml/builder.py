"""Plain data from the events of the parser, in one loop: nothing deeper than `MAX_DEPTH` is ever
built, and no alias expanded.

What YAML allows and a plan does not use (aliases, tags, a second document, keys said twice) becomes
a finding, and the reading goes on where it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized, normalize

from cchc.messages import Message, say
from cchc.model.finding import Finding, KeyPath, Span
from cchc.read import faults
from cchc.read.yaml.characters import CONTROL, UNSEEN, named
from cchc.read.yaml.conflict_marks import unsettled
from cchc.read.yaml.positions import PlainData, Spot, line_starts, mark_at, span

if TYPE_CHECKING:
    from cchc.read.yaml.parser import ParseError

MAX_DEPTH = 32
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""How YAML writes that there is no value (YAML 1.2.2, 10.3.2); between quotes each is a text."""
MAX_PROBLEMS = 20
"""Faults of YAML that are listed; a file with more of them is no plan, and the rest is noise."""


class _StopError(Exception):
    """The rest of the text is not worth reading: the problem is already recorded."""


class Builder:
    """Builds the data of one document, notes its faults and, where `spots` is given, all places."""

    def __init__(self, text: str, spots: dict[KeyPath, Spot] | None) -> None:
        self.text = text
        self.spots = spots
        self.problems: list[Finding] = []
        self.decomposed: dict[KeyPath, str] = {}
        self.broken_at: ParseError | None = None
        self._changed = "\\" in text or not is_normalized("NFC", text)
        """Whether a value may differ from what is typed: by an escape between double quotes, or by
        letters to be composed."""

    def build(self) -> PlainData:
        """Return what the text holds: None when it is unusable."""
        from cchc.read.yaml.parser import ParseError

        if not self.text.strip():
            self._fault(
                faults.EMPTY, say("the file is empty"),
                say("“cchc new” makes a plan to start from, “cchc import FILE” one of a Word file"),
                Span(1, 1, 1, 1, 0, 0),
            )  # fmt: skip
            return None
        try:
            return self._document()
        except _StopError:
            return None
        except ParseError as problem:
            if left := unsettled(self.text, broken=True):
                self.problems += left[:MAX_PROBLEMS]
                return None
            self.broken_at = problem
            fault = faults.TAB if problem.tab else faults.SYNTAX
            at = span(problem.mark, problem.mark)
            self.problems.append(fault.at(problem.message, problem.help, span=at))
            return None

    def _fault(
        self, fault: faults.ReadingCode, message: Message, hint: Message | None, at: Span,
        replacement: str | None = None, place: KeyPath = (),
    ) -> None:  # fmt: skip
        """Note a fault; `place` is the entry that it spoils, if that is known."""
        self.problems.append(fault.at(message, hint, place=place, span=at, replacement=replacement))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _StopError

    def _document(self) -> PlainData:
        from cchc.read.yaml.parser import events as parsed

        events = parsed(self.text)
        root: PlainData = None
        documents = 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    self._fault(
                        faults.SECOND_DOCUMENT, say("a second document starts here"),
                        say("keep one plan in each file; delete the line “---” or move the rest"),
                        _of(event),
                    )  # fmt: skip
                    raise _StopError
            elif kind in ("ScalarEvent", "AliasEvent", "MappingStartEvent", "SequenceStartEvent"):
                root = self._node(event, events)
        if not isinstance(root, dict) and not self.problems:
            # The span of a value is known only to its event: the start of the file says enough.
            self._fault(
                faults.NOT_A_MAPPING, say("a plan is a list of keys such as “kind: cchc”"),
                say("“cchc new” makes a plan to start from; “cchc schema” has the keys of a plan"), Span(1, 1, 1, 1, 0, 0),
            )  # fmt: skip
        return root

    def _node(self, first: Any, events: Iterator[Any]) -> PlainData:
        """Build the node that starts with the event `first`, without recursion."""
        root = frame = _Frame(None, (), first)
        stack = [root]
        for event in chain((first,), events):
            kind = type(event).__name__
            if kind == "ScalarEvent":
                value = event.value
                special = event.anchor is not None or event.ctag is not None
                if self._changed or special or value in NULLS:
                    value = self._scalar(frame, event)
                self._put(frame, event, value)
            elif kind == "AliasEvent":
                self._refuse(frame, event, say("alias “*{name}”", name=event.anchor))
                self._put(frame, event, None)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                if event.anchor is not None or event.ctag is not None:
                    self._check_properties(frame, event)
                if len(stack) > MAX_DEPTH:
                    self._fault(
                        faults.TOO_DEEP, say("nested deeper than {n} levels", n=MAX_DEPTH),
                        say("a bracket or an indentation is wrong before this place"), _of(event),
                    )  # fmt: skip
                    raise _StopError
                inner: Any = {} if kind == "MappingStartEvent" else []
                frame = _Frame(inner, self._path(frame), event)
                stack.append(frame)
            else:  # the end of a mapping or sequence
                done = stack.pop()
                frame = stack[-1]
                self._put(frame, done.event, done.data, end=event)
            if root.filled:
                break
        return root.value

    def _scalar(self, frame: _Frame, event: Any) -> str | None:
        """Return the value of a scalar that is no plain text as it stands, or may be none."""
        self._check_properties(frame, event)
        if event.style == '"':
            self._check_characters(frame, event)
        value: str = event.value
        if value in NULLS and event.style in (None, "") and (not value or event.tag is None):
            return None
        if not is_normalized("NFC", value):
            if not isinstance(frame.data, dict) or frame.key_event is not None:
                self.decomposed[self._path(frame)] = value
            return normalize("NFC", value)
        return value

    def _path(self, frame: _Frame) -> KeyPath:
        if isinstance(frame.data, dict):
            return (*frame.path, frame.key or "")
        if isinstance(frame.data, list):
            return (*frame.path, len(frame.data))
        return frame.path

    def _put(self, frame: _Frame, event: Any, value: PlainData, end: Any = None) -> None:
        data = frame.data
        if isinstance(data, dict):
            if frame.key_event is None:
                frame.key, frame.key_event = self._key(frame, event, value), event
                return
            if frame.key is not None:
                if self.spots is not None:
                    self.spots[*frame.path, frame.key] = _spot(frame.key_event, event, end)
                data[frame.key] = value
            frame.key_event = None
        elif isinstance(data, list):
            if self.spots is not None:
                self.spots[*frame.path, len(data)] = _spot(None, event, end)
            data.append(value)
        else:
            if self.spots is not None:
                self.spots[()] = _spot(None, event, end)
            frame.value, frame.filled = value, True

    def _key(self, frame: _Frame, event: Any, value: PlainData) -> str | None:
        """Return the key to store under, or None when the pair is to be left out."""
        if not isinstance(value, str):
            self._fault(
                faults.NOT_A_KEY, say("a key must be a plain word"),
                say("put quotes around text that starts with “[”, “{” or “?”"), _of(event),
                place=frame.path,
            )  # fmt: skip
            return None
        if not value.isascii() and (found := UNSEEN.search(value)):
            start = self.text.find(found[0], event.start_mark.index, event.end_mark.index)
            lines = line_starts(self.text)
            at = span(mark_at(lines, start), mark_at(lines, start + 1))
            self._fault(
                faults.CONTROL,
                say("{name} stands in the key “{key}”, where nobody sees it",
                    name=named(found[0]), key=UNSEEN.sub("", value)),
                say("delete it; it often comes along when text is pasted from Word or a PDF"),
                at if start >= 0 else _of(event), "" if start >= 0 else None,
                place=(*frame.path, UNSEEN.sub("", value)),
            )  # fmt: skip
            value = UNSEEN.sub("", value)
        if value in frame.data:
            first = self._first_line(frame, event)
            self._fault(
                faults.DUPLICATE_KEY,
                say("key “{key}” stands here a second time; the first is on line {line}",
                    key=value, line=first)
                if first
                else say("key “{key}” stands here a second time", key=value),
                say("keep one of the two"), _of(event), place=(*frame.path, value),
            )  # fmt: skip
            return None
        return value

    def _first_line(self, frame: _Frame, event: Any) -> int | None:
        """Return the line of the first key like `event` in its mapping; None when it is in brackets."""
        at, start = event.start_mark, frame.event.start_mark
        if frame.event.flow_style:
            return None
        wanted = self.text[at.index : event.end_mark.index]
        for number, line in enumerate(self.text.split("\n")[start.line : at.line], start.line + 1):
            if re.match(rf"{re.escape(wanted)}\s*:", line[at.column :]):
                return number
        return None

    def _check_characters(self, frame: _Frame, event: Any) -> None:
        """Refuse what only an escape between double quotes can bring in: the rest is read before."""
        if found := CONTROL.search(event.value):
            self._fault(
                faults.CONTROL, say("control character {name}", name=named(found.group())),
                say("delete it; it often comes along when text is pasted from Word or a PDF"),
                _of(event), place=_spoiled(frame),
            )  # fmt: skip

    def _check_properties(self, frame: _Frame, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(frame, event, say("anchor “&{name}”", name=event.anchor))
        if event.tag not in (None, "!"):
            self._refuse(frame, event, say("tag “{tag}”", tag=event.tag))

    def _refuse(self, frame: _Frame, event: Any, what: Message) -> None:
        message = say("{what} is not used in plans", what=what)
        self._fault(
            faults.UNSUPPORTED, message, say("write the value itself, or put quotes around it"),
            _of(event), place=_spoiled(frame),
        )  # fmt: skip


class _Frame:
    """A mapping or list under construction, or the root (no data of its own)."""

    __slots__ = ("data", "event", "filled", "key", "key_event", "path", "value")

    def __init__(self, data: Any, path: KeyPath, event: Any) -> None:
        self.data = data
        self.path = path
        self.event = event
        self.key: str | None = None
        self.key_event: Any = None
        self.value: PlainData = None
        self.filled = False


def _spoiled(frame: _Frame) -> KeyPath:
    """Return the place of the value that comes next, or of what holds the key that comes next."""
    if isinstance(frame.data, list):
        return (*frame.path, len(frame.data))
    return (*frame.path, frame.key) if frame.key_event and frame.key else frame.path


def _spot(key: Any, start: Any, end: Any) -> Spot:
    """Return the spot of a value between two events, `end` being None for a scalar."""
    stop = start.end_mark if end is None else end.start_mark
    return Spot(
        None if key is None else (key.start_mark.index, key.end_mark.index),
        (start.start_mark.index, stop.index),
    )


def _of(event: Any) -> Span:
    """Return the stretch of an event; the parser's marks count from 0."""
    start, stop = event.start_mark, event.end_mark
    return Span(
        start.line + 1, start.column + 1, stop.line + 1, stop.column + 1, start.index, stop.index
    )
