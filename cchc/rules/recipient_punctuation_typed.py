"""A recipient is written with the dash or the semicolon that cchc prints itself.

Why: the marks belong to the list, not to the name; lists taken from the file carry them along.

Source: docs/decisions/0001-plan-format.md, marks are computed; Nghị định 30/2020/NĐ-CP, Phụ lục I,
sets the dash, the semicolon and the dot of the last line.

Bad:
    document: {recipients: ["- Sở Nội vụ;"]}
Good:
    document: {recipients: [Sở Nội vụ]}
"""

from cchc.rules._marks import typed_marks
from cchc.rules._rule import Facts, Hits, KeyPath, Severity, say

CODE = "V008"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find dashes before, and semicolons and dots after, recipients and the archive line."""
    document = facts.plan.document
    lines: list[tuple[KeyPath, str]] = [
        (("document", "recipients", n), line) for n, line in enumerate(document.recipients)
    ]
    if document.archive:
        lines.append((("document", "archive"), document.archive))
    for place, line in lines:
        yield from typed_marks(
            place, line, r"[-–+]\s+", r"[;.]+",
            say("“{mark}” is printed by cchc"), say("write the name only"),
        )  # fmt: skip
