"""Plans made by hand, and a rendered document with its parts at hand."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from cchc.document.template.folder import packaged_templates
from cchc.document.template.sections import BOOKMARK
from cchc.model.plan import Plan
from cchc.word.markup import parse_xml, value, w
from tests.document.printing import render_plan

KE_HOACH = packaged_templates() / "ke-hoach.docx"

AREAS: list[dict[str, Any]] = [
    {
        "title": "Công tác chỉ đạo, điều hành",
        "tasks": [
            {
                "id": "ke-hoach-nam",
                "title": "Xây dựng kế hoạch cải cách hành chính năm",
                "requirement": "Ban hành đúng hạn",
                "product": "Kế hoạch của UBND xã",
                "deadline": "Quý I/2026",
                "lead": ["vh-xh"],
                "support": ["van-phong", "tat-ca"],
                "note": "Theo dõi hằng tháng",
            },
            {"id": "sang-kien", "title": "Đăng ký sáng kiến", "deadline": "Trước 30/11/2026",
             "lead": ["vh-xh"], "support": ["tat-ca"]},
        ],
    },
    {
        "title": "Cải cách thủ tục hành chính",
        "tasks": [
            {
                "title": "Công khai thủ tục",
                "tasks": [
                    {"id": "niem-yet", "title": "Niêm yết đủ danh mục thủ tục",
                     "deadline": "Thường xuyên", "lead": ["van-phong"]},
                ],
            },
        ],
    },
]  # fmt: skip

PLAN: dict[str, Any] = {
    "cchc": "1",
    "kind": "cchc",
    "year": "2026",
    "commune": {"level": "xã", "name": "Định Hóa", "province": "tỉnh Thái Nguyên"},
    "document": {
        "number": "5",
        "symbol": "KH-UBND",
        "date": "05/01/2026",
        "title": "Cải cách hành chính nhà nước xã Định Hóa năm 2026",
        "signer": {"post": "CHỦ TỊCH", "name": "Nguyễn Văn An"},
        "recipients": ["Sở Nội vụ", "Các phòng, trung tâm"],
        "archive": "Lưu: VT, VHXH",
    },
    "bases": [
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
        "Căn cứ Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên",
    ],
    "opening": "Ủy ban nhân dân xã ban hành kế hoạch như sau:",
    "units": [
        {"id": "vh-xh", "name": "Phòng Văn hóa - Xã hội"},
        {"id": "van-phong", "name": "Văn phòng HĐND và UBND"},
    ],
    "groups": [{"id": "tat-ca", "name": "Các cơ quan, đơn vị thuộc xã", "members": "all"}],
    "body": [
        {
            "title": "Mục đích, yêu cầu",
            "items": [
                {"title": "Mục đích", "items": ["Việc thứ nhất.", "Việc thứ hai."]},
                {"text": "Yêu cầu không có tiêu đề."},
            ],
        },
        {"title": "Phân công nhiệm vụ", "numbering": "none",
         "items": [{"role": "appendix", "text": "(Có Phụ lục kèm theo)"}]},
    ],
    "closing": "Trên đây là kế hoạch năm 2026.",
    "appendices": [{"title": "Danh mục nhiệm vụ năm 2026", "areas": AREAS}],
}  # fmt: skip

DECISION = {"symbol": "QĐ-UBND", "date": "01/2026", "issuer": "Chủ tịch UBND xã Thanh Miện"}


class Paper:
    """A rendered document: its bytes, parts and the questions tests ask of it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = parse_xml(self.parts["word/document.xml"]).find(w("body"))
        self.names = {
            style.get(w("styleId")): value(style, "aliases") or value(style, "name")
            for style in parse_xml(self.parts["word/styles.xml"]).findall(w("style"))
        }

    def words(self, element: Any) -> str:
        """Return what one reads: hyphens and spaces at which no line breaks are plain ones."""
        nodes = element.iter(w("t"), w("noBreakHyphen"))
        text = "".join("-" if node.tag == w("noBreakHyphen") else node.text or "" for node in nodes)
        return re.sub("(?<!\u00a0)\u00a0(?!\u00a0)", " ", text)

    def style(self, paragraph: Any) -> str:
        return self.names.get(value(paragraph.find(w("pPr")), "pStyle"), "")

    def by_style(self, name: str) -> list[str]:
        """Return the texts of the paragraphs in a style, in order."""
        return [self.words(p) for p in self.body.iter(w("p")) if self.style(p) == name]

    def all(self, name: str) -> list[Any]:
        return list(self.body.iter(w(name)))

    def bookmarks(self) -> list[str]:
        """Return the names of the bookmarks that cchc has not put in itself."""
        names = [one.get(w("name")) for one in self.all("bookmarkStart")]
        assert len(names) == len(self.all("bookmarkEnd"))
        return [name for name in names if not name.startswith("_cchc") and name != BOOKMARK]

    def table(self, index: int = -1) -> Any:
        return self.body.findall(w("tbl"))[index]

    def rows(self, index: int = -1) -> list[list[str]]:
        rows = self.table(index).findall(w("tr"))
        return [[self.words(c) for c in row.findall(w("tc"))] for row in rows]

    def texts(self) -> list[str]:
        return [self.words(p) for p in self.body.iter(w("p"))]


def plan_of(**changes: Any) -> Plan:
    """Return the sample plan with parts changed; a dict is merged, anything else replaces."""
    data = deepcopy(PLAN)
    for key, part in changes.items():
        if isinstance(part, dict):
            data[key] |= part
        else:
            data[key] = part
    return Plan.model_validate(data)


@pytest.fixture
def make_plan() -> Callable[..., Plan]:
    return plan_of


@pytest.fixture
def paper() -> Callable[..., Paper]:
    """Render the sample plan, with parts changed, through the packaged template."""
    return lambda **changes: Paper(render_plan(plan_of(**changes), KE_HOACH))


@pytest.fixture
def appendix_paper() -> Callable[..., Paper]:
    """Render the sample plan with its appendix changed."""
    return lambda **changes: Paper(
        render_plan(plan_of(appendices=[PLAN["appendices"][0] | changes]), KE_HOACH)
    )


@pytest.fixture
def with_template(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Make a template from the shipped one with words of its document.xml exchanged."""
    count = 0

    def make(*changes: tuple[str, str], part: str = "word/document.xml") -> Path:
        nonlocal count
        count += 1
        path = tmp_path / f"mau-{count}.docx"
        with zipfile.ZipFile(BytesIO(KE_HOACH.read_bytes())) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        text = parts[part].decode()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        parts[part] = text.encode()
        # What such a test takes out of the template it takes out on purpose.
        document = parts["word/document.xml"].decode()
        said = "KẾ HOẠCH{# leaves out: title, recipients, date_line #}</w:t>"
        parts["word/document.xml"] = document.replace("KẾ HOẠCH</w:t>", said).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return path

    return make
