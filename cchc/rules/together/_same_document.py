"""Documents that several plans cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from cchc.language.citation import Citation, document_key
from cchc.model.finding import Place
from cchc.rules._register import BACK, body_of
from cchc.rules.together import InRun


def same_documents(
    plans: Sequence[InRun], needed: Literal["date", "title"]
) -> Iterator[tuple[InRun, Citation, InRun, Place, Citation]]:
    """Yield each citation of a document that an earlier plan cites too, with the earlier one.

    Citations without what is `needed` are passed over, and so are documents that the register has:
    they are compared with it. "UBND tỉnh" is the province of each plan.
    """
    first: dict[object, tuple[InRun, Citation]] = {}
    for one in plans:
        known = {id(cited) for _, cited, entry in one.facts.registered if entry}
        for place, citation in one.facts.citations:
            if not citation.symbol or id(citation) in known or citation.issuer is None:
                continue
            if not getattr(citation, needed) or str(citation.title).endswith(BACK):
                continue
            symbol, _, year = document_key(citation)
            key = (symbol, body_of(citation.issuer, one.plan), year)
            earlier, before = first.setdefault(key, (one, citation))
            if earlier is not one:
                yield earlier, before, one, place, citation
