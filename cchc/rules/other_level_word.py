"""A plan of a phường or đặc khu speaks of a xã as if it were its own, or the other way round.

Why: the words come from another commune's plan; readers cannot tell whose officials or budget is meant.

Source: Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 1: xã, phường and đặc khu are units of
their own kinds.

Bad:
    opening: UBND xã An Bình yêu cầu công chức phường thực hiện nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã An Bình yêu cầu công chức xã thực hiện nhiệm vụ tại Phụ lục kèm theo
"""

import re

from cchc.model.levels import COMMUNES
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "L003"
SEVERITY = Severity.WARNING

_OWN = re.compile(
    r"(?<!\w)(?:công chức|viên chức|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy|địa bàn|ngân sách"
    r"|lãnh đạo|trụ sở) (?:toàn )?(?P<kind>xã|phường|đặc khu)"
    r"(?=\s*(?:$|[.;:!?)”\"]|(?:năm|trong|theo|thực|đã|có|và|về|để|được|ban hành|tổ chức|triển khai|bảo đảm)\b))"
)
"""What a commune calls its own: nothing is named behind the kind."""


def check(facts: Facts) -> Hits:
    """Find words for the plan's own bodies with the kind of another level."""
    own = facts.plan.commune.level if facts.plan.commune else None
    if own not in COMMUNES:
        return
    others = [f" {kind}" for kind in COMMUNES if kind != own]
    for place, text in facts.texts_holding(*any_of(*others)):
        for found in _OWN.finditer(text):
            kind = found["kind"]
            if kind == own or facts.is_cited(place, found.start()):
                continue
            yield hit_in(
                place, text, *found.span(),
                say("“{words}”: this is a plan of a {level}", words=found[0], level=own),
                say("write “{level}”, or name the commune that is meant", level=own),
            )  # fmt: skip
