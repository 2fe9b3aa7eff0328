"""The symbol of a paper: reading, repairing, years, kinds, issuers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.issuers import issuer_class, issuer_slip, issuers_for, party_body
from cchc.language.repair import only_joints_differ, repair_symbol
from cchc.language.symbol import YEAR_RULES, kind_word, kind_words, read_symbol, year_rule

GOOD = [
    ("63/2025/QH15", "law", 2025, None, "QH15"),
    ("35/2023/UBTVQH15", "standing-committee", 2023, None, "UBTVQH15"),
    ("1314/NQ-UBTVQH15", "standing-committee", None, "NQ", "UBTVQH15"),
    ("118/2025/NĐ-CP", "decree", 2025, "NĐ", "CP"),
    ("76/NQ-CP", "resolution-government", None, "NQ", "CP"),
    ("66.18/2026/NQ-CP", "resolution-government", 2026, "NQ", "CP"),
    ("766/QĐ-TTg", "decision-pm", None, "QĐ", "TTg"),
    ("23/CT-TTg", "directive-pm", None, "CT", "TTg"),
    ("201/CĐ-TTg", "telegram-pm", None, "CĐ", "TTg"),
    ("03/2025/TT-VPCP", "circular", 2025, "TT", "VPCP"),
    ("05/2015/TTLT-BNV-BTC", "circular", 2015, "TTLT", "BNV-BTC"),
    ("22/2019/NQ-HĐND", "council", 2019, "NQ", "HĐND"),
    ("30/2018/QĐ-UBND", "decision-ubnd", 2018, "QĐ", "UBND"),
    ("57-NQ/TW", "party", None, "NQ", "TW"),
    (
        "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
        "joint-resolution",
        2025,
        "NQLT",
        "UBTVQH15-CP-ĐCTUBTWMTTQVN",
    ),
    (
        "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTƯMTTQVN",
        "joint-resolution",
        2017,
        "NQLT",
        "UBTVQH14-CP-ĐCTUBTƯMTTQVN",
    ),
    ("01/QCPH/UBND-UBMTTQ", "admin", None, "QCPH", "UBND-UBMTTQ"),
    ("01/2006/TTLT-BGD&ĐT-BNV-BTC", "circular", 2006, "TTLT", "BGD&ĐT-BNV-BTC"),
    ("02110/QĐ-UBND", "decision-ubnd", None, "QĐ", "UBND"),
    ("049/QĐ-BNV", "admin", None, "QĐ", "BNV"),
    ("1665/2000/QĐ-UB", "decision-ubnd", 2000, "QĐ", "UB"),
    ("12/CP", "before-1997", None, None, "CP"),
    ("82-CP", "before-1997", None, None, "CP"),
    ("388/HĐBT", "before-1997", None, None, "HĐBT"),
    ("225-CT", "before-1997", None, None, "CT"),
    ("307-TTg", "before-1997", None, None, "TTg"),
    ("64-SL", "before-1997", None, None, "SL"),
    ("35-L/CTN", "before-1997", None, "L", "CTN"),
    ("1879-CV/BTGDVTU", "party", None, "CV", "BTGDVTU"),
    ("01/VBHN-VPQH", "consolidated", None, "VBHN", "VPQH"),
    ("164/TTr-SKHCN", "admin", None, "TTr", "SKHCN"),
    ("2231/SNV-CCHC&PC", "letter", None, None, "SNV-CCHC&PC"),
    ("15/TBKL-UBND", "admin", None, "TBKL", "UBND"),
    ("02/HDLT/STC-SNV", "admin", None, "HDLT", "STC-SNV"),
    ("08-TT/TU", "party", None, "TT", "TU"),
]


@pytest.mark.parametrize(("text", "klass", "year", "code", "body"), GOOD)
def test_each_class_reads_into_its_parts(text, klass, year, code, body):
    symbol = read_symbol(text)
    assert symbol is not None
    assert (symbol.klass, symbol.year, symbol.code, symbol.body) == (klass, year, code, body)
    assert text.startswith(symbol.number)


def test_the_examples_cover_every_class():
    assert {klass for _, klass, *_ in GOOD} == set(YEAR_RULES)


@pytest.mark.parametrize(
    "text",
    ["76/NQCP", "118/NĐ-CP", "12/2025/KH-UBND", "1/KH-UBND", "57/NQ-TW", "15-KH/UBND", "12/ABC",
     "118/2025/ND-CP", "766/QĐ-TTG", "66.18/QĐ-UBND", " 76/NQ-CP", "76/NQ-CP ", "", "63/QH15",
     "0/KH-UBND", "76/NQ–CP", "581/2025/BNV-CCHC", "201/2025/CĐ-TTg"],
)  # fmt: skip
def test_a_symbol_without_an_accepted_form_is_not_read(text):
    assert read_symbol(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [("15/TBKL-UBND", ("Thông báo kết luận", "Thông báo")),
     ("02/HDLT/STC-SNV", ("Hướng dẫn liên tịch", "Hướng dẫn")),
     ("08-TT/TU", ("Thông tri",)), ("08/2025/TT-BNV", ("Thông tư",))],
)  # fmt: skip
def test_the_words_of_rare_kinds(text, words):
    symbol = read_symbol(text)
    assert (kind_words(symbol) if symbol else ()) == words


@pytest.mark.parametrize("text", ["118/NĐ-CP", "12/2025/KH-UBND", "63/QH15", "201/2025/CĐ-TTg"])
def test_a_year_that_does_not_fit_is_read_only_when_any_will_do(text):
    assert read_symbol(text) is None
    assert read_symbol(text, any_year=True) is not None
    assert read_symbol("118/2025/NĐ-CP", any_year=True) == read_symbol("118/2025/NĐ-CP")


def test_any_year_passes_over_a_missing_and_a_forbidden_year():
    assert read_symbol("118/NĐ-CP", any_year=True).klass == "decree"
    assert read_symbol("12/2025/KH-UBND", any_year=True).year == 2025


@pytest.mark.parametrize(
    ("text", "rule"),
    [("118/2025/NĐ-CP", "always"), ("76/NQ-CP", "optional"), ("188/KH-UBND", "never"),
     ("35/2023/UBTVQH15", "always"), ("1314/NQ-UBTVQH15", "optional"),
     ("03/2008/QĐ-BNV", "optional"), ("876/QĐ-BNV", "never"), ("02/2020/QĐ-KTNN", "optional"),
     ("05/2024/NQ-HĐTP", "optional"), ("01/2026/HĐ-XD", "optional")],
)  # fmt: skip
def test_the_year_rule_follows_class_code_and_body(text, rule):
    assert year_rule(read_symbol(text)) == rule


@pytest.mark.parametrize(
    ("broken", "meant"),
    [("76/NQCP", "76/NQ-CP"), ("63/2010/NĐCP", "63/2010/NĐ-CP"),
     ("02/2017/TTVPCP", "02/2017/TT-VPCP"), ("1961/QĐUBND", "1961/QĐ-UBND"),
     ("365/TTrSNV", "365/TTr-SNV"), ("01 /KH-UBND", "01/KH-UBND"), ("57- NQ/TW", "57-NQ/TW"),
     ("164/TTr- SKHCN", "164/TTr-SKHCN"), ("76/NQ–CP", "76/NQ-CP"),
     ("118/2025/ND-CP", "118/2025/NĐ-CP"), ("118/2025/N\u00d0-CP", "118/2025/NĐ-CP"),
     ("1/KH-UBND", "01/KH-UBND"), ("57/NQ-TW", "57-NQ/TW"),
     ("15-KH/UBND", "15/KH-UBND"), ("15/KH-TU", "15-KH/TU"), ("12/kh-ubnd", "12/KH-UBND"),
     ("12/NQ-HDND", "12/NQ-HĐND"), ("1314/NQUBTVQH15", "1314/NQ-UBTVQH15"),
     ("766/QĐ-TTG", "766/QĐ-TTg"), ("118/NĐCP", "118/NĐ-CP"),
     ("581-BNV-CCHC", "581/BNV-CCHC"), ("118-2025-NĐ-CP", "118/2025/NĐ-CP")],
)  # fmt: skip
def test_a_broken_symbol_is_given_the_form_that_was_meant(broken, meant):
    assert repair_symbol(broken) == meant


@pytest.mark.parametrize(
    "text",
    [
        "76/NQ-CP",
        "118/NĐ-CP",
        "12/ABC",
        "12/UBND",
        "2021-2025",
        "87/100",
        "06/CP",
        "12-ABC-XYZ",
        "",
        "Đ",
    ],
)
def test_nothing_is_repaired_where_nothing_is_broken_or_known(text):
    assert repair_symbol(text) is None


def test_the_same_code_stands_for_other_words_in_the_party():
    assert kind_word("QĐ") == ("Quyết định",)
    assert kind_word("QĐ", party=True) == ("Quyết định", "Quy định")
    assert kind_word("XX") == ()
    assert kind_words(read_symbol("178-QĐ/TW")) == ("Quyết định", "Quy định")
    assert kind_words(read_symbol("581/BNV-CCHC")) == ("Công văn",)
    assert "Pháp lệnh" in kind_words(read_symbol("01/2022/UBTVQH15"))


@pytest.mark.parametrize(
    ("name", "klass"),
    [("Chính phủ", "government"), ("Thủ tướng Chính phủ", "prime-minister"),
     ("Uỷ ban nhân dân tỉnh Thái Nguyên", "people-committee"),
     ("Chủ tịch UBND xã", "people-committee"), ("HĐND tỉnh", "people-council"),
     ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "VPCP"), ("Bộ trưởng Bộ Nội vụ", "BNV"),
     ("Văn phòng Chính phủ", "VPCP"), ("Sở Nội vụ", "SNV"), ("Bộ Chính trị", "party-centre"),
     ("Ban Chấp hành Trung ương Đảng khóa XII", "party-centre"), ("Quốc hội", "assembly"),
     ("Ban Thường vụ Tỉnh ủy Thái Nguyên", "party-province"), ("Đảng ủy xã", "party-local"),
     ("Ủy ban Thường vụ Quốc hội", "standing-committee"), ("Thanh tra Chính phủ", "TTCP"),
     ("Tổng Thanh tra Chính phủ", "TTCP"), ("tỉnh Thái Nguyên", None), ("", None)],
)  # fmt: skip
def test_an_issuer_is_sorted_into_its_class(name, klass):
    assert issuer_class(name) == klass


def test_a_symbol_tells_who_may_sign_it():
    assert issuers_for(read_symbol("76/NQ-CP")) == {"government"}
    assert issuers_for(read_symbol("05/2015/TTLT-BNV-BTC")) == {"BNV", "BTC"}
    assert issuers_for(read_symbol("08/KH-TTPVHCC")) == frozenset()


@given(st.text(alphabet="0123456789/-. NQĐCPTWUBHr", max_size=30))
def test_a_repair_always_reads_and_is_never_repaired_again(text):
    meant = repair_symbol(text)
    assert meant is None or (read_symbol(meant, any_year=True) and repair_symbol(meant) is None)


@given(st.text())
def test_any_text_is_read_repaired_and_sorted_without_an_error(text):
    read_symbol(text)
    repair_symbol(text)
    issuer_class(text)


@pytest.mark.parametrize(
    ("broken", "unasked"),
    [("76/NQCP", True), ("01 /KH-UBND", True), ("57- NQ/TW", True), ("76/NQ–CP", True),
     ("1314/NQUBTVQH15", True), ("57/NQ-TW", False), ("15-KH/UBND", False), ("1/KH-UBND", False),
     ("581-BNV-CCHC", False), ("12/NQ-HDND", False), ("12/kh-ubnd", False)],
)  # fmt: skip
def test_only_lost_hyphens_and_blanks_are_mended_unasked(broken, unasked):
    meant = repair_symbol(broken)
    assert meant is not None
    assert only_joints_differ(broken, meant) is unasked


@pytest.mark.parametrize(
    ("written", "right"),
    [("Thủ tưởng Chính phủ", "Thủ tướng Chính phủ"), ("Bô Nội vụ", "Bộ Nội vụ"),
     ("Bộ trưởng Bô Nội vụ", "Bộ trưởng Bộ Nội vụ"), ("UNBD tỉnh Phú Thọ", "UBND tỉnh Phú Thọ"),
     ("Ủy ban nhận dân tỉnh", "Ủy ban nhân dân tỉnh"), ("Chính phú", "Chính phủ"),
     ("Chủ tịch Uỷ ban nhân dần xã", "Chủ tịch Ủy ban nhân dân xã"), ("Chính phủ", None),
     ("Sở Nông nghiệp và Môi trưởng", "Sở Nông nghiệp và Môi trường"), ("Cục Thuế", None),
     ("Uỷ ban nhân dân xã", None), ("Trung tâm Phục vụ hành chính công tỉnh Phú Thọ", None),
     ("Sở Du lịch", None), ("Chủ tịch Hội đồng Bộ trưởng", None), ("", None)],
)  # fmt: skip
def test_a_slip_in_the_name_of_an_issuer_is_seen(written, right):
    assert issuer_slip(written) == right


@pytest.mark.parametrize(
    ("name", "party"),
    [("Ban Tuyên giáo và Dân vận Tỉnh ủy", True), ("Văn phòng Tỉnh ủy", True),
     ("Ban Chính sách, chiến lược Trung ương", True), ("Ủy ban Kiểm tra Đảng ủy xã", True),
     ("Ban Thường vụ Tỉnh ủy Phú Thọ", True), ("Ban Dân tộc", False), ("Sở Nội vụ", False),
     ("Ban Chỉ đạo cải cách hành chính", False), ("UBND tỉnh", False)],
)  # fmt: skip
def test_bodies_of_the_party_are_told_from_those_of_the_state(name, party):
    assert party_body(name) is party
