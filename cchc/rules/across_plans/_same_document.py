"""Documents that several plans cite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.language.citation import Citation
    from cchc.model.finding import KeyPath
    from cchc.rules._facts import Facts


def cited(facts: Facts) -> Iterator[tuple[KeyPath, Citation, tuple[str | int, ...]]]:
    """Yield each citation of a document, with its place and what identifies the document.

    Documents that the register has are passed over: they are compared with it. "UBND tỉnh" is the
    province of each plan.
    """
    from cchc.language.citation import document_key
    from cchc.rules._register import BACK, issuing_body

    known = {id(citation) for _, citation, entry in facts.registered if entry}
    for place, citation in facts.citations:
        if not citation.symbol or id(citation) in known or citation.issuer is None:
            continue
        if not str(citation.title).endswith(BACK):
            symbol, _, year = document_key(citation)
            yield place, citation, (symbol, issuing_body(citation.issuer, facts.plan), year or 0)
