"""What each template prints opens in LibreOffice, and every word of it stands on a page of the PDF."""

from __future__ import annotations

import subprocess
import zipfile

import pytest
from lxml import etree

from cchc.document.papers import kinds
from cchc.document.pdf import PdfBatch
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.read.load import load
from cchc.read.workspace import plan_files
from tests.conftest import ROOT
from tests.document.conftest import plan_of as made_plan
from tests.document.printing import render_plan
from tests.document.test_brief_paper import large, page
from tests.views.conftest import plan as plan_of

__all__ = ["plan_of"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of_docx(path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    signs = {f"{W}br": " ", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
    paragraphs = (
        "".join(signs.get(one.tag, one.text or "") for one in p.iter(f"{W}t", *signs))
        for p in root.iter(f"{W}p")
    )
    return {word for text in paragraphs for word in plain(text).split()}


def plain(text: str) -> str:
    """Return `text` with a blank wherever a line may end: words are cut at hyphens and strokes."""
    return text.translate(dict.fromkeys(map(ord, "-/\u2011\u00a0"), " "))


def pages(path, docx: bytes) -> list[str]:
    """Return the text of each page, as LibreOffice lays the document out."""
    with PdfBatch() as batch:
        batch.add(docx)
        (pdf,) = batch.convert()
    assert isinstance(pdf, bytes), str(pdf)
    path.write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return found.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("plan", plan_files(ROOT / "plans"), ids=lambda path: path.stem)
def test_a_printed_plan_is_whole_on_its_pages(plan, tmp_path):
    read = load(plan).plan
    assert read is not None
    docx = render_plan(read, packaged_templates() / "ke-hoach.docx")
    (tmp_path / "a.docx").write_bytes(docx)
    found = pages(tmp_path / "a.pdf", docx)
    printed = {word for page in found for word in plain(page).split()}
    assert words_of_docx(tmp_path / "a.docx") - printed == set()
    assert len(found) > 3
    assert [number for number, page in enumerate(found, 1) if not page.strip()] == []


@pytest.mark.parametrize("kind", kinds())
def test_every_template_prints_its_samples(kind, tmp_path):
    path = packaged_templates() / f"{kind}.docx"
    for number, (_, paper) in enumerate(kinds()[kind].samples()):
        docx = template(path).render(paper)
        (tmp_path / f"{number}.docx").write_bytes(docx)
        found = pages(tmp_path / f"{number}.pdf", docx)
        printed = {word for page in found for word in plain(page).split()}
        assert words_of_docx(tmp_path / f"{number}.docx") - printed == set()


def test_the_brief_of_the_largest_plan_is_one_page(plan_of, tmp_path):
    plan = large(plan_of)
    docx = template(packaged_templates() / "giao-ban.docx").render(page(plan, before=plan))
    assert len(pages(tmp_path / "brief.pdf", docx)) == 1


def test_a_pdf_is_tagged_for_archives_and_the_same_in_two_runs(tmp_path):
    read = load(plan_files(ROOT / "plans")[0]).plan
    assert read is not None
    docx = render_plan(read, packaged_templates() / "ke-hoach.docx")
    runs = []
    for _ in range(2):
        with PdfBatch() as batch:
            batch.add(docx)
            runs += list(batch.convert())
    one, two = runs
    assert isinstance(one, bytes)
    assert one == two
    assert b"<pdfaid:part>2</pdfaid:part>" in one
    (tmp_path / "a.pdf").write_bytes(one)
    told = subprocess.run(["pdfinfo", tmp_path / "a.pdf"], capture_output=True, check=True).stdout
    assert b"Tagged:          yes" in told
    fonts = subprocess.run(["pdffonts", tmp_path / "a.pdf"], capture_output=True, check=True).stdout
    assert all(line.split()[-5] == b"yes" for line in fonts.splitlines()[2:])


SENTENCE = (
    "rà soát, xây dựng kế hoạch triển khai thực hiện công tác cải cách hành chính trên địa bàn xã, bảo "
    "đảm chất lượng, tiến độ theo quy định của pháp luật và chỉ đạo của cấp trên, tổ chức kiểm tra "
)
TEXTS = {"title": (12, 30), "requirement": (8, 22), "product": (4, 12), "note": (0, 5)}
COLUMNS = {
    "number": "STT", "title": "Nhiệm vụ", "requirement": "Yêu cầu", "product": "Sản phẩm",
    "deadline": "Thời gian hoàn thành", "lead": "Cơ quan chủ trì", "support": "Cơ quan phối hợp",
    "approver": "Người quyết định", "officer": "Người thực hiện", "note": "Ghi chú",
}  # fmt: skip


def test_three_hundred_tasks_in_ten_columns_take_at_most_sixty_pages(tmp_path):
    def words(n: int, least: int, most: int) -> str:
        count = least + n * 7 % (most - least + 1)
        return (SENTENCE * 2)[n % 50 : n % 50 + 6 * count].strip()

    tasks = [
        {"id": f"viec-{n}", "lead": ["vh-xh"], "support": ["van-phong", "tat-ca"][: 1 + n % 2],
         "deadline": ("Trước 30/11/2026", "Thường xuyên", "Quý I/2026")[n % 3],
         "approver": "Chủ tịch UBND xã", "officer": "Nguyễn Văn An",
         **{key: words(n, *size) or None for key, size in TEXTS.items()}}
        for n in range(300)
    ]  # fmt: skip
    columns = [{"key": key, "heading": heading} for key, heading in COLUMNS.items()]
    plan = made_plan(appendices=[{"title": "Danh mục", "columns": columns, "tasks": tasks}])
    docx = render_plan(plan, packaged_templates() / "ke-hoach.docx")
    assert len(pages(tmp_path / "a.pdf", docx)) <= 60
