"""Any plan, printed, edited at random in Word and taken back, is the plan edited by hand.

`python -m benchmarks.word_and_back --rounds 300` tries more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.app.update import read_update
from cchc.read.records import records_in
from cchc.read.yaml.tree import parse_yaml
from tests.app.random_office import Data, Desk

ROUNDS = 6
"""In the gate; half of them without bookmarks and record."""


def plain(data: Data) -> Data:
    """Return plan data without what an update makes itself: ids of new tasks, work withdrawn."""
    if isinstance(data, dict):
        new = str(data.get("title", "")).startswith("Việc thêm số")  # its id is made
        return {
            key: plain(one)
            for key, one in data.items()
            if key != "withdrawn" and not (new and key == "id")
        }
    if isinstance(data, list):
        return [plain(one) for one in data]
    return " ".join(str(data).split())


def differs(
    root: Path, seed: int, *, strip: bool, saved: Callable[[Path], None] = lambda _: None
) -> str:
    """Try one round in the empty folder `root`; return what is wrong with it, or nothing.

    Args:
        root: the folder.
        seed: of the random edits.
        strip: whether the print loses its bookmarks and record on the way.
        saved: what happens to the file after the edits.
    """
    desk = Desk(root, seed, keeps_record=not strip)
    desk.edit()
    if strip:
        desk.word.strip()
        desk.word.save()
    saved(desk.file)
    was = desk.path.read_text()
    update = read_update(desk.file, desk.path, root)
    if update.conflicts or update.unsure:
        return f"conflicts {update.conflicts}, unsure {[*map(str, update.unsure)]}"
    if plain(parse_yaml(update.text).data) != plain(desk.data):
        return "the plan is not the one edited by hand"
    update.write()
    if records_in(desk.read()) != records_in(desk.plan):
        return "a record is lost"
    if read_update(desk.file, desk.path, root).changed:
        return "taken twice, it changes again"
    lost = lost_comments(was, update.text)
    return f"comments are lost: {lost}" if lost else ""


def lost_comments(was: str, text: str) -> list[str]:
    """Return the comment lines that went although the lines they stand above or below stayed."""
    kept, lines = {line.strip() for line in text.splitlines()}, [*map(str.strip, was.splitlines())]
    lost: list[str] = []
    for n, line in enumerate(lines):
        if line.startswith("#") and line not in kept:
            words = [one for one in lines[n + 1 :] if not one.startswith("#")][:2]
            unit = re.fullmatch(r"- [a-z-]+", words[0])  # it goes with its remark
            if not unit and kept.issuperset(words):  # the second is the text of a block
                lost.append(line)
    return lost


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_plan_edited_in_word_is_the_plan_edited_by_hand(tmp_path, seed):
    assert differs(tmp_path, seed, strip=seed % 2 == 1) == ""
