"""Word and Excel files made to do harm: sound ones changed by chance, the same for the same number."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.intake.docx_pieces import zipped

Parts = dict[str, bytes]
_NUMBER = re.compile(rb'(?<==")-?\d+(?=")')
_NUMBERS = (b"-1", b"0", b"99999999999999999999", b"1e308", b"nan", b"-2147483649", b"", b"0x7f",
            b"\xc2\xb2", b"1.5", b"9" * 5000)  # fmt: skip
_VALUE = re.compile(rb'(?<==")[^"<&]*(?=")')
_ELEMENT = re.compile(rb"<w:\w+[^<>]*/>")
_TAG = re.compile(rb"</?(\w+:)?\w+")
_RELATION = re.compile(rb'Target="[^"]*"')


def _xml_part(parts: Parts, chance: random.Random) -> str:
    return chance.choice(sorted(n for n in parts if n.lower().endswith((".xml", ".rels"))))


def _changed(parts: Parts, name: str, pattern: re.Pattern[bytes], new: bytes, n: int) -> None:
    found = list(pattern.finditer(parts[name]))
    if found:
        one = found[n % len(found)]
        parts[name] = parts[name][: one.start()] + new + parts[name][one.end() :]


def numbers(parts: Parts, chance: random.Random) -> None:
    """Put other numbers in the place of some."""
    name = _xml_part(parts, chance)
    for _ in range(20):
        _changed(parts, name, _NUMBER, chance.choice(_NUMBERS), chance.randrange(10_000))


def every_number(parts: Parts, chance: random.Random) -> None:
    """Put one other number in the place of all of a part."""
    name, new = _xml_part(parts, chance), chance.choice(_NUMBERS)
    parts[name] = _NUMBER.sub(lambda _: new, parts[name])


def values(parts: Parts, chance: random.Random) -> None:
    """Put values of another type in the place of some."""
    name = _xml_part(parts, chance)
    for _ in range(20):
        new = chance.choice((b"", b"true", b"Normal", b"\xe1\xba\xa1", b"../../etc/passwd", b"-"))
        _changed(parts, name, _VALUE, new, chance.randrange(10_000))


def missing(parts: Parts, chance: random.Random) -> None:
    """Take a part away."""
    del parts[chance.choice(sorted(parts))]


def empty(parts: Parts, chance: random.Random) -> None:
    """Empty a part."""
    parts[chance.choice(sorted(parts))] = b""


def exchanged(parts: Parts, chance: random.Random) -> None:
    """Let two parts change places: each is well-formed and of the wrong kind."""
    first, second = chance.sample(sorted(parts), 2)
    parts[first], parts[second] = parts[second], parts[first]


def cut(parts: Parts, chance: random.Random) -> None:
    """Cut a part off."""
    name = _xml_part(parts, chance)
    parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]


def noise(parts: Parts, chance: random.Random) -> None:
    """Turn a few bytes of a part into others, NUL among them."""
    name = _xml_part(parts, chance)
    data = bytearray(parts[name])
    for _ in range(chance.randint(1, 6)):
        if data:
            data[chance.randrange(len(data))] = chance.choice((0, 1, 11, 60, 62, 38, 255, 128))
    parts[name] = bytes(data)


def cyclic_styles(parts: Parts, _: random.Random) -> None:
    """Base every style on the next, the last on the first."""
    name = "word/styles.xml" if "word/styles.xml" in parts else "xl/styles.xml"
    ids = re.findall(rb'w:styleId="([^"]*)"', parts.get(name, b""))
    for own, base in zip(ids, ids[1:] + ids[:1], strict=True):
        parts[name] = re.sub(
            rb'(w:styleId="' + re.escape(own) + rb'"[^>]*>)(.*?)(</w:style>)',
            lambda m, base=base: m[1] + b'<w:basedOn w:val="' + base + b'"/>'
            + re.sub(rb"<w:basedOn[^>]*/>", b"", m[2]) + m[3],
            parts[name], count=1, flags=re.DOTALL,
        )  # fmt: skip


def relations(parts: Parts, chance: random.Random) -> None:
    """Let a relation lead to another part, to the part itself or out of the file."""
    name = chance.choice(sorted(n for n in parts if n.lower().endswith(".rels")) or sorted(parts))
    target = chance.choice(
        (*sorted(parts), "../" * 9 + "etc/passwd", "", "/", "file:///etc/passwd")
    )
    _changed(parts, name, _RELATION, b'Target="%s"' % target.encode(), chance.randrange(100))


def bomb(parts: Parts, chance: random.Random) -> None:
    """Name entities in entities before the root of a part."""
    name = _xml_part(parts, chance)
    head = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    parts[name] = re.sub(
        rb"(<\?xml[^>]*\?>)?", lambda m: (m[1] or b"") + head, parts[name], count=1
    )


def zeros(parts: Parts, chance: random.Random) -> None:
    """Blow a part up with what packs to nothing."""
    parts[_xml_part(parts, chance)] = b" " * 20_000_000


def types(parts: Parts, chance: random.Random) -> None:
    """Give the parts other content types."""
    name = "[Content_Types].xml"
    if name in parts:
        _changed(parts, name, re.compile(rb'ContentType="[^"]*"'), b'ContentType="text/html"',
                 chance.randrange(100))  # fmt: skip


def moved(parts: Parts, chance: random.Random) -> None:
    """Put elements where they do not belong."""
    name = _xml_part(parts, chance)
    found = [m[0] for m in _ELEMENT.finditer(parts[name])] or [b"<w:p/>"]
    for _ in range(8):
        _changed(parts, name, _ELEMENT, chance.choice(found) * chance.randint(0, 3),
                 chance.randrange(10_000))  # fmt: skip


def nested(parts: Parts, chance: random.Random) -> None:
    """Wrap the body into many others."""
    name = next((n for n in ("word/document.xml", "xl/worksheets/sheet1.xml") if n in parts), "")
    if not name:
        return
    tag = chance.choice((b"w:sdt", b"w:sdtContent", b"w:ins", b"w:tbl", b"w:tc", b"w:p", b"w:r"))
    depth = chance.choice((40, 120, 240, 5_000))
    parts[name] = re.sub(
        rb"(<w:body>)(.*)(</w:body>)",
        lambda m: m[1] + (b"<" + tag + b">") * depth + m[2] + (b"</" + tag + b">") * depth + m[3],
        parts[name], flags=re.DOTALL,
    )  # fmt: skip


def other_names(parts: Parts, chance: random.Random) -> None:
    """Give the parts names with backslashes, or in capitals."""
    turn: Callable[[str], str] = chance.choice(
        (str.upper, lambda n: n.replace("/", "\\"), lambda n: "/" + n)
    )
    for name in sorted(parts):
        parts[turn(name)] = parts.pop(name)


CHANGES = (
    numbers, every_number, values, missing, empty, exchanged, cut, noise, cyclic_styles, relations,
    bomb, zeros, types, moved, nested, other_names,
)  # fmt: skip


def hostile(sound: Parts, number: int) -> bytes:
    """Return the file of `sound` with one to three changes, or cut off as a whole."""
    chance = random.Random(number)
    parts = dict(sound)
    first = CHANGES[number % len(CHANGES)]
    for change in (first, *chance.sample(CHANGES, chance.randint(0, 2))):
        if len(parts) > 2:
            change(parts, chance)
    data = zipped(parts)
    if chance.random() < 0.1:
        damaged = bytearray(data[: chance.randrange(4, len(data))])
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        return bytes(damaged)
    return data
