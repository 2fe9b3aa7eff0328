"""Writes a workspace of made-up plans: `python -m benchmarks.generate FOLDER --plans 92`.

The same arguments give the same bytes, on every machine; 92 plans are the first 92 of 3,321. One
plan in 23 is a second plan of its commune, so that rules over several plans have work. A few
percent have faults, all of them rules' findings unless `--broken` asks for plans that cannot be
read.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.defects import spoiled
from benchmarks.names import Commune, communes
from benchmarks.plan import plan_text, province_plan
from benchmarks.texts import YEAR

SEED = 2026
DEFECTS = 0.04
_REGISTER = """\
register: 1
documents:
  - key: nq-76-2021
    kind: Nghị quyết
    symbol: 76/NQ-CP
    date: 15/7/2021
    issuer: Chính phủ
    title: ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030
  - key: nq-57-tw
    kind: Nghị quyết
    symbol: 57-NQ/TW
    date: 22/12/2024
    issuer: Bộ Chính trị
    title: >-
      đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia
  - key: nd-118-2025
    kind: Nghị định
    symbol: 118/2025/NĐ-CP
    date: 09/6/2025
    issuer: Chính phủ
    title: >-
      thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và
      Cổng Dịch vụ công quốc gia
  - key: luat-chinh-quyen-dia-phuong
    kind: Luật
    date: 16/6/2025
    title: Tổ chức chính quyền địa phương
"""


def plans(
    count: int, seed: int = SEED, defects: float = DEFECTS, broken: float = 0.0
) -> Iterator[tuple[str, str]]:
    """Yield the path below `plans/` and the text of `count` plans."""
    pairs = [
        (commune, kind)
        for number, commune in enumerate(communes(count, seed), 1)
        for kind in (("cchc", "kstthc") if number % 22 == 0 else ("cchc",))
    ]
    for commune, kind in pairs[:count]:
        text = plan_text(commune, seed, kind)
        chance = random.Random(f"defects {seed} {commune.slug} {kind}")
        draw = chance.random()
        if draw < broken:
            text = spoiled(text, "heavy", chance)
        elif draw < broken + defects:
            text = spoiled(text, "slight", chance)
        name = commune.slug if kind == "cchc" else f"{commune.slug}-{kind}"
        yield f"{commune.province_slug}/{name}.yaml", text


def generate(
    folder: Path, count: int, seed: int = SEED, defects: float = DEFECTS, broken: float = 0.0
) -> list[Path]:
    """Write the workspace `folder`, and return its plan files in the order they were made."""
    home = folder / "plans"
    home.mkdir(parents=True, exist_ok=True)
    (home / "register.yaml").write_text(_register(communes(count, seed)), "utf-8")
    (folder / "cchc.toml").write_text("[validate]\n", "utf-8")
    written: list[Path] = []
    known: set[Path] = set()
    for name, text in plans(count, seed, defects, broken):
        path = home / name
        if path.parent not in known:
            path.parent.mkdir(exist_ok=True)
            known.add(path.parent)
        path.write_bytes(text.encode())
        # An hour old: a cache may rightly distrust a file changed in the second it looks at it.
        os.utime(path, (_LONG_AGO, _LONG_AGO))
        written.append(path)
    return written


def _register(known: list[Commune]) -> str:
    """Return the register: what every plan cites, and the plan of each province."""
    documents = [_REGISTER]
    for name, slug in dict.fromkeys((one.province, one.province_slug) for one in known):
        number, date = province_plan(name)
        documents.append(
            f"  - key: kh-{slug}\n    kind: Kế hoạch\n    symbol: {number}/KH-UBND\n"
            f"    date: {date}\n    issuer: UBND {name}\n"
            f"    title: Kế hoạch cải cách hành chính {name} năm {YEAR}\n"
        )
    return "".join(documents)


_LONG_AGO = 1_767_225_600
"""1 January 2026 in seconds since 1970: what every plan file is dated."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Write a workspace of made-up plans.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=92)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--defects", type=float, default=DEFECTS, help="share with slight faults")
    parser.add_argument("--broken", type=float, default=0.0, help="share that cannot be read")
    asked = parser.parse_args()
    written = generate(asked.folder, asked.plans, asked.seed, asked.defects, asked.broken)
    total = sum(path.stat().st_size for path in written)
    print(f"{len(written)} plans, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
