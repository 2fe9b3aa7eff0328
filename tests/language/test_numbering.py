"""Numbers of tasks and areas, by the scheme of their table."""

from __future__ import annotations

import pytest

from cchc.language.numbering import rows
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
