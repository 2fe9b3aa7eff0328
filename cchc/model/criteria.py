"""The score book of a plan: criteria of the PAR Index with their points.

Lĩnh vực, tiêu chí and tiêu chí thành phần are the same entry, one inside the other. Points are
written as printed, with a decimal comma or point, and are never floats.
"""

# Annotations are not put off: see `cchc.model.plan`.

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from pydantic import Field

from cchc.messages import Message, say
from cchc.model.base import Amount, Model, Text
from cchc.model.finding import KeyPath

POINTS: Mapping[str, Message] = {
    "maximum": say("maximum"),
    "previous_self": say("self-score of last year"),
    "previous": say("last year"),
    "self": say("self-score"),
    "appraised": say("appraised"),
    "target": say("target points"),
}
"""The keys that hold points, in the order in which offices print them."""

PRINTED_OF_CRITERIA = (*POINTS, "cause", "evidence")
"""What of a criterion can be a column of an appendix."""


class Criterion(Model):
    """A field, a criterion or a part of one, with its points."""

    code: Text = Field(title="Số tiêu chí", description="Như trong bộ Chỉ số: 1, 1.2, 1.2.1.")
    title: Text = Field(title="Tên lĩnh vực, tiêu chí, tiêu chí thành phần")
    maximum: Amount | None = Field(
        default=None, title="Điểm tối đa",
        description="Bỏ trống ở mục có các mục con: cchc tự cộng; nếu ghi thì phải bằng tổng.",
    )  # fmt: skip
    previous_self: Amount | None = Field(default=None, title="Điểm tự chấm năm trước")
    previous: Amount | None = Field(
        default=None, title="Điểm năm trước", description="Điểm thẩm định của năm trước."
    )
    self: Amount | None = Field(default=None, title="Điểm tự chấm")
    appraised: Amount | None = Field(default=None, title="Điểm thẩm định")
    target: Amount | None = Field(default=None, title="Điểm mục tiêu")
    survey: Literal["yes", "no"] = Field(
        default="no", title="Điều tra xã hội học", description="yes: điểm lấy từ khảo sát."
    )
    arising: Literal["yes", "no"] = Field(
        default="yes", title="Phát sinh",
        description="no: không phát sinh trong năm, điểm tối đa được giảm trừ tương ứng.",
    )  # fmt: skip
    cause: Text | None = Field(default=None, title="Nguyên nhân mất điểm")
    evidence: Text | None = Field(
        default=None, title="Tài liệu kiểm chứng", description="Tài liệu chứng minh điểm tự chấm."
    )
    parts: tuple["Criterion", ...] = Field(
        default=(), title="Tiêu chí bên trong", description="Tiêu chí hoặc tiêu chí thành phần."
    )

    def points(self, key: str) -> Decimal | None:
        """Return the points under a key of `POINTS`, as they are written here."""
        written = getattr(self, key)
        return None if written is None else Decimal(written.replace(",", "."))


class PlacedCriterion(NamedTuple):
    """A criterion with its place in the plan, and the field (lĩnh vực) it is part of."""

    criterion: Criterion
    place: KeyPath
    field: Criterion


def walked(criteria: tuple[Criterion, ...]) -> Iterator[PlacedCriterion]:
    """Yield every criterion, the outer before the inner, in written order."""
    for n, one in enumerate(criteria):
        yield from _walked(one, ("criteria", n), one)


def _walked(one: Criterion, at: KeyPath, field: Criterion) -> Iterator[PlacedCriterion]:
    yield PlacedCriterion(one, at, field)
    for n, part in enumerate(one.parts):
        yield from _walked(part, (*at, "parts", n), field)


def total(one: Criterion, key: str) -> Decimal | None:
    """Return the points of a criterion: the sum of its parts, or what is written where it has none.

    A criterion that does not arise has none, and its maximum is taken off. None: no part says any.
    """
    if one.arising == "no":
        return Decimal(0) if key == "maximum" else None
    if not one.parts:
        return one.points(key)
    found = [points for part in one.parts if (points := total(part, key)) is not None]
    return sum(found, Decimal(0)) if found else one.points(key)


def is_full(one: Criterion, key: str) -> bool:
    """Whether every part that arises has points under `key`, so that the sum can be judged."""
    if one.arising == "no":
        return True
    if not one.parts:
        return one.points(key) is not None
    return all(is_full(part, key) for part in one.parts)


class Misfit(NamedTuple):
    """A sum that does not fit: what is written, and what the parts add up to."""

    place: KeyPath
    parts: tuple[KeyPath, ...]
    code: str
    key: str
    written: Decimal
    added: Decimal


def misfits(criteria: tuple[Criterion, ...]) -> Iterator[Misfit]:
    """Yield the sums of the book that do not fit what is written above them."""
    for one, place, _ in walked(criteria):
        if not one.parts or one.arising == "no":
            continue
        for key in POINTS:
            written = one.points(key)
            if written is None or not all(is_full(part, key) for part in one.parts):
                continue
            added = sum((total(part, key) or Decimal(0) for part in one.parts), Decimal(0))
            if added != written:
                parts = tuple((*place, "parts", n, key) for n, _ in enumerate(one.parts))
                yield Misfit((*place, key), parts, one.code, key, written, added)


def printed_points(points: Decimal | None) -> str:
    """Return points as Vietnamese papers print them: 84,25; 12."""
    if points is None:
        return ""
    text = f"{points:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
