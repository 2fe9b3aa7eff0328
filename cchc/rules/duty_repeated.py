"""The same duty stands twice, word for word.

Why: a duty given to two units in the same words is one that nobody knows to be his; often it was
pasted and should have been changed.

Source: the principle of sáu rõ, "rõ việc, rõ trách nhiệm".

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - title: Phòng Văn hóa - Xã hội
            units: [vh-xh]
            items: [Đẩy mạnh phong trào thi đua gắn với cải cách hành chính.]
          - title: Đơn vị khác
            items: [Đẩy mạnh phong trào thi đua gắn với cải cách hành chính.]
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - title: Phòng Văn hóa - Xã hội
            units: [vh-xh]
            items: [Đẩy mạnh phong trào thi đua gắn với cải cách hành chính.]
"""

from cchc.language.labels import label_words
from cchc.language.names import fold
from cchc.language.task_labels import is_task_line
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N005"
SEVERITY = Severity.WARNING

SHORT = 30
"""Texts of fewer characters repeat by nature ("Mục đích")."""


def check(facts: Facts) -> Hits:
    first: dict[str, str] = {}
    for found in facts.sections:
        text = found.section.text or ""
        if len(text) < SHORT or found.section.role == "appendix":
            continue
        if is_task_line(found.section.title, text):
            continue
        label = first.setdefault(fold(text).rstrip(" .;"), found.label)
        if label != found.label:
            yield Hit(
                (*found.place, "text"),
                say("these words stand already at {label}", label=label_words(label)),
                say("say what this unit does, or delete the repetition"),
            )
