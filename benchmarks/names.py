"""The communes whose plans are made up, and their provinces: today's list, in an order of its own."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import NamedTuple

from cchc.language import places

OFFICES = ("Trạm Y tế", "Ban Chỉ huy Quân sự", "Ban Quản lý dự án", "Trường Mầm non Hoa Sen")
"""Who else has a plan, where more plans are asked for than there are communes."""


class Commune(NamedTuple):
    """A commune, or one of its offices; `slug` names the file of its plan."""

    level: str
    name: str
    province: str
    province_slug: str
    slug: str
    office: str = ""


def communes(count: int, seed: int) -> list[Commune]:
    """Return the first `count` communes, then their offices; a longer list begins with the shorter.

    They come province by province. The list of today has 3,321.
    """
    chance = random.Random(f"names {seed}")
    provinces = list(places.provinces())
    chance.shuffle(provinces)
    listed = list(places.communes())
    chance.shuffle(listed)
    listed.sort(key=lambda one: provinces.index(one.province))
    made: list[Commune] = []
    taken: set[str] = set()
    for office in ("", *OFFICES):
        for one in listed[: count - len(made)]:
            home = one.province.full_name
            slug = ascii_slug(f"{office} {one.name}")
            if slug in taken:  # names that several communes have, but for their accents
                slug = f"{slug}-{len(made)}"
            taken.add(slug)
            made.append(Commune(one.kind, one.name, home, ascii_slug(home), slug, office))
    return made


def ascii_slug(name: str) -> str:
    """Return a name in small ASCII letters and digits with dashes."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall("[a-z0-9]+", letters.lower()))
