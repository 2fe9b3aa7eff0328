"""Any plan, printed, edited at random in Word and taken back, is the plan edited by hand.

`python -m benchmarks.word_and_back --rounds 300` tries more.
"""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from cchc.app.render import RenderJob, render_plan
from cchc.app.update import read_update
from cchc.document.context import plan_context
from cchc.document.print_record import printed_values
from cchc.edit.progress import with_record
from cchc.language.numbering import rows
from cchc.model.plan import Plan
from cchc.model.task import Task
from cchc.model.work import Progress
from cchc.read.load import load
from cchc.read.records import records_in
from cchc.read.tree import parse
from tests.app.returned_plan import PLAN
from tests.app.word_editor import (
    W,
    WordFile,
    cells_of,
    copy_of,
    put_after,
    remove,
    replace,
    text_of,
    write,
)
from tests.conftest import ROOT

ROUNDS = 6
"""In the gate; half of them without bookmarks and record."""
SOURCES = [PLAN, *(path.read_text() for path in sorted((ROOT / "plans").glob("[dnpt]*.yaml")))]
Data = Any


class Desk:
    """One plan with records, its print in Word, and the same edits made by hand on its data."""

    def __init__(self, root: Path, seed: int) -> None:
        self.random = random.Random(seed)
        (root / "plans").mkdir()
        (root / "plans" / "register.yaml").write_bytes((ROOT / "plans/register.yaml").read_bytes())
        self.root, self.path = root, root / "plans" / "thu.yaml"
        self.path.write_text(SOURCES[seed % len(SOURCES)])
        self.record()
        self.plan = self.read()
        rendered = render_plan(RenderJob(self.path, root))
        self.file = root / "thu.docx"
        self.file.write_bytes(rendered.papers[0].docx)
        self.word = WordFile(self.file)
        self.data = deepcopy(parse(self.path.read_text()).data)
        self.marks: dict[tuple, str] = {}
        for value in printed_values(plan_context(self.plan)):
            self.marks.setdefault(value.place, value.mark)
        self.names = {unit.id: unit.name for unit in self.plan.units}

    def read(self) -> Plan:
        plan = load(self.path).plan
        assert plan is not None
        return plan

    def record(self) -> None:
        """Give some tasks a record."""
        text = self.path.read_text()
        for place, task in self.tasks(self.read()):
            if not task.progress and self.random.random() < 0.3:
                made = Progress.model_validate({"state": "running", "note": f"ghi {task.id}"})
                text = with_record(text, place, (), None, made)
        self.path.write_text(text)

    @staticmethod
    def tasks(plan: Plan) -> list[tuple[tuple, Task]]:
        return [
            (row.place, row.row)
            for n, appendix in enumerate(plan.appendices)
            for row in rows(appendix, n)
            if isinstance(row.row, Task)
        ]

    def at(self, place: tuple) -> Data:
        node = self.data
        for step in place:
            node = node[step]
        return node

    def node(self, place: tuple, tag: str) -> Any:
        """Return the paragraph or row that carries the mark of an entry."""
        mark = self.marks[place]
        (start,) = (one for one in self.word.root.iter(f"{W}bookmarkStart")
                    if one.get(f"{W}name") == mark)  # fmt: skip
        return next(start.iterancestors(f"{W}{tag}"))

    def column(self, place: tuple, key: str) -> int | None:
        paper = plan_context(self.plan)
        shown = [n for n, one in enumerate(self.plan.appendices) if one.areas or one.tasks]
        keys = [one.key for one in paper.appendices[shown.index(place[1])].columns]
        return keys.index(key) if key in keys else None

    def edit_tasks(self) -> None:
        tasks = self.tasks(self.plan)
        chosen = self.random.sample(tasks, min(5, len(tasks)))
        entries = {place: (self.at(place[:-1]), self.at(place)) for place, _ in tasks}
        for place, task in chosen:
            what = self.random.choice(["words", "deadline", "units", "out", "in", "move"])
            row, (listed, entry) = self.node(place, "tr"), entries[place]
            title = self.column(place, "title")
            if what == "words" and len(task.title.split()) > 5 and title is not None:
                words = task.title.split()
                words[2] = "kịp-thời"
                entry["title"] = " ".join(words)
                write(cells_of(row)[title], entry["title"])
            elif what == "deadline" and (n := self.column(place, "deadline")) is not None:
                entry["deadline"] = f"Trước {self.random.randint(10, 28)}/9/{self.plan.year}"
                write(cells_of(row)[n], entry["deadline"])
            elif what == "units" and (n := self.column(place, "lead")) is not None:
                ids = self.random.sample(list(self.names), min(2, len(self.names)))
                entry["lead"] = ids
                write(cells_of(row)[n], "; ".join(self.names[one] for one in ids))
            elif what == "out":
                _take(listed, entry)
                remove(row)
            elif what == "in":
                made = copy_of(row)
                new = {"title": f"Việc thêm số {self.random.randint(1000, 9999)} do lãnh đạo giao"}
                for cell in cells_of(made):
                    write(cell, "")
                write(cells_of(made)[title or 0], new["title"])
                if (n := self.column(place, "deadline")) is not None:
                    new["deadline"] = "Quý IV"
                    write(cells_of(made)[n], "Quý IV")
                put_after(made, row)
                listed.insert(_index(listed, entry) + 1, new)
            elif what == "move":
                others = [one for one in tasks if one not in chosen and one[0][1] == place[1]]
                if not others:
                    continue
                target = self.random.choice(others)[0]
                where, mark = entries[target]
                _take(listed, entry)
                remove(row)
                where.insert(_index(where, mark) + 1, entry)
                put_after(row, self.node(target, "tr"))

    def edit_text(self) -> None:
        leaves = [place for place in self.marks if place[0] == "body" and isinstance(self.at(place), str)
                  and len(self.at(place).split()) > 7 and "\n" not in self.at(place)]  # fmt: skip
        last = max((place for place in self.marks if place[0] == "body"), default=())
        leaves = [place for place in leaves if place != last]
        chosen = sorted(self.random.sample(leaves, min(3, len(leaves))), reverse=True)
        for place in chosen:
            what = self.random.choice(["words", "out", "in"])
            line, listed, n = self.node(place, "p"), self.at(place[:-1]), place[-1]
            text = listed[n]
            if what == "words":
                word = max(text.split(), key=len)
                if text.count(word) != 1:
                    continue
                listed[n] = text.replace(word, "kịp-thời")
                replace(line, word, "kịp-thời")
            elif what == "out" and len(listed) > 1:
                del listed[n]
                remove(line)
            elif what == "in":
                new = f"Thêm ý số {self.random.randint(1000, 9999)} theo chỉ đạo của lãnh đạo xã."
                made = copy_of(line)
                words = text_of(made)
                write(made, words.replace(text, new) if text in words else new)
                listed.insert(n + 1, new)
                put_after(made, line)


def _index(listed: list[Data], entry: Data) -> int:
    return next(n for n, one in enumerate(listed) if one is entry)


def _take(listed: list[Data], entry: Data) -> None:
    del listed[_index(listed, entry)]


def plain(data: Data) -> Data:
    """Return plan data without what an update makes itself: ids of new tasks, work withdrawn."""
    if isinstance(data, dict):
        new = str(data.get("title", "")).startswith("Việc thêm số")
        return {
            key: plain(one)
            for key, one in data.items()
            if key != "withdrawn" and not (new and key == "id")
        }
    if isinstance(data, list):
        return [plain(one) for one in data]
    return " ".join(str(data).split())


def differs(root: Path, seed: int, *, strip: bool) -> str:
    """Try one round in the empty folder `root`; return what is wrong with it, or nothing.

    strip: whether the print loses its bookmarks and record on the way.
    """
    desk = Desk(root, seed)
    comments = [line.strip() for line in desk.path.read_text().splitlines() if "#" in line]
    desk.edit_tasks()
    desk.edit_text()
    if strip:
        desk.word.strip()
    desk.word.save()
    update = read_update(desk.file, desk.path, root)
    if update.conflicts or update.unsure:
        return f"conflicts {update.conflicts}, unsure {[*map(str, update.unsure)]}"
    if plain(parse(update.text).data) != plain(desk.data):
        return "the plan is not the one edited by hand"
    update.write()
    if records_in(desk.read()) != records_in(desk.plan):
        return "a record is lost"
    if read_update(desk.file, desk.path, root).changed:
        return "taken twice, it changes again"
    if not update.withdrawn and len(update.text) > len(update.was.decode()):
        kept = {line.strip() for line in update.text.splitlines()}
        lost = [line for line in comments if line not in kept and line.startswith("#")]
        if lost and not any(change.kind == "removed" for change in update.changes):
            return f"comments are lost: {lost}"
    return ""


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_plan_edited_in_word_is_the_plan_edited_by_hand(tmp_path, seed):
    assert differs(tmp_path, seed, strip=seed % 2 == 1) == ""
