"""What a plan announces and does not hold, and what it points to that is not there."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find, put

POINT = "- Số hóa hồ sơ tại Trung tâm."
POINTER = "      - {role: appendix, text: (Có Phụ lục kèm theo)}\n"


def told(text: str, code: str) -> list[str | None]:
    return [one.finding.within for one in find(text) if one.finding.code == code]


@pytest.mark.parametrize(
    ("words", "within"),
    [("(Chi tiết tại Phụ lục I, II, III kèm theo)", "Phụ lục I, II, III"),
     ("(Chi tiết tại các Phụ lục I và II)", "Phụ lục I và II"),
     ("(Có 02 Phụ lục kèm theo)", "02 Phụ lục kèm theo"),
     ("(Có Phụ lục số 01, 02 kèm theo Kế hoạch này)", "Phụ lục số 01, 02"),
     ("(Chi tiết tại Phụ lục I kèm theo)", None),
     ("(Có 01 Phụ lục kèm theo)", None)],
)  # fmt: skip
def test_more_appendices_than_there_are(words, within):
    text = put(POINTER, POINTER.replace("(Có Phụ lục kèm theo)", f'"{words}"'))
    assert told(text, "N003") == ([within] if within else [])


@pytest.mark.parametrize(
    ("words", "within"),
    [("- Công khai theo danh mục tại Phụ lục II kèm theo Kế hoạch này.", "Phụ lục II"),
     ("- Báo cáo theo Phụ lục II ban hành kèm theo Nghị định số 118/2025/NĐ-CP.", None),
     ("- Báo cáo theo mẫu tại Phụ lục III, Thông tư số 03/2025/TT-VPCP.", None),
     ("- Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh (Phụ lục II kèm theo).", None),
     ("- Rà soát 02 phụ lục của quy chế.", None)],
)  # fmt: skip
def test_an_appendix_in_a_sentence_is_this_plan_s_or_another_document_s(words, within):
    assert told(put(POINT, words), "N003") == ([within] if within else [])


@pytest.mark.parametrize(
    "kept", ["PHỤ LỤC II", "Phụ lục II. MẪU BÁO CÁO", "PHỤ LỤC II MẪU BÁO CÁO", "STT | Đơn vị"]
)
def test_an_appendix_that_waits_for_its_place_is_there(kept):
    text = put(POINTER, POINTER.replace("(Có Phụ lục kèm theo)", '"(Có Phụ lục I, II kèm theo)"'))
    assert told(text, "N003") == ["Phụ lục I, II"]
    assert told(f"{text}unplaced: [{kept}]\n", "N003") == []
    assert told(f"{text}unplaced: [TL. CHỦ TỊCH | Lê Thị Hoa]\n", "N003") == ["Phụ lục I, II"]


@pytest.mark.parametrize(
    ("title", "severity"),
    [("Cải cách hành chính xã Định Hóa năm 2026", "warning"),
     ("Hoạt động của Tổ công tác cải cách hành chính xã Định Hóa năm 2026", "info"),
     ("Thực hành tiết kiệm, chống lãng phí năm 2026", "info")],
)  # fmt: skip
def test_money_is_missed_in_plans_of_reform(title, severity):
    own = "Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã Định Hóa năm 2026"
    text = put("  - title: KINH PHÍ\n    items: [Ngân sách xã bảo đảm kinh phí.]\n", "")
    text = text.replace("Cân đối nguồn kinh phí thực hiện.", "Phối hợp thực hiện.").replace(
        own, title
    )
    found = [one.finding.severity.value for one in find(text) if one.finding.code == "N010"]
    assert found == [severity]


@pytest.mark.parametrize(
    ("words", "told"),
    [("Phòng cập nhật trên phần mềm trước 17h00 ngày 25 hằng tháng.", []), ("Phòng cập nhật trên phần mềm.", ["warning"])],
)  # fmt: skip
def test_figures_kept_up_to_date_in_a_system_are_reports(words, told):
    text = WHOLE.replace(
        "            deadline: Hằng quý\n            report: {to: Sở Nội vụ, via: vh-xh}\n", ""
    )
    text = text.replace("- text: Báo cáo kết quả thực hiện.", f"- text: {words}")
    assert [one.finding.severity.value for one in find(text) if one.finding.code == "N010"] == told


def test_an_appendix_of_another_kind_is_no_lack_of_one():
    bare = WHOLE[: WHOLE.index("appendices:")]
    assert told(bare, "N003") == [None]
    table = "unplaced: [STT | Đơn vị được kiểm tra | Thời gian, 1 | Phòng Kinh tế | 12/5]\n"
    assert told(bare + table, "N003") == []


@pytest.mark.parametrize(
    ("name", "degree"),
    [("ThS. Nguyễn Văn An", "ThS. "), ("PGS. TS Nguyễn Văn An", "PGS. TS "), ("Th.S Nguyễn Văn An", "Th.S "), ("Ksor H'Bia", None),
     ("Bùi Văn An", None)],
)  # fmt: skip
def test_no_degree_before_the_signer_s_name(name, degree):
    text = put("    name: Nguyễn Văn An\n", f"    name: {name}\n")
    assert told(text, "V017") == ([degree] if degree else [])


@pytest.mark.parametrize(
    ("line", "opening", "found"),
    [("Như trên", "", 1), ("như trên (để báo cáo)", "", 1), ("Như trên", "Kính gửi: Sở Nội vụ. ", 0),
     ("Như Điều 3", "", 0)],
)  # fmt: skip
def test_as_above_needs_somebody_above(line, opening, found):
    text = put("    - Sở Nội vụ\n", f"    - Sở Nội vụ\n    - {line}\n")
    text = text.replace("opening: ", f"opening: |-\n  {opening}", 1) if opening else text
    assert len(told(text, "V018")) == found


@pytest.mark.parametrize(
    ("words", "within"),
    [("- Văn phòng HĐND & UBND xã theo dõi.", "HĐND & UBND"),
     ("- Văn phòng HĐND&UBND xã theo dõi.", "HĐND&UBND"),
     ("- Phòng Văn hóa & Xã hội theo dõi.", "hóa & Xã"),
     ("- Phòng KTHT&ĐT phối hợp theo Công văn số 12/UBND-KTHT&ĐT.", None),
     ("- Hợp tác với Công ty Hoa & Mai về R&D.", None)],
)  # fmt: skip
def test_and_is_written_out_in_names(words, within):
    assert told(put(POINT, words), "H014") == ([within] if within else [])


def test_a_title_repeated_without_its_date_is_repeated():
    title = "về đột phá phát triển khoa học, công nghệ và chuyển đổi số quốc gia"
    words = "- Nghị quyết số 57-NQ/TW{} của Bộ Chính trị {title}."
    first, again = (
        words.format(date, title=title).replace("- ", "- Thực hiện ")
        for date in (" ngày 22/12/2024", "")
    )
    assert told(put(POINT, f"{first}\n          {again}"), "C019") == [title.removeprefix("về ")]
    assert told(WHOLE, "C019") == []


def test_a_verb_before_a_comma_is_a_verb_behind_a_semicolon_too():
    assert told(put(POINT, "- Bố trí nhân sự; Rà soát, đánh giá hồ sơ."), "H012") == ["Rà soát"]


SHARE = "Tỷ lệ hồ sơ giải quyết đúng hạn {}."


@pytest.mark.parametrize(
    ("first", "second", "within"),
    [("đạt 100%", "đạt 95%", "95%"), ("đạt từ 90% trở lên", "đạt 100 %", "100 %"),
     ("đạt 100%", "đạt 100%", None), ("đạt 100%", "đến năm 2030 đạt 95%", None),
     ("đạt 100%", "trong Quý II đạt 95%", None), ("đạt 100%", "hiện nay đạt 95%", None),
     ("đạt 100%", "của Phòng Kinh tế đạt 95%", None)],
)  # fmt: skip
def test_sentences_that_give_one_measure_two_values(first, second, within):
    text = put(POINT, f"- {SHARE.format(first)}\n          - {SHARE.format(second)}")
    assert told(text, "T005") == ([within] if within else [])


def test_shares_of_two_units_are_no_conflict():
    duties = "\n".join(
        f"      - units: [{unit}]\n        items: ['{SHARE.format(f'đạt {share}%')}']"
        for unit, share in (("vh-xh", 95), ("kinh-te", 100))
    )
    assert (
        told(
            f"{WHOLE}\n".replace(
                "appendices:\n", f"  - title: KHÁC\n    items:\n{duties}\nappendices:\n", 1
            ),
            "T005",
        )
        == []
    )


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [("Thực hiện cấp kết quả điện tử và tái sử dụng kết quả", "Tỷ lệ cấp kết quả điện tử đối với TTHC"
      " thuộc thẩm quyền giải quyết của UBND cấp xã", 1),
     ("Hồ sơ trực tuyến và hồ sơ giấy", "Hồ sơ trực tuyến", 0),
     ("Cấp kết quả điện tử lần đầu", "Cấp kết quả điện tử đối với hồ sơ đất đai", 0)],
)  # fmt: skip
def test_a_measure_that_holds_another_conflicts_with_it(one, other, found):
    targets = "".join(
        f"  - {{measure: {measure}, exactly: {value}, unit: '%'}}\n"
        for measure, value in ((one, 90), (other, 100))
    )
    text = WHOLE.replace("body:\n", f"targets:\n{targets}body:\n", 1)
    assert len(told(text, "T005")) == found


GROUPS = """groups:
  - {id: tat-ca, name: "Các cơ quan, đơn vị", members: all}
  - {id: hai, name: Hai phòng, members: [vh-xh, kinh-te]}
"""


@pytest.mark.parametrize(
    ("over", "inside", "found"),
    [("vh-xh", "tat-ca", 1), ("vh-xh", "hai", 0), ("tat-ca", "tat-ca", 0), ("vh-xh", "kinh-te", 0)],
)
def test_a_duty_of_all_is_no_duty_under_one_unit(over, inside, found):
    duties = f"  - title: VIỆC\n    items:\n      - units: [{over}]\n        items:\n          - {{units: [{inside}], text: Báo cáo.}}\n"
    text = WHOLE.replace("body:\n", f"{GROUPS}body:\n{duties}", 1)
    assert len(told(text, "N018")) == found


@pytest.mark.parametrize(
    ("heading", "title", "found"),
    [("MỤC TIÊU", "Nhiệm vụ và giải pháp cụ thể", 1), ("CÁC MỤC TIÊU CỤ THỂ", "Các nhiệm vụ", 1),
     ("MỤC TIÊU, NHIỆM VỤ", "Nhiệm vụ", 0), ("MỤC TIÊU", "Mục tiêu cụ thể", 0)],
)  # fmt: skip
def test_tasks_are_no_goals(heading, title, found):
    part = f"  - title: {heading}\n    items:\n      - title: {title}\n        items: [Rà soát.]\n"
    assert len(told(WHOLE.replace("body:\n", f"body:\n{part}", 1), "N018")) == found
