"""A heading has nothing under it.

Why: the reader takes it for a part that was lost; nobody can act on a heading.

Source: the principle of sáu rõ, "rõ việc". A section marked `incomplete` is left alone.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {title: Phòng Văn hóa - Xã hội, items: [Theo dõi.]}
          - title: Trung tâm Dịch vụ tổng hợp
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {title: Phòng Văn hóa - Xã hội, items: [Theo dõi.]}
          - {title: Trung tâm Dịch vụ tổng hợp, items: [Tuyên truyền.]}
"""

import re
from itertools import groupby

from cchc.intake.unplaced import is_row
from cchc.language.names import fold
from cchc.model.plan import Area
from cchc.model.section import Section
from cchc.rules._columns import tables_alone
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N011"
SEVERITY = Severity.WARNING
WHOLE = True

_TABLE_HEADING = re.compile(
    r"nhiệm vụ|nội dung|phân công|danh mục|công việc|hoạt động", re.IGNORECASE
)


def check(facts: Facts) -> Hits:
    """Find sections with no more than a heading, and areas of an appendix without tasks."""
    follows = {found.place for found in facts.sections}
    over_tables = _over_tables(facts)
    titles = _titles_of_the_paper(facts)
    tables = sum(of_table for of_table, _ in groupby(facts.plan.unplaced, is_row))
    for found in facts.sections:
        section = found.section
        leads = (section.title or "").rstrip().endswith(":")
        if leads and (*found.place[:-1], int(found.place[-1]) + 1) in follows:
            continue  # "Các nhiệm vụ sau:", and they stand beside it
        if section.role == "goals" and facts.plan.targets:
            continue  # they stand in a table, which is under "targets"
        if _is_empty(section) and fold(section.title or "") in titles:
            continue  # a sheet begins with the title of its table
        if _is_empty(section) and section not in over_tables:
            if tables:  # a table without a place stood under it
                tables -= 1
                continue
            place = (*found.place, "title") if section.title else found.place
            yield Hit(
                place,
                say("nothing stands under {label}", label=found.name),
                say("say what is to be done, or delete the heading"),
            )
    for row in facts.rows:
        if isinstance(row.row, Area) and not row.row.tasks:
            yield Hit(
                (*row.place, "title"),
                say("no task stands under {label}", label=row.number),
                say("add its tasks, or delete the heading"),
            )


def _titles_of_the_paper(facts: Facts) -> set[str]:
    """Return the titles of the plan and of its tables, where the file is an appendix alone."""
    if not tables_alone(facts):
        return set()
    return {fold(facts.plan.document.title), *(fold(one.title) for one in facts.plan.appendices)}


def _over_tables(facts: Facts) -> list[Section]:
    """Return the empty parts that are headings over a table, which is now an appendix: the two have
    one title, or it is the only empty part and no sentence refers to the appendix."""
    empty = [part for part in facts.plan.body if part.title and _is_empty(part)]
    if not empty or not (facts.tasks or facts.plan.unplaced):
        return []
    titles = {fold(one.title) for one in facts.plan.appendices}
    same = [part for part in empty if fold(part.title or "") in titles]
    referred = any(one.section.role == "appendix" for one in facts.sections)
    if same or referred or len(empty) > 1 or not _TABLE_HEADING.search(empty[0].title or ""):
        return same
    return empty


def _is_empty(section: Section) -> bool:
    if section.text or section.items or section.incomplete or section.role == "appendix":
        return False
    # A title with a unit, deadline, report rule or target is a duty in itself.
    holds = section.units or section.deadline or section.report or section.targets
    return not (section.title and holds)
