"""The levels of agencies that issue plans, and the words of each: said once, read by all.

Sources: Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (two levels since 01/7/2025); Nghị định
30/2020/NĐ-CP, Điều 8, 13 and Phụ lục I, mục II.2 and II.7 (who is named in the letterhead, and how
the head of a committee and of an agency signs); Nghị định 150/2025/NĐ-CP (offices of a commune).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The words of one level."""

    at: Literal["province", "commune"]
    """Which of the two levels of local government it belongs to."""
    kind: Literal["committee", "office", "party"]
    """Who issues: a People's Committee, an agency below one, a committee of the Party."""
    head: str
    """Who heads it, as running text has it: Chủ tịch, Giám đốc, Trưởng phòng."""
    called: str = "{level} {name}"
    """Its name in full, from `level`, `name`, and `body`: the committee's place it belongs to."""
    symbol: str = "KH-UBND"
    """The usual symbol of its plans."""

    @property
    def post(self) -> str:
        """Return the post of the head as a signature has it: CHỦ TỊCH."""
        return self.head.upper()


def _committee(at: Literal["province", "commune"]) -> Level:
    return Level(at=at, kind="committee", head="Chủ tịch")


def _party(at: Literal["province", "commune"]) -> Level:
    return Level(at=at, kind="party", head="Bí thư", called="{Level} {name}", symbol="KH")


LEVELS: Mapping[str, Level] = {
    "xã": _committee("commune"),
    "phường": _committee("commune"),
    "đặc khu": _committee("commune"),
    "tỉnh": _committee("province"),
    "thành phố": _committee("province"),
    "sở": Level(
        at="province", kind="office", head="Giám đốc", called="{Level} {name} {body}", symbol="KH-S"
    ),
    "đơn vị cấp tỉnh": Level(
        at="province", kind="office", head="Thủ trưởng", called="{name} {body}", symbol="KH"
    ),
    "phòng": Level(
        at="commune", kind="office", head="Trưởng phòng", called="{Level} {name} {body}",
        symbol="KH-P",
    ),
    "trung tâm": Level(
        at="commune", kind="office", head="Giám đốc", called="{Level} {name} {body}",
        symbol="KH-TT",
    ),
    "đơn vị cấp xã": Level(
        at="commune", kind="office", head="Thủ trưởng", called="{name} {body}", symbol="KH"
    ),
    "tỉnh ủy": _party("province"),
    "thành ủy": _party("province"),
    "đảng ủy": _party("commune"),
}  # fmt: skip
"""Every level by the word that a plan has for it."""

COMMUNES = tuple(
    word for word, one in LEVELS.items() if (one.kind, one.at) == ("committee", "commune")
)
"""The three kinds of communes: xã, phường, đặc khu."""
PROVINCES = ("tỉnh", "thành phố")
"""The two kinds of provinces."""


def lacks(level: str, key: str) -> bool:
    """Tell whether an agency of this level must say under `key` where it belongs.

    A commune and an agency of a province name the province; an office of a commune also the commune.
    """
    found = LEVELS.get(level)
    if found is None or level in ("tỉnh ủy", "thành ủy", *PROVINCES):
        return False
    return key == "province" or (found.kind == "office" and found.at == "commune")
