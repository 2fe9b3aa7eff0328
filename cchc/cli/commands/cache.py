"""`cchc cache`: where results are kept between runs, and how to be rid of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cchc.messages import _, say

GROUP = "set up"
HELP = say(
    "Show where results of earlier runs are kept, or delete them.\n\n"
    "Deleting them loses nothing: the next run reads every plan again. --no-cache or "
    "CCHC_NO_CACHE=1 runs without; CCHC_CACHE_DIR names another folder.\n\n"
    "Examples:\n\n"
    "  cchc cache path\n\n"
    "  cchc cache clear"
)


class Action(StrEnum):
    """What to do with the cache of this workspace."""

    PATH = "path"
    CLEAR = "clear"


def command(
    action: Annotated[
        Action, typer.Argument(help=_("path: show the file; clear: delete what is kept."))
    ],
) -> int:
    from cchc.app.cache import cache_place, clear_cache

    if action is Action.PATH:
        typer.echo(str(cache_place(Path.cwd())))
        return 0
    freed = clear_cache(Path.cwd())
    typer.echo(str(say("freed: {size} KB", size=-(-freed // 1024))))
    return 0
