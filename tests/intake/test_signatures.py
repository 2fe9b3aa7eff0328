"""Who signs where a paper has several signatures, and what becomes of the others."""

from __future__ import annotations

import pytest

from tests.intake.recognised import read_text
from tests.intake.test_slips import PAPER

OFFICE = "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Thị Hoa"
OWN = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An"
FRONT = "TM. ỦY BAN MTTQ VIỆT NAM\nCHỦ TỊCH\n\nLê Thị Hoa"
DEPUTY = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn An"


def signed(folder, *signatures: str):
    data = read_text(
        folder, PAPER.replace("CHỦ TỊCH\n\nNguyễn Văn An\n", "\n\n".join(signatures) + "\n")
    ).data
    return data["document"]["signer"], data.get("unplaced", [])


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("other", "left"),
    [(OFFICE, "TL. CHỦ TỊCH | CHÁNH VĂN PHÒNG | Lê Thị Hoa"),
     (FRONT, "TM. ỦY BAN MTTQ VIỆT NAM | CHỦ TỊCH | Lê Thị Hoa")],
)  # fmt: skip
def test_of_two_signatures_the_committee_s_is_taken(tmp_path, other, left, order):
    signer, unplaced = signed(tmp_path, *(OWN, other)[::order])
    assert signer["authority"] == ["TM. ỦY BAN NHÂN DÂN"]
    assert (signer["post"], signer["name"]) == ("CHỦ TỊCH", "Nguyễn Văn An")
    assert unplaced == [left]


def test_of_two_posts_without_authority_the_chairman_s_is_taken(tmp_path):
    signer, unplaced = signed(
        tmp_path, "CHÁNH VĂN PHÒNG\n\nLê Thị Hoa", "CHỦ TỊCH\n\nNguyễn Văn An"
    )
    assert (signer["post"], signer["name"]) == ("CHỦ TỊCH", "Nguyễn Văn An")
    assert unplaced == ["CHÁNH VĂN PHÒNG | Lê Thị Hoa"]


def test_a_deputy_signs_once(tmp_path):
    signer, unplaced = signed(tmp_path, DEPUTY)
    assert signer["authority"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    assert (signer["post"], signer["name"], unplaced) == ("PHÓ CHỦ TỊCH", "Nguyễn Văn An", [])


def test_two_signatures_without_names_are_two(tmp_path):
    signer, unplaced = signed(tmp_path, "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", OWN)
    assert signer["authority"] == ["TM. ỦY BAN NHÂN DÂN"]
    assert unplaced == ["TL. CHỦ TỊCH | CHÁNH VĂN PHÒNG"]


def test_an_address_of_a_letter_takes_no_base_away(tmp_path):
    base = "Căn cứ Quyết định"
    text = PAPER.replace(base, f"Kính gửi:\n\n- Sở Nội vụ;\n- Các xóm.\n\n{base}")
    data = read_text(tmp_path, text).data
    assert [one.startswith(base) for one in data["bases"]] == [True]
    assert data["unplaced"] == ["Kính gửi:", "- Sở Nội vụ;", "- Các xóm."]


@pytest.mark.parametrize(
    ("line", "number", "date"),
    [("(Kèm theo Kế hoạch số 15/KH-UBND ngày 08/01/2026 của UBND xã Định Hóa)", "15", "08/01/2026"),
     ("(Kèm theo Kế hoạch số     /KH-UBND ngày    /01/2026 của UBND xã Định Hóa)", None, "01/2026"),
     ("(Kèm theo Kế hoạch số 15/KH-UBND\nngày 08/01/2026 của UBND xã Định Hóa)", "15", "08/01/2026"),
     ("(Kèm theo Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên)", None, None)],
)  # fmt: skip
def test_a_table_alone_has_the_number_that_stands_over_it(tmp_path, line, number, date):
    document = alone(tmp_path, line)["document"]
    assert (document.get("number"), document.get("date")) == (number, date)


@pytest.mark.parametrize(
    ("issuer", "number"), [("Chủ tịch UBND xã Định Hóa", "20"), ("UBND tỉnh Thái Nguyên", None)]
)
def test_a_table_alone_has_the_commune_s_decision_that_stands_over_it(tmp_path, issuer, number):
    line = f"(Kèm theo Quyết định số 20/QĐ-UBND ngày 08/01/2026 của {issuer})"
    decision = alone(tmp_path, line)["document"].get("decision") or {}
    assert decision.get("number") == number


def alone(folder, line: str):
    head = "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng Kinh tế\tQuý I\n"
    return read_text(folder, f"DANH MỤC NHIỆM VỤ XÃ ĐỊNH HÓA NĂM 2026\n\n{line}\n\n{head}").data


@pytest.mark.parametrize(
    ("line", "name"),
    [("ThS.Nguyễn Văn An", "ThS.Nguyễn Văn An"), ("PGS.TS. Nguyễn Văn An", "PGS.TS. Nguyễn Văn An"),
     ("TS. NGUYỄN VĂN AN", "TS. Nguyễn Văn An"), ("Nguyễn Văn An (đã ký)", "Nguyễn Văn An"),
     ("BS.CKI. Nguyễn Văn An", "BS.CKI. Nguyễn Văn An"), ("Ksor H'Bia", "Ksor H'Bia")],
)  # fmt: skip
def test_a_name_is_read_whatever_stands_before_it(tmp_path, line, name):
    signer, unplaced = signed(tmp_path, f"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n{line}")
    assert (signer["name"], unplaced) == (name, [])


def test_a_second_post_is_no_name(tmp_path):
    signer, unplaced = signed(tmp_path, "TỔ TRƯỞNG\nCHỦ TỊCH UBND XÃ\n\nLê Văn Tám")
    assert (signer["post"], signer["name"]) == ("TỔ TRƯỞNG - CHỦ TỊCH UBND XÃ", "Lê Văn Tám")
    assert unplaced == []
