"""The log of a workflow: no text of a plan gives the runner an order."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.cli.workflow_log import WorkflowLog
from cchc.outputs.json import harmless
from cchc.outputs.markdown import escape

ORDERS = [
    "::error ::x", "  ::error ::x", "\t::set-output name=x::y", "\u00a0::x::", "a\n::x::", "a\r::x::",
    "##[error]x", "Căn cứ ##[add-mask]x", "##vso[task.setvariable variable=x]y", "###[error]x",
    "::::", "\r\n\r\n ::stop-commands::x",
]  # fmt: skip


def obeyed(text: str) -> bool:
    """Tell whether a runner would take a line of `text` for an order."""
    lines = re.split("\r\n|\r|\n", text)
    return any(line.strip().startswith("::") or "##[" in line or "##vso[" in line for line in lines)


def written(*texts: str) -> str:
    out = io.StringIO(newline="")
    log = WorkflowLog(out)
    for text in texts:
        log.write(text)
    return out.getvalue()


@pytest.mark.parametrize("text", ORDERS)
def test_no_order_comes_through_however_it_is_cut(text):
    assert obeyed(text)
    for cut in range(len(text) + 1):
        shown = written(text[:cut], text[cut:])
        assert not obeyed(shown)
        assert shown.replace("\u200b", "") == text
    assert not obeyed(written(*text))


@given(st.lists(st.text(alphabet=" :#[vso\r\nx\u00a0", max_size=12), max_size=8))
def test_any_text_comes_through_without_orders(texts):
    shown = written(*texts)
    assert not obeyed(shown)
    assert shown.replace("\u200b", "") == "".join(texts)


@pytest.mark.parametrize(
    "text", ["## Tiêu đề\n", "a :: b\n", "std::x ##\n", "- [x] ##a[1]\n", "x: [y]\n"]
)
def test_what_is_no_order_is_left_alone(text):
    assert written(text) == text


TITLE = "title: Cải cách hành chính xã An Bình năm 2026"


@pytest.mark.parametrize("order", ["##[error]x", "::error ::x"])
@pytest.mark.parametrize("github", [("--report", "github"), ("--report=github",), ()])
def test_snippets_and_messages_give_no_orders(workspace, cchc, monkeypatch, order, github):
    if not github:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text(encoding="utf-8")
    assert TITLE in text
    path.write_text(
        text.replace(TITLE, 'title: "năm 2026  ##[error]x"\n  xấu: "##[error]x"'), "utf-8"
    )
    ran = cchc("validate", "--every", *github)
    own = [line for line in ran.out.splitlines() if line.startswith("::error file=")]
    assert bool(own) == bool(github)
    rest = "\n".join(line for line in ran.out.splitlines() if line not in own)
    assert "##\u200b[error]x" in rest
    assert not obeyed(rest + "\n" + ran.err)
    assert not obeyed(cchc("validate", f"\n{order}\n{order}", *github).err)


def test_json_says_the_same_without_orders():
    value = {"a": "##[x] ###[ ##vso[", "b": "\x9b\u202e\udcff::"}
    text = harmless(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == value
    assert not obeyed(text)
    assert text.isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@dev hỏi", "@\u200bdev hỏi"),
        ("a@b.vn", "a@\u200bb.vn"),
        ("xem #1 và chu/kho#12", "xem #\u200b1 và chu/kho#\u200b12"),
        ("GH-7 !3", "GH-\u200b7 !\u200b3"),
        ("https://a.vn www.a.vn", "https:\u200b//a.vn www\u200b.a.vn"),
        ("mailto:x", "mailto:\u200bx"),
        ("$x$ &amp; <b> | `x` *y* _z_ ~w~ [a](b) \\", "\\$x\\$ \\&amp; \\<b\\> \\| \\`x\\` \\*y\\* \\_z\\_ \\~w\\~ \\[a\\](b) \\\\"),
        ("sha deadbeefcafe0123", "sha d\u200beadbeefcafe0123"),
        ("số 20261231", "số 20261231"),
        ("# một", "\\# một"),
        ("- một", "\\- một"),
        ("1. một", "1\\. một"),
        ("1.1 một", "1.1 một"),
        ("một - hai", "một - hai"),
        ("Nghị định số 30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP"),
        ("a\x1b[31mb\n\n# c", "a\ufffd\\[31mb # c"),
    ],
)  # fmt: skip
def test_markdown_shows_a_text_as_it_is(text, shown):
    assert escape(text) == shown
