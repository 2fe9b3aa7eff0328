"""A printed plan carries hidden bookmarks for what it prints, and a record with digests of it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from cchc.document.bookmarks import LONGEST, Marks, words_digest
from cchc.document.context import plan_context
from cchc.document.paper import PlanPaper
from cchc.document.print_record import NAMESPACE, printed_values, read_record
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.document.template.sections import BOOKMARK
from cchc.language.numbering import rows
from cchc.model.task import Task
from cchc.read.load import load
from cchc.read.workspace import plan_files
from cchc.word.package import Package
from tests.conftest import ROOT
from tests.document.conftest import plan_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLANS = plan_files(ROOT / "plans")


def printed(plan, plan_id: str = "thu") -> bytes:
    return template(packaged_templates() / "ke-hoach.docx").render(plan_context(plan, plan_id))


def body(docx: bytes):
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def marks(docx: bytes) -> list[str]:
    names = [node.get(f"{W}name") for node in body(docx).iter(f"{W}bookmarkStart")]
    return [name for name in names if name != BOOKMARK]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_printed_value_of_a_plan_stands_in_a_bookmark_of_its_own(path):
    plan = load(path).plan
    assert plan is not None
    docx = printed(plan)
    found = marks(docx)
    paper = plan_context(plan)
    assert isinstance(paper, PlanPaper)
    values = list(printed_values(paper))
    assert found == list(dict.fromkeys(value.mark for value in values))
    assert len({name.casefold() for name in found}) == len(found)
    assert all(re.fullmatch(r"_cchc[a-z0-9_]+", name) for name in found)
    assert all(len(name) <= LONGEST for name in found)
    ids = [node.get(f"{W}id") for node in body(docx).iter(f"{W}bookmarkStart")]
    assert ids == [node.get(f"{W}id") for node in body(docx).iter(f"{W}bookmarkEnd")]
    assert len(set(ids)) == len(ids)
    tasks = sum(1 for name in found if name.startswith("_cchct"))
    assert tasks == sum(
        isinstance(row.row, Task)
        for n, appendix in enumerate(plan.appendices)
        for row in rows(appendix, n)
    )


def test_a_bookmark_lies_around_the_text_it_marks():
    docx = body(printed(plan_of(bases=["Căn cứ Luật A", "Căn cứ Luật B"])))
    start = next(n for n in docx.iter(f"{W}bookmarkStart") if n.get(f"{W}name")[:6] == "_cchcb")
    paragraph = start.getparent()
    assert [node.tag.rpartition("}")[2] for node in paragraph] == [
        "pPr", "bookmarkStart", "r", "bookmarkEnd",
    ]  # fmt: skip


def test_the_mark_of_a_task_is_made_of_its_id_alone():
    one = marks(printed(plan_of()))
    plan = plan_of()
    (appendix,) = plan.appendices
    areas = tuple(
        area.model_copy(
            update={
                "tasks": tuple(
                    task.model_copy(update={"title": "Việc khác hẳn"})  # type: ignore[union-attr]
                    for task in area.tasks
                )
            }
        )
        for area in appendix.areas
    )
    other = plan.model_copy(update={"appendices": (appendix.model_copy(update={"areas": areas}),)})
    tasks = [name for name in one if name.startswith("_cchct")]
    assert tasks
    assert [name for name in marks(printed(other)) if name.startswith("_cchct")] == tasks


def test_long_ids_and_equal_words_give_marks_of_their_own():
    marks = Marks()
    long = "a-very-long-id-that-goes-on-for-sixty-letters-and-more-"
    names = [marks.of("task", long + end) for end in ("one", "two")]
    names += [marks.of("base", None, "Căn cứ Luật A") for _ in range(3)]
    names += [marks.of("section", "a"), marks.of("section", None, "a"), marks.of("section", "a-2")]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST


def test_the_record_names_the_plan_and_digests_what_was_printed(tmp_path):
    plan = plan_of(bases=["Căn cứ Luật A;"])
    path = tmp_path / "a.docx"
    path.write_bytes(printed(plan, "phu-thinh"))
    record = read_record(Package(path))
    assert record is not None
    assert record.plan == "phu-thinh"
    assert list(record.entries) == marks(path.read_bytes())
    base = next(entry for mark, entry in record.entries.items() if mark.startswith("_cchcb"))
    assert base.digests == {"text": words_digest("Căn cứ Luật A")}
    task = next(mark for mark in record.entries if mark.startswith("_cchct"))
    assert record.entries[task].above.startswith("_cchca")
    assert {"title", "deadline", "lead"} <= set(record.entries[task].digests)


def test_the_record_is_a_part_that_word_knows_how_to_carry(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(printed(plan_of()))
    package = Package(path)
    assert package.related("word/document.xml")["customXml"] == "customXml/item1.xml"
    assert package.related("customXml/item1.xml")["customXmlProps"] == "customXml/itemProps1.xml"
    types = package.read("[Content_Types].xml").decode()
    assert 'PartName="/customXml/item1.xml" ContentType="application/xml"' in types
    assert "customXmlProperties+xml" in types
    assert NAMESPACE.encode() in package.read("customXml/itemProps1.xml")


def test_a_paper_without_an_id_or_from_elsewhere_has_no_record(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(printed(plan_of(), ""))
    assert read_record(Package(path)) is None


def test_blanks_and_line_breaks_do_not_change_a_digest():
    assert (
        words_digest("Trước  30/6")
        == words_digest("Trước\n30/6")
        == words_digest("Trước 30/6\u00a0")
    )
    assert words_digest("Trước 30/6") != words_digest("Trước 30/7")
