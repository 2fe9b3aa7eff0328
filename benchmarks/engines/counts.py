"""Asks DuckDB, Polars, pandas and Spark the question of docs/export.md, and compares the answers:

    cd WORKSPACE && cchc export --format parquet -o kho && python -m benchmarks.engines.counts

Spark needs Java. Exit code 1 when they differ.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "export.md"
Answer = dict[tuple[str | None, int | None, str], int]


def _answer(rows: object) -> Answer:
    """Return counts by province, quarter and state, whatever an engine calls nothing."""
    return {
        (province, None if quarter is None or quarter != quarter else int(quarter), state): count
        for province, quarter, state, count in rows  # type: ignore[attr-defined]
    }


def duckdb_(query: str) -> Answer:
    """Ask DuckDB."""
    import duckdb

    return _answer(duckdb.sql(query).fetchall())


def polars_(code: str) -> Answer:
    """Ask Polars."""
    import polars

    names: dict[str, object] = {"pl": polars}
    exec(code, names)  # our own page
    return _answer(names["counts"].rows())  # type: ignore[attr-defined]


def pandas_(code: str) -> Answer:
    """Ask pandas."""
    import pandas

    names: dict[str, object] = {"pd": pandas}
    exec(code, names)  # our own page
    return _answer(names["counts"].reset_index().itertuples(index=False))  # type: ignore[attr-defined]


def spark_(code: str) -> Answer:
    """Ask Spark."""
    from benchmarks.engines.spark import session

    names: dict[str, object] = {"spark": session()}
    exec(code, names)  # our own page
    return _answer(names["counts"].collect())  # type: ignore[attr-defined]


ENGINES = {
    "sql": duckdb_, "python polars": polars_, "python pandas": pandas_, "python spark": spark_,
}  # fmt: skip


def main() -> int:
    """Ask every engine over the folder `kho` of the current folder."""
    page = PAGE.read_text("utf-8")
    queries = dict(re.findall(r"```(sql|python \w+)\n(.*?)```", page, re.S))
    answers = {name: ask(queries[name]) for name, ask in ENGINES.items()}
    first = next(iter(answers.values()))
    for name, answer in answers.items():
        same = "the same" if answer == first else "DIFFERENT"
        print(f"{name}: {len(answer)} groups, {sum(answer.values())} tasks, {same}")
    return int(any(answer != first for answer in answers.values()))


if __name__ == "__main__":
    sys.exit(main())
