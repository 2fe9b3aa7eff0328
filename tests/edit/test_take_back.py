"""Values put into the text of a plan, in the style that is there."""

from __future__ import annotations

import pytest

from cchc.edit.yaml.take_back import with_values

TEXT = """\
lead:
  - vh-xh  # thường trực
  - van-phong
note: cũ  # giữ
"""


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (["van-phong", "vh-xh"], ["  - van-phong  # thường trực", "  - vh-xh"]),
        (["vh-xh", "kinh-te"], ["  - vh-xh  # thường trực", "  - kinh-te"]),
        (["kinh-te"], ["  - kinh-te"]),
        (
            ["vh-xh", "van-phong", "kinh-te"],
            ["  - vh-xh  # thường trực", "  - van-phong", "  - kinh-te"],
        ),
    ],
)
def test_a_list_in_lines_gets_other_items_and_another_order(value, lines):
    made = with_values(TEXT, {((), "lead"): value})
    assert made == "\n".join(["lead:", *lines, "note: cũ  # giữ", ""])


def test_a_comment_beside_a_value_stays_whatever_its_length():
    made = with_values(TEXT, {((), "note"): "rất dài " * 20 + "hết"})
    assert made.endswith("hết  # giữ\n")
    assert made.count("\n") == TEXT.count("\n")
