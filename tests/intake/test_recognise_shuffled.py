"""Papers with pieces lost, doubled or in the wrong place: still read, and still nothing dropped."""

from __future__ import annotations

import re
from random import Random

import pytest

from cchc.intake.office_paper import OfficePaper, Table
from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from cchc.read.load import read_source
from tests.intake.papers_of_plans import STYLES, five_plans, paper
from tests.intake.recognised import words, yaml_of

FRAME = words(
    """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ỦY BAN NHÂN DÂN UBND Số ngày
    tháng năm KẾ HOẠCH Nơi nhận Phụ lục Kèm theo của Quyết định Chủ tịch xã"""
)
NUMBER = re.compile(r"[ivx]+|\d+|[a-zđ]")
MAY_LACK = {
    ("commune", "level"), ("commune", "name"), ("commune", "province"), ("year",), ("units",),
    ("document", "title"), ("document", "signer", "name"), ("document", "signer", "post"),
}  # fmt: skip
"""What a person must fill in when the paper does not have it."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    found = []
    for plan_id in five_plans():
        for style in STYLES:
            path = folder / f"{plan_id}.{style}.docx"
            path.write_bytes(paper(plan_id, style))
            found.append(open_paper(path))
    return found


def shuffled(papers: list[OfficePaper], chance: Random) -> OfficePaper:
    chosen = chance.choice(papers)
    blocks = list(chosen.blocks)
    for _ in range(chance.randint(1, 8)):
        at, other = chance.randrange(len(blocks)), chance.randrange(len(blocks))
        match chance.randrange(4):
            case 0 if len(blocks) > 1:
                del blocks[at]
            case 1:
                blocks.insert(at, chance.choice(chance.choice(papers).blocks))
            case 2:
                blocks[at], blocks[other] = blocks[other], blocks[at]
            case _ if isinstance(table := blocks[at], Table) and len(table.rows) > 2:
                rows = [row for row in table.rows if chance.random() > 0.2] or table.rows[:1]
                blocks[at] = Table(tuple(rows), table.place, table.columns)
    return OfficePaper(chosen.path, tuple(blocks))


def words_of(found: OfficePaper) -> set[str]:
    texts = []
    for block in found.blocks:
        cells = (
            [cell for row in block.rows for cell in row.cells]
            if isinstance(block, Table)
            else [block]
        )
        texts += [one.text for one in cells]
    return set().union(*map(words, texts))


@pytest.mark.parametrize("seed", range(60))
def test_a_paper_out_of_order_is_read_without_losing_a_word(papers, seed):
    broken = shuffled(papers, Random(seed))
    written = yaml_of(recognise(broken))
    lost = words_of(broken) - words(written) - FRAME
    assert {word for word in lost if not NUMBER.fullmatch(word)} == set()
    assert {one.place for one in read_source(broken.path, written).findings} <= MAY_LACK
