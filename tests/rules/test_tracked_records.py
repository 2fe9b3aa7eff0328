"""What is recorded of work against its share, its days and its deadline."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

ROW = "            product: Báo cáo\n            deadline: Quý III\n"
TITLE = "title: Phân công thực hiện Kế hoạch\n"
COUNTED = " (số liệu đến ngày 30/9/2026)"


def count(deadline: str, record: str, title: str = "", note: str = "") -> int:
    row = f"            product: Báo cáo\n            deadline: {deadline}\n"
    row += f"            progress: {record}\n" if record else ""
    row += f"            note: {note}\n" if note else ""
    text = WHOLE.replace(TITLE, f'title: "Phân công thực hiện Kế hoạch{title}"\n').replace(ROW, row)
    return [one.finding.code for one in find(text)].count("D014")


@pytest.mark.parametrize(
    ("deadline", "record", "found"),
    [("15/7/2026", "{state: done, date: 25/7/2026, note: Hoàn thành đúng hạn}", 1),
     ("Trước 15/7/2026", "{state: done, date: 15/7/2026, note: Đúng hạn}", 0),
     ("17/7/2026", "{state: done, date: 20/7/2026, note: Đúng hạn}", 0),
     ("15/7/2026", "{state: done, date: 25/7/2026, note: Hoàn thành quá hạn}", 0),
     ("15/7/2026", "{state: done, date: 10/7/2026, note: Hoàn thành quá hạn}", 1),
     ("15/7/2026", "{state: done, note: HT muộn}", 1), ("15/7/2026", "{state: done, note: Hoàn thành}", 0),
     ("Hằng tháng", "{state: done, note: HT muộn}", 0),
     ("Quý II và Quý IV/2026", "{state: done, date: 9/7/2026, note: Hoàn thành đúng hạn}", 0),
     ("15/7/2026", "{state: done, date: 10/7/2026, note: Hoàn thành đúng hạn; 60%}", 1),
     ("15/7/2026", "{state: done, date: 10/7/2026, note: 85% phiếu hài lòng}", 0),
     ("15/7/2026", "{state: running, note: 66%}", 0), ("15/7/2026", "{state: running, note: Chưa thực hiện; 100%}", 1)],
)  # fmt: skip
def test_a_record_against_its_deadline_and_its_share(deadline, record, found):
    assert count(deadline, record) == found


@pytest.mark.parametrize(
    ("deadline", "record", "note", "found"),
    [("15/7/2026", "{state: running, note: Chưa đến hạn; 40%}", "", 1), ("15/12/2026", "{state: running, note: Chưa đến hạn}", "", 0),
     ("15/7/2026", "", "Chưa đến hạn", 1), ("15/7/2026", "", "Hồ sơ chưa đến hạn trả kết quả", 0),
     ("15/11/2026", "{state: done, date: 15/10/2026}", "", 1), ("15/11/2026", "{state: done, date: 30/9/2026}", "", 0),
     ("Hằng tháng", "{state: running, note: Chưa đến hạn}", "", 0)],
)  # fmt: skip
def test_a_record_against_the_day_of_the_figures(deadline, record, note, found):
    assert count(deadline, record, COUNTED, note) == found
    assert count(deadline, record, "", note) == 0


def test_work_done_in_time_by_no_day_where_the_others_have_theirs():
    done = "            progress: {state: done, date: 10/3/2026}\n"
    text = WHOLE
    for quarter in ("Quý I", "Quý II", "Quý III"):
        line = f"            deadline: {quarter}\n"
        text = text.replace(line, line + done, 1)
    row = "{id: them, title: Tập huấn, product: Báo cáo, deadline: Quý IV, lead: [vh-xh], progress: {state: done, note: Hoàn thành đúng hạn}}"
    head, rest = text.split("          - id: ra-soat\n")
    more = f"{head}          - {row}\n          - id: ra-soat\n{rest}"
    assert [one.finding.code for one in find(more)].count("D014") == 1
