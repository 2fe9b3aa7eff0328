"""Papers of offices saved again by LibreOffice are judged as before."""

from __future__ import annotations

import subprocess

from cchc.document.check import check_docx
from cchc.model.finding import Severity
from tests.document.office_papers import PAPERS, made, manner

COUNT = 40


def test_papers_saved_by_libreoffice_have_no_new_findings(tmp_path):
    papers = []
    for number in range(COUNT):
        kind = list(PAPERS)[number % len(PAPERS)]
        papers.append(tmp_path / f"{number}-{kind}.docx")
        papers[-1].write_bytes(made(PAPERS[kind], manner(number)))
    out = tmp_path / "out"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
               "--convert-to", "docx", "--outdir", str(out)]  # fmt: skip
    subprocess.run([*command, *map(str, papers)], check=True, capture_output=True)
    told = {
        path.name: [(one.fault.code, str(one.place), str(one.found)) for one in check_docx(path)
                    if one.fault.severity is not Severity.INFO]
        for path in sorted(out.iterdir())
    }  # fmt: skip
    assert len(told) == COUNT
    assert {name: found for name, found in told.items() if found} == {}
