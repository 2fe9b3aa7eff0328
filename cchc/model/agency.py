"""Whose plan it is: a commune, or an agency of another level."""

# Annotations are not put off: see `cchc.model.plan`.

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticKnownError

from cchc.model.base import Model, Text
from cchc.model.levels import COMMUNES, LEVELS, PROVINCES, Level, lacks

CODE = r"^[A-Z0-9]+(\.[A-Z0-9]+)*$"
Code = Annotated[str, StringConstraints(pattern=CODE, max_length=30)]

if TYPE_CHECKING:
    LevelWord = str
    CommuneWord = str
else:
    LevelWord = Literal[tuple(LEVELS)]
    CommuneWord = Literal[COMMUNES]

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = ("và", "các", "của")
_NAMED = "Hồ Chí Minh"
"""The one place whose kind is written with a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II, III.1)."""


def _needed(value: Any, info: ValidationInfo) -> Any:
    """Ask for the commune or the province where the level is of an agency that lies in one."""
    if value is None and lacks(info.data.get("level", ""), info.field_name or ""):
        raise PydanticKnownError("missing")
    return value


_CODE = Field(
    default=None,
    title="Mã",
    description="Mã đơn vị hành chính (19 cho tỉnh Thái Nguyên) hoặc mã định danh; có thể bỏ trống.",
)


class Commune(Model):
    """Whose plan it is."""

    level: CommuneWord = Field(title="Loại đơn vị", description="xã, phường hoặc đặc khu.")
    name: Text = Field(title="Tên riêng", description="Tên riêng, không kèm loại: Định Hóa.")
    province: Text = Field(
        title="Tỉnh, thành phố",
        description="Viết cả loại: tỉnh Thái Nguyên, thành phố Hải Phòng.",
    )
    code: Code | None = _CODE


class Agency(Model):
    """The agency that issues a plan, of any level."""

    level: LevelWord = Field(title="Cấp", description="; ".join(LEVELS) + ".")
    name: Text = Field(
        title="Tên riêng",
        description="Không kèm loại: Thái Nguyên (tỉnh), Nội vụ (sở), Văn hóa - Xã hội (phòng); đơn vị "
        "khác ghi cả tên.",
    )
    commune: Annotated[Text | None, BeforeValidator(_needed)] = Field(
        default=None, validate_default=True, title="Thuộc xã, phường, đặc khu",
        description="Chỉ ghi cho đơn vị của cấp xã, viết cả loại: xã Phú Thịnh.",
    )  # fmt: skip
    province: Annotated[Text | None, BeforeValidator(_needed)] = Field(
        default=None, validate_default=True, title="Thuộc tỉnh, thành phố",
        description="Bỏ khi chính là tỉnh, thành phố; viết cả loại: tỉnh Thái Nguyên.",
    )  # fmt: skip
    code: Code | None = _CODE

    @property
    def of_level(self) -> Level:
        """Return the words of its level."""
        return LEVELS[self.level]

    @property
    def body(self) -> str:
        """Return the province or commune whose committee issues or stands above it: xã Định Hóa."""
        if self.level in PROVINCES:
            return f"{_capital(self.level) if self.name == _NAMED else self.level} {self.name}"
        if self.level in COMMUNES:
            return f"{self.level} {self.name}"
        return self.commune or self.province or ""

    @property
    def place(self) -> str:
        """Return the kind of the place it works for: xã, phường, đặc khu, tỉnh, thành phố."""
        folded = self.body.casefold()
        kinds = (*COMMUNES, *PROVINCES)
        return next((one for one in kinds if folded.startswith(f"{one} ")), self.level)

    @property
    def place_name(self) -> str:
        """Return the own name of that province or commune: Định Hóa."""
        return self.body[len(self.place) :].strip() or self.name

    @property
    def own_name(self) -> str:
        """Return its name without the place it lies in: xã Định Hóa, Sở Nội vụ."""
        if self.of_level.kind == "committee":
            return self.body
        return f"{_capital(self.level)} {self.name}" if self.of_level.named != "name" else self.name

    @property
    def full_name(self) -> str:
        """Return its name with the place it lies in: xã Định Hóa, Sở Nội vụ tỉnh Thái Nguyên."""
        if self.of_level.kind != "office" or self.body.casefold() in self.own_name.casefold():
            return self.own_name
        return f"{self.own_name} {self.body}"

    @property
    def home(self) -> str:
        """Return the province it is or lies in, with its kind: tỉnh Thái Nguyên."""
        return self.province or (self.body if self.level in PROVINCES else "")

    @property
    def initials(self) -> str:
        """Return the letters that stand for it in symbols: UBND, SNV, PVHXH."""
        if self.of_level.kind == "committee":
            return "UBND"
        return initials(self.own_name)

    def worded(self, words: str) -> str:
        """Return a text of `Level` with this agency's place and names in it."""
        units = self.of_level.units
        return words.format(
            village="tổ dân phố" if self.place == "phường" else "thôn",
            finance=units.finance.name, standing=units.standing.name,
            place=self.place, body=self.body, home=self.home, name=self.full_name,
            party="Tỉnh ủy" if self.place == "tỉnh" else "Thành ủy",
        )  # fmt: skip


def initials(name: str) -> str:
    """Return the first letters of a name, as symbols have them: Sở Nội vụ is SNV."""
    words = [word for word in _WORD.findall(name) if word not in _SMALL]
    return "".join(word if word.isupper() else word[0].upper() for word in words)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
