"""How the paper that amends a plan names its parts, and says what changed in one field."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.document.words import without_end
from cchc.language.numbering import roman
from cchc.model.plan import Plan
from cchc.views.changes import Difference


def appendix_name(plan: Plan, index: int) -> str:
    """Return how a paper names an appendix: by its number where there are several."""
    return f"Phụ lục {roman(index + 1)}" if len(plan.appendices) > 1 else "Phụ lục"


def section_name(label: str) -> str:
    """Return how a paper names a section: phần I, mục I.2, điểm a mục II.1, a dash by its count."""
    above, _, last = label.rpartition(".")
    if not above:
        return f"phần {label}"
    if last.startswith("-"):
        return f"gạch đầu dòng thứ {last[1:]} {section_name(above)}"
    if last.isalpha() and last.islower():
        return f"điểm {last} {section_name(above)}"
    return f"mục {label}"


def said(one: Difference, name: str) -> str:
    """Return what changed in a field of this name."""
    named = f"{name} " if name else ""
    if one.added or one.removed:
        said = [f"bổ sung {named}{_listed(one.added)}"] if one.added else []
        return "; ".join(said + ([f"bỏ {named}{_listed(one.removed)}"] if one.removed else []))
    if one.old is None:
        return f"bổ sung {named}“{without_mark(str(one.new))}”"
    if one.new is None:
        return f"bỏ {named}“{without_mark(str(one.old))}”"
    return f"{named}“{without_mark(str(one.old))}” điều chỉnh thành “{without_mark(str(one.new))}”"


def _listed(values: Sequence[str]) -> str:
    return "; ".join(values)


def without_mark(text: str | None) -> str:
    """Return a text in one line, without its closing mark."""
    return without_end(" ".join((text or "").split()))


def upper(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]
