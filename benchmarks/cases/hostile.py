"""Files of up to 1 MB that are meant to hurt: each must be answered, and in two seconds."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.measure import Contender
from benchmarks.results import Case
from benchmarks.texts import lines

SIZE = 990_000
"""Bytes; a little below the limit of a plan file."""
LONGEST = 30.0
"""Seconds after which a file counts as not answered."""


def case(bench: Bench) -> Case:
    """Return the case."""
    folder = bench.work / "hostile"
    (folder / "plans").mkdir(parents=True, exist_ok=True)
    bare = bench.bare()
    contenders = [bare]
    for name, text in files():
        path = folder / "plans" / f"{name.replace(' ', '-')}.yaml"
        path.write_text(text, "utf-8")
        command = bench.tools.ours("validate", str(path), cold=True)
        contenders.append(Contender(name, command, folder, longest=LONGEST))
    return Case("hostile", "One file of up to 1 MB", bare.name, contenders, bench.rounds(2))


def files() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file."""
    yield "open brackets", "a: " + "[" * (SIZE - 3)
    yield "nested dashes", "- " * (SIZE // 2)
    yield "nested maps", "".join(f"{' ' * depth}a:\n" for depth in range(1400))
    aliases = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))
    yield "alias bomb", f"a0: &a0 [x]\n{aliases}\n"
    yield "one line", "a: " + "x " * (SIZE // 2 - 3)
    yield "colons", ":" * SIZE
    yield "blank lines", "\n" * SIZE
    yield "open quote", 'a: "' + "b\n  " * (SIZE // 4 - 2)
    yield "many keys", "".join(f"k{number}: v\n" for number in range(SIZE // 12))
    yield "one key again and again", "a: b\n" * (SIZE // 5)
    yield "no-break spaces", "a: " + "\u00a0" * (SIZE // 2 - 4)
    yield "control characters", "a: b\n" + "\x01" * (SIZE - 5)
    yield "comments", "# cchc: allow D003 - x\n" * (SIZE // 24)
    yield from _plans()


def _plans() -> Iterator[tuple[str, str]]:
    """Yield plans that are readable and as long as may be."""
    head = (
        "cchc: 1\nkind: cchc\nyear: 2026\ncommune: {level: xã, name: Tân An, province: tỉnh Lam Bàn}\n"
        "document: {symbol: KH-UBND, title: Cải cách hành chính xã Tân An năm 2026}\n"
        "units:\n  - {id: a, name: Phòng Kinh tế}\n"
    )
    texts = [line for line in lines("body.txt") if not line.startswith("=")]
    body, left, number = [f"{head}body:\n  - title: NỘI DUNG\n    items:\n"], SIZE, 0
    left -= len(body[0].encode())
    while left > 1200:
        item = f"      - >-\n        {texts[number % len(texts)]} {number}\n"
        body.append(item)
        left -= len(item.encode())
        number += 1
    yield "plan of many paragraphs", "".join(body)
    tasks = [f"{head}body:\n  - Nội dung.\nappendices:\n  - title: Danh mục\n    tasks:\n"]
    left, number = SIZE - len(tasks[0].encode()), 0
    while left > 1200:
        task = (
            f"      - id: viec-{number}\n        title: Rà soát và trả lời kiến nghị số {number}\n"
            f"        deadline: Trước ngày {number % 28 + 1}/{number % 12 + 1}/2026\n"
            "        product: Báo cáo\n        lead: [a]\n"
        )
        tasks.append(task)
        left -= len(task.encode())
        number += 1
    yield "plan of many tasks", "".join(tasks)
    digits = "1" * (SIZE - 2000)
    yield "plan with one long title", head.replace("năm 2026}", f"năm {digits}}}") + "body: [x]\n"
