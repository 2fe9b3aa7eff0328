"""What of a paper its template does not print: told before anything is printed.

A part of the paper that has content must be named by a tag that is shown for this paper, unless a
comment in the template says otherwise: `{# leaves out: bases, product #}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cchc.document.paper import AppendixPaper, AreaRow, Paper, Rows
from cchc.document.template.choices import TemplateBlock, every
from cchc.document.template.expressions import Expression, TagNames
from cchc.document.template.listing import Listing
from cchc.document.template.paragraph import TemplateParagraph
from cchc.document.template.part_names import part_name
from cchc.document.template.table import TemplateTable
from cchc.errors import UserError
from cchc.messages import Listed, Message, say
from cchc.model.field_kinds import CUSTOM, extra_heading

_SAID = re.compile(r"leaves? out\s*:(.*)", re.DOTALL | re.IGNORECASE)


class _Missing(NamedTuple):
    tag: str
    part: Message
    heading: str = ""
    """The heading of a column."""

    @property
    def told(self) -> Message:
        """The part with its tag."""
        return say("{part} ({tag})", part=self.part, tag=f"{{{{ {self.tag} }}}}")


def said_left_out(blocks: Iterable[TemplateBlock]) -> frozenset[str]:
    """Return the names that comments in `blocks` say are left out."""
    found = (_SAID.fullmatch(comment) for comment in _comments(blocks))
    names = (name for one in found if one for name in re.split(r"[,;]", one[1]))
    return frozenset(name.strip().casefold() for name in names)


def refuse_left_out(
    template: Message,
    paper: Paper,
    shown: Sequence[TemplateBlock],
    shown_for: Sequence[Sequence[TemplateBlock]],
    said: frozenset[str],
) -> None:
    """Refuse a template that does not print all of `paper`.

    `shown` are the blocks it prints outside the appendices, `shown_for` those for each appendix,
    `said` what it says that it leaves out.

    Raises:
        UserError: a part is missing; each is named with its tag.
    """
    outside = list(_tags(shown, paper.names()))
    tried: list[tuple[list[Expression], TagNames]] = [(outside, paper.names())]
    missing = list(_missing_parts(paper, paper.names(), outside))
    for appendix, blocks in zip(paper.appendices, shown_for, strict=True):
        names: TagNames = {**paper.names(), "appendix": appendix}
        tags = list(_tags(blocks, names))
        tried.append((tags, names))
        missing += _missing_parts(paper, names, tags)
        missing += _missing_rows(appendix, tags, blocks)
    left = {
        (one.tag, str(one.part)): one for one in missing if not _is_said(one, said, paper.names())
    }
    if left:
        for tags, names in tried:
            _try(tags, names)
        first = next(iter(left.values())).tag
        raise UserError(
            say("{template}: does not print all of this plan; left out: {parts}", template=template,
                parts=Listed(one.told for one in left.values())),
            say("In Word, type {tag} where it is to stand, or anywhere the comment {comment} if it "
                "is left out on purpose.", tag=f"{{{{ {first} }}}}",
                comment=f"{{# leaves out: {_short(first, paper.names())} #}}"),
        )  # fmt: skip


def _try(tags: Iterable[Expression], names: TagNames) -> None:
    """Try the tags that name no rows: what is missing may only be misspelt.

    Raises:
        UserError: one names what does not exist.
    """
    for tag in tags:
        rows = tag.roots & {"task", "area", "column"}
        if not rows and not any(isinstance(names.get(root), Rows) for root in tag.roots):
            tag.value(names)


def _is_said(one: _Missing, said: frozenset[str], names: TagNames) -> bool:
    root = one.tag.partition(".")[0]
    ways = {one.tag, root, _short(one.tag, names), one.heading.casefold() or root}
    return bool(ways & said) or ("appendix" in said and root in ("task", "area"))


def _short(tag: str, names: TagNames) -> str:
    """Return how a comment names a part: a field of a task by itself, where nothing else is so called."""
    field = tag.removeprefix("task.")
    return tag if field in names else field


def _missing_parts(paper: Paper, names: TagNames, tags: list[Expression]) -> Iterator[_Missing]:
    """Yield what the names of a paper stand for and no tag prints."""
    inside = "appendix" in names
    for group in paper.PARTS:
        root, _, field = group[0].partition(".")
        if root not in names or (root == "appendix") != inside:
            continue
        value, filled = names[root], names
        if isinstance(value, Rows):
            row = next((one for one in value if getattr(one, field, "")), None)
            value, filled = row, {**names, root: row}
        content = getattr(value, field, "") if field else value
        if content and not any(_prints(tag, path, filled) for tag in tags for path in group):
            yield _Missing(group[0], part_name(group[0]))


def _missing_rows(
    appendix: AppendixPaper, tags: list[Expression], blocks: Sequence[TemplateBlock]
) -> Iterator[_Missing]:
    """Yield what the rows of an appendix hold and its tables do not print."""
    tables = [block for block in blocks if isinstance(block, Listing)]
    if not tables and appendix.rows:
        yield _Missing("task.title", say("the table of tasks"))
        return
    areas = [row for row in appendix.rows if isinstance(row, AreaRow)]
    for path in ("area.number", "area.title"):
        if areas and not any(_prints(tag, path, {"area": areas[0]}) for tag in tags):
            yield _Missing(path, part_name(path))
    for head in appendix.columns:
        if all(head in table.without_place(appendix) for table in tables):
            key = head.key if extra_heading(head.key) is None else CUSTOM
            part = say("the column “{heading}”", heading=head.heading)
            yield _Missing(f"task.{key}", part, head.heading)


def _prints(tag: Expression, path: str, names: TagNames) -> bool:
    """Whether `tag` prints the whole of what `path` stands for."""
    if tag.source == path:
        return True
    root, _, field = path.partition(".")
    if root not in tag.roots or root not in names or tag.is_name:
        return False
    wanted = getattr(names[root], field, None) if field else names[root]
    try:
        value = tag.value(names)
    except UserError:
        return False
    if isinstance(value, tuple):
        return value == wanted
    texts = (
        [wanted] if isinstance(wanted, str) else list(wanted) if isinstance(wanted, tuple) else []
    )
    return all(str(one).casefold() in str(value).casefold() for one in texts)


def _tags(blocks: Iterable[TemplateBlock], names: TagNames) -> Iterator[Expression]:
    """Yield the tags that are printed; of rows for each item, whichever branch."""
    for block in blocks:
        if isinstance(block, TemplateParagraph):
            yield from block.shown(names)
        elif isinstance(block, TemplateTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from _tags(cell.shown(names), names)


def _comments(blocks: Iterable[TemplateBlock]) -> Iterator[str]:
    for block in every(blocks):
        if isinstance(block, TemplateParagraph):
            yield from block.comments
        elif isinstance(block, TemplateTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from _comments(cell.blocks)
