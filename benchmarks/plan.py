"""One made-up plan as the text of its file: about 36 KB and 46 tasks."""

from __future__ import annotations

import random
import re
from functools import cache

from benchmarks.names import Commune
from benchmarks.texts import YEAR
from benchmarks.wording import areas, chosen, entry, items
from cchc.language.places import find_province

_UNITS = """\
units:
  - id: van-phong
    name: Văn phòng HĐND và UBND xã
    aliases: [Văn phòng xã]
    head: Chánh Văn phòng HĐND và UBND xã
  - id: vh-xh
    name: Phòng Văn hóa - Xã hội
    aliases: [Phòng VH-XH]
    head: Trưởng phòng Văn hóa - Xã hội
  - id: kinh-te
    name: Phòng Kinh tế
    head: Trưởng phòng Kinh tế
  - id: pvhcc
    name: Trung tâm Phục vụ hành chính công
    aliases: [Trung tâm PVHCC]
    head: Giám đốc Trung tâm Phục vụ hành chính công
  - id: dich-vu
    name: Trung tâm Dịch vụ tổng hợp
    head: Giám đốc Trung tâm Dịch vụ tổng hợp
  - id: mttq
    name: Ủy ban Mặt trận Tổ quốc Việt Nam xã
    kind: front
groups:
  - {id: tat-ca, name: "Các cơ quan, đơn vị thuộc UBND xã", members: all}
"""
_COLUMNS = f"""\
    columns:
      - {{key: number, heading: STT}}
      - {{key: title, heading: Nhiệm vụ}}
      - {{key: requirement, heading: Yêu cầu năm {YEAR}}}
      - {{key: product, heading: Sản phẩm}}
      - {{key: deadline, heading: Thời gian thực hiện}}
      - {{key: lead, heading: Chủ trì, spanner: Phân công thực hiện}}
      - {{key: support, heading: Phối hợp, spanner: Phân công thực hiện}}
    numbering: running
    area_numbering: roman
"""
_FIELDS = (
    ("steering", "Công tác chỉ đạo, điều hành"),
    ("institutions", "Cải cách thể chế"),
    ("procedures", "Cải cách thủ tục hành chính"),
    ("organization", "Cải cách tổ chức bộ máy"),
    ("civil-service", "Cải cách chế độ công vụ"),
    ("public-finance", "Cải cách tài chính công"),
    ("digital-government", "Xây dựng chính quyền số"),
    ("communication", "Tuyên truyền, đo lường sự hài lòng"),
)
_LEADS = {
    "van-phong": "institutions, organization",
    "vh-xh": "steering, civil-service, communication",
    "kinh-te": "public-finance",
    "pvhcc": "procedures",
    "dich-vu": "digital-government",
    "mttq": "",
}
_COMMUNE = re.compile(r"(?<!đơn vị cấp )\bxã\b(?! hội)")
_PROVINCE = re.compile(r"\btỉnh\b")
_HAMLET = re.compile(r"\bthôn\b")
_KINDS = {
    "cchc": "Cải cách hành chính",
    "kstthc": "Kiểm soát thủ tục hành chính",
}
DROPPED = 1
"""Tasks that a plan leaves out, of the 47 that the texts hold."""


def plan_text(commune: Commune, seed: int, kind: str = "cchc") -> str:
    """Return the YAML of the plan of a commune; the same for the same arguments.

    Two plans of one commune agree in what they say about the same task.
    """
    chance = random.Random(f"{seed} {commune.slug}")
    subject = f"{_KINDS[kind]} {commune.level} {commune.name} năm {YEAR}"
    text = "".join(
        (
            _letterhead(commune, kind, subject, chance),
            _bases(commune),
            f"opening: >-\n  Ủy ban nhân dân {commune.level} {commune.name} ban hành Kế hoạch "
            f"{subject}\n  với các nội dung như sau:\n",
            _UNITS,
            chosen(_body(), chance),
            f"closing: >-\n  Trên đây là Kế hoạch {subject};\n  yêu cầu các đơn vị được giao việc "
            "làm đúng hạn, báo cáo kịp thời khi gặp khó khăn\n",
            f"appendices:\n  - title: Danh mục nhiệm vụ kèm theo Kế hoạch\n{_COLUMNS}    areas:\n",
            _appendix(chance),
        )
    )
    if commune.level != "xã":
        text = _COMMUNE.sub(commune.level, text)
    if commune.level == "phường":
        text = _HAMLET.sub("tổ dân phố", text)
    if not commune.province.startswith("tỉnh"):
        text = _PROVINCE.sub("thành phố", text)
    return text


def _letterhead(commune: Commune, kind: str, subject: str, chance: random.Random) -> str:
    signer = chosen("<person>", chance)
    day, number = chance.randint(10, 30), chance.randint(10, 400)
    issued = chance.random() < 0.6
    return (
        "# yaml-language-server: $schema=plan.schema.json\n"
        f"cchc: 1\nkind: {kind}\nyear: {YEAR}\nstatus: {'issued' if issued else 'draft'}\n"
        f"{_owner(commune)}\n"
        f"document:\n  number: {number if issued else ''}".rstrip()
        + f"\n  symbol: KH-UBND\n  date: {day}/12/{YEAR - 1}\n"
        f"  title: {subject}\n  signer:\n{_post(commune)}    name: {signer}\n  recipients:\n"
        f"    - UBND {commune.province}\n    - Thường trực Đảng ủy, HĐND xã\n"
        "    - Chủ tịch, các Phó Chủ tịch UBND xã\n    - Các phòng, trung tâm thuộc UBND xã\n"
        '  archive: "Lưu: VT, VH-XH"\n'
    )


def _owner(commune: Commune) -> str:
    """Return whose plan it is."""
    if not commune.office:
        return f"commune: {{level: {commune.level}, name: {commune.name}, province: {commune.province}}}"
    return (
        f"agency: {{level: đơn vị cấp xã, name: {commune.office},\n"
        f"  commune: {commune.level} {commune.name}, province: {commune.province}}}"
    )


def _post(commune: Commune) -> str:
    if commune.office:
        return "    post: THỦ TRƯỞNG\n"
    return "    authority: [TM. ỦY BAN NHÂN DÂN]\n    post: CHỦ TỊCH\n"


def province_plan(province: str) -> tuple[int, str]:
    """Return number and date of the plan of a province, which all its communes cite."""
    chance = random.Random(province)
    found = find_province(province)
    return 100 + 2 * int(found.code if found else 0), f"{chance.randint(10, 30)}/11/{YEAR - 1}"


def _bases(commune: Commune) -> str:
    number, date = province_plan(commune.province)
    return (
        "bases:\n"
        "  - {cite: nq-76-2021}\n"
        "  - >-\n    Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát "
        "triển khoa học, công nghệ,\n    đổi mới sáng tạo và chuyển đổi số quốc gia\n"
        "  - {cite: nd-118-2025}\n"
        f"  - >-\n    Thực hiện Kế hoạch số {number}/KH-UBND ngày {date} của UBND {commune.province} "
        f"về\n    Kế hoạch cải cách hành chính {commune.province} năm {YEAR}\n"
        "  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025\n"
    )


@cache
def _body() -> str:
    lines = [
        "body:\n  - title: MỤC ĐÍCH, YÊU CẦU\n    items:\n",
        f"      - role: purpose\n        title: Mục đích\n        items:\n{items('purpose', 10)}",
        "      - role: requirements\n        title: Yêu cầu\n        items:\n",
        items("requirements", 10),
        "  - role: contents\n    title: NỘI DUNG, NHIỆM VỤ\n    items:\n",
    ]
    for subject, title in _FIELDS:
        lines.append(f"      - subject: {subject}\n        title: {title}\n        items:\n")
        lines.append(items(subject, 10))
    lines.append("      - {role: appendix, text: (Có Danh mục nhiệm vụ kèm theo)}\n")
    lines.append(f"  - role: funding\n    title: KINH PHÍ\n    items:\n{items('funding', 6)}")
    lines.append("  - role: organization\n    title: TỔ CHỨC THỰC HIỆN\n    items:\n")
    for unit, fields in _LEADS.items():
        leads = f"        leads: [{fields}]\n" if fields else ""
        lines.append(f"      - units: [{unit}]\n{leads}        items:\n{items(unit, 10)}")
    lines.append("      - id: che-do-bao-cao\n        units: [tat-ca]\n")
    lines.append(
        entry(
            "text",
            "Các đơn vị báo cáo kết quả qua Phòng Văn hóa - Xã hội để tổng hợp, báo cáo cấp trên "
            "theo quý, 6 tháng và năm",
            8,
        )
    )
    lines.append(
        "        deadline: Ngày 20 của tháng cuối quý\n        report: {to: UBND tỉnh, via: vh-xh}\n"
    )
    return "".join(lines)


def _appendix(chance: random.Random) -> str:
    blocks = areas()
    total = sum(len(area.tasks) for area in blocks)
    dropped = set(chance.sample(range(total), DROPPED))
    lines: list[str] = []
    at = 0
    for area in blocks:
        lines.append(area.heading)
        for block in area.tasks:
            if at not in dropped:
                lines.append(chosen(block, chance))
                if chance.random() < 0.15:
                    lines.append(_progress(chance))
            at += 1
    return "".join(lines)


def _progress(chance: random.Random) -> str:
    if chance.random() < 0.4:
        return "            progress: {state: running, note: Đã giao công chức phụ trách}\n"
    return (
        "            progress:\n              state: done\n"
        f"              date: {chance.randint(10, 28)}/{chance.randint(3, 6)}/{YEAR}\n"
        f"              evidence: {chance.randint(10, 500)}/BC-UBND\n"
    )
