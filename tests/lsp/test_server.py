"""The server as an editor meets it: opened, broken, mended."""

from __future__ import annotations

import random
import shutil

import pytest
from lsprotocol import types

from cchc.app.validation import validate_text
from tests.lsp.client import with_editor

PLANS = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")


@pytest.fixture
def workspace(tmp_path, plans):
    shutil.copytree(plans, tmp_path / "plans")
    (tmp_path / "cchc.toml").write_text("")
    return tmp_path


def _codes(found: list[types.Diagnostic]) -> list[tuple[object, ...]]:
    return sorted((one.code, one.range.start.line, one.range.start.character) for one in found)


def _expected(text, path, register) -> list[tuple[object, ...]]:
    return sorted(
        (one.finding.code, one.span.line - 1, one.span.column - 1)
        for one in validate_text(text, str(path), register)
    )


def _register(root):
    from cchc.read.register import load_register

    return load_register(root / "plans" / "register.yaml").register


def test_each_plan_is_opened_broken_and_mended(workspace):
    async def work(editor):
        for name in PLANS:
            path = workspace / "plans" / f"{name}.yaml"
            text = path.read_text("utf-8")
            at_first = await editor.open(path, text)
            assert _codes(at_first) == _expected(text, path, _register(workspace))
            now = await editor.change(path, text.replace("year: 2026", "year: hai nghin", 1))
            assert any(one.severity == types.DiagnosticSeverity.Error for one in now)
            assert _codes(await editor.change(path, text)) == _codes(at_first)
            editor.close(path)

    with_editor(workspace, work)


def test_diagnostics_after_each_edit_are_those_of_validate(workspace):
    path = workspace / "plans" / "phu-thinh.yaml"
    register = _register(workspace)
    rng = random.Random(20)

    async def work(editor):
        text = PLAN
        await editor.open(path, text)
        for _ in range(15):
            at = rng.randrange(len(text))
            typed = rng.choice(["", "a", " ", ":", "\n", "- ", "[", "Quý", "😀", '"'])
            text = text[:at] + typed + text[at + rng.randrange(3) :]
            found = await editor.change(path, text)
            lines = text.split("\n")
            told = []
            for code, line, column in _expected(text, path, register):
                before = lines[line][:column] if line < len(lines) else ""
                told.append((code, line, len(before.encode("utf-16-le")) // 2))
            assert _codes(found) == sorted(told)

    with_editor(workspace, work)


def test_what_is_no_plan_is_left_alone(workspace):
    other = workspace / "docker-compose.yaml"

    async def work(editor):
        assert await editor.open(other, "services: [\n") == []

    with_editor(workspace, work)


PLAN = """\
cchc: 1
kind: cchc
year: 2026
commune: {level: xã, name: Phú Thịnh, province: tỉnh Thái Nguyên}
document: {symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính năm 2026}
bases:
  - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính
units:
  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
  - {id: kinh-te, name: Phòng Kinh tế}
body:
  - title: TỔ CHỨC THỰC HIỆN
    items:
      - units: [vh-xh]
        items: [Theo dõi việc thực hiện Kế hoạch.]
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
      - id: ra-soat
        title: Rà soát thủ tục hành chính
        product: Báo cáo
        deadline: Trước 30/11/2026
        lead: [vh-xh]
        support: [kinh-te]
"""


def _position(text: str, needle: str, more: int = 0) -> types.Position:
    before = text[: text.index(needle) + more]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


def _asked(workspace, ask):
    path = workspace / "plans" / "moi.yaml"
    answers = []

    async def work(editor):
        await editor.open(path, PLAN)
        which = types.TextDocumentIdentifier(path.as_uri())
        answers.append(await ask(editor.client, which))

    with_editor(workspace, work)
    return answers[0]


HOVERS = (
    ("Trước 30/11", 3, "29/11/2026"), ("118/2025", 2, "Chính phủ"),
    ("lead: [vh", 7, "Phòng Văn hóa"), ("lead: [vh", 7, "Rà soát"),
    ("deadline:", 3, "(`deadline`)"), ("KH-UBND", 1, ""),
)  # fmt: skip


def test_a_hover_tells_what_stands_there(workspace):
    async def ask(client, which):
        return [
            await client.text_document_hover_async(
                types.HoverParams(which, _position(PLAN, needle, more))
            )
            for needle, more, _ in HOVERS
        ]

    for found, (needle, _, says) in zip(_asked(workspace, ask), HOVERS, strict=True):
        assert says in (found.contents.value.replace("\\", "") if found else ""), needle


def test_a_unit_leads_to_its_declaration_and_its_uses(workspace):
    async def ask(client, which):
        position = _position(PLAN, "[vh-xh]", 2)
        there = await client.text_document_definition_async(types.DefinitionParams(which, position))
        uses = await client.text_document_references_async(
            types.ReferenceParams(types.ReferenceContext(True), which, position)
        )
        return there, uses

    there, uses = _asked(workspace, ask)
    assert there.range.start == _position(PLAN, "vh-xh, name")
    assert [one.range.start for one in uses] == [
        _position(PLAN, "vh-xh, name"), _position(PLAN, "vh-xh]"),
        _position(PLAN, "lead: [vh-xh", 7),
    ]  # fmt: skip


def test_the_outline_has_the_printed_numbers(workspace):
    found = _asked(
        workspace,
        lambda client, which: client.text_document_document_symbol_async(
            types.DocumentSymbolParams(which)
        ),
    )
    assert [one.name for one in found] == ["I. TỔ CHỨC THỰC HIỆN", "Danh mục nhiệm vụ"]
    assert [one.name for one in found[1].children] == ["1. Rà soát thủ tục hành chính"]


def test_one_fix_and_all_safe_ones_are_offered(workspace):
    text = PLAN.replace("ngày 09/6/2025", "ngày 09/06/2025")
    path = workspace / "plans" / "moi.yaml"
    got = []

    async def work(editor):
        await editor.open(path, text)
        at = _position(text, "09/06/2025", 1)
        got.extend(
            await editor.client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(path.as_uri()), types.Range(at, at),
                    types.CodeActionContext([]),
                )
            )
        )  # fmt: skip

    with_editor(workspace, work)
    kinds = [one.kind for one in got]
    assert types.CodeActionKind.QuickFix in kinds
    assert types.CodeActionKind.SourceFixAll in kinds
    for one in got:
        (edits,) = one.edit.changes.values()
        assert _applied(text, edits) == PLAN


def _applied(text: str, edits: list[types.TextEdit]) -> str:
    from cchc.lsp.plan_text import Positions

    at = Positions(text)
    for edit in sorted(edits, key=lambda one: at.offset(one.range.start), reverse=True):
        start, stop = at.offset(edit.range.start), at.offset(edit.range.end)
        text = text[:start] + edit.new_text + text[stop:]
    return text
