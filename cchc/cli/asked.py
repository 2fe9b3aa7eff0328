"""A question that was asked before, about a workspace in which nothing has changed since.

`main` asks here before anything is imported: the same words on the command line, in the same
folder, on the same day, of the same tool, over the same files, have the same answer. A command
that answers from nothing but the files of the workspace says so (`Asked.rests_on_files`), and what
it prints into a pipe or file is then kept (`cchc.read.kept_answers`).
"""

from __future__ import annotations

import os
import sys
import time
import zlib

from cchc.read.cache_place import answers
from cchc.read.cache_stamp import tool
from cchc.read.kept_answers import Kept, UnsoundError
from cchc.read.standing import Standing, UnclearError, root_of

TYPE_CHECKING = False  # typing itself is imported by nobody at such a start
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

COMMANDS = ("validate", "due")
"""Those whose answers are worth keeping."""
NO_CACHE = "--no-cache"
_READ = ("NO_COLOR", "TERM", "COLUMNS")
"""What answers may depend on of the environment, besides everything of our own."""
_OWN = "CCHC_"


class Asked:
    """The words of a command line, with all that their answer rests on.

    Raises:
        OSError, UnclearError: the workspace cannot be told by looking at it.
    """

    def __init__(self, argv: Sequence[str]) -> None:
        self.standing = Standing(root_of(os.getcwd()))
        self.wanted = False
        """Whether the command has said that its answer may be kept."""
        self.printed = 0
        """Bytes of the answer that were printed already."""
        words = _words(argv)
        name = zlib.crc32(os.fsencode("\0".join(words)))
        self.path = os.path.join(answers(self.standing.root), f"{name:08x}")
        rest = [*words, self.standing.root, time.strftime("%Y-%m-%d"), tool()]
        self.about = os.fsencode("\0".join(rest)) + b"\0\0" + self.standing.written()

    def answer(self) -> int | None:
        """Print the answer given before and return its exit code.

        None: there is none, or not all of it is sound; a run must go on behind what was `printed`.
        """
        try:
            with open(self.path, "rb", buffering=0) as file:
                kept = Kept(file, self.about)
                for piece in kept.pieces():
                    sys.stdout.buffer.write(piece)
                    self.printed += len(piece)
            sys.stdout.flush()
            os.utime(self.path)  # asked for last, it is the last to go
        except BrokenPipeError:
            # Whoever read our output has read enough; keep Python from complaining at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except (OSError, UnsoundError):
            return None
        return kept.code

    def rests_on_files(self, named: Iterable[Path] = ()) -> None:
        """Have what is printed from now on kept, as the answer and all of it.

        It must rest on nothing but the words, the configuration, and the files below plans/ of the
        workspace; `named` are the files that the words mean, when they mean any.
        """
        here, known = os.getcwd(), self.standing.files
        if all(os.path.join(here, path) in known for path in named):
            self.wanted = self.standing.settled()


def asked(argv: Sequence[str]) -> Asked | None:
    """Return the question, if its answer may be kept: nobody watches, and the cache is wanted."""
    if not argv or argv[0] not in COMMANDS or NO_CACHE in argv:
        return None
    if os.environ.get("CCHC_NO_CACHE", "") not in ("", "0"):
        return None
    if sys.stdout is None or sys.stdout.isatty():
        return None
    try:
        return Asked(argv)
    except (OSError, UnclearError):
        return None


def _words(argv: Sequence[str]) -> list[str]:
    """Return the question in words: the command line, what it may name, where and how it is asked."""
    own = sorted(name for name in os.environ if name.startswith(_OWN))
    settings = [f"{name}={os.environ.get(name)}" for name in (*own, *_READ)]
    named = [_kind(word.partition("=")[2] or word) for word in argv[1:]]
    return [os.getcwd(), *settings, "", *argv, "", *named]


def _kind(word: str) -> str:
    """Return whether a folder or file has this name: a word may mean that, or the id of a plan."""
    forms = {word}
    if not word.isascii():
        from unicodedata import normalize

        forms |= {normalize("NFC", word), normalize("NFD", word)}
    found = ""
    for form in sorted(forms):
        try:
            found += f"{os.stat(form).st_mode:o} "
        except (OSError, ValueError):
            found += "- "
    return found
