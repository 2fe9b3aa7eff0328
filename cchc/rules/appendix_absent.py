"""The text points to an appendix that the plan does not have, or to more of them than it has.

Why: the reader of "(Có Phụ lục kèm theo)", or of "Phụ lục II, III kèm theo" where there is one, finds
nothing, and the tasks it promises are neither assigned nor followed.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: a paper with an appendix points to it, and the appendix
is part of the paper. An appendix marked `incomplete` is left alone; what `unplaced` keeps of one counts.

Bad:
    body:
      - title: NHIỆM VỤ
        items:
          - {role: appendix, text: (Có Phụ lục kèm theo)}
    appendices: []
Good:
    body:
      - title: NHIỆM VỤ
        items:
          - {role: appendix, text: (Có Phụ lục kèm theo)}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

import re
from collections.abc import Iterator

from cchc.language.numbering import roman
from cchc.rules._rule import Facts, Hit, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "N003"
SEVERITY = Severity.ERROR
WHOLE = True

_NUMBER = r"(?-i:[IVX]{1,4}|\d{1,2})"
_NAMED = re.compile(
    rf"phụ lục\s+(?:số\s+)?(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+và\s+|\s*;\s*)(?:phụ lục\s+)?(?:số\s+)?{_NUMBER})*)"
    r"(?![\w/.]\w)",
    re.IGNORECASE,
)
"""Phụ lục II; Phụ lục I, II và III; Phụ lục số 01, 02."""
_COUNTED = re.compile(r"\b(?P<count>0?[2-9])\s+phụ lục\s+(?:chi tiết\s+)?kèm theo", re.IGNORECASE)
_OWN = re.compile(
    r"\s*(?:\(?(?:được\s+)?(?:ban hành\s+|gửi\s+)?(?:kèm theo|đính kèm)(?:\s+(?:kế hoạch|văn bản) này)?\)?"
    r"|(?:của|tại)\s+kế hoạch này|\))\s*(?:[).;,:]|$|\./\.)",
    re.IGNORECASE,
)
"""What stands behind an appendix of this plan, and not of a document it cites."""
_LABEL = re.compile(rf"phụ lục(?:\s+(?:số\s+)?{_NUMBER}\b.*|\s*(?:[:.–-].*)?)", re.IGNORECASE)
"""The line that names an appendix, with its title or without."""
_ROW = re.compile(r"(?:s?tt|số tt|\d{1,3})\s*\| ", re.IGNORECASE)
"""The head of a table, or a numbered row of it."""
_NEAR = 40
"""Letters behind it in which "kèm theo Kế hoạch này" says that no cited document is meant."""
_ROMANS = {roman(n): n for n in range(1, 20)}


def check(facts: Facts) -> Hits:
    """Find sentences that point to an appendix in a plan without any, and appendices without rows."""
    appendices = facts.plan.appendices
    if not appendices and not _elsewhere(facts):
        for found in facts.sections:
            if found.section.role == "appendix":
                yield Hit(
                    (*found.place, "text"),
                    say("the text points to an appendix, and there is none"),
                    say("add it under “appendices”, or delete this sentence"),
                )
    for index, appendix in enumerate(appendices):
        if not appendix.areas and not appendix.tasks and not appendix.incomplete:
            yield Hit(
                ("appendices", index, "title"),
                say("the appendix has no tasks"),
                say("add “areas” or “tasks”, or “incomplete:” with the reason"),
            )
    if appendices and not any(appendix.incomplete for appendix in appendices):
        yield from _beyond(facts, len(appendices) + _elsewhere(facts))


def _elsewhere(facts: Facts) -> int:
    """Return how many appendices are kept otherwise: as unplaced words, as the table of criteria."""
    unplaced = facts.plan.unplaced
    labels = {text for text in unplaced if _LABEL.fullmatch(text)}
    return len(labels) or bool(facts.plan.criteria) or any(map(_ROW.match, unplaced))


def _beyond(facts: Facts, held: int) -> Hits:
    """Find where the text names an appendix by a number that is greater than `held`."""
    for place, text in facts.texts_holding(*any_of("phụ lục"), lowercase=True):
        if place[0] in ("appendices", "bases"):
            continue
        for start, stop, wanted in _named(text):
            of_another = facts.cited_at(place) and " này" not in text[stop : stop + _NEAR]
            if wanted > held and not of_another:
                yield hit_in(
                    place, text, start, stop,
                    say("the text points to an appendix {number}, and the plan has {held}",
                        number=text[start:stop].split()[-1], held=held),
                    say("add it under “appendices”, or name only those that there are"),
                )  # fmt: skip
                return


def _named(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each stretch that names appendices of this plan, and the greatest number in it."""
    for found in _NAMED.finditer(text):
        numbers = re.findall(_NUMBER, found["numbers"])
        if _OWN.match(text, found.end()):
            values = (int(one) if one.isdigit() else _ROMANS.get(one, 0) for one in numbers)
            yield found.start(), found.end(), max(values)
    for found in _COUNTED.finditer(text):
        if re.match(r"\s*(?:[).;,:]|$|\./\.|(?:kế hoạch|văn bản) này)", text[found.end() :], re.I):
            yield found.start(), found.end(), int(found["count"])
