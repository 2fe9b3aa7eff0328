"""A sound document made by cchc, and ways to break it by editing its XML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from cchc.document.check import check_parts
from tests.document.conftest import KE_HOACH, PLAN, plan_of
from tests.document.printing import render_plan

DOC = "word/document.xml"
STYLES = "word/styles.xml"
HEADER = "word/header1.xml"
Parts = dict[str, bytes]
Edit = Callable[[Parts], None]


@cache
def sound_bytes() -> bytes:
    """Return a document with every component that a plan can have."""
    points = ["Điểm thứ nhất.", "Điểm thứ hai.", "Điểm thứ ba.", "Điểm thứ tư.", "Điểm thứ năm."]
    body = [
        {
            "title": "Mục đích, yêu cầu",
            "items": [
                {"title": "Mục đích", "numbering": "letter", "items": points},
                {"text": "Yêu cầu không có tiêu đề."},
            ],
        },
        *PLAN["body"][1:],
    ]
    signer = {
        "authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "post": "PHÓ CHỦ TỊCH",
        "name": "Trần Thị Bình",
    }
    plan = plan_of(body=body, document={"signer": signer, "superior": "UBND tỉnh Thái Nguyên"})
    return render_plan(plan, KE_HOACH)


def sound() -> Parts:
    """Return the parts of that document, its words in plain characters to be found by edits."""
    with ZipFile(BytesIO(sound_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    hyphens = r"</w:t><w:noBreakHyphen/><w:t(?: [^>]*)?>"
    spaces = "(?<!\u00a0)\u00a0(?!\u00a0)"
    words = re.sub(spaces, " ", re.sub(hyphens, "-", parts[DOC].decode()))
    return parts | {DOC: words.encode()}


def codes(parts: Parts) -> set[str]:
    """Return the codes that check-docx finds."""
    return {one.fault.code for one in check_parts(parts, Path("van-ban.docx"))}


def swap(old: str, new: str, part: str = DOC, count: int = 1) -> Edit:
    """Replace the first `count` places of a text in a part (all of them: -1)."""

    def edit(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text, old
        parts[part] = text.replace(old, new, count).encode()

    return edit


def again(pattern: str, new: str, part: str = DOC) -> Edit:
    """Replace the first place of a pattern in a part."""

    def edit(parts: Parts) -> None:
        text, made = re.subn(pattern, new, parts[part].decode(), count=1, flags=re.DOTALL)
        assert made, pattern
        parts[part] = text.encode()

    return edit


def styled(style: str, old: str, new: str) -> Edit:
    """Replace a text inside the definition of one style."""

    def edit(parts: Parts) -> None:
        text = parts[STYLES].decode()
        found = re.search(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', text, re.DOTALL)
        assert found and old in found[0], (style, found and found[0])
        parts[STYLES] = text.replace(found[0], found[0].replace(old, new)).encode()

    return edit


def run(words: str, look: str) -> Edit:
    """Give the run with these words a direct look."""
    return again(
        rf"<w:r>(<w:t[^>]*>{re.escape(words)}</w:t></w:r>)", rf"<w:r><w:rPr>{look}</w:rPr>\1"
    )


def paragraph(words: str, look: str) -> Edit:
    """Add to the direct properties of the paragraph with these words."""
    return again(
        rf"(<w:pPr><w:pStyle w:val=\"\w+\"/>(?:<w:keepNext/>)?)"
        rf"(</w:pPr>(?:<w:bookmarkStart[^>]*/>)?<w:r><w:t[^>]*>{re.escape(words)})",
        rf"\1{look}\2",
    )


def before(words: str, xml: str) -> Edit:
    """Put XML before the paragraph with these words."""
    return again(rf"(<w:p><w:pPr>(?:(?!<w:p>).)*?<w:t[^>]*>{re.escape(words)})", rf"{xml}\1")


def without(words: str) -> Edit:
    """Take the paragraph with these words away."""
    return again(rf"<w:p><w:pPr>(?:(?!<w:p>).)*?<w:t[^>]*>{re.escape(words)}.*?</w:p>", "")
