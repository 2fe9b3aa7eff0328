"""Findings from the cache are the findings: after any edit, in any run, in either language."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from cchc.app.validation import Validation
from cchc.outputs import diagnostics
from cchc.read.configuration import Configuration
from cchc.read.load import load
from cchc.read.register import find_register
from cchc.read.workspace import choose
from cchc.rules._settings import settings
from cchc.store import place
from cchc.store.results import encode

from .all_findings import diagnose_all

MINIMAL = Path(__file__).parent / "minimal.yaml"
REGISTER = """\
register: 1
documents:
  - key: nq-76-2021
    kind: Nghị quyết
    symbol: 76/NQ-CP
    date: 15/7/2021
    issuer: Chính phủ
    title: >-
      ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030
"""
ALL = settings(Configuration())


@pytest.fixture
def work(tmp_path, monkeypatch) -> Path:
    """Return a workspace with two plans of one commune, a plan of another one, and a register."""
    monkeypatch.setenv("CCHC_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "work"
    (folder / "plans").mkdir(parents=True)
    text = MINIMAL.read_text(encoding="utf-8")
    (folder / "plans" / "a.yaml").write_text(text, encoding="utf-8")
    (folder / "plans" / "b.yaml").write_text(text, encoding="utf-8")
    other = text.replace("name: An Bình", "name: Yên Lạc").replace("title: ", "title:  ")
    (folder / "plans" / "c.yaml").write_text(other, encoding="utf-8")
    (folder / "plans" / "register.yaml").write_text(REGISTER, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def told(found, plans) -> str:
    return json.dumps(diagnostics.content(found, plans), ensure_ascii=False)


def from_cache(*names: str, lasting: bool = True, jobs: int = 1) -> str:
    """Return what a run says, findings and the lines they stand in."""
    files = choose(names, Path.cwd())
    validation = Validation(files, ALL, whole=not names, lasting=lasting, jobs=jobs)
    return told([one for file in validation.files() for one in file.found], len(files))


def directly(*names: str) -> str:
    """Return what the rules say of files read for them alone."""
    files = choose(names, Path.cwd())
    register = find_register(Path.cwd())
    sources = [load(path) for path in files]
    if register:
        sources.append(register.source)
    found = diagnose_all(sources, ALL, register.register if register else None)
    return told(found, len(files))


def edited(raw: bytes, chance: random.Random) -> bytes:
    """Return `raw` after one slip of somebody's hand."""
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    place = chance.randrange(len(raw)) if raw else 0
    match chance.randrange(8):
        case 0:
            return raw[:place] + raw[place + chance.randrange(1, 4) :]
        case 1:
            return (
                raw[:place]
                + chance.choice([b" ", b"\t", b":", b"#", b"'", b"x", b"\xff"])
                + raw[place:]
            )
        case 2:
            del lines[at]
        case 3:
            lines.insert(at, lines[chance.randrange(len(lines))])
        case 4:
            lines[at] = lines[at].replace("ã".encode(), b"a", 1) + b"  # cchc: allow X001 - x"
        case 5:
            lines[at] = lines[at].replace(b"2026", b"2025")
        case 6:
            lines[at] = lines[at].replace(b"1", b"31")
        case _:
            lines[at] = lines[at][::-1]
    return b"\n".join(lines)


def test_after_60_edits_runs_with_and_without_a_cache_say_the_same(work):
    chance = random.Random(7)
    sound = {path: path.read_bytes() for path in sorted((work / "plans").iterdir())}
    files = list(sound)
    several = 0
    for _ in range(60):
        path = chance.choice(files)
        back = chance.random() < 0.5  # what was edited is put right again
        path.write_bytes(sound[path] if back else edited(path.read_bytes(), chance))
        kept = from_cache()
        assert kept == directly()
        several += '"X00' in kept
    assert several > 8  # rules over several plans had something to say


def test_runs_with_a_new_cache_a_full_one_and_none_say_the_same(work):
    first = from_cache()
    assert '"X005"' in first
    assert [from_cache(), from_cache(lasting=False), directly()] == [first] * 3


def test_nothing_is_read_when_nothing_has_changed(work, monkeypatch):
    monkeypatch.setattr("cchc.store.contents.GRAIN", 0)
    first = from_cache()
    monkeypatch.setattr("cchc.read.load.load_bytes", lambda *_: pytest.fail("a file was read"))
    assert from_cache() == first


def test_one_changed_file_changes_what_is_said_of_another(work):
    assert '"X005"' in from_cache()
    path = work / "plans" / "a.yaml"
    path.write_text(path.read_text("utf-8").replace("year: 2026", "year: 2025"), encoding="utf-8")
    found = from_cache()
    assert '"X005"' not in found
    assert found == directly()


def test_a_renamed_file_is_told_by_its_new_name(work):
    from_cache()
    (work / "plans" / "a.yaml").rename(work / "plans" / "z.yaml")
    found = from_cache()
    assert "plans/z.yaml" in found
    assert "plans/a.yaml" not in found
    assert found == directly()


def test_a_file_that_is_gone_has_no_part_in_comparisons(work):
    from_cache()
    (work / "plans" / "a.yaml").unlink()
    found = from_cache()
    assert '"X005"' not in found
    assert found == directly()


def test_a_changed_register_is_asked(work):
    assert '"code": "R' not in from_cache()
    path = work / "plans" / "register.yaml"
    path.write_text(REGISTER.replace("15/7", "16/7"), encoding="utf-8")
    changed = from_cache()
    assert '"code": "R' in changed
    assert changed == directly()
    path.unlink()
    assert from_cache() == directly()


def test_a_run_over_some_of_the_plans_compares_only_those(work):
    assert '"X005"' in from_cache()
    assert from_cache("a", "c") == directly("a", "c")
    assert from_cache("b", "a") == directly("b", "a")
    assert from_cache("b") == directly("b")


def test_a_run_from_another_folder_names_files_as_seen_from_there(work, monkeypatch):
    from_cache()
    monkeypatch.chdir(work / "plans")
    found = from_cache()
    assert '"path": "b.yaml"' in found
    assert found == directly()


def test_what_is_kept_is_said_in_the_language_of_whoever_asks(work, monkeypatch):
    english = from_cache()
    monkeypatch.setenv("CCHC_LANG", "vi")
    vietnamese = from_cache()
    assert vietnamese == directly() != english


def test_settings_are_not_kept(work):
    files = choose([], Path.cwd())
    only = settings(Configuration(select=("X",)))
    from_cache()
    validation = Validation(files, only, whole=True, lasting=True, jobs=1)
    assert {one.finding.code for file in validation.files() for one in file.found} <= {
        "X005",
        "X002",
    }
    assert from_cache() == directly()


FOUND = '[[[[1,1,1,2,0,1],"C001","name",{}]],{{}},[]]'


@pytest.mark.parametrize(
    "row",
    [
        "null", "1", "[1]", "not json", "[" * 100_000, "[]", "{}x",
        FOUND.format('"error",["{x.__class__}",{"x":"y"}],null,[],false'),
        FOUND.format('"error",["{x:>999999999}",{"x":"y"}],null,[],false'),
        FOUND.format('"error",["\\u001b[2J",{}],null,[],false'),
        FOUND.format('"fatal",["x",{}],null,[],false'),
        FOUND.format('"error",["x {y}",{"y":[]}],null,[],false'),
        FOUND.format('"error",["x",{}],null,[[0,1,7]],false'),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "kind", ["verdict", "claim index", "claims", "places of claims", "comparison"]
)
def test_rows_that_nobody_wrote_are_refused_and_the_answer_is_right(work, row, kind):
    right = from_cache()
    with closing(sqlite3.connect(place.place(work))) as db, db:
        assert db.execute("UPDATE result SET row = ? WHERE kind = ?", (row.encode(), kind)).rowcount
        if kind != "comparison":
            db.execute("DELETE FROM result WHERE kind = 'comparison'")
    assert from_cache() == right


@pytest.mark.parametrize(
    "emptied",
    ["file", "stamp", *(f"result WHERE kind = '{kind}'" for kind in ("verdict", "claim index", "claims"))],
)  # fmt: skip
def test_a_table_that_was_emptied_only_costs_time(work, emptied):
    right = from_cache()
    with closing(sqlite3.connect(place.place(work))) as db, db:
        assert db.execute(f"DELETE FROM {emptied}").rowcount
        db.execute("DELETE FROM result WHERE kind = 'comparison'")
    assert from_cache() == right


def test_every_kind_of_value_in_a_message_comes_back_as_it_was(work):
    from cchc.messages import Message
    from cchc.model.finding import Diagnostic, Edit, Finding, Severity, Span
    from cchc.store.findings import FindingRow, diagnostic, row

    message = Message(
        "{code:04X} {name} {inner} {none}",
        {"code": 7, "name": "tên", "inner": Message("a list"), "none": None},
    )
    found = Diagnostic(
        "x.yaml", Span(1, 2, 3, 4, 5, 6),
        Finding("C001", "name", Severity.INFO, message, help=Message("{ } stays")),
        (Edit(1, 2, "new"),),
    )  # fmt: skip
    again = diagnostic("x.yaml", msgspec.json.decode(encode(row(found)), type=FindingRow))
    assert again == found
    assert str(again.finding.message) == "0007 tên a list None"
    assert str(again.finding.help) == "{ } stays"
