"""The levels of agencies that issue plans, and the words of each: said once, read by all.

Sources: Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (two levels since 01/7/2025); Nghị định
30/2020/NĐ-CP, Điều 8, 13 and Phụ lục I, mục II.2 and II.7 (who is named in the letterhead, and how
the head of a committee and of an agency signs); Nghị định 150/2025/NĐ-CP (offices of a commune).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple


class UsualUnit(NamedTuple):
    """A unit that an agency of a level has as a rule; `{place}` is the kind of its place: xã."""

    id: str
    name: str
    head: str


class UsualUnits(NamedTuple):
    """Who does what in a plan of administrative reform."""

    standing: UsualUnit
    """Keeps the plan and gathers the reports (cơ quan thường trực cải cách hành chính)."""
    office: UsualUnit
    finance: UsualUnit
    desk: UsualUnit
    """Receives the papers of people: the one-stop shop."""
    media: UsualUnit
    front: UsualUnit


class Level(NamedTuple):
    """The words of one level; `{place}` is the kind of its place (xã), `{body}` its whole name."""

    at: Literal["province", "commune"]
    """Which of the two levels of local government it belongs to."""
    kind: Literal["committee", "office", "party"]
    """Who issues: a People's Committee, an agency below one, a committee of the Party."""
    units: UsualUnits
    named: Literal["kind and name", "name"] = "kind and name"
    """Whether its name begins with the word for its level: Sở Nội vụ; Thanh tra tỉnh."""
    head: str = "Chủ tịch"
    """Who heads it, before its name: Chủ tịch, Giám đốc, Trưởng."""
    post: str = "CHỦ TỊCH"
    """The post of the head as a signature has it."""
    us: str = "UBND {place}"
    """How its own plan speaks of it."""
    whose: str = "{place}"
    """Behind "của": của xã, của Sở."""
    leaders: str = "Chủ tịch, các Phó Chủ tịch UBND {place}"
    all_units: str = "Các cơ quan, đơn vị thuộc UBND {place}"
    area: str = "địa bàn {place}"
    budget: str = "ngân sách {place}"
    government: str = "chính quyền {place}"
    """Behind "bộ máy"."""
    reports_to: str = "Sở Nội vụ"
    """Who gets its reports on administrative reform."""
    procedures_to: str = "UBND {home}"
    """Who gets its reports on control of administrative procedures."""
    above: str = "UBND {home}"
    """Whose plan its own carries out."""
    informed: tuple[str, ...] = ("Thường trực Đảng ủy", "Thường trực HĐND {place}")
    """Who gets its plan besides."""


_DESK = "Trung tâm Phục vụ hành chính công"
_COMMUNE_UNITS = UsualUnits(
    UsualUnit("vh-xh", "Phòng Văn hóa - Xã hội", "Trưởng phòng Văn hóa - Xã hội"),
    UsualUnit(
        "van-phong", "Văn phòng HĐND và UBND {place}", "Chánh Văn phòng HĐND và UBND {place}"
    ),
    UsualUnit("kinh-te", "Phòng Kinh tế", "Trưởng phòng Kinh tế"),
    UsualUnit("pvhcc", _DESK, f"Giám đốc {_DESK}"),
    UsualUnit("dich-vu", "Trung tâm Dịch vụ tổng hợp", "Giám đốc Trung tâm Dịch vụ tổng hợp"),
    UsualUnit("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam {place}", "Chủ tịch"),
)
_WARD_UNITS = _COMMUNE_UNITS._replace(
    finance=UsualUnit(
        "kinh-te", "Phòng Kinh tế, Hạ tầng và Đô thị", "Trưởng phòng Kinh tế, Hạ tầng và Đô thị"
    )
)
_PROVINCE_UNITS = UsualUnits(
    UsualUnit("so-noi-vu", "Sở Nội vụ", "Giám đốc Sở Nội vụ"),
    UsualUnit("van-phong", "Văn phòng UBND {place}", "Chánh Văn phòng UBND {place}"),
    UsualUnit("so-tai-chinh", "Sở Tài chính", "Giám đốc Sở Tài chính"),
    UsualUnit("pvhcc", f"{_DESK} {{place}}", f"Giám đốc {_DESK} {{place}}"),
    UsualUnit(
        "so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "Giám đốc Sở Văn hóa, Thể thao và Du lịch"
    ),
    _COMMUNE_UNITS.front,
)
_DEPARTMENT_UNITS = UsualUnits(
    UsualUnit("van-phong", "Văn phòng", "Chánh Văn phòng"),
    UsualUnit("to-chuc", "Phòng Tổ chức cán bộ", "Trưởng phòng Tổ chức cán bộ"),
    UsualUnit("tai-chinh", "Phòng Kế hoạch - Tài chính", "Trưởng phòng Kế hoạch - Tài chính"),
    UsualUnit("mot-cua", "Bộ phận tiếp nhận hồ sơ", "Trưởng bộ phận tiếp nhận hồ sơ"),
    UsualUnit("chuyen-mon", "Các phòng chuyên môn", "Trưởng các phòng chuyên môn"),
    UsualUnit("cong-doan", "Công đoàn cơ sở", "Chủ tịch Công đoàn cơ sở"),
)
_OFFICE_UNITS = UsualUnits(
    UsualUnit("dau-moi", "Công chức đầu mối cải cách hành chính", "Công chức đầu mối"),
    UsualUnit("hanh-chinh", "Bộ phận Hành chính", "Phụ trách bộ phận Hành chính"),
    UsualUnit("ke-toan", "Bộ phận Kế toán", "Kế toán"),
    UsualUnit("mot-cua", "Bộ phận tiếp nhận hồ sơ", "Phụ trách bộ phận tiếp nhận hồ sơ"),
    UsualUnit("chuyen-mon", "Bộ phận chuyên môn", "Phụ trách bộ phận chuyên môn"),
    _DEPARTMENT_UNITS.front,
)

_COMMUNE = Level(at="commune", kind="committee", units=_COMMUNE_UNITS)
_PROVINCE = Level(
    at="province", kind="committee", all_units="Các sở, ban, ngành thuộc UBND {place}",
    reports_to="Bộ Nội vụ", procedures_to="Văn phòng Chính phủ", above="Chính phủ",
    informed=("Thường trực {party}", "Thường trực HĐND {place}", "UBND các xã, phường"),
    units=_PROVINCE_UNITS,
)  # fmt: skip
_DEPARTMENT = Level(
    at="province", kind="office", head="Giám đốc", post="GIÁM ĐỐC", us="Sở", whose="Sở",
    leaders="Giám đốc, các Phó Giám đốc Sở", all_units="Các phòng, đơn vị thuộc Sở",
    area="phạm vi quản lý của Sở", budget="dự toán của Sở", government="của Sở",
    informed=(), units=_DEPARTMENT_UNITS,
)  # fmt: skip
_OFFICE = Level(
    at="commune", kind="office", head="Trưởng", post="TRƯỞNG PHÒNG", us="Phòng", whose="Phòng",
    leaders="Trưởng phòng, các Phó Trưởng phòng", all_units="Công chức của Phòng",
    area="phạm vi quản lý của Phòng", budget="dự toán của Phòng", government="của Phòng",
    reports_to="UBND {body}", procedures_to="UBND {body}", above="UBND {body}", informed=(),
    units=_OFFICE_UNITS,
)  # fmt: skip
_PARTY = Level(at="commune", kind="party", head="Bí thư", post="BÍ THƯ", units=_COMMUNE_UNITS)

LEVELS: Mapping[str, Level] = {
    "xã": _COMMUNE,
    "phường": _COMMUNE._replace(units=_WARD_UNITS),
    "đặc khu": _COMMUNE,
    "tỉnh": _PROVINCE,
    "thành phố": _PROVINCE,
    "sở": _DEPARTMENT,
    "đơn vị cấp tỉnh": _DEPARTMENT._replace(
        named="name", head="Thủ trưởng", post="THỦ TRƯỞNG", us="đơn vị", whose="đơn vị",
        leaders="Lãnh đạo đơn vị", all_units="Các phòng, bộ phận thuộc đơn vị",
        area="phạm vi quản lý của đơn vị", budget="dự toán của đơn vị",
        government="của đơn vị",
    ),
    "phòng": _OFFICE,
    "trung tâm": _OFFICE._replace(
        head="Giám đốc", post="GIÁM ĐỐC", us="Trung tâm", whose="Trung tâm",
        leaders="Giám đốc, các Phó Giám đốc Trung tâm",
        all_units="Công chức, viên chức của Trung tâm", area="phạm vi quản lý của Trung tâm",
        budget="dự toán của Trung tâm", government="của Trung tâm",
    ),
    "đơn vị cấp xã": _OFFICE._replace(
        named="name", head="Thủ trưởng", post="THỦ TRƯỞNG", us="đơn vị", whose="đơn vị",
        leaders="Lãnh đạo đơn vị", all_units="Các bộ phận thuộc đơn vị",
        area="phạm vi quản lý của đơn vị", budget="dự toán của đơn vị",
        government="của đơn vị",
    ),
    "tỉnh ủy": _PARTY._replace(at="province"),
    "thành ủy": _PARTY._replace(at="province"),
    "đảng ủy": _PARTY,
}  # fmt: skip
"""Every level by the word that a plan has for it."""

COMMUNES = ("xã", "phường", "đặc khu")
"""The three kinds of communes."""
PROVINCES = ("tỉnh", "thành phố")
"""The two kinds of provinces."""


def lacks(level: str, key: str) -> bool:
    """Whether an agency of this level must say under `key` where it belongs.

    A commune and an agency of a province name the province; an office of a commune also the commune.
    """
    found = LEVELS.get(level)
    if found is None or level in ("tỉnh ủy", "thành ủy", *PROVINCES):
        return False
    return key == "province" or (found.kind == "office" and found.at == "commune")
