"""The task above asks for a unit that this plan does not have.

Why: the province counts on a unit of the commune, and here nobody of that name is told.

Source: the principle of sáu rõ, "rõ người".

Bad:
    # tinh#cong-khai chủ trì: Trung tâm Phục vụ hành chính công cấp xã
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Công khai thủ tục hành chính
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            carries_out:
              - {task: tinh#cong-khai, seen: 7ee3da.-.4313a7.4601ef.7509ea.-.-}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: hcc, name: Trung tâm Phục vụ hành chính công}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Công khai thủ tục hành chính
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            support: [hcc]
            carries_out:
              - {task: tinh#cong-khai, seen: 7ee3da.-.4313a7.4601ef.7509ea.-.-}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.language.names import fold
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.links import ResolvedLink

CODE = "K005"
SEVERITY = Severity.WARNING

_OF_COMMUNES = re.compile(
    r"\s+(?:(?:của|ở|tại)\s+)?(?:cấp\s+xã|(?:(?:các|mỗi|từng)\s+)?xã(?:,?\s+phường)?(?:,?\s+đặc\s+khu)?)$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:ủy ban nhân dân|hội đồng nhân dân|đảng ủy|các|cơ quan|đơn vị|công chức)\b"
)


def check(link: ResolvedLink) -> Iterator[Hit]:
    """Find units of communes that the task above names and the plan does not declare."""
    for name in link.task.asked if link.task else ():
        found = _OF_COMMUNES.search(name)
        if found is None:
            continue
        unit = name[: found.start()]
        folded = fold(unit)
        if not folded or _WHOLE.match(folded):
            continue
        if not any(one == folded or one.startswith(f"{folded} ") for one in link.units):
            yield Hit(
                (*link.entry.place, "task"),
                say("{task} asks for “{unit}”, which this plan does not have",
                    task=link.entry.task, unit=unit),
                say("declare who does it here, with that name under “aliases”, and give it the work"),
            )  # fmt: skip
