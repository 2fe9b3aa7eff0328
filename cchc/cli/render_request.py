"""What `cchc render` can be asked for at once."""

from __future__ import annotations

from cchc.cli.options import ConflictingOptionsError, Format
from cchc.errors import UserError
from cchc.messages import say


def check_request(
    plan: list[str] | None, sheet: str | None, signer: str | None, amending: str | None, *,
    every: bool, watch: bool, form: Format,
) -> None:  # fmt: skip
    """Refuse a request that does not say what to print, or says two things.

    Raises:
        UserError: as said.
    """
    if not plan and not every:
        raise UserError(
            say("which plan? PLAN is missing"), say("name a plan, or use --all for every plan")
        )
    if plan and every:
        raise ConflictingOptionsError("--all", "PLAN")
    if signer and not sheet:
        raise UserError(
            say("--signer needs --sheet"),
            say("the plan itself names who signs it: document.signer"),
        )
    if watch and form is Format.JSON:
        raise ConflictingOptionsError("--watch", "--format json")
    if amending:
        _check_amending(plan, sheet, watch=watch)


def _check_amending(plan: list[str] | None, sheet: str | None, *, watch: bool) -> None:
    if sheet:
        raise ConflictingOptionsError("--amending", "--sheet")
    if watch:
        raise ConflictingOptionsError("--amending", "--watch")
    if len(plan or ()) != 1:
        raise UserError(
            say("--amending is for one plan"), say("name the plan that changed since it was issued")
        )
