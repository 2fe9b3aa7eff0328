"""Tables of Word files: which columns and rows each cell covers, whatever Word did to them."""

from __future__ import annotations

from cchc.intake.office_paper import Place, Table
from tests.intake.docx_files import grid, only_table, read, texts
from tests.intake.docx_pieces import W, abstract_list, cell, level, paragraph, row, run, table

MC = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"


def spans(found: Table) -> list[list[tuple[str, int, int, int]]]:
    """Return text, first column, columns and rows of every cell."""
    return [[(c.text, c.column, c.columns, c.rows) for c in one.cells] for one in found.rows]


def tc(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(text)}</w:tc>"


def tr(*cells: str, look: str = "") -> str:
    return f"<w:tr {W}><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def test_a_header_of_two_rows(tmp_path):
    head = [
        row([cell("STT", merge="restart"), cell("Phân công", span=2), cell("Hạn", merge="restart")],
            header=True),
        row([cell("", merge="continue"), cell("Chủ trì"), cell("Phối hợp"),
             cell("", merge="continue")], header=True),
        row([cell("1"), cell("A"), cell("B"), cell("Quý I")]),
    ]  # fmt: skip
    found = only_table(read(tmp_path, [table(head, 4)]))
    assert spans(found) == [
        [("STT", 0, 1, 2), ("Phân công", 1, 2, 1), ("Hạn", 3, 1, 2)],
        [("Chủ trì", 1, 1, 1), ("Phối hợp", 2, 1, 1)],
        [("1", 0, 1, 1), ("A", 1, 1, 1), ("B", 2, 1, 1), ("Quý I", 3, 1, 1)],
    ]
    assert [one.header for one in found.rows] == [True, True, False]
    assert found.columns == 4


def test_a_cell_merged_over_many_rows_and_begun_again(tmp_path):
    rows = [
        row([cell("a", merge="restart"), cell("1")]),
        row([cell("", merge="continue"), cell("2")]),
        row([cell("b", merge="restart"), cell("3")]),
        row([cell("c"), cell("4")]),
        row([cell("d", merge="continue"), cell("5")]),
    ]
    found = spans(only_table(read(tmp_path, [table(rows, 2)])))
    assert [r[0] for r in found] == [
        ("a", 0, 1, 2), ("2", 1, 1, 1), ("b", 0, 1, 1), ("c", 0, 1, 1), ("d", 0, 1, 1),
    ]  # fmt: skip


def test_rows_that_begin_and_end_inside_the_grid(tmp_path):
    rows = [
        tr(tc("a"), tc("b"), tc("c")),
        tr(tc("giữa"), look="<w:gridBefore w:val='1'/><w:gridAfter w:val='1'/>"),
    ]
    found = only_table(read(tmp_path, [table(rows, 3)]))
    assert spans(found)[1] == [("giữa", 1, 1, 1)]
    assert found.columns == 3


def test_cells_merged_sideways_by_old_versions_of_word(tmp_path):
    merged = tr(tc("gộp", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"), tc("c"))
    found = spans(only_table(read(tmp_path, [table([merged], 3)])))
    assert found == [[("gộp", 0, 2, 1), ("c", 2, 1, 1)]]


def test_a_cell_joins_its_paragraphs_and_writes_out_their_numbers(tmp_path):
    lists = [(70, abstract_list(0, [level(0, "bullet", "-")])),
             (71, abstract_list(0, [level(0, "decimal", "%1")]))]  # fmt: skip
    duties = paragraph("Phòng A;\nPhòng B") + paragraph("") + paragraph("x", numbered=(70, 0))
    number = paragraph("", numbered=(71, 0))
    rows = [row([cell("")._replace(inside=number), cell("")._replace(inside=duties)])] * 2
    paper = read(tmp_path, [table(rows, 2)], lists=lists)
    assert grid(only_table(paper)) == [
        ["1", "Phòng A;\nPhòng B\n- x"],
        ["2", "Phòng A;\nPhòng B\n- x"],
    ]


def test_a_cell_is_bold_when_all_its_words_are(tmp_path):
    half = paragraph("", inside=run("a", bold=True) + run("b"))
    rows = [row([cell("a\fb", bold=True), cell("")._replace(inside=half), cell("")])]
    (cells,) = [one.cells for one in only_table(read(tmp_path, [table(rows, 3)])).rows]
    assert [one.bold for one in cells] == [True, False, False]


def test_a_table_in_a_cell_stands_in_its_blocks(tmp_path):
    inner = table([row([cell("trong")])], 1)
    outer = cell("")._replace(inside=paragraph("ngoài") + inner + paragraph(""))
    (found,) = only_table(read(tmp_path, [table([row([outer])], 1)])).rows[0].cells
    assert found.text == "ngoài"
    assert [type(one).__name__ for one in found.blocks] == ["Paragraph", "Table"]
    assert grid(found.blocks[1]) == [["trong"]]
    assert found.blocks[1].place == found.place


def test_rows_and_cells_in_content_controls_are_read_and_deleted_rows_are_not(tmp_path):
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    rows = [
        control.format(tr(tc("a"))), tr(control.format(tc("b"))),
        tr(tc("xóa"), look="<w:del/>"), tr(tc("thêm"), look="<w:ins/>"),
        f"<mc:AlternateContent {MC}><mc:Choice>{tr(tc('c'))}</mc:Choice><mc:Fallback>{tr(tc('d'))}"
        "</mc:Fallback></mc:AlternateContent>",
    ]  # fmt: skip
    found = grid(only_table(read(tmp_path, [table(rows, 1)])))
    assert found == [["a"], ["b"], ["thêm"], ["c"]]


def test_places_count_tables_rows_and_cells_as_they_are_seen(tmp_path):
    rows = [row([cell("a", merge="restart"), cell("b")]),
            row([cell("", merge="continue"), cell("c")])]  # fmt: skip
    body = [paragraph("x"), table(rows, 2), paragraph("y"), table([row([cell("d")])], 1)]
    paper = read(tmp_path, body)
    first, second = [one for one in paper.blocks if isinstance(one, Table)]
    assert first.rows[1].cells[0].place == Place(table=1, row=2, cell=2)
    assert str(second.rows[0].cells[0].place.words) == "table 2, row 1, cell 1"
    assert texts(paper) == ["x", "y"]
    assert paper.blocks[2].place == Place(paragraph=2)
