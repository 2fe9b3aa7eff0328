"""What the package build makes for `pip install .` and `pip install -e .`."""

from __future__ import annotations

import gettext
import shutil
from zipfile import ZipFile

import hatchling.build
import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.conftest import ROOT

CATALOGUE = "cchc/locale/vi/LC_MESSAGES/cchc"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """What a build needs of the repository, with few texts and none of them compiled."""
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "cchc/__init__.py",
                 "cchc/locale/build_hook.py"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "templates").mkdir()
    texts = tmp_path / f"{CATALOGUE}.po"
    texts.parent.mkdir(parents=True)
    head = (ROOT / f"{CATALOGUE}.po").read_text("utf-8").partition("\n\n")[0]
    texts.write_text(head + '\n\nmsgid "yes"\nmsgstr "có"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_install_in_place_compiles_the_texts(tree):
    list(WheelBuilder(str(tree)).build(versions=["editable"], hooks_only=True))
    with (tree / f"{CATALOGUE}.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("yes") == "có"


def test_a_wheel_holds_the_compiled_texts(tree):
    wheel = tree / hatchling.build.build_wheel(str(tree))
    assert f"{CATALOGUE}.mo" in ZipFile(wheel).namelist()
