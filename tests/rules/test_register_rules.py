"""The rules that compare citations with the register (R): each fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.edit.fix import fix
from cchc.model.finding import Diagnostic
from cchc.read.load import load, read_source
from cchc.read.register import find_register, read_register

from .all_findings import diagnose_all
from .marked import WHOLE, place, put

REGISTER = """\
register: 1
documents:
  - key: nq-76
    kind: Nghị quyết
    symbol: 76/NQ-CP
    date: 15/7/2021
    issuer: Chính phủ
    title: ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030
  - key: kh-188
    kind: Kế hoạch
    symbol: 188/KH-UBND
    date: 27/12/2025
    issuer: UBND tỉnh Thái Nguyên
    title: Kế hoạch cải cách hành chính tỉnh Thái Nguyên năm 2026
  - {key: luat, kind: Luật, date: 19/02/2025, title: Ban hành văn bản quy phạm pháp luật}
  - {key: nd-63, kind: Nghị định, symbol: 63/2010/NĐ-CP, date: 08/6/2010, issuer: Chính phủ,
     amended_by: [nd-92, nd-48], replaced_by: nd-118}
  - {key: nd-48, kind: Nghị định, symbol: 48/2013/NĐ-CP}
  - {key: nd-92, kind: Nghị định, symbol: 92/2017/NĐ-CP, date: 07/8/2017, issuer: Chính phủ}
  - {key: nd-118, kind: Nghị định, symbol: 118/2025/NĐ-CP, date: 09/6/2025, issuer: Chính phủ}
"""
BASE = "  - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên\n"
CT = "  - Thực hiện Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ\n"
ND_63 = "  - Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ\n"
ND_92 = "  - Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ\n"
ND_48 = "  - Căn cứ Nghị định số 48/2013/NĐ-CP ngày 14/5/2013 của Chính phủ\n"


def find(text: str, register: str = REGISTER) -> list[Diagnostic]:
    held = read_register(Path("register.yaml"), register).register
    return diagnose_all([read_source(Path("plan.yaml"), text)], register=held)


def codes(new: str) -> list[str]:
    return [one.finding.code for one in find(put(BASE, new))]


FAULTS = [
    ("R001", CT.replace("23/CT-TTg", "‹23/CT-TTg›")),
    ("R001", BASE.replace("188/KH-UBND ngày 27/12/2025", "‹188/KH-UBND› ngày 27/12/2024")),
    ("R002", BASE.replace("Nguyên\n", "Nguyên về ‹Kế hoạch cải cách\n    thủ tục năm 2026›\n")),
    ("R004", ND_63.replace("63/2010/NĐ-CP", "‹63/2010/NĐ-CP›") + ND_92 + ND_48),
    ("R005", BASE.replace("27/12/2025", "‹26/12/2025›")),
    ("R006", BASE.replace("UBND tỉnh Thái Nguyên", "‹Chủ tịch UBND tỉnh Thái Nguyên›")),
    ("R006", BASE.replace("UBND tỉnh Thái Nguyên", "‹UBND tỉnh Cao Bằng›")),
]


@pytest.mark.parametrize(("code", "new"), FAULTS, ids=[f"{c} {n[14:40]}" for c, n in FAULTS])
def test_a_departure_from_the_register_is_found_at_its_place(code, new):
    found = find(put(BASE, new))
    before, words = WHOLE.replace(BASE, new).split("‹")
    words = words.split("›")[0]
    assert [one.finding.code for one in found] == [code]
    assert (found[0].span.line, found[0].span.column) == place(before)
    assert (found[0].span.end_line, found[0].span.end_column) == place(before + words)


@pytest.mark.parametrize(
    "new",
    [
        BASE,
        BASE.replace("UBND tỉnh Thái Nguyên", "Ủy ban nhân dân tỉnh"),
        BASE.replace(
            "Nguyên\n", "Nguyên về Kế hoạch Cải cách hành chính tỉnh Thái\n    Nguyên năm 2026\n"
        ),
        BASE.replace("Nguyên\n", "Nguyên về việc ban hành Kế hoạch cải cách hành chính\n"),
        BASE + "  - Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19/02/2025\n",
    ],
)
def test_what_agrees_with_the_register_is_left_alone(new):
    assert codes(new) == []


def test_an_amended_document_is_told_until_the_amendments_are_cited():
    found = [one for one in find(put(BASE, ND_63 + ND_92)) if one.finding.code == "R003"]
    assert [one.finding.message.values["names"] for one in found] == ["Nghị định 48/2013/NĐ-CP"]
    assert "R003" not in codes(ND_63 + ND_92 + ND_48)


def test_a_document_is_told_to_be_missing_once():
    assert codes(CT + CT.replace("Thực hiện", "Căn cứ")) == ["R001"]


def test_the_years_of_a_symbol_tell_two_documents_apart():
    old = BASE.replace("188/KH-UBND ngày 27/12/2025", "188/KH-UBND ngày 27/12/2024")
    (found,) = find(put(BASE, old))
    assert str(found.finding.help).endswith("kh-188")


def test_without_a_register_nothing_is_compared():
    source = read_source(Path("plan.yaml"), put(BASE, CT))
    assert diagnose_all([source]) == []


def test_the_register_of_this_repository_has_every_document_that_the_plans_cite(plans):
    read = find_register(plans.parent)
    assert read is not None and read.register is not None
    sources = [load(path) for path in sorted(plans.glob("*.yaml")) if path.stem != "holidays"]
    found = diagnose_all(sources, register=read.register)
    assert {one.finding.code for one in found} & {"R001", "R004", "R005", "R006"} == set()
    assert [
        (Path(one.path).stem, one.finding.message.values["document"])
        for one in found
        if one.finding.code == "R002"
    ] == [
        ("dinh-hoa", "118/2025/NĐ-CP"),
        ("dinh-hoa", "150/2025/NĐ-CP"),
        ("dinh-hoa", "66-NQ/TW"),
        ("dinh-hoa", "66/NQ-CP"),
        ("thanh-mien", "118/2025/NĐ-CP"),
    ]


def test_a_fix_leaves_alone_a_base_that_the_register_words(tmp_path):
    plans = tmp_path / "plans"
    plans.mkdir()
    slip = REGISTER.replace("năm 2026\n", "năm 2026 trên Công dịch vụ công\n")
    (plans / "register.yaml").write_text(slip, encoding="utf-8")
    text = put(BASE, "  - {cite: kh-188, word: Thực hiện}\n")
    source = read_source(plans / "a.yaml", text)
    found = [one for one in diagnose_all([source]) if one.finding.code == "H004"]
    assert [text[one.span.start : one.span.stop] for one in found] == [
        "{cite: kh-188, word: Thực hiện"
    ]
    assert fix(source, unsafe=True).text == text
