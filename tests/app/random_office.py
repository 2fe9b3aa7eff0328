"""An office that edits a print at random, and the same edits made by hand in the data of its plan."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from cchc.app.render import RenderJob, render_plan
from cchc.document.context import plan_context
from cchc.document.print_record import printed_values
from cchc.edit.progress.record import text_with_record
from cchc.edit.yaml.take_back import with_values
from cchc.language.numbering import rows
from cchc.model.plan import Plan
from cchc.model.task import Task
from cchc.model.work import Progress
from cchc.read.load import load
from cchc.read.yaml.tree import parse_yaml
from tests.app.returned_plan import PLAN
from tests.app.word_editor import (
    W,
    WordFile,
    cells_of,
    copy_of,
    put_after,
    put_column,
    remove,
    replace,
    text_of,
    write,
)
from tests.conftest import ROOT

SOURCES = [PLAN, *(path.read_text() for path in sorted((ROOT / "plans").glob("[dnpt]*.yaml")))]
Data = Any
Place = tuple[Any, ...]


class Desk:
    """One plan with records, its print in Word, and the same edits made by hand on its data."""

    def __init__(self, root: Path, seed: int, *, keeps_record: bool) -> None:
        self.random, self.keeps_record = random.Random(seed), keeps_record
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
        self.data = deepcopy(parse_yaml(self.path.read_text()).data)
        self.marks: dict[Place, str] = {}
        self.words: dict[tuple[Place, str], tuple[str, str]] = {}
        """The mark and the words of each printed value."""
        for value in printed_values(plan_context(self.plan)):
            self.marks.setdefault(value.place, value.mark)
            self.words.setdefault((value.place, value.field), (value.mark, value.words))
        self.names = {unit.id: unit.name for unit in self.plan.units}
        self.entries = {
            place: (self.at(place[:-1]), self.at(place)) for place, _ in self.tasks(self.plan)
        }
        """Each task with the list that holds it."""
        self.touched: set[Place] = set()
        """Entries that one edit has used; no other does."""
        self.later: list[tuple[list[Data], Data, Data]] = []
        """New sections, with the list and the section behind which they go."""

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
                text = text_with_record(text, place, (), None, made)
        self.path.write_text(text)

    @staticmethod
    def tasks(plan: Plan) -> list[tuple[Place, Task]]:
        return [
            (row.place, row.row)
            for n, appendix in enumerate(plan.appendices)
            for row in rows(appendix, n)
            if isinstance(row.row, Task)
        ]

    def at(self, place: Place) -> Data:
        node = self.data
        for step in place:
            node = node[step]
        return node

    def marked(self, mark: str, tag: str) -> Any:
        (start,) = (one for one in self.word.root.iter(f"{W}bookmarkStart")
                    if one.get(f"{W}name") == mark)  # fmt: skip
        return next(start.iterancestors(f"{W}{tag}"))

    def node(self, place: Place, tag: str) -> Any:
        """Return the paragraph or row that carries the mark of an entry."""
        return self.marked(self.marks[place], tag)

    def column(self, place: Place, key: str) -> int | None:
        paper = plan_context(self.plan)
        shown = [n for n, one in enumerate(self.plan.appendices) if one.areas or one.tasks]
        keys = [one.key for one in paper.appendices[shown.index(place[1])].columns]
        return keys.index(key) if key in keys else None

    def any_of(self, all_: Sequence[Any], most: int) -> list[Any]:
        return self.random.sample(all_, min(most, len(all_)))

    def number(self) -> int:
        return self.random.randint(1000, 9999)

    def edit(self) -> None:
        """Edit all parts of the paper."""
        self.edit_plan()
        for edit in (self.add_sections, self.edit_text, self.edit_lists, self.edit_head,
                     self.edit_areas, self.edit_tasks, self.edit_columns):  # fmt: skip
            edit()
        self.word.save()

    # --- the plan changes while the paper is at the office

    def edit_plan(self) -> None:
        """Change some tasks in the plan itself; a print that lost its record cannot know of it."""
        for place, task in self.any_of(self.tasks(self.plan), 2 if self.keeps_record else 0):
            self.touched.add(place)
            key = "deadline" if self.column(place, "deadline") is not None else "note"
            text = with_values(self.path.read_text(), {(place, key): "Quý III"})
            self.entries[place][1][key] = "Quý III"
            self.path.write_text(text)
            assert self.read(), task.id

    # --- tables

    def edit_tasks(self) -> None:
        tasks = [one for one in self.tasks(self.plan) if one[0] not in self.touched]
        chosen = self.any_of(tasks, 6)
        kinds: list[Callable[..., None]] = [
            self.reword, self.postpone, self.reassign, self.blank, self.take_out, self.put_in,
            self.move,
        ]  # fmt: skip
        self.others = [place for place, _ in tasks if place not in [one for one, _ in chosen]]
        for place, task in chosen:
            self.random.choice(kinds)(place, task, self.node(place, "tr"))

    def reword(self, place: Place, task: Task, row: Any) -> None:
        key = self.random.choice(["title", "product", "requirement", "note"])
        n, old = self.column(place, key), getattr(task, key) or ""
        if n is None or (len(old.split()) < 6 and key == "title"):
            return
        words = old.split() or ["Mới"]
        words[len(words) // 3] = "kịp-thời"
        self.entries[place][1][key] = " ".join(words)
        write(cells_of(row)[n], " ".join(words))

    def postpone(self, place: Place, _task: Task, row: Any) -> None:
        if (n := self.column(place, "deadline")) is not None:
            phrase = f"Trước {self.random.randint(10, 28)}/9/{self.plan.year}"
            self.entries[place][1]["deadline"] = phrase
            write(cells_of(row)[n], phrase)

    def reassign(self, place: Place, _task: Task, row: Any) -> None:
        key = self.random.choice(["lead", "support"])
        if (n := self.column(place, key)) is not None:
            ids = self.any_of(list(self.names), 2)
            self.entries[place][1][key] = ids
            write(cells_of(row)[n], "; ".join(self.names[one] for one in ids))

    def blank(self, place: Place, _task: Task, row: Any) -> None:
        key = self.random.choice(["deadline", "support", "product"])
        if (n := self.column(place, key)) is not None:
            self.entries[place][1].pop(key, None)
            write(cells_of(row)[n], "")

    def take_out(self, place: Place, _task: Task, row: Any) -> None:
        _take(*self.entries[place])
        remove(row)

    def put_in(self, place: Place, _task: Task, row: Any) -> None:
        listed, entry = self.entries[place]
        listed.insert(_index(listed, entry) + 1, self.new_row(place, row, row))

    def new_row(self, place: Place, row: Any, above: Any) -> Data:
        made = copy_of(row)
        new = {"title": f"Việc thêm số {self.number()} do lãnh đạo giao"}
        for cell in cells_of(made):
            write(cell, "")
        write(cells_of(made)[self.column(place, "title") or 0], new["title"])
        if (n := self.column(place, "deadline")) is not None:
            new["deadline"] = "Quý IV"
            write(cells_of(made)[n], "Quý IV")
        put_after(made, above)
        return new

    def move(self, place: Place, _task: Task, row: Any) -> None:
        """Put a row behind another, of any heading, and type its number as the office counts."""
        others = [one for one in self.others if one[1] == place[1]]
        if not others:
            return
        target = self.random.choice(others)
        (listed, entry), (where, mark) = self.entries[place], self.entries[target]
        n, below = self.column(place, "number"), self.node(target, "tr")
        typed = text_of(cells_of(below)[n or 0])
        if n is None or "." not in typed.strip("."):
            if listed is not where and any(isinstance(one, dict) and "tasks" in one for one in
                                           [*listed, *where]):  # fmt: skip
                return  # nothing on paper would tell under which heading it stands
        else:
            head, _, last = typed.strip(".").rpartition(".")
            typed = f"{head}.{int(last) + 1}"
            write(cells_of(row)[n], typed)
            if "number" in entry:
                entry["number"] = typed
        _take(listed, entry)
        remove(row)
        where.insert(_index(where, mark) + 1, entry)
        put_after(row, below)
        self.entries[place] = where, entry

    def edit_areas(self) -> None:
        """Reword a heading inside a table; put in a heading with a row below."""
        areas = [place for place, field in self.words
                 if field == "title" and place[0] == "appendices" and len(place) == 4
                 and self.at(place).get("tasks")]  # fmt: skip
        for place in self.any_of(areas, 1):
            row, area = self.node(place, "tr"), self.at(place)
            if self.random.random() < 0.5 and len(area["title"].split()) > 2:
                words = area["title"].split()
                words[-1] = "KỊP-THỜI"
                cell = next(one for one in cells_of(row) if area["title"] in text_of(one))
                area["title"] = " ".join(words)
                write(cell, area["title"])
                continue
            inside = [one for one, _ in self.tasks(self.plan) if one[:4] == place]
            last = self.node(inside[-1], "tr")
            self.touched.update(inside)
            made, title = copy_of(row), f"LĨNH VỰC THÊM {self.number()}"
            write(next(one for one in cells_of(made) if area["title"] in text_of(one)), title)
            put_after(made, last)
            new = {"title": title, "tasks": [self.new_row(inside[-1], last, made)]}
            listed = self.at(place[:-1])
            listed.insert(place[-1] + 1, new)

    def edit_columns(self) -> None:
        """Reword a heading of a column, or put in a column."""
        for n in self.any_of([n for n, one in enumerate(self.plan.appendices) if one.columns], 1):
            inside = [place for place in self.others if place[1] == n]
            if not inside:
                continue
            table = next(self.node(inside[0], "tr").iterancestors(f"{W}tbl"))
            columns = self.data["appendices"][n]["columns"]
            head = next(table.iter(f"{W}tr"))
            column = self.random.choice(columns)
            cell = next((one for one in cells_of(head) if text_of(one) == column["heading"]), None)
            if self.random.random() < 0.6:
                if cell is not None:
                    new = [f"{column['heading']} (theo phân công)", f"Mục {self.number()}"]
                    column["heading"] = self.random.choice(new)
                    write(cell, column["heading"])
            elif not any("spanner" in one for one in columns):
                heading = f"Địa bàn {self.number()}"
                texts = {text_of(cells_of(head)[0]): heading}
                for place in inside[:2]:
                    texts[text_of(cells_of(self.node(place, "tr"))[1])] = "Xóm 5"
                    self.entries[place][1].setdefault("extra", {})[heading] = "Xóm 5"
                put_column(head, texts)
                columns.append({"key": "custom", "heading": heading})

    # --- text

    def add_sections(self) -> None:
        """Put a section with a heading and a point behind another."""
        fits = [
            place for place, field in self.words
            if field == "title" and place[0] == "body" and len(place) > 2
            and isinstance(self.at(place), dict) and self.at(place).get("title")
            and self.at(place).get("items") and not self.at(place).get("text")
            and all(isinstance(one, str) and "\n" not in one for one in self.at(place)["items"])
        ]  # fmt: skip
        for place in self.any_of(fits, 1):
            section = self.at(place)
            last = (*place, "items", len(section["items"]) - 1)
            head, line = self.node(place, "p"), self.node(last, "p")
            if section["title"] not in text_of(head) or _said(section["items"][-1]) not in text_of(
                line
            ):
                continue
            title, text = f"Phần việc thêm {self.number()}", f"Ý đầu của phần thêm {self.number()}."
            made, point = copy_of(head), copy_of(line)
            replace(made, section["title"], title)
            write(point, text_of(point).replace(_said(section["items"][-1]), text))
            put_after(made, line)
            put_after(point, made)
            self.touched |= {one for one in self.marks if one[: len(place)] == place}
            new = {"title": title, "items": [text]}
            new |= {key: section[key] for key in ("numbering",) if key in section}
            self.later.append((self.at(place[:-1]), section, new))

    def edit_text(self) -> None:
        last = max((place for place in self.marks if place[0] == "body"), default=())
        lines = [
            (place, field) for place, field in self.words
            if place[0] == "body" and place != last and place not in self.touched
            and not (field == "title" and not self.at(place).get("title"))
        ]  # fmt: skip
        for place, field in sorted(self.any_of(lines, 6), reverse=True):
            entry, mark = self.at(place), self.words[place, field][0]
            if isinstance(entry, str):
                self.edit_line(place, mark)
            else:
                self.reword_section(entry, field or "text", self.marked(mark, "p"))
        for listed, section, new in self.later:
            listed.insert(_index(listed, section) + 1, new)

    def edit_line(self, place: Place, mark: str) -> None:
        what = self.random.choice(["words", "out", "in"])
        line, listed, n = self.marked(mark, "p"), self.at(place[:-1]), place[-1]
        text = listed[n]
        if "\n" in text or len(text.split()) < 8:
            return
        if what == "words":
            word = max(text.split(), key=len)
            if text.count(word) == 1:
                listed[n] = text.replace(word, "kịp-thời")
                replace(line, word, "kịp-thời")
        elif what == "out" and len(listed) > 1:
            del listed[n]
            remove(line)
        elif what == "in":
            new = f"Thêm ý số {self.number()} theo chỉ đạo của lãnh đạo xã."
            made = copy_of(line)
            words = text_of(made)
            write(made, words.replace(text, new) if text in words else new)
            listed.insert(n + 1, new)
            put_after(made, line)

    def reword_section(self, entry: Data, key: str, line: Any) -> None:
        """Change a word of a heading, or of the text of a point or duty beside its deadline."""
        text, deadline = str(entry[key]), str(entry.get("deadline", ""))
        if "\n" in text or len(text.split()) < 4:
            return
        word = max((one for one in text.split() if one not in deadline), key=len, default="")
        if word and text.count(word) == 1 and text_of(line).count(word) == 1:
            entry[key] = text.replace(word, "kịp-thời")
            replace(line, word, "kịp-thời")

    def edit_lists(self) -> None:
        """Change bases and recipients."""
        for holder in (("bases",), ("document", "recipients")):
            places = [place for place in self.marks
                      if place[:-1] == holder and isinstance(self.at(place), str)]  # fmt: skip
            listed = self.at(holder) if places else []
            for place in self.any_of(places, 1):
                line, n = self.node(place, "p"), place[-1]
                what = self.random.choice(["words", "out", "in"])
                word = max(listed[n].split(), key=len)
                if (
                    what == "words"
                    and text_of(line).count(word) == 1
                    and len(listed[n].split()) > 5
                ):
                    listed[n] = listed[n].replace(word, "kịp-thời")
                    replace(line, word, "kịp-thời")
                elif what == "out" and len(listed) > 2:
                    del listed[n]
                    remove(line)
                elif what == "in" and listed[n] in text_of(line) and n < len(listed) - 1:
                    new = f"Căn cứ Quyết định số {self.number()}/QĐ-UBND của Ủy ban nhân dân tỉnh"
                    new = new if holder == ("bases",) else f"Phòng mới lập {self.number()}"
                    made = copy_of(line)
                    replace(made, listed[n], new)
                    listed.insert(n + 1, new)
                    put_after(made, line)

    def edit_head(self) -> None:
        """Let another sign."""
        found = self.words.get((("document", "signer"), "name"))
        if found and found[1] and self.random.random() < 0.3:
            self.data["document"]["signer"]["name"] = "Trần Thị Ký Thay"
            write(self.marked(found[0], "p"), "Trần Thị Ký Thay")


def _said(text: str) -> str:
    return " ".join(text.split())


def _index(listed: list[Data], entry: Data) -> int:
    return next(n for n, one in enumerate(listed) if one is entry)


def _take(listed: list[Data], entry: Data) -> None:
    del listed[_index(listed, entry)]
