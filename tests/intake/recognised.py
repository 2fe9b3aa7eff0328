"""Reading papers back as plans, and what of two plans must be the same."""

from __future__ import annotations

import re
from pathlib import Path

from cchc.edit.yaml.plan_text import plan_text
from cchc.intake.opening import open_paper
from cchc.intake.recognise import Recognised, recognise
from cchc.language.names import fold
from cchc.language.numbering import NumberedRow, rows, sections
from cchc.model.plan import Area, Plan
from cchc.read.load import read_source
from tests.intake.papers_of_plans import Style, paper


def read_paper(folder: Path, plan_id: str, style: Style) -> Recognised:
    """Return what is recognised in the paper of a plan in one of the kit's styles."""
    path = folder / f"{plan_id}.{style}.docx"
    path.write_bytes(paper(plan_id, style))
    return recognise(open_paper(path))


def read_text(folder: Path, text: str) -> Recognised:
    """Return what is recognised in a plain text."""
    path = folder / "ke-hoach.txt"
    path.write_text(text, encoding="utf-8")
    return recognise(open_paper(path))


def plan_of(found: Recognised) -> Plan:
    """Return the plan, by way of its YAML; fails with the findings when there is none."""
    source = read_source(Path("x.yaml"), yaml_of(found))
    assert source.plan, [(one.place, str(one.message)) for one in source.findings]
    return source.plan


def yaml_of(found: Recognised) -> str:
    """Return the plan's file."""
    return plan_text(found.data, {path: str(said) for path, said in found.comments.items()})


def names(plan: Plan, ids: tuple[str, ...]) -> list[str]:
    """Return the folded names of units; a group of the same spelling is the same."""
    called = {one.id: one.name for one in plan.declared}
    return [fold(called[one]) for one in ids]


def same_units(one: Plan, ours: tuple[str, ...], other: Plan, theirs: tuple[str, ...]) -> bool:
    """Tell whether two lists of units mean the same bodies in the same order."""
    return [_spellings(one, unit) for unit in ours] == [
        _spellings(one, _same(one, other, unit)) for unit in theirs
    ]


def _spellings(plan: Plan, unit: str) -> frozenset[str]:
    found = [one for one in plan.declared if one.id == unit]
    return frozenset(fold(name) for one in found for name in (one.name, *one.aliases))


def _same(one: Plan, other: Plan, unit: str) -> str:
    theirs = _spellings(other, unit)
    return next((mine.id for mine in one.declared if theirs & _spellings(one, mine.id)), unit)


def table(plan: Plan) -> list[NumberedRow]:
    """Return all rows of all appendices that have rows."""
    return [row for n, appendix in enumerate(plan.appendices) for row in rows(appendix, n)]


def areas(plan: Plan) -> list[tuple[str, str, int]]:
    """Return the areas with their printed numbers and depth."""
    return [
        (row.number, row.row.title, row.depth) for row in table(plan) if isinstance(row.row, Area)
    ]


def duties(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return the units of each duty by the label of its section."""
    return {one.label: one.section.units for one in sections(plan) if one.section.units}


def words(text: str) -> set[str]:
    """Return the words of a text as they compare: small letters, one place of tone marks."""
    return {fold(word) for word in re.findall(r"[^\W_]+", text)}
