"""Yes and no, as a person types them: in Vietnamese or English, whatever the language of the run."""

from __future__ import annotations

import unicodedata

from cchc.cli.output import tell
from cchc.messages import Message, say

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
