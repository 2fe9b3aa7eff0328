"""Users read Vietnamese, all of it."""

from __future__ import annotations

import string
import struct

import pytest

from cchc import messages
from tests.catalogue import PO, mo_bytes, po_bytes, texts_in, translations, used


def test_every_text_has_a_translation():
    known = translations()
    assert [text for text in sorted(used()) if not known.get(text)] == []


def test_the_catalogue_is_fresh():
    """`python -m tests.catalogue` makes it so."""
    assert PO.read_bytes() == po_bytes(translations())


@pytest.mark.parametrize("order", "<>")
def test_each_text_is_found_in_the_compiled_catalogue_of_any_machine(order, tmp_path, monkeypatch):
    known = {id_: text for id_, text in translations().items() if text}
    held = mo_bytes()
    count, *tables = struct.unpack_from("<3I", held, 8)
    assert held[:4] == bytes.fromhex("de120495")
    for at, size in ((0, 7), *((table, 2 * count) for table in tables)):
        numbers = struct.unpack_from(f"<{size}I", held, at)
        held = held[:at] + struct.pack(f"{order}{size}I", *numbers) + held[at + 4 * size :]
    file = tmp_path / "xx" / "LC_MESSAGES" / "cchc.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(held)
    monkeypatch.setattr(messages, "LOCALE_DIR", tmp_path)
    look_up = messages._lookup("xx")
    messages._lookup.cache_clear()
    assert {id_: look_up(id_) for id_ in known} == known
    unknown = ["no such text", "zzz", "\udcff"]
    assert [look_up(text) for text in unknown] == unknown


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
