"""Tables without a column for something: reported once for the table, not for each row."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import KeyPath
from cchc.model.plan import Appendix
from cchc.rules._facts import Facts


def tables_without(facts: Facts, *keys: str) -> Iterator[tuple[KeyPath, Appendix]]:
    """Yield the tables that name their columns, none of them for `keys`, and whose tasks have none."""
    filled = {place[1] for place, task, _ in facts.tasks if any(getattr(task, key) for key in keys)}
    for index, appendix in enumerate(facts.plan.appendices):
        named = {column.key for column in appendix.columns}
        has_tasks = any(place[1] == index for place, _, _ in facts.tasks)
        if named and has_tasks and named.isdisjoint(keys) and index not in filled:
            yield ("appendices", index, "title"), appendix


def is_of_targets(appendix: Appendix) -> bool:
    """Whether a table lists what is to be reached, and no work: its title says so."""
    return appendix.title.casefold().startswith(("mục tiêu", "chỉ tiêu", "các chỉ tiêu"))


def tables_alone(facts: Facts) -> bool:
    """Whether the file is the appendix of a plan: headings over tables, and none of the sentences of a body."""
    if not facts.tasks or not facts.plan.body:
        return False
    return all(
        one.section.role == "appendix"
        or not (
            one.section.text or one.section.units or one.section.deadline or one.section.targets
        )
        for one in facts.sections
    ) and any(one.section.role == "appendix" for one in facts.sections)
