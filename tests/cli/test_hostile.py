"""Files that mean harm or are simply broken: bounded work, one clear message, never a traceback."""

from __future__ import annotations

import os
import tracemalloc
import unicodedata

import pytest

from cchc.read.files import MAX_BYTES
from cchc.read.yaml.builder import MAX_PROBLEMS
from tests.counting import calls

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}, *{chr(97 + n)}]\n"
    for n in range(20)
)

MOST_CALLS = 6_000_000
"""Calls of functions that no file may need; 50,000 unknown keys need three million."""

HOSTILE = {
    "alias-bomb": (BOMB.encode(), "Y009"),
    "cyclic-alias": (b"cchc: &a [*a]\n", "Y009"),
    "merge-key": (b"base: &b {x: y}\ncchc: {<<: *b}\n", "Y009"),
    "python-tag": (b"cchc: !!python/object/apply:os.system [echo]\n", "Y009"),
    "local-tag": (b"cchc: !x 1\n", "Y009"),
    "deep-flow": (b"a: " + b"[" * 100_000, "Y011"),
    "deep-mapping": (b"{a: " * 20_000, "Y011"),
    "deep-block": (b"".join(b" " * n + b"a:\n" for n in range(400)), "Y011"),
    "nul": (b"cchc: 1\nkind: \x00\n", "Y004"),
    "escape": (b"cchc: \x1b[2J\n", "Y004"),
    "utf-16": ("cchc: 1\n".encode("utf-16"), "Y003"),
    "utf-16-without-mark": ("cchc: 1\n".encode("utf-16-le"), "Y004"),
    "latin-1": (b"cchc: K\xea ho\xe1ch\n", "Y003"),
    "lone-surrogate-bytes": (b"cchc: \xed\xa0\x80\n", "Y003"),
    "lone-surrogate-escape": (b'cchc: "\\ud800"\n', "Y006"),
    "line-separator": ("cchc: a\u2028b\n".encode(), "Y004"),
    "too-large": (b"#" * (MAX_BYTES + 1), "Y002"),
    "only-comments": (b"# x\n# y\n", "Y012"),
    "only-mark": (b"\xef\xbb\xbf", "Y005"),
    "two-documents": (b"cchc: 1\n---\ncchc: 1\n", "Y010"),
    "directive": (b"%YAML 9.9\n---\ncchc: 1\n", "Y006"),
    "long-key": (b"k" * 500_000 + b": 1\n", "Y006"),
    "long-line": (b"cchc: " + b"x" * 900_000 + b"\n", "S003"),
    "many-keys": (b"".join(b"k%d: 1\n" % n for n in range(50_000)), "S008"),
    "many-dashes": (b"- " * 300_000, "Y011"),
    "many-colons": (b"a" + b": " * 300_000, "Y006"),
    "open-quote": (b'a: "' + b"x\n " * 200_000, "Y006"),
    "binary": (bytes(range(256)) * 100, "Y003"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_message_for_bounded_work(workspace, cchc, name):
    content, code = HOSTILE[name]
    (workspace / "x.yaml").write_bytes(content)
    runs = []
    assert calls(lambda: runs.append(cchc("validate", "x.yaml"))) < MOST_CALLS
    (ran,) = runs
    assert ran.code == 1
    assert code in ran.out
    assert "Traceback" not in ran.out + ran.err
    assert len(ran.out) < 5_000


def test_a_file_full_of_faults_is_not_listed_to_the_end(workspace, cchc):
    (workspace / "x.yaml").write_bytes(BOMB.encode())
    assert cchc("validate", "x.yaml", "--every").out.count("Y009") == MAX_PROBLEMS


def test_a_hundred_megabytes_are_not_read(workspace, cchc):
    with (workspace / "x.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    try:
        assert "Y002" in cchc("validate", "x.yaml").out
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_windows_line_ends_are_fine(workspace, cchc):
    plan = workspace / "plans" / "an-binh.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))
    assert cchc("validate").code == 0


def test_a_byte_order_mark_is_fine(workspace, cchc):
    plan = workspace / "plans" / "an-binh.yaml"
    plan.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes())
    assert cchc("validate").code == 0


def test_a_pipe_a_loop_and_a_folder_called_like_a_file(workspace, cchc):
    os.mkfifo(workspace / "plans" / "pipe.yaml")
    (workspace / "plans" / "loop.yaml").symlink_to("loop.yaml")
    (workspace / "plans" / "folder.yaml").mkdir()
    ran = cchc("validate")
    assert ran.code == 1
    assert ran.out.count("Y001") == 2  # a folder is looked into, as any other
    assert "Traceback" not in ran.err


def test_a_folder_that_links_to_itself(workspace, cchc):
    (workspace / "plans" / "again").symlink_to(workspace / "plans")
    assert cchc("validate").code == 0


@pytest.mark.parametrize("name", ['quote"s.yaml', "new\nline.yaml", "tab\t.yaml", "-dash.yaml"])
def test_strange_names_stay_on_one_line(workspace, cchc, name):
    (workspace / "plans" / name).write_text("a: [", encoding="utf-8")
    ran = cchc("validate", "plans")
    assert ran.code == 1
    assert len([line for line in ran.out.splitlines() if "Y006" in line]) == 1
    assert "Y006" in ran.out.splitlines()[0]


def test_a_name_that_is_no_utf8(workspace, cchc):
    (workspace / "plans" / os.fsdecode(b"\xff.yaml")).write_text("a: [", encoding="utf-8")
    ran = cchc("validate", "plans")
    assert ran.code == 1
    assert "Traceback" not in ran.out + ran.err


def test_two_forms_of_one_name_are_one_id(workspace, cchc):
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "kế.yaml")
        (workspace / "plans" / name).write_bytes(
            (workspace / "plans" / "an-binh.yaml").read_bytes()
        )
    ran = cchc("due", "--plan", "plans")
    assert ran.code == 2
    assert "two files hold the plan “kế”" in ran.err
