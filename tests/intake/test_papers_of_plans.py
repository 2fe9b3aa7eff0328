"""The plans as office papers say, when read back, every word the plans say."""

from __future__ import annotations

import pytest

from cchc.intake.office_paper import OfficePaper, Paragraph, Table
from cchc.intake.opening import open_paper
from tests.intake import plan_words as words
from tests.intake.docx_files import parts_of, texts
from tests.intake.papers_of_plans import STYLES, five_plans, paper

IDS = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")


def opened(tmp_path, plan_id: str, style) -> OfficePaper:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(paper(plan_id, style))
    return open_paper(path)


def tables(found: OfficePaper) -> list[Table]:
    return [one for one in found.blocks if isinstance(one, Table)]


def everything(found: OfficePaper) -> str:
    cells = [cell.text for one in tables(found) for row in one.rows for cell in row.cells]
    return " ".join(" ".join([*texts(found), *cells]).split())


def test_the_five_plans_are_all_there():
    assert set(five_plans()) == set(IDS)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("plan_id", IDS)
def test_every_paragraph_of_the_body_is_read_with_its_number(tmp_path, plan_id, style):
    found = texts(opened(tmp_path, plan_id, style))
    for line in words.body(five_plans()[plan_id]):
        assert f"{line.mark} {line.text}".strip() in found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("plan_id", IDS)
def test_head_and_end_are_read(tmp_path, plan_id, style):
    plan = five_plans()[plan_id]
    found = everything(opened(tmp_path, plan_id, style))
    expected = [*words.agency(plan), words.number_line(plan), words.date_line(plan),
                plan.document.title, words.decision_line(plan), *words.bases(plan),
                *words.text_lines(plan.opening), *words.closing(plan), *words.recipients(plan)]  # fmt: skip
    if plan.document.signer:
        expected += [*plan.document.signer.authority, plan.document.signer.name]
    for text in expected:
        assert " ".join(text.replace("\u00a0", " ").split()) in found


@pytest.mark.parametrize("style", ["typed", "automatic"])
@pytest.mark.parametrize("plan_id", ["dinh-hoa-kstthc", "nam-dan", "phu-thinh"])
def test_every_row_of_a_neat_table_is_read_with_its_number(tmp_path, plan_id, style):
    plan = five_plans()[plan_id]
    (index, appendix) = words.printed(plan)[0]
    rows = [row for row in tables(opened(tmp_path, plan_id, style))[-1].rows if not row.header]
    lines = words.table_lines(plan, appendix, index)
    assert [(row.cells[0].text, row.cells[1].text) for row in rows] == [
        (line.number, line.title) for line in lines
    ]
    keys = [column.key for column in words.columns(appendix)]
    for row, line in zip(rows, lines, strict=True):
        for key, cell in zip(keys, row.cells, strict=False):
            if key in line.values:
                said = line.values[key]
                assert cell.text == (said if isinstance(said, str) else "; ".join(said))


@pytest.mark.parametrize("plan_id", ["dinh-hoa-kstthc", "nam-dan", "phu-thinh"])
def test_a_rough_table_has_what_goes_wrong_in_offices(tmp_path, plan_id):
    plan = five_plans()[plan_id]
    (index, appendix) = words.printed(plan)[0]
    found = tables(opened(tmp_path, plan_id, "tables"))[-1]
    firsts = [row.cells[0].text for row in found.rows]
    assert firsts.count("STT") > 2, "the header is repeated by hand"
    assert "" in firsts, "rows are cut, or have no number"
    order = [cell.text for cell in found.rows[0].cells]
    neat = [column.spanner or column.heading for column in words.columns(appendix)]
    assert order != list(dict.fromkeys(neat)), "the columns have another order, or a shared heading"
    assert found.rows[0].cells[0].rows == 2, "the header has two rows"
    said = sorted(" ".join(cell.text for row in found.rows for cell in row.cells).split())
    for line in words.table_lines(plan, appendix, index):
        assert all(word in said for word in line.title.split() if word.isalpha())


def test_automatic_numbers_are_not_typed(tmp_path):
    found = opened(tmp_path, "phu-thinh", "automatic")
    labels = [one.label for one in found.blocks if isinstance(one, Paragraph) and one.label]
    assert {"I.", "II.", "III.", "1.", "2.", "-"} <= set(labels)


def test_the_papers_are_the_same_every_time():
    for style in STYLES:
        first = parts_of(paper("nam-dan", style))["word/document.xml"]
        assert parts_of(paper("nam-dan", style))["word/document.xml"] == first
