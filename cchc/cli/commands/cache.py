"""`cchc cache`: where results are kept between runs, and how to be rid of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc.errors import UserError, reason
from cchc.messages import _, say
from cchc.read.folders import find_root
from cchc.store.place import forget, place

GROUP = "set up"
HELP = say(
    "Show where results of earlier runs are kept, or delete them.\n\n"
    "Deleting them loses nothing: the next run reads every plan again. --no-cache or "
    "CCHC_NO_CACHE=1 runs without; CCHC_CACHE_DIR names another folder.\n\n"
    "Examples:\n\n"
    "  cchc cache path\n\n"
    "  cchc cache clear"
)


def command(
    action: Annotated[
        Literal["path", "clear"],
        typer.Argument(help=_("path: show the file; clear: delete what is kept.")),
    ],
) -> int:
    if action == "path":
        typer.echo(str(cache_place(Path.cwd())))
        return 0
    freed = clear_cache(Path.cwd())
    typer.echo(str(say("freed: {size} KB", size=-(-freed // 1024))))
    return 0


def cache_place(cwd: Path) -> Path:
    """Return the file that holds the results of earlier runs; it need not exist."""
    return place(find_root(cwd))


def clear_cache(cwd: Path) -> int:
    """Delete the results of earlier runs, and return how many bytes that frees.

    Raises:
        UserError: they cannot be deleted.
    """
    try:
        return forget(find_root(cwd))
    except OSError as error:
        raise UserError(
            say("{path} cannot be deleted: {reason}", path=cache_place(cwd), reason=reason(error)),
            say("close what else uses it, or delete it yourself"),
        ) from None
