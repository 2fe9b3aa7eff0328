"""`cchc diff`: what changed in meaning between two versions of the plans."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.output import deliver
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.outputs.changes import Answer
    from cchc.read.sides import Pair
    from cchc.read.unread import Unread
    from cchc.views.changes import Change

GROUP = "draft"
HELP = say(
    "Show what changed in meaning between two git revisions, files or folders.\n\n"
    "Without arguments: the last commit against the working tree. New numbers and another order "
    "are no change.\n\n"
    "Examples:\n\n"
    "  cchc diff\n\n"
    "  cchc diff main\n\n"
    "  cchc diff main HEAD --plan phu-thinh --format markdown\n\n"
    "  cchc diff draft.yaml signed.yaml"
)


class DiffFormat(StrEnum):
    """How the changes are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def command(
    old: Annotated[
        str | None, typer.Argument(help=_("Revision, file or folder; default: the last commit."))
    ] = None,
    new: Annotated[
        str | None, typer.Argument(help=_("Revision, file or folder; default: the working tree."))
    ] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", help=_("Only these plans: ids or their beginnings; repeatable.")),
    ] = None,
    form: Annotated[
        DiffFormat, typer.Option("--format", help=_("How to write the changes."))
    ] = DiffFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=_("The file to write."))
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("Exit with 1 when something changed."))
    ] = False,
) -> int:
    from cchc.cli.unread import told
    from cchc.outputs.changes import Answer
    from cchc.read.sides import pairs, read_sides

    before, after = read_sides(old, new, Path.cwd())
    found = list(pairs(before, after))
    if plan:
        chosen = _chosen(plan, [one.plan for one in found])
        found = [one for one in found if one.plan in chosen]
    unread: list[Unread] = []
    changed = {
        pair.plan: changes for pair in found if (changes := _compared(pair, unread)) is not None
    }
    answer = Answer(str(before.name), str(after.name), changed, unread)
    deliver(_written(answer, form), output)
    if code := told(unread):
        return code if changed else max(code, 2)
    return int(exit_code and answer.total > 0)


def _chosen(words: Sequence[str], ids: Sequence[str]) -> set[str]:
    """Return the plans that `words` mean: ids, unique beginnings of ids, or plan files.

    Raises:
        UserError: a word means none of them, or several.
    """
    from difflib import get_close_matches

    from cchc.read.layout import SUFFIXES, plan_id
    from cchc.read.workspace import fitting

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
    from cchc.read.unread import failed
    from cchc.read.unread import unread as without
    from cchc.views.changes import changes, renamed

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


def _written(answer: Answer, form: DiffFormat) -> str:
    from cchc.outputs import changes, json

    match form:
        case DiffFormat.TEXT:
            return changes.text(answer)
        case DiffFormat.MARKDOWN:
            return changes.markdown(answer)
        case DiffFormat.JSON:
            return json.dumps("diff", changes.content(answer))
