"""What changed in meaning, for reading."""

from __future__ import annotations

from cchc.outputs.changes import DiffAnswer, change_lines, summary, touched
from cchc.outputs.changes_words import shortened


def write(answer: DiffAnswer) -> str:
    """Return one line for each subject that changed, and the summary."""
    out = []
    for plan in answer.changed:
        out += [
            " ".join(filter(None, (plan, head))) + f": {said}\n"
            for _, head, said in change_lines(answer.changes[plan], old=shortened, new=shortened)
        ]
        out.append("\n")
    out += [f"{line}\n" for line in touched(answer)]
    return "".join(out) + f"{summary(answer)}\n"
