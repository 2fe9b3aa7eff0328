"""A small plan whose tasks are laid out as a test wants them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cchc.edit.progress.journal import Outcome, record
from cchc.edit.progress.request import Request

TODAY = date(2026, 7, 1)

HEAD = """\
cchc: 1
kind: cchc
year: 2026
commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}
document:
  symbol: KH-UBND
  date: 05/01/2026   # ngày ký
  title: Cải cách hành chính xã An Bình năm 2026
units:
  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
body:
  - title: TỔ CHỨC THỰC HIỆN
    items:
      - id: bao-cao
        text: Báo cáo định kỳ
        deadline: Hằng quý
        report: {to: UBND tỉnh}
      - text: Lập kế hoạch
        deadline: Trước 20/01/2026
      - id: khong-han
        text: Theo dõi việc thực hiện
"""
TASKS = """\
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
      - id: kiem-tra
        title: Kiểm tra
        deadline: Quý I
      - id: sang-kien
        title: Sáng kiến
        deadline: Trước 30/11/2026
      - id: hop-quy
        title: Họp giao ban
        deadline: Hằng quý
      - id: cong-khai
        title: Công khai thủ tục
        deadline: Thường xuyên
"""
PLAN = HEAD + TASKS


def workspace(folder: Path, content: bytes | str = PLAN, name: str = "an-binh") -> Path:
    """Make a workspace with one plan and return the plan's file."""
    raw = content.encode() if isinstance(content, str) else content
    path = folder / "plans" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return path


def make(path: Path, task: str, write: bool = True, **said) -> Outcome:
    """Make one record in the plan at `path`, which must be taken."""
    said.setdefault("plan", path.stem)
    outcome = record([Request(task=task, **said)], path.parent.parent, TODAY, write=write)
    for refusal in outcome.refusals.values():
        raise refusal
    return outcome


def refused(path: Path, task: str, **said) -> list[str]:
    """Return the message and hint with which a record is refused."""
    said.setdefault("plan", path.stem)
    before = path.read_bytes()
    outcome = record([Request(task=task, **said)], path.parent.parent, TODAY)
    assert path.read_bytes() == before
    assert not outcome.changes
    (refusal,) = outcome.refusals.values()
    return [str(text) for text in (refusal.message, refusal.hint) if text]
