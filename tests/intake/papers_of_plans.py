"""The repository's plans as Word files of three office styles, for reading them back.

`typed`: numbers typed, one style, letterhead and signature as tables. `automatic`: Word's own
numbers, heading styles, letterhead by tabs. `tables`: headers of two rows repeated by hand, rows
cut at page ends, units parted in many ways, columns in another order, some numbers missing.

What is printed is word for word the plan's; how, is drawn at random, seeded by the plan's id.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from cchc.model.plan import Plan
from cchc.read.workspace import load_readable
from tests.intake import plan_words as words
from tests.intake.docx_pieces import cell, document, paragraph, row, run, table
from tests.intake.paper_tables import plain_table, rough_table
from tests.intake.word_lists import LISTS, Outline, numbered_table

Style = Literal["typed", "automatic", "tables"]
STYLES: tuple[Style, ...] = ("typed", "automatic", "tables")
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PLANS = Path(__file__).parent.parent.parent / "plans"


@cache
def five_plans() -> dict[str, Plan]:
    """Return the repository's plans by id."""
    return {source.id: source.plan for source in load_readable([str(PLANS)], PLANS.parent)[0]
            if source.plan}  # fmt: skip


def paper(plan_id: str, style: Style, plan: Plan | None = None) -> bytes:
    """Return a .docx of the plan; of `plan` when given, seeded by `plan_id`."""
    plan = plan or five_plans()[plan_id]
    blocks = [*_letterhead(plan, style), *_title(plan, style), *_body(plan, style)]
    blocks += _ending(plan, style)
    for n, appendix in words.printed(plan):
        blocks += _appendix_head(plan, appendix.title, style)
        lines = words.table_lines(plan, appendix, n)
        columns = words.columns(appendix)
        if style == "typed":
            blocks.append(plain_table(columns, lines))
        elif style == "automatic":
            blocks.append(numbered_table(columns, lines))
        else:
            blocks.append(rough_table(columns, lines, plan_id))
        blocks.append(paragraph(""))
    return document(blocks, LISTS if style == "automatic" else ())


def write_papers(folder: Path) -> list[Path]:
    """Write every plan in every style as `<id>.<style>.docx`."""
    written = []
    for plan_id in five_plans():
        for style in STYLES:
            path = folder / f"{plan_id}.{style}.docx"
            path.write_bytes(paper(plan_id, style))
            written.append(path)
    return written


def _letterhead(plan: Plan, style: Style) -> list[str]:
    above, name = words.agency(plan)
    number, date = words.number_line(plan), words.date_line(plan)
    if style == "automatic":
        lines = [
            paragraph("", inside=run(f"\t{above}\t{COUNTRY}", bold=True)),
            paragraph("", inside=run(f"\t{name}\t{MOTTO}", bold=True)),
        ]
        if number:
            lines.append(paragraph("", inside=run(f"\t{number}\t") + run(date, italic=True)))
        return lines
    if style == "typed":
        left = cell(f"{above}\f{name}\f-------", bold=True, align="center")
        right = cell(f"{COUNTRY}\f{MOTTO}\f---------------", bold=True, align="center")
    else:
        left = cell(f"{above}\n{name}", bold=True, align="center")
        right = cell(f"{COUNTRY}\n{MOTTO}", bold=True, align="center")
    rows = [row([left, right])]
    if number:
        rows.append(row([cell(number, align="center"), cell(date, italic=True, align="center")]))
    return [table(rows, 2), paragraph("")]


def _title(plan: Plan, style: Style) -> list[str]:
    if style == "automatic":
        lines = [paragraph("KẾ HOẠCH", style="Title"),
                 paragraph(plan.document.title, style="Subtitle")]  # fmt: skip
    elif style == "tables":
        both = run(f"KẾ HOẠCH\n{plan.document.title}", bold=True)
        lines = [paragraph("", inside=both, align="center")]
    else:
        lines = [paragraph("KẾ HOẠCH", bold=True, align="center"),
                 paragraph(plan.document.title, bold=True, align="center")]  # fmt: skip
    if decision := words.decision_line(plan):
        lines.append(paragraph(decision, italic=True, align="center"))
    lines.append(paragraph(""))
    lines += [paragraph(one, italic=style != "tables", align="both") for one in words.bases(plan)]
    return lines + [paragraph(one, align="both") for one in words.text_lines(plan.opening)]


def _body(plan: Plan, style: Style) -> list[str]:
    outline = Outline()
    lines = []
    for line in words.body(plan):
        bold = line.title and line.depth < 3
        if style == "automatic":
            lines.append(outline.paragraph(line))
        else:
            text = f"{line.mark} {line.text}".strip()
            lines.append(paragraph(text, bold=bold, align="both"))
    return lines + [paragraph(one, align="both") for one in words.closing(plan)]


def _ending(plan: Plan, style: Style) -> list[str]:
    signer = plan.document.signer
    signs = [*signer.authority, signer.post] if signer else []
    if not signer or plan.document.decision:
        return []
    received = words.recipients(plan)
    if style == "automatic":
        lines = [paragraph("Nơi nhận:", bold=True, italic=True)]
        lines += [paragraph(one) for one in received]
        lines += [paragraph(one, bold=True, align="right") for one in signs]
        return [*lines, paragraph(""), paragraph(signer.name, bold=True, align="right")]
    listed = [paragraph("Nơi nhận:", bold=True, italic=True)]
    if style == "typed":
        listed += [paragraph(one) for one in received]
        signed = cell("\f".join([*signs, "", "", "", signer.name]), bold=True, align="center")
        rows = [row([cell("")._replace(inside="".join(listed)), signed])]
    else:
        listed.append(paragraph("\n".join(received)))
        rows = [
            row([cell("")._replace(inside="".join(listed)),
                 cell("\n".join(signs), bold=True, align="center")]),
            row([cell(""), cell(f"\f\f{signer.name}", bold=True, align="center")]),
        ]  # fmt: skip
    return [table(rows, 2), paragraph("")]


def _appendix_head(plan: Plan, title: str, style: Style) -> list[str]:
    attached = words.attached_line(plan)
    if style == "automatic":
        return [paragraph("Phụ lục", style="Heading5", align="center"),
                paragraph(title.upper(), style="Heading5", align="center"),
                paragraph(attached, italic=True, align="center")]  # fmt: skip
    if style == "tables":
        head = run(f"PHỤ LỤC\n{title.upper()}\n", bold=True) + run(attached, italic=True)
        return [paragraph("", inside=head, align="center")]
    return [paragraph("Phụ lục", bold=True, align="center"),
            paragraph(title.upper(), bold=True, align="center"),
            paragraph(attached, italic=True, align="center"), paragraph("")]  # fmt: skip
