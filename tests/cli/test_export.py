"""`cchc export`: one table of all tasks, in every format, whole or not at all."""

from __future__ import annotations

import builtins
import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cchc import __version__
from cchc.outputs.export.parquet import partition_key
from cchc.read.load import load, read_source, required_plan
from cchc.views.export import COLUMNS, export_rows

NAMES = [column.name for column in COLUMNS]
TODAY = ("--today", "2026-07-01")

PLAN = """\
cchc: 1
kind: cchc
year: 2026
status: issued
commune: {level: xã, name: An Bình, province: %s}
document: {number: 15, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính}
units:
  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
  - {id: kinh-te, name: Phòng Kinh tế}
groups:
  - {id: tat-ca, name: Các phòng, members: all}
body: [Văn bản]
appendices:
  - title: Danh mục
    areas:
      - title: CHỈ ĐẠO
        subject: steering
        tasks:
          - title: Kiểm tra
            tasks:
              - id: hop
                title: =HYPERLINK("x")
                deadline: Hằng quý
                lead: [tat-ca]
                support: [vh-xh, kinh-te]
                targets: [{measure: Số cuộc họp, at_least: 4, unit: cuộc}]
                progress:
                  - {state: done, occurrence: 2026-Q1, date: 20/3/2026, evidence: 1/BB-UBND}
          - id: xong
            title: Xong sớm
            deadline: Quý I/2026
            lead: [vh-xh]
            progress: {state: done, date: 01/3/2026, evidence: "=2+3", note: tốt}
          - {id: mai, title: "Dòng một\\nhai, \\"ba\\"", deadline: Thường xuyên, lead: [kinh-te]}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "an-binh", "tỉnh Thái Nguyên")
    return tmp_path


def write(folder: Path, name: str, province: str) -> None:
    (folder / "plans" / f"{name}.yaml").write_text(PLAN % province, "utf-8")


def as_dicts(name="an-binh", province="tỉnh Thái Nguyên", today=date(2026, 7, 1)):
    plan = read_source(Path("x.yaml"), PLAN % province).plan
    path = f"plans/{name}.yaml"
    return [dict(zip(NAMES, row, strict=True)) for row in export_rows(name, plan, path, today)]


def test_a_row_says_all_of_a_recurring_task():
    row = as_dicts()[0]
    assert {name: value for name, value in row.items() if value not in (None, ())} == {
        "province": "tỉnh Thái Nguyên",
        "commune_level": "xã",
        "commune": "An Bình",
        "year": 2026,
        "kind": "cchc",
        "plan": "an-binh",
        "status": "issued",
        "plan_number": "15/KH-UBND",
        "plan_date": date(2026, 1, 5),
        "appendix": "Danh mục",
        "area": "CHỈ ĐẠO",
        "subarea": "Kiểm tra",
        "subject": "steering",
        "task": "hop",
        "number": "1",
        "title": '=HYPERLINK("x")',
        "deadline": "Hằng quý",
        "deadline_kind": "recurring",
        "due_first": date(2026, 3, 31),
        "due_last": date(2026, 12, 31),
        "due_next": date(2026, 6, 30),
        "occurrences": 4,
        "occurrences_done": 1,
        "occurrences_overdue": 1,
        "lead_ids": ("tat-ca",),
        "lead": ("Các phòng",),
        "lead_units": ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
        "support_ids": ("vh-xh", "kinh-te"),
        "support": ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
        "targets": ("Số cuộc họp >= 4 cuộc",),
        "state": "overdue",
        "recorded": "done",
        "evidence": ("1/BB-UBND",),
        "path": "plans/an-binh.yaml",
        "agency_level": "xã",
        "agency_name": "An Bình",
        "agency": "xã An Bình",
        "province_code": "19",
        "counted_as": "recurring",
        "as_of": date(2026, 7, 1),
        "cchc_version": __version__,
    }


def test_a_task_is_done_when_all_of_it_is_done():
    _, done, continuous = as_dicts()
    assert (done["area"], done["subarea"]) == ("CHỈ ĐẠO", None)
    assert (done["state"], done["done_date"]) == ("done", date(2026, 3, 1))
    assert (done["evidence"], done["progress_note"]) == (("=2+3",), ("tốt",))
    assert (done["due_next"], done["occurrences_done"]) == (None, 1)
    assert (continuous["state"], continuous["occurrences"]) == ("continuous", 0)
    assert as_dicts(today=date(2026, 2, 1))[1]["recorded"] is None


@pytest.mark.parametrize("name", ["phu-thinh", "nam-dan", "dinh-hoa-kstthc", "dinh-hoa"])
def test_every_task_of_real_plans_has_its_row(plans, name):
    plan = required_plan(load(plans / f"{name}.yaml"))
    rows = list(export_rows(name, plan, "x", date(2026, 7, 1)))
    count = len(re.findall(r"^ +deadline: ", (plans / f"{name}.yaml").read_text("utf-8"), re.M))
    tasks = {row[NAMES.index("task")] for row in rows}
    assert len(tasks) == len(rows)
    assert count >= len(rows) - 1  # one row of nam-dan breaks off before its deadline
    assert len(rows) == {"phu-thinh": 50, "nam-dan": 45, "dinh-hoa-kstthc": 16, "dinh-hoa": 0}[name]


def test_an_id_used_twice_loses_no_row(folder):
    text = (PLAN % "tỉnh Thái Nguyên").replace("id: mai", "id: hop")
    plan = read_source(Path("x.yaml"), text).plan
    rows = export_rows("x", plan, "x.yaml", date(2026, 7, 1))
    assert [row[NAMES.index("state")] for row in rows] == ["overdue", "done", "continuous"]


def test_csv_holds_the_table_and_no_formula(folder, cchc):
    ran = cchc("export", *TODAY)
    head, *rows = csv.reader(io.StringIO(ran.out))
    assert head == NAMES
    assert rows[0][NAMES.index("title")] == '\'=HYPERLINK("x")'
    assert rows[0][NAMES.index("lead_units")] == "Phòng Văn hóa - Xã hội; Phòng Kinh tế"
    assert rows[0][NAMES.index("due_next")] == "2026-06-30"
    assert rows[1][NAMES.index("evidence")] == "'=2+3"
    assert rows[2][NAMES.index("title")] == 'Dòng một\nhai, "ba"'
    assert "exported: 3 tasks of 1 plans" in ran.err


def test_a_csv_file_tells_excel_that_it_is_utf8(folder, cchc):
    cchc("export", "-o", "a/tasks.csv", *TODAY)
    written = (folder / "a" / "tasks.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfprovince,")
    assert written.count(b"\r\n") == 4
    assert [path.name for path in (folder / "a").iterdir()] == ["tasks.csv"]


def test_json_lines_keep_lists_dates_and_nothing(folder, cchc):
    rows = [
        json.loads(line)
        for line in cchc("export", "--format", "jsonl", *TODAY).out.split("\n")[:-1]
    ]
    assert [list(row) for row in rows] == [NAMES] * 3
    assert rows[0]["lead_ids"] == ["tat-ca"]
    assert (rows[0]["plan_date"], rows[0]["done_date"]) == ("2026-01-05", None)


def test_the_workbook_has_dates_as_dates_and_text_as_text(folder, cchc):
    assert cchc("export", "-o", "tasks.xlsx", *TODAY).code == 0
    with ZipFile(folder / "tasks.xlsx") as book:  # no moment: the same table is the same bytes
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert book.read("docProps/core.xml").count(b"T00:00:00Z") == 2
    page = load_workbook(folder / "tasks.xlsx").active
    head, *rows = page.iter_rows()
    assert [cell.value for cell in head] == NAMES
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:{page.cell(4, len(NAMES)).coordinate}"
    title = rows[0][NAMES.index("title")]
    assert (title.value, title.data_type, title.quotePrefix) == ('=HYPERLINK("x")', "s", True)
    assert rows[0][NAMES.index("due_next")].value.date() == date(2026, 6, 30)
    assert rows[0][NAMES.index("occurrences")].value == 4


def test_a_sheet_of_excel_is_never_overfilled(folder, cchc, monkeypatch):
    monkeypatch.setattr("cchc.outputs.export.xlsx.MAX_ROWS", 3)
    ran = cchc("export", "-o", "tasks.xlsx")
    assert (ran.code, "more rows than a sheet of Excel holds (3)" in ran.err) == (2, True)
    assert not list(folder.glob("*tasks.xlsx*"))


TASKS = "kho/tasks/province_key=tinh-thai-nguyen/plan_year=2026/part-0.parquet"


def test_parquet_is_cut_by_province_and_year_and_typed(folder, cchc):
    import pyarrow as pa
    from pyarrow import dataset

    write(folder, "hai-phong", "thành phố Hải Phòng / =x%")
    ran = cchc("export", "--format", "parquet", "-o", "kho", *TODAY)
    assert (ran.code, "exported: 6 tasks of 2 plans" in ran.err) == (0, True)
    assert "records: 4, criteria: 0, findings: " in ran.err
    parts = {path.relative_to(folder).as_posix() for path in folder.rglob("kho/tasks/**/*.parquet")}
    other = "kho/tasks/province_key=thanh-pho-hai-phong-x/plan_year=2026/part-0.parquet"
    assert parts == {TASKS, other}
    table = dataset.dataset(folder / "kho" / "tasks", partitioning="hive").to_table()
    assert table.schema.field("due_first").type == pa.date32()
    assert table.schema.field("lead_units").type.value_type == pa.string()
    assert table.schema.field("occurrences").type == pa.int32()
    found = {
        tuple(tuple(row[name]) if isinstance(row[name], list) else row[name] for name in NAMES)
        for row in table.to_pylist()
    }
    wanted = as_dicts() + as_dicts("hai-phong", "thành phố Hải Phòng / =x%")
    assert found == {tuple(row[name] for name in NAMES) for row in wanted}


def test_records_and_findings_are_tables_of_their_own(folder, cchc):
    from pyarrow import parquet

    (folder / "plans" / "hong.yaml").write_text("cchc: 1\nkind: [\n", "utf-8")
    assert cchc("export", "--format", "parquet", "-o", "kho", *TODAY).code == 1
    records = parquet.read_table(folder / "kho" / "records").to_pylist()
    assert [(one["task"], one["occurrence"], one["date"], one["state"]) for one in records] == [
        ("hop", "2026-Q1", date(2026, 3, 20), "done"), ("xong", None, date(2026, 3, 1), "done"),
    ]  # fmt: skip
    told = json.loads(cchc("validate", "--format", "json").out)["diagnostics"]
    found = parquet.read_table(folder / "kho" / "findings").to_pylist()
    keys = ("path", "line", "column", "code", "severity", "message", "help")
    assert sorted(str([one[key] for key in keys]) for one in found) == sorted(
        str([one[key] for key in keys]) for one in told
    )
    by_plan = {one["plan"]: one["province"] for one in found}
    assert by_plan == {"an-binh": "tỉnh Thái Nguyên", "hong": None}
    criteria = parquet.read_table(folder / "kho" / "criteria")
    assert criteria.num_rows == 0
    assert str(criteria.schema.field("maximum").type) == "decimal128(10, 4)"
    assert {str(one["as_of"]) for one in (*records, *found)} == {"2026-07-01"}


def test_the_points_of_a_score_book_are_a_table(folder, cchc):
    from decimal import Decimal

    from pyarrow import parquet

    book = """criteria:
  - code: "1"
    title: Chỉ đạo, điều hành
    parts:
      - {code: "1.1", title: Kế hoạch, maximum: "2,5", self: "2"}
      - {code: "1.2", title: Báo cáo, maximum: 1, self: "0,5"}
"""
    (folder / "plans" / "an-binh.yaml").write_text(PLAN % "tỉnh Thái Nguyên" + book, "utf-8")
    assert cchc("export", "--format", "parquet", "-o", "kho", *TODAY).code == 0
    rows = parquet.read_table(folder / "kho" / "criteria").to_pylist()
    assert [(one["code"], one["is_part"], one["maximum"], one["self"]) for one in rows] == [
        ("1", 0, Decimal("3.5"), Decimal("2.5")), ("1.1", 1, Decimal("2.5"), Decimal(2)),
        ("1.2", 1, Decimal(1), Decimal("0.5")),
    ]  # fmt: skip


def test_a_table_without_rows_has_its_columns(folder, cchc):
    from pyarrow import parquet

    text = (PLAN % "tỉnh Thái Nguyên").partition("appendices:")[0]
    (folder / "plans" / "an-binh.yaml").write_text(text, "utf-8")
    assert cchc("export", "--format", "parquet", "-o", "kho", *TODAY).code == 0
    table = parquet.read_table(folder / "kho" / "tasks")
    assert (table.num_rows, table.column_names[: len(NAMES)]) == (0, NAMES)
    assert {"province_key", "plan_year"} < set(table.column_names)


@pytest.mark.parametrize(
    ("value", "name"),
    [("tỉnh Đắk Lắk", "tinh-dak-lak"), ("Thừa Thiên  - Huế", "thua-thien-hue"), (None, "none"),
     ("…", "none")],
)  # fmt: skip
def test_a_folder_is_called_in_ascii(value, name):
    assert partition_key(value) == name


def test_engines_give_the_same_counts(folder, cchc):
    """The queries of docs/export.md, over the folder that they name."""
    import duckdb
    import polars

    write(folder, "hai-phong", "thành phố Hải Phòng")
    cchc("export", "--format", "parquet", "-o", "kho", *TODAY)
    wanted = sorted(
        (
            (row["province"], row["due_last"] and (row["due_last"].month + 2) // 3, row["state"], 1)
            for row in (*as_dicts(), *as_dicts("hai-phong", "thành phố Hải Phòng"))
        ),
        key=str,
    )
    queries = _queries()
    assert sorted(duckdb.sql(queries["sql"]).fetchall(), key=str) == wanted
    names = {"pl": polars}
    exec(queries["python polars"], names)  # our own page
    assert sorted(names["counts"].rows(), key=str) == wanted


def _queries() -> dict[str, str]:
    page = (Path(__file__).parent.parent.parent / "docs" / "export.md").read_text("utf-8")
    return {
        found[1]: found[2] for found in re.finditer(r"```(sql|python \w+)\n(.*?)```", page, re.S)
    }


def test_many_partitions_never_need_many_open_files(folder, cchc, monkeypatch):
    from pyarrow import dataset

    monkeypatch.setattr("cchc.outputs.export.parquet._OPEN", 1)
    monkeypatch.setattr("cchc.outputs.export.parquet._HELD", 1)
    for name, province in (("b", "tỉnh B"), ("c", "tỉnh Thái Nguyên"), ("d", "tỉnh B")):
        write(folder, name, province)
    cchc("export", "--format", "parquet", "-o", "kho")
    table = dataset.dataset(folder / "kho" / "tasks", partitioning="hive").to_table()
    assert table.num_rows == 12
    assert len(list(folder.rglob("kho/tasks/**/part-1.parquet"))) == 2


def test_a_folder_written_again_holds_nothing_of_before(folder, cchc):
    cchc("export", "--format", "parquet", "-o", "kho")
    write(folder, "an-binh", "tỉnh Khác")
    assert cchc("export", "--format", "parquet", "-o", "kho").code == 0
    assert [path.name for path in (folder / "kho" / "tasks").iterdir()] == [
        "province_key=tinh-khac"
    ]
    about = json.loads((folder / "kho" / "_cchc.json").read_text())
    assert about["partitions"] == ["province_key", "plan_year"]
    assert list(about["tables"]["tasks"]) == NAMES
    assert sorted(path.name for path in folder.iterdir()) == ["kho", "plans"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(folder, cchc, monkeypatch):
    cchc("export", "--format", "parquet", "-o", "kho")
    before = sorted(path.name for path in (folder / "kho").iterdir())
    real = Path.replace

    def busy(self, target):
        if Path(target).name == "kho" and not self.name.endswith(".old"):
            raise PermissionError(13, "busy")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    ran = cchc("export", "--format", "parquet", "-o", "kho")
    assert (ran.code, "cannot be written: no permission" in ran.err) == (2, True)
    assert sorted(path.name for path in (folder / "kho").iterdir()) == before
    assert sorted(path.name for path in folder.iterdir()) == ["kho", "plans"]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_folder_one_stands_in_is_never_written_over(folder, cchc, form):
    assert cchc("export", "--format", form, "-o", ".").code == 2
    assert (folder / "plans" / "an-binh.yaml").is_file()


def test_a_folder_of_somebody_else_is_never_replaced(folder, cchc):
    ran = cchc("export", "--format", "parquet", "-o", "plans")
    assert (ran.code, "holds files that are not an export of cchc" in ran.err) == (2, True)
    assert (folder / "plans" / "an-binh.yaml").is_file()


def test_without_pyarrow_the_remedy_is_told(folder, cchc, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = cchc("export", "--format", "parquet", "-o", "kho")
    assert (ran.code, 'pip install "cchc[parquet]"' in ran.err) == (2, True)
    assert not (folder / "kho").exists()


def test_a_plan_with_errors_is_left_out_and_named(folder, cchc):
    (folder / "plans" / "hong.yaml").write_text("cchc: 1\n")
    ran = cchc("export")
    assert ran.code == 1
    assert "hong.yaml:1:1:" in ran.err
    assert "1 plans cannot be read" in ran.err
    assert len(list(csv.reader(io.StringIO(ran.out)))) == 4


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_a_format_that_needs_a_place_asks_for_it(folder, cchc, form):
    ran = cchc("export", "--format", form)
    assert (ran.code, f"--format {form} needs -o" in ran.err) == (2, True)


def test_a_place_that_cannot_be_written_leaves_nothing_behind(folder, cchc):
    (folder / "day").write_text("")
    assert cchc("export", "-o", "day/tasks.csv").code == 2
    (folder / "la-thu-muc.csv").mkdir()
    assert cchc("export", "-o", "la-thu-muc.csv").code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["day", "la-thu-muc.csv", "plans"]


def test_the_documented_columns_are_those_of_the_table(plans):
    page = (plans.parent / "docs" / "export.md").read_text("utf-8")
    documented = re.findall(r"^\| `(\w+)` \| (\w+) \|", page, re.M)
    first = len(documented) - 5  # the last five say whose plan it is
    assert documented[:first] == [tuple(column) for column in COLUMNS[:first]]
    assert documented[first:] == [tuple(column) for column in COLUMNS[-5:]]
    glossary = (plans.parent / "docs" / "glossary.md").read_text("utf-8")
    later = {column.name.removesuffix("_ids") for column in COLUMNS[first:-5]}
    missing = sorted(name for name in later if f"`{name}`" not in glossary)
    assert missing == [], f"docs/glossary.md has no row for these fields: {missing}"
