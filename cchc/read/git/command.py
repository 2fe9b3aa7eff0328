"""The one place that starts git: it answers questions about a repository and does nothing else.

A repository is a stranger's. Its `.git/config` may name programs (a remote helper, an ssh command,
hooks, a file-system monitor), and git starts some of them on its own, for instance to fetch an
object that a partial clone lacks. Here nothing is fetched and nothing is started.

Sources: git(1), git-config(1), gitprotocol(7): GIT_ALLOW_PROTOCOL is asked before any setting.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from cchc import programs
from cchc.errors import UserError
from cchc.messages import say

TIMEOUT = 300
"""Seconds. Answers take milliseconds; a pipe in the place of a file would wait for ever."""

# Said on the command line, these stand above the settings of the repository.
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.sshCommand": "false",
    "core.askPass": "",
    "core.pager": "cat",
    "credential.helper": "",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
    "gc.auto": "0",
    "maintenance.auto": "false",
}
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # a list of protocols, and there is none of this name
    "GIT_PROTOCOL_FROM_USER": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_PAGER": "cat",
    "GIT_EDITOR": "false",
    "GIT_EXTERNAL_DIFF": "",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C.UTF-8",
}


class GitAnswer(NamedTuple):
    """What git said."""

    done: bool
    """Whether git could do it."""
    out: bytes
    refusal: str
    """The first line of its complaint."""


def ask(folder: Path, *words: str, given: bytes | None = None) -> GitAnswer | None:
    """Return what git answers to `words` in `folder`; None when there is no git.

    Raises:
        UserError: git does not answer in time, or its repository lies on another machine.
    """
    program = programs.found("git")
    if program is None:
        return None
    _refuse_remote(folder)
    settings = [part for key, value in _SETTINGS.items() for part in ("-c", f"{key}={value}")]
    try:
        done = subprocess.run(
            [program, "--no-pager", *settings, "-C", str(folder), *words],
            input=given or b"", capture_output=True, check=False, timeout=TIMEOUT,
            env=os.environ | _ENVIRONMENT,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise UserError(
            say("git does not answer in {folder}", folder=folder),
            say("look at the repository with “git fsck”, or name two files or folders"),
        ) from None
    first = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return GitAnswer(done.returncode == 0, done.stdout, first)


def _refuse_remote(folder: Path) -> None:
    """Refuse a repository whose `.git` file leads to a share of the network (Windows opens it)."""
    for place in (folder, *folder.absolute().parents):
        link = place / ".git"
        if not link.is_file():
            if link.is_dir():
                return
            continue
        with link.open("rb") as file:
            target = file.read(4096).removeprefix(b"gitdir:").strip()
        if target.replace(b"\\", b"/").startswith(b"//"):
            raise UserError(
                say("the repository of {folder} is on another machine", folder=folder),
                say("clone it here, or name two files or folders"),
            )
        return
