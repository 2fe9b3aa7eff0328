"""check-docx finds nothing on what cchc itself prints."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from benchmarks.papers import awkward
from cchc.document.check import check_parts
from cchc.document.issued import render_issued
from cchc.read.load import load
from cchc.read.workspace import plan_files
from cchc.word.package import read_package
from tests.conftest import ROOT
from tests.counting import calls, growth
from tests.document.conftest import DECISION, KE_HOACH, PLAN, plan_of
from tests.document.printing import render_plan
from tests.document.test_appendix_table import FIVE, SIX, TWELVE, columns

APPENDIX = PLAN["appendices"][0]
KT = {"authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "post": "PHÓ CHỦ TỊCH",
      "name": "Trần Thị Bình"}  # fmt: skip
VARIANTS = {
    "as it is": {},
    "superior": {"document": {"superior": "UBND tỉnh Thái Nguyên"}},
    "long names": {
        "commune": {"level": "phường", "name": "Nguyễn Thị Minh Khai"},
        "document": {"title": "Kiểm soát thủ tục " * 15},
    },
    "short name": {"commune": {"name": "Ea"}},
    "blanks": {"document": {"number": None, "date": None}},
    "signed for": {"document": {"signer": KT}},
    "decision": {"document": {
        "decision": DECISION | {"issuer": "Chủ tịch UBND xã Định Hóa"}, "signer": None}},
    "five columns": {"appendices": [APPENDIX | {"columns": columns(FIVE)}]},
    "twelve columns": {"appendices": [APPENDIX | {"columns": columns(TWELVE)}]},
    "shared heading": {"appendices": [APPENDIX | {"columns": columns(SIX, {"lead", "support"})}]},
    "two appendices": {"appendices": [APPENDIX, deepcopy(APPENDIX) | {"title": "Hai"}]},
    "no appendix": {"appendices": []},
    "no closing": {"closing": None},
    "a long cell": {"appendices": [
        APPENDIX | {"areas": [{"title": "Một", "tasks": [
            {"id": "dai", "title": "việc " * 400, "lead": ["vh-xh"]}]}]}]},
}  # fmt: skip


def findings(tmp_path: Path, data: bytes) -> list[tuple[str, str, str]]:
    path = tmp_path / "van-ban.docx"
    path.write_bytes(data)
    return [
        (one.fault.name, str(one.place), str(one.found))
        for one in check_parts(read_package(path), path)
    ]


@pytest.mark.parametrize("path", plan_files(ROOT / "plans"), ids=lambda path: path.stem)
def test_nothing_is_found_on_a_real_plan(path, tmp_path):
    plan = load(path).plan
    assert plan is not None
    assert findings(tmp_path, render_plan(plan, KE_HOACH)) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_nothing_is_found_on_a_plan_of_any_form(name, tmp_path):
    assert findings(tmp_path, render_plan(plan_of(**VARIANTS[name]), KE_HOACH)) == []


def test_a_task_among_hundreds_is_judged_at_the_price_of_one_among_few(tmp_path):
    def cost(size: int) -> int:
        tasks = [{"id": f"v{n}", "title": "Việc cần làm", "lead": ["vh-xh"]} for n in range(size)]
        plan = plan_of(appendices=[APPENDIX | {"areas": [{"title": "Một", "tasks": tasks}]}])
        paper = render_plan(plan, KE_HOACH)
        return calls(lambda: found.append(findings(tmp_path, paper)))

    found: list[list[tuple[str, str, str]]] = []
    assert growth(cost, 30) < 1.1
    assert found[-1] == []


@pytest.mark.parametrize("seed", [0, 17, 35])
def test_nothing_is_found_on_awkward_plans(seed, tmp_path):
    # `python -m benchmarks.papers` prints a hundred of them.
    plan = awkward(seed)
    assert findings(tmp_path, render_issued(plan, "", None)) == []
