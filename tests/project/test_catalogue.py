"""Users read Vietnamese, all of it."""

from __future__ import annotations

import string

import pytest

from tests.catalogue import PO, po_bytes, texts_in, translations, used


def test_every_text_has_a_translation():
    known = translations()
    assert [text for text in sorted(used()) if not known.get(text)] == []


def test_the_catalogue_is_fresh():
    """`python -m tests.catalogue` makes it so."""
    assert PO.read_bytes() == po_bytes(translations())


def test_texts_are_found_wherever_they_stand():
    code = 'x = f"  {say(\'and {n} more\', n=1)}"\nsay("in two "\n    "pieces")\n_(HELP)\n'
    assert texts_in(code) == {"and {n} more", "in two pieces"}


def test_a_text_put_together_while_running_is_refused():
    with pytest.raises(ValueError, match="line 2"):
        texts_in('say("a")\nsay(f"{x} more")\n')


def test_a_translation_names_the_same_values():
    def values(text: str) -> set[str]:
        try:
            return {name for _, name, _, _ in string.Formatter().parse(text) if name}
        except ValueError:  # a brace that is only a brace
            return set()

    assert [one for one in translations().items() if values(one[0]) != values(one[1])] == []
