"""Numbers of tasks and areas, by the scheme of their table."""

from __future__ import annotations

import pytest

from cchc.language.numbering import area_mark, rows
from cchc.model.plan import Appendix

AREAS = [
    {"title": "A", "tasks": [{"id": "a", "title": "x"}, {"id": "b", "title": "x"}]},
    {
        "title": "B",
        "tasks": [
            {"id": "c", "title": "x"},
            {"title": "B1", "tasks": [{"id": "d", "title": "x"}, {"id": "e", "title": "x"}]},
        ],
    },
]


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        ("running", "I 1 2 II 3 II.2 4 5"),
        ("area", "I 1 2 II 1 II.2 1 2"),
        ("level", "I 1.1 1.2 II 2.1 2.2 2.2.1 2.2.2"),
    ],
)
def test_tasks_count_through_the_table_in_their_area_or_by_level(numbering, numbers):
    table = Appendix.model_validate({"title": "D", "numbering": numbering, "areas": AREAS})
    assert " ".join(row.number for row in rows(table)) == numbers


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("letter", "A B C D Đ E G H I K L"), ("latin", "A B C D E F G H I J K"),
        ("roman", "I II III IV V VI VII VIII IX X XI"), ("arabic", "1 2 3 4 5 6 7 8 9 10 11"),
    ],
)  # fmt: skip
def test_areas_are_numbered_as_the_appendix_says(style, marks):
    assert " ".join(area_mark(style, n) for n in range(1, 12)) == marks
    table = {"title": "D", "area_numbering": style, "areas": AREAS, "numbering": "area"}
    shown = [row.number for row in rows(Appendix.model_validate(table)) if row.depth < 3]
    first, second = marks.split()[:2]
    assert shown == [first, "1", "2", second, "1", f"{second}.2"]


def test_letters_go_on_after_the_last():
    assert [area_mark("latin", n) for n in (26, 27, 52, 53)] == ["Z", "AA", "AZ", "BA"]
    assert [area_mark("letter", n) for n in (23, 24)] == ["Y", "AA"]
