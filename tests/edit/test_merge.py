"""Two versions of a plan that come from one, merged entry by entry."""

from __future__ import annotations

import random

import pytest

from cchc.edit.merge import CONFLICT, merge
from cchc.read.yaml.tree import parse_yaml

BASE = """\
cchc: 1
year: 2026
document: {number: 12, symbol: KH-UBND}
units:
  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
  - {id: kinh-te, name: Phòng Kinh tế}
bases:
  - Căn cứ A
  - Căn cứ B
appendices:
  - title: Danh mục
    tasks:
      # việc đầu năm
      - id: ra-soat
        title: Rà soát
        deadline: Quý I/2026  # theo tỉnh
        lead: [vh-xh]
      - id: kiem-tra
        title: Kiểm tra
        deadline: Quý II/2026
        lead: [vh-xh]
        progress: {state: running}
      - id: bao-cao
        title: Báo cáo
        deadline: Quý IV/2026
        lead: [kinh-te]
"""
TASK = "      - id: {id}\n        title: {id}\n        deadline: Hằng quý\n        lead: [vh-xh]\n"


def _after(text: str, mark: str, more: str) -> str:
    at = text.index(mark) + len(mark)
    return text[:at] + more + text[at:]


MERGED = {
    "each adds a task": (
        lambda t: _after(t, "lead: [kinh-te]\n", TASK.format(id="moi-a")),
        lambda t: _after(t, "        lead: [vh-xh]\n", TASK.format(id="moi-b")),
    ),
    "both add a task at the end": (
        lambda t: t + TASK.format(id="moi-a"), lambda t: t + TASK.format(id="moi-b"),
    ),
    "other fields of one task": (
        lambda t: t.replace("Quý II/2026", "Quý III/2026"),
        lambda t: t.replace("title: Kiểm tra", "title: Kiểm tra công vụ"),
    ),
    "neighbouring lines": (
        lambda t: t.replace("title: Rà soát", "title: Rà soát văn bản"),
        lambda t: t.replace("Quý I/2026", "Tháng 2/2026"),
    ),
    "a record beside a deadline": (
        lambda t: t.replace("{state: running}", "{state: done, date: 30/5/2026}"),
        lambda t: t.replace("Quý II/2026", "Tháng 5/2026"),
    ),
    "two leads in one list": (
        lambda t: t.replace("lead: [kinh-te]", "lead: [kinh-te, vh-xh]"),
        lambda t: t.replace("Quý IV/2026", "Tháng 12/2026"),
    ),
    "keys inside braces": (
        lambda t: t.replace("number: 12", "number: 13"),
        lambda t: t.replace("symbol: KH-UBND", "symbol: KH-UBND, date: 05/01/2026"),
    ),
    "a base each": (
        lambda t: _after(t, "  - Căn cứ A\n", "  - Căn cứ C\n"),
        lambda t: t.replace("  - Căn cứ B\n", "  - Căn cứ B1\n"),
    ),
    "one deletes, one changes another": (
        lambda t: t[: t.index("      - id: bao-cao")],
        lambda t: t.replace("Quý I/2026", "Quý II/2026", 1),
    ),
    "one moves, one changes": (
        lambda t: t.replace("  - Căn cứ A\n  - Căn cứ B\n", "  - Căn cứ B\n  - Căn cứ A\n"),
        lambda t: t.replace("title: Báo cáo", "title: Báo cáo năm"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MERGED)
def test_what_does_not_touch_is_merged(case):
    ours, theirs = (change(BASE) for change in MERGED[case])
    assert BASE not in (ours, theirs)
    found = merge(BASE, ours, theirs)
    assert CONFLICT not in found
    both = MERGED[case][1](MERGED[case][0](BASE))
    swapped = MERGED[case][0](MERGED[case][1](BASE))
    assert found in (both, swapped)
    assert not parse_yaml(found).problems


CONFLICTS = {
    "one deadline twice": (
        lambda t: t.replace("Quý II/2026", "Quý III/2026"),
        lambda t: t.replace("Quý II/2026", "Tháng 5/2026"),
        "        deadline: Quý III/2026\n",
    ),
    "one record twice": (
        lambda t: t.replace("{state: running}", "{state: done, date: 30/5/2026}"),
        lambda t: t.replace("{state: running}", "{state: suspended, note: chờ}"),
        "        progress: {state: done, date: 30/5/2026}\n",
    ),
    "deleted and changed": (
        lambda t: t[: t.index("      - id: bao-cao")],
        lambda t: t.replace("Quý IV/2026", "Tháng 12/2026"),
        "",
    ),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_a_conflict_is_marked_at_the_field_and_both_versions_stay(case):
    ours, theirs, written = CONFLICTS[case]
    found = merge(BASE, ours(BASE), theirs(BASE))
    assert found.count(CONFLICT) == 1
    assert f"<<<<<<< ours\n{written}=======\n" in found
    assert ">>>>>>> theirs\n" in found
    codes = [one.code for one in parse_yaml(found).problems]
    assert codes == ["Y014"]


def test_keys_without_a_colon_are_entries_too():
    for base in ("? a\n? b\n", "x: {a, b: 1}\n", "? a\nb: 1\n"):
        assert merge(base, base + "c: 1\n", base) == base + "c: 1\n"


def test_what_both_did_alike_is_no_conflict():
    ours = BASE.replace("Quý II/2026", "Quý III/2026")
    assert merge(BASE, ours, ours) == ours


def test_a_text_that_is_no_yaml_is_refused():
    with pytest.raises(Exception, match=r".") as caught:
        merge(BASE, BASE, "a: [")
    assert not isinstance(caught.value, AssertionError)


@pytest.mark.parametrize("seed", range(20))
def test_edits_of_different_tasks_in_a_real_plan_merge(seed, plans):
    """Each line that either side changed is there once; all others are as they were."""
    rng = random.Random(seed)
    base = (plans / "nam-dan.yaml").read_text("utf-8")
    lines = base.split("\n")
    spots = [n for n, line in enumerate(lines) if line.strip().startswith("deadline:")]
    chosen = rng.sample(spots, 8)

    def edited(which: list[int], word: str) -> str:
        changed = [
            f"{line.split('deadline:')[0]}deadline: {word}" if n in which else line
            for n, line in enumerate(lines)
        ]
        return "\n".join(changed)

    ours, theirs = edited(chosen[:4], "Quý I/2026"), edited(chosen[4:], "Quý II/2026")
    found = merge(base, ours, theirs)
    want = [
        new if new != old else other
        for old, new, other in zip(
            lines, ours.split("\n"), theirs.split("\n"), strict=True
        )
    ]  # fmt: skip
    assert found == "\n".join(want)
