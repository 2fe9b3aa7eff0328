"""What a heading says about its section: its role in the plan, and its field of reform.

Sources: the usual parts of such plans; the fields of Nghị quyết 76/NQ-CP ngày 15/7/2021, with the
names they go by in plans.
"""

from __future__ import annotations

import re

from cchc.language.names import fold
from cchc.model.section import SectionRole
from cchc.model.subject import Subject

_SUBJECTS: tuple[tuple[Subject, str], ...] = (
    ("steering", r"chỉ đạo điều hành|công tác chỉ đạo|tổ chức chỉ đạo"),
    ("institutions", r"thể chế|quy phạm pháp luật|qppl|vbqppl|thi hành pháp luật"),
    ("procedures", r"thủ tục hành chính|một cửa"),
    ("organization", r"bộ máy"),
    ("civil-service", r"chế độ công vụ|công chức công vụ|cải cách công vụ"
                      r"|đội ngũ cán bộ|cán bộ công chức viên chức"),
    ("public-finance", r"tài chính công|tài chính ngân sách|tài sản công"),
    ("digital-government", r"chính quyền điện tử|chính quyền số|chính phủ số|chuyển đổi số|hiện đại hóa"),
    ("communication", r"tuyên truyền|truyền thông|thông tin tuyên truyền"),
    ("satisfaction", r"hài lòng|sipas|tác động (?:của )?cải cách hành chính"),
)  # fmt: skip


def subject_of(text: str) -> Subject | None:
    """Return the field that a heading names first, or None."""
    folded = fold(text)
    hits = [
        (found.start(), n, subject)
        for n, (subject, form) in enumerate(_SUBJECTS)
        if (found := re.search(form, folded))
    ]
    return min(hits)[2] if hits else None


def subjects_in(text: str) -> list[Subject]:
    """Return every field that `text` names, in its order."""
    folded = fold(text)
    hits = [
        (found.start(), n, subject)
        for n, (subject, form) in enumerate(_SUBJECTS)
        if (found := re.search(form, folded))
    ]
    return [subject for _, _, subject in sorted(hits)]


_ROLES: tuple[tuple[SectionRole, str], ...] = (
    ("reporting", r"(?:chế độ |thực hiện )?(?:thông tin )?(?:chế độ )?báo cáo\b|thông tin báo cáo"),
    ("funding", r"(?:nguồn )?kinh phí|dự toán kinh phí|nguồn lực"),
    ("organization", r"(?:công tác |việc |về )?tổ chức (?:và )?(?:triển khai|thực hiện)|triển khai thực hiện$"),
    ("assignment", r"(?:tổ chức )?phân công|giao nhiệm vụ|trách nhiệm (?:tổ chức |triển khai )?thực hiện"
                   r"|trách nhiệm (?:của )?(?:các )?(?:cơ quan|đơn vị|phòng)"),
    ("goals", r"(?:các )?(?:mục tiêu|chỉ tiêu)"),
    ("contents", r"(?:các )?(?:nội dung|nhiệm vụ)|một số nhiệm vụ"),
    ("solutions", r"(?:các )?giải pháp|biện pháp"),
    ("requirements", r"yêu cầu"),
    ("purpose", r"mục đích(?! yêu cầu| và yêu cầu)"),
)  # fmt: skip
_REFERENCE = re.compile(
    r"\(?\s*(?:có|chi tiết|kèm theo|đính kèm|gửi kèm|theo|xem|cụ thể|danh mục|phụ lục|nội dung|(?:các )?nhiệm vụ)\b"
    r".{0,160}(?:kèm theo|phụ lục|biểu|danh mục)",
    re.IGNORECASE,
)


def role_of(title: str, depth: int) -> SectionRole | None:
    """Return the role of a section by its heading, or None when the heading does not tell."""
    folded = fold(title)
    for role, form in _ROLES:
        if re.match(form, folded):
            if role == "assignment" and depth > 2:
                return None
            return role
    return None


_LONGEST_NAME = 60


def named_part(text: str, depth: int) -> tuple[SectionRole | None, str]:
    """Return the role of a piece whose name and text share a line, and that text.

    "I. Mục đích: nâng cao ..." is the part on the purpose; deeper down only purpose and requirements are
    told so.
    """
    name, colon, rest = text.partition(":")
    if not (colon and rest.strip()) or len(name) > _LONGEST_NAME:
        return None, text
    found = role_of(name, depth) or ("purpose" if fold(name).startswith("mục đích") else None)
    if depth > 1 and found not in ("purpose", "requirements"):
        return None, text
    return found, rest.strip() if found else text


def is_reference(text: str) -> bool:
    """Tell whether a line does no more than point to an appendix: "(Có Phụ lục kèm theo)"."""
    inner = text.strip().rstrip(".;")
    return inner.startswith("(") and inner.endswith(")") and bool(_REFERENCE.match(inner))


_POINTS = re.compile(
    r"(?:danh mục|phụ lục|biểu|bảng)(?! hồ sơ| tthc| thủ tục| văn bản)[^.;()]{0,60}?"
    r"(?:kèm theo|ban hành kèm|đính kèm)", re.IGNORECASE,
)  # fmt: skip


def names_appendix(text: str) -> bool:
    """Tell whether a sentence speaks of an appendix to this plan: "danh mục ... kèm theo"."""
    return bool(_POINTS.search(text))
