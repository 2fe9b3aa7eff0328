"""From a plan to its paper: everything a template may print, computed in one place."""

from __future__ import annotations

from dataclasses import replace

from cchc.document import letterhead
from cchc.document.appendices import printed_appendices
from cchc.document.body import body_paragraphs
from cchc.document.bookmarks import PREFIX, Marks, next_paragraph
from cchc.document.paper import AppendixPaper, Origin, PlanPaper, SignerLines, Styled, Traced
from cchc.document.words import date_words, enumerated, padded_number, text_lines, without_end
from cchc.model.document import Document
from cchc.model.plan import Plan


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
        properties=letterhead.properties(plan, "Kế hoạch", document.title, dated=document.date),
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
