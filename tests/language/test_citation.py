"""Citations in running text: found, read, judged, and nothing else taken for one."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.citation import document_key, find_citations
from tests.counting import calls

HERE = Path(__file__).parent
ROWS = [
    line.split("\t")
    for line in (HERE / "citations.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CORRECT = [row[1:] for row in ROWS if row[0] == "ok"]
BROKEN = [(row[0].split(","), row[2], row[3]) for row in ROWS if row[0] != "ok"]
PROSE = (HERE / "not_citations.txt").read_text(encoding="utf-8").splitlines()
SOURCES = [
    line.split("\t")
    for line in (HERE / "source_citations.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def one(text):
    (citation,) = find_citations(text)
    return citation


def faults(text):
    return [
        (problem.code, text[problem.start : problem.stop], problem.replacement)
        for citation in find_citations(text)
        for problem in citation.problems
    ]


def test_the_corpus_is_as_large_as_promised():
    assert len(CORRECT) >= 200
    assert len(BROKEN) >= 60
    assert len({klass for klass, *_ in CORRECT}) == 16


@pytest.mark.parametrize(("klass", "symbol", "text"), CORRECT)
def test_a_correct_citation_has_its_class_and_no_problem(klass, symbol, text):
    first = find_citations(text)[0]
    assert (first.klass, first.symbol) == (klass, symbol)
    assert faults(text) == []


@pytest.mark.parametrize(("codes", "replacement", "text"), BROKEN)
def test_a_broken_citation_has_exactly_its_fault(codes, replacement, text):
    found = faults(text)
    assert sorted(code for code, *_ in found) == sorted(codes)
    assert (replacement or None) in [new or None for *_, new in found]


@pytest.mark.parametrize("text", PROSE)
def test_prose_dates_ranges_and_blanks_are_no_citations(text):
    assert find_citations(text) == ()


@pytest.mark.parametrize(("klass", "kind", "symbol", "day", "issuer", "title"), SOURCES)
def test_every_document_of_the_source_plans_is_read_in_full(
    klass, kind, symbol, day, issuer, title
):
    citation = one(f"Căn cứ {kind} số {symbol} ngày {day} của {issuer} {title};")
    assert (citation.klass, citation.document_kind, citation.symbol) == (klass, kind, symbol)
    assert (citation.date_text, citation.issuer) == (day, issuer)
    assert citation.title == title.removeprefix("về việc ").removeprefix("về ")
    assert citation.problems == ()


def test_a_full_citation_has_all_its_parts():
    text = (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương "
        "trình tổng thể; các văn bản khác."
    )
    citation = one(text)
    assert text[citation.start : citation.stop] == citation.text
    assert citation.text.startswith("Nghị quyết")
    assert citation.text.endswith("tổng thể")
    assert (citation.number, citation.year, citation.date) == ("76", 2021, date(2021, 7, 15))
    assert citation.date_text == "15 tháng 7 năm 2021"
    assert citation.title == "ban hành Chương trình tổng thể"


def test_a_date_on_the_next_line_belongs_to_the_citation():
    citation = one("Kế hoạch số 188/KH-UBND ngày\n27/12/2025 của UBND\ntỉnh Thái Nguyên")
    assert citation.date == date(2025, 12, 27)
    assert citation.issuer == "UBND tỉnh Thái Nguyên"


def test_a_law_is_cited_by_name_and_date():
    citation = one("Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19/02/2025;")
    assert (citation.document_kind, citation.symbol, citation.klass) == ("Luật", "", "law")
    assert citation.title == "Ban hành văn bản quy phạm pháp luật"
    assert citation.year == 2025


@pytest.mark.parametrize(
    ("text", "title"),
    [("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19/02/2025",
      "Ban hành văn bản quy phạm pháp luật"),
     ("Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13", "Phổ biến, giáo dục pháp luật"),
     ("Pháp lệnh Pháp điển hệ thống quy phạm pháp luật số 03/2012/UBTVQH13 ngày 16/4/2012",
      "Pháp điển hệ thống quy phạm pháp luật"),
     ("Bộ luật Lao động số 45/2019/QH14", "Lao động"),
     ("Luật số 64/2025/QH15 ngày 19/02/2025", None),
     ("quy định của pháp luật số 64/2025/QH15 ngày 19/02/2025", None)],
)  # fmt: skip
def test_a_law_before_its_number_keeps_its_name(text, title):
    assert one(f"Căn cứ {text};").title == title


@pytest.mark.parametrize("day", ["24/62022", "246/2022", "24/122022", "2/42022", "24.62022"])
def test_a_date_with_a_stroke_missing_is_told_and_the_issuer_kept(day):
    text = f"Căn cứ Nghị định số 42/2022/NĐ-CP ngày {day} của Chính phủ;"
    assert one(text).issuer == "Chính phủ"
    assert faults(text) == [("impossible-date", day, None)]


def test_a_symbol_with_a_year_of_two_digits_is_told_unless_it_is_of_the_nineties():
    for symbol in ("118/25/NĐ-CP", "118/225/NĐ-CP", "12/24/NQ-HĐND"):
        text = f"Căn cứ Nghị định số {symbol} ngày 09/6/2025 của Chính phủ;"
        assert faults(text) == [("malformed-symbol", symbol, None)]
    assert find_citations("Thông tư số 05/98/TT-BXD ngày 09/6/1998 của Bộ Xây dựng") == ()
    assert find_citations("đạt tỷ lệ 118/25/NĐ-CP") == ()


def test_of_two_laws_the_dated_one_is_cited():
    citation = one("Luật Viên chức và Luật Cán bộ, công chức ngày 24/6/2025")
    assert citation.title == "Cán bộ, công chức"
    assert citation.text.startswith("Luật Cán bộ")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [("của Chính phủ trên địa bàn xã", "Chính phủ"),
     ("của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
     ("của Bộ Chính trị, Nghị quyết", "Bộ Chính trị"),
     ("của Bộ Nông nghiệp và Môi trường về", "Bộ Nông nghiệp và Môi trường"),
     ("của Chính phủ và Chương trình hành động", "Chính phủ"),
     ("của Ủy ban nhân dân tỉnh Tuyên Quang, về việc", "Ủy ban nhân dân tỉnh Tuyên Quang"),
     ("của Sở Văn hóa, Thể thao và Du lịch hướng dẫn", "Sở Văn hóa, Thể thao và Du lịch"),
     ("của UBND tỉnh).", "UBND tỉnh"),
     ("của Bộ Nội vụ và Bộ Tài chính hướng dẫn", "Bộ Nội vụ và Bộ Tài chính"),
     ("của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư"),
     ("của Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc"
      " Việt Nam về", "Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt"
      " trận Tổ quốc Việt Nam"),
     ("của Phòng Kinh tế, Hạ tầng và Đô thị về", "Phòng Kinh tế, Hạ tầng và Đô thị"),
     ("của UBND tỉnh, UBND xã xây dựng", "UBND tỉnh"),
     ("của Bộ Nội vụ và Văn phòng Chính phủ hướng dẫn", "Bộ Nội vụ và Văn phòng Chính phủ"),
     ("của Bộ Nội vụ, Văn phòng Chính phủ hướng dẫn", "Bộ Nội vụ, Văn phòng Chính phủ"),
     ("của Bộ Tài chính và Kiểm toán nhà nước về", "Bộ Tài chính và Kiểm toán nhà nước"),
     ("của Văn phòng Chính phủ và Bộ Nội vụ về", "Văn phòng Chính phủ và Bộ Nội vụ"),
     ("của Thủ tướng Chính phủ và Văn phòng Chính phủ giao", "Thủ tướng Chính phủ"),
     ("giữa UBND xã và Ủy ban MTTQ Việt Nam xã;", "UBND xã và Ủy ban MTTQ Việt Nam xã"),
     ("giữa Công an xã và Đoàn Thanh niên xã về", "Công an xã và Đoàn Thanh niên xã"),
     ("giữa UBND xã với Hội Nông dân xã", "UBND xã với Hội Nông dân xã"),
     ("giữa Đảng ủy, UBND xã và Ủy ban MTTQ xã và triển khai", "Đảng ủy, UBND xã và Ủy ban MTTQ xã"),
     ("của Chính phủ gắn với cơ cấu lại", "Chính phủ"),
     ("của Chính phủ trước ngày 30/6/2026", "Chính phủ"),
     ("của Chủ tịch UBND xã kể từ ngày ký", "Chủ tịch UBND xã"),
     ("của UBND xã sau khi được phê duyệt", "UBND xã"),
     ("của UBND xã đến toàn thể cán bộ", "UBND xã"),
     ("của UBND xã phải hoàn thành", "UBND xã"),
     ("của UBND xã chậm nhất 30/6", "UBND xã"),
     ("của UBND xã bằng văn bản", "UBND xã"),
     ("của UBND xã hết hiệu lực", "UBND xã"),
     ("của UBND xã thay cho Quyết định", "UBND xã"),
     ("của UBND xã đồng thời triển khai", "UBND xã"),
     ("của Chính phủ áp dụng cho", "Chính phủ"),
     ("của Bộ Chính trị nhấn mạnh", "Bộ Chính trị"),
     ("của UBND tỉnh ưu tiên", "UBND tỉnh"),
     ("của Ủy ban nhân dân xã lồng ghép", "Ủy ban nhân dân xã"),
     ("của Bộ trưởng Bộ Nội vụ lưu ý", "Bộ trưởng Bộ Nội vụ"),
     ("của Quốc hội khóa XV", "Quốc hội khóa XV"),
     ("của Chủ tịch Chính phủ lâm thời", "Chủ tịch Chính phủ lâm thời"),
     ("của UBND tỉnh]", "UBND tỉnh"),
     ("của Văn phòng Đăng ký đất đai tỉnh", "Văn phòng Đăng ký đất đai tỉnh"),
     ("của Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã")],
)  # fmt: skip
def test_the_issuer_ends_where_the_next_thought_begins(text, issuer):
    citation = find_citations(f"Kế hoạch số 12/KH-ABC ngày 12/9/2025 {text}")[0]
    assert citation.issuer == issuer


def test_a_title_keeps_the_citation_inside_it_and_stops_at_the_next_base():
    text = (
        "Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ và Kế hoạch số 15-KH/TU ngày "
        "12/9/2025 của Tỉnh ủy thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá, "
        "Quyết định số 766/QĐ-TTg về dữ liệu"
    )
    titles = [citation.title for citation in find_citations(text)]
    inner = "thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá"
    assert titles == [None, inner, "đột phá", "dữ liệu"]


def test_later_members_of_a_list_take_the_kind_of_the_first():
    found = find_citations("Các Nghị quyết số 57-NQ/TW, 66-NQ/TW và số 68-NQ/TW của Bộ Chính trị")
    assert [citation.document_kind for citation in found] == ["Nghị quyết"] * 3
    assert found[2].issuer == "Bộ Chính trị"


def test_a_kind_said_once_for_a_list_holds_for_each_of_its_numbers():
    text = (
        "Căn cứ các Nghị định của Chính phủ: số 45/2020/NĐ-CP ngày 08/4/2020 về thủ tục hành chính"
        " trên môi trường điện tử; số 42/2022/NĐ-CP ngày 24/6/2022 về cung cấp thông tin"
    )
    first, second = find_citations(text)
    assert [first.document_kind, second.document_kind] == ["Nghị định", "Nghị định"]
    assert not first.problems and not second.problems


@pytest.mark.parametrize(
    ("text", "day", "issuer"),
    [("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 04/TTr-VHXH ngày 05/01/2026",
      "05/01/2026", "Trưởng phòng Văn hóa - Xã hội"),
     ("Ngày 06/4/2026, Chủ tịch UBND tỉnh Phú Thọ ký Quyết định số 15/QĐ-UBND về chỉ số",
      "06/4/2026", "Chủ tịch UBND tỉnh Phú Thọ"),
     ("UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2026", "05/01/2026", "UBND tỉnh"),
     ("Nghị quyết của HĐND tỉnh số 12/NQ-HĐND ngày 10/7/2025", "10/7/2025", "HĐND tỉnh"),
     ("Thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 15/UBND-NC ngày 20/02/2026",
      "20/02/2026", "Chủ tịch UBND tỉnh"),
     ("Quyết định số 05/QĐ-BCĐ ngày 10/9/2025 của Ban Chỉ đạo chuyển đổi số tỉnh", "10/9/2025",
      "Ban Chỉ đạo chuyển đổi số tỉnh"),
     ("Ngày 05/01/2026, các đơn vị đã họp. Kế hoạch số 12/KH-UBND về chỉ số", None, None),
     ("Ngày 05/01/2026, thực hiện Kế hoạch số 12/KH-UBND về chỉ số", None, None)],
)  # fmt: skip
def test_date_and_issuer_may_stand_before_the_kind(text, day, issuer):
    citation = one(text)
    assert (citation.date_text, citation.issuer) == (day, issuer)
    assert citation.problems == ()


@pytest.mark.parametrize(
    "text",
    ["các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về A; số 48/2013/NĐ-CP ngày"
     " 14/5/2013 và số 92/2017/NĐ-CP ngày 07/8/2017",
     "các Nghị định số 63/2010/NĐ-CP ngày 08/6/2010, số 48/2013/NĐ-CP ngày 14/5/2013 và số"
     " 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ"],
)  # fmt: skip
def test_an_issuer_said_once_for_a_list_holds_for_each_of_its_numbers(text):
    found = find_citations(text)
    assert [c.issuer for c in found] == ["Chính phủ"] * 3
    assert [c.document_kind for c in found] == ["Nghị định"] * 3


def test_the_date_of_another_paper_is_not_that_of_the_next():
    text = "tại Tờ trình số 365/TTr-SNV ngày 12/12/2025, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND"
    assert [citation.date_text for citation in find_citations(text)] == ["12/12/2025", None]


def test_the_issuer_of_a_list_holds_where_the_kind_is_repeated():
    text = "các Nghị quyết của Bộ Chính trị: Nghị quyết số 57-NQ/TW; Nghị quyết số 66-NQ/TW"
    assert [citation.issuer for citation in find_citations(text)] == ["Bộ Chính trị"] * 2


def test_a_wrong_issuer_said_once_is_one_fault():
    text = "các Nghị định của Thủ tướng Chính phủ: số 63/2010/NĐ-CP; số 48/2013/NĐ-CP"
    assert [code for code, *_ in faults(text)] == ["issuer-against-suffix"]


def test_a_kind_in_the_sentence_before_does_not_hold():
    text = "Theo các Nghị định của Chính phủ: xem Công báo. Gửi về số 12/2026/NĐ-CP trước tháng 6"
    (found,) = find_citations(text)
    assert found.document_kind is None


def test_a_title_ends_before_what_later_documents_did_to_it():
    text = (
        "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ về dịch vụ công trực tuyến, đã"
        " được sửa đổi, bổ sung một số điều tại Nghị định số 278/2025/NĐ-CP"
    )
    assert find_citations(text)[0].title == "dịch vụ công trực tuyến"
    text = "Quyết định số 9/QĐ-UBND ngày 05/01/2026 của UBND tỉnh công bố thủ tục được sửa đổi, bổ sung"
    assert find_citations(text)[0].title == "công bố thủ tục được sửa đổi, bổ sung"


def test_a_quotation_inside_a_title_keeps_its_closing_mark():
    text = 'Quyết định số 9/QĐ-UBND ngày 05/01/2026 của UBND tỉnh phê duyệt Đề án "Một cửa số"'
    assert find_citations(text)[0].title == 'phê duyệt Đề án "Một cửa số"'
    quoted = f'Theo "{text[:-13]}"'
    assert find_citations(quoted)[0].title == "phê duyệt Đề án"


def test_a_law_named_before_its_number_begins_with_the_word_law():
    (found,) = find_citations("Căn cứ Luật Đất đai số 31/2024/QH15")
    assert found.text == "Luật Đất đai số 31/2024/QH15"


def test_papers_of_several_agencies_have_codes_of_their_own():
    (found,) = find_citations("Hướng dẫn liên ngành số 03/HDLN-SNV-STC ngày 04/4/2025")
    assert found.document_kind == "Hướng dẫn liên ngành"
    assert not found.problems


def test_the_dot_of_an_abbreviated_city_does_not_end_a_title():
    text = "Quyết định số 12/QĐ-UBND về chuyển đổi số tại TP. Hải Phòng. Theo đó, xã làm tiếp."
    assert one(text).title == "chuyển đổi số tại TP. Hải Phòng"


def test_in_prose_the_title_ends_where_duties_begin_but_not_in_a_base():
    cited = "Kế hoạch số 12/KH-UBND của UBND tỉnh về kiểm soát thủ tục, thực hiện cơ chế một cửa"
    in_base = find_citations(f"Căn cứ {cited};")[0]
    in_prose = find_citations(f"- Quyết liệt triển khai đồng bộ, đầy đủ {cited}.")[0]
    assert in_base.title == "kiểm soát thủ tục, thực hiện cơ chế một cửa"
    assert in_prose.title == "kiểm soát thủ tục"


def test_a_fault_is_placed_at_its_exact_stretch():
    text = "Căn cứ Kế hoạch số 1/KH-UBND, ngày 5/01/2026 của HĐND xã;"
    assert faults(text) == [
        ("malformed-symbol", "1/KH-UBND", "01/KH-UBND"),
        ("party-comma", ",", ""),
        ("date-padding", "5/01/2026", "05/01/2026"),
        ("issuer-against-suffix", "HĐND xã", None),
    ]


def test_all_replacements_together_give_a_citation_without_fault():
    text = "Căn cứ Nghị quyết 76/NQCP, ngày 15/07/2021 của Chính phủ;"
    found = [p for c in find_citations(text) for p in c.problems]
    for problem in sorted(found, key=lambda p: -p.start):
        assert problem.replacement is not None
        text = text[: problem.start] + problem.replacement + text[problem.stop :]
    assert text == "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;"
    assert faults(text) == []


def test_the_same_symbol_of_another_year_is_another_document():
    first = document_key(one("Nghị quyết số 76/NQ-CP ngày 13/6/2013 của Chính phủ"))
    second = document_key(one("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ"))
    broken = document_key(one("Nghị quyết số 76/NQCP ngày 15 tháng 7 năm 2021"))
    assert first == ("76/NQ-CP", "government", 2013)
    assert second == broken == ("76/NQ-CP", "government", 2021)


def test_a_law_by_name_has_a_key_in_any_spelling():
    first = document_key(one("Luật Khoa học và Công nghệ ngày 27/6/2025"))
    second = document_key(one("Luật Khoa học và  Công nghệ ngày 27 tháng 6 năm 2025"))
    assert first == second
    assert first[1:] == ("assembly", 2025)


HOSTILE = [
    "1" * 25_000, "1/A " * 6_250, "1/A-" * 6_250, "1/" + "A" * 25_000, "1-" * 12_500,
    "Nghị quyết số" + " " * 25_000 + "76/NQ-CP", "Luật " * 5_000, "Luật A b c d " * 2_000,
    "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành " * 400, "(" * 25_000,
    "".join(f"Quyết định số {i}/NQ{i % 97}CP " for i in range(1_000)), "ngày " * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_of_25_kb_is_read_in_a_few_calls_a_letter(text):
    assert calls(lambda: find_citations(text)) < 20 * len(text)


PIECES = st.sampled_from(
    ["Nghị quyết", "Luật", "Kế hoạch", " số ", "76/NQ-CP", "76/NQCP", "57-NQ/TW", " ngày ",
     "15/7/2021", "32/13/0000", " của ", "Chính phủ", ", ", " và ", ";", "\n", "(", ")", "về ",
     "tháng", "năm", "118/NĐ-CP", "12/kh-ubnd", "Ð", "·"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_is_searched_without_an_error_and_with_true_offsets(text):
    for citation in find_citations(text):
        assert text[citation.start : citation.stop] == citation.text
        for problem in citation.problems:
            assert 0 <= problem.start <= problem.stop <= len(text)
            assert problem.message.text.format_map(problem.message.values)


@pytest.mark.parametrize(
    ("before", "issuer"),
    [("dự toán được HĐND xã giao tại ", "HĐND xã"), ("đã được UBND tỉnh phê duyệt tại ", "UBND tỉnh"),
     ("nhiệm vụ giao tại ", None)],
)  # fmt: skip
def test_who_assigns_or_approves_in_a_document_issued_it(before, issuer):
    found = find_citations(f"Thực hiện {before}Nghị quyết số 18/NQ-HĐND ngày 22/12/2025")
    assert found[0].issuer == issuer
