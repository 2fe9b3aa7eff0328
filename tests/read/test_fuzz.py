"""Plans spoiled at random (a fixed seed): each is read or refused with findings, by every command."""

from __future__ import annotations

import random
from unicodedata import normalize

import pytest

from cchc.model.finding import Finding
from cchc.read.files import decode
from cchc.read.load import load_bytes
from cchc.read.workspace import plan_files
from cchc.rules import diagnose
from tests.conftest import ROOT

PLANS = [path.read_bytes() for path in plan_files(ROOT / "plans")]
VALUES = (
    "~", "null", "''", "[]", "{}", "[[x]]", "{a: b}", "&a x", "*a", "!!str x", "|", ">-", "\t", "-", "?", ":", "%", "@", "'", '"', "[", "}",
    "00/01/2026", "2026-02-30", "-5", "1e309", ".inf", "0x10", "true", "\u00a0x", "x\u200b", "\u2028", "\ufeff", "xa\u0303", "---", "...", "# x",
    "9" * 400, "x" * 3000, "<<<<<<< HEAD", "=======", "%YAML 1.2", "{{ x }}", "\\", '"\\ud800"', '"\\0"', "a: b: c",
)  # fmt: skip


def spoiled(seed: int) -> bytes:
    """Return one of the plans with one to four changes of bytes, lines, indents or values."""
    chance = random.Random(seed)
    raw = chance.choice(PLANS)
    for _ in range(chance.choice((1, 1, 2, 4))):
        raw = CHANGES[chance.randrange(len(CHANGES))](raw, chance)
    return raw


def _byte(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([chance.randrange(256)]) + raw[at + chance.randrange(2) :]


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _lines(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(one, lines[other])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one] = lines[one].replace(chance.choice((b":", b"-", b" ", b'"')), b"")
    return chance.choice((b"\n", b"\n", b"\n", b"\r\n", b"\r")).join(lines)


def _indent(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    one = chance.randrange(len(lines))
    space = chance.choice((b" ", b"  ", b"\t", "\u00a0".encode(), "\u3000".encode(), b"- ", b"? "))
    lines[one] = space + (lines[one] if chance.random() < 0.5 else lines[one].lstrip())
    return b"\n".join(lines)


def _value(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    one = chance.randrange(len(lines))
    head, sign, _ = lines[one].partition(chance.choice((b": ", b"- ")))
    lines[one] = head + sign + chance.choice(VALUES).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _form(raw: bytes, chance: random.Random) -> bytes:
    text = raw.decode("utf-8", "replace")
    match chance.randrange(4):
        case 0:
            return normalize("NFD", text).encode()
        case 1:
            return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig")))
        case 2:
            return (text + "\n---\n" + text).encode()
        case _:
            return text.replace("\n", chance.choice(("\r\n", "\r"))).encode()


CHANGES = (_byte, _cut, _lines, _lines, _indent, _indent, _value, _value, _value, _form)


def check(seed: int) -> tuple[bool, bool]:
    """Read and judge one spoiled plan; return whether it is a plan, and whether its rest was judged."""
    raw = spoiled(seed)
    source = load_bytes(ROOT / "plans" / "x.yaml", raw)
    found = diagnose(source)
    assert (source.plan is None) == any(
        one.finding.severity == "error" and one.finding.code[0] in "YS" for one in found
    )
    text = decode(raw)
    length = 0 if isinstance(text, Finding) else len(text)
    for one in found:
        assert str(one.finding.message)
        assert one.span.line >= 1
        assert one.span.column >= 1
        assert one.finding.span is not None or 0 <= one.span.start <= one.span.stop <= length
    return source.plan is not None, source.plan is None and source.partial() is not None


@pytest.mark.parametrize("seed", range(20))
def test_a_spoiled_plan_is_read_or_refused_with_findings(seed):
    check(seed)


@pytest.mark.parametrize("seed", range(20, 25))
def test_no_command_breaks_on_a_spoiled_plan(tmp_path, monkeypatch, capsys, seed):
    from cchc.cli.app import run

    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    path = tmp_path / "plans" / "x.yaml"
    path.write_bytes(spoiled(seed))
    for command in (
        ("validate",),
        ("validate", "--fix"),
        ("due",),
        ("status",),
        ("render", "--force"),
    ):
        code = run([*command, "plans/x.yaml"])
        assert code in (0, 1, 2), command
        assert "Traceback" not in capsys.readouterr().err
