"""The decision that stands before a plan in one file: its bases, recipients and signer are the plan's.

Its form and its articles are no part of a plan: `cchc render --decision` prints them anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.intake.ending import Ending, read_ending
from cchc.intake.front.letterhead import read_letterhead
from cchc.intake.front.preface import Preface, read_preface
from cchc.intake.lines import Line
from cchc.intake.office_paper import Place
from cchc.language.names import bare

_DECIDES = re.compile(r"quyet dinh\s*[:.]?")
_ARTICLES = re.compile(r"như điều\s", re.IGNORECASE)


@dataclass(slots=True)
class DecisionBefore:
    """What a decision says of the plan that it issues."""

    number: str | None
    symbol: str | None
    date: str | None
    issuer: str
    preface: Preface
    """Its bases."""
    end: Ending
    form: list[Line]
    """Its title and articles, which a plan has no place for."""
    articles: list[str]
    """Recipients that are named by its articles: "Như Điều 3"."""

    def as_data(self) -> dict[str, object]:
        """Return it under the keys of `document.decision`."""
        found = {"number": self.number, "symbol": self.symbol, "date": self.date}
        return {
            **{key: value for key, value in found.items() if value or key == "number"},
            "issuer": self.issuer or None,
        }


def letterhead_of(lines: Sequence[Line]) -> Sequence[Line]:
    """Return what stands over the title of a decision."""
    first = next(
        (n for n, one in enumerate(lines) if _DECIDES.fullmatch(bare(one.text))), len(lines)
    )
    return lines[:first]


def read_decision(lines: Sequence[Line]) -> DecisionBefore | None:
    """Read the lines before the letterhead of a plan, or before its title; None for no decision."""
    marks = [n for n, line in enumerate(lines) if _DECIDES.fullmatch(bare(line.text))]
    if len(marks) < 2:
        return None
    first, decides = marks[0], marks[-1]
    head = read_letterhead(lines[:first])
    if not (head.symbol and head.symbol.startswith("QĐ")):
        return None
    bases = next(
        (n for n in range(first, decides) if re.match(r"(?:can cu|thuc hien)\b", bare(lines[n].text))),
        decides,
    )  # fmt: skip
    ends = next(
        (n for n in range(decides, len(lines)) if bare(lines[n].text).startswith("noi nhan")),
        len(lines),
    )
    preface = read_preface(lines[bases:decides])
    end = read_ending(lines[ends:])
    articles = [text for text, _ in end.recipients if _ARTICLES.match(text)]
    end.recipients = [one for one in end.recipients if not _ARTICLES.match(one[0])]
    decider = next((line.text for line in lines[first:bases] if _is_decider(line)), "")
    form = [*lines[first:bases], *(Line(text, at) for text, at in preface.opening),
            *lines[decides:ends], *end.rest]  # fmt: skip
    return DecisionBefore(
        head.number, head.symbol, head.date, _in_words(decider, head.level, head.name), preface,
        end, form, articles,
    )  # fmt: skip


def take_decision(decision: DecisionBefore, preface: Preface, end: Ending) -> list[Line]:
    """Give the plan what the decision says in its place; return the lines that it has itself.

    Where the plan's "(Kèm theo Quyết định số ...)" says another number or date, the decision's own count, and
    that line is left over.
    """
    if preface.decision is None:
        preface.decision_place = decision.form[0].place if decision.form else Place()
    stated = {key: value for key, value in (preface.decision or {}).items() if value}
    left: list[tuple[str, Place]] = []
    if other := _other_than_stated(decision, stated):
        left.append((preface.reference, preface.decision_place))
    preface.decision = {**decision.as_data(), **stated, **other}
    if preface.bases:
        left += decision.preface.bases
    else:
        preface.bases = decision.preface.bases
    if end.recipients or end.archive:
        left += decision.end.recipients
    else:
        end.recipients, end.archive = decision.end.recipients, decision.end.archive
    if not (end.post or end.name):
        end.authority, end.post, end.name, end.signer_place = (
            decision.end.authority, decision.end.post, decision.end.name, decision.end.signer_place,
        )  # fmt: skip
    elif decision.end.name and decision.end.name != end.name:
        left.append((f"{decision.end.post} {decision.end.name}", decision.end.signer_place))
    return [Line(text, place) for text, place in left]


def _other_than_stated(decision: DecisionBefore, stated: Mapping[str, object]) -> dict[str, str]:
    """Return number, symbol and date of the decision where the plan states another; a date without its day, as
    on a draft, is none."""
    own = {"number": decision.number, "symbol": decision.symbol, "date": decision.date}
    if decision.date and decision.date.count("/") < 2:
        own["date"] = None
    return {
        key: value for key, value in own.items()
        if value and key in stated and str(stated[key]).lstrip("0") != value.lstrip("0")
    }  # fmt: skip


def _is_decider(line: Line) -> bool:
    return bool(re.match(r"(?:chu tich )?(?:uy ban nhan dan|ubnd)\b", bare(line.text)))


def _in_words(decider: str, level: str | None, name: str | None) -> str:
    """Return who decides as a text names him: "Chủ tịch UBND xã Tủa Chùa"."""
    if not decider:
        return ""
    chair = "Chủ tịch " if bare(decider).startswith("chu tich") else ""
    return f"{chair}UBND {level} {name}" if level and name else f"{chair}UBND"
