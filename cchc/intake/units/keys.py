"""When two written names mean one unit, and the ids and kinds that usual units have.

Rule 4 of the notes on names: spelling is forgiven, words are not; "Dịch vụ" and "Phục vụ" never
become one. Beyond `fold`: a post stands for its office, "xã" and "của xã" at the end say nothing,
a commune has one office of the council and the committee, and one Fatherland Front.
"""

from __future__ import annotations

import re
from typing import Literal

from cchc.language.names import bare, fold

UnitKind = Literal["own", "village", "party", "front", "outside"]

_POSTS = re.compile(
    r"^(?:(?:phó )?trưởng (?=phòng|ban(?! nhân dân| công tác mặt trận| điều hành| quản lý (?:thôn|xóm|bản|ấp|khu))|trạm|công an)|chánh (?=văn phòng)|(?:phó )?giám đốc (?=trung tâm)"
    r"|hiệu trưởng (?=trường)|(?:thủ trưởng|người đứng đầu|lãnh đạo|trưởng) (?=các )|trưởng (?=công an)"
    r"|các thành viên (?=ban |tổ ))"
)
_POLITE = re.compile(r"(?<=các )(?:(?:ông|bà|đồng chí|đ c) )+")
_TAILS = re.compile(
    r" (?:trên địa bàn(?: xã| phường)?|của (?:ủy ban nhân dân )?(?:xã|phường)?|thuộc (?:xã|phường)|"
    r"xã|phường|đặc khu)$"
)
_COLLECTIVE_TAILS = re.compile(r" (?:trên địa bàn(?: xã| phường)?|của xã|xã|phường)$")
_OFFICE = re.compile(
    r"^văn phòng (?:(?:hội đồng nhân dân )?ủy ban nhân dân|hội đồng nhân dân(?: ủy ban nhân dân)?)$"
)
_FRONT = re.compile(r"^(?:ban thường trực )?(?:ủy ban )?(?:mặt trận tổ quốc)(?: việt nam)?$")
_HEADS_OF_VILLAGES = re.compile(
    r"^các (?:trưởng (thôn|xóm|bản|ấp|khu phố|tổ dân phố)|(thôn|xóm|bản|ấp) trưởng)(?= |$)"
)
_ALL_BOARDS = re.compile(
    r"^(?:các )?((?:trưởng )?ban (?:nhân dân|công tác mặt trận) )(?:các |\d{1,3} )(?=khu vực|thôn|xóm|bản|ấp|khóm)"
)
_NOUNS = re.compile(r"^(?:các|những) (?:(?:cơ quan|đơn vị|tổ chức|ban|ngành|bộ phận|phòng) ?)+")


def unit_key(name: str, commune: str = "") -> str:
    """Return the key under which `name` is filed; `commune` is the commune's own name."""
    key = fold(re.sub(r"\([^()]*\)\s*$", "", name).strip() or name)
    if commune:
        key = _without_commune(key, fold(commune))
    key = _POLITE.sub("", _POSTS.sub("", key))
    key = _ALL_BOARDS.sub(r"\1", key)
    key = _HEADS_OF_VILLAGES.sub(r"các \1\2", key)
    if key.startswith(("các ", "những ", "toàn thể ")):
        return _group_key(key)
    while (shorter := _TAILS.sub("", key)) != key and " " in shorter:
        key = shorter
    if key.startswith(("sở ", "ban ")):
        key = re.sub(r" (?:tỉnh|thành phố)$", "", key)
    if key == "ca":
        return "công an"
    if _OFFICE.match(key):
        return "văn phòng hội đồng nhân dân ủy ban nhân dân"
    if _FRONT.match(key):
        return "ủy ban mặt trận tổ quốc việt nam"
    return key


def _without_commune(key: str, own: str) -> str:
    """Return `key` without the commune's name at its end, and the word for its level before it."""
    if not key.endswith(f" {own}"):
        return key
    key = key.removesuffix(f" {own}")
    level = next((word for word in (" xã", " phường", " đặc khu") if key.endswith(word)), "")
    return key.removesuffix(level)


def _group_key(key: str) -> str:
    key = _COLLECTIVE_TAILS.sub("", key.replace(" có liên quan", " liên quan"))
    key = key.replace("các phòng ban chuyên môn", "các phòng chuyên môn")
    if _NOUNS.sub("", key) == "liên quan":
        return "các cơ quan đơn vị liên quan"
    return key


def same_but_for_a_slip(one: str, other: str) -> bool:
    """Tell whether two keys differ by a single misread or mistyped letter in one word."""
    ours, theirs = one.split(), other.split()
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    apart = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if a.isdigit() or b.isdigit():
        return False
    return bare(a) == bare(b) or (min(len(a), len(b)) >= 4 and _one_letter(bare(a), bare(b)))


def alike_keys(one: str, other: str) -> bool:
    """Tell whether two keys are so like that one may be meant for the other."""
    ours, theirs = one.split(), other.split()
    if len(ours) == len(theirs) >= 5:
        return sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1
    less, more = sorted((ours, theirs), key=len)
    return len(less) >= 4 and len(more) - len(less) <= 2 and set(less) < set(more)


def without_nouns(key: str) -> str:
    """Return the key of a group without "các cơ quan, đơn vị": what marks it off from others."""
    return _NOUNS.sub("", key) or key


def _one_letter(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


_IDS = (
    (r"phòng văn hóa.*xã hội", "vh-xh"), (r"phòng kinh tế$", "kinh-te"),
    (r"phòng kinh tế hạ tầng đô thị", "kinh-te-ha-tang-do-thi"), (r"phòng kinh tế hạ tầng", "kinh-te-ha-tang"),
    (r"văn phòng hội đồng nhân dân", "van-phong"), (r"văn phòng đảng ủy hội", "van-phong-chung"),
    (r"văn phòng đảng ủy", "van-phong-dang-uy"),
    (r"trung tâm phục vụ hành chính công|trung tâm hành chính công", "pvhcc"),
    (r"trung tâm dịch vụ (?:tổng hợp|công$|sự nghiệp)", "dich-vu"),
    (r"ủy ban mặt trận tổ quốc", "mttq"), (r"sở nội vụ", "so-noi-vu"), (r"công an$", "cong-an"),
    (r"ban chỉ huy quân sự", "bch-quan-su"), (r"trạm y tế", "tram-y-te"),
    (r"các cơ quan đơn vị liên quan$", "lien-quan"),
    (r"các (?:cơ quan|đơn vị|tổ chức| )+$", "tat-ca"),
    (r"các (?:cơ quan|đơn vị|tổ chức|phòng|ban|ngành|bộ phận| )+thuộc", "thuoc-ubnd"),
    (r"các (?:cơ quan|đơn vị|tổ chức| )+(?:được )?giao", "duoc-giao"),
    (r"các phòng(?: ban)? chuyên môn", "phong-chuyen-mon"),
    (r"các (?:tổ chức chính trị|đoàn thể)", "doan-the"), (r"các (?:trưởng )?thôn", "cac-thon"),
    (r"các (?:trưởng )?xóm", "cac-xom"), (r"các (?:trưởng )?(?:tổ dân phố|khu phố)", "cac-to-dan-pho"),
)  # fmt: skip


def usual_id(key: str) -> str | None:
    """Return the id that plans give to the unit or group filed under `key`, if it is a usual one."""
    return next((slug for form, slug in _IDS if re.match(form, key)), None)


_KINDS: tuple[tuple[UnitKind, str], ...] = (
    ("village", r"(?:các )?(?:trưởng |trường )?(?:ban )?(?:thôn|xóm|bản|ấp|buôn|làng|khu phố|khối phố|khối|tổ dân phố|tổ nhân dân|khu dân cư|ban điều hành)\b"
                r"|(?:các )?trưởng (?:ban (?:nhân dân|công tác mặt trận)|khu vực)\b"),
    ("party", r"(?:văn phòng |ban thường vụ |thường trực )?đảng ủy|ban xây dựng đảng|các ban đảng|ủy ban kiểm tra|chi bộ|trung tâm chính trị"),
    ("front", r"(?:ban thường trực )?ủy ban mặt trận|mặt trận|hội (?!đồng)|đoàn(?:$| (?:thanh niên|tncs|tn|xã|phường)\b)|các đoàn thể|liên đoàn"),
    ("outside", r"(?:các )?sở\b|(?:các )?bộ\b(?! phận)|ủy ban nhân dân (?:tỉnh|thành phố|huyện|quận|thị xã)|chi cục|cục\b|kho bạc|ngân hàng|bưu điện"
                r"|điện lực|vnpt|viettel|thuế\b|bảo hiểm xã hội|tòa án|viện kiểm sát|(?:các )?doanh nghiệp|hợp tác xã"
                r"|thanh tra\b|chi nhánh\b|quỹ tín dụng|trường (?:chính trị|cao đẳng|đại học)\b|học viện|văn phòng đăng ký đất đai|hạt kiểm lâm|hải quan|(?:đội )?quản lý thị trường"
                r"|(?:ban chỉ huy phòng thủ|trung tâm y tế|bệnh viện|công an|ban quản lý dự án.{0,40}) khu vực"
                r"|(?:công an|văn phòng ủy ban nhân dân|văn phòng hội đồng nhân dân|ban chỉ huy quân sự|bộ chỉ huy"
                r"|trung tâm|báo|ban quản lý).{0,60} (?:tỉnh|thành phố)\b"),
)  # fmt: skip


def unit_kind(key: str) -> UnitKind:
    """Return the kind of unit filed under `key`; "own" is the usual one."""
    return next((kind for kind, form in _KINDS if re.match(form, key)), "own")
