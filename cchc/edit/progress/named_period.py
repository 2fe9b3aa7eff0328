"""Which period of a recurring task is meant: `2026-Q2`, `Quý II`, or its last day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from cchc.edit.progress.request_error import RefusalError
from cchc.edit.progress.targets import RecordTarget
from cchc.language.deadline import DeadlineError, Occurrence, read_deadline
from cchc.messages import say
from cchc.model.dates import PartialDate
from cchc.model.plan import Plan


def period_of(target: RecordTarget, plan: Plan, said: str | None) -> str:
    """Return the key of the period that `said` means; empty for a task without periods.

    Raises:
        RefusalError: the task has no such period, none was named, or it has none at all.
    """
    if not target.occurrences:
        if said:
            raise _without_periods(target)
        return ""
    if not said:
        done = {one.occurrence for one in target.progress if one.state == "done"}
        still = [one for one in target.occurrences if one.key not in done]
        raise RefusalError(
            "occurrence",
            say("“{task}” recurs: for which period?", task=target.name),
            say(
                "name it with --occurrence (in a table: in the column “Kỳ”); still open: {periods}",
                periods=_listed(still),
            )
            if still
            else say(
                "all periods are done; to correct one, name it with --occurrence (in a table: in "
                "the column “Kỳ”): {periods}",
                periods=_listed(target.occurrences),
            ),
        )
    key = _key(said, target.occurrences, plan)
    if key is None:
        raise RefusalError(
            "occurrence",
            say("“{task}” has no period “{period}”", task=target.name, period=said),
            say("its periods: {periods}", periods=_listed(target.occurrences)),
        )
    return key


def recorded_period(target: RecordTarget, plan: Plan, said: str | None) -> int:
    """Return the index of the record of the period that `said` means.

    Raises:
        RefusalError: nothing is recorded for it.
    """
    recorded = [one.occurrence or "" for one in target.progress]
    wanted = said or ""
    if wanted not in recorded and said:
        wanted = _key(said, target.occurrences, plan) or said
    if wanted in recorded:
        return recorded.index(wanted)
    if said and not any(recorded) and recorded:
        raise _without_periods(target)
    if recorded:
        raise RefusalError(
            "occurrence",
            say("nothing is recorded for the period “{period}” of “{task}”",
                period=said, task=target.name)
            if said
            else say("“{task}” has records of periods: which one?", task=target.name),
            say("name it with --occurrence; recorded: {periods}",
                periods=", ".join(one for one in recorded if one)),
        )  # fmt: skip
    raise RefusalError("task", say("nothing is recorded for “{task}”", task=target.name))


def _without_periods(target: RecordTarget) -> RefusalError:
    return RefusalError(
        "occurrence",
        say("“{task}” has no periods", task=target.name),
        say("leave the period out"),
    )


def _key(said: str, known: Iterable[Occurrence], plan: Plan) -> str | None:
    text = " ".join(unicodedata.normalize("NFC", said).split())
    by_key = {one.key: one for one in known}
    if text.upper() in by_key:
        return text.upper()
    try:
        day = PartialDate.parse(text).full
    except ValueError:
        day = None
    if day:
        return next((key for key, one in by_key.items() if one.due == day), None)
    try:
        meant = read_deadline(text, year=plan.year).occurrences
    except DeadlineError:
        return None
    return meant[0].key if len(meant) == 1 and meant[0].key in by_key else None


def _listed(periods: Iterable[Occurrence]) -> str:
    return ", ".join(f"{one.key} ({one.due:%d/%m/%Y})" for one in periods)
