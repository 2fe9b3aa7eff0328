"""Lines of equal words, and rows beside a heading inside a heading, come back where they belong."""

from __future__ import annotations

import pytest

from cchc.read.load import load
from tests.app.test_update import Office
from tests.app.word_editor import WordFile, cells_of, put_after, remove, replace, text_of, write

SAME = "Thúc đẩy phong trào thi đua cải cách hành chính trong toàn xã."
DUTIES = f"""\
      - units: [kinh-te]
        items: ["{SAME}", Tham mưu bố trí kinh phí.]
      - units: [van-phong]
        items: [Niêm yết thủ tục hành chính., "{SAME}"]
"""
NESTED = """\
    numbering: level
    area_numbering: arabic
    areas:
      - title: THỦ TỤC
        tasks:
          - title: Một cửa
            tasks:
              - {id: mot, title: Bố trí công chức trực tiếp dân, deadline: Quý I}
              - {id: hai, title: Công khai kết quả giải quyết, deadline: Quý II}
          - {id: ba, title: Rà soát thủ tục nội bộ, deadline: Quý III}
          - {id: bon, title: Đánh giá mức độ hài lòng, deadline: Quý IV}
"""


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


@pytest.mark.parametrize("n", [0, 1])
def test_one_of_two_equal_sentences_changes(office, n):
    start = office.plan.read_text().index("      - units: [kinh-te]")
    text = office.plan.read_text()
    office.plan.write_text(text[:start] + DUTIES + text[text.index("closing:") :])
    office.print()
    was = office.plan.read_text()

    def edit(word: WordFile) -> None:
        line = [p for p in word.root.iter() if p.tag.endswith("}p") and SAME in text_of(p)][n]
        replace(line, "toàn xã", "các thôn, xóm")

    office.edit(edit)
    text = office.taken().text
    places = [was.index(SAME), was.rindex(SAME)]
    at = places[n]
    assert text == was[:at] + was[at:].replace("toàn xã", "các thôn, xóm", 1)
    # The plan's own change of one of them is no change of the other.
    office.plan.write_text(was[:at] + was[at:].replace("toàn xã", "toàn tỉnh", 1))
    office.print()
    office.plan.write_text(was)
    assert "toàn tỉnh" not in office.update().text


@pytest.mark.parametrize("strip", [False, True], ids=["marks", "no marks"])
@pytest.mark.parametrize(
    ("number", "inside"),
    [("1.2", []), ("1.1.3", ["ba"])],
    ids=["as printed", "counted on below the heading"],
)
def test_a_number_says_whether_a_row_stands_under_the_heading_above(office, number, inside, strip):
    text = office.plan.read_text()
    office.plan.write_text(text[: text.index("    areas:")] + NESTED)
    office.print()
    office.edit(
        lambda word: write(cells_of(word.row("Rà soát thủ tục nội bộ"))[0], number), strip=strip
    )
    plan = load(office.taken().path).plan
    (area,) = plan.appendices[0].areas  # type: ignore[union-attr]
    assert [task.id for task in area.tasks[0].tasks] == ["mot", "hai", *inside]  # type: ignore[union-attr]


def test_a_row_that_changed_places_with_the_one_below_stays_in_its_list(office):
    text = office.plan.read_text()
    office.plan.write_text(text[: text.index("    areas:")] + NESTED)
    office.print()

    def swap(word: WordFile) -> None:
        row = word.row("Rà soát thủ tục nội bộ")
        remove(row)
        put_after(row, word.row("Đánh giá mức độ hài lòng"))

    office.edit(swap)
    plan = load(office.taken().path).plan
    (area,) = plan.appendices[0].areas  # type: ignore[union-attr]
    assert [getattr(one, "id", None) for one in area.tasks] == [None, "bon", "ba"]


def test_a_row_typed_out_of_a_heading_leaves_its_neighbour_where_it_is(office):
    text = office.plan.read_text()
    office.plan.write_text(text[: text.index("    areas:")] + NESTED)
    office.print()

    def out(word: WordFile) -> None:
        row = word.row("Công khai kết quả giải quyết")
        remove(row)
        write(cells_of(row)[0], "1.3")
        put_after(row, word.row("Rà soát thủ tục nội bộ"))

    office.edit(out, strip=True)
    plan = load(office.taken().path).plan
    (area,) = plan.appendices[0].areas  # type: ignore[union-attr]
    assert [getattr(one, "id", None) for one in area.tasks] == [None, "ba", "hai", "bon"]
