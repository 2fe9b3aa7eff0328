"""What `cchc render` can be asked for at once."""

from __future__ import annotations

from collections.abc import Mapping

from cchc.cli.options import ConflictingOptionsError, Format
from cchc.errors import UserError
from cchc.messages import say


def refuse_conflicts(
    plan: list[str] | None, only: Mapping[str, object], signer: str | None, *,
    every: bool, watch: bool, form: Format,
) -> None:  # fmt: skip
    """Refuse a request that does not say what to print, or says two things.

    `only`: the options that ask for other papers than the plan, with their values.

    Raises:
        UserError: as said.
    """
    if not plan and not every:
        raise UserError(
            say("which plan? PLAN is missing"), say("name a plan, or use --all for every plan")
        )
    if plan and every:
        raise ConflictingOptionsError("--all", "PLAN")
    given = [option for option, value in only.items() if value]
    if len(given) > 1:
        raise ConflictingOptionsError(given[1], given[0])
    if signer and "--sheet" not in given:
        raise UserError(
            say("--signer needs --sheet"),
            say("the plan itself names who signs it: document.signer"),
        )
    if watch and form is Format.JSON:
        raise ConflictingOptionsError("--watch", "--format json")
    if "--amending" in given:
        _check_amending(plan, watch=watch)


def _check_amending(plan: list[str] | None, *, watch: bool) -> None:
    if watch:
        raise ConflictingOptionsError("--amending", "--watch")
    if len(plan or ()) != 1:
        raise UserError(
            say("--amending is for one plan"), say("name the plan that changed since it was issued")
        )
