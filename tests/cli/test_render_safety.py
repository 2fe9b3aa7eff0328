"""`cchc render` never writes over somebody's work, and never outside the folder meant."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from cchc.app.paper_paths import PaperFormat, PaperPaths, file_name
from cchc.document.file_properties import APP, is_own_file, marked_pdf, marked_text
from cchc.errors import UserError
from cchc.word.package import DOCUMENT, read_package, write_package

PLAN = Path("out/an-binh.docx")
FOREIGN = "out/an-binh.docx was not written by cchc, or somebody has changed it since"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n29\n%%EOF\n"


def change_plan(workspace):
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text(encoding="utf-8").replace("title: Kiểm tra", "title: Kiểm tra lần hai")
    path.write_text(text, encoding="utf-8")


def save_in_word(path):
    """Put into the file what Word writes: its own name, and other bytes."""
    parts = read_package(path)
    parts[APP] = b"<Properties><Application>Microsoft Office Word</Application></Properties>"
    path.write_bytes(write_package(parts))


def test_a_document_that_is_ours_is_written_anew(cchc, workspace):
    cchc("render", "an-binh")
    before = PLAN.read_bytes()
    change_plan(workspace)
    assert cchc("render", "an-binh").code == 0
    assert PLAN.read_bytes() != before
    assert is_own_file(PLAN)


def test_a_document_edited_in_word_is_kept_unless_forced(cchc, workspace):
    cchc("render", "an-binh")
    save_in_word(PLAN)
    edited = PLAN.read_bytes()
    ran = cchc("render", "an-binh")
    hint = "  save it elsewhere; --force writes over it, -o names another place\n"
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"cchc: {FOREIGN}\n{hint}"
    assert PLAN.read_bytes() == edited
    assert cchc("render", "an-binh", "-o", "moi.docx").code == 0
    assert cchc("render", "an-binh", "--force").code == 0
    assert is_own_file(PLAN)


def test_a_document_changed_by_a_program_that_leaves_no_name_is_kept(cchc, workspace):
    cchc("render", "an-binh")
    parts = read_package(PLAN)
    parts[DOCUMENT] = parts[DOCUMENT].replace("CHỦ TỊCH".encode(), "PHÓ CHỦ TỊCH".encode())
    PLAN.write_bytes(write_package(parts))
    assert not is_own_file(PLAN)
    assert cchc("render", "an-binh").code == 2


def test_only_the_file_changed_by_hand_is_left_out(cchc, workspace):
    cchc("render", "an-binh", "--text", "--docx")
    text = Path("out/an-binh.txt")
    text.write_bytes(text.read_bytes().replace("KẾ HOẠCH".encode(), "KẾ HOẠCH MỚI".encode()))
    ran = cchc("render", "an-binh", "--text", "--docx")
    assert (ran.code, ran.out) == (2, f"{PLAN}\n")
    assert "an-binh.txt was not written by cchc" in ran.err


@pytest.mark.parametrize("content", [b"", b"ghi ch\xc3\xba", b"PK\x03\x04 hong", b"%PDF-1.4 scan"])
def test_a_file_of_any_other_kind_is_kept(cchc, workspace, content):
    PLAN.parent.mkdir()
    PLAN.write_bytes(content)
    assert cchc("render", "an-binh").code == 2
    assert PLAN.read_bytes() == content


def test_a_plan_or_a_folder_at_the_place_is_kept(cchc, workspace):
    PLAN.mkdir(parents=True)
    assert cchc("render", "an-binh").code == 2
    assert cchc("render", "an-binh", "--force").code == 2
    assert PLAN.is_dir()
    ran = cchc("render", "an-binh", "-o", "plans/an-binh.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "papers are not written as .yaml" in ran.err


def test_a_document_open_in_word_is_told_with_the_remedy(cchc, workspace, monkeypatch):
    cchc("render", "an-binh")
    before = PLAN.read_bytes()
    change_plan(workspace)

    def in_use(self, target):
        raise PermissionError(errno.EACCES, "no permission", str(target))

    monkeypatch.setattr(Path, "replace", in_use)
    ran = cchc("render", "an-binh")
    assert ran.code == 2
    assert "close the file if it is open in Word, or choose another place" in ran.err
    assert PLAN.read_bytes() == before
    assert [path.name for path in PLAN.parent.iterdir()] == ["an-binh.docx"]


def test_a_full_disk_leaves_the_old_document(cchc, workspace, monkeypatch):
    cchc("render", "an-binh")
    before = PLAN.read_bytes()
    change_plan(workspace)

    def full(_handle):
        raise OSError(errno.ENOSPC, "the disk is full")

    monkeypatch.setattr("os.fsync", full)
    assert "the disk is full" in cchc("render", "an-binh").err
    assert PLAN.read_bytes() == before


def test_a_pdf_of_ours_is_known_until_a_byte_of_it_changes(tmp_path):
    path = tmp_path / "a.pdf"
    marked = marked_pdf(PDF)
    assert marked.endswith(b"\nstartxref\n29\n%%EOF\n")
    assert marked.index(b"xref\ntrailer") == PDF.index(b"xref\ntrailer")  # no place has moved
    for data, ours in [
        (marked, True),
        (PDF, False),
        (marked.replace(b"<<>>", b"<< >>", 1), False),
        (marked + b"2 0 obj\n<</Sig 1>>\nendobj\nstartxref\n300\n%%EOF\n", False),  # signed
        (marked_pdf(marked), True),
    ]:
        path.write_bytes(data)
        assert is_own_file(path) is ours


def test_a_text_of_ours_is_known_until_a_word_of_it_changes(tmp_path):
    path = tmp_path / "a.txt"
    marked = marked_text("Một\nHai\n")
    for data, ours in [
        (marked, True),
        (marked.replace(b"\n", b"\r\n"), True),
        (marked.replace(b"Hai", b"Ba"), False),
        (marked + b"x", False),
        ("Một\nHai\n".encode(), False),
    ]:
        path.write_bytes(data)
        assert is_own_file(path) is ours


def test_what_is_no_file_or_far_too_large_is_not_ours(tmp_path, monkeypatch):
    assert not is_own_file(tmp_path)
    assert not is_own_file(tmp_path / "khong-co")
    path = tmp_path / "a.txt"
    path.write_bytes(marked_text("Một\n"))
    monkeypatch.setattr("cchc.document.file_properties.MAX_BYTES", 3)
    assert not is_own_file(path)


def test_a_damaged_package_is_not_ours(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    assert not is_own_file(path)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("..", "-"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("..\\..\\a", "-..-a"),
        ("/etc/passwd", "-etc-passwd"),
        ("C:\\Windows\\a", "C--Windows-a"),
        ("a\x00b\nc", "a-b-c"),
        ("", "-"),
        ("kế hoạch 2026.v2", "kế hoạch 2026.v2"),
    ],
)
def test_a_name_is_one_step_down_whatever_it_holds(name, made, tmp_path):
    assert file_name(name) == made
    paths = PaperPaths((PaperFormat.DOCX,), "", tmp_path, tmp_path)
    for unit in (None, name):
        path = paths.path(PaperFormat.DOCX, name, name, unit).resolve()
        assert path.is_relative_to(tmp_path.resolve())
        assert path.name == f"{made}.docx"


def test_names_that_become_one_are_refused(tmp_path):
    paths = PaperPaths((PaperFormat.DOCX,), "", None, tmp_path)
    paths.path(PaperFormat.DOCX, "a:b", "a:b", None)
    with pytest.raises(UserError, match="would both be"):
        paths.path(PaperFormat.DOCX, "A?b", "A?b", None)


@pytest.mark.parametrize("name", ["...yaml", "..a.yaml", "a\\..\\b.yaml"])
def test_a_plan_file_with_a_hostile_name_stays_in_out(cchc, workspace, name):
    (workspace / "plans" / name).write_bytes((workspace / "plans" / "an-binh.yaml").read_bytes())
    before = set(workspace.parent.rglob("*"))
    for arguments in ((), ("--sheet", "all")):
        assert cchc("render", f"plans/{name}", *arguments).code == 0
    made = set(workspace.parent.rglob("*")) - before
    assert len([path for path in made if path.suffix == ".docx"]) == 2
    assert all(path.is_relative_to(workspace / "out") for path in made)
