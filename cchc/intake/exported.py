"""The tables of `cchc export` read back: its columns are a contract, so nothing is recognised by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cchc.errors import UserError
from cchc.intake.lines import clean
from cchc.intake.office_paper import OfficePaper, Place, PlanData, Table
from cchc.intake.plan_data import NO_BODY
from cchc.intake.recognise import Recognised
from cchc.language.places import listed_code
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.levels import PROVINCES
from cchc.model.task import TASK_FIELDS

SIGNS = (
    "province",
    "commune_level",
    "commune",
    "year",
    "kind",
    "plan",
    "task",
    "title",
    "lead_ids",
)
"""Headings that only an export has together."""
_OWN_WAY = ("id", "number", "targets", "progress", "extra")

Exported = Mapping[str, str]


def read_exported(paper: OfficePaper) -> Recognised | None:
    """Return the plan whose exported tasks `paper` holds; None when it is no export.

    Raises:
        UserError: it holds the tasks of several plans.
    """
    table = next((one for one in paper.blocks if isinstance(one, Table)), None)
    if table is None or not table.rows:
        return None
    head = {cell.column: clean(cell.text) for cell in table.rows[0].cells}
    if not set(SIGNS) <= set(head.values()):
        return None
    rows: list[tuple[Exported, Place]] = [
        ({head[cell.column]: clean(cell.text) for cell in row.cells if cell.column in head},
         row.place)
        for row in table.rows[1:]
    ]  # fmt: skip
    rows = [(row, place) for row, place in rows if row.get("title")]
    if len({row.get("plan") for row, _ in rows}) != 1:
        raise _of_several(paper.path)
    return _plan(rows)


def _of_several(file: Path) -> UserError:
    return UserError(
        say("{path}: the tasks of several plans, or of none, stand in this export", path=file),
        say("export one plan (“cchc export PLAN -o FILE”) and import that"),
    )


def _plan(rows: list[tuple[Exported, Place]]) -> Recognised:
    first = rows[0][0]
    places: dict[KeyPath, Place] = {}
    comments: dict[KeyPath, Message] = {}
    number, _, symbol = first.get("plan_number", "").partition("/")
    document: PlanData = {"number": number or None, "title": None}
    if symbol:
        document["symbol"] = symbol
    if date := first.get("plan_date"):
        document["date"] = date
    comments["document", "title"] = say("an export does not hold the title: write it here")
    data: PlanData = {
        "cchc": 1, "kind": first.get("kind"), "year": first.get("year"), "status": first.get("status") or "draft",
        **_owner(first),
        "document": document, "units": _units(rows), "body": [dict(NO_BODY)],
        "appendices": _appendices(rows, places, comments),
    }  # fmt: skip
    notes = (
        say(
            "an export of cchc: {count} tasks; text, bases and signer are not in it",
            count=len(rows),
        ),
    )
    return Recognised(data, places, comments, notes)


def _owner(row: Exported) -> PlanData:
    """Return the commune or agency; tables of older versions have communes only."""
    level = row.get("agency_level") or row.get("commune_level")
    told = row.get("agency_code") or ""
    listed = listed_code(level or "", row.get("agency_name") or "", row.get("province") or "")
    code = {"code": told} if told not in ("", listed) else {}
    commune = {"level": row.get("commune_level"), "name": row.get("commune"),
               "province": row.get("province")}  # fmt: skip
    if level == commune["level"]:
        return {"commune": {**commune, **code}}
    agency: PlanData = {"level": level, "name": row.get("agency_name")}
    if commune["name"]:
        agency["commune"] = f"{commune['level']} {commune['name']}"
    if level not in PROVINCES and commune["province"]:
        agency["province"] = commune["province"]
    return {"agency": {**agency, **code}}


def _units(rows: list[tuple[Exported, Place]]) -> list[PlanData]:
    found: dict[str, str] = {}
    for row, _ in rows:
        for key in ("lead", "support"):
            ids, names = _listed(row, f"{key}_ids"), _listed(row, key)
            same = len(ids) == len(names)
            for n, one in enumerate(ids):
                found.setdefault(one, names[n] if same else one)
    return [{"id": one, "name": name} for one, name in found.items()]


def _listed(row: Exported, key: str) -> list[str]:
    return [one.strip() for one in row.get(key, "").split(";") if one.strip()]


def _appendices(
    rows: list[tuple[Exported, Place]],
    places: dict[KeyPath, Place],
    comments: dict[KeyPath, Message],
) -> list[PlanData]:
    appendices: dict[str, PlanData] = {}
    for row, place in rows:
        title = row.get("appendix") or "DANH MỤC NHIỆM VỤ"
        holder = appendices.setdefault(title, {"title": title})
        at: KeyPath = ("appendices", list(appendices).index(title))
        for depth, area in enumerate(_areas(row)):
            holder, at = _area(holder, at, "tasks" if depth else "areas", area, row)
        tasks = holder.setdefault("tasks", [])
        assert isinstance(tasks, list)
        at = (*at, "tasks", len(tasks))
        tasks.append(_task(row))
        places[at] = place
        if said := row.get("targets"):
            comments[at] = say("targets in the export: {text}", text=said)
    return list(appendices.values())


def _areas(row: Exported) -> Iterator[str]:
    if row.get("area"):
        yield row["area"]
    if row.get("subarea"):
        yield from row["subarea"].split(" / ")


def _area(
    holder: PlanData, at: KeyPath, key: str, title: str, row: Exported
) -> tuple[PlanData, KeyPath]:
    areas = holder.setdefault(key, [])
    assert isinstance(areas, list)
    for n, one in enumerate(areas):
        if "tasks" in one and one["title"] == title:
            return one, (*at, key, n)
    made: PlanData = {"title": title}
    if key == "areas" and row.get("subject"):
        made["subject"] = row["subject"]
    made["tasks"] = []
    areas.append(made)
    return made, (*at, key, len(areas) - 1)


def _task(row: Exported) -> PlanData:
    task: PlanData = {
        "id": row.get("task"),
        "number": row.get("number") or None,
        "title": row["title"],
    }
    if not task["number"]:
        del task["number"]
    for key, field in TASK_FIELDS.items():
        if key in _OWN_WAY or key == "title":
            continue
        if field.kind == "units":
            if ids := _listed(row, f"{key}_ids"):
                task[key] = ids
        elif field.kind in ("links", "list"):
            if named := _listed(row, key):
                task[key] = [{"task": one} for one in named] if field.kind == "links" else named
        elif row.get(key):
            task[key] = row[key]
    pairs = (line.partition(": ") for line in row.get("extra", "").splitlines())
    if extra := {heading: text for heading, _, text in pairs if text}:
        task["extra"] = extra
    if row.get("recorded") and row.get("occurrences", "") in ("", "0", "1"):
        record: PlanData = {"state": row["recorded"]}
        for key, name in (
            ("date", "done_date"),
            ("evidence", "evidence"),
            ("note", "progress_note"),
        ):
            if row.get(name):
                record[key] = row[name]
        task["progress"] = record
    return task
