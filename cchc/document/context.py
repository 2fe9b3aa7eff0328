"""From a plan to its paper: everything a template may print, with the appendices, computed in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from cchc.document import letterhead
from cchc.document.body import body_paragraphs
from cchc.document.bookmarks import PREFIX, Marks, next_paragraph
from cchc.document.paper import (
    AppendixPaper,
    AreaRow,
    ColumnHead,
    Origin,
    PlanPaper,
    SignerLines,
    Styled,
    TaskRow,
    Traced,
    printed_fields,
)
from cchc.document.words import date_words, enumerated, padded_number, text_lines, without_end
from cchc.language.numbering import roman, rows
from cchc.model.criteria import (
    POINTS,
    PRINTED_OF_CRITERIA,
    Criterion,
    printed_points,
    total,
    walked,
)
from cchc.model.document import Document
from cchc.model.field_kinds import extra_heading
from cchc.model.plan import Appendix, Area, Plan
from cchc.model.plan_kinds import KINDS


def plan_context(plan: Plan, plan_id: str = "") -> PlanPaper:
    """Return what the templates of a plan may name, ready to print.

    With `plan_id` the file will say of which plan it is, so that it can come back.
    """
    document = plan.document
    marks = Marks()
    number = padded_number(document.number)
    symbol = document.symbol or letterhead.symbol_of(plan, "KH")
    decision = _decision_line(plan)
    date = date_words(document.date, plan.year)
    head = letterhead.letterhead(plan, date, symbol, number)
    for key, name in (("number_line", "number"), ("date_line", "date")):
        head[key] = "" if decision else _head(name, head[key])  # the decision has its own
    attached = decision or letterhead.broken_line(
        f"(Kèm theo Kế hoạch số {number}/{symbol} {date}",
        f"của {letterhead.issuer_name(plan, 'UBND')})",
    )
    body, closing = _ended(body_paragraphs(plan, plan.unit_names, marks), text_lines(plan.closing))
    bases = [without_end(base) for base in plan.bases]
    return PlanPaper(
        plan_id=plan_id,
        **head,
        title=_head("title", document.title),
        decision=decision,
        bases=tuple(
            Traced.of(line, Origin(marks.of("base", None, base), ("bases", n), "", base))
            for n, (line, base) in enumerate(zip(enumerated(plan.bases), bases, strict=True))
        ),
        opening=_text("opening", text_lines(plan.opening)),
        body=body,
        closing=_text("closing", closing),
        recipients=_recipients(document, marks),
        signer=_signer(letterhead.signer_lines(document)),
        appendices=tuple(printed_appendices(plan, plan.unit_names, attached, marks)),
        properties=letterhead.file_properties(
            plan, "Kế hoạch", document.title, dated=document.date
        ),
    )


def without_appendices(paper: PlanPaper) -> PlanPaper:
    """Return the paper whose appendices are files of their own."""
    return replace(paper, appendices=())


def appendix_alone(paper: PlanPaper, appendix: AppendixPaper) -> PlanPaper:
    """Return the paper of an appendix in a file of its own.

    Its first page has nothing at the top right, where number, symbol and time of the digital
    signature go. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.8, and Phụ lục III, Mẫu 2.2.
    """
    title = f"{appendix.label} {paper.properties.title}"
    return replace(
        paper, alone=True, number_line="", date_line="", title="", decision="", bases=(), opening=(),
        body=(), closing=(), recipients=(), signer=SignerLines(), appendices=(appendix,),
        properties=replace(paper.properties, title=title),
    )  # fmt: skip


def _head(key: str, line: str) -> str:
    """Return a line of the letterhead with its origin; its place is a key of `document`."""
    return Traced.of(line, Origin(f"{PREFIX}h_{key}", ("document", key), key, line))


def _text(key: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        Traced.of(
            line,
            Origin(
                next_paragraph(f"{PREFIX}h_{key}", n),
                (key,),
                key,
                without_end(line) if line.endswith("./.") else line,
            ),
        )
        for n, line in enumerate(lines, start=1)
    )


def _recipients(document: Document, marks: Marks) -> tuple[str, ...]:
    if document.decision:
        return ()
    names = [without_end(one) for one in document.recipients]
    lines = letterhead.recipient_lines(document.recipients, document.archive)
    made = [
        Traced.of(
            line,
            Origin(marks.of("recipient", None, name), ("document", "recipients", n), "", name, "-"),
        )
        for n, (name, line) in enumerate(zip(names, lines, strict=False))
    ]
    if document.archive:
        made.append(
            Traced.of(
                lines[-1],
                Origin(
                    f"{PREFIX}h_archive", ("document", "archive"), "archive",
                    without_end(document.archive), "-",
                ),
            )
        )  # fmt: skip
    return tuple(made)


def _signer(lines: SignerLines) -> SignerLines:
    def traced(key: str, line: str, number: int = 1) -> str:
        mark = next_paragraph(f"{PREFIX}h_{key}", number)
        return Traced.of(line, Origin(mark, ("document", "signer", key), key, line))

    return SignerLines(
        tuple(traced("authority", line, n) for n, line in enumerate(lines.authority, start=1)),
        traced("post", lines.post),
        traced("name", lines.name),
    )


def _decision_line(plan: Plan) -> str:
    decision = plan.document.decision
    if decision is None:
        return ""
    number = padded_number(decision.number)
    date = date_words(decision.date, plan.year)
    return letterhead.broken_line(
        f"(Kèm theo Quyết định số {number}/{decision.symbol} {date}", f"của {decision.issuer})"
    )


def _ended(
    body: list[Styled], closing: tuple[str, ...]
) -> tuple[tuple[Styled, ...], tuple[str, ...]]:
    # "./." closes the text; its last paragraph keeps to the signature, which never stands alone.
    if closing:
        return tuple(body), (*closing[:-1], f"{without_end(closing[-1])}./.")
    if not body:
        return (), ()
    last = body[-1]
    origin = last.origin and last.origin._replace(words=without_end(last.origin.words))
    end = Styled(last.style, f"{without_end(last.text)}./.", keep_next=True, origin=origin)
    return (*body[:-1], end), ()


LABEL = "Phụ lục"
"""Small letters, one appendix or several: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III."""


def printed_appendices(
    plan: Plan, names: dict[str, str], attached: str, marks: Marks
) -> list[AppendixPaper]:
    """Return the appendices that have something to print.

    An appendix without rows (kept in the plan to say why it is missing) is left out, but keeps
    its number. `attached` is the line "(Kèm theo ...)"; `names` are unit names by id.
    """
    several = len(plan.appendices) > 1
    return [
        AppendixPaper(
            label=f"{LABEL} {roman(index + 1)}" if several else LABEL,
            title=_title(appendix, index, marks),
            attached=attached,
            columns=_columns(plan, appendix),
            rows=_rows(appendix, index, names, marks, _Points(plan, appendix)),
        )
        for index, appendix in enumerate(plan.appendices)
        if appendix.areas or appendix.tasks
    ]


class _Points:
    """What the columns of points print, by their headings as tasks keep custom columns."""

    def __init__(self, plan: Plan, appendix: Appendix) -> None:
        self._columns = [one for one in appendix.columns if one.key in PRINTED_OF_CRITERIA]
        self._by_code = {one.code: one for one, _, _ in walked(plan.criteria)}

    def of(self, codes: Sequence[str]) -> dict[str, str]:
        """Return the points of the criteria with these codes, added up; words one after another."""
        held = [self._by_code[code] for code in codes if code in self._by_code]
        if not self._columns or not held:
            return {}
        return {
            extra_heading(column.name) or "": self._printed(column.key, held)
            for column in self._columns
        }

    def _printed(self, key: str, held: Sequence[Criterion]) -> str:
        if key not in POINTS:
            return "; ".join(text for one in held if (text := getattr(one, key)))
        known = [points for one in held if (points := total(one, key)) is not None]
        return printed_points(sum(known, Decimal(0))) if known else ""


def _columns(plan: Plan, appendix: Appendix) -> tuple[ColumnHead, ...]:
    own = tuple(ColumnHead(c.name, c.heading, c.spanner or "") for c in appendix.columns)
    return own or tuple(ColumnHead(*heading) for heading in KINDS[plan.kind].columns)


def _title(appendix: Appendix, index: int, marks: Marks) -> str:
    title = appendix.title.upper()
    mark = marks.of("appendix", None, title)
    return Traced.of(title, Origin(mark, ("appendices", index), "title", title))


def _rows(
    appendix: Appendix, index: int, names: dict[str, str], marks: Marks, points: _Points
) -> tuple[AreaRow | TaskRow, ...]:
    printed: list[AreaRow | TaskRow] = []
    has_officers = any(column.name == "officer" for column in appendix.columns)
    for numbered in rows(appendix, index):
        row, number, place = numbered.row, numbered.number, numbered.place
        if isinstance(row, Area):
            origin = Origin(marks.of("area", None, row.title), place, "title", row.title, number)
            extra = points.of([row.criterion] if row.criterion else [])
            printed.append(AreaRow(number, row.title, numbered.depth, origin, extra))
            continue
        origin = Origin(marks.of("task", row.id), place, number=number)
        fields = printed_fields(row, number, names)
        fields["extra"].update(points.of(row.criteria))
        if not has_officers:  # offices name the person where no unit leads
            fields["lead"] = fields["lead"] or fields["officer"]
        printed.append(TaskRow(**fields, origin=origin))
    return tuple(printed)
