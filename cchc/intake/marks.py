"""The marks before a paragraph: "Phần thứ nhất", "I.", "1.", "2.1.", "a)", "-", typed or automatic.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6 (phần, chương, mục, điều, khoản, điểm),
and what offices type instead: "1)", "1/", "a.", "+", bullets.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from cchc.language.numbering import LETTERS, roman

MarkKind = Literal[
    "part", "upper", "roman", "article", "arabic", "decimal", "letter", "small-roman", "dash",
    "plus",
]  # fmt: skip

RANKS: dict[MarkKind, int] = {
    "part": 0, "upper": 1, "roman": 2, "article": 3, "arabic": 4, "decimal": 5, "letter": 6,
    "small-roman": 7, "dash": 8, "plus": 9,
}  # fmt: skip
"""How deep a kind of mark stands as a rule; smaller is further out."""


class ParagraphMark(NamedTuple):
    """A mark as printed, and what it counts."""

    kind: MarkKind
    value: int
    """The last number of it; 0 for dashes."""
    text: str
    """The mark itself, without what follows: "2.1.", "đ)", "Phần thứ nhất"."""
    depth: int = 1
    """Numbers in it: "2.1.3." has three."""
    inner: bool = False
    """Whether it stands below Roman numbers: "A." below "II."."""

    @property
    def rank(self) -> int:
        """How deep it stands."""
        return RANKS["article"] if self.inner else RANKS[self.kind]

    @property
    def bare(self) -> str:
        """The mark without its closing sign: "2.1", "đ", "IV"."""
        return self.text.rstrip(" .):/-–")


_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMANS = {roman(n): n for n in range(1, 40)}
_END = r"(?:\s*[.):]\s*|\s*/\s+)"
_FORMS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("part", re.compile(
        r"(?P<m>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+"
        r"(?:(?:thứ|THỨ)\s+(?P<o>[^\W\d_]+)|(?P<r>[IVX]+)|(?P<n>\d{1,2})))"
        r"(?![\w.]\w)\s*[.:–-]?\s*(?=$|[A-ZÀ-ỸĐ“\"])")),
    ("article", re.compile(r"(?P<m>(?:Điều|ĐIỀU)\s+(?P<n>\d{1,2})\s*[.:])\s*")),
    ("roman", re.compile(rf"(?P<m>(?P<r>[IVX]{{1,6}}))(?:{_END}|\s*[-–]\s+)(?=\S)")),
    ("roman", re.compile(r"(?P<m>(?P<r>[IVX]{1,6}))\s+(?=[A-ZÀ-ỸĐ]{2})")),
    # "l. MỤC ĐÍCH", "ll. NỘI DUNG": capital I read as a small letter.
    ("roman", re.compile(r"(?P<m>(?P<s>[lI|]{1,3}))\s*[.):]\s*(?=[A-ZÀ-ỸĐ]{2,}[\s,])")),
    ("upper", re.compile(rf"(?P<m>(?P<u>[A-HĐ]))(?:{_END}|\s*[-–]\s+)(?=[A-ZÀ-ỸĐ])")),
    ("decimal", re.compile(r"(?P<m>(?P<d>\d{1,2}(?:\.\d{1,2}){1,4})[.):]?(?:\s*[-–])?)\s+(?=\D)")),
    ("decimal", re.compile(r"(?P<m>(?P<d>\d{1,2}(?:\.\d{1,2}){1,4})[.)])(?=[^\W\d])")),
    ("decimal", re.compile(
        r"(?P<m>(?P<d>\d{1,2}(?:\.\d{1,2}){1,4})[.)])\s+(?=\d{1,3}(?:[.,]\d+)?(?:\s?%|\s+[^\W\d]))")),
    ("arabic", re.compile(r"(?P<m>(?P<n>\d{1,3})\s*[.):])\s*(?=[^\W\d]|[“\"(%]|\d+\s?%|\d{1,3}\s+[^\W\d]|$)")),
    ("arabic", re.compile(r"(?P<m>(?P<n>\d{1,2})\s*[/–-])\s+(?=\D|\d{1,3}(?:[.,]\d+)?\s?%)")),
    ("small-roman", re.compile(r"(?P<m>(?P<i>ii|iii|iv|vi|vii|viii|ix)\s*[.)])\s*(?=\S)")),
    ("letter", re.compile(r"(?P<m>(?P<l>[a-zđ])\s*[.)])\s*(?=\S)")),
    ("letter", re.compile(r"(?P<m>(?P<l>[a-zđ])\s*[/–-])\s+(?=\S)")),
    ("dash", re.compile(r"(?P<m>[-–—−‐‑]{1,2})\s*(?=[^\s\d–—-])")),
    ("dash", re.compile(r"(?P<m>[-–—−‐‑])\s+(?=\d)")),
    ("plus", re.compile(r"(?P<m>\+)\s*(?=\S)")),
    ("dash", re.compile(r"(?P<m>\*)\s+(?=\S)")),
    ("dash", re.compile(r"(?P<m>[•●▪■◦○‣⁃∙·❖➢➤►✓✔\uf0a7\uf0b7\uf0d8\uf0fc])\s*(?=\S)")),
)  # fmt: skip


def read_mark(text: str) -> tuple[ParagraphMark | None, str]:
    """Return the mark that `text` begins with, or None, and what follows it."""
    for kind, form in _FORMS:
        if found := form.match(text):
            mark = _mark(kind, found)
            if mark is not None:
                return mark, text[found.end() :]
    return None, text


def read_label(label: str) -> ParagraphMark | None:
    """Return the mark that Word prints by itself as `label`."""
    mark, rest = read_mark(f"{label.strip()} X")
    if mark is not None and rest.strip() == "X":
        return mark
    mark, rest = read_mark(f"{label.strip()}. X")
    return mark if mark is not None and rest.strip() == "X" else None


def _mark(kind: MarkKind, found: re.Match[str]) -> ParagraphMark | None:
    groups = found.groupdict()
    text = " ".join(found[0].split()) if kind != "part" else " ".join(groups["m"].split())
    value, depth = 0, 1
    if groups.get("o"):
        word = groups["o"].lower()
        if word not in _ORDINALS:
            return None
        value = _ORDINALS.index(word) + 1
    elif groups.get("r"):
        value = _ROMANS.get(groups["r"], 0)
        if not value:
            return None
    elif groups.get("s"):
        value = len(groups["s"])
        text = f"{roman(value)}."
    elif groups.get("n"):
        value = int(groups["n"])
    elif groups.get("d"):
        parts = groups["d"].split(".")
        value, depth = int(parts[-1]), len(parts)
    elif groups.get("u"):
        value = "ABCDĐEGH".find(groups["u"]) + 1
    elif groups.get("i"):
        value = _ROMANS[groups["i"].upper()]
    elif groups.get("l"):
        value = LETTERS.find(groups["l"]) + 1
    if kind == "dash":
        text = "-"
    elif kind == "plus":
        text = "+"
    elif kind == "roman" and groups.get("r") and not re.search(r"[.)]", text):
        # "III KINH PHÍ" lacks its dot; "III - KINH PHÍ" and "III: KINH PHÍ" have another sign.
        text = groups["r"] if text == groups["r"] else f"{groups['r']}."
    return ParagraphMark(kind, value, text.rstrip("–- ") if kind == "upper" else text, depth)
