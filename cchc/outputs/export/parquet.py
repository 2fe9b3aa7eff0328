"""The table of tasks as Parquet files in folders by province and year.

    FOLDER/province=t%E1%BB%89nh%20Th%C3%A1i%20Nguy%C3%AAn/year=2027/part-0.parquet

Names of folders are percent-encoded as Hive does it; DuckDB, Spark and Arrow decode them and give
`province` and `year` back as columns. Source: the partitioning scheme of Apache Hive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

from cchc.errors import UserError
from cchc.messages import say
from cchc.views.export import COLUMNS, PARTITIONS, Row, Value

_HELD = 20_000
"""Rows held in memory before they are written as a row group."""
_OPEN = 100
"""Files open at a time; a partition that comes again after that goes on in another part."""


def write_folder(rows: Iterable[Row], folder: Path) -> None:
    """Write every row below `folder`.

    Raises:
        UserError: pyarrow is not installed.
    """
    _ParquetFolder(folder).write(rows)


class _ParquetFolder:
    """Writes rows below a folder, one file for each province and year.

    Raises:
        UserError: pyarrow is not installed.
    """

    def __init__(self, folder: Path) -> None:
        self._arrow, self._parquet = _arrow()
        self._folder = folder
        self._held: dict[tuple[Value, ...], list[Row]] = {}
        self._count = 0
        self._writers: dict[tuple[Value, ...], Any] = {}
        self._parts: Counter[tuple[Value, ...]] = Counter()
        types = {
            "text": self._arrow.string(),
            "integer": self._arrow.int32(),
            "date": self._arrow.date32(),
            "texts": self._arrow.list_(self._arrow.string()),
        }
        self._inside = [n for n, column in enumerate(COLUMNS) if column.name not in PARTITIONS]
        self._schema = self._arrow.schema(
            [(COLUMNS[n].name, types[COLUMNS[n].type]) for n in self._inside]
        )

    def write(self, rows: Iterable[Row]) -> None:
        """Write every row to the file of its province and year."""
        names = [column.name for column in COLUMNS]
        places = [names.index(name) for name in PARTITIONS]
        try:
            for row in rows:
                self._held.setdefault(tuple(row[n] for n in places), []).append(row)
                self._count += 1
                if self._count >= _HELD:
                    self._flush()
            self._flush()
        finally:
            self._close()

    def _close(self) -> None:
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()

    def _flush(self) -> None:
        for partition, rows in self._held.items():
            columns = [[row[n] for row in rows] for n in self._inside]
            arrays = [
                self._arrow.array(values, type=field.type)
                for values, field in zip(columns, self._schema, strict=True)
            ]
            self._writer(partition).write_table(self._arrow.table(arrays, schema=self._schema))
        self._held.clear()
        self._count = 0

    def _writer(self, partition: tuple[Value, ...]) -> Any:
        if partition not in self._writers:
            if len(self._writers) >= _OPEN:
                self._close()
            path = self._folder.joinpath(
                *(
                    f"{name}={quote(str(value), safe='')}"
                    for name, value in zip(PARTITIONS, partition, strict=True)
                ),
                f"part-{self._parts[partition]}.parquet",
            )
            self._parts[partition] += 1
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writers[partition] = self._parquet.ParquetWriter(
                path, self._schema, compression="zstd"
            )
        return self._writers[partition]


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
