"""The list of recipients has no line for the archive.

Why: the clerk keeps one original; "Lưu: VT, ..." says where, and which office drafted the plan.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.

Bad:
    document: {archive: null}
Good:
    document: {archive: "Lưu: VT, VHXH"}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V007"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find plans that go out on their own, with recipients and without `archive`."""
    document = facts.plan.document
    if document.recipients and not document.archive and not document.decision:
        yield Hit(
            ("document", "archive"),
            say("the recipients end without “Lưu: VT, ...”"),
            say('add “archive”, such as: archive: "Lưu: VT, VHXH"'),
            key=True,
        )
