"""`python -m benchmarks`: measure cchc beside its limits and its peers, and write the table."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import table
from benchmarks.bench import Bench
from benchmarks.cases import editor, hostile, papers, peers, plans, start
from benchmarks.results import Case, Measured, measure
from benchmarks.tools import ROOT, find_tools

SIZES = (92, 3321, 16605)
CASES = ("start", "plans", "peers", "papers", "hostile", "editor")
HERE = Path(__file__).parent
BEGIN, END = "<!-- targets: begin -->", "<!-- targets: end -->"


def main() -> None:
    """Run the command."""
    asked = _arguments()
    tools = find_tools(asked.peers)
    results: dict[str, Measured] = {}
    about = table.machine()
    with tempfile.TemporaryDirectory(prefix="cchc-benchmarks-") as made:
        work = (asked.work or Path(made)).absolute()
        work.mkdir(parents=True, exist_ok=True)
        bench = Bench(tools, work, 2 if asked.quick else asked.rounds or 1000)
        for case in _cases(bench, asked.cases, asked.sizes):
            results[case.key] = measure(case, work, _tell)
            printed = papers.tasks_printed(bench) if "papers" in results else {}
            _write(asked, results, about, printed)  # after each case: breaking off loses little
    print(asked.output.with_suffix(".md").read_text("utf-8"), end="")


def _write(
    asked: argparse.Namespace,
    results: dict[str, Measured],
    about: dict[str, Any],
    printed: dict[str, int],
) -> None:
    asked.output.with_suffix(".md").write_text(table.as_markdown(results, about, printed), "utf-8")
    data = json.dumps(table.as_data(results, about, printed), indent=1, ensure_ascii=False)
    asked.output.with_suffix(".json").write_text(data + "\n", "utf-8")
    if asked.docs:
        _into_docs(table.summary(results, about))


def _cases(bench: Bench, words: list[str], sizes: list[int]) -> Iterator[Case]:
    """Yield the cases, made when their turn comes; what takes longest comes last."""
    modules = {
        "start": start, "peers": peers, "papers": papers, "hostile": hostile, "editor": editor,
    }  # fmt: skip
    usual = [size for size in sizes if size <= SIZES[1]] if "plans" in words else []
    longest = [size for size in sizes if size > SIZES[1]] if "plans" in words else []
    for word in words:
        if word == "plans":
            yield from (plans.case(bench, size) for size in usual)
        else:
            yield modules[word].case(bench)
    yield from (plans.case(bench, size) for size in longest)


def _into_docs(text: str) -> None:
    """Put the table of targets into docs/performance.md, between its two marks."""
    path = ROOT / "docs" / "performance.md"
    before, mark, rest = path.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise SystemExit(f"{path.name} has lost a mark: {BEGIN} or {END}")
    path.write_text(f"{before}{mark}\n\n{text}\n{end}{after}", "utf-8")


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=list(SIZES), help="such as 92,3321")
    parser.add_argument(
        "--cases", type=lambda text: text.split(","), default=list(CASES), help=", ".join(CASES)
    )
    parser.add_argument("--quick", action="store_true", help="at most two rounds and 92 plans")
    parser.add_argument("--rounds", type=int, help="at most so many rounds")
    parser.add_argument("--docs", action="store_true", help="renew the table in docs, too")
    parser.add_argument("--peers", type=Path, help="folder of the peers' programs (venv/bin)")
    parser.add_argument("--work", type=Path, help="where plans are generated; kept afterwards")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "results")
    asked = parser.parse_args()
    if unknown := set(asked.cases) - set(CASES):
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    if asked.quick:
        asked.sizes = [size for size in asked.sizes if size <= SIZES[0]]
    return asked


def _sizes(text: str) -> list[int]:
    return [int(word.replace("_", "")) for word in text.split(",")]


if __name__ == "__main__":
    main()
