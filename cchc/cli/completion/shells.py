"""How each shell asks, and how it is answered: one line for each word that fits.

The scripts call `cchc __complete SHELL ...`. bash hands over its words as they are written, the
others ":" and the word that is begun, then the words before it. Nothing is ever said on standard
error: it would be written into the line that a person is typing.
"""

from __future__ import annotations

import os
import sys

from cchc.cli.completion.answer import FILES, files, offers
from cchc.cli.completion.word_table import language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

ASK, PRINT = "__complete", "completion"
SCRIPTS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
"""The shells, with the ending of their script."""
_HERE = os.path.dirname(__file__)
_SPECIAL = " \t\\'\"`$&|;<>()[]{}*?!#~^"
"""What has a meaning to bash."""


def script(shell: str) -> bytes:
    """Return what `shell` is to run once, to know how cchc is completed."""
    with open(os.path.join(_HERE, f"script.{SCRIPTS[shell]}"), "rb") as file:
        return file.read()


def early(argv: Sequence[str]) -> bool:
    """Answer if a shell asks, or is to be told how to ask; say whether that was so."""
    if len(argv) == 2 and argv[0] == PRINT and argv[1] in SCRIPTS:
        _write(script(argv[1]))
        return True
    if argv[:1] != [ASK]:
        return False
    try:
        _write(answer(argv[1:]))
    except (Exception, KeyboardInterrupt):  # noqa: S110
        pass  # a person is typing: nothing may appear
    return True


def answer(asked: Sequence[str]) -> bytes:
    """Return the answer to what a script asks."""
    shell, rest = asked[0], [_whole(word) for word in asked[1:]]
    if shell == "bash":
        lines = _for_bash(rest)
    else:
        begun = rest[0].removeprefix(":")
        found = offers([_bare(one) for one in rest[1:]], _bare(begun), language())
        lines = [f"{word}\t{about}" if about else word for word, about in found]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def _for_bash(words: Sequence[str]) -> list[str]:
    """Return words as bash puts them into its line; it cuts lines at "=", too."""
    joined: list[str] = []
    cut = ""  # what stands before the "=", if bash completes behind it only
    for place, word in enumerate(words):
        last = place == len(words) - 1
        behind = place > 0 and words[place - 1] == "=" and len(joined) > 0
        if joined and word == "=" and joined[-1].startswith("--"):
            cut = f"{joined[-1]}=" if last else ""
            joined[-1] += "="
        elif behind and joined[-1].endswith("="):
            cut = joined[-1] if last else ""
            joined[-1] += word
        else:
            joined.append(word)
    begun = joined[-1] if joined else ""
    found = offers([_bare(one) for one in joined[:-1]], _bare(begun), language())
    if files(found):
        return [FILES]
    quoted = begun.removeprefix(cut).startswith(("'", '"'))
    bare = [word.removeprefix(cut) for word, _ in found]
    return bare if quoted else [_escaped(one) for one in bare]


def _escaped(word: str) -> str:
    return "".join(f"\\{one}" if one in _SPECIAL else one for one in word)


def _bare(word: str) -> str:
    """Return a word without the quotes and backslashes that a shell would take away."""
    if not any(sign in word for sign in "\\'\""):
        return word
    out, quote, escaped = "", "", False
    for one in word:
        if escaped:
            out, escaped = out + one, False
        elif one == "\\" and quote != "'":
            escaped = True
        elif quote and one == quote:
            quote = ""
        elif not quote and one in "'\"":
            quote = one
        else:
            out += one
    return out


def _whole(word: str) -> str:
    """Return a word of the command line read as UTF-8, whatever the locale is."""
    return os.fsencode(word).decode("utf-8", "surrogateescape")


def _write(text: bytes) -> None:
    try:
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
    except OSError:  # whoever asked has gone; keep Python from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
