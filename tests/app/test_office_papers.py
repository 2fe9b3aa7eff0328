"""An office's own paper is the plan that was imported from it: unchanged no change, edited that edit alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.app.diff import compare
from cchc.app.import_ import import_paper, plan_of
from cchc.app.update import Update, read_update
from cchc.errors import UserError
from cchc.read.load import load
from cchc.read.records import records_in
from tests.app.test_update import diff
from tests.app.word_editor import W, WordFile, cells_of, copy_of, remove, replace, text_of, write
from tests.conftest import ROOT

CASES = ROOT / "tests" / "intake" / "cases"
FILES = sorted(
    path
    for path in (ROOT / "tests").rglob("*")
    if path.suffix in (".docx", ".docm", ".xlsx", ".xlsm", ".csv")
)
NOT_PRINTED = "19-ke-hoach-dang.docx"
"""A plan of the Party: cchc prints none, and compares none."""
LONG = "office/recipients-in-one-line.docx"


def plan_in(root: Path, file: Path) -> Path:
    """Import `file` into the empty folder `root`; return the plan file."""
    (root / "plans").mkdir()
    (root / ".cchc").mkdir()
    path = root / "plans" / "ke-hoach.yaml"
    path.write_text(plan_of(import_paper(file), root))
    return path


@pytest.mark.parametrize("file", FILES, ids=[path.name for path in FILES])
def test_an_unchanged_paper_changes_nothing(tmp_path, file):
    try:
        path = plan_in(tmp_path, file)
    except UserError:
        return  # it is no plan
    if load(path).plan is None or file.name == NOT_PRINTED:
        with pytest.raises(UserError):
            read_update(file, path, tmp_path)
        return
    update = read_update(file, path, tmp_path)
    assert diff(update) == []
    assert (update.changes, update.unsure, update.conflicts) == ([], [], [])
    same = compare(str(file), str(file), tmp_path)
    assert (same.total, same.unread) == (0, [])


def cell(word: WordFile, title: str, old: str, new: str) -> None:
    (found,) = [one for one in cells_of(word.row(title)) if text_of(one) == old]
    write(found, new)


TITLE = "Ban hành Kế hoạch tuyên truyền CCHC"
EDITS = {
    "deadline": (
        LONG, lambda word: cell(word, TITLE, "Chậm nhất 28/2", "Quý II/2026"),
        ["-            deadline: Chậm nhất 28/2", "+            deadline: Quý II/2026"],
    ),
    "lead": (
        LONG, lambda word: cell(word, TITLE, "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
        ["-            lead: [vh-xh]", "+            lead: [kinh-te]"],
    ),
    "product": (
        LONG, lambda word: cell(word, TITLE, "Kế hoạch", "Kế hoạch, tờ rơi"),
        ["-            product: Kế hoạch", "+            product: Kế hoạch, tờ rơi"],
    ),
    "title": (
        LONG, lambda word: cell(word, TITLE, TITLE, f"{TITLE} trên địa bàn xã"),
        [f"-            title: {TITLE}", f"+            title: {TITLE} trên địa bàn xã"],
    ),
    "paragraph": (
        LONG, lambda word: replace(word.paragraph("Rút ngắn thời gian"), "Rút ngắn", "Giảm"),
        ["-          - Rút ngắn thời gian giải quyết hồ sơ cho người dân, doanh nghiệp.",
         "+          - Giảm thời gian giải quyết hồ sơ cho người dân, doanh nghiệp."],
    ),
    "target": (
        LONG, lambda word: replace(word.paragraph("hồ sơ nộp trực tuyến đạt"), "85%", "90%"),
        ["-      - Tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên.",
         "+      - Tỷ lệ hồ sơ nộp trực tuyến đạt từ 90% trở lên."],
    ),
    "short": (
        "field/00-sach.docx", lambda word: replace(word.paragraph("Phục vụ tốt"), "tốt", "nhanh"),
        ["-          - Phục vụ tốt hơn.", "+          - Phục vụ nhanh hơn."],
    ),
}  # fmt: skip
CHECK = "Rà soát thủ tục hành chính"
IN_ODD_TABLES = ["base", "area-colA", "grid-sliver", "grid-misaligned", "docx-sign-in-table",
                 "header-appendix"]  # fmt: skip


def edited(root: Path, name: str, edit: Callable[[WordFile], None], path: Path) -> Update:
    """Return what the sample changes in the plan once it was edited in Word."""
    word = WordFile(CASES / name)
    edit(word)
    return read_update(word.save(root / "sua.docx"), path, root)


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_comes_back_alone(tmp_path, kind):
    name, edit, lines = EDITS[kind]
    update = edited(tmp_path, name, edit, plan_in(tmp_path, CASES / name))
    assert diff(update) == lines
    assert (update.unsure, update.conflicts) == ([], [])


@pytest.mark.parametrize("name", IN_ODD_TABLES)
def test_an_edit_in_a_table_of_an_odd_form_comes_back_alone(tmp_path, name):
    name = f"office/{name}.docx"
    path = plan_in(tmp_path, CASES / name)

    def edit(word: WordFile) -> None:
        cell(word, CHECK, "Trước 30/11/2026", "Quý II/2026")

    update = edited(tmp_path, name, edit, path)
    assert [line.strip("+- ") for line in diff(update)] == [
        "deadline: Trước 30/11/2026", "deadline: Quý II/2026",
    ]  # fmt: skip
    assert update.unsure == []


def test_records_remarks_and_what_was_filled_in_by_hand_stay(tmp_path):
    path = plan_in(tmp_path, CASES / LONG)
    recorded = f"            title: {TITLE}\n"
    text = path.read_text().replace(
        recorded,
        f"{recorded}            # chờ kinh phí\n            progress: {{state: running}}\n",
    )
    text = text.replace("  number: 2", "  number: 17").replace("  province: tỉnh Phú Thọ", "")
    path.write_text(text)
    update = edited(tmp_path, LONG, EDITS["deadline"][1], path)
    assert [line for line in diff(update) if "number" not in line] == EDITS["deadline"][2]
    assert records_in(load(path).plan) == 1  # type: ignore[arg-type]
    assert "# chờ kinh phí" in update.text


def test_what_still_stands_in_the_paper_is_not_taken_out(tmp_path):
    path = plan_in(tmp_path, CASES / LONG)

    def edit(word: WordFile) -> None:
        row = word.row(TITLE)
        last = list(word.root.iter(f"{W}p"))[-1]
        made = copy_of(last)
        write(made, TITLE)
        next(row.iterancestors(f"{W}tbl")).addnext(made)
        remove(row)

    update = edited(tmp_path, LONG, edit, path)
    assert not update.changed
    assert [str(one) for one in update.unsure if TITLE in str(one)]


def test_a_row_that_the_office_took_out_leaves(tmp_path):
    path = plan_in(tmp_path, CASES / LONG)
    update = edited(tmp_path, LONG, lambda word: remove(word.row(TITLE)), path)
    assert {line[0] for line in diff(update)} == {"-"}
    assert [change.subject.title for change in update.changes] == [TITLE]
