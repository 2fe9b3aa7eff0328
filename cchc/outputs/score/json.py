"""The answer of `cchc score` as the JSON kind `score`: points are texts, so that none is rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cchc.outputs import json
from cchc.outputs.layout import Layout
from cchc.views.score import Score, Scored


def write(answer: Score, _layout: Layout) -> str:
    """Return fields, innermost criteria and the whole book."""
    return json.dumps(
        "score",
        {
            "plan": answer.plan, "today": answer.today.isoformat(),
            "goal": _text(answer.goal), "needed": _text(answer.needed),
            "whole": _points(answer.whole),
            "fields": [{"code": one.code, "title": one.title, **_points(one)} for one in answer.fields],
            "criteria": [_criterion(one) for one in answer.criteria],
        },
    )  # fmt: skip


def _criterion(one: Scored) -> dict[str, Any]:
    return {
        "code": one.code, "title": one.title, "field": one.field, **_points(one),
        "survey": one.survey, "arising": one.arising, "causes": list(one.causes),
        "cause": one.cause or None, "tasks": list(one.tasks),
    }  # fmt: skip


def _points(one: Scored) -> dict[str, str | None]:
    named = {"max" if key == "maximum" else key: value for key, value in one.points.items()}
    return {
        **{key: _text(value) for key, value in named.items()},
        "lost": _text(one.lost), "at_risk": _text(one.at_risk), "to_win": _text(one.to_win),
    }  # fmt: skip


def _text(points: Decimal | None) -> str | None:
    return None if points is None else f"{points:f}"
