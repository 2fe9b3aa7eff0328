"""The paper that amends an issued plan: `templates/dieu-chinh.docx`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cchc.document import letterhead
from cchc.document.amendments import amendments
from cchc.document.paper import FRAME, Paper, Styled
from cchc.document.samples import plan_samples
from cchc.document.words import date_words, enumerated, lowered, without_end
from cchc.language.numbering import roman
from cchc.messages import Message, say
from cchc.model.plan import Plan

TEMPLATE = "dieu-chinh"


@dataclass(frozen=True, slots=True)
class PartNumbers:
    """`parts`: the Roman numbers of the parts that are printed; empty for one that is not."""

    adjusted: str
    added: str
    repealed: str
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendingPaper(Paper):
    """Everything the paper that amends a plan prints."""

    PARTS: ClassVar[tuple[tuple[str, ...], ...]] = (
        *FRAME,
        ("bases",), ("plan",), ("adjusted",), ("added",), ("repealed",),
    )  # fmt: skip

    bases: tuple[str, ...]
    plan: str
    """The issued plan with number, date and issuer."""
    plan_short: str
    """The same by number and symbol only."""
    issuing: str
    """Who issues the paper."""
    parts: PartNumbers
    adjusted: tuple[Styled, ...]
    added: tuple[Styled, ...]
    repealed: tuple[Styled, ...]


PAPER = AmendingPaper


def amending_paper(old: Plan, new: Plan) -> AmendingPaper | None:
    """Return the paper that makes the issued plan `old` into `new`; None when no print changed.

    Its number and day are blank: it is a paper of its own.
    """
    found = amendments(old, new)
    if not any(found):
        return None
    cited = letterhead.plan_citation(old)
    title = letterhead.broken_line(
        f"Điều chỉnh, bổ sung {cited}", f"về {lowered(old.document.title)}", letterhead.BOLD_MM
    )
    added = [base for base in new.bases if base not in old.bases]
    numbers = iter(roman(n) for n in range(1, 5))
    return AmendingPaper(
        **letterhead.letterhead(new, date_words(None, new.year), letterhead.symbol_of(new, "KH")),
        title=title,
        recipients=letterhead.later_recipients(new, new.document.recipients),
        signer=letterhead.later_signer(new),
        properties=letterhead.file_properties(new, "Kế hoạch", lowered(" ".join(title.split()))),
        bases=enumerated([without_end(one) for one in (*old.bases[:1], *added, f"Căn cứ {cited}")]),
        plan=cited,
        plan_short=letterhead.plan_citation(old).partition(" ngày ")[0],
        issuing=letterhead.issuing(new),
        parts=PartNumbers(*(next(numbers) if one else "" for one in (*found, True))),
        adjusted=found.adjusted,
        added=found.added,
        repealed=found.repealed,
    )


def samples() -> list[tuple[Message, Paper]]:
    """Return papers that amend the fullest sample plan: in every way, and in one deadline only."""
    (_, plan), *_ = plan_samples()
    table = plan.appendices[0]
    area = table.areas[0]
    task, *others = area.tasks
    later = task.model_copy(update={"deadline": "Trước 31/7/2026"})
    more = task.model_copy(update={"id": "viec-moi", "title": "Số hóa hồ sơ"})
    made: list[tuple[Message, Paper]] = []
    for name, tasks in (
        (say("amended in every way"), (later, more)),
        (say("one deadline amended"), (later, *others)),
    ):
        areas = (area.model_copy(update={"tasks": tasks}),)
        tables = (table.model_copy(update={"areas": areas}), *plan.appendices[1:])
        paper = amending_paper(plan, plan.model_copy(update={"appendices": tables}))
        assert paper is not None  # something changed
        made.append((name, paper))
    return made
