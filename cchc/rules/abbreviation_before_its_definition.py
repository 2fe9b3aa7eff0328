"""An abbreviation is used that has not been spelled out before.

Why: who reads the plan from the top meets letters without a meaning; a plan goes to villages and
schools as well as to offices.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, on clear wording; practice is "cải cách hành chính
(CCHC)" at the first mention. UBND, HĐND, MTTQ and other words that everybody knows are exempt.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items: [Theo dõi kết quả CCHC của các đơn vị.]
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items: [Theo dõi kết quả cải cách hành chính (CCHC) của các đơn vị.]
"""

from cchc.language.names import fold
from cchc.rules._abbreviations import FAMILIAR, full_forms, mentions
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "H007"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find the first use of each abbreviation that no full form precedes; the title may use any."""
    body = facts.plan.body
    if body and all(section.incomplete for section in body):
        return  # the text that would spell it out is not there
    known = set(FAMILIAR)
    aliases = " ".join(alias for unit in facts.plan.declared for alias in unit.aliases)
    for short, place, start, stop, spelled in mentions(facts):
        if short in known or (place == ("document", "title") and not spelled):
            continue
        full = full_forms()[short]
        if not spelled and _names_an_index(full, facts.text_at(place)[:start]):
            continue
        known.add(short)
        if not (spelled or short in aliases or _is_kept(facts, short, full)):
            yield hit_in(
                place, facts.text_at(place), start, stop,
                say("“{short}” is used and has not been spelled out before", short=short),
                say("at the first mention write: {full} ({short})", full=full, short=short),
            )  # fmt: skip


def _is_kept(facts: Facts, short: str, full: str) -> bool:
    """Whether a line that import could not place spells it out: "CCHC | Cải cách hành chính"."""
    return any(short in line and fold(full) in fold(line) for line in facts.plan.unplaced)


def _names_an_index(full: str, before: str) -> bool:
    """Whether the short form is used as the name of an index: "các Chỉ số PAR INDEX, PAPI"."""
    return full.startswith("Chỉ số") and "chỉ số" in before.casefold()
