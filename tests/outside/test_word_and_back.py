"""A print that went through LibreOffice comes back as well as one that Word saved."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.app.test_update import SIX, Office, diff, phrase, rename, row_in
from tests.app.test_update_any_plan import differs


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


def saved_by_libreoffice(file: Path) -> None:
    folder = file.parent / "saved"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{file.parent}/profile", "--headless",
         "--convert-to", "docx", "--outdir", folder, file],
        check=True, capture_output=True,
    )  # fmt: skip
    file.write_bytes((folder / file.name).read_bytes())


def test_what_libreoffice_saved_changes_nothing_by_itself(office):
    saved_by_libreoffice(office.file)
    assert not office.update().changed


def test_edits_saved_by_libreoffice_come_back(office):
    office.edit(phrase, rename, row_in)
    saved_by_libreoffice(office.file)
    update = office.taken()
    assert diff(update) == SIX["phrase"][1] + SIX["row in"][1] + SIX["rename"][1]


@pytest.mark.parametrize("seed", [3, 4, 7])
def test_random_edits_saved_by_libreoffice_come_back(tmp_path, seed):
    assert differs(tmp_path, seed, strip=False, saved=saved_by_libreoffice) == ""
