"""From bytes to text: what is no readable file is one finding, never an exception."""

from __future__ import annotations

import os

import pytest

from cchc.model.finding import Finding
from cchc.read.files import MAX_BYTES, decode, read_text


def code(raw: bytes) -> tuple[str, int, int]:
    found = decode(raw)
    assert isinstance(found, Finding)
    return found.code, found.span.line, found.span.column


def test_a_byte_order_mark_at_the_start_is_dropped():
    assert decode("\ufeffa: á\n".encode()) == "a: á\n"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a: á\n".encode("utf-16"), ("Y003", 1, 1)),
        ("a: 1\nb: á\n".encode("latin-1"), ("Y003", 2, 4)),
        (b"a: 1\nb: \x00\n", ("Y004", 2, 4)),
        ("a: \u2028b\n".encode(), ("Y004", 1, 4)),
        ("a: x\ufeff\n".encode(), ("Y004", 1, 5)),
        (b"a: 1\rb: 2\n", ("Y004", 1, 5)),
        (b"\xed\xa0\x80", ("Y003", 1, 1)),
        (b"a" * (MAX_BYTES + 1), ("Y002", 1, 1)),
    ],
)
def test_what_is_not_utf8_text_has_one_finding_at_its_place(raw, expected):
    assert code(raw) == expected


def test_a_folder_a_missing_file_and_a_pipe_are_not_plan_files(tmp_path):
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    for path in (tmp_path, tmp_path / "no.yaml", pipe, loop):
        found = read_text(path)
        assert isinstance(found, Finding)
        assert found.code == "Y001"
