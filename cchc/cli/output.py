"""Where an answer goes, standard output or the file of `-o`; and yes and no as a person types them, in either language."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from cchc.messages import Message, say


def tell(*lines: Message | str) -> None:
    """Write lines to standard error, where whoever runs a command reads what became of it."""
    sys.stderr.writelines(f"{line}\n" for line in lines)


def deliver(
    content: str | bytes | Iterable[str], to: Path | None, form: str, offered: Collection[str] = ()
) -> None:
    """Write `content` to the file `to`, whole or not at all; without a file, or
    with `-`, to standard output.

    Pieces of text are written on standard output as they come. `form` is the format of `content`,
    one of those `offered`.

    Raises:
        UserError: the name of the file says that something else is in it, it is a plan, or it cannot
            be written.
    """
    if to is None or str(to) == "-":
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.writelines([content] if isinstance(content, str) else content)
        return
    from cchc.app.out_file import check_place
    from cchc.edit.files.write import write_bytes

    check_place(to, form, offered)
    write_bytes(to, content if isinstance(content, bytes) else "".join(content).encode())
    tell(say("written: {path}", path=to))


YES = ("c", "có", "co", "đồng ý", "dong y", "y", "yes")
NO = ("k", "không", "khong", "ko", "n", "no")


def meaning(answer: str) -> bool | None:
    """Return what was answered; None for anything but a yes or a no."""
    word = unicodedata.normalize("NFC", answer).strip().casefold()
    return True if word in YES else False if word in NO else None


def agreed(question: Message) -> bool:
    """Ask before something is written; Enter is no, other words are asked again."""
    import typer

    while True:
        answer = typer.prompt(str(question), default="", show_default=False, err=True)
        found = meaning(answer) if answer.strip() else False
        if found is None:
            tell(say("type y (yes) or n (no)"))
            continue
        if not found:
            tell(say("nothing is written"))
        return found
