"""The days off of a workspace, from the cache or worked out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cchc.messages import language
from cchc.store.stamp import tool
from cchc.views.days_off_rows import DaysOffRows

if TYPE_CHECKING:
    from cchc.store.database import Store
    from cchc.views.calendar import Calendar


def days_off(cache: Store, root: Path) -> DaysOffRows:
    """Return the calendar of the workspace `root`.

    Raises:
        UserError: its file of days off has a fault.
    """

    def calendar() -> Calendar:
        from cchc.read.holidays import load_holidays
        from cchc.views.calendar import Calendar

        return Calendar(load_holidays(root))

    announced = cache.contents([root / "plans" / "holidays.yaml"], unseen=True)
    return DaysOffRows(cache, f"{announced} {language()}\n{tool()}", calendar)
