"""One change in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from cchc.language.labels import label_words
from cchc.messages import Message, say
from cchc.model.task import TASK_FIELDS
from cchc.outputs.due_words import shown_day
from cchc.views.changes import Change, ChangedPart, Difference, SubjectKind

LONGEST = 120
"""Characters of a value that are shown; a longer one loses its middle."""
DATES = 4
"""So many last days are listed; of more, the first, the last and how many."""
AROUND = 3
"""Words shown before and after the place where two long texts differ."""

Emphasis = Callable[[str], str]
"""How a value is set off: the old one, the new one."""

FIELDS: Mapping[str, Message] = {
    **{name: field.called for name, field in TASK_FIELDS.items() if field.compared},
    "criterion": say("criterion"),
    "agency": say("agency"),
    "aliases": say("other name"),
    "archive": say("archive line"),
    "area_numbering": say("numbering of areas"),
    "authority": say("signing authority"),
    "before": say("reading of “trước”"),
    "closing": say("closing"),
    "columns": say("column"),
    "code": say("code"),
    "commune": say("commune"),
    "date": say("date"),
    "decision": say("decision"),
    "amends": say("amended plan"),
    "document": say("document"),
    "head": say("post of the head"),
    "issuer": say("issuer"),
    "kind": say("kind"),
    "leads": say("field led"),
    "level": say("level"),
    "members": say("member"),
    "name": say("name"),
    "number": say("number"),
    "numbering": say("numbering"),
    "opening": say("opening"),
    "place": say("place name"),
    "post": say("post"),
    "province": say("province"),
    "recipients": say("recipient"),
    "report": say("report"),
    "role": say("role"),
    "signer": say("signer"),
    "status": say("status"),
    "subject": say("field of reform"),
    "superior": say("superior body"),
    "symbol": say("symbol"),
    "text": say("text"),
    "to": say("recipient"),
    "units": say("unit"),
    "withdrawn": say("withdrawn work"),
    "unplaced": say("text without a place"),
    "via": say("collecting unit"),
    "year": say("year"),
}
"""The last part of a field's path in words; docs/glossary.md has the same words."""

_PARTS: Mapping[SubjectKind, Message] = {
    "base": say("base"),
    "unit": say("unit"),
    "group": say("group"),
    "appendix": say("appendix"),
    "area": say("area"),
}


def named_in_plan(subject: ChangedPart) -> str:
    """Return what names a subject in its plan: `1.1 (sang-kien)`, `IV.8 “Văn phòng”`, `unit x`."""
    named = subject.id or (f"“{_cut(subject.title, 60)}”" if subject.title else "")
    match subject.part:
        case "plan":
            return ""
        case "task":
            return f"{subject.number} ({subject.id})"
        case "section":
            return f"{label_words(subject.number)} “{_cut(subject.title, 60)}”"
        case "base":
            return f"{_PARTS['base']} {subject.number or named}"
        case part:
            return " ".join(filter(None, (str(_PARTS[part]), subject.number, named)))


def described(change: Change, *, old: Emphasis, new: Emphasis) -> str:
    """Return what changed, without its subject."""
    one = change.difference
    match change.kind:
        case "added":
            return str(say("added: {what}", what=new(str(one.new or ""))))
        case "removed":
            return str(say("removed: {what}", what=old(str(one.old or ""))))
        case "moved":
            return str(
                say(
                    "moved from {old} to {new}",
                    old=old(str(one.old or "–")),
                    new=new(str(one.new or "–")),
                )
            )
        case "renamed":
            return str(
                say("id {old} -> {new}", old=old(str(one.old or "")), new=new(str(one.new or "")))
            )
        case "changed":
            return _difference(one, old, new)


def shortened(value: str) -> str:
    """Return a value on one line, without its middle when it is long."""
    return _cut(" ".join(value.split()), LONGEST)


def _difference(one: Difference, old: Emphasis, new: Emphasis) -> str:
    name = field_name(one.field)
    if one.item:
        name = f"{name} “{_cut(one.item, 60)}”"
    said = []
    if one.added:
        said.append(str(say("add {field} {what}", field=name, what=_list(one.added, new))))
    if one.removed:
        said.append(str(say("drop {field} {what}", field=name, what=_list(one.removed, old))))
    if said:
        return "; ".join(said)
    if one.old is None and one.new is not None:
        text = say("add {field}: {what}", field=name, what=new(str(one.new)))
    elif one.new is None and one.old is not None:
        text = say("drop {field}: {what}", field=name, what=old(str(one.old)))
    else:
        before, after = _apart(str(one.old or ""), str(one.new or ""))
        text = say("{field} {old} -> {new}", field=name, old=old(before), new=new(after))
    return f"{text}{_dates(one)}".strip()


def field_name(path: str) -> str:
    """Return a field in words: the last part of its path, and what it belongs to."""
    if path == "document.title":
        return str(say("title"))
    *above, last = path.split(".")
    name = str(FIELDS[last])
    of = [str(FIELDS[part]) for part in above if part != "document"]
    return str(say("{field} of the {whole}", field=name, whole=of[-1])) if of else name


def _list(values: Sequence[str], mark: Emphasis) -> str:
    return ", ".join(mark(value) for value in values)


def _dates(one: Difference) -> str:
    if one.wording:
        same = say("only the wording")
        return f" ({same})"
    if one.old_due == one.new_due:
        return ""
    if one.old is None:
        due = say("due {days}", days=_days(one.new_due))
    elif one.new is None:
        due = say("due {days}", days=_days(one.old_due))
    else:
        due = say("due {old} -> {new}", old=_days(one.old_due), new=_days(one.new_due))
    return f" ({due})"


def _days(days: Sequence[date]) -> str:
    if not days:
        return str(say("no fixed date"))
    if len(days) <= DATES:
        return ", ".join(shown_day(when) for when in days)
    return str(say("{first} … {last} ({count} dates)",
                   first=shown_day(days[0]), last=shown_day(days[-1]), count=len(days)))  # fmt: skip


def _apart(old: str, new: str) -> tuple[str, str]:
    """Return two texts; of long ones, only the stretch in which they differ and what is around."""
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    one, other = old.split(), new.split()
    shorter = min(len(one), len(other))
    first = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    last = next(
        (n for n in range(shorter - first) if one[-1 - n] != other[-1 - n]), shorter - first
    )
    start, stop = max(0, first - AROUND), max(0, last - AROUND)
    return _stretch(one, start, stop), _stretch(other, start, stop)


def _stretch(words: Sequence[str], start: int, stop: int) -> str:
    shown = " ".join(words[start : len(words) - stop])
    return f"{'… ' if start else ''}{shown}{' …' if stop else ''}"


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = longest * 2 // 3
    return f"{text[:head].rstrip()} … {text[len(text) - (longest - head) :].lstrip()}"
