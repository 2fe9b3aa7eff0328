"""The writing commands of a stress run: what each is asked, what it promises and what it makes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

TODAY = "2026-06-01"
NAME = "name-0"
"""What the files are called that are called otherwise in each run."""
HEAD = """cchc: 1
kind: cchc
year: 2026
status: draft
commune: {level: xã, name: An Bình, province: tỉnh Thái Nguyên}
document:
  symbol: KH-UBND
  date: 12/01/2026
  title: Cải cách hành chính xã An Bình năm 2026
  signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Nguyễn Văn An}
  recipients: [Sở Nội vụ]
units: [{id: vp, name: Văn phòng}]
bases:
  - Căn cứ Nghị quyết số 76/NQCP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải
    cách hành chính nhà nước giai đoạn 2021 - 2030
body:
  - title: TỔ CHỨC THỰC HIỆN
    text: Theo dõi việc thực hiện kế hoạch này.
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
"""
"""A plan with a finding that `--fix` mends."""


def plan(tasks: int) -> str:
    """Return the text of a plan with so many tasks."""
    return HEAD + "".join(
        f"      - id: t{n}\n        title: Công việc số {n}\n        deadline: Quý III/2026\n"
        "        lead: [vp]\n"
        for n in range(tasks)
    )


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words; what exit code 0 promises of plans/p.yaml; the files it makes."""

    name: str
    words: tuple[str, ...]
    record: str = ""
    """The task that then has a record."""
    text: str = ""
    """What then stands in the plan."""
    makes: tuple[str, ...] = ()
    """Files and folders, each either as in the reference or as before."""
    named: str = ""
    """What is different in the file of each run, and `NAME` in the reference."""


@dataclass(slots=True)
class Office:
    """A workspace with one plan that all write into, and one that is printed and exported."""

    root: Path
    tasks: int
    _next: int = 0
    _next_task: int = -1
    _paper: bytes = b""
    _sheet: bytes = b""

    def set_up(self, run: Callable[..., int]) -> None:
        """Write the plans; `run` runs a command."""
        plans = self.root / "plans"
        plans.mkdir(parents=True)
        (plans / "p.yaml").write_text(plan(self.tasks), "utf-8")
        (plans / "q.yaml").write_text(plan(12).replace("An Bình", "An Lạc"), "utf-8")
        (plans / "above.yaml").write_text(_above(4 * self.tasks), "utf-8")
        shutil.copy(plans / "p.yaml", self.root / "base.yaml")
        run("render", "p", "-o", "p.docx")
        run("render", "q", "-o", "q.docx")
        run("sheet", "out", "p", "-o", "phieu", "--today", TODAY)
        run("template", "copy", "ke-hoach")
        self._paper = (self.root / "p.docx").read_bytes()
        (sheet,) = (self.root / "phieu").iterdir()
        self._sheet = sheet.read_bytes()
        template = self.root / "templates" / "ke-hoach.docx"
        template.write_bytes(_with_author(template.read_bytes()))
        (self.root / "raw.docx").write_bytes(template.read_bytes())

    def command(self, name: str) -> Command:
        """Return one more command of that name, its files prepared."""
        self._next += 1
        if name in OUTPUTS:
            return _output(name, f"n{self._next}")
        n = self._next_task = self._next_task + 1
        task = f"t{n % self.tasks}"
        if name == "progress":
            return Command(name, ("progress", "p", task, "--state", "running"), record=task)
        if name == "validate --fix":
            return Command(name, ("validate", "p", "--fix"))
        if name == "sheet in":
            self._answer(n)
            words = ("sheet", "in", f"in{n}.xlsx", "--today", TODAY)
            return Command(name, words, record=task)
        if name == "import --update":
            self._edit_paper(n)
            words = ("import", f"in{n}.docx", "--update", "p", "--yes")
            return Command(name, words, text=f"Công việc sửa trên giấy {n}\n")
        if name == "progress --from-xlsx":
            self._table(n, task)
            return Command(name, ("progress", "--from-xlsx", f"in{n}.xlsx"), record=task)
        if name == "link":
            above = f"above#u{n:04}"
            return Command(name, ("link", "p", task, above), text=f"task: {above},")
        assert name == "merge"
        theirs = plan(self.tasks) + f"      - id: m{n}\n        title: Việc của nhánh {n}\n"
        (self.root / f"theirs{n}.yaml").write_text(theirs, "utf-8")
        words = ("merge", "base.yaml", "plans/p.yaml", f"theirs{n}.yaml")
        return Command(name, words, text=f"Việc của nhánh {n}\n")

    def _answer(self, n: int) -> None:
        import openpyxl

        from cchc.views.followup_form import COLUMNS

        book = openpyxl.load_workbook(BytesIO(self._sheet))
        page = book["Phiếu"]
        column = [one.key for one in COLUMNS].index("state") + 1
        for row in page.iter_rows():
            if any(cell.value == f"Công việc số {n % self.tasks}" for cell in row):
                page.cell(row[0].row, column).value = "đang thực hiện"
        book.save(self.root / f"in{n}.xlsx")

    def _table(self, n: int, task: str) -> None:
        import openpyxl

        book = openpyxl.Workbook()
        for cells in (("Kế hoạch", "Mã", "Tình trạng"), ("p", task, "đang thực hiện")):
            book.active.append(cells)
        book.save(self.root / f"in{n}.xlsx")

    def _edit_paper(self, n: int) -> None:
        from docx import Document

        word = Document(BytesIO(self._paper))
        for paragraph in word.element.body.iter(f"{{{_W}}}t"):
            if paragraph.text == f"Công việc số {n % self.tasks}":
                paragraph.text = f"Công việc sửa trên giấy {n}"
        word.save(str(self.root / f"in{n}.docx"))


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENDED = (
    "progress", "progress --from-xlsx", "validate --fix", "sheet in", "import --update", "merge",
    "link",
)  # fmt: skip
"""Those that write into the one plan."""
_NEW = (
    "--kind",
    "cchc",
    "--commune",
    "xã An Hòa",
    "--province",
    "tỉnh Thái Nguyên",
    "--year",
    "2027",
)
OUTPUTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "import": (("import", "q.docx", "-o", "in/q.yaml", "--force"), ("in/q.yaml",)),
    "new": (("new", NAME, *_NEW, "-o", "moi"), (f"moi/{NAME}.yaml",)),
    "new --from": (("new", NAME, "--from", "q", "-o", "sau"), (f"sau/{NAME}.yaml",)),
    "init": (("init", NAME), (NAME,)),
    "render": (("render", "q", "-o", "out/q.docx"), ("out/q.docx",)),
    "template tidy": (("template", "tidy", "templates/ke-hoach.docx"), ("templates/ke-hoach.docx",)),
    "template dump": (
        ("template", "dump", "raw.docx", "--write"), ("raw.dump.txt",)
    ),
    "sheet out": (
        ("sheet", "out", "q", "-o", "ra", "--force", "--today", TODAY), ("ra",)
    ),
    "export csv": (("export", "plans/q.yaml", "-o", "q.csv", "--today", TODAY), ("q.csv",)),
    "export xlsx": (("export", "plans/q.yaml", "-o", "q.xlsx", "--today", TODAY), ("q.xlsx",)),
    "export parquet": (
        ("export", "plans/q.yaml", "--format", "parquet", "-o", "kho", "--today", TODAY), ("kho",)
    ),
    "annotate": (
        ("validate", "q.docx", "--annotate", "-o", "nhan-xet.docx", "--today", TODAY),
        ("nhan-xet.docx",),
    ),
    "check-docx --annotate": (
        ("check-docx", "q.docx", "--annotate", "-o", "the-thuc.docx", "--today", TODAY),
        ("the-thuc.docx",),
    ),
    "new --force": (("new", NAME, *_NEW, "-o", "moi", "--force"), (f"moi/{NAME}.yaml",)),
    "template copy": (
        ("template", "copy", "bao-cao", "--force"), ("templates/bao-cao.docx",)
    ),
    "baseline": (("validate", "q", "--write-baseline", "biet.json"), ("biet.json",)),
    "report": (("report", "q", "--period", "q1", "-o", "bc.docx", "--force", "--today", TODAY),
               ("bc.docx",)),
    "brief": (("brief", "q", "-o", "gb.docx", "--force", "--today", TODAY), ("gb.docx",)),
    "diff": (("diff", "base.yaml", "plans/q.yaml", "--format", "json", "-o", "d.json"),
             ("d.json",)),
    "diff --docx": (("diff", "base.yaml", "plans/q.yaml", "--docx", "-o", "d.docx"), ("d.docx",)),
    "status": (("status", "q", "--format", "xlsx", "-o", "tinh-hinh.xlsx", "--today", TODAY),
               ("tinh-hinh.xlsx",)),
    "coverage": (("coverage", "q", "--format", "json", "-o", "giao.json", "--today", TODAY),
                 ("giao.json",)),
    "board": (("board", "q", "-o", "bang.html", "--today", TODAY), ("bang.html",)),
    "due": (("due", "--plan", "q", "--year", "2026", "-o", "han.csv", "--format", "csv",
             "--today", TODAY), ("han.csv",)),
}  # fmt: skip
"""Commands whose result is a file of its own, the same every time; NAME stands for another each."""


def _above(tasks: int) -> str:
    """Return a plan of the province whose tasks can be carried out."""
    head, _, _ = plan(0).replace("commune: {level: xã, name: An Bình, province: tỉnh Thái Nguyên}",
                                 "agency: {level: tỉnh, name: Thái Nguyên}").partition("bases:")  # fmt: skip
    return (
        f"{head}body: [{{title: TỔ CHỨC THỰC HIỆN, text: Thực hiện kế hoạch này.}}]\nappendices:\n  - title: Danh mục\n    tasks:\n"
        + "".join(
            f"      - {{id: u{n:04}, title: Việc số {n}, deadline: Quý III/2026, lead: [vp]}}\n"
            for n in range(tasks)
        )
    )


def _output(name: str, called: str) -> Command:
    words, makes = OUTPUTS[name]
    return Command(
        name,
        tuple(word.replace(NAME, called) for word in words),
        makes=tuple(one.replace(NAME, called) for one in makes),
        named=called,
    )


def reference(name: str) -> Command:
    """Return the command whose result the others of that name must equal."""
    return _output(name, NAME)


@cache
def _with_author(docx: bytes) -> bytes:
    from docx import Document

    word = Document(BytesIO(docx))
    word.core_properties.author = "Nguyễn Văn An"
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def contents(root: Path, made: str) -> dict[str, bytes]:
    """Return the files at `made`, by their names; of none, nothing."""
    path = root / made
    if path.is_file():
        return {"": path.read_bytes()}
    return {
        one.relative_to(path).as_posix(): one.read_bytes()
        for one in _files(path)
        if not one.name.endswith((".cchc-tmp", ".cchc.lock"))
    }


def _files(folder: Path) -> Iterator[Path]:
    return (one for one in sorted(folder.rglob("*")) if one.is_file())


def choices(chance: random.Random) -> Iterator[str]:
    """Yield names of commands for ever: most into the one plan, every other one before long."""
    while True:
        outputs = list(OUTPUTS)
        chance.shuffle(outputs)
        for name in outputs:
            yield from chance.sample(CONTENDED, 2)
            yield name
