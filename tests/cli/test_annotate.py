"""`--annotate` of `cchc validate` and `cchc check-docx` from outside."""

from __future__ import annotations

import json

import pytest

from tests.document.comments import blocks, comments
from tests.intake.docx_files import parts_of, zipped
from tests.intake.docx_pieces import document, paragraph
from tests.intake.papers_of_plans import paper

COPY = "ke-hoach-nhan-xet.docx"


@pytest.fixture(scope="module")
def nam_dan() -> bytes:
    """Return the Word paper of a real plan; made before anybody changes folder."""
    return paper("nam-dan", "typed")


@pytest.fixture
def office(nam_dan, tmp_path, monkeypatch):
    """Return a folder that holds nothing but `ke-hoach.docx`, and stand in it."""
    (tmp_path / "ke-hoach.docx").write_bytes(nam_dan)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(path):
    return comments(parts_of(path.read_bytes()))


def test_validate_writes_every_finding_into_a_copy_beside_the_file(cchc, office, nam_dan):
    plain = cchc("validate", "ke-hoach.docx", "--format", "json")
    ran = cchc("validate", "ke-hoach.docx", "--annotate", "--format", "json")
    assert (ran.code, ran.out) == (plain.code, plain.out)
    assert (office / "ke-hoach.docx").read_bytes() == nam_dan
    assert blocks(office / COPY) == blocks(office / "ke-hoach.docx")
    found = json.loads(ran.out)["diagnostics"]
    said = told(office / COPY)
    assert len(found) > 20
    assert sum(line.startswith("Code ") for one in said for line in one.lines) == len(found)
    assert f"written: {COPY} (comments: {len(said)})" in ran.err


def test_a_comment_says_how_bad_what_is_wrong_what_to_do_and_the_code(cchc, office):
    cchc("validate", "ke-hoach.docx", "--annotate", "--select", "D003")
    first = told(office / COPY)[0]
    assert first.lines[0].startswith("Should be looked at: “")
    assert first.lines[1].startswith("What to do: ")
    assert first.lines[2] == "Code D003; see “cchc explain D003”"
    assert f"“{first.over}”" in first.lines[0]


def test_the_copy_is_the_same_plan(cchc, office):
    cchc("validate", "ke-hoach.docx", "--annotate")
    first = cchc("import", "ke-hoach.docx", "-o", "-").out
    assert cchc("import", COPY, "-o", "-").out == first


def test_check_docx_writes_its_findings_too(cchc, office):
    ran = cchc("check-docx", "ke-hoach.docx", "--annotate", "-o", "xem/ban-sao.docx", "--today",
               "5/3/2026")  # fmt: skip
    assert "comments: " in ran.err
    said = told(office / "xem" / "ban-sao.docx")
    assert any(line.startswith("Wanted: ") for one in said for line in one.lines)
    assert any("Nghị định 30/2020" in line for one in said for line in one.lines)
    assert (
        b"2026-03-05"
        in parts_of((office / "xem" / "ban-sao.docx").read_bytes())["word/comments.xml"]
    )


def test_the_same_file_and_day_give_the_same_bytes(cchc, office):
    made = []
    for day in ("5/3/2026", "2026-03-05", "6/3/2026"):
        cchc("validate", "ke-hoach.docx", "--annotate", "--today", day)
        made.append((office / COPY).read_bytes())
    assert made[0] == made[1]
    assert made[1] != made[2]


def test_comments_bear_a_day_without_being_told_which(cchc, office):
    cchc("validate", "ke-hoach.docx", "--annotate")
    parts = parts_of((office / COPY).read_bytes())
    assert parts["word/comments.xml"].count(b' w:date="20') == len(comments(parts))


def test_a_copy_of_ours_is_written_anew_and_one_that_was_edited_is_not(cchc, office):
    cchc("validate", "ke-hoach.docx", "--annotate", "--select", "D003")
    few = (office / COPY).read_bytes()
    assert cchc("validate", "ke-hoach.docx", "--annotate").code == 1
    assert (office / COPY).read_bytes() != few
    edited = zipped(parts_of(few) | {"docProps/app.xml": b"<Properties/>"})
    (office / COPY).write_bytes(edited)
    ran = cchc("validate", "ke-hoach.docx", "--annotate")
    assert (ran.code, ran.out) == (2, "")
    assert "was not written by cchc" in ran.err
    assert (office / COPY).read_bytes() == edited
    assert cchc("validate", "ke-hoach.docx", "--annotate", "--force").code == 1
    assert (office / COPY).read_bytes() != edited


def test_the_file_itself_is_never_written_over(cchc, office, nam_dan):
    (office / "lien-ket.docx").symlink_to("ke-hoach.docx")
    for target in ("ke-hoach.docx", "./ke-hoach.docx", "lien-ket.docx"):
        for command in ("validate", "check-docx"):
            ran = cchc(command, "ke-hoach.docx", "--annotate", "-o", target, "--force")
            assert (ran.code, ran.out) == (2, "")
            assert "a file that is checked" in ran.err
    assert (office / "ke-hoach.docx").read_bytes() == nam_dan


def test_one_copy_never_falls_on_another_file_of_the_run(cchc, office, nam_dan):
    (office / COPY).write_bytes(nam_dan)
    ran = cchc("validate", "ke-hoach.docx", COPY, "--annotate", "--force")
    assert ran.code == 2
    assert (office / COPY).read_bytes() == nam_dan


def test_a_document_with_macros_stays_one(cchc, office, nam_dan):
    parts = parts_of(nam_dan) | {"word/vbaProject.bin": b"macro"}
    (office / "mau.docm").write_bytes(zipped(parts))
    cchc("validate", "mau.docm", "--annotate")
    assert parts_of((office / "mau-nhan-xet.docm").read_bytes())["word/vbaProject.bin"] == b"macro"
    ran = cchc("validate", "mau.docm", "--annotate", "-o", "mau.docx")
    assert ran.code == 2
    assert ".docm" in ran.err


@pytest.mark.parametrize("name", ["bang.txt", "bang.xlsx", "ke-hoach.doc", "cu.docx"])
def test_other_kinds_of_files_are_refused_with_what_to_do(cchc, office, name):
    (office / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    ran = cchc("validate", name, "--annotate")
    assert (ran.code, ran.out) == (2, "")
    assert "only a Word document (.docx, .docm)" in ran.err
    assert "save it as .docx" in ran.err


def test_a_plan_file_has_no_comments(cchc, workspace):
    ran = cchc("validate", "an-binh", "--annotate")
    assert (ran.code, ran.out) == (2, "")
    assert "none is named" in ran.err


@pytest.mark.parametrize("more", [["-o", "a.docx"], ["--force"], ["--today", "5/3/2026"]])
def test_options_of_the_copy_need_the_copy(cchc, office, more):
    for command in ("validate", "check-docx"):
        ran = cchc(command, "ke-hoach.docx", *more)
        assert (ran.code, ran.out) == (2, "")
        assert "add --annotate" in ran.err


def test_one_name_is_not_enough_for_two_copies(cchc, office, nam_dan):
    (office / "hai.docx").write_bytes(nam_dan)
    ran = cchc("check-docx", "ke-hoach.docx", "hai.docx", "--annotate", "-o", "ba.docx")
    assert (ran.code, ran.out) == (2, "")
    cchc("check-docx", "ke-hoach.docx", "hai.docx", "--annotate")
    assert {COPY, "hai-nhan-xet.docx"} <= {one.name for one in office.iterdir()}


def test_without_findings_no_copy_is_made(cchc, office):
    ran = cchc("validate", "ke-hoach.docx", "--annotate", "--select", "C002")
    assert ran.code == 0
    assert "no copy is made" in ran.err
    assert [one.name for one in office.iterdir()] == ["ke-hoach.docx"]


def test_a_paper_that_is_no_plan_gets_no_copy(cchc, office):
    (office / "thu.docx").write_bytes(document([paragraph("Kính gửi")]))
    assert cchc("validate", "thu.docx", "--annotate").code == 2
    assert not (office / "thu-nhan-xet.docx").exists()
