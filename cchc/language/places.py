"""The provinces and communes of Viet Nam: today's closed list, and the names before 01/7/2025.

Two levels since 01/7/2025: 34 provinces (28 tỉnh, 6 thành phố) and 3,321 communes (xã, phường, đặc
khu). The names and codes in `data/` are those on which two public lists agree; a commune on whose
code they differ has none. The list has a date: a name it lacks may be newer than the list.

Source: Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Nghị quyết số 202/2025/QH15.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from cchc.language.hygiene import data_rows
from cchc.language.names import bare, fold
from cchc.model.levels import COMMUNES

LIST_DATE = "01/7/2025"
"""The day from which the list of today holds."""

_KIND_OF_PROVINCE = re.compile(r"^(?:tinh|thanh pho|tp)(?:\.\s*|\s+)(?=\S)")
_SHORT = {"hcm": "ho chi minh", "tphcm": "ho chi minh"}


class Province(NamedTuple):
    """A province of today; `formerly` names the ones that became part of it."""

    code: str
    kind: str
    name: str
    formerly: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Return the name as papers write it: `tỉnh Thái Nguyên`, `Thành phố Hồ Chí Minh`."""
        # Phụ lục II, mục III.1.b of Nghị định 30/2020/NĐ-CP: a name after a person or an event.
        kind = "Thành phố" if self.name == "Hồ Chí Minh" else self.kind
        return f"{kind} {self.name}"


class ListedCommune(NamedTuple):
    """A commune of today; `code` is empty where the public lists differ."""

    province: Province
    kind: str
    name: str
    code: str

    @property
    def full_name(self) -> str:
        """Return the kind and the name: `xã Phú Thịnh`."""
        return f"{self.kind} {self.name}"


@cache
def provinces() -> tuple[Province, ...]:
    """Return the provinces by their codes."""
    return tuple(
        Province(code, kind, name, tuple(_listed(more)))
        for code, kind, name, *more in data_rows("provinces")
    )


@cache
def communes() -> tuple[ListedCommune, ...]:
    """Return the communes, province by province."""
    by_code = {one.code: one for one in provinces()}
    return tuple(
        ListedCommune(by_code[province], kind, name, code[0] if code else "")
        for province, kind, name, *code in data_rows("communes")
    )


def find_province(text: str) -> Province | None:
    """Return the province of today that `text` names, with or without its kind; else None.

    Accents may be missing where that leaves no doubt: no two provinces differ by them alone.
    """
    return _provinces_by_name().get(_name_of_province(text))


def find_former_province(text: str) -> Province | None:
    """Return the province of today that the province `text` of before 01/7/2025 is part of."""
    return _former_provinces().get(_name_of_province(text))


def find_communes(
    kind: str, name: str, province: Province | None = None
) -> tuple[ListedCommune, ...]:
    """Return the communes of today of this kind and name, of one province or of all."""
    return _communes_by_name(province).get((kind.casefold(), _key(name)), ())


def communes_like(name: str, province: Province | None = None) -> tuple[ListedCommune, ...]:
    """Return the communes of today with this name, whatever their kind and accents."""
    found = _communes_by_letters().get(bare(name), ())
    return tuple(one for one in found if province is None or one.province == province)


def listed_code(level: str, name: str, province: str) -> str:
    """Return the code of a province (`level` empty or its kind) or of a commune in it; else nothing."""
    found = find_province(province)
    if found is None or not level or level == found.kind:
        return found.code if found else ""
    communes_found = find_communes(level, name, found)
    return communes_found[0].code if communes_found else ""


def find_former_commune(
    kind: str, name: str, province: Province | None = None
) -> tuple[ListedCommune, ...]:
    """Return the communes of today that hold a part of a commune of before 01/7/2025.

    `kind` is also `thị trấn`. More than one: the name stood in several places, or was divided.
    """
    found = _former_communes().get((kind.casefold(), _key(name)), ())
    return tuple(one for one in found if province is None or one.province == province)


def _key(name: str) -> str:
    return fold(name.replace("'", "’"))


def _name_of_province(text: str) -> str:
    plain = _KIND_OF_PROVINCE.sub("", bare(text))
    return fold(_SHORT.get(plain, plain))


def _listed(cells: Iterable[str]) -> list[str]:
    return [one for cell in cells for one in cell.split("; ") if one]


@cache
def _provinces_by_name() -> dict[str, Province]:
    return {_name_of_province(one.name): one for one in provinces()}


@cache
def _former_provinces() -> dict[str, Province]:
    return {_name_of_province(name): one for one in provinces() for name in one.formerly}


@cache
def _communes_by_name(
    province: Province | None,
) -> dict[tuple[str, str], tuple[ListedCommune, ...]]:
    found: dict[tuple[str, str], tuple[ListedCommune, ...]] = {}
    for one in communes():
        if province is not None and one.province != province:
            continue
        key = (one.kind, _key(one.name))
        found[key] = (*found.get(key, ()), one)
    return found


@cache
def _communes_by_letters() -> dict[str, tuple[ListedCommune, ...]]:
    found: dict[str, tuple[ListedCommune, ...]] = {}
    for one in communes():
        key = bare(one.name)
        found[key] = (*found.get(key, ()), one)
    return found


@cache
def _former_communes() -> dict[tuple[str, str], tuple[ListedCommune, ...]]:
    today = {(one.province.code, one.full_name): one for one in communes()}
    found: dict[tuple[str, str], tuple[ListedCommune, ...]] = {}
    for province, now, *former in data_rows("former_communes"):
        for name in _listed(former):
            kind = next(kind for kind in (*COMMUNES, "thị trấn") if name.startswith(kind))
            key = (kind, _key(name.removeprefix(kind)))
            found[key] = (*found.get(key, ()), today[province, now])
    return found
