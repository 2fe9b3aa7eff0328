"""Names of units: where one ends and the next begins, and which of them are one body."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.intake.office_paper import Place
from cchc.intake.units.book import UnitBook
from cchc.intake.units.data import declared_units
from cchc.intake.units.keys import unit_kind
from cchc.intake.units.words import is_proper, split_names
from cchc.language.names import fold
from tests.intake.tables import imported

NEVER_KNOWN = [
    ("Phòng Kinh tế; Trung tâm Dịch vụ công", ["Phòng Kinh tế", "Trung tâm Dịch vụ công"]),
    ("Các cơ quan, tổ chức, đơn vị", ["Các cơ quan, tổ chức, đơn vị"]),
    ("Sở Nội vụ và các đơn vị có liên quan", ["Sở Nội vụ", "các đơn vị có liên quan"]),
    ("Các cơ quan, đơn vị; các xóm", ["Các cơ quan, đơn vị", "các xóm"]),
    ("Các đơn vị liên quan và các xóm", ["Các đơn vị liên quan", "các xóm"]),
    ("Các phòng chuyên môn, cơ quan liên quan",
     ["Các phòng chuyên môn", "Các cơ quan liên quan"]),
    ("Đảng ủy - HĐND và UBND", ["Đảng ủy - HĐND và UBND"]),
    ("Văn phòng HĐND và UBND, Phòng Kinh tế", ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]),
    ("Phòng Văn hóa và Xã hội", ["Phòng Văn hóa và Xã hội"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Ủy ban MTTQ và các tổ chức chính trị - xã hội",
     ["Ủy ban MTTQ", "các tổ chức chính trị - xã hội"]),
    ("- Phòng Kinh tế;\n- Công an xã.", ["Phòng Kinh tế", "Công an xã"]),
    ("Phòng Văn hóa -\nXã hội", ["Phòng Văn hóa - Xã hội"]),
    ("Phòng Kinh tế\nCông an xã", ["Phòng Kinh tế", "Công an xã"]),
    ("Công an xã, Ban CHQS xã và các thôn", ["Công an xã", "Ban CHQS xã", "các thôn"]),
    ("Các phòng: Kinh tế, Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    ("Công an xã, Chi nhánh Văn phòng đăng ký đất đai",
     ["Công an xã", "Chi nhánh Văn phòng đăng ký đất đai"]),
    ("Các khu phố, ngân hàng trên địa bàn", ["Các khu phố", "Các ngân hàng trên địa bàn"]),
    ("Các thôn, tổ dân phố", ["Các thôn, tổ dân phố"]),
    ("Các khối phố, ngân hàng", ["Các khối phố", "Các ngân hàng"]),
    ("Công an xã - Cơ quan thường trực Tổ công tác Đề án 06", ["Công an xã"]),
    ("Phòng Nội vụ (đơn vị đầu mối)", ["Phòng Nội vụ"]),
    ("Chủ trì: Phòng Kinh tế\nPhối hợp: Các phòng, ban", ["Phòng Kinh tế", "Các phòng, ban"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NEVER_KNOWN)
def test_a_cell_is_cut_where_names_end(text, names):
    assert split_names(text, lambda name: False) == names


def test_a_name_known_from_elsewhere_is_never_cut():
    known = {"Phòng Tư pháp, Hộ tịch"}
    assert split_names("Phòng Tư pháp, Hộ tịch; Công an xã", known.__contains__) == [
        "Phòng Tư pháp, Hộ tịch", "Công an xã",
    ]  # fmt: skip


def book(*mentions: str, commune: str = "An Bình") -> UnitBook:
    made = UnitBook(commune)
    for text in mentions:
        made.note(text, Place())
    made.settle()
    return made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội"),
        ("Phòng Văn hóa - Xã hội", "Phòng VH-XH xã"),
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND - UBND xã"),
        ("Văn phòng HĐND và UBND", "Văn phòng Ủy ban nhân dân xã"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm PVHCC xã An Bình"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chinh công"),
        ("Phòng Kinh tế", "Trưởng phòng Kinh tế"),
        ("Ủy ban MTTQ", "Mặt trận Tổ quốc Việt Nam xã"),
        ("Các cơ quan, đơn vị có liên quan", "Các cơ quan đơn vị liên quan"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KTHT&ĐT"),
        ("Công an xã", "CA xã"),
        ("Các thôn", "Các trưởng thôn"),
        ("Các thôn", "Các thôn trưởng"),
    ],
)
def test_spellings_of_one_body_are_one_unit(one, other):
    units = book(one, one, other)
    assert units.ids(one) == units.ids(other) != ()
    assert len(units.entries) == 1


def test_a_name_with_what_it_does_in_brackets_is_not_the_name_of_the_unit():
    units = book("Phòng Kinh tế (dữ liệu đất đai)", "Phòng Kinh tế")
    assert [one.name for one in units.units] == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trung tâm Dịch vụ tổng hợp", "Trung tâm Phục vụ hành chính công"),
        ("Trung tâm Dịch vụ Hành chính công", "Trung tâm Phục vụ Hành chính công"),
        ("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng"),
        ("Trường Tiểu học số 1", "Trường Tiểu học số 2"),
        ("Thôn Đông", "Thôn Đoài"),
        ("Các cơ quan, đơn vị", "Các cơ quan, đơn vị thuộc UBND xã"),
    ],
)
def test_two_bodies_never_become_one(one, other):
    units = book(one, one, other)
    assert units.ids(one) != units.ids(other)
    assert len(units.entries) == 2


def test_a_name_much_like_a_more_usual_one_is_pointed_out():
    units = book("Trung tâm Phục vụ Hành chính công", "Trung tâm Phục vụ Hành chính công",
                 "Trung tâm Dịch vụ Hành chính công")  # fmt: skip
    rare = next(one for one in units.units if "Dịch vụ" in one.name)
    assert rare.likeness == "Trung tâm Phục vụ Hành chính công"


def test_usual_units_get_the_ids_that_plans_use():
    units = book("Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công; Công an xã; Sở Nội vụ")
    assert [(one.id, one.kind) for one in units.units] == [
        ("vh-xh", "own"), ("pvhcc", "own"), ("cong-an", "own"), ("so-noi-vu", "outside"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Phòng, chống tham nhũng", "Ban hành kế hoạch", "Hội nghị tổng kết", "Trường hợp vướng mắc",
     "Đội ngũ cán bộ", "Tổ chức thực hiện", "Đoàn thể các cấp", "Nâng cao chất lượng"],
)  # fmt: skip
def test_words_that_only_begin_like_a_unit_are_none(text):
    assert not is_proper(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        line.split("\t")
        for line in (Path(__file__).parent / "units.tsv").read_text("utf-8").splitlines()[1:]
    ],
)
def test_units_of_other_levels_are_not_the_communes_own(name, kind):
    assert unit_kind(fold(name)) == kind


@pytest.mark.parametrize(
    ("name", "one"),
    [("Bộ phận Hành chính", True), ("Bộ phận một cửa", True), ("Các bộ phận chuyên môn", False)],
)
def test_a_section_with_a_name_is_one_unit(name, one):
    units = book(name)
    assert (len(units.units), len(units.groups)) == ((1, 0) if one else (0, 1))


@pytest.mark.parametrize(
    ("name", "members"),
    [("Các cơ quan, đơn vị", "all"), ("Các cơ quan, đơn vị thuộc UBND xã", "all"),
     ("Các sở, ngành tỉnh", None), ("Các cơ quan cấp tỉnh", None), ("Các đơn vị được kiểm tra", None)],
)  # fmt: skip
def test_a_group_has_the_units_of_the_commune_only_where_its_name_says_so(name, members):
    (group,) = declared_units(book("Phòng Kinh tế", name)).groups
    assert group.get("members") == members


def test_each_spelling_of_a_unit_is_told_with_its_first_place():
    made = UnitBook("An Bình")
    for n, name in enumerate(
        ["Phòng Kinh tế", "Phòng Kinh tế", "Phòng Kinh Tế", "Phòng Kinh tế xã"]
    ):
        made.note(name, Place(paragraph=n + 1))
    made.settle()
    told = str(declared_units(made).comments["units", 0])
    assert told == "also written “Phòng Kinh Tế” (paragraph 3), “Phòng Kinh tế xã” (paragraph 4)"


LEGEND = "Viết tắt | Tên đơn vị\nP. VHXH | Phòng Văn hóa - Xã hội\nVP | Văn phòng HĐND và UBND\nCCHC | Cải cách hành chính"
SHORT_ROWS = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn\n1 | Rà soát | P. VHXH | VP | Quý I\n2 | Công khai | VP | P. VHXH | Quý II"


@pytest.mark.parametrize(
    ("heads", "known"),
    [("Viết tắt | Tên đơn vị", True), ("Từ viết tắt | Nghĩa đầy đủ", True), ("Ký hiệu | Đơn vị", True),
     ("Chữ viết tắt | Cụm từ đầy đủ", True), ("STT | Ngày", False), ("Ký hiệu | Ngày ban hành", False)],
)  # fmt: skip
def test_a_table_of_short_names_names_the_units(heads, known):
    found = imported(SHORT_ROWS, LEGEND.replace("Viết tắt | Tên đơn vị", heads))
    declared = {one["name"]: one.get("aliases", []) for one in found.data["units"]}
    assert ("Phòng Văn hóa - Xã hội" in declared) == known
    left = [str(one) for one in found.data["unplaced"]]
    if known:
        assert declared["Văn phòng HĐND và UBND"] == ["VP"]
        assert left == [heads, "CCHC | Cải cách hành chính"]
    else:
        assert len(left) == 4


def test_a_table_of_short_names_that_all_stand_for_units_is_settled():
    found = imported(SHORT_ROWS, LEGEND.rpartition("\n")[0])
    assert "unplaced" not in found.data
