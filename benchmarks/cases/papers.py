"""The papers of 92 plans as Word documents: cchc, docxtpl and pandoc, each in one run.

cchc reads the plans, checks them against the schema and lays the papers out by the decree; peers
are handed the finished texts (`benchmarks.peers.content`) and only have to print them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.measure import Contender
from benchmarks.peers.content import count_tasks, read_content
from benchmarks.peers.markdown import as_markdown
from benchmarks.peers.word_template import write_template
from benchmarks.results import Case
from benchmarks.tools import NO_JOBS

PLANS = 92
OURS, ONE_CORE, ONE_PLAN = "cchc render --all", "cchc render --all, one core", "cchc render ONE"
DOCXTPL, PANDOC = "docxtpl", "pandoc"


def case(bench: Bench) -> Case:
    """Return the case."""
    tools = bench.tools
    folder, work = bench.workspace(PLANS), bench.work / "papers"
    contents = _contents(bench, folder, work)
    write_template(work / "template.docx")

    def ours(name: str, *arguments: str, jobs: int | None = None) -> Contender:
        out = work / name.replace(" ", "-").replace(",", "")
        command = tools.ours("render", *arguments, "-o", str(out), jobs=jobs)
        missing = NO_JOBS if jobs and not tools.knows("render", "--jobs") else ""
        return Contender(name, command, folder, prepare=_emptied(out), missing=missing)

    one = Path(bench.one(folder)).stem
    python = str(tools.peers / "python")
    has_docxtpl = _imports(python, "docxtpl")
    pandoc = tools.peer("pandoc")
    here = Path(__file__).parent.parent / "peers"
    for_docxtpl, for_pandoc = work / "docxtpl", work / "pandoc"
    template = str(work / "template.docx")
    return Case(
        "papers",
        f"The papers of {PLANS} plans as Word documents",
        OURS,
        [
            ours(OURS, "--all"),
            ours(ONE_CORE, "--all", jobs=1),
            ours(ONE_PLAN, one),
            Contender(
                DOCXTPL,
                [python, str(here / "render_docxtpl.py"), str(contents), template, str(for_docxtpl)],
                work, prepare=_emptied(for_docxtpl),
                missing="" if has_docxtpl else "docxtpl is not installed",
            ),
            Contender(
                PANDOC,
                [sys.executable, str(here / "render_pandoc.py"), pandoc or "", str(contents),
                 template, str(for_pandoc)],
                work, prepare=_emptied(for_pandoc),
                missing="" if pandoc else "pandoc is not installed",
            ),
        ],
        bench.rounds(3),
        PLANS,
        warm_up=True,
    )  # fmt: skip


def tasks_printed(bench: Bench) -> dict[str, int]:
    """Return how many tasks stand in the papers of each contender: must be the same."""
    work = bench.work / "papers"
    found = {}
    for name in (OURS, DOCXTPL, PANDOC):
        papers = sorted((work / name.replace(" ", "-")).glob("*.docx"))
        if papers:
            found[name] = sum(map(count_tasks, papers))
    return found


def _contents(bench: Bench, folder: Path, work: Path) -> Path:
    """Print once, and keep what stands in each paper as JSON and as Markdown."""
    contents = work / "contents"
    shutil.rmtree(work, ignore_errors=True)
    contents.mkdir(parents=True)
    first = work / "first"
    subprocess.run(
        bench.tools.ours("render", "--all", "-o", str(first)),
        cwd=folder, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    for paper in sorted(first.glob("*.docx")):
        content = read_content(paper)
        (contents / f"{paper.stem}.json").write_text(json.dumps(content), "utf-8")
        (contents / f"{paper.stem}.md").write_text(as_markdown(content), "utf-8")
    return contents


def _emptied(folder: Path) -> Callable[[], None]:
    def empty() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    return empty


def _imports(python: str, module: str) -> bool:
    if not Path(python).exists():
        return False
    ran = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    return ran.returncode == 0
