"""Every unit a paper names, each once: written names in, ids out.

Two steps, because a name that stands alone in one cell tells where to cut another: first every
mention is noted, then the book is settled, and only then are ids given.

A paper's own note says what its short words mean: "Ghi chú: VP: Văn phòng HĐND và UBND; ...".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cchc.intake.office_paper import Place
from cchc.intake.slugs import slug, unique
from cchc.intake.units.keys import (
    UnitKind,
    alike_keys,
    same_but_for_a_slip,
    unit_key,
    unit_kind,
    usual_id,
    without_nouns,
)
from cchc.intake.units.words import is_collective, split_names, without_request
from cchc.language.names import fold

_SHORTENED = re.compile(
    r"\b(?!HĐND|UBND|MTTQ|UBMTTQ|BHXH|VNPT)[A-ZĐ]{3,}\b|^(?:TT|VP|P|P\.)\s|\b(?:HCC|VH|XH)\b"
)
"""Names that are shortened more than everybody does."""


_NEAR = 40
"""Names equal but for one word that a name is compared with."""
_COMPARED = 300
"""Units of a commune that are compared with each other; it has about ten."""


@dataclass(slots=True)
class UnitEntry:
    """One unit or group: how it is written, where, and what it is called in the plan."""

    key: str
    spellings: Counter[str] = field(default_factory=Counter)
    places: list[tuple[str, Place]] = field(default_factory=list)
    id: str = ""
    group: bool = False
    kind: UnitKind = "own"
    merged: list[str] = field(default_factory=list)
    """Names taken for slips of the pen of this one."""
    full: str = ""
    """The name that a note of the paper spells out."""
    likeness: str = ""
    """Another name so like this one that a person should look."""

    @property
    def name(self) -> str:
        """What a note of the paper spells out, else the spelling met most often, abbreviated ones
        last; among equals the one met first."""
        if self.full:
            return self.full
        full = {
            name: count for name, count in self.spellings.items() if not _SHORTENED.search(name)
        }
        plain = {name: count for name, count in full.items() if not name.endswith(")")}
        counted = plain or full or self.spellings
        best = max(counted.values())
        return next(name for name, count in counted.items() if count == best)


class UnitBook:
    """The units of one paper."""

    def __init__(self, commune: str = "", legend: Mapping[str, str] | None = None) -> None:
        """Begin an empty book; `commune` is the commune's own name, which names may carry, `legend`
        what the paper's notes say that its short words mean."""
        self._commune = commune
        self._legend = legend or {}
        self._mentions: list[tuple[str, Place]] = []
        self._alone: set[str] = set()
        self._entries: dict[str, UnitEntry] = {}
        self._heads: dict[str, str] = {}
        self._aside: dict[str, str] = {}

    def note(self, text: str, place: Place) -> None:
        """Note a cell or heading that names units."""
        text = without_request(text.strip())
        if text:
            self._mentions.append((text, place))

    def settle(self) -> None:
        """File every mention; after this `ids` gives ids and `entries` the units."""
        self._alone = {
            fold(text) for text, _ in self._mentions
            if not any(sign in text for sign in (";", ",", "\n", " và ", "/", " + "))
        }  # fmt: skip
        for text, place in self._mentions:
            for name in split_names(text, self._is_known):
                key = self._key(name)
                head = _post(name)
                many = _HEADS_OF_MANY.match(name) and unit_kind(key) != "village"
                written = _office_of(name) if head or many else name
                entry = self._entries.setdefault(key, UnitEntry(key, group=is_collective(written)))
                entry.spellings[_capital(written)] += 1
                if full := self._legend.get(fold(name)):
                    entry.full = _capital(full)
                entry.places.append((written, place))
                if head:
                    self._heads.setdefault(key, _capital(name))
        self._merge_slips()
        taken: set[str] = set()
        for entry in self._entries.values():
            entry.kind = unit_kind(entry.key)
            entry.group = entry.group and entry.kind != "village" and not entry.key.startswith(
                ("các cơ sở", "các trường")
            )  # fmt: skip
            wanted = usual_id(entry.key) or _short_slug(entry.key)
            entry.id = unique(wanted, taken)
        self._note_likeness()

    def ids(self, text: str) -> tuple[str, ...]:
        """Return the ids of the units that `text` names, in its order, each once."""
        return tuple(dict.fromkeys(entry.id for entry in self._named(text)))

    def names(self, text: str) -> list[str]:
        """Return the single names in `text` as they are written."""
        return split_names(without_request(text), self._is_known)

    @property
    def entries(self) -> list[UnitEntry]:
        """Every unit and group."""
        return list(self._entries.values())

    @property
    def units(self) -> list[UnitEntry]:
        """The single units, in the order in which they are named first."""
        return [entry for entry in self._entries.values() if not entry.group]

    @property
    def groups(self) -> list[UnitEntry]:
        """The collective names."""
        return [entry for entry in self._entries.values() if entry.group]

    def head_of(self, entry: UnitEntry) -> str | None:
        """Return the post that stands for the unit somewhere: "Trưởng phòng Kinh tế"."""
        return self._heads.get(entry.key)

    def _named(self, text: str) -> Iterator[UnitEntry]:
        for name in self.names(text):
            key = self._key(name)
            entry = self._entries.get(self._aside.get(key, key))
            if entry is not None:
                yield entry

    def _key(self, name: str) -> str:
        return unit_key(self._legend.get(fold(name), name), self._commune)

    def _is_known(self, name: str) -> bool:
        return fold(name) in self._alone or fold(name) in self._legend

    def _merge_slips(self) -> None:
        """Put names that differ by one letter under the one met more often."""
        order = sorted(self._entries.values(), key=lambda one: -sum(one.spellings.values()))
        near: dict[tuple[int, str], list[UnitEntry]] = {}
        for entry in order:
            words = entry.key.split()
            # Names that are equal but for one word meet under that word's place.
            open_keys = [
                (n, " ".join([*words[:n], "*", *words[n + 1 :]])) for n in range(len(words))
            ]
            usual = next(
                (one for key in open_keys for one in near.get(key, ())[:_NEAR]
                 if same_but_for_a_slip(one.key, entry.key)), None,
            )  # fmt: skip
            if usual is None:
                for key in open_keys:
                    near.setdefault(key, []).append(entry)
                continue
            usual.spellings.update(entry.spellings)
            usual.places += entry.places
            usual.merged += list(entry.spellings)
            self._aside[entry.key] = usual.key
        for slip in self._aside:
            del self._entries[slip]

    def _note_likeness(self) -> None:
        """Note names so like a more usual one that one of them may be a slip."""
        units = [entry for entry in self.units if entry.kind == "own"]
        if len(units) > _COMPARED:
            return
        for entry in units:
            rarer = [
                one for one in units if sum(one.spellings.values()) > sum(entry.spellings.values())
            ]
            other = next((one for one in rarer if alike_keys(entry.key, one.key)), None)
            entry.likeness = other.name if other else ""


_HEADS_OF_MANY = re.compile(
    r"(?:thủ trưởng|người đứng đầu|trưởng|lãnh đạo)\s+(?=(?:các|những)\s)"
    r"|các\s+thành viên\s+(?=(?:ban|tổ)\s)",
    re.IGNORECASE,
)


_HEAD_OF_VILLAGE = re.compile(
    r"trưởng ban (?:nhân dân|công tác mặt trận|điều hành|quản lý (?:thôn|xóm|bản|ấp|khu))"
)
"""Who is asked is this person: the board has no office."""


def _post(name: str) -> str:
    key = fold(name)
    starts = ("trưởng phòng ", "trưởng ban ", "chánh văn phòng ", "giám đốc trung tâm ",
              "trưởng trạm ", "hiệu trưởng trường ", "trưởng công an ")  # fmt: skip
    if _HEAD_OF_VILLAGE.match(key):
        return ""
    return next((start for start in starts if key.startswith(start)), "")


def _office_of(name: str) -> str:
    first, _, rest = name.partition(" ")
    if (found := _HEADS_OF_MANY.match(name)) is not None:
        return name[found.end() :]
    if first.lower() in ("trưởng", "chánh"):
        return rest
    return rest.partition(" ")[2]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _short_slug(key: str) -> str:
    words = without_nouns(key).split()
    if words[0] in ("phòng", "trung") and len(words) > 2:
        words = words[1:] if words[0] == "phòng" else words[2:]
    return slug(" ".join(words), 4)


_NOTE = re.compile(
    r"\W*(?:ghi chú|chú thích|quy ước|giải thích|(?:các )?(?:(?:chữ|từ|cụm từ) )?viết tắt)"
    r"[^:]{0,30}:",
    re.IGNORECASE,
)
_MEANS = r"\s*(?::|=|\blà\b|[-–])\s*"
_SHORT = r"[A-ZĐ][\w.&/]{0,10}[A-ZĐ]"
_SPELLED = re.compile(
    rf"(?P<short>{_SHORT}){_MEANS}(?P<words>[^\W\d_][^;:=]{{4,80}}?)(?=\s*(?:,\s*{_SHORT}{_MEANS}|;|$))"
)


def legend_of(text: str) -> dict[str, str]:
    """Return what the notes in `text`, one a line, spell out: folded short word to full words."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if opening := _NOTE.match(line):
            for one in _SPELLED.finditer(line[opening.end() :]):
                found.setdefault(fold(one["short"]), one["words"].strip(" .,)"))
    return found
