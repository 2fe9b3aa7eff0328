"""What changed in meaning between two versions of the plans."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say
from cchc.outputs.changes import Answer
from cchc.read.layout import SUFFIXES, plan_id
from cchc.read.sides import Pair, pairs, read_sides
from cchc.read.unread import Unread, failed
from cchc.read.unread import unread as without
from cchc.read.workspace import fitting
from cchc.views.changes import Change, changes, renamed


def compare(old: str | None, new: str | None, cwd: Path, plans: Sequence[str] = ()) -> Answer:
    """Compare two git revisions, files or folders; None: the last commit, the working tree.

    `plans`: only these, by their ids, unique beginnings of ids, or files; none for all.

    Raises:
        UserError: a side cannot be found, or one of `plans` is on neither.
    """
    before, after = read_sides(old, new, cwd)
    found = list(pairs(before, after))
    if plans:
        chosen = _chosen(plans, [one.plan for one in found])
        found = [one for one in found if one.plan in chosen]
    unread: list[Unread] = []
    changed = {
        pair.plan: compared for pair in found if (compared := _compared(pair, unread)) is not None
    }
    return Answer(str(before.name), str(after.name), changed, unread)


def _chosen(words: Sequence[str], ids: Sequence[str]) -> set[str]:
    """Return the plans that `words` mean: ids, unique beginnings of ids, or plan files.

    Raises:
        UserError: a word means none of them, or several.
    """
    found = set()
    for word in words:
        name = plan_id(Path(word)) if word.endswith(SUFFIXES) else word
        fits = fitting(name, ids)
        if not fits:
            near = get_close_matches(name, ids, n=1)
            raise UserError(
                say("there is no plan “{name}”", name=word),
                say("did you mean “{near}”?", near=near[0])
                if near
                else say("plans here: {ids}", ids=", ".join(ids)),
            )
        found.add(fits[0])
    return found


def _compared(pair: Pair, unread: list[Unread]) -> Sequence[Change] | None:
    """Return the changes of one plan; None when a side cannot be read, which `unread` then says."""
    plan, was, old, new = pair
    if old and new and old.text == new.text and isinstance(old.text, str):
        return renamed(was, plan)
    sources = [held.source() if held else None for held in (old, new)]
    broken = [one for source in sources if source and (one := without(source))]
    unread.extend(one._replace(plan=plan) for one in broken)
    if broken:
        return None
    try:
        return renamed(was, plan) + changes(
            plan, *(source.plan if source else None for source in sources)
        )
    except Exception as error:  # one plan never takes the others with it
        path = next(source.path for source in reversed(sources) if source)
        unread.append(failed(plan, path, error))
        return None
