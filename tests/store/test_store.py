"""A cache only saves time: whatever is wrong with it, or with its file, the answers are the same."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cchc.store import place, stamp
from cchc.store.contents import GRAIN, Contents
from cchc.store.database import DamagedError, Store
from cchc.store.run import answers

KEPT = "SELECT row FROM result WHERE kind = 'q'"


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    """Return a workspace with a cache folder of its own, and stand in it."""
    monkeypatch.setenv("CCHC_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "work"
    (folder / "plans").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def remembered(root: Path, word: str = "new") -> list[str]:
    """Return what a run finds kept from the runs before, and keep `word` for the next one."""

    def ask(cache: Store):
        cache.renew("q", "stamp")
        found = [row[0] for row in cache.db.execute(KEPT)]
        with cache.db:
            cache.db.execute("INSERT OR REPLACE INTO result VALUES ('q', 1, ?)", (word,))
        yield from found or ["nothing"]

    return list(answers(root, ask, lasting=True))


def test_a_run_finds_what_the_run_before_has_kept(root):
    assert remembered(root, "first") == ["nothing"]
    assert remembered(root) == ["first"]


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda raw: b"this is no database", id="foreign"),
        pytest.param(lambda raw: raw[: len(raw) // 2], id="truncated"),
        pytest.param(lambda raw: raw[:100] + b"\xff" * (len(raw) - 100), id="corrupt"),
        pytest.param(lambda raw: b"", id="empty"),
    ],
)
def test_a_spoilt_file_is_put_aside_and_made_anew(root, spoil):
    remembered(root, "first")
    file = place.place(root)
    file.write_bytes(spoil(file.read_bytes()))
    assert remembered(root, "second") == ["nothing"]
    assert remembered(root) == ["second"]


def alter(root: Path, *statements: str) -> None:
    with closing(sqlite3.connect(place.place(root))) as db, db:
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("PRAGMA user_version = 999", id="of another version"),
        pytest.param("PRAGMA application_id = 1", id="of another program"),
        pytest.param("DROP TABLE file", id="without a table, and the wrong columns"),
        pytest.param(
            "CREATE TRIGGER t AFTER INSERT ON result BEGIN UPDATE result SET row = 'evil'; END",
            id="with statements of its own",
        ),
        pytest.param("CREATE VIEW v AS SELECT 1", id="with a view"),
    ],
)
def test_a_foreign_database_is_put_aside(root, statement):
    remembered(root, "first")
    if statement.startswith("DROP"):
        alter(root, statement, "CREATE TABLE file (other TEXT)")
    else:
        alter(root, statement)

    def ask(cache: Store):
        cache.contents([root / "plans" / "a.yaml"], unseen=True)
        yield from (row[0] for row in cache.db.execute(KEPT))

    assert list(answers(root, ask, lasting=True)) == []
    remembered(root, "second")
    assert remembered(root) == ["second"]


def test_a_cache_of_another_stamp_is_emptied(root):
    def ask(stamp):
        def asked(cache: Store):
            cache.renew("q", stamp)
            yield len(cache.db.execute(KEPT).fetchall())
            with cache.db:
                cache.db.execute("INSERT OR REPLACE INTO result VALUES ('q', 1, 'x')")

        return list(answers(root, asked, lasting=True))

    assert [ask("one"), ask("two"), ask("two")] == [[0], [0], [1]]


def test_a_folder_that_cannot_be_written_leaves_a_run_without_a_cache(root, monkeypatch):
    blocked = root / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("CCHC_CACHE_DIR", str(blocked / "below"))
    assert remembered(root) == ["nothing"]
    assert remembered(root) == ["nothing"]


def test_a_file_that_cannot_be_written_leaves_a_run_without_a_cache(root, monkeypatch):
    remembered(root, "first")
    real = sqlite3.connect

    def read_only(where, **options):
        if isinstance(where, Path):
            return real(f"file:{where}?mode=ro", uri=True, **options)
        return real(where, **options)

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", read_only)
        assert remembered(root, "second") == ["nothing"]
    assert remembered(root) == ["first"]  # it was not thrown away for it


def test_a_full_disk_leaves_a_run_without_a_cache_and_gives_each_answer_once(root):
    def ask(cache: Store):
        if cache.lasting:
            cache.db.execute("PRAGMA max_page_count = 16")
        for number in range(200):
            with cache.db:
                cache.db.execute("INSERT INTO result VALUES ('q', ?, ?)", (number, "x" * 3000))
            yield number

    assert list(answers(root, ask, lasting=True)) == list(range(200))


def test_what_goes_wrong_outside_the_cache_is_not_hidden(root):
    def ask(cache: Store):
        yield 1
        raise LookupError

    with pytest.raises(LookupError):
        list(answers(root, ask, lasting=True))


def test_a_cache_that_fails_each_time_is_told(root):
    def ask(cache: Store):
        yield from ()
        raise DamagedError

    with pytest.raises(DamagedError):
        list(answers(root, ask, lasting=True))


def test_a_run_does_not_wait_for_ever_for_another_one(root, monkeypatch):
    remembered(root, "first")
    monkeypatch.setattr("cchc.store.run.BUSY", 0.05)
    with closing(sqlite3.connect(place.place(root))) as other:
        other.execute("BEGIN IMMEDIATE")
        assert remembered(root, "second") in (["first"], ["nothing"])
        other.rollback()
    assert remembered(root) == ["first"]


class Clock:
    """Files that were written at a moment of one's choice."""

    def __init__(self, root: Path, monkeypatch) -> None:
        self.file = root / "plans" / "a.yaml"
        self.now = 10**18
        monkeypatch.setattr("cchc.store.contents.time.time_ns", lambda: self.now)
        self.stats = {}
        real = os.stat

        def stat(path, **options):
            found = real(path, **options)
            when = self.stats.get(os.fspath(path))
            if when is None:
                return found
            fields = list(found)
            return os.stat_result(
                [*fields[:10]],
                {"st_mtime_ns": when, "st_ctime_ns": when, "st_mtime": 0.0, "st_ctime": 0.0},
            )

        monkeypatch.setattr("cchc.store.contents.os.stat", stat)

    def write(self, text: str, *, age: int) -> None:
        """Write the file as if that many nanoseconds ago."""
        self.file.write_text(text)
        self.stats[os.fspath(self.file)] = self.now - age


def content(root: Path, path: Path, *, unseen: bool = True) -> int | None:
    """Return the content of a file as one run after the other sees it."""

    def ask(cache: Store):
        found = cache.contents([path], unseen=unseen)
        cache.settle(None)
        yield found[0]

    return next(iter(list(answers(root, ask, lasting=True))))


def test_the_content_of_an_old_file_is_known_without_reading_it(root, monkeypatch):
    clock = Clock(root, monkeypatch)
    clock.write("one", age=10 * GRAIN)
    before = content(root, clock.file)
    monkeypatch.setattr(Contents, "read", lambda *_: pytest.fail("the file was read"))
    assert content(root, clock.file) == before


def test_a_file_that_was_just_written_is_read_again(root, monkeypatch):
    clock = Clock(root, monkeypatch)
    clock.write("one", age=GRAIN // 2)
    before = content(root, clock.file)
    clock.file.write_text("two")  # within the same tick: size and times stay what they were
    assert content(root, clock.file) != before


def test_a_clock_that_was_set_back_does_not_hide_a_change(root, monkeypatch):
    clock = Clock(root, monkeypatch)
    clock.write("one", age=-3600 * 10**9)  # written before the clock went back an hour
    before = content(root, clock.file)
    clock.file.write_text("two")
    assert content(root, clock.file) != before


def test_same_size_and_time_but_other_content_is_noticed(root):
    path = root / "plans" / "a.yaml"
    path.write_text("one")
    old = 1_500_000_000 * 10**9
    os.utime(path, ns=(old, old))
    before = content(root, path)
    path.write_text("two")
    os.utime(path, ns=(old, old))
    assert content(root, path) != before


def test_the_same_words_in_a_file_of_another_name_are_the_same_content(root):
    one, two = root / "plans" / "a.yaml", root / "plans" / "b.yaml"
    one.write_text("same")
    two.write_text("same")
    assert content(root, one) == content(root, two)


def test_the_register_and_a_plan_of_the_same_words_are_two_contents(root):
    one, two = root / "plans" / "a.yaml", root / "plans" / "register.yaml"
    one.write_text("same")
    two.write_text("same")
    assert content(root, one) != content(root, two)


def test_a_plan_of_another_workspace_counts_the_register_beside_it(root, tmp_path):
    other = tmp_path / "other" / "plans"
    other.mkdir(parents=True)
    plan = other / "a.yaml"
    plan.write_text("same")
    before = content(root, plan)
    (other / "register.yaml").write_text("register: 1")
    assert content(root, plan) != before


def test_a_file_that_cannot_be_read_has_no_content(root):
    assert content(root, root / "plans" / "none.yaml") is None


def test_files_that_are_gone_are_forgotten(root):
    path = root / "plans" / "a.yaml"
    path.write_text("one")
    os.utime(path, ns=(10**18, 10**18))

    def ask(cache: Store):
        cache.contents([path] if path.exists() else [], unseen=True)
        yield cache.settle([path] if path.exists() else [])
        yield cache.db.execute("SELECT COUNT(*) FROM file").fetchone()[0]

    assert list(answers(root, ask, lasting=True)) == [False, 1]
    path.unlink()
    assert list(answers(root, ask, lasting=True)) == [True, 0]


def test_the_stamp_of_the_tool_changes_with_a_module(tmp_path, monkeypatch):
    module = tmp_path / "a.py"
    module.write_text("1")
    monkeypatch.setattr(stamp, "_HERE", str(tmp_path))
    before = stamp.tool()
    module.write_text("12")
    assert stamp.tool() != before


def test_a_module_that_was_changed_with_the_same_size_and_time_is_noticed(tmp_path, monkeypatch):
    module = tmp_path / "a.py"
    module.write_text("1")
    old = 1_500_000_000 * 10**9
    os.utime(module, ns=(old, old))
    monkeypatch.setattr(stamp, "_HERE", str(tmp_path))
    before = stamp.tool()
    module.write_text("2")
    os.utime(module, ns=(old, old))
    assert stamp.tool() != before


def test_an_installed_tool_is_known_by_its_folder(tmp_path, monkeypatch):
    folder = tmp_path / "site-packages" / "cchc"
    folder.mkdir(parents=True)
    monkeypatch.setattr(stamp, "_HERE", str(folder))
    monkeypatch.setattr(stamp, "_modules", lambda _: pytest.fail("every module was looked at"))
    before = stamp.tool()
    (folder / "__init__.py").write_text("")  # an installer puts the whole folder there anew
    assert stamp.tool() != before


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/cchc"),
        ("linux", {"XDG_CACHE_HOME": "not/absolute"}, "/home/an/.cache/cchc"),
        ("linux", {}, "/home/an/.cache/cchc"),
        ("darwin", {}, "/home/an/Library/Caches/cchc"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/cchc/cache"),
        ("win32", {}, "/home/an/AppData/Local/cchc/cache"),
        ("linux", {"CCHC_CACHE_DIR": "/elsewhere"}, "/elsewhere"),
    ],
)
def test_the_folder_is_that_of_the_platform(platform, variables, expected, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "CCHC_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/an")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("cchc.store.place.sys.platform", platform)
    assert place.folder() == expected


def test_two_workspaces_of_one_name_have_two_files():
    assert place.place(Path("/a/work")) != place.place(Path("/b/work"))


def test_clearing_deletes_every_file_of_the_workspace_and_no_other(root):
    remembered(root)
    other = place.place(root).with_name("other-00000000.sqlite")
    other.write_text("x")
    assert place.forget(root) > 0
    assert list(other.parent.iterdir()) == [other]
