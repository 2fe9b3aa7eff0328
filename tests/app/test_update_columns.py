"""Columns whose headings the office reworded, columns it put in, and points of the score book."""

from __future__ import annotations

import pytest

from tests.app.test_update import Office, deadline, diff, row_in
from tests.app.word_editor import W, WordFile, cells_of, put_column, replace, write
from tests.conftest import ROOT

CHECKS = "Kiểm tra công tác cải cách hành chính tại các đơn vị"
LISTS = "Niêm yết công khai thủ tục hành chính tại trụ sở"
NEW = "Xây dựng đề án sắp xếp thôn, xóm"
CUSTOM = "      - {key: custom, heading: Nguồn vốn}\n"
BOOK = """\
criteria:
  - code: "1"
    title: Chỉ đạo, điều hành
    parts:
      - {code: "1.1", title: Kế hoạch, maximum: "1", self: 0.5}
      - {code: "1.2", title: Kiểm tra, maximum: "2", self: "1"}
"""


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


def heads(word: WordFile, **new: str) -> None:
    """Reword headings, by what they were, with _ for blanks."""
    for old, text in new.items():
        cell = next(cell for cell in cells_of(word.row("STT")) if replaced(cell, old))
        write(cell, text)


def replaced(cell: object, old: str) -> bool:
    return "".join(cell.itertext()).strip() == old.replace("_", " ")  # type: ignore[attr-defined]


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_a_reworded_heading_is_taken_and_its_cells_are_the_same(office, strip):
    office.edit(
        deadline,
        lambda word: heads(
            word, Nhiệm_vụ="Các đầu việc", Thời_hạn="Xong trước ngày", Phối_hợp="Cùng làm",
            Chủ_trì="Ai làm",
        ),
        strip=strip,
    )  # fmt: skip
    update = office.taken()
    assert diff(update) == [
        "-      - {key: title, heading: Nhiệm vụ}", "+      - {key: title, heading: Các đầu việc}",
        "-      - {key: lead, heading: Chủ trì}", "-      - {key: support, heading: Phối hợp}",
        "-      - {key: deadline, heading: Thời hạn}",
        "+      - {key: lead, heading: Ai làm}", "+      - {key: support, heading: Cùng làm}",
        "+      - {key: deadline, heading: Xong trước ngày}",
        "-            deadline: Quý III/2026", "+            deadline: Quý II/2026",
    ]  # fmt: skip
    assert (update.unsure, update.conflicts, [*map(str, update.notes)]) == ([], [], [])


def test_a_heading_of_work_in_words_of_no_kind_is_taken_and_no_row_is_lost(office):
    office.plan.write_text((ROOT / "plans" / "dinh-hoa-kstthc.yaml").read_text())
    office.print()

    def edit(word: WordFile) -> None:
        table = next(word.row("STT").iterancestors(f"{W}tbl"))
        write(cells_of(list(table.iter(f"{W}tr"))[1])[1], "Công tác chỉ đạo kịp thời")
        heads(word, Nội_dung_công_việc="Mục 3793")

    office.edit(edit, strip=True)
    assert diff(office.taken())[:2] == [
        "-      - {key: title, heading: Nội dung công việc}", "+      - {key: title, heading: Mục 3793}"
    ]  # fmt: skip


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
@pytest.mark.parametrize(
    ("heading", "key", "line"),
    [("Địa bàn", "custom", "+              Địa bàn: Ngân sách xã"),
     ("Ghi chú", "note", "+            note: Ngân sách xã")],
)  # fmt: skip
def test_a_column_put_in_is_a_column_of_the_plan(office, heading, key, line, strip):
    def edit(word: WordFile) -> None:
        row_in(word)
        texts = {"STT": heading, CHECKS: "Ngân sách xã", NEW: "Ngân sách xã"}
        put_column(word.row("STT"), texts)

    office.edit(edit, strip=strip)
    update = office.taken()
    changed = diff(update)
    assert changed[0] == f"+      - {{key: {key}, heading: {heading}}}"
    assert "\n".join(changed).count(heading if key == "custom" else "note: Ngân sách xã") >= 2
    assert not any(one.startswith("-") for one in changed)
    assert line in changed


def test_a_column_that_says_how_work_stands_is_told(office):
    office.edit(lambda word: put_column(word.row("STT"), {"STT": "Trạng thái", LISTS: "Đã xong"}))
    update = office.update()
    assert not update.changed
    assert "Trạng thái" in str(update.notes[0])


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_a_reworded_custom_column_keeps_what_stands_in_it(office, strip):
    text = office.plan.read_text().replace(
        "      - {key: deadline", f"{CUSTOM}      - {{key: deadline"
    )
    text = text.replace("            deadline: Quý III/2026\n",
                        "            deadline: Quý III/2026\n            extra: {Nguồn vốn: Xã}\n")  # fmt: skip
    text = text.replace("            deadline: Hằng quý\n",
                        "            deadline: Hằng quý\n            extra: {Nguồn vốn: Tỉnh}\n")  # fmt: skip
    office.plan.write_text(text)
    office.print()

    def edit(word: WordFile) -> None:
        heads(word, Nguồn_vốn="Kinh phí từ")
        write(cells_of(word.row(CHECKS))[5], "Huyện")

    office.edit(edit, strip=strip)
    update = office.taken()
    assert [one for one in diff(update) if one.startswith("+")] == [
        "+      - {key: custom, heading: Kinh phí từ}",
        "+            extra:", "+              Kinh phí từ: Huyện",
        "+            extra:", "+              Kinh phí từ: Tỉnh",
    ]  # fmt: skip


def test_a_heading_that_the_plan_reworded_meanwhile_stays(office):
    text = office.plan.read_text()
    office.plan.write_text(text.replace("heading: Thời hạn", "heading: Xong trước"))
    assert not office.update().changed
    office.edit(lambda word: heads(word, Thời_hạn="Hạn cuối"))
    update = office.update()
    assert not update.changed
    assert [(one.paper, one.plan) for one in update.conflicts] == [("Hạn cuối", "Xong trước")]
    assert "heading: Hạn cuối" in office.update(take="paper").text


def test_the_title_of_an_appendix_comes_back(office):
    office.edit(lambda word: replace(word.paragraph("DANH MỤC NHIỆM VỤ"), "NHIỆM VỤ", "CÔNG VIỆC"))
    assert diff(office.taken()) == [
        "-  - title: DANH MỤC NHIỆM VỤ", "+  - title: DANH MỤC CÔNG VIỆC"
    ]  # fmt: skip


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_points_of_one_criterion_come_back(office, strip):
    text = office.plan.read_text().replace("kind: cchc\n", "kind: par-index\n", 1)
    text = text.replace("      - {key: deadline", "      - {key: self, heading: Tự chấm}\n"
                        "      - {key: deadline", 1)  # fmt: skip
    text = text.replace("          - id: kiem-tra\n", "          - id: kiem-tra\n"
                        '            criteria: ["1.2"]\n')  # fmt: skip
    text = text.replace("          - id: niem-yet\n", "          - id: niem-yet\n"
                        '            criteria: ["1.1", "1.2"]\n')  # fmt: skip
    office.plan.write_text(text.replace("body:\n", f"{BOOK}body:\n", 1))
    office.print()

    def edit(word: WordFile) -> None:
        write(cells_of(word.row(CHECKS))[5], "1,75")
        write(cells_of(word.row(LISTS))[5], "2,5")  # of two criteria

    office.edit(edit, strip=strip)
    update = office.update()
    assert diff(update) == [
        '-      - {code: "1.2", title: Kiểm tra, maximum: "2", self: "1"}',
        '+      - {code: "1.2", title: Kiểm tra, maximum: "2", self: "1,75"}',
    ]
    assert ["2,5" in str(one) for one in update.unsure] == [True]
