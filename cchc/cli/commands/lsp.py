"""`cchc lsp`: the language server for editors."""

from __future__ import annotations

from importlib.util import find_spec

from cchc.errors import UserError
from cchc.messages import say

GROUP = "set up"
HELP = say(
    "Start the language server that editors talk to.\n\n"
    "An editor starts it by itself: “cchc init” writes the settings for VS Code and Neovim, "
    "docs/editors/ says how others join. While a plan is typed it shows findings and fixes, what a "
    "deadline or a citation means, the tasks of a unit, and what may stand at the cursor.\n\n"
    "Example:\n\n"
    "  cchc lsp"
)


def command() -> int:
    if find_spec("pygls") is None:
        raise UserError(
            say("the language server needs the package pygls"),
            say("install cchc with it: pip install 'cchc[lsp]'"),
        )
    from cchc.lsp.server import serve

    serve()
    return 0
