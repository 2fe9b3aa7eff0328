"""The body as a tree: what stands under what, told from the marks and headings of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc.intake.body.headings import is_reference
from cchc.intake.body.undotted import is_undotted, with_undotted
from cchc.intake.lines import Line, is_capitals
from cchc.intake.marks import RANKS, ParagraphMark
from cchc.intake.office_paper import Place

LONGEST_TITLE = 200
"""A heading of more letters is taken for a sentence, unless it is set as a heading."""
_LONG = 150
_ENDS = (".", ";", ":", "!", "?", "…", ")", "”", '"')
_DANGLING = re.compile(
    r"\b(?:của|và|các|những|về|số|ngày|tháng|tại|trong|với|cho|theo|từ|đến|là|được|bị|để|do|bởi|trên|dưới"
    r"|hoặc|hay|như|khi|nếu|mà|tỉnh|thành phố|Ủy ban|giữa|phối|chủ|thuộc|có|không|nhằm|qua|vào|ban hành),?$"
)
_POINTING = re.compile(r"(?P<heading>[^().;:]*[^().;:\s])\s*(?P<pointer>\([^()]+\))[.;:]?")


@dataclass(frozen=True, slots=True)
class BlockDetails:
    """What stands under or behind a task that is written as a block: when, and who leads."""

    deadline: str
    lead: str
    place: Place
    support: str = ""


@dataclass(slots=True)
class OutlineNode:
    """A piece of the body: a heading or paragraph with what stands under it."""

    mark: ParagraphMark | None
    text: str
    place: Place
    title: bool = False
    """Whether it is a heading, not a sentence."""
    level: int | None = None
    bold: bool = False
    lines: list[tuple[str, Place]] = field(default_factory=list)
    """Further paragraphs of the same piece, without marks of their own."""
    items: list[OutlineNode] = field(default_factory=list)
    reference: bool = False
    """Whether it only points to an appendix."""
    joined: int = 0
    """How many cuts (page breaks) were mended in it."""
    of: str = ""
    """The paragraph before it whose subject it shares, when it has none of its own."""
    block: BlockDetails | None = None
    is_field: bool = False
    """Whether it only says when, who or what of the task block before or above it."""


def outline(lines: Sequence[Line], *, from_text: bool) -> list[OutlineNode]:
    """Return the parts of the body; `from_text` tells of plain text, where paragraphs are cut."""
    root = OutlineNode(None, "", Place(), title=True)
    stack: list[OutlineNode] = [root]
    last: OutlineNode = root
    for line in _letters_below_romans(list(with_undotted(lines))):
        if line.mark is None:
            last = _unmarked(stack, last, line, from_text=from_text)
        else:
            last = _marked(stack, line)
    _settle(root, 0)
    return root.items


def _letters_below_romans(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; where the parts are I., II., "A." is a mark below theirs."""
    parts = [line.mark.kind for line in lines if line.mark and line.mark.rank <= RANKS["roman"]]
    inner = bool(parts) and parts[0] == "roman"
    for line in lines:
        if inner and line.mark and line.mark.kind == "upper":
            yield replace(line, mark=line.mark._replace(inner=True))
        else:
            yield line


def _marked(stack: list[OutlineNode], line: Line) -> OutlineNode:
    mark = line.mark
    assert mark is not None
    node = OutlineNode(mark, line.text, line.place, level=line.level, bold=line.heading)
    while len(stack) > 1 and not (_holds(stack, mark) or _counts_below(stack[-1], line)):
        stack.pop()
    stack[-1].items.append(node)
    stack.append(node)
    found = _POINTING.fullmatch(node.text)
    if found and is_reference(found["pointer"]):
        # "II. NỘI DUNG (Có Phụ lục kèm theo)": a heading, and a pointer behind it.
        node.text = found["heading"]
        node.items.append(OutlineNode(None, found["pointer"], line.place, reference=True))
    return node


def _holds(stack: list[OutlineNode], mark: ParagraphMark) -> bool:
    """Tell whether the last node of `stack` can have a piece with `mark` under it."""
    node = stack[-1]
    own = node.mark
    if own is None:  # an unnumbered heading
        above = [one.mark for one in stack if one.mark]
        return all(one.rank < mark.rank for one in above)
    if own.kind == mark.kind:
        if mark.kind == "decimal":
            return mark.depth > own.depth
        return False
    deeper = [one.mark for one in stack if one.mark and one.mark.kind == mark.kind]
    if deeper and mark.kind != "decimal":
        return _restarts(node, mark, deeper[-1])
    if mark.kind == "decimal" and own.kind == "arabic":
        return True
    if mark.kind == "arabic" and own.kind == "decimal":
        return False
    return own.rank < mark.rank or _restarts(node, mark, None)


def _counts_below(node: OutlineNode, line: Line) -> bool:
    """Tell whether plain "1.", "2." stand below the bold heading "2.": a list that counts anew."""
    mark = line.mark
    if node.mark is None or mark is None or mark.kind != "arabic" or line.heading:
        return False
    if node.mark.kind != "arabic" or not node.bold or not _is_heading(node):
        return False
    last = node.items[-1].mark if node.items else None
    return mark.value == (last.value + 1 if last and last.kind == "arabic" else 1)


def _restarts(node: OutlineNode, mark: ParagraphMark, same: ParagraphMark | None) -> bool:
    """Tell whether `mark` begins a list inside a deeper piece: "1." below "a) ... như sau:"."""
    if mark.value != 1 or node.items or not node.text.rstrip().endswith(":"):
        return False
    return same is None or same.value != 0


def _unmarked(
    stack: list[OutlineNode], last: OutlineNode, line: Line, *, from_text: bool
) -> OutlineNode:
    if is_reference(line.text):
        holder = stack[-1]
        if len(stack) > 2 and not holder.items and not _is_heading(holder):
            holder = stack[-2]
        node = OutlineNode(None, line.text, line.place, reference=True)
        holder.items.append(node)
        return node
    if last.text and _goes_on(last, line, from_text=from_text):
        _join(last, line)
        return last
    if line.level is not None or (
        (line.bold or is_capitals(line.text))
        and _short(line.text)
        and not line.text.endswith(_ENDS[:2])
    ):
        return _heading(stack, line)
    holder = stack[-1]
    if holder.mark is None and holder is not stack[0]:
        pass
    elif not _is_heading(holder) and holder is not stack[0]:
        holder.lines.append((line.text, line.place))
        return holder
    if holder.items and holder.items[-1].mark is not None:
        deepest = holder.items[-1]
        while deepest.items:
            deepest = deepest.items[-1]
        deepest.lines.append((line.text, line.place))
        return deepest
    node = OutlineNode(None, line.text, line.place)
    holder.items.append(node)
    return node


def _heading(stack: list[OutlineNode], line: Line) -> OutlineNode:
    node = OutlineNode(
        None, line.text.rstrip(":"), line.place, title=True, level=line.level, bold=True
    )
    while len(stack) > 1:
        top = stack[-1]
        if line.level is not None and top.level is not None:
            if top.level < line.level:
                break
        elif top.mark is not None and top.mark.rank <= RANKS["roman"]:
            break
        stack.pop()
    stack[-1].items.append(node)
    stack.append(node)
    return node


def _goes_on(node: OutlineNode, line: Line, *, from_text: bool) -> bool:
    """Tell whether `line` is the rest of a sentence that a page break cut."""
    before = (node.lines[-1][0] if node.lines else node.text).rstrip()
    if before.endswith(_ENDS[:6]) or line.level is not None or node.level is not None:
        return False
    first = line.text[:1]
    if first.islower() or first in ",;.)":
        return not (node.bold and _short(before)) or _DANGLING.search(before) is not None
    if before.endswith(_ENDS):
        return False
    if _DANGLING.search(before) and (first.isdigit() or from_text or len(before) > _LONG):
        return True
    if from_text and node.mark is not None and node.mark.kind in ("part", "upper", "roman"):
        # A heading in capitals that a narrow page cut in two.
        return is_capitals(before) and is_capitals(line.text)
    return from_text and len(before) > _LONG and not line.bold


def is_dangling(text: str) -> bool:
    """Tell whether `text` ends with a word that never ends a sentence: "của", "số", "ngày"."""
    return _DANGLING.search(text) is not None


def _join(node: OutlineNode, line: Line) -> None:
    node.joined += 1
    if node.lines:
        text, place = node.lines[-1]
        node.lines[-1] = (f"{text} {line.text}", place)
    else:
        node.text = f"{node.text} {line.text}"


def _short(text: str) -> bool:
    return len(text) <= LONGEST_TITLE


def _is_heading(node: OutlineNode) -> bool:
    """Tell whether a numbered piece reads as a heading while its contents are not known yet."""
    if node.mark is None:
        return node.title
    if node.mark.kind in ("dash", "plus"):
        return False
    text = node.text.rstrip()
    if node.bold and _short(text) and not text.endswith((".", ";")):
        return True
    return len(text) <= 120 and not text.endswith((".", ";"))


def _settle(node: OutlineNode, depth: int) -> None:
    """Decide for each piece below `node` whether it is a heading or a sentence."""
    _close(node.items)
    for item in node.items:
        _settle(item, depth + 1)
        if item.mark is None or item.reference:
            continue
        text = item.text.rstrip()
        if depth == 0:
            item.title = (
                bool(item.items or item.lines) or not text.endswith((".", ";")) or item.bold
            )
            stated = item.mark.kind in ("arabic", "decimal") and text.endswith((".", ";"))
            if stated and not (item.items or item.bold or is_capitals(text)):
                item.title = (
                    False  # "3. Các nội dung khác giữ nguyên.", and the closing words behind it
                )
            item.title = item.title and _short(text)
        elif item.mark.kind in ("dash", "plus"):
            item.title = (
                item.bold and bool(item.items) and _short(text) and not text.endswith(_ENDS[:2])
            )
        elif text.endswith((".", ";")):
            item.title = False
        elif item.mark.kind in ("part", "upper", "roman", "article"):
            item.title = _short(text)
        elif text.endswith(":"):
            item.title = bool(item.items) and len(text) <= 80
        else:
            item.title = (bool(item.items) or item.bold) and _short(text)
        if item.title and text.endswith(":"):
            item.text = text.rstrip(": ")


def _close(items: list[OutlineNode]) -> None:
    """Close the marks of pieces that all go without a dot: only where some have one is it a slip."""
    marks = [item.mark for item in items if item.mark]
    if not any(map(is_undotted, marks)) or not all(map(is_undotted, marks)):
        return
    for item in items:
        if item.mark is not None:
            item.mark = item.mark._replace(text=f"{item.mark.text}.")
