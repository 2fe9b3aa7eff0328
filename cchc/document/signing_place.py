"""The place for the picture of a digital signature: a bookmark between the signer's post and name.

There the picture stands, centred, on a paper that is signed electronically; document systems look for a
bookmark of a known name. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.d.
"""

from __future__ import annotations

from copy import copy

from lxml import etree

from cchc.document.bookmarks import put_mark
from cchc.document.styles import Styles
from cchc.word.markup import Element, value, w
from cchc.word.properties import give

NAME_STYLE = "Họ tên người ký"
BOOKMARK = "ChuKy"


def put_places(content: list[Element], styles: Styles) -> None:
    """Make the space above each signer's name a paragraph of its own, marked for the picture."""
    style = styles.find(NAME_STYLE)
    space = styles.space_before(style) if style else 0
    if not space:
        return
    for name in [p for block in content for p in block.iter(w("p"))]:
        look = name.find(w("pPr"))
        if value(look, "pStyle") != style:
            continue
        place = etree.Element(w("p"))
        place.append(copy(look))
        give(look, "spacing", before="0")
        # At least so high: a higher picture moves the name down.
        give(place[0], "spacing", before="0", line=str(space), lineRule="atLeast")
        put_mark(place, BOOKMARK)
        name.addprevious(place)
