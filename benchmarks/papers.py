"""Prints awkward plans and asks check-docx what it finds on them: `python -m benchmarks.papers`.

The plans have what offices have and templates do not expect: texts without a full stop, long names,
five levels, 40 recipients, 12 columns, 300 tasks. `--out FOLDER` keeps the papers to look at.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from cchc.document.check import check_parts
from cchc.document.issued import render_issued
from cchc.model.plan import Plan
from cchc.model.task import PRINTED
from cchc.word.package import read_package

DEADLINES = (
    "Trước 30/11/2026", "Quý I/2026", "Thường xuyên", "Định kỳ hàng quý", "Tháng 4 và tháng 8",
    "Trước ngày 15 tháng cuối quý", "Năm 2026", None,
)  # fmt: skip
SYMBOLS = (
    "45/UBND-VHXH",
    "57-NQ/TW",
    "02110/QĐ-UBND",
    "118/2025/NĐ-CP",
    "72/2025/NQLT/UBTVQH15-CP",
)
NAMES = (
    ("xã", "Ea Hồ"), ("phường", "Nguyễn Thị Minh Khai"), ("đặc khu", "Phú Quốc"), ("xã", "Ia Ơ"),
    ("xã", "Phan Rang - Tháp Chàm Tây"), ("phường", "Đông Hòa"), ("xã", "Ea Súp Krông Buk"),
)  # fmt: skip
WORDS = ["rà", "soát,", "đơn", "giản", "hóa", "thủ", "tục", "hành", "chính;", "công", "khai", "tại", "trụ", "sở", "theo", "Công", "văn", "số", "{symbol}", "ngày", "05", "tháng", "01", "năm", "2026", "của", "UBND", "tỉnh", "trong", "giai", "đoạn", "2021", "-", "2030", "(mục", "tiêu", "95", "%)", "bảo", "đảm", "rõ", "người", "rõ", "việc", "rõ", "thời", "gian,", "ông", "Nguyễn", "Văn", "An", "theo", "dõi,", "đôn", "đốc", "các", "cơ", "quan,", "đơn", "vị,", "tổ", "dân", "phố", "thực", "hiện"]  # fmt: skip


def awkward(seed: int) -> Plan:
    """Return plan number `seed`: the same one every time."""
    chance = random.Random(f"awkward {seed}")
    level, name = chance.choice(NAMES)
    units = [{"id": f"dv-{n}", "name": _words(chance, 3, 14), "kind": "own"} for n in range(9)]
    ids = [str(unit["id"]) for unit in units]
    decided = chance.random() < 0.15
    document: dict[str, Any] = {
        "number": chance.choice((None, "5", "17", "0155", "1520")),
        "date": chance.choice((None, "05/01/2026", "4/2026", "31/12/2026")),
        "issuer": chance.choice(("committee", "chairman")),
        "superior": chance.choice((None, "UBND tỉnh Bà Rịa - Vũng Tàu mở rộng")),
        "title": _words(chance, 4, 45),
        "recipients": [_words(chance, 2, 14) for _ in range(chance.choice((2, 9, 17, 39)))],
        "archive": "Lưu: VT, VHXH",
    }
    if decided:
        document["decision"] = {
            "symbol": "QĐ-UBND",
            "date": "01/2026",
            "issuer": f"UBND {level} {name}",
        }
        document["signer"] = {"post": "CHỦ TỊCH", "name": "Nguyễn Ngọc Hưng"}
    else:
        authority = chance.choice(
            ((), ("TM. ỦY BAN NHÂN DÂN",), ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"))
        )
        post = "PHÓ CHỦ TỊCH" if len(authority) == 2 else "CHỦ TỊCH"
        document["signer"] = {"authority": authority, "post": post, "name": "Nguyễn Ngọc Hưng"}
    appendices = [_appendix(chance, ids) for _ in range(chance.choice((0, 1, 1, 1, 2)))]
    return Plan.model_validate({
        "cchc": 1, "kind": "cchc", "year": 2026, "status": "draft",
        "commune": {"level": level, "name": name, "province": "tỉnh Thái Nguyên"},
        "document": document, "units": units,
        "bases": [f"Căn cứ {_words(chance, 6, 40)}" for _ in range(chance.randint(1, 6))],
        "opening": chance.choice((None, _words(chance, 9, 40))),
        "body": _body(chance, ids, with_appendix=bool(appendices)),
        "closing": chance.choice((None, _words(chance, 9, 40))),
        "appendices": appendices,
    })  # fmt: skip


def _body(chance: random.Random, ids: list[str], *, with_appendix: bool) -> list[dict[str, Any]]:
    def section(depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        items = chance.randint(1, 4) if depth < chance.randint(2, 5) else 0
        if depth == 1 or (items and chance.random() < 0.5):
            made["title"] = _words(chance, 2, 16)
        else:
            made["text"] = "\n".join(
                _words(chance, 4, 60) + chance.choice(("", ".", ";"))
                for _ in range(chance.choice((1, 1, 1, 2)))
            )
        if items or depth == 1:
            made["items"] = [section(depth + 1) for _ in range(items or 2)]
        if depth > 1 and chance.random() < 0.1:
            made["units"] = [chance.choice(ids)]
        return made

    parts = [section(1) for _ in range(chance.randint(2, 5))]
    if with_appendix:
        parts[-1]["items"].append({"role": "appendix", "text": "(Có Phụ lục kèm theo)"})
    return parts


def _appendix(chance: random.Random, ids: list[str]) -> dict[str, Any]:
    chosen = chance.sample(PRINTED[2:], chance.choice((2, 4, 6, len(PRINTED) - 3)))
    keys = ["number", "title", *(key for key in PRINTED[2:] if key in chosen)]
    count = chance.choice((1, 12, 45, 300))
    tasks = [_task(chance, n, keys, ids) for n in range(count)]
    size = max(1, count // chance.randint(1, 9))
    return {
        "title": _words(chance, 3, 30),
        "numbering": chance.choice(("level", "running", "area")),
        "columns": [{"key": key, "heading": _words(chance, 1, 5)} for key in keys],
        "areas": [
            {"title": _words(chance, 2, 12), "tasks": tasks[at : at + size]}
            for at in range(0, count, size)
        ],
    }


def _task(chance: random.Random, n: int, keys: list[str], ids: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": f"viec-{n}", "title": _words(chance, 3, 40)}
    for key in keys[2:]:
        if chance.random() < 0.2:
            continue
        if key in ("lead", "support"):
            made[key] = chance.sample(ids, chance.randint(1, 4))
        elif key in ("deadline", "start"):
            if phrase := chance.choice(DEADLINES):
                made[key] = phrase
        else:
            made[key] = _words(chance, 1, 12)
    return made


def _words(chance: random.Random, least: int, most: int) -> str:
    at, count = chance.randrange(len(WORDS)), chance.randint(least, most)
    words = [
        WORDS[(at + n) % len(WORDS)].format(symbol=chance.choice(SYMBOLS)) for n in range(count)
    ]
    text = " ".join(words).strip(" ,;()")
    return text[:1].upper() + text[1:]


def findings(plan: Plan, path: Path) -> list[str]:
    """Print `plan` to `path` and return what check-docx finds on the paper."""
    path.write_bytes(render_issued(plan, "", None))
    found = check_parts(read_package(path), path)
    return [f"{one.fault.code} {one.place}: {one.found}" for one in found]


def main() -> int:
    """Print the plans, list what is found on them, and return 1 when anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--out", type=Path, default=Path("out/awkward"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    counted: Counter[str] = Counter()
    for seed in range(options.plans):
        for told in findings(awkward(seed), options.out / f"{seed:03}.docx"):
            counted[told.split()[0]] += 1
            print(f"{seed:03}: {told}")
    print(
        f"plans printed: {options.plans}; findings: {sum(counted.values())} {dict(counted) or ''}"
    )
    return 1 if counted else 0


if __name__ == "__main__":
    sys.exit(main())
