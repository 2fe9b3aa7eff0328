"""`cchc completion`: what a shell needs to know to complete the words of cchc."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from cchc.messages import _, say

GROUP = "set up"
HELP = say(
    "Print the script for Tab completion of commands, options, plans and codes.\n\n"
    "bash, in ~/.bashrc:  source <(cchc completion bash)\n\n"
    "zsh, in ~/.zshrc after compinit:  source <(cchc completion zsh)\n\n"
    "fish, once:  cchc completion fish > ~/.config/fish/completions/cchc.fish\n\n"
    "PowerShell, in $PROFILE:  cchc completion powershell | Out-String | Invoke-Expression"
)


def command(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"], typer.Argument(help=_("Your shell."))
    ],
) -> int:
    # `cchc.__main__` answers this without a parser; only other ways to write it come here.
    from cchc.cli.completion.shells import script

    sys.stdout.write(script(shell).decode())
    return 0
