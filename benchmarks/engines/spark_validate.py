"""Judges the plans of a country with Spark, by the same function as the command:

    python -m benchmarks.engines.spark_validate WORKSPACE > findings.tsv

`cchc.app.validation.validate_text` is a function of a text: it reads no file and keeps nothing, so any
engine can apply it. Comparisons between plans (X...) and links to plans above (K...) need all plans at
once: they stay with the command. Exit code 1 when `cchc validate` does not find the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COLUMNS = "path string, line int, column int, code string, message string"


def judged(tables: Iterator[Any], register: Any, folder: str) -> Iterator[Any]:
    """Yield the findings on each batch of plans (path, content)."""
    import pandas as pd

    from cchc.app.validation import validate_text

    for table in tables:
        yield pd.DataFrame(
            [
                (path, one.span.line, one.span.column, one.finding.code, str(one.finding.message))
                for path, text in zip(table["path"], table["content"], strict=True)
                for one in validate_text(text, f"{folder}/{path}", register)
            ],
            columns=["path", "line", "column", "code", "message"],
        )


def main(folder: Path) -> int:
    """Compare what Spark and the command find in the workspace `folder`."""
    from pyspark.sql import functions as f

    from benchmarks.engines.command import findings
    from benchmarks.engines.spark import session
    from cchc.read.register import load_register

    register = load_register(folder / "plans" / "register.yaml").register
    files = session().read.format("binaryFile").option("recursiveFileLookup", "true")
    plans = files.load(f"{folder.resolve()}/plans/*/").select(
        f.substring_index("path", f"{folder.resolve().name}/", -1).alias("path"),
        f.decode("content", "UTF-8").alias("content"),
    )
    where = str(folder.resolve())
    found = plans.mapInPandas(lambda tables: judged(tables, register, where), COLUMNS).collect()
    told = sorted(tuple(row) for row in found)
    for row in told:
        print(*row, sep="\t")
    same = told == findings(folder)
    print(f"{plans.count()} plans, {len(told)} findings, {same=}", file=sys.stderr)
    return int(not same)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
