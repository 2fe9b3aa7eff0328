"""What a defect of a source plan is, for the tables of defects."""

from __future__ import annotations

from typing import NamedTuple

DH, KS, ND, PT, TM = "dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien"


class Defect(NamedTuple):
    """In `plan`, `wrong` in place of `right` is found as `code` at the words in ‹ ›.

    In the text that is replaced "…" stands for everything up to what follows it, or to the end.
    """

    plan: str
    right: str
    wrong: str
    code: str
