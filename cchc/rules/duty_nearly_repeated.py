"""A duty stands twice in nearly the same words.

Why: two texts that differ by a word or two were pasted and half changed; nobody can tell whether
they are one duty or two.

Source: the principle of sáu rõ, "rõ việc, rõ trách nhiệm".

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - Nâng cao trách nhiệm của người đứng đầu cơ quan trong việc tiếp công dân định kỳ.
          - Nâng cao trách nhiệm người đứng đầu các cơ quan trong việc tiếp công dân định kỳ.
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - Nâng cao trách nhiệm của người đứng đầu cơ quan trong việc tiếp công dân định kỳ.
"""

from cchc.language.labels import label_words
from cchc.language.names import fold
from cchc.language.task_labels import is_task_line
from cchc.rules._likeness import Earlier
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N012"
SEVERITY = Severity.WARNING

SHORT = 40
"""Texts of fewer letters are alike by nature."""
ALIKE = 0.9


def check(facts: Facts) -> Hits:
    """Find texts of an earlier section but for a mistyped, lost or added word.

    "... cải cách thể chế" and "... cải cách tài chính công" are two duties, not one.
    """
    same: set[str] = set()
    earlier = Earlier(ALIKE)
    for found in facts.sections:
        text = fold(found.section.text or "")
        if len(text) <= SHORT or found.section.role == "appendix" or text in same:
            continue  # word for word: duty-repeated
        if is_task_line(found.section.title, found.section.text or ""):
            continue
        label = earlier.find(text)
        if label is not None:
            yield Hit(
                (*found.place, "text"),
                say("these are nearly the words of {label}", label=label_words(label)),
                say("say what is different, or keep one of the two"),
            )
        same.add(text)
        earlier.add(text, found.label)
