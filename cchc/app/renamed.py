"""A plan whose file has another name than when its paper was printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import UserError
from cchc.intake.recognise import recognise
from cchc.language.names import bare
from cchc.messages import quoted, say
from cchc.read.folders import PLANS, plan_id
from cchc.read.workspace import plan_files

if TYPE_CHECKING:
    from cchc.intake.office_paper import OfficePaper
    from cchc.read.source import Source


def refuse_other_plan(
    paper: OfficePaper, file: Path, source: Source, printed: str, root: Path
) -> None:
    """Refuse a paper printed from `printed`, unless that is an earlier name of the plan `source`.

    It is one where no plan has that name any more, and the paper names the same owner, kind and year.

    Raises:
        UserError: it is none.
    """
    plan = source.plan
    assert plan is not None
    there = printed in map(plan_id, plan_files(root / PLANS))
    if not there:
        data = recognise(paper).data
        owner = data.get(plan.owner_key)
        name = str(owner.get("name")) if isinstance(owner, dict) else ""
        said = (bare(name), data.get("kind"), str(data.get("year")))
        if said == (bare(plan.owner.name), plan.kind, str(plan.year)):
            return
    raise UserError(
        say("{file} was printed from the plan “{other}”, not from “{plan}”",
            file=file, other=printed, plan=source.id),
        say("name that plan: --update {other}", other=quoted(printed))
        if there
        else say("no plan here has that name; if {plan} is that plan, name its file {other}.yaml again",
                 plan=source.id, other=printed),
    )  # fmt: skip
