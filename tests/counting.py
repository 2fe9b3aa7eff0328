"""Work counted in calls of functions, of Python and of C: the same on any machine, busy or not.

Seconds are for `benchmarks/`; no test looks at a clock.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called while `work` runs."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile).total_calls


def growth(cost: Callable[[int], int], size: int) -> float:
    """Return what a piece costs among many, as a multiple of what it costs among few.

    `cost` returns the calls for so many pieces; they are counted for `size`, twice and four times
    as many. Linear work gives 1, quadratic work 2.
    """
    cost(size)  # what is made once, at first use, is no part of the cost
    few, some, many = (cost(size * factor) for factor in (1, 2, 4))
    assert some > few  # work was done
    return (many - some) / 2 / (some - few)
