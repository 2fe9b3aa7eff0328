"""What stands under the pointer: a deadline's days, a citation's parts, a unit's tasks, a key's
words, a rule's page. All of it is Markdown, and none of it is more than the commands say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.citation import find_citations
from cchc.language.deadline import described
from cchc.lsp.plan_keys import keys_below
from cchc.lsp.plan_text import PlanText
from cchc.lsp.symbols import named_at
from cchc.messages import say
from cchc.model.finding import Diagnostic, KeyPath
from cchc.model.plan import Plan
from cchc.outputs.citations import parts
from cchc.outputs.markdown import escape
from cchc.views.assignments import assignments
from cchc.views.deadlines import read_plan_deadline

_SHOWN = 12
"""Tasks of a unit that a hover lists."""


def hover(document: PlanText, offset: int, found: Sequence[Diagnostic]) -> str:
    """Return what there is to say of the text at `offset`, as Markdown; empty for nothing."""
    texts = [*_pages(found, offset)]
    at = document.places.path_at(offset)
    if at is not None:
        place, is_key = at
        texts += [_key(place)] if is_key else [*_value(document, place, offset)]
    return "\n\n---\n\n".join(text for text in texts if text)


def _value(document: PlanText, place: KeyPath, offset: int) -> Iterator[str]:
    plan = document.plan
    if place[-1] == "deadline" and plan is not None:
        yield _deadline(plan, document.value(place))
    named = named_at(document, offset)
    if named is not None and named.kind == "unit" and plan is not None:
        yield _unit(plan, named.id)
    yield from _citation(document, place, offset)


def _deadline(plan: Plan, phrase: str) -> str:
    read = read_plan_deadline(plan, phrase)
    if read is None:
        return ""  # the finding beside it says why
    return "\n".join(f"- {escape(str(line))}" for line in described(read))


def _unit(plan: Plan, unit_id: str) -> str:
    names = plan.unit_names
    if unit_id not in names:
        return ""
    lines = [f"**{escape(names[unit_id])}**"]
    for one in assignments([("", plan)], {"": [unit_id]}):
        for title, listed in ((say("leads"), one.lead), (say("supports"), one.support)):
            if listed:
                lines.append(f"\n{title} ({len(listed)}):\n")
                lines += [f"- {one.number}. {escape(one.title)}" for one in listed[:_SHOWN]]
                if len(listed) > _SHOWN:
                    lines.append(f"- {say('and {n} more', n=len(listed) - _SHOWN)}")
    return "\n".join(lines)


def _citation(document: PlanText, place: KeyPath, offset: int) -> Iterator[str]:
    span = document.places.value_at(place)
    if span is None or span.stop - span.start > 20_000:
        return
    text = document.text[span.start : span.stop]
    for cited in find_citations(text):
        if cited.start <= offset - span.start <= cited.stop:
            known = [f"- {label}: {escape(value)}" for label, value in parts(cited) if value]
            wrong = [f"- ⚠ {escape(str(one.message))}" for one in cited.problems]
            yield "\n".join([*known, *wrong])


def _pages(found: Sequence[Diagnostic], offset: int) -> Iterator[str]:
    from cchc.rules._catalogue import plan_codes

    for code in dict.fromkeys(
        one.finding.code for one in found if one.span.start <= offset <= one.span.stop
    ):
        entry = plan_codes().get(code)
        if entry is not None and entry.page is not None:
            yield "\n\n".join(
                [f"**{code}** {escape(str(entry.about))}", escape(str(say(entry.page.why)))]
            )


def _key(place: KeyPath) -> str:
    words = [part for part in place if isinstance(part, str)]
    field = keys_below(tuple(words[:-1])).get(words[-1]) if words else None
    if field is None:
        return ""
    title, about = field.get("title", ""), field.get("description", "")
    return "\n\n".join(text for text in (f"**{title}** (`{words[-1]}`)", about) if text)
