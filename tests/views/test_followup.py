"""Which tasks a unit is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.read.load import read_source
from cchc.views.followup import Period, asked_of_nobody, every_row, follow_up
from cchc.views.followup_form import SheetFacts, facts_of, one_line_of, seal

TODAY = date(2026, 5, 15)
QUARTER = Period(date(2026, 4, 1), date(2026, 6, 30))
TEXT = """\
cchc: 1
kind: cchc
year: 2026
commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}
document: {symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính}
units:
  - {id: a, name: Phòng A}
  - {id: b, name: Phòng B}
  - {id: c, name: Thôn C, kind: village}
groups:
  - {id: tat-ca, name: Các cơ quan, members: all}
  - {id: ai-do, name: Các ngành}
body:
  - title: TỔ CHỨC
    items:
      - {text: Lập kế hoạch, units: [tat-ca], deadline: Trước 20/01/2026}
      - {text: Theo dõi, units: [a]}
      - {text: Báo cáo, units: [b], deadline: Hằng quý, report: {to: UBND tỉnh, via: a}}
appendices:
  - title: Danh mục
    tasks:
      - {id: moi, title: Việc mới, product: Kế hoạch., requirement: 100%, deadline: Trước 30/6/2026,
         lead: [a], support: [b]}
      - {id: xong, title: Việc xong, deadline: Quý II, lead: [a],
         progress: {state: done, date: 2026-05-01}}
      - {id: dung, title: Việc dừng, deadline: Quý II, lead: [a],
         progress: {state: suspended, note: chờ}}
      - {id: sau, title: Việc sau, deadline: Quý III, lead: [a]}
      - {id: luon, title: Việc thường xuyên, deadline: Thường xuyên, lead: [ai-do], support: [tat-ca]}
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    found = read_source(tmp_path_factory.mktemp("x") / "x.yaml", TEXT).plan
    assert found
    return found


def keys(rows):
    return [row.key for row in rows]


def test_a_unit_is_asked_what_it_leads_itself_or_in_a_group_and_has_not_done(plan):
    a, b = follow_up("x", plan, TODAY, QUARTER)
    assert (a.unit, a.name, b.unit) == ("a", "Phòng A", "b")
    assert keys(a.rows) == [("I.1", ""), ("moi", ""), ("dung", "")]
    assert keys(b.rows) == [("I.1", ""), ("I.3", "2026-Q1"), ("I.3", "2026-Q2")]
    assert keys(a.support) == [("luon", "")]
    assert keys(b.support) == [("moi", ""), ("luon", "")]


def test_without_limits_everything_open_is_asked(plan):
    a, _ = follow_up("x", plan, TODAY, Period())
    assert keys(a.rows) == [("I.1", ""), ("moi", ""), ("dung", ""), ("sau", "")]


def test_what_no_unit_leads_is_asked_of_nobody(plan):
    assert [item.task for item in asked_of_nobody("x", plan, TODAY, QUARTER)] == ["luon"]


def test_a_row_says_who_else_has_to_do_with_it(plan):
    a, b = follow_up("x", plan, TODAY, QUARTER)
    assert [row.partners for row in a.rows] == [("Phòng B",), ("Phòng B",), ()]
    assert b.support[0].partners == ("Phòng A",)


def test_every_row_is_known_open_or_not_and_whether_its_id_lasts(plan):
    rows = every_row("x", plan, TODAY)
    assert ("xong", "") in rows and ("I.3", "2026-Q4") in rows
    assert rows["xong", ""].permanent
    assert not rows["I.1", ""].permanent


def test_the_facts_of_a_row_are_what_the_sheet_shows(plan):
    rows = every_row("x", plan, TODAY)
    assert facts_of(rows["moi", ""]) == SheetFacts(
        "Việc mới", "Kế hoạch; 100%", "Trước 30/6/2026", "29/06/2026", ""
    )
    assert facts_of(rows["dung", ""]).recorded == "Tạm dừng; chờ"
    assert facts_of(rows["xong", ""]).recorded == "Hoàn thành 01/05/2026"
    assert facts_of(rows["I.3", "2026-Q1"]).title == "[Báo cáo] Báo cáo"
    assert facts_of(rows["I.1", ""]).title == "[Trách nhiệm] Lập kế hoạch"


def test_a_seal_tells_every_fact_from_every_other():
    facts = SheetFacts("a", "b", "c", "d", "e")
    seals = {seal("p", "t", "o", facts._replace(**{name: "x"})) for name in SheetFacts._fields}
    seals |= {seal(*ids, facts) for ids in (("p", "t", "o"), ("q", "t", "o"), ("p", "to", ""))}
    assert len(seals) == 8


def test_flat_text_is_one_line_that_a_cell_can_hold():
    assert one_line_of(" a\n b\x01 ") == "a b"
    assert one_line_of("e\u0302") == "ê"
    assert len(one_line_of("x" * 40_000)) == 30_000
