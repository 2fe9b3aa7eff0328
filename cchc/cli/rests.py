"""The days off of a workspace, from the cache or worked out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cchc.messages import language
from cchc.read.cache_stamp import tool
from cchc.views.kept_rests import KeptRests

if TYPE_CHECKING:
    from cchc.read.cache import Cache
    from cchc.views.calendar import Calendar


def rests(cache: Cache, root: Path) -> KeptRests:
    """Return the calendar of the workspace `root`.

    Raises:
        UserError: its file of days off has a fault.
    """

    def calendar() -> Calendar:
        from cchc.read.holidays import load_holidays
        from cchc.views.calendar import Calendar

        return Calendar(load_holidays(root))

    announced = cache.contents([root / "plans" / "holidays.yaml"], unseen=True)
    return KeptRests(cache, f"{announced} {language()}\n{tool()}", calendar)
