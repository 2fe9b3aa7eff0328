"""Whether a sentence of the text and a row of a table speak of one piece of work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from cchc.language.deadline import Deadline
from cchc.language.names import fold
from cchc.language.task_labels import is_task_line
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.rules._facts import Facts

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_PEOPLE = re.compile(
    r"(?:người dân|tổ chức|cá nhân|doanh nghiệp)(?:(?:,| và) (?:người dân|tổ chức|cá nhân|doanh nghiệp))+",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    re.findall(
        r"\S+",
        "tổ chức thực hiện triển khai công tác hoàn thành tiến hành việc của các cho tại trên địa bàn xã phường đặc khu"
        " ủy ban nhân dân và đối với trong năm tối thiểu ít nhất về thuộc được để một những đợt lần ngày tháng quý"
        " tham mưu nhà nước phấn đấu bảo đảm đảm",
    )
)
_STEPS = (
    "kế hoạch", "báo cáo", "quyết định", "tổng kết", "sơ kết", "dự thảo", "đề án", "quy chế", "quy định", "thông báo",
    "kết luận", "tổng hợp", "đăng ký", "phát động", "thẩm định", "khắc phục", "kết quả", "hội nghị", "tập huấn",
    "kiểm tra", "khảo sát", "rà soát", "đánh giá", "chấm điểm", "xây dựng", "ban hành", "trình", "phê duyệt", "chuẩn bị",
    "lấy ý kiến", "công bố", "niêm yết", "cuộc thi", "hội thi", "đối thoại", "lựa chọn", "đề xuất", "góp ý", "danh sách",
    "danh mục", "phiếu", "nhập", "mua sắm", "cập nhật", "duy trì", "tự", "kinh phí", "quyết toán", "bồi dưỡng",
    "tuyên truyền", "trao giải", "chung kết", "bàn giao", "nghiệm thu", "thí điểm", "nhân rộng", "hướng dẫn", "phân công", "kiện toàn", "thành lập", "đề cương", "xử lý", "giám sát", "diễn tập", "số hóa",
)  # fmt: skip
"""Words for what is done or made: two pieces of work with other ones are two steps."""
_ROUND = re.compile(r"\b(?:lần|đợt) (?:thứ )?(\d|[ivx]+)\b")
_EVENTS = ("khảo sát", "hội thi", "cuộc thi", "diễn tập")
"""What one row may be called by alone: "tổ chức khảo sát trong tháng 9"."""
_LEAST = 3
_ALIKE = 0.85


class Work(NamedTuple):
    """What is to be done, told from its words."""

    words: frozenset[str]
    steps: frozenset[str]
    first: frozenset[str] = frozenset()
    """The first two words: "khảo sát"."""
    rounds: frozenset[str] = frozenset()
    """Which time it is done: "lần 2"."""
    several: bool = False
    """Whether the words are a list: what is said of one of several things need not hold for all."""

    def same(self, other: Work) -> bool:
        """Whether neither says more than the other."""
        common = len(self.words & other.words)
        longer = max(len(self.words), len(other.words))
        return self.steps == other.steps and common >= max(_LEAST, _ALIKE * longer)

    def meant_by(self, row: Work) -> bool:
        """Whether these words of a sentence mean the work of a row: all of them are among its words, and at least
        half of its words are there."""
        if row.rounds and self.rounds and row.rounds != self.rounds:
            return False
        (event,) = self.steps if len(self.steps) == 1 else ("",)
        alone = frozenset(event.split()) - _EMPTY
        if self.steps != row.steps:
            return False
        if event in _EVENTS and self.words == row.first == alone:
            return True
        least = max(_LEAST, len(row.words) * (_ALIKE if row.several else 0.5))
        return self.words <= row.words and len(self.words) >= least


class PlacedWork(NamedTuple):
    """A row of a table, or a task block of the body."""

    place: KeyPath
    name: Message | str
    work: Work
    phrase: str
    deadline: Deadline | None
    lead: tuple[str, ...]
    support: tuple[str, ...]


@lru_cache(maxsize=1024)
def work_of(text: str) -> Work:
    """Return the work that `text` names."""
    plain = _PEOPLE.sub("người dân", _BRACKETS.sub(" ", text))
    folded = fold(plain)
    spaced = f" {folded} "
    steps = frozenset(step for step in _STEPS if f" {step} " in spaced)
    words = [word for word in _WORD.findall(folded) if word not in _EMPTY]
    return Work(
        frozenset(words),
        steps,
        frozenset(words[:2]),
        frozenset(_ROUND.findall(folded)),
        "," in plain,
    )


def works(facts: Facts) -> Iterator[PlacedWork]:
    """Yield the rows of all appendices and the task blocks of the body."""
    read = {place[:-1]: (text, reading) for place, text, reading in facts.deadlines}
    for place, task, number in facts.tasks:
        phrase, deadline = read.get(place, ("", None))
        if task.title:
            name = say("task {number}", number=number)
            yield PlacedWork(
                place, name, work_of(task.title), phrase, deadline, task.lead, task.support
            )
    for found in facts.sections:
        one = found.section
        lines = [(item.title, item.text or "") for item in one.items]
        if one.title and one.units and any(is_task_line(title, text) for title, text in lines):
            phrase, deadline = read.get(found.place, ("", None))
            yield PlacedWork(
                found.place,
                found.name,
                work_of(one.title),
                phrase,
                deadline,
                one.units,
                one.support,
            )


class Works:
    """The pieces of work of a plan, by their words: a plan may have thousands."""

    def __init__(self, facts: Facts) -> None:
        self.all = tuple(works(facts))
        self._holding: dict[str, list[int]] = {}
        for n, one in enumerate(self.all):
            for word in one.work.words:
                self._holding.setdefault(word, []).append(n)

    def covering(self, said: Work) -> PlacedWork | None:
        """Return the only piece of work that the words of a sentence mean."""
        return self._only(said, 1, said.meant_by)

    def same(self, *said: Work) -> PlacedWork | None:
        """Return the only piece of work that is one of those said."""
        found = [one for work in said if (one := self._only(work, 3, work.same))]
        return found[0] if found and all(one is found[0] for one in found) else None

    def _only(self, said: Work, rarest: int, fits: Callable[[Work], bool]) -> PlacedWork | None:
        """Return what fits alone, of those with one of the `rarest` words of `said`."""
        lists = sorted((self._holding.get(word, []) for word in said.words), key=len)
        found = [
            self.all[n]
            for n in sorted({n for held in lists[:rarest] for n in held})
            if fits(self.all[n].work)
        ]
        return found[0] if len(found) == 1 else None
