"""A printed plan that was edited in Word goes back into its plan, and nothing else changes."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.app import paper_as_imported
from cchc.app.render import RenderJob, render_plan
from cchc.app.update import Update, read_update
from cchc.document.template.compiled import render_paper
from cchc.errors import UserError
from cchc.read.load import load
from cchc.read.records import records_in
from tests.app.returned_plan import PLAN
from tests.app.word_editor import (
    WordFile,
    cells_of,
    copy_of,
    put_after,
    remove,
    replace,
    track,
    track_row_away,
    write,
)

Edit = Callable[[WordFile], None]


class Office:
    """A workspace with the plan, and the paper that was printed from it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "plans").mkdir()
        self.plan = root / "plans" / "xuan-mai.yaml"
        self.plan.write_text(PLAN)
        self.print()

    def print(self) -> None:
        rendered = render_plan(RenderJob(self.plan, self.root))
        assert rendered.error is None
        self.file = self.root / "ke-hoach.docx"
        self.file.write_bytes(rendered.papers[0].docx)

    def edit(self, *edits: Edit, strip: bool = False) -> None:
        word = WordFile(self.file)
        for edit in edits:
            edit(word)
        if strip:
            word.strip()
        word.save()

    def update(self, **options) -> Update:
        return read_update(self.file, self.plan, self.root, **options)

    def taken(self, **options) -> Update:
        """Take the paper back, and see that nothing is left to take after that."""
        update = self.update(**options)
        update.write()
        again = self.update(**options)
        assert not again.changed, diff(again)
        return update


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


def diff(update: Update) -> list[str]:
    lines = difflib.unified_diff(
        update.was.decode().splitlines(), update.text.splitlines(), n=0, lineterm=""
    )
    return [line for line in lines if line[:3] not in ("---", "+++") and line[:2] != "@@"]


def phrase(word: WordFile) -> None:
    replace(word.paragraph("ít nhất 05 bậc"), "05 bậc", "08 bậc")


def deadline(word: WordFile) -> None:
    write(
        cells_of(word.row("Kiểm tra công tác cải cách hành chính tại các đơn vị"))[5], "Quý II/2026"
    )


def rename(word: WordFile) -> None:
    row = word.row("Niêm yết công khai thủ tục hành chính tại trụ sở")
    write(cells_of(row)[1], "Niêm yết, công khai đầy đủ thủ tục hành chính tại trụ sở")


def row_in(word: WordFile) -> None:
    row = word.row("Kiểm tra công tác cải cách hành chính tại các đơn vị")
    made = copy_of(row)
    words = (
        "3",
        "Xây dựng đề án sắp xếp thôn, xóm",
        "Đề án",
        "Văn phòng HĐND và UBND",
        "",
        "Quý IV/2026",
    )
    for cell, text in zip(cells_of(made), words, strict=True):
        write(cell, text)
    put_after(made, row)


def row_out(word: WordFile) -> None:
    remove(word.row("Kiểm tra công tác cải cách hành chính tại các đơn vị"))


def recorded_row_out(word: WordFile) -> None:
    remove(word.row("Rà soát, đơn giản hóa thủ tục hành chính"))


SIX = {
    "phrase": (
        phrase,
        ["-          - Nâng Chỉ số cải cách hành chính của xã lên ít nhất 05 bậc so với năm 2025.",
         "+          - Nâng Chỉ số cải cách hành chính của xã lên ít nhất 08 bậc so với năm 2025."],
    ),
    "deadline": (
        deadline,
        ["-            deadline: Quý III/2026", "+            deadline: Quý II/2026"],
    ),
    "rename": (
        rename,
        ["-            title: Niêm yết công khai thủ tục hành chính tại trụ sở",
         "+            title: Niêm yết, công khai đầy đủ thủ tục hành chính tại trụ sở"],
    ),
    "row in": (
        row_in,
        ["+          - id: de-an-sap-xep-thon", "+            title: Xây dựng đề án sắp xếp thôn, xóm",
         "+            product: Đề án", "+            deadline: Quý IV/2026",
         "+            lead: [van-phong]"],
    ),
    "row out": (
        row_out,
        ["-          - id: kiem-tra", "-            # chờ quyết định thành lập đoàn",
         "-            title: Kiểm tra công tác cải cách hành chính tại các đơn vị",
         "-            product: Kết luận kiểm tra", "-            deadline: Quý III/2026",
         "-            lead: [vh-xh]", "-            support: [van-phong, kinh-te]"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_an_unchanged_print_changes_nothing(office, strip):
    office.edit(strip=strip)
    update = office.update()
    assert not update.changed
    assert (update.unsure, update.conflicts) == ([], [])


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
@pytest.mark.parametrize("name", SIX)
def test_an_edit_changes_its_own_lines_and_no_other(office, name, strip):
    edit, lines = SIX[name]
    office.edit(edit, strip=strip)
    update = office.taken()
    assert diff(update) == lines
    assert (update.unsure, update.conflicts) == ([], [])


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_all_edits_together_keep_every_record_and_comment(office, strip):
    office.edit(phrase, rename, row_in, deadline, strip=strip)
    update = office.taken()
    kept = {line.strip() for line in PLAN.splitlines() if "#" in line}
    assert kept <= {line.strip() for line in update.text.splitlines()}
    plan = load(office.plan).plan
    assert plan is not None
    assert records_in(plan) == 5


def test_a_row_with_a_record_is_withdrawn_with_it(office):
    office.edit(recorded_row_out)
    update = office.taken()
    assert [(one.id, one.records) for one in update.withdrawn] == [("ra-soat", 1)]
    plan = load(office.plan).plan
    assert plan is not None
    assert [one.id for one in plan.withdrawn] == ["ra-soat"]
    assert plan.withdrawn[0].progress[0].note == "đang gửi các đơn vị"
    assert records_in(plan) == 5
    assert "đơn giản hóa" not in "".join(str(row) for row in plan.appendices)


def test_a_withdrawn_task_is_neither_counted_nor_printed(office):
    office.edit(recorded_row_out)
    office.taken()
    office.print()
    assert "đơn giản hóa" not in "".join(WordFile(office.file).root.itertext())


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_a_row_that_moves_takes_its_record_and_remarks_along(office, strip):
    def move(word: WordFile) -> None:
        row = word.row("Ban hành kế hoạch cải cách hành chính năm 2026")
        remove(row)
        put_after(row, word.row("Niêm yết công khai thủ tục hành chính tại trụ sở"))

    office.edit(move, strip=strip)
    office.taken()
    plan = load(office.plan).plan
    assert plan is not None
    (appendix,) = plan.appendices
    ids = [[task.id for task in area.tasks] for area in appendix.areas]  # type: ignore[union-attr]
    assert ids == [["kiem-tra", "bao-cao"], ["niem-yet", "ke-hoach", "ra-soat"]]
    assert "năm 2026  # bản gửi tỉnh" in office.plan.read_text()
    assert records_in(plan) == 5


def test_rows_in_another_order_keep_that_order(office):
    def move(word: WordFile) -> None:
        row = word.row("Báo cáo định kỳ kết quả thực hiện gửi Sở Nội vụ")
        remove(row)
        put_after(row, word.area("CHỈ ĐẠO, ĐIỀU HÀNH"))

    office.edit(move)
    office.taken()
    plan = load(office.plan).plan
    assert plan is not None
    area = plan.appendices[0].areas[0]
    assert [task.id for task in area.tasks] == ["bao-cao", "ke-hoach", "kiem-tra"]  # type: ignore[union-attr]


def test_tracked_changes_are_read_as_accepted_and_told(office):
    def edits(word: WordFile) -> None:
        track(word.paragraph("ít nhất 05 bậc"), "05", "08")
        track_row_away(word.row("Kiểm tra công tác cải cách hành chính tại các đơn vị"))

    office.edit(edits)
    update = office.taken()
    assert diff(update) == SIX["phrase"][1] + SIX["row out"][1]
    assert any("tracked" in note.text for note in update.notes)


def test_what_the_plan_changed_meanwhile_stays(office):
    office.edit(phrase)
    office.plan.write_text(PLAN.replace("deadline: Quý III/2026", "deadline: Quý IV/2026"))
    update = office.taken()
    assert diff(update) == SIX["phrase"][1]
    assert "deadline: Quý IV/2026" in update.text


def test_what_is_saved_while_the_paper_is_compared_stays(office, monkeypatch):
    office.edit(phrase)

    def slow(*words):
        office.plan.write_text(PLAN + "# by hand\n")
        return render_paper(*words)

    monkeypatch.setattr(paper_as_imported, "render_paper", slow)
    with pytest.raises(UserError, match="has changed since it was read"):
        office.update().write()
    assert office.plan.read_text() == PLAN + "# by hand\n"


def test_the_mark_at_the_start_of_the_plan_stays(office):
    office.edit(phrase)
    office.plan.write_text("\ufeff" + PLAN)
    update = office.update()
    update.write()
    assert office.plan.read_text() == "\ufeff" + update.text
    assert not office.update().changed


def test_rows_and_sections_that_the_plan_got_meanwhile_stay(office):
    office.edit(deadline)
    new = "          - id: moi\n            title: Việc mới thêm sau khi in\n            deadline: Quý IV\n            lead: [vh-xh]\n"
    text = PLAN.replace("          - id: bao-cao\n", f"{new}          - id: bao-cao\n")
    office.plan.write_text(
        text.replace(
            "      - title: Yêu cầu\n",
            "          - Một ý mới thêm vào sau khi in.\n      - title: Yêu cầu\n",
        )
    )
    update = office.taken()
    assert diff(update) == SIX["deadline"][1]


def test_what_both_changed_is_a_conflict_that_is_told_with_both_texts(office):
    office.edit(deadline, phrase)
    changed = PLAN.replace("deadline: Quý III/2026", "deadline: Quý IV/2026")
    office.plan.write_text(changed)
    update = office.update()
    (conflict,) = update.conflicts
    assert (conflict.paper, conflict.plan) == ("Quý II/2026", "Quý IV/2026")
    assert diff(update) == SIX["phrase"][1]
    assert "deadline: Quý II/2026" in office.update(take="paper").text
    assert "deadline: Quý IV/2026" in office.update(take="plan").text


def test_a_row_that_the_plan_changed_and_the_paper_lacks_is_a_conflict(office):
    office.edit(row_out)
    office.plan.write_text(PLAN.replace("deadline: Quý III/2026", "deadline: Quý IV/2026"))
    update = office.update()
    assert len(update.conflicts) == 1
    assert not update.changed
    assert "id: kiem-tra" not in office.update(take="paper").text


def test_a_row_that_the_plan_has_taken_out_does_not_come_back(office):
    office.edit(phrase)
    start, end = PLAN.index("          - id: kiem-tra"), PLAN.index("          - id: bao-cao")
    office.plan.write_text(PLAN[:start] + PLAN[end:])
    update = office.taken()
    assert diff(update) == SIX["phrase"][1]


def test_other_work_typed_over_a_row_is_not_taken_for_it(office):
    def overwrite(word: WordFile) -> None:
        row = word.row("Rà soát, đơn giản hóa thủ tục hành chính")
        words = ("5", "Sửa chữa trụ sở làm việc", "Hồ sơ", "Phòng Kinh tế", "", "Tháng 8")
        for cell, text in zip(cells_of(row), words, strict=True):
            write(cell, text)

    office.edit(overwrite)
    update = office.update()
    assert len(update.unsure) == 1
    assert not update.changed
    ((pair, _),) = update.questions.items()
    assert "title: Sửa chữa trụ sở" in office.update(answers={pair: True}).text
    other = office.update(answers={pair: False})
    assert [one.id for one in other.withdrawn] == ["ra-soat"]


def test_units_are_taken_by_their_names_and_new_ones_are_declared(office):
    def units(word: WordFile) -> None:
        row = word.row("Niêm yết công khai thủ tục hành chính tại trụ sở")
        write(cells_of(row)[4], "Phòng VH-XH; Trạm Y tế")

    office.edit(units)
    update = office.taken()
    assert diff(update) == [
        "+  - {id: tram-y-te, name: Trạm Y tế}",
        "-            support: [tat-ca]", "+            support: [vh-xh, tram-y-te]",
    ]  # fmt: skip


def test_the_deadline_of_a_sentence_changes_with_its_words(office):
    def edit(word: WordFile) -> None:
        replace(word.paragraph("Cân đối kinh phí"), "20/01/2026", "15/02/2026")

    office.edit(edit)
    update = office.taken()
    assert diff(update) == [
        "-            text: Cân đối kinh phí trình Ủy ban nhân dân xã trước ngày 20/01/2026.",
        "-            deadline: trước ngày 20/01/2026",
        "+            text: Cân đối kinh phí trình Ủy ban nhân dân xã trước ngày 15/02/2026.",
        "+            deadline: trước ngày 15/02/2026",
    ]


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
def test_lines_of_the_text_come_and_go(office, strip):
    def edit(word: WordFile) -> None:
        line = word.paragraph("Triển khai kịp thời các nhiệm vụ")
        made = copy_of(line)
        write(made, "- Công khai kết quả giải quyết hồ sơ của người dân.")
        put_after(made, line)
        base = word.paragraph("Căn cứ Luật Tổ chức")
        made = copy_of(base)
        write(made, "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ;")
        put_after(made, base)
        remove(word.paragraph("- Đảng ủy xã;"))

    office.edit(edit, strip=strip)
    update = office.taken()
    assert diff(update) == [
        "-    # hỏi lại văn thư", "-    - Đảng ủy xã",
        "+  - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ",
        "+          - Công khai kết quả giải quyết hồ sơ của người dân.",
    ]  # fmt: skip


def test_the_letterhead_and_the_signature_come_back(office):
    def edit(word: WordFile) -> None:
        replace(word.paragraph("Số: 05/KH-UBND"), "05", "17")
        replace(word.paragraph("Xuân Mai, ngày"), "ngày 12 tháng 01", "ngày 15 tháng 01")
        replace(word.paragraph("Trần Văn Bình"), "Bình", "Minh")

    office.edit(edit)
    update = office.taken()
    assert diff(update) == [
        "-  number: 05", "+  number: 17", "-  date: 12/01/2026", "+  date: 15/01/2026",
        "-  signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Trần Văn Bình}",
        "+  signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Trần Văn Minh}",
    ]  # fmt: skip


def test_numbers_written_in_the_plan_follow_the_paper(office):
    def renumber(word: WordFile) -> None:
        row_in(word)
        for title, number in (("Báo cáo định kỳ kết quả thực hiện gửi Sở Nội vụ", "4"),
                              ("Niêm yết công khai thủ tục hành chính tại trụ sở", "5"),
                              ("Rà soát, đơn giản hóa thủ tục hành chính", "6")):  # fmt: skip
            write(cells_of(word.row(title))[0], number)

    office.edit(renumber)
    update = office.taken()
    assert diff(update) == [
        *SIX["row in"][1],
        "-            number: 4", "+            number: 5",
        "-            number: 5", "+            number: 6",
    ]  # fmt: skip


def test_a_paper_of_another_plan_is_refused(office, tmp_path):
    other = tmp_path / "plans" / "khac.yaml"
    other.write_text(PLAN)
    with pytest.raises(UserError) as refused:
        read_update(office.file, other, tmp_path)
    assert "xuan-mai" in str(refused.value.message)


def test_a_paper_that_has_nothing_of_the_plan_is_refused(office, tmp_path):
    text = tmp_path / "khac.txt"
    text.write_text("BIÊN BẢN HỌP\nHôm nay họp bàn việc khác.\nKết thúc.\n")
    with pytest.raises(UserError):
        read_update(text, office.plan, tmp_path)


def test_rows_that_are_counted_otherwise_than_the_paper_are_told_at_once(office):
    office.edit(lambda word: remove(word.row("Ban hành kế hoạch cải cách hành chính năm 2026")))
    update = office.update()
    told = [str(note) for note in update.notes if "number" in str(note) or "likewise" in str(note)]
    assert told == [
        "“Kiểm tra công tác cải cách hành chính tại các đơn vị”: the paper has number 2, the plan counts 1",
        "likewise the rows behind it: 1",
    ]  # fmt: skip
    update.write()
    assert [str(note) for note in office.update().notes][-2:] == told
