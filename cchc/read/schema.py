"""From plain data to a `Plan`, or every way in which the data is not one."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cchc.errors import closest, did_you_mean
from cchc.messages import Message, say
from cchc.model.base import build_validator
from cchc.model.document import CitedBase
from cchc.model.finding import Finding, KeyPath
from cchc.model.plan import Plan
from cchc.model.register import Register
from cchc.read import faults
from cchc.read.schema_fields import bounds, choices_at, fields_at
from cchc.read.yaml.characters import named_characters

M = TypeVar("M", bound=BaseModel)

_BLANKS = re.compile(r"[ \t\r\n]+")
LONGEST_QUOTE = 60
"""Characters of a value that a message repeats."""

_NOT_PATH = ("task", "area", "section")
"""Tags that pydantic puts into a location; no key is called so."""


def to_plan(data: dict[str, Any]) -> Plan | list[Finding]:
    """Return the plan that `data` holds, or all its findings against the schema."""
    if not Plan.model_fields.keys() & data.keys():
        return [
            faults.NOT_A_PLAN.at(
                say("this is not a plan: none of its keys is known"),
                say("a plan starts with cchc: 1, kind, year, commune, document"),
            )
        ]
    return _read(Plan, data)


def to_register(data: dict[str, Any]) -> Register | list[Finding]:
    """Return the register that `data` holds, or all its findings against the schema."""
    return _read(Register, data)


def to_cited_base(data: dict[str, Any]) -> CitedBase | list[Finding]:
    """Return the base of a plan that `data` cites by key, or its findings, placed within it."""
    return _read(CitedBase, data)


def _read(model: type[M], data: dict[str, Any]) -> M | list[Finding]:
    build_validator(model)
    outcome = _validated(model, data)
    if not isinstance(outcome, list):
        return outcome
    # What has no value is absent: its field is left out, and only then judged.
    blank = {place for fault in outcome if (place := _blank(fault, data))}
    if blank:
        data = _without(data, blank)
        outcome = _validated(model, data)
        if not isinstance(outcome, list):
            return outcome
    findings: dict[tuple[KeyPath, str], Finding] = {}
    meant: set[KeyPath] = set()  # keys that only look missing, because they are misspelt
    for fault in outcome:
        if fault["type"] == "too_short" and fault["input"]:
            continue  # its items are there, and each has its own fault
        finding = _finding(fault, data, model)
        if finding.code == faults.MISSING.code and finding.place in blank:
            finding = _empty(finding.place, model)
        findings.setdefault((finding.place, finding.code), finding)
        if finding.code == faults.UNKNOWN_KEY.code and finding.replacement:
            meant.add((*finding.place[:-1], finding.replacement))
    return [
        finding
        for (place, code), finding in findings.items()
        if not (code == faults.MISSING.code and place in meant)
    ]


def _validated(model: type[M], data: dict[str, Any]) -> M | list[Any]:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return list(error.errors(include_url=False))


def _blank(fault: Any, data: Any) -> KeyPath | None:
    """Return where a known key has no value (YAML's null), which its field does not allow."""
    if fault["input"] is not None or fault["type"] == "extra_forbidden":
        return None
    place = _place(fault["loc"], data)
    if fault["type"] == "missing" and not _stands(place, data):
        return None
    return place if place and isinstance(place[-1], str) else None


def _stands(place: KeyPath, data: Any) -> bool:
    """Tell whether the last key of `place` is there."""
    for part in place[:-1]:
        data = data[part]
    return place[-1] in data


def _without(data: Any, places: set[KeyPath], at: KeyPath = ()) -> Any:
    """Return `data` without the keys at `places`."""
    if isinstance(data, dict):
        return {
            key: _without(value, places, (*at, key))
            for key, value in data.items()
            if (*at, key) not in places
        }
    if isinstance(data, list):
        return [_without(value, places, (*at, n)) for n, value in enumerate(data)]
    return data


def _empty(place: KeyPath, model: type[BaseModel]) -> Finding:
    known = choices_at(place, model)
    return faults.EMPTY_VALUE.at(
        say("“{key}” is empty", key=_named(place)),
        say("one of: {known}", known=", ".join(known))
        if known
        else say("fill it in, or delete the key if it may be left out"),
        place=place,
    )


def _finding(fault: Any, data: Any, model: type[BaseModel]) -> Finding:
    place = _place(fault["loc"], data)
    key = str(place[-1]) if place else ""
    value = fault["input"]
    match fault["type"]:
        case "extra_forbidden":
            known = fields_at(place[:-1], model)
            near = closest(key, known)
            return faults.UNKNOWN_KEY.at(
                say("unknown key “{key}”", key=_short(key)),
                did_you_mean(near, say("keys known here: {keys}", keys=", ".join(known))),
                place=place,
                key=True,
                replacement=near,
            )
        case "missing" if place == ("commune",):
            return faults.MISSING.at(
                say("“{key}” is missing", key=key),
                say("add “commune: ...”, or “agency: ...” where it is no xã, phường or đặc khu"),
                place=place,
            )  # fmt: skip
        case "missing":
            return faults.MISSING.at(
                say("“{key}” is missing", key=key),
                say("add “{key}: ...”", key=key), place=place,
            )  # fmt: skip
        case "two_agencies":
            return faults.WRONG_VALUE.at(
                say("“commune” and “agency” both say whose plan it is"),
                say("keep “commune” for xã, phường and đặc khu, “agency” for all others"),
                place=place, key=True,
            )  # fmt: skip
        case "literal_error":
            return _wrong_value(place, value, model)
        case "date_form":
            return faults.BAD_DATE.at(
                say("“{value}” is not a date", value=_short(value)),
                say("write 31/12/2026, 2026-12-31, or 12/2026 while the day is blank"),
                place=place,
            )
        case "date_impossible":
            return faults.BAD_DATE.at(
                say("the calendar has no day {value}", value=_short(value)),
                say("correct the day or the month"), place=place,
            )  # fmt: skip
        case "string_pattern_mismatch":
            return faults.WRONG_FORM.at(
                say("“{value}” does not have the form of “{key}”", value=_short(value), key=_named(place)),
                _form(place, key), place=place,
            )  # fmt: skip
        case "less_than_equal" if place == ("cchc",):
            return faults.WRONG_VALUE.at(
                say("this file was written for a newer cchc"), say("install the newest cchc"),
                place=place,
            )  # fmt: skip
        case "greater_than_equal" | "less_than_equal":
            return faults.WRONG_VALUE.at(
                say("{value} is outside what “{key}” can be", value=_short(value), key=key),
                say("from {low} to {high}", **bounds(place, model)), place=place,
            )  # fmt: skip
        case _ if value is None or value in ("", [], {}):
            return _empty(place, model)
        case _:
            wanted, remedy = _wanted(fault["type"])
            return faults.WRONG_TYPE.at(
                say("“{key}” must be {wanted}, not {got}",
                    key=_named(place), wanted=wanted, got=_got(value)),
                remedy, place=place,
            )  # fmt: skip


def _wrong_value(place: KeyPath, value: Any, model: type[BaseModel]) -> Finding:
    if value is None or value == "":
        return _empty(place, model)
    known = choices_at(place, model)
    if not isinstance(value, str):
        return faults.WRONG_TYPE.at(
            say("“{key}” must be {wanted}, not {got}", key=_named(place),
                wanted=say("a single text"), got=_got(value)),
            say("one of: {known}", known=", ".join(known)), place=place,
        )  # fmt: skip
    near = closest(value, known)
    return faults.WRONG_VALUE.at(
        say("“{value}” is not one of: {known}", value=_short(value), known=", ".join(known)),
        did_you_mean(near),
        place=place,
        replacement=near,
    )


def _place(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """Drop from pydantic's location what is no key: union tags and type names."""
    place: KeyPath = ()
    for part in loc:
        inside = data
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            if part in _NOT_PATH or (isinstance(part, str) and "[" in part):
                continue
            # A key that is missing, or the lone record that stands for a list of one.
            data = inside if part == 0 else None
        place = (*place, part)
    return place


def _named(place: KeyPath) -> str:
    """Return the last key of a path, for a list item its list: `lead[2]` counts from 1."""
    names = [part for part in place if isinstance(part, str)]
    last = names[-1] if names else "cchc"
    return f"{last}[{place[-1] + 1}]" if place and isinstance(place[-1], int) else last


def _short(value: object) -> str:
    """Return `value` as it can be quoted in one line of a message."""
    text = named_characters(" ".join(_BLANKS.split(str(value))).strip(" "))
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _wanted(kind: str) -> tuple[Message, Message | None]:
    """Return what a fault of pydantic asks for, and how it is written."""
    if kind in ("tuple_type", "list_type"):
        return say("a list"), say("write each item on its own line after “- ”, or all in [a, b]")
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return say("a group of keys"), say("write the keys on the following lines, indented")
    return say("a whole number") if kind.startswith("int") else say("a single text"), None


def _got(value: Any) -> Message:
    if isinstance(value, dict):
        return say("a group of keys")
    if isinstance(value, (list, tuple)):
        return say("a list")
    return say("“{value}”", value=_short(value))


def _form(place: KeyPath, key: str) -> Message:
    if key == "number" and "document" in place:
        return say("digits only, such as 05; leave it empty while there is no number")
    if "authority" in place:
        return say("start it with TM., KT., TL. or TUQ. and a space")
    if key in ("at_least", "at_most", "exactly", "previous"):
        return say("a number such as 95 or 97,5; the unit goes into “unit”")
    return say("small letters without accents, digits and single hyphens, such as van-phong")
