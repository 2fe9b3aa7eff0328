"""Hostile Word and Excel files through the commands that read one: told, never a bug.

Here one of each kind; `python -m benchmarks.stress_reading` takes 300.
"""

from __future__ import annotations

from pathlib import Path

from tests.cli.hostile_office import hostile_files, orders
from tests.counting import calls
from tests.word.hostile import CHANGES, bomb, cyclic_styles, nested, numbers, zeros

COUNTED = {CHANGES.index(one) for one in (numbers, cyclic_styles, bomb, zeros, nested)}
"""Changes whose harm would be work without end."""
MOST_CALLS = 6_000_000
"""For one file: far above what a sound one costs, far below what would be noticed as hanging."""


def test_no_hostile_file_is_a_bug_of_ours(cchc, workspace):
    for number in range(len(CHANGES)):
        order = next(orders(number))
        name = next(one for one in order if one in ("a.docx", "a.xlsx"))
        Path(name).write_bytes(hostile_files(number)[name])
        ran = []

        def go(order=order, ran=ran):
            ran.append(cchc(*order))

        if number in COUNTED:
            assert calls(go) < MOST_CALLS, (number, order)
        else:
            go()
        assert ran[0].code in (0, 1, 2), (number, order, ran[0].err)
