"""Two units are each said to lead the same field of reform.

Why: with two leads nobody collects the figures of the field, or two units do.

Source: the principle of sáu rõ, "rõ trách nhiệm".

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: van-phong, name: Văn phòng HĐND và UBND xã}
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {units: [vh-xh], leads: [institutions], items: [Chủ trì cải cách thể chế.]}
          - {units: [van-phong], leads: [institutions], items: [Theo dõi cải cách thể chế.]}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: van-phong, name: Văn phòng HĐND và UBND xã}
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {units: [vh-xh], leads: [communication], items: [Chủ trì tuyên truyền.]}
          - {units: [van-phong], leads: [institutions], items: [Theo dõi cải cách thể chế.]}
"""

from cchc.language.labels import label_words
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U010"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find the second section whose `leads` has a subject that other units lead already."""
    first: dict[str, tuple[tuple[str, ...], str]] = {}
    for found in facts.sections:
        for index, subject in enumerate(found.section.leads):
            units, label = first.setdefault(subject, (found.section.units, found.label))
            if units != found.section.units:
                yield Hit(
                    (*found.place, "leads", index),
                    say(
                        "{label} already gives this field to another unit", label=label_words(label)
                    ),
                    say("keep one lead for the field"),
                )
