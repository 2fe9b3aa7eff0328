"""The figure that `cchc status --explain` opens, and what to say of a name that is none."""

from __future__ import annotations

from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.outputs.status_words import COLUMN_OF_FIGURE
from cchc.views.counting import FIGURES, RATES

_ALIKE = 0.8
"""How like a figure a name must be to be a slip of it: “periods.due” is not “periods.done”."""


def refuse_unknown_figure(name: str) -> None:
    """Refuse what is no figure.

    Raises:
        UserError: `name` is none of the figures and shares.
    """
    known = (*FIGURES, *RATES)
    if name in known:
        return
    kind, _, last = name.lower().rpartition(".")
    same = [one.rpartition(".")[2] for one in known if one.startswith(f"{kind}.")]
    near = closest(last, same, _ALIKE) if same else closest(name.lower(), known, _ALIKE)
    columns = ", ".join(f"“{column}” {figure}" for figure, column in COLUMN_OF_FIGURE.items())
    others = ", ".join(one for one in known if one not in COLUMN_OF_FIGURE)
    raise UserError(
        say("there is no figure “{name}”", name=name),
        did_you_mean(
            f"{kind}.{near}" if near and same else near,
            say(
                "the columns of the table: {columns}; others: {others}",
                columns=columns,
                others=others,
            ),
        ),
    )
