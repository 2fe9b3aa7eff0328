"""What docs/vi/mau-in.md says of templates, made from the program: tags, filters, rules, pictures.

    python -m tests.template_page     bring the page and its pictures up to date

The words around are written by hand; what stands between `<!-- NAME -->` and `<!-- / -->` is made here.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from cchc.document.context import plan_context
from cchc.document.dump import dump
from cchc.document.paper import AreaRow, ColumnHead, PlanPaper, Rows, Styled, TaskRow, names_of
from cchc.document.papers import kinds
from cchc.document.samples import plan_samples
from cchc.document.template.compiled import template
from cchc.document.template.expressions import Expression
from cchc.document.template.folder import packaged_templates
from cchc.document.template.paragraph import TemplateParagraph
from cchc.document.template.part_names import part_name
from cchc.document.template.sandbox import FILTERS
from cchc.document.template.styles import TemplateStyles
from cchc.messages import say
from cchc.model.task import PRINTED
from cchc.word.markup import parse_xml, w
from tests.examples import ROOT
from tests.template_picture import pages

PAGE = ROOT / "docs" / "vi" / "mau-in.md"
PICTURES = ("than", "phu-luc")
_BLOCK = re.compile(r"(?<=<!-- )([a-z-]+)( -->\n).*?(?=<!-- / -->)", re.DOTALL)
_LONGEST = 70

FILTER_EXAMPLES = {
    "capitalize": "signer.post|capitalize",
    "default": "superior|join(' ')|default('UBND xã', true)",
    "first": "bases|first",
    "join": "recipients|join(' ')",
    "last": "recipients|last",
    "length": "bases|length",
    "lower": "signer.post|lower",
    "replace": "title|replace('năm 2026', '2026')",
    "trim": "title|trim",
    "upper": "title|upper",
}
INLINE = (
    "{{ place }}, năm {{ year }}",
    "{{ bases }}",
    "{{ signer.authority }}",
    "{{ decision }}",
    "{% if recipients %}Nơi nhận:{% endif %}",
    "{% if decision %}Kèm theo Quyết định{% else %}Ban hành riêng{% endif %}",
    '{{ "Dự thảo: " ~ title }}',
    "{{ title }}{# leaves out: bases #}",
)
"""Paragraphs of a template, each with what it becomes."""


def sample() -> PlanPaper:
    """Return the paper that examples are taken from: a plan with all its parts."""
    plan = plan_samples()[0][1]
    appendix = plan.appendices[0].model_copy(update={"columns": ()})
    return plan_context(plan.model_copy(update={"appendices": (appendix,)}))


def made(name: str) -> str:
    """Return what stands in the page under `name`."""
    if name == "bo-loc":
        return _table(("Bộ lọc", "Gõ trong mẫu", "In ra"), _filters())
    if name == "doan-van":
        return _table(("Gõ trong một đoạn", "In ra"), _paragraphs())
    return _table(("Thẻ", "In gì", "Ví dụ"), _tags(name))


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in lines
    )


def _filters() -> Iterator[tuple[str, ...]]:
    names = sample().names()
    for one in FILTERS:
        tag = f"{{{{ {FILTER_EXAMPLES[one]} }}}}"
        value = Expression(FILTER_EXAMPLES[one], say("page"), tag).value(names)
        yield f"`{one}`", f"`{tag}`", _cut(str(value))


def _paragraphs() -> Iterator[tuple[str, ...]]:
    names, styles = sample().names(), TemplateStyles(parse_xml(b"<styles/>"))
    for text in INLINE:
        element = parse_xml(f'<w:p xmlns:w="{w("p")[1:-2]}"><w:r><w:t/></w:r></w:p>'.encode())
        element[0][0].text = text
        made = TemplateParagraph(element, say("page"), styles).fill(names)
        printed = ["".join("-" if one.tag == w("noBreakHyphen") else one.text or ""
                           for one in paragraph.iter(w("t"), w("noBreakHyphen")))
                   for paragraph in made]  # fmt: skip
        yield f"`{text}`", "<br>".join(printed) or "(đoạn này không in)"


def _tags(kind: str) -> Iterator[tuple[str, ...]]:
    module = kinds()[kind]
    paper = sample() if kind == "ke-hoach" else module.samples()[0][1]
    for name, value in _named(module.PAPER, paper):
        yield f"`{{{{ {name} }}}}`", str(part_name(name)), _shown(value)


def _named(kind: type, paper: object) -> Iterator[tuple[str, object]]:
    values = {name: getattr(paper, name) for name in names_of(kind) if name != "commune"}
    for name, value in values.items():
        if isinstance(value, Rows):
            yield from _fields(name, value[0])
        elif is_dataclass(value):
            yield from _fields(name, value)
        else:
            yield name, value
    if isinstance(paper, PlanPaper):
        appendix = paper.appendices[0]
        yield from (
            (f"appendix.{name}", getattr(appendix, name)) for name in ("label", "title", "attached")
        )
        yield "column.heading", appendix.columns[1].heading
        area = next(row for row in appendix.rows if isinstance(row, AreaRow))
        yield from (("area.number", area.number), ("area.title", area.title))
        task = next(row for row in appendix.rows if isinstance(row, TaskRow))
        yield from ((f"task.{name}", getattr(task, name)) for name in PRINTED)
        own = replace(task, custom="Ngân sách xã")
        yield "task.custom", ColumnHead("custom", "Nguồn vốn").of(own)


def _fields(name: str, row: object) -> Iterator[tuple[str, object]]:
    for one in fields(row):  # type: ignore[arg-type]
        if one.name not in ("origin", "extra", "custom"):
            yield f"{name}.{one.name}", getattr(row, one.name)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return _cut(" / ".join(one.text if isinstance(one, Styled) else str(one) for one in value))
    return _cut(str(value))


def _cut(text: str) -> str:
    text = " ".join(text.split()).replace("<", "&lt;")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def fresh() -> Mapping[Path, str]:
    """Return the page and its pictures as they should be."""
    text = PAGE.read_text("utf-8")
    before = os.environ.get("CCHC_LANG")
    os.environ["CCHC_LANG"] = "vi"
    try:
        found = {PAGE: _BLOCK.sub(lambda one: f"{one[1]}{one[2]}{made(one[1])}", text)}
    finally:
        os.environ.pop("CCHC_LANG")
        if before is not None:
            os.environ["CCHC_LANG"] = before
    file = packaged_templates() / "ke-hoach.docx"
    for which, drawn in (
        ("mau", file.with_suffix(".dump.txt").read_text("utf-8")),
        ("in", dump(template(file).render(sample()))),
    ):
        for name, picture in zip(PICTURES, pages(drawn), strict=True):
            found[PAGE.with_name(f"{which}-{name}.svg")] = picture
    return found


def main() -> int:
    """Write them."""
    for path, text in fresh().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
