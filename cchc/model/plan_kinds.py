"""The kinds of plan and how they differ: said once, read by all.

A kind is one entry here, its skeleton `cchc/edit/skeletons/<kind>.yaml`, and its words in the
glossary and the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cchc.messages import Message, say


class Heading(NamedTuple):
    """A column of an appendix that names none itself."""

    key: str
    heading: str
    spanner: str = ""


class PlanKind(NamedTuple):
    """One kind of plan."""

    called: Message
    """For the help of commands."""
    subject: str
    """What its papers are about, as the properties of a Word file have it."""
    reported: str
    """What its periodic reports are about: Báo cáo kết quả ..."""
    described: str
    """For the schema that editors show."""
    title: str
    """What the title of an office's plan holds when it is of this kind: a pattern for small letters.
    Later kinds are tried first; a title that fits none is taken for the first kind."""
    columns: tuple[Heading, ...]
    """The columns of an appendix that names none."""
    says_when_to_report: bool = True
    """Whether such a plan must give a report a date (rule N010)."""
    costs_money: bool = True
    """Whether such a plan needs a part about funding even if it buys nothing (rule N010)."""


_NUMBER = Heading("number", "TT")
_LEAD = Heading("lead", "Cơ quan, đơn vị chủ trì")
_SUPPORT = Heading("support", "Cơ quan, đơn vị phối hợp")
_DEADLINE = Heading("deadline", "Thời gian hoàn thành")
_SHARED = "Phân công nhiệm vụ"

KINDS: Mapping[str, PlanKind] = {
    "cchc": PlanKind(
        called=say("administrative reform"),
        subject="Cải cách hành chính",
        reported="công tác cải cách hành chính",
        described="cải cách hành chính",
        title="cải cách hành chính",
        columns=(
            _NUMBER, Heading("title", "Nhiệm vụ"), _LEAD, _SUPPORT, Heading("product", "Sản phẩm"),
            _DEADLINE,
        ),
    ),
    "kstthc": PlanKind(
        called=say("control of administrative procedures"),
        subject="Kiểm soát thủ tục hành chính",
        reported="kiểm soát thủ tục hành chính",
        described="kiểm soát thủ tục hành chính",
        title=r"kiểm soát (?:thủ tục hành chính|tthc)",
        columns=(_NUMBER, Heading("title", "Nội dung công việc"), _LEAD, _SUPPORT, _DEADLINE),
        costs_money=False,
    ),
    "par-index": PlanKind(
        called=say("raising the PAR Index"),
        subject="Chỉ số cải cách hành chính",
        reported="thực hiện Kế hoạch nâng cao Chỉ số cải cách hành chính",
        described="nâng cao Chỉ số cải cách hành chính",
        title=r"chỉ số|par ?index",
        columns=(
            _NUMBER, Heading("title", "Lĩnh vực, tiêu chí"), Heading("requirement", "Yêu cầu"),
            _DEADLINE, Heading("lead", "Chủ trì", _SHARED), Heading("support", "Phối hợp", _SHARED),
        ),
        says_when_to_report=False,
    ),
}  # fmt: skip
"""Every kind of plan by its key."""
