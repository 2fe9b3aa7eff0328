"""The comments of a Word file: the part that holds them, its type and its relation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from html import escape

from cchc.document.xml_bytes import ElementPlaces, appended, as_before, as_utf8, prefix_of
from cchc.word.markup import Element, R, W, w
from cchc.word.package import CONTENT_TYPES

AUTHOR = "cchc"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELS_NS = b"http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARK = re.compile(rb"<!--cchc ([0-9a-f]{64})-->\Z")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

CommentLines = Sequence[tuple[str, bool]]
"""The paragraphs of a comment; True for what is bold."""


def free_numbers(roots: Iterable[Element]) -> Iterable[int]:
    """Yield the numbers that no comment in `roots` has."""
    names = [w(n) for n in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    used = {node.get(w("id")) for root in roots for node in root.iter(*names)}
    number = 0
    while True:
        if str(number) not in used:
            yield number
        number += 1


def with_comments(
    parts: Mapping[str, bytes], main: str, name: str, comments: Mapping[int, CommentLines],
    day: date | None,
) -> dict[str, bytes]:  # fmt: skip
    """Return the parts that change when `comments` are put into the part `name`.

    Args:
        parts: the file.
        main: the part with the text.
        name: the part that `main` has its comments in, or an empty text.
        comments: by number.
        day: the day they bear.

    Raises:
        ValueError: a part is no well-formed XML, or not what it should be.
    """
    strict = STRICT.encode() in as_utf8(parts[main])[0]
    namespace = (STRICT if strict else W).encode()
    changed: dict[str, bytes] = {}
    if not name:
        folder = posixpath.dirname(main)
        name = _unused(parts, folder)
        rels = posixpath.join(folder, "_rels", f"{posixpath.basename(main)}.rels")
        relation = f"{_STRICT_R if strict else R}/comments"
        changed[rels] = _related(parts.get(rels, b""), relation, posixpath.basename(name))
    old = parts.get(name) or _DECLARATION + b'<w:comments xmlns:w="' + namespace + b'"/>'
    data, mark = as_utf8(old)
    root = ElementPlaces(data).name(0)
    if root.rpartition(b":")[2] != b"comments":
        raise ValueError("the part with the comments holds something else")
    prefix = prefix_of(root)
    declared = b"" if prefix else b' xmlns:w="' + namespace + b'"'
    made = (_comment(n, lines, day, prefix or b"w:", declared) for n, lines in comments.items())
    data = appended(data, made)
    changed[name] = as_before(data, mark)
    changed |= _typed(parts, name)
    digest = _digest({**parts, **changed}).encode()
    changed[name] = as_before(data + b"<!--cchc " + digest + b"-->", mark)
    return changed


def _typed(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the list of types with that of the part `name`, if it is not there."""
    types, mark = as_utf8(parts.get(CONTENT_TYPES, b""))
    if f'PartName="/{escape(name)}"'.lower().encode() in types.replace(b"'", b'"').lower():
        return {}
    p = prefix_of(ElementPlaces(types).name(0))
    one = b'<%sOverride PartName="/%s" ContentType="%s"/>'
    override = one % (p, escape(name).encode(), _TYPE.encode())
    return {CONTENT_TYPES: as_before(appended(types, [override]), mark)}


def is_annotated(parts: Mapping[str, bytes]) -> bool:
    """Whether the file of `parts` is as cchc wrote it, comments and all: nobody saved it since."""
    for name, data in parts.items():
        if (found := _MARK.search(data)) and name.endswith(".xml"):
            return _digest({**parts, name: data[: found.start()]}).encode() == found[1]
    return False


def _digest(parts: Mapping[str, bytes]) -> str:
    whole = sha256()
    for name in sorted(parts):
        whole.update(name.encode() + b"\0" + sha256(parts[name]).digest())
    return whole.hexdigest()


def _unused(parts: Iterable[str], folder: str) -> str:
    taken = {name.lower() for name in parts}
    names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(len(taken) + 1))
    return next(name for name in names if name.lower() not in taken)


def _related(data: bytes, relation: str, target: str) -> bytes:
    old, mark = as_utf8(data or _DECLARATION + b'<Relationships xmlns="' + _RELS_NS + b'"/>')
    number = 1
    while b'"rIdCchc%d"' % number in old.replace(b"'", b'"'):
        number += 1
    p = prefix_of(ElementPlaces(old).name(0))
    made = b'<%sRelationship Id="rIdCchc%d" Type="%s" Target="%s"/>' % (
        p, number, relation.encode(), target.encode(),
    )  # fmt: skip
    return as_before(appended(old, [made]), mark)


def _comment(
    number: int, lines: CommentLines, day: date | None, p: bytes, declared: bytes
) -> bytes:
    dated = b"" if day is None else b' %sdate="%s"' % (p, f"{day:%Y-%m-%d}T00:00:00Z".encode())
    head = b'<%scomment%s %sid="%d" %sauthor="%s"%s %sinitials="%s">' % (
        p, declared, p, number, p, AUTHOR.encode(), dated, p, AUTHOR.encode(),
    )  # fmt: skip
    body = (_paragraph(text, p, bold=bold, first=n == 0) for n, (text, bold) in enumerate(lines))
    return head + b"".join(body) + b"</%scomment>" % p


def _paragraph(text: str, p: bytes, *, bold: bool, first: bool) -> bytes:
    # Its look is said here: the styles of comments may not be there, and the office's text style
    # would give balloons the indents and letters of a letter.
    prefix = p.decode()
    look = (
        f'<{prefix}pPr><{prefix}spacing {prefix}before="0" {prefix}after="40" {prefix}line="240"'
        f' {prefix}lineRule="auto"/><{prefix}ind {prefix}left="0" {prefix}right="0"'
        f' {prefix}firstLine="0"/><{prefix}jc {prefix}val="left"/></{prefix}pPr>'
    )
    mark = f"<{prefix}r><{prefix}annotationRef/></{prefix}r>" if first else ""
    strong = f"<{prefix}b/>" if bold else f'<{prefix}b {prefix}val="0"/>'
    letters = (
        f'<{prefix}rPr>{strong}<{prefix}i {prefix}val="0"/>'
        f'<{prefix}sz {prefix}val="20"/><{prefix}szCs {prefix}val="20"/></{prefix}rPr>'
    )
    said = escape(" ".join(_UNFIT.sub("", text).split()), quote=False)
    return (
        f'<{prefix}p>{look}{mark}<{prefix}r>{letters}<{prefix}t xml:space="preserve">{said}'
        f"</{prefix}t></{prefix}r></{prefix}p>"
    ).encode()
