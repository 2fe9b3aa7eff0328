"""Plans written from data: they read back to the same data, and look like the plans here."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.edit.yaml.plan_text import SCHEMA_FILE, WIDTH, plan_text, schema_address
from cchc.model.plan import Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.units import Unit
from cchc.model.work import Target
from cchc.read.files import decode
from cchc.read.load import read_source
from cchc.read.yaml.tree import parse_yaml

PLANS = sorted((Path(__file__).parents[2] / "plans").glob("*-*.yaml"))


def read_back(data, comments=None):
    text = decode(plan_text(data, comments or {}).encode())
    assert isinstance(text, str), text  # nothing that the reader of files refuses
    tree = parse_yaml(text)
    assert tree.problems == [], text
    return tree.data


ANY = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
    ),
    max_size=30,
)
"""Whatever a plan can hold: control characters are refused when it is read."""
TRICKY = st.text(st.sampled_from("a :,#-?[]{}&*!|>'\"%@`\\\n\t\u00a0đ.1\U0001f600"))
WORDS = st.lists(
    st.text("ơđa:#-1\u200d\U0001f468", min_size=1, max_size=12) | st.just("Hà Nội"), max_size=60
).map(" ".join)
LINES = st.lists(WORDS, min_size=2, max_size=4).map("\n".join)
PIECES = st.sampled_from(
    [
        "một hai ba bốn năm sáu bảy tám ",
        "  ",
        "\n",
        " ",
        "\t",
        ": ",
        " #",
        "- ",
        "x" * 120,
    ]
)
LONG = st.lists(PIECES, min_size=4, max_size=14).map("".join)
TEXT = ANY | TRICKY | WORDS | LINES | LONG | st.just("0" * 3000)
PATHS = st.lists(
    st.sampled_from(["units", "body", "items", "text", "title", "document", 0, 1, 2]), max_size=5
).map(tuple)


@st.composite
def plan_data(draw):
    def small(model, keys):
        return {
            key: draw(TEXT) for key in model.model_fields if key in keys and draw(st.booleans())
        }

    def section(depth):
        if draw(st.booleans()):
            return draw(TEXT)
        inside = [section(depth - 1) for _ in range(draw(st.integers(0, 2)))] if depth else []
        return {**small(Section, {"id", "title", "text", "deadline"}), "items": inside}

    return {
        "cchc": "1",
        "document": {"number": draw(st.none() | TEXT), "title": draw(TEXT), "signer": None},
        "bases": draw(st.lists(TEXT, max_size=2)),
        "units": [
            {**small(Unit, {"id", "name", "head"}), "aliases": draw(st.lists(TEXT, max_size=3))}
            for _ in range(draw(st.integers(0, 3)))
        ],
        "body": [section(2) for _ in range(draw(st.integers(0, 2)))],
        "appendices": [
            {
                "tasks": [
                    {
                        **small(Task, {"id", "title", "note"}),
                        "targets": [small(Target, {"measure", "unit"})],
                    }
                ]
            }
        ],
        "unplaced": draw(st.lists(TEXT, max_size=2)),
    }


@given(plan_data(), st.dictionaries(PATHS, TEXT, max_size=4))
def test_any_text_reads_back_as_itself_whatever_the_comments(data, comments):
    assert read_back(data, comments) == data


@given(LONG)
def test_long_text_is_folded_without_loss(text):
    data = {"opening": text, "bases": [text], "body": [{"items": [{"text": text}]}]}
    assert read_back(data) == data


@given(TEXT)
def test_a_written_plan_is_a_file_that_can_be_read(text):
    source = read_source(Path("x.yaml"), plan_text({"opening": text}, {("opening",): text}))
    assert all(finding.code.startswith("S") for finding in source.findings)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_real_plans_keep_their_data_within_the_width(path):
    data = parse_yaml(path.read_text("utf-8")).data
    text = plan_text(data)
    assert parse_yaml(text).data == data
    assert max(map(len, text.splitlines())) <= WIDTH
    assert read_source(path, text).plan is not None


def test_every_key_of_the_model_has_its_place_in_the_order():
    shuffled = {"body": ["a"], "units": [{"name": "A", "id": "a"}], "kind": "cchc", "cchc": 1}
    assert list(read_back(shuffled)) == ["cchc", "kind", "units", "body"]
    assert list(read_back(shuffled)["units"][0]) == ["id", "name"]
    assert [key for key in Plan.model_fields if key in shuffled] == [
        "cchc",
        "kind",
        "units",
        "body",
    ]


def test_the_layout_is_that_of_the_plans_here():
    long = "Căn cứ Nghị quyết số 76/NQ-CP: ban hành Chương trình tổng thể cải cách hành chính " * 2
    data = {
        "cchc": 1,
        "commune": {"province": "tỉnh Thái Nguyên", "level": "xã", "name": "Phú Thịnh"},
        "document": {
            "number": None,
            "archive": "Lưu: VT",
            "signer": {"authority": ["TM. ỦY BAN NHÂN DÂN"], "post": "CHỦ TỊCH"},
        },
        "bases": [long.strip()],
        "units": [{"id": "vh-xh", "name": "Phòng VH-XH", "aliases": ["A, B", "C"]}],
        "body": [
            {"title": "MỤC ĐÍCH", "items": ["Gạch đầu dòng", {"text": "Hai dòng:\n\ndòng 2 # x"}]}
        ],
        "appendices": [
            {"areas": [{"title": "X", "tasks": [{"id": "a", "lead": ["vh-xh"], "note": " z"}]}]}
        ],
    }
    comments = {
        (): "Đầu tệp",
        ("document", "signer", "name"): "Ai ký?",
        ("units", 0): "Đơn vị thứ nhất",
        ("body", 0, "title"): "Tên phần " * 14,
        ("body", 0, "items", 0): "một\nhai",
        ("appendices", 0, "areas", 0, "tasks", 0, "support"): "Thiếu phối hợp",
    }
    assert plan_text(data, comments) == LAYOUT


LAYOUT = """\
# yaml-language-server: $schema=../.cchc/plan.schema.json
# Đầu tệp
cchc: 1
commune: {level: xã, name: Phú Thịnh, province: tỉnh Thái Nguyên}

document:
  number:
  # Ai ký?
  signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH}
  archive: "Lưu: VT"

bases:
  - >-
    Căn cứ Nghị quyết số 76/NQ-CP: ban hành Chương trình tổng thể cải cách hành chính Căn cứ Nghị
    quyết số 76/NQ-CP: ban hành Chương trình tổng thể cải cách hành chính

units:
  # Đơn vị thứ nhất
  - {id: vh-xh, name: Phòng VH-XH, aliases: ["A, B", C]}

body:
  # Tên phần Tên phần Tên phần Tên phần Tên phần Tên phần Tên phần Tên phần Tên phần Tên phần Tên
  # phần Tên phần Tên phần Tên phần
  - title: MỤC ĐÍCH
    items:
      # một
      # hai
      - Gạch đầu dòng
      - text: |-
          Hai dòng:

          dòng 2 # x

appendices:
  - areas:
      - title: X
        tasks:
          # Thiếu phối hợp
          - id: a
            lead: [vh-xh]
            note: " z"
"""


def test_a_comment_inside_a_short_entry_opens_it_up():
    text = plan_text({"units": [{"id": "a", "name": "A"}]}, {("units", 0, "name"): "Đúng tên?"})
    assert text.endswith("  - id: a\n    # Đúng tên?\n    name: A\n")


def test_what_is_no_plan_data_is_refused():
    with pytest.raises(TypeError, match="no plan data"):
        plan_text({"units": {1, 2}})


@pytest.mark.parametrize(
    ("plan", "address"),
    [
        ("plans/a.yaml", "../.cchc/plan.schema.json"),
        ("plans/2026/xa/a.yaml", "../../../.cchc/plan.schema.json"),
        ("a.yaml", ".cchc/plan.schema.json"),
    ],
)
def test_the_schema_line_leads_from_the_plan_to_the_schema(tmp_path, plan, address):
    assert schema_address(tmp_path / plan, tmp_path) == address
    assert (tmp_path / plan).parent.joinpath(address).resolve() == tmp_path / SCHEMA_FILE


def test_the_schema_of_the_repository_of_cchc_is_found_in_its_docs(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "plan.schema.json").write_text("{}")
    assert schema_address(tmp_path / "plans" / "a.yaml", tmp_path) == "../docs/plan.schema.json"
    (tmp_path / SCHEMA_FILE).parent.mkdir()
    (tmp_path / SCHEMA_FILE).write_text("{}")
    assert schema_address(tmp_path / "plans" / "a.yaml", tmp_path) == "../.cchc/plan.schema.json"
