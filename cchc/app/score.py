"""The score book of one plan, refused while its sums do not fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.criteria import POINTS, Misfit, misfits, printed_points
from cchc.model.finding import KeyPath
from cchc.read.source import Source
from cchc.read.workspace import one_plan
from cchc.views.score import Score, score_book


def score_of(name: str, today: date, cwd: Path) -> Score:
    """Return the score book of the plan `name` as it stands on `today`.

    Raises:
        UserError: there is no such plan, it has errors or no criteria, or a sum does not fit.
    """
    source, plan = one_plan(name, cwd)
    if not plan.criteria:
        raise UserError(
            say("{plan} has no criteria", plan=source.id),
            say("write them under “criteria”, or import the table of criteria with “cchc import”"),
        )
    if wrong := next(misfits(plan.criteria), None):
        raise UserError(*_told(wrong, source))
    return score_book(source.id, plan, today)


def _told(wrong: Misfit, source: Source) -> tuple[Message, Message]:
    places = ", ".join(_cell(place, source) for place in wrong.parts)
    return (
        say("{cell}: criterion {code} has {written} points as “{key}”, its parts add up to {added}",
            cell=_cell(wrong.place, source), code=wrong.code, key=POINTS[wrong.key],
            written=printed_points(wrong.written), added=printed_points(wrong.added)),
        say("its parts: {cells}; correct one of them", cells=places),
    )  # fmt: skip


def _cell(place: KeyPath, source: Source) -> str:
    places = source.places()
    span = places.value_at(place) or places.value_at((*place[:-1], "code"))
    return f"{source.path}:{span.line}:{span.column}" if span else str(source.path)
