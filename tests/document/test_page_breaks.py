"""What stays together on a page, and lists of recipients that run over one."""

from __future__ import annotations

from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from cchc.word.markup import w


def _cells(row):
    return row.findall(w("tc"))


def _kept(paragraph):
    keep = paragraph.find(f"{w('pPr')}/{w('keepNext')}")
    return keep is not None and keep.get(w("val")) != "0"


def test_forty_recipients_run_over_a_page_beside_nothing(paper):
    made = paper(document={"recipients": [f"Cơ quan thứ {n}" for n in range(1, 40)]})
    rows = made.table(1).findall(w("tr"))
    first = [made.words(_cells(row)[0]) for row in rows[1:3]]
    assert first == ["- Cơ quan thứ 11;", "- Cơ quan thứ 12;"]
    assert made.words(_cells(rows[0])[1]) == "CHỦ TỊCHNguyễn Văn An"
    assert len(rows) == 31
    assert {made.words(_cells(row)[1]) for row in rows[1:]} == {""}
    assert made.by_style("Danh sách nơi nhận")[-1] == "- Lưu: VT, VHXH."
    # The last two lines go over together; the others may part.
    kept = [_kept(next(row.iter(w("p")))) for row in rows[1:]]
    lists = [p for row in rows[1:] for p in _cells(row)[0].findall(w("p"))]
    assert kept == [False] * 30
    assert lists[-2].find(f"{w('pPr')}/{w('keepNext')}") is None  # by its style


def test_a_short_list_stays_beside_the_signature(paper):
    made = paper(document={"recipients": [f"Cơ quan thứ {n}" for n in range(1, 12)]})
    assert len(made.table(1).findall(w("tr"))) == 1


def test_an_appendix_has_its_line_and_closing_mark_kept_to_the_last_row(paper):
    made = paper()
    texts = [(made.style(p), made.words(p)) for p in made.body.findall(w("p"))]
    at = texts.index(("Tên phụ lục", "DANH MỤC NHIỆM VỤ NĂM 2026"))
    assert [style for style, _ in texts[at + 1 :]] == ["Kèm theo", "Đường kẻ ngắn", "Kết phụ lục"]
    assert texts[-1][1] == "./."
    assert all(_kept(p) for p in made.table()[-1].iter(w("p")))


def test_a_list_that_runs_over_a_page_is_read_back_whole(paper, tmp_path):
    names = [f"Cơ quan thứ {n}" for n in range(1, 40)]
    file = tmp_path / "a.docx"
    file.write_bytes(paper(document={"recipients": names}).data)
    read = recognise(open_paper(file)).data["document"]
    assert (read["recipients"], read["archive"]) == (names, "Lưu: VT, VHXH")
