"""Offsets and the UTF-16 positions of the protocol."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from cchc.lsp.plan_text import Positions

TEXTS = st.text(st.sampled_from("aỵ😀\n\r\u2028 ệ"), max_size=40)


@given(TEXTS, st.data())
def test_an_offset_goes_to_its_position_and_back(text, data):
    offset = data.draw(st.integers(0, len(text)))
    at = Positions(text).position(offset)
    back = Positions(text).offset(at)
    # Between CR and LF there is no position: it is the end of the line.
    assert text[back:offset].strip("\r\n") == ""


def test_a_letter_beyond_16_bits_counts_twice():
    assert Positions("a😀b").position(2) == Position(0, 3)
    assert Positions("a😀b").offset(Position(0, 3)) == 2


def test_only_yaml_line_breaks_end_a_line():
    assert Positions("a\u2028b\nc").position(4) == Position(1, 0)


def test_a_position_past_the_end_is_the_end():
    assert Positions("ab\nc").offset(Position(0, 99)) == 2
    assert Positions("ab\nc").offset(Position(9, 0)) == 4
