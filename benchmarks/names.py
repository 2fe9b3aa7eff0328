"""Made-up communes and provinces: any number of them, always the same ones for a seed."""

from __future__ import annotations

import random
import unicodedata
from itertools import product
from typing import NamedTuple

from benchmarks.texts import words

COMMUNES_OF_A_PROVINCE = 92


class Commune(NamedTuple):
    """A made-up commune; `slug` names its file."""

    level: str
    name: str
    province: str
    province_slug: str
    slug: str


def communes(count: int, seed: int) -> list[Commune]:
    """Return the first `count` communes; a longer list begins with the shorter one."""
    chance = random.Random(f"names {seed}")
    names = [f"{one} {two}" for one, two in product(words("first"), words("second")) if one != two]
    provinces = [
        f"{one} {two}" for one, two in product(words("province first"), words("province second"))
    ]
    chance.shuffle(names)
    chance.shuffle(provinces)
    made: list[Commune] = []
    seen: dict[str, int] = {}
    for index in range(count):
        # Names come round again in another province, as they do in the country.
        name = names[index % len(names)]
        turn = (index // COMMUNES_OF_A_PROVINCE) % len(provinces)
        slug = ascii_slug(name)
        seen[slug] = seen.get(slug, 0) + 1
        if seen[slug] > 1:
            slug = f"{slug}-{seen[slug]}"
        level = "phường" if chance.random() < 0.2 else "xã"
        province = provinces[turn]
        made.append(Commune(level, name, f"tỉnh {province}", ascii_slug(province), slug))
    return made


def ascii_slug(name: str) -> str:
    """Return a name in small ASCII letters with dashes."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(letters.lower().split())
