"""Where the elements of an XML part stand in its bytes, and changes put in without touching the rest.

A part that is parsed and written again says the same in other bytes: quotes, blanks and entities
differ. Here the bytes stay, and only what is put in is new.
"""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

_START_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=/>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_NAME = re.compile(rb"<([^\s/>]+)")
_SIGN = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)


class ElementPlaces:
    """The places of all elements of a part, in document order; `data` is UTF-8."""

    def __init__(self, data: bytes) -> None:
        """Find the elements of `data`, which is known to be well-formed XML in UTF-8.

        Raises:
            ValueError: it is not.
        """
        from xml.parsers.expat import ExpatError, ParserCreate

        self.data = data
        self._starts = array("q")
        self._ends = array("q")
        reader = ParserCreate("utf-8")
        opened: list[int] = []

        def start(_name: str, _attributes: object) -> None:
            opened.append(len(self._starts))
            self._starts.append(reader.CurrentByteIndex)
            self._ends.append(0)

        def end(_name: str) -> None:
            self._ends[opened.pop()] = reader.CurrentByteIndex

        def refuse(*_type: object) -> None:
            raise ValueError("a document type")

        reader.StartDoctypeDeclHandler = refuse
        reader.StartElementHandler = start
        reader.EndElementHandler = end
        try:
            reader.Parse(data, True)
        except ExpatError as error:
            raise ValueError(str(error)) from error

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, n: int) -> int:
        """Return where the start tag of element `n` begins."""
        return self._starts[n]

    def tag(self, n: int) -> bytes:
        """Return the start tag of element `n`."""
        found = _START_TAG.match(self.data, self._starts[n])
        assert found is not None, "the part is well-formed"
        return found[0]

    def name(self, n: int) -> bytes:
        """Return the name of element `n` as written, with its prefix."""
        found = _NAME.match(self.data, self._starts[n])
        assert found is not None, "the part is well-formed"
        return found[1]

    def is_empty(self, n: int) -> bool:
        """Whether element `n` is a single tag (`<w:p/>`)."""
        return self.tag(n).endswith(b"/>")

    def inner(self, n: int) -> int:
        """Return where the content of element `n` begins."""
        return self._starts[n] + len(self.tag(n))

    def inner_stop(self, n: int) -> int:
        """Return where the content of element `n` ends."""
        return self._ends[n]

    def stop(self, n: int) -> int:
        """Return where element `n` ends, its end tag included."""
        if self.is_empty(n):
            return self._ends[n]
        return self.data.index(b">", self._ends[n]) + 1

    def whole(self, n: int) -> bytes:
        """Return the bytes of element `n`."""
        return self.data[self._starts[n] : self.stop(n)]


def offset_in(text: bytes, letters: int) -> int | None:
    """Return how many bytes the first `letters` characters of an element's content take.

    None when the content is not plain text: a CDATA section or a comment stands in it.
    """
    if b"<" in text:
        return None
    signs = _SIGN.findall(text.decode())[:letters]
    return len("".join(signs).encode())


@dataclass(slots=True)
class Cut:
    """What is put in at one place; `closing` and `opening` stand around all of it."""

    closing: bytes = b""
    opening: bytes = b""
    drop: int = 0
    """Bytes that `closing` stands for."""
    put: list[tuple[int, bytes]] = field(default_factory=list)
    """What is put in, with its rank: the lower comes first."""


def spliced(data: bytes, cuts: dict[int, Cut]) -> bytes:
    """Return `data` with every cut at its place."""
    out: list[bytes] = []
    at = 0
    for offset in sorted(cuts):
        cut = cuts[offset]
        put = (one for _, one in sorted(cut.put, key=lambda one: one[0]))
        out += (data[at:offset], cut.closing, *put, cut.opening)
        at = offset + cut.drop
    return b"".join((*out, data[at:]))


def appended(data: bytes, made: Iterable[bytes]) -> bytes:
    """Return an XML part with new children at the end of its root."""
    places = ElementPlaces(data)
    new = b"".join(made)
    if places.is_empty(0):
        tag, name = places.tag(0), places.name(0)
        whole = tag[:-2].rstrip() + b">" + new + b"</" + name + b">"
        return data[: places.start(0)] + whole + data[places.stop(0) :]
    at = places.inner_stop(0)
    return data[:at] + new + data[at:]


def prefix_of(name: bytes) -> bytes:
    """Return the prefix of a name as written, with its colon; empty when it has none."""
    return name[: name.find(b":") + 1]


_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def as_utf8(data: bytes) -> tuple[bytes, bytes]:
    """Return a part in UTF-8 and the byte order mark it had, for `as_before`."""
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(coding).encode(), mark
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return data[len(mark) :], mark


def as_before(data: bytes, mark: bytes) -> bytes:
    """Return a UTF-8 part in the coding that `mark` stands for."""
    coding = dict(_MARKS).get(mark, "utf-8")
    return mark + data.decode().encode(coding)
