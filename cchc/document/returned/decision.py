"""The decision in front of a paper that comes back: nothing on its pages is part of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc.document.bookmarks import PREFIX
from cchc.document.returned.paper_lines import PaperLine, lines_in
from cchc.intake.office_paper import Block, OfficePaper
from cchc.messages import Message, say

_TITLE_MARK = f"{PREFIX}h_title"


def without_decision(paper: OfficePaper) -> tuple[OfficePaper, list[PaperLine]]:
    """Return `paper` from the letterhead of its plan on, and the lines of the decision before it.

    Such a decision ends with its recipients; a plan that is issued with one has none.
    """
    blocks = [list(lines_in(block)) for block in paper.blocks]
    title = next((n for n, lines in enumerate(blocks) if any(map(_is_title, lines))), 0)
    end = max((n + 1 for n in range(title) if any(map(_names_recipients, blocks[n]))), default=0)
    kept: Sequence[Block] = paper.blocks[end:]
    return replace(paper, blocks=tuple(kept)), [line for lines in blocks[:end] for line in lines]


def changed_lines(decision: Sequence[PaperLine], own: Sequence[PaperLine]) -> Iterator[Message]:
    """Say of each line of a decision that it differs from the plan's own print of it."""
    known = {line.whole for line in own}
    for line in decision:
        if line.whole not in known:
            yield say("{place}: “{text}” stands in the decision and is not taken into the plan",
                      place=line.place.words, text=line.whole)  # fmt: skip


def _is_title(line: PaperLine) -> bool:
    return _TITLE_MARK in line.marks or line.whole.casefold() == "kế hoạch"


def _names_recipients(line: PaperLine) -> bool:
    return line.whole.casefold().startswith("nơi nhận")
