"""Plans that cannot be read: every command answers for the others, names these, and leaves with 1."""

from __future__ import annotations

import io
import json
import os

import pytest

from tests.cli.conftest import MINIMAL

COMMANDS = (
    ("due", "--from", "1/1/2000"), ("status",), ("assignments",), ("export",),
    ("sheet", "out", "-o", "phieu"), ("render", "--all"),
)  # fmt: skip


@pytest.fixture
def province(workspace, monkeypatch):
    """Return a workspace with one sound plan and one whose year is a slip."""
    text = MINIMAL.read_text(encoding="utf-8")
    assert text.count("year: 2026") == 1
    slip = text.replace("year: 2026", "year: 2O26")
    (workspace / "plans" / "hong.yaml").write_text(slip, encoding="utf-8")
    return workspace


@pytest.fixture
def closed(workspace, monkeypatch):
    """Return a workspace with a folder below plans/ that nobody may look into."""
    folder = workspace / "plans" / "khac"
    folder.mkdir()
    looked_into = os.scandir

    def scandir(path="."):
        if os.fspath(path).endswith("khac"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return looked_into(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return workspace


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_the_others_are_answered_for_and_the_plan_is_named(province, cchc, words):
    whole = cchc(*words, "an-binh") if "--all" not in words else cchc("render", "an-binh")
    ran = cchc(*words)
    assert (ran.code, ran.out) == (1, whole.out)
    assert "cchc: 1 plans cannot be read; the answer is without them:\n" in ran.err
    assert "\n  plans/hong.yaml:" in ran.err


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_without_any_plan_that_can_be_read_the_request_is_refused(province, cchc, words):
    (province / "plans" / "an-binh.yaml").unlink()
    assert cchc(*words).code == 2


@pytest.mark.parametrize("words", COMMANDS[:-1], ids=lambda words: words[0])
def test_the_one_plan_named_must_be_readable(province, cchc, words):
    ran = cchc(*words, "hong")
    assert ran.code == 2
    assert ran.err.splitlines()[0].startswith("cchc: plans/hong.yaml:")


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_folder_that_cannot_be_looked_into_is_no_silent_loss(closed, cchc, words):
    ran = cchc(*words)
    assert ran.code == 1
    assert "plans/khac:1:1: “khac” is a folder that cannot be opened" in ran.err


@pytest.fixture
def barred(workspace, monkeypatch):
    """Return a function that takes away all access to what lies in a folder of the workspace."""

    def bar(name):
        folder = str(workspace / name) if name else str(workspace)

        def guarded(call, inside):
            def asked(path=".", *rest, **more):
                whole = os.path.abspath(path) if isinstance(path, str | os.PathLike) else ""  # noqa: PTH100
                if whole.startswith(folder + os.sep) or (not inside and whole == folder):
                    raise PermissionError(13, "Permission denied", os.fspath(path))
                return call(path, *rest, **more)

            return asked

        monkeypatch.setattr(os, "scandir", guarded(os.scandir, inside=False))
        for place, call in ((os, "stat"), (os, "lstat"), (os, "open"), (io, "open")):
            monkeypatch.setattr(place, call, guarded(getattr(place, call), inside=True))

    return bar


NEW = ("--commune", "xã An Bình", "--province", "tỉnh Phú Thọ", "--year", "2027")
IN_PLANS = (
    ("due",), ("validate",), ("import", "k.csv"), ("init",), ("new", "q", "--from", "an-binh"),
    ("new", "q", "--kind", "cchc", *NEW), ("render", "an-binh"), ("brief", "an-binh"),
    ("progress", "an-binh", "1", "--state", "running"), ("score", "an-binh"),
    ("report", "an-binh", "--period", "Q1"), ("coverage", "an-binh"), ("link", "an-binh"),
)  # fmt: skip


@pytest.mark.parametrize("words", IN_PLANS, ids=lambda words: " ".join(words[:3]))
@pytest.mark.parametrize("name", ["plans", ""])
def test_a_folder_that_may_not_be_read_is_named(workspace, barred, cchc, words, name):
    table = "STT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\n1,Kiểm tra,Văn phòng,Quý I\n"
    (workspace / "k.csv").write_text(table, encoding="utf-8")
    barred(name)
    ran = cchc(*words)
    assert (ran.code, ran.out) == (2, "")
    if name:
        folder = ran.err.splitlines()[0].partition("cchc: no permission to read the folder ")[2]
        assert folder in ("plans", str(workspace / "plans"))
    else:
        assert "no permission" in ran.err


def test_reports_that_may_not_be_read_are_named(workspace, barred, cchc):
    (workspace / "reports").mkdir()
    barred("reports")
    ran = cchc("report", "an-binh", "--period", "Q1")
    assert (ran.code, ran.out) == (2, "")
    assert "no permission to read the folder" in ran.err


def test_a_slip_in_a_name_is_told_beside_a_folder_that_is_closed(closed, cchc):
    assert "did you mean “an-binh”?" in cchc("render", "an-bimh").err
    assert "no permission to read the folder" in cchc("render", "zzz").err


def test_validate_tells_of_such_a_folder(closed, cchc):
    ran = cchc("validate")
    assert ran.code == 1
    assert "plans/khac:1:1: error: “khac” is a folder that cannot be opened [Y001" in ran.out


@pytest.mark.parametrize(
    "words", [("due",), ("status",), ("assignments",), ("sheet", "out"), ("render", "--all")]
)
def test_json_lists_what_the_answer_is_without(province, cchc, words):
    (unread,) = json.loads(cchc(*words, "--format", "json").out)["unread"]
    assert (unread["plan"], unread["path"]) == ("hong", "plans/hong.yaml")
    assert unread["line"] > 1
    assert isinstance(unread["message"], str)


def test_many_are_gathered(province, cchc):
    text = (province / "plans" / "hong.yaml").read_text(encoding="utf-8")
    for n in range(14):
        (province / "plans" / f"hong-{n}.yaml").write_text(text, encoding="utf-8")
    lines = cchc("status").err.splitlines()
    assert lines[0].startswith("cchc: 15 plans cannot be read")
    assert len([line for line in lines if line.startswith("  plans/")]) == 10
    assert "  and 5 more" in lines


def test_a_folder_that_cannot_be_looked_into_is_not_taken_for_unchanged(closed, cchc):
    ran = cchc("diff", "plans", "plans")
    assert ran.code == 1
    assert "“khac” is a folder that cannot be opened" in ran.err
