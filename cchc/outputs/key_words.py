"""Where in a plan a value stands, in the words of an office: "appendix 1, row 2", "name of the commune"."""

from __future__ import annotations

from itertools import pairwise

from cchc.messages import Listed, Message, say
from cchc.model.finding import KeyPath
from cchc.outputs.changes_words import FIELDS

_LISTS = {
    "body": say("section {n}"), "items": say("section {n}"), "appendices": say("appendix {n}"),
    "areas": say("heading {n}"), "tasks": say("row {n}"), "units": say("unit {n}"),
    "bases": say("base {n}"), "groups": say("group {n}"),
}  # fmt: skip
_NAMED: dict[KeyPath, Message] = {
    ("kind",): say("kind of plan"),
    ("year",): say("year of the plan"),
    ("commune", "level"): say("commune, ward or special zone"),
    ("commune", "name"): say("name of the commune"),
    ("commune", "province"): say("name of the province"),
    ("agency", "level"): say("level of the agency"),
    ("agency", "name"): say("name of the agency"),
    ("agency", "commune"): say("name of the commune"),
    ("agency", "province"): say("name of the province"),
    ("document", "issuer"): say("who issues the plan"),
    ("document", "title"): say("title of the plan"),
    ("document", "signer", "post"): say("post of who signs"),
    ("document", "signer", "name"): say("name of who signs"),
    ("units",): say("units"),
    ("body",): say("parts of the plan (I., II., ...)"),
}


def place_in_plan(path: KeyPath) -> Message | Listed | str:
    """Return where in the plan a key stands, entries counted from 1; by its path where there are no words."""
    if path in _NAMED:
        return _NAMED[path]
    told = [
        say(_LISTS[name].text, n=n + 1)
        for name, n in pairwise(path)
        if name in _LISTS and isinstance(n, int)
    ]
    last = next((part for part in reversed(path) if isinstance(part, str)), "")
    field = say("task") if path[-3:-2] == ("tasks",) and last == "title" else FIELDS.get(last)
    if told:
        return Listed([*told, field] if field and path[-1] == last else told, ", ")
    return field or dotted(path)


def dotted(path: KeyPath) -> str:
    """Return a key path as one word: "document.signer", "body[1].items[2]"."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text or "-"
