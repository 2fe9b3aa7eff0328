"""Which plan a name means, and what a plan is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cchc.errors import UserError
from cchc.read.folders import plan_id
from cchc.read.workspace import choose


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """Make a folder a commune; two communes call their plan the same."""
    for name in ("an-lap/cchc-2026", "binh-an/cchc-2026", "binh-an/kstthc-2026", "phu-thinh"):
        path = tmp_path / "plans" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("cchc: 1\n", "utf-8")
    return tmp_path


def ids(names: list[str], folder: Path) -> list[str]:
    return [plan_id(folder / path) for path in choose(names, folder)]


def test_the_id_of_a_plan_is_its_way_below_plans() -> None:
    assert plan_id(Path("plans/phu-thinh.yaml")) == "phu-thinh"
    assert plan_id(Path("/x/plans/tinh/plans/an-lap/cchc.yml")) == "an-lap/cchc"


def test_outside_of_plans_it_is_the_name_of_the_file(tmp_path: Path) -> None:
    assert plan_id(tmp_path / "a" / "x.yaml") == "x"
    assert plan_id(tmp_path / "a" / "b" / "x.yaml", tmp_path / "a") == "b/x"


def test_the_id_does_not_depend_on_the_folder_one_stands_in(
    province: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(province / "plans" / "an-lap")
    assert plan_id(Path("cchc-2026.yaml")) == "an-lap/cchc-2026"
    assert plan_id(Path(f"..{os.sep}binh-an") / "cchc-2026.yaml") == "binh-an/cchc-2026"


def test_a_decomposed_name_gives_the_composed_id() -> None:
    assert plan_id(Path("plans/xa\u0303.yaml")) == "xã"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("phu-thinh", "phu-thinh"),
        ("phu", "phu-thinh"),
        ("an-lap/cchc-2026", "an-lap/cchc-2026"),
        ("an-lap/", "an-lap/cchc-2026"),
        ("an-lap\\cchc", "an-lap/cchc-2026"),
        ("kstthc-2026", "binh-an/kstthc-2026"),
        ("kst", "binh-an/kstthc-2026"),
    ],
)
def test_a_name_may_leave_out_what_is_clear(province: Path, name: str, meant: str) -> None:
    assert ids([name], province) == [meant]


@pytest.mark.parametrize("name", ["cchc-2026", "cchc", "binh-an"])
def test_a_name_that_fits_several_plans_is_never_guessed(province: Path, name: str) -> None:
    with pytest.raises(UserError) as told:
        choose([name], province)
    assert "binh-an/" in str(told.value.message)


def test_a_folder_means_all_its_plans(province: Path) -> None:
    assert ids(["plans/binh-an"], province) == ["binh-an/cchc-2026", "binh-an/kstthc-2026"]
