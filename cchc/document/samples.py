"""Made-up plans that try a template: one that has everything, one that has hardly anything."""

from __future__ import annotations

from typing import Any

from cchc.messages import Message, say
from cchc.model.plan import Plan
from cchc.model.task import PRINTED, TASK_FIELDS

SIGNER = "Nguyễn Văn An"


def plan_samples() -> list[tuple[Message, Plan]]:
    """Return the sample plans with their names, the fullest first."""
    return [
        (say("the fullest plan"), Plan.model_validate(_fullest())),
        (say("the smallest plan"), Plan.model_validate(_base())),
        (say("a plan issued with a decision"), Plan.model_validate(_decided())),
    ]


def _base() -> dict[str, Any]:
    return {
        "cchc": "1",
        "kind": "cchc",
        "year": "2026",
        "commune": {"level": "xã", "name": "An Bình", "province": "tỉnh Phú Thọ"},
        "document": {
            "symbol": "KH-UBND",
            "title": "Cải cách hành chính xã An Bình năm 2026",
            "signer": {"post": "CHỦ TỊCH", "name": SIGNER},
            "archive": "Lưu: VT",
        },
        "units": [{"id": "van-phong", "name": "Văn phòng HĐND và UBND"}],
        "body": [{"title": "Mục đích", "items": [{"text": "Nâng chất lượng phục vụ người dân."}]}],
    }


def _fullest() -> dict[str, Any]:
    plan = _base()
    plan["document"] |= {
        "number": "5",
        "date": "05/01/2026",
        "superior": "UBND tỉnh Thái Nguyên",
        "signer": {
            "authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
            "post": "PHÓ CHỦ TỊCH",
            "name": SIGNER,
        },
        "recipients": ["Sở Nội vụ", "Các phòng, trung tâm"],
    }
    plan["bases"] = [
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
        "Căn cứ Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên",
    ]
    plan["opening"] = "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
    plan["body"] = [
        {
            "title": "Mục đích, yêu cầu",
            "items": [
                {"title": "Mục đích", "numbering": "letter", "items": ["Việc một.", "Việc hai."]},
                {"title": "Yêu cầu", "items": ["Việc thứ nhất.", "Việc thứ hai."]},
            ],
        },
        {"title": "Nhiệm vụ", "items": [{"role": "appendix", "text": "(Có Phụ lục kèm theo)"}]},
    ]
    plan["closing"] = "Trên đây là Kế hoạch cải cách hành chính năm 2026."
    words = {name: "Nội dung" for name in PRINTED if TASK_FIELDS[name].kind in ("text", "line")}
    task = {
        **words, "title": "Công khai thủ tục hành chính", "requirement": "Đủ danh mục",
        "product": "Danh mục niêm yết", "deadline": "Quý I/2026", "lead": ["van-phong"],
        "support": ["van-phong"], "approver": "Chủ tịch UBND xã", "officer": "Nguyễn Văn An",
        "note": "Theo dõi hằng tháng",
    }  # fmt: skip
    columns = [{"key": key, "heading": f"Cột {n}"} for n, key in enumerate(PRINTED, start=1)]
    plan["appendices"] = [
        {
            "title": title,
            "columns": columns,
            "areas": [
                {
                    "title": "Cải cách thủ tục hành chính",
                    "tasks": [
                        {"id": f"viec-{n}", **task},
                        {"title": "Nhóm", "tasks": [{"id": f"viec-trong-{n}", **task}]},
                    ],
                }
            ],
        }
        for n, title in enumerate(("Danh mục nhiệm vụ", "Danh mục báo cáo"), start=1)
    ]
    return plan


def _decided() -> dict[str, Any]:
    plan = _base()
    del plan["document"]["symbol"], plan["document"]["signer"], plan["document"]["archive"]
    plan["document"]["decision"] = {"symbol": "QĐ-UBND", "issuer": "Chủ tịch UBND xã An Bình"}
    return plan
