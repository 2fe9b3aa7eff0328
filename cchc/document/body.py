"""The body of a plan as paragraphs: mark and text of each section, and the style it is put in."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.document.bookmarks import Marks, next_paragraph
from cchc.document.paper import (
    STYLE_DASH,
    STYLE_PART,
    STYLE_POINT,
    STYLE_REFERENCE,
    STYLE_SECTION,
    STYLE_TEXT,
    Origin,
    Styled,
)
from cchc.document.words import text_lines, with_deadline, without_end
from cchc.language.numbering import DASHES, NumberedSection, sections
from cchc.model.plan import Plan
from cchc.model.section import Section


def body_paragraphs(plan: Plan, names: dict[str, str], marks: Marks) -> list[Styled]:
    """Return the body's paragraphs in printed order; `names` are unit names by id."""
    return [
        paragraph._replace(origin=paragraph.origin._replace(mark=next_paragraph(mark, n)))
        for numbered in sections(plan)
        for mark in [_bookmark(numbered.section, marks)]
        for n, paragraph in enumerate(_paragraphs(numbered, names), start=1)
        if paragraph.origin
    ]


def _bookmark(section: Section, marks: Marks) -> str:
    words = (section.title, section.text, *section.units)
    return marks.of("section", section.id, " ".join(filter(None, words)))


def _paragraphs(numbered: NumberedSection, names: dict[str, str]) -> Iterator[Styled]:
    section, mark = numbered.section, numbered.mark
    title = _title(section, names)
    lines = list(text_lines(section.text))
    if section.deadline and not _says(section, section.deadline):
        if lines:
            lines[-1] = with_deadline(lines[-1], section.deadline)
        elif title:
            title = with_deadline(title, section.deadline)
    if title:
        title = title.upper() if numbered.depth == 1 else title
        origin = Origin("", numbered.place, "title", title, mark)
        yield Styled(_heading_style(numbered.depth, mark), _marked(mark, title), origin=origin)
        mark = ""
    for line in lines:
        origin = Origin("", numbered.place, "text", line, mark)
        if section.role == "appendix" and _is_reference(line, mark):
            line = _bracketed(line)
            yield Styled(STYLE_REFERENCE, line, origin=origin._replace(words=line, number=""))
        else:
            style = STYLE_DASH if mark in DASHES else STYLE_TEXT
            yield Styled(style, _marked(mark, line), origin=origin)
        mark = ""


def _title(section: Section, names: dict[str, str]) -> str:
    if section.title or not (section.units and section.items):
        return section.title or ""
    return ", ".join(names.get(unit, unit) for unit in section.units)


def _says(section: Section, deadline: str) -> bool:
    """Tell whether a line of a section, or an item of it ("Thời gian: ..."), says its deadline."""
    lines = [*text_lines(section.text)]
    for item in section.items:
        lines += text_lines(item.text)
    return any(with_deadline(line, deadline) == line for line in lines)


def _heading_style(depth: int, mark: str) -> str:
    if depth == 1:
        return STYLE_PART
    # Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6: a titled khoản (1., 2.1.) is bold, a điểm (a) never.
    point = mark.endswith(")") or (depth > 2 and not mark[:1].isdigit())
    return STYLE_POINT if point else STYLE_SECTION


def _marked(mark: str, text: str) -> str:
    return f"{mark} {text}" if mark else text


def _is_reference(line: str, mark: str) -> bool:
    # "(Có Phụ lục kèm theo)" stands by itself; a numbered sentence that speaks of the appendix
    # stays a sentence.
    return line.startswith("(") or not mark


def _bracketed(line: str) -> str:
    return line if line.startswith("(") else f"({without_end(line)})"
