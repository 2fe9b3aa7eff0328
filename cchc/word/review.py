"""What reviewers left in a Word document: comments, and whether its changes are tracked."""

from __future__ import annotations

from pathlib import Path

from cchc.word.markup import w
from cchc.word.package import DOCUMENT, Package
from cchc.word.tracked_changes import tracked


def comments_in(file: Path) -> list[str]:
    """Return the comments of a Word document: who wrote them, and what.

    Raises:
        UserError: the file is damaged.
    """
    package = Package(file)
    part = package.related(package.main_part() or DOCUMENT).get("comments", "")
    root = package.xml(part) if part in package.names else None
    found = []
    for node in () if root is None else root.iter(w("comment")):
        words = " ".join("".join(p.itertext()).strip() for p in node.iter(w("p")))
        author = node.get(w("author")) or ""
        found.append(f"{author}: {words}" if author else words)
    return found


def has_tracked_changes(file: Path) -> bool:
    """Return whether a Word document has tracked changes.

    Raises:
        UserError: the file is damaged.
    """
    package = Package(file)
    root = package.xml(package.main_part() or DOCUMENT)
    return root is not None and tracked(root)
