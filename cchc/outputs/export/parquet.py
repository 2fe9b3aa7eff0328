"""The tables of an export as Parquet files, in folders by province and year.

    FOLDER/tasks/province_key=tinh-thai-nguyen/plan_year=2027/part-0.parquet
    FOLDER/records/...
    FOLDER/criteria/...
    FOLDER/findings/...

Every column stands in the files. What the folders say besides has names of its own and is ASCII: engines
differ in how they decode names of folders, in their types, and in what they do with a column that a
folder and a file both have. Source: the partitioning scheme of Apache Hive.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from cchc.errors import UserError
from cchc.language.names import bare
from cchc.messages import say
from cchc.views.export import ExportColumn, ExportRow

PARTITIONS = {"province": "province_key", "year": "plan_year"}
"""The columns by which a table is cut into files, and what folders call them."""
NO_PROVINCE, NO_YEAR = "none", "0"
"""What folders are called whose rows have none. Hive's own word for it leaves a reader that sees no
other folder without a type."""

_HELD = 20_000
"""Rows held in memory before they are written as a row group."""
_OPEN = 100
"""Files open at a time; a partition that comes again after that goes on in another part."""

_Place = tuple[str, str, str]
"""A table, and the two folders in it."""


def write_folder(
    rows: Iterable[tuple[str, ExportRow]], tables: Mapping[str, Sequence[ExportColumn]], day: date,
    folder: Path,
) -> None:  # fmt: skip
    """Write every row below `folder`, each to its table; one without rows gets its columns, in the
    year of `day`.

    Raises:
        UserError: pyarrow is not installed.
    """
    _ParquetFolder(tables, folder).write(rows, day)


class _ParquetFolder:
    """Writes rows below a folder, one file for each table, province and year.

    Raises:
        UserError: pyarrow is not installed.
    """

    def __init__(self, tables: Mapping[str, Sequence[ExportColumn]], folder: Path) -> None:
        self._arrow, self._parquet = _arrow()
        self._folder = folder
        self._held: dict[_Place, list[ExportRow]] = {}
        self._count = 0
        self._writers: dict[_Place, Any] = {}
        self._parts: Counter[_Place] = Counter()
        types = {
            "text": self._arrow.string(),
            "integer": self._arrow.int32(),
            "date": self._arrow.date32(),
            "texts": self._arrow.list_(self._arrow.string()),
            "points": self._arrow.decimal128(10, 4),
        }
        self._schemas = {
            name: self._arrow.schema([(column.name, types[column.type]) for column in columns])
            for name, columns in tables.items()
        }

    def write(self, rows: Iterable[tuple[str, ExportRow]], day: date) -> None:
        """Write every row to the file of its table, province and year."""
        at = {
            table: [schema.get_field_index(name) for name in PARTITIONS]
            for table, schema in self._schemas.items()
        }
        empty = set(self._schemas)
        try:
            for table, row in rows:
                empty.discard(table)
                province, year = (row[n] for n in at[table])
                self._held.setdefault(
                    (table, partition_key(province), str(year or NO_YEAR)), []
                ).append(row)
                self._count += 1
                if self._count >= _HELD:
                    self._flush()
            self._held |= {(table, NO_PROVINCE, str(day.year)): [] for table in sorted(empty)}
            self._flush()
        finally:
            self._close()

    def _close(self) -> None:
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()

    def _flush(self) -> None:
        for place, rows in self._held.items():
            schema = self._schemas[place[0]]
            arrays = [
                self._arrow.array([row[n] for row in rows], type=field.type)
                for n, field in enumerate(schema)
            ]
            self._writer(place).write_table(self._arrow.table(arrays, schema=schema))
        self._held.clear()
        self._count = 0

    def _writer(self, place: _Place) -> Any:
        if place not in self._writers:
            if len(self._writers) >= _OPEN:
                self._close()
            table, *values = place
            folders = [
                f"{name}={one}" for name, one in zip(PARTITIONS.values(), values, strict=True)
            ]
            path = self._folder.joinpath(table, *folders, f"part-{self._parts[place]}.parquet")
            self._parts[place] += 1
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writers[place] = self._parquet.ParquetWriter(
                path, self._schemas[table], compression="zstd"
            )
        return self._writers[place]


def partition_key(province: object) -> str:
    """Return what a folder calls a province: "tỉnh Thái Nguyên" is tinh-thai-nguyen."""
    return re.sub("[^a-z0-9]+", "-", bare(str(province or "").casefold())).strip("-") or NO_PROVINCE


def _arrow() -> tuple[ModuleType, ModuleType]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UserError(
            say("Parquet needs pyarrow, which is not installed"),
            say('install it: pip install "cchc[parquet]"; or write --format csv or jsonl'),
        ) from None
    return pyarrow, pyarrow.parquet
