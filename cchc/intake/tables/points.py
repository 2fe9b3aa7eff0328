"""Points of criteria in an office's table: which columns hold them, and the criteria as plan data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from cchc.intake.lines import clean
from cchc.intake.office_paper import Place, PlanData, Table
from cchc.intake.tables.task_tree import RowNode, bare_number
from cchc.language.names import fold
from cchc.model.base import AMOUNT, build_validator
from cchc.model.criteria import POINTS, Criterion, printed_points, total

_FORMS: tuple[tuple[str, str], ...] = (
    ("cause", r"(?:nguyên nhân|lý do)(?: bị)?(?: mất| trừ| giảm)* điểm|nguyên nhân mất"),
    ("maximum", r"(?:thang |số )?điểm (?:tối đa|chuẩn)|điểm tối đa|thang điểm|điểm chuẩn"),
    ("target", r"(?:điểm )?(?:mục tiêu|phấn đấu)\b.*(?:điểm)?|điểm (?:kế hoạch|đăng ký)"),
    ("self", r"(?:số )?(?:điểm )?(?:đơn vị |xã )?(?:tự chấm|tự đánh giá)"),
    ("appraised", r"(?:số )?(?:điểm )?(?:hội đồng )?(?:thẩm định|được công nhận|đạt được|công bố)"),
    ("previous", r"(?:điểm|kết quả) (?:đạt )?(?:của )?năm (?:trước|20\d\d)|điểm 20\d\d"),
)
OF_POINTS = ("điểm", "số điểm", "điểm số")
"""The heading over several columns of points."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LAST = {"self": "previous_self", "appraised": "previous"}
_AMOUNT = re.compile(AMOUNT)
_TITLE = re.compile(r"(?:.*tiêu chí|lĩnh vực|nội dung)")
_CODE = re.compile(r"(?:số )?(?:stt|tt|số|mã)\b")
_ROMAN = re.compile(r"[IVX]+|[A-Z]")


def points_columns(
    headings: Iterable[str], year: int, above: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return what the columns with these headings hold of a criterion, by heading.

    `above` is the heading over several of them, by heading: "Điểm" over "Mục tiêu 2026". A year before that of the plan means last year's points. Nothing, where there is no maximum with
    other points beside it.
    """
    found: dict[str, str] = {}
    for heading in headings:
        folded = fold(heading)
        key = next((key for key, form in _FORMS if re.match(form, folded)), None)
        over = fold((above or {}).get(heading, ""))
        if over in OF_POINTS and key in (None, "target"):
            folded = f"điểm {folded}"
            key = next((key for key, form in _FORMS if re.match(form, folded)), None)
        if key is None or (key == "target" and "điểm" not in folded):
            continue
        years = [int(one) for one in _YEAR.findall(folded)]
        if years and years[-1] < year:
            key = _LAST.get(key, key)
        if key not in found.values():
            found[heading] = key
    held = set(found.values())
    return found if "maximum" in held and len(held & POINTS.keys()) > 1 else {}


def criteria_of(
    pieces: Sequence[RowNode], columns: Mapping[str, str], taken: dict[int, str], above: str = ""
) -> list[PlanData]:
    """Return the rows that have points as criteria; `taken` gets the code of each row."""
    made: list[PlanData] = []
    for piece in pieces:
        row = piece.row
        values = {
            columns[heading]: " ".join(text.split()) for heading, text in row.others
            if heading in columns
        }  # fmt: skip
        values = {
            key: text for key, text in values.items()
            if key == "cause" or _AMOUNT.fullmatch(text)
        }  # fmt: skip
        code = unused(bare_number(row.number), above, taken.values())
        if not values.keys() & POINTS.keys() or not row.title:
            made += criteria_of(piece.items, columns, taken, above)
            continue
        taken[id(piece)] = code
        one: PlanData = {"code": code, "title": row.title, **values}
        if parts := criteria_of(piece.items, columns, taken, code):
            one["parts"] = parts
        made.append(one)
    return made


def unused(number: str, above: str, taken: Iterable[str]) -> str:
    """Return the code for a row with this printed number: one that no other criterion has."""
    known = set(taken)
    code = number or f"{above}.{len(known) + 1}".strip(".")
    if code in known and above:
        code = f"{above}.{code}"
    n = 2
    while code in known:
        code, n = f"{number}-{n}", n + 1
    return code


def sums(criteria: Sequence[PlanData], keys: Iterable[str]) -> list[str]:
    """Return the sums over all criteria under `keys`, as printed."""
    build_validator(Criterion)
    held = [Criterion.model_validate(one) for one in criteria]
    found = ([total(one, key) for one in held] for key in keys)
    return [
        printed_points(sum((one for one in column if one is not None), Decimal(0)))
        for column in found
    ]


def read_criteria(table: Table, year: int) -> tuple[list[PlanData], list[Place]]:
    """Return the criteria of a table that holds nothing but them, with the places of its rows left.

    Nothing, when its header or its numbers cannot be read.
    """
    for n, row in enumerate(table.rows[:4]):
        headings = {cell.column: " ".join(clean(cell.text).split()) for cell in row.cells}
        columns = points_columns([one for one in headings.values() if one], year)
        title = next((at for at, one in headings.items() if _TITLE.match(fold(one))), None)
        code = next((at for at, one in headings.items() if _CODE.match(fold(one))), None)
        if columns and title is not None and code is not None:
            held = {at: columns[one] for at, one in headings.items() if one in columns}
            proof = next((at for at, one in headings.items() if "kiểm chứng" in fold(one)), None)
            return _tree(table, n + 1, code, title, held, proof)
    return [], []


def _tree(
    table: Table, start: int, code: int, title: int, held: Mapping[int, str], proof: int | None
) -> tuple[list[PlanData], list[Place]]:
    rows = [
        ({cell.column: " ".join(clean(cell.text).split()) for cell in row.cells}, row.place)
        for row in table.rows[start:]
    ]
    roman = any(_ROMAN.fullmatch(bare_number(cells.get(code, ""))) for cells, _ in rows)
    made: list[PlanData] = []
    left: list[Place] = []
    stack: list[tuple[int, PlanData]] = []
    taken: list[str] = []
    for cells, place in rows:
        number = bare_number(cells.get(code, ""))
        values: PlanData = {
            key: cells[at] for at, key in held.items()
            if (key == "cause" and cells.get(at)) or _AMOUNT.fullmatch(cells.get(at, ""))
        }  # fmt: skip
        if not number or not cells.get(title) or not values:
            if any(cells.values()):
                left.append(place)
            continue
        depth = 0 if _ROMAN.fullmatch(number) else number.count(".") + roman
        while stack and stack[-1][0] >= depth:
            stack.pop()
        above = stack[-1][1] if stack else None
        own = unused(number, str(above["code"]) if above else "", taken)
        taken.append(own)
        one: PlanData = {"code": own, "title": cells[title], **values}
        if proof is not None and cells.get(proof):
            one["evidence"] = cells[proof]
        if above is None:
            made.append(one)
        else:
            parts = above.setdefault("parts", [])
            assert isinstance(parts, list)  # it was made above
            parts.append(one)
        stack.append((depth, one))
    return made, left
