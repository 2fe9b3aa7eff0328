"""LibreOffice opens a paper with tracked changes, and shows as many as there are."""

from __future__ import annotations

import subprocess

from cchc.document.redline import redlined
from cchc.read.yaml.tree import parse_yaml
from tests.app.returned_plan import PLAN
from tests.document.test_redline import lists_of_tasks, printed, said

SHOWN = {
    # words: one deleted, one inserted
    ("ít nhất 05 bậc", "tối thiểu 08 bậc"): (1, 1),
    # a paragraph, its end with it
    ("    - Sở Nội vụ\n", "    - Sở Nội vụ\n    - Sở Tài chính\n"): (1, 0),
    ("          - Nâng Chỉ số cải cách hành chính của xã lên ít nhất 05 bậc so với năm 2025.\n", ""): (0, 1),
    # a name in two cells
    ("name: Phòng Kinh tế}", "name: Phòng Kinh tế xã}"): (2, 0),
}  # fmt: skip


def test_the_changes_are_as_many_as_were_made(tmp_path):
    old = printed(parse_yaml(PLAN).data)
    made, wanted = [], []
    for (one, other), shown in SHOWN.items():
        made.append(redlined(old, printed(parse_yaml(PLAN.replace(one, other, 1)).data)).docx)
        wanted.append(shown)
    data = parse_yaml(PLAN).data  # a row put in first: its three cells, and the numbers below
    listed = next(one for one in lists_of_tasks(data["appendices"]) if len(one) > 1)
    listed.insert(0, {"id": "moi", "title": "Việc mới", "deadline": "Quý IV"})
    made.append(redlined(old, printed(data)).docx)
    wanted.append((6, 3))
    data["appendices"][0]["columns"].pop()  # the table is another one
    made.append(redlined(old, printed(data)).docx)
    wanted.append((len(said(made[-1], "ins")), len(said(made[-1], "del"))))
    names = [tmp_path / f"{n}.docx" for n in range(len(made))]
    for name, docx in zip(names, made, strict=True):
        name.write_bytes(docx)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "fodt", "--outdir", tmp_path, *names],
        check=True, capture_output=True,
    )  # fmt: skip
    texts = [name.with_suffix(".fodt").read_text() for name in names]
    counted = [(one.count("<text:insertion>"), one.count("<text:deletion>")) for one in texts]
    assert counted == wanted
