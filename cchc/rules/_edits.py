"""From a finding's replacement to a change of the file's text, quoted as the value is."""

from __future__ import annotations

from cchc.model.finding import Edit, Finding
from cchc.read.yaml.positions import Places


def edit(finding: Finding, places: Places, text: str) -> Edit | None:
    """Return the change that mends `finding`, or None when a person must decide.

    A whole value in a folded or literal block is left to a person; words within one are replaced
    where they stand.
    """
    new = finding.replacement
    if new is None:
        return None
    span = places.locate(finding)
    if finding.key or finding.span is not None:
        return Edit(span.start, span.stop, new)
    value = places.value_at(finding.place)
    style = text[value.start : value.start + 1] if value else ""
    if finding.within is None:
        if style in ("|", ">") or value is None or (span.start, span.stop) != value[4:]:
            return None
        if style in ("'", '"'):
            new = f"{style}{_escaped(new, style)}{style}"
        return Edit(span.start, span.stop, new)
    if value is not None and (span.start, span.stop) == value[4:] and finding.within != text[
        span.start : span.stop
    ]:  # fmt: skip
        return None  # the words were not found as they stand in the file
    return Edit(span.start, span.stop, _escaped(new, style))


def _escaped(new: str, style: str) -> str:
    if style == "'":
        return new.replace("'", "''")
    if style == '"':
        return new.replace("\\", "\\\\").replace('"', '\\"')
    return new
