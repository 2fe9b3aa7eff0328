"""Whose plan a paper is, told from its letterhead."""

from __future__ import annotations

from cchc.edit.begin.owner import owner_of as typed
from cchc.intake.front.owner import letterhead_owner

TN = "tỉnh Thái Nguyên"
LETTERHEADS = [
    (["ỦY BAN NHÂN DÂN", "TỈNH THÁI NGUYÊN"], {"level": "tỉnh", "name": "Thái Nguyên"}),
    (["UBND THÀNH PHỐ HẢI PHÒNG"], {"level": "thành phố", "name": "Hải Phòng"}),
    (["UBND TỈNH THÁI NGUYÊN", "SỞ NỘI VỤ"], {"level": "sở", "name": "Nội vụ", "province": TN}),
    (["UBND TỈNH THÁI NGUYÊN", "THANH TRA TỈNH"],
     {"level": "đơn vị cấp tỉnh", "name": "Thanh tra tỉnh", "province": TN}),
    (["UBND XÃ PHÚ THỊNH", "PHÒNG VĂN HÓA - XÃ HỘI"],
     {"level": "phòng", "name": "Văn hóa - Xã hội", "commune": "xã Phú Thịnh", "province": TN}),
    (["UBND PHƯỜNG SÔNG CÔNG", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "CỘNG HÒA"],
     {"level": "trung tâm", "name": "Phục vụ hành chính công", "commune": "phường Sông Công",
      "province": TN}),
    (["UBND PHƯỜNG SÔNG CÔNG", "VĂN PHÒNG", "HĐND VÀ UBND"],
     {"level": "đơn vị cấp xã", "name": "Văn phòng HĐND và UBND", "commune": "phường Sông Công",
      "province": TN}),
    (["ĐẢNG BỘ TỈNH THÁI NGUYÊN", "ĐẢNG ỦY XÃ PHÚ THỊNH"],
     {"level": "đảng ủy", "name": "xã Phú Thịnh", "province": TN}),
    (["TỈNH ỦY THÁI NGUYÊN"], {"level": "tỉnh ủy", "name": "Thái Nguyên"}),
    (["UBND XÃ PHÚ THỊNH", "TRƯỜNG PTDTBT TIỂU HỌC VÀ THCS PHÚ THỊNH"],
     {"level": "đơn vị cấp xã", "name": "Trường PTDTBT Tiểu học và THCS Phú Thịnh",
      "commune": "xã Phú Thịnh", "province": TN}),
    (["UBND XÃ PHÚ THỊNH", "TRƯỜNG MẦM NON", "HOA SEN"],
     {"level": "đơn vị cấp xã", "name": "Trường Mầm non Hoa Sen", "commune": "xã Phú Thịnh",
      "province": TN}),
    (["ỦY BAN NHÂN DÂN", "XÃ PHÚ THỊNH"], None),
    (["UBND TỈNH THÁI NGUYÊN", "ỦY BAN NHÂN DÂN", "XÃ PHÚ THỊNH"], None),
    ([], None),
]  # fmt: skip


def test_the_letterhead_tells_the_agency():
    text = "Phòng Văn hóa - Xã hội theo dõi; Sở Nội vụ tổng hợp.\nVăn phòng HĐND và UBND rà soát.\nThanh tra tỉnh kiểm tra. Trường Mầm non Hoa Sen báo cáo."
    for lines, owner in LETTERHEADS:
        assert letterhead_owner(lines, text, TN) == owner, lines


TYPED = [
    ("xã Phú Thịnh", {"level": "xã", "name": "Phú Thịnh"}),
    ("Phú Thịnh", {"level": "xã", "name": "Phú Thịnh"}),
    ("TP. Hồ Chí Minh", {"level": "thành phố", "name": "Hồ Chí Minh"}),
    ("Sở Nội vụ tỉnh Thái Nguyên", {"level": "sở", "name": "Nội vụ", "province": TN}),
    ("Phòng Văn hóa - Xã hội xã Ấm Hạ, tỉnh Phú Thọ",
     {"level": "phòng", "name": "Văn hóa - Xã hội", "commune": "xã Ấm Hạ",
      "province": "tỉnh Phú Thọ"}),
    ("Văn phòng HĐND và UBND phường 1",
     {"level": "đơn vị cấp xã", "name": "Văn phòng HĐND và UBND", "commune": "phường 1"}),
    ("Ban Quản lý các khu công nghiệp",
     {"level": "đơn vị cấp tỉnh", "name": "Ban Quản lý các khu công nghiệp"}),
]  # fmt: skip


def test_what_is_typed_for_a_new_plan_tells_the_agency():
    for words, owner in TYPED:
        assert typed(words, None, None) == owner, words
