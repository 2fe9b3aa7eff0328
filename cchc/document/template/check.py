"""What is wrong with a template: every fault at once, each with its part, table row and cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from cchc.document.check import check_parts
from cchc.document.check._finding import DocxFinding
from cchc.document.check._reading import scan
from cchc.document.paper import BODY_STYLES, AreaRow, ColumnHead, Rows, Styled, TaskRow
from cchc.document.papers import kinds
from cchc.document.template.compiled import Template, cleaned, margin_place
from cchc.document.template.expressions import Expression
from cchc.document.template.paragraph import TemplateParagraph
from cchc.document.template.styles import TemplateStyles
from cchc.document.template.tags import step_of
from cchc.document.template.unfit import paragraphs_of
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.markup import Element, w
from cchc.word.package import (
    DOCUMENT,
    STYLES,
    is_margin,
    parsed,
    read_package,
    relations,
    rels_of,
    unpacked,
)


class TemplateFault(NamedTuple):
    """A fault of a template, with what to do about it."""

    message: Message
    hint: Message | None = None


class TemplateVerdict(NamedTuple):
    """All that is wrong with a template, and with what it prints."""

    problems: list[TemplateFault]
    findings: list[tuple[Message, DocxFinding]]
    """The name of the sample, and what check-docx says of its paper."""


def check_template(path: Path) -> TemplateVerdict:
    """Judge the template at `path` as that of the kind of paper it is for.

    Raises:
        UserError: it cannot be opened, or is no Word document.
    """
    parts = read_package(path)
    roots = {n: parsed(d, path, n) for n, d in parts.items() if n.endswith((".xml", ".rels"))}
    place = say("{path}", path=path.name)
    problems = list(_pages(parts, roots, place))
    expressions: list[Expression] = []
    for name in (DOCUMENT, *sorted(filter(is_margin, roots))):
        here = place if name == DOCUMENT else margin_place(place, name)
        problems += _tags(roots[name], here, TemplateStyles(roots[STYLES]), expressions)
    kind = _kind(path, expressions)
    known = _names(kind)
    problems += _unknown(expressions, known)
    problems += _required(expressions, kind, place)
    problems += _styles(roots, expressions, known, place)
    return _tried(path, kind, problems)


def _kind(path: Path, expressions: list[Expression]) -> ModuleType:
    """Return the kind a template of this name is for, else the one that knows most of its tags."""
    known = kinds()
    if path.stem in known:
        return known[path.stem]
    roots = frozenset[str]().union(*(one.roots for one in expressions))
    return max(known.values(), key=lambda kind: len(roots & _names(kind).keys()))


def _names(kind: ModuleType) -> dict[str, object]:
    """Return all a template of the kind may name, filled from its fullest sample."""
    paper = kind.samples()[0][1]
    names = {
        key: value[0] if isinstance(value, Rows) and value else value
        for key, value in paper.names().items()
    }
    if paper.appendices:
        names |= {"appendix": paper.appendices[0], "task": TaskRow.blank()}
        names |= {"area": AreaRow("", "", 1), "column": ColumnHead("", "")}
    return names


def _tags(
    root: Element, place: Message, styles: TemplateStyles, found: list[Expression]
) -> Iterator[TemplateFault]:
    """Yield what cannot be read, and collect the tags that can."""
    cleaned(root)
    body = root.find(w("body"))
    for element, here in paragraphs_of(root if body is None else body, place):
        try:
            if step := step_of(element):
                found += [Expression(step.condition, here, step.shown)] if step.condition else []
                continue
            found += TemplateParagraph(element, here, styles).expressions
        except UserError as error:
            yield TemplateFault(error.message, error.hint)


def _unknown(expressions: list[Expression], names: dict[str, object]) -> Iterator[TemplateFault]:
    for one in expressions:
        try:
            one.value(names)
        except UserError as error:
            yield TemplateFault(error.message, error.hint)


def _required(
    expressions: list[Expression], kind: ModuleType, place: Message
) -> Iterator[TemplateFault]:
    """Yield what a paper of the kind may have and its template does not print."""
    sources = [one.source for one in expressions]
    whole = {name.partition(".")[0] for name in sources}
    for group in kind.PAPER.PARTS:
        named = any(name in source for name in group for source in sources)
        if not named and not (group[0].partition(".")[0] == "signer" and "signer" in sources):
            tag = f"{{{{ {group[0]} }}}}"
            yield TemplateFault(
                say("{place}: the tag {tag} is missing", place=place, tag=tag),
                say("Type it where the plan's own words are to stand."),
            )
    if "task" in whole and "column" not in whole and "area" not in whole:
        yield TemplateFault(
            say("{place}: the table has no sample row for headings ({tag})", place=place,
                tag="{{ area.title }}"),
        )  # fmt: skip


def _styles(
    roots: dict[str, Element],
    expressions: list[Expression],
    names: dict[str, object],
    place: Message,
) -> Iterator[TemplateFault]:
    styles = TemplateStyles(roots[STYLES])
    printed = [(one.source, names.get(one.source)) for one in expressions]
    lists = [(source, value) for source, value in printed if _is_styled(value)]
    used = {one.style for _, value in lists for one in value}  # type: ignore[attr-defined]
    for name in BODY_STYLES:
        if name not in used and "body" not in dict(lists):
            continue
        try:
            styles.id_of(name, place)
        except UserError as error:
            yield TemplateFault(error.message, error.hint)


def _is_styled(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Styled) for one in value)


def _pages(
    parts: dict[str, bytes], roots: dict[str, Element], place: Message
) -> Iterator[TemplateFault]:
    """Yield page settings that a word processor has lost."""
    document = scan(parts, roots)
    known = relations(roots.get(rels_of(DOCUMENT)), DOCUMENT)
    for section in document.sections:
        here = say("{place}, {section}", place=place, section=section.place)
        if not section.has("titlePg"):
            yield TemplateFault(
                say("{place}: the first page shows its number", place=here),
                say("In Word: double-click the page header and tick Different First Page; "
                    "LibreOffice loses this when it saves a template."),
            )  # fmt: skip
        header = section.headers.get("default", "")
        words = parts.get(header, b"")
        if header not in known.values() or (b"PAGE" not in words and b"pgNum" not in words):
            yield TemplateFault(
                say("{place}: the page header has no page number", place=here),
                say("In Word: Insert, Page Number, Top of Page, centred."),
            )


def _tried(path: Path, kind: ModuleType, problems: list[TemplateFault]) -> TemplateVerdict:
    """Print the samples of the kind and judge what comes out."""
    findings: dict[object, tuple[Message, DocxFinding]] = {}
    told = [one.message for one in problems]
    try:
        made = Template(path)
        for name, paper in kind.samples():
            data = made.render(paper)
            if not getattr(kind, "DECREE", True):
                continue
            for found in check_parts(unpacked(data), path):
                key = (found.fault.code, str(found.found), str(found.wants))
                findings.setdefault(key, (name, found))
    except UserError as error:
        if error.message not in told:
            problems.append(TemplateFault(error.message, error.hint))
    return TemplateVerdict(problems, list(findings.values()))
