"""Small words of WordprocessingML: names of elements, and the values of properties."""

from __future__ import annotations

from functools import cache

from cchc.intake.office.package import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFF = frozenset({"0", "false", "off", "none"})
CHOICE = f"{{{MC}}}AlternateContent"


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def child(look: Element | None, *path: str) -> Element | None:
    """Return the element at the end of `path`, from child to child; None when one is missing."""
    for name in path:
        if look is None:
            return None
        look = look.find(w(name))
    return look


def value(look: Element | None, name: str) -> str:
    """Return `w:val` of the child `name`; empty when either is missing."""
    found = None if look is None else look.find(w(name))
    return "" if found is None else found.get(w("val")) or ""


def number(look: Element | None, name: str) -> int | None:
    """Return `w:val` of the child `name` as a whole number; None when there is none."""
    return whole(value(look, name))


def whole(text: str | None) -> int | None:
    """Return `text` as a whole number; None when it is no such number, or an absurd one."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if abs(found) < 1_000_000 else None


def flag(look: Element | None, name: str) -> bool | None:
    """Return whether the on-off property `name` is on; None when nothing is said."""
    found = None if look is None else look.find(w(name))
    return None if found is None else found.get(w("val")) not in OFF


def chosen(alternatives: Element) -> Element | None:
    """Return the one branch of an mc:AlternateContent to read: a shape's text stands in each."""
    branches = [one for one in alternatives if isinstance(one.tag, str)]
    with_text = (
        one for one in branches if next(one.iter(w("txbxContent"), w("t")), None) is not None
    )
    return next(with_text, branches[0] if branches else None)
