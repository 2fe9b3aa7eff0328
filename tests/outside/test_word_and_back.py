"""A print that went through LibreOffice comes back as well as one that Word saved."""

from __future__ import annotations

import subprocess

import pytest

from tests.app.test_update import SIX, Office, diff, phrase, rename, row_in


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


def saved_by_libreoffice(office: Office) -> None:
    folder = office.root / "saved"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{office.root}/profile", "--headless",
         "--convert-to", "docx", "--outdir", folder, office.file],
        check=True, capture_output=True,
    )  # fmt: skip
    office.file.write_bytes((folder / office.file.name).read_bytes())


def test_what_libreoffice_saved_changes_nothing_by_itself(office):
    saved_by_libreoffice(office)
    assert not office.update().changed


def test_edits_saved_by_libreoffice_come_back(office):
    office.edit(phrase, rename, row_in)
    saved_by_libreoffice(office)
    update = office.taken()
    assert diff(update) == SIX["phrase"][1] + SIX["row in"][1] + SIX["rename"][1]
