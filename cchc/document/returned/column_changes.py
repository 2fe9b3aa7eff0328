"""Columns whose headings the office reworded, and columns that it added."""

from __future__ import annotations

from cchc.document.bookmarks import words_digest
from cchc.document.returned.columns import TableColumns, printed_columns
from cchc.document.returned.comparison import Conflict, PaperComparison
from cchc.document.returned.likeness import compared
from cchc.document.returned.rows import cell_name
from cchc.document.returned.three_ways import ArrangedItem, New
from cchc.messages import say
from cchc.model.field_kinds import CUSTOM, extra_name
from cchc.model.finding import KeyPath
from cchc.model.plan import Column
from cchc.model.task import Task


def compare_columns(found: PaperComparison, shown: list[int]) -> None:
    """Note what the paper changes in the columns of each table.

    Args:
        found: where it is noted; the cells have been compared.
        shown: the appendix of the plan behind each table of its print.
    """
    for n, seen in found.paper.columns.items():
        _Columns(found, shown[n], seen).compare()


class _Columns:
    def __init__(self, found: PaperComparison, appendix: int, seen: TableColumns) -> None:
        self.found, self.seen = found, seen
        self.appendix = found.plan.appendices[appendix]
        self.place: KeyPath = ("appendices", appendix)
        self.columns = printed_columns(found.plan, self.appendix)

    def compare(self) -> None:
        headings = {
            n: self.seen.headings[at]
            for n, column in enumerate(self.columns)
            for at, name in self.seen.fields.items()
            if name == cell_name(column) and at in self.seen.headings
            if self._reworded(column, self.seen.headings[at])
        }
        added = self._added()
        if not headings and not added:
            return
        listed: KeyPath = (*self.place, "columns")
        items: list[ArrangedItem] = [(*listed, n) for n in range(len(self.columns))]
        if not self.appendix.columns:  # those of the kind are written down now
            items = [
                New({"key": one.key, "heading": headings.get(n, one.heading)}, self.found.fresh())
                for n, one in enumerate(self.columns)
            ]
        else:
            for n, heading in headings.items():
                self.found.out.values[(*listed, n), "heading"] = heading
                if self.columns[n].key == CUSTOM:
                    self._rename_extra(self.columns[n].heading, heading)
        for index, column in reversed(added):
            data = {"key": column.key, "heading": column.heading}
            items.insert(index, New(data, self.found.fresh()))
            self.found.out.notes.append(
                say("a column that the plan did not have was added: {heading}",
                    heading=column.heading)
            )  # fmt: skip
        if added or not self.appendix.columns:
            self.found.out.lists[listed] = items

    def _reworded(self, column: Column, heading: str) -> bool:
        """Tell whether the office reworded a heading; one that was printed as it is now stays."""
        printed = self.found.base.headings
        if compared(heading) == compared(column.heading) or words_digest(heading) in printed:
            return False
        if printed and words_digest(column.heading) not in printed:
            if self.found.take is None:
                subject = say("column “{heading}”", heading=column.heading)
                self.found.out.conflicts.append(
                    Conflict(subject, "heading", heading, column.heading)
                )
            return self.found.take == "paper"
        return True

    def _added(self) -> list[tuple[int, Column]]:
        """Return the columns that are new, each with how many of the plan's stand before it."""
        names = [cell_name(one) for one in self.columns]
        added: list[tuple[int, Column]] = []
        for at, column in sorted(self.seen.new.items()):
            before = [names.index(name) for other, name in self.seen.fields.items()
                      if other < at and name in names]  # fmt: skip
            if words_digest(column.heading) not in self.found.base.headings:
                added.append((max(before, default=-1) + 1, column))
        return added

    def _rename_extra(self, old: str, new: str) -> None:
        """Put what tasks have in a custom column under its new heading."""
        out, (was, now) = self.found.out, (extra_name(old), extra_name(new))
        for place, entry in self.found.entries.items():
            if isinstance(entry, Task) and place[:2] == self.place and place not in out.gone:
                held = next(
                    (text for one, text in entry.extra.items() if extra_name(one) == was), None
                )
                text = out.values.pop((place, was), held)
                if held is not None:
                    out.values[place, was] = None
                if text:
                    out.values[place, now] = text
        for items in out.lists.values():
            for item in items:
                data = item.data if isinstance(item, New) else None
                if isinstance(data, dict) and "extra" in data:
                    data["extra"] = {
                        new if extra_name(one) == was else one: text
                        for one, text in data["extra"].items()
                    }
