"""A sentence that goes on after a semicolon begins with a capital.

Why: after a semicolon the same sentence goes on, in small letters; a capital there mostly comes from
a pasted line, and the reader looks for a new item.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I: a capital begins a whole sentence only.

Bad:
    opening: UBND xã ban hành Kế hoạch với nhiệm vụ tại Phụ lục kèm theo; Tổ chức thực hiện như sau
Good:
    opening: UBND xã ban hành Kế hoạch với nhiệm vụ tại Phụ lục kèm theo; tổ chức thực hiện như sau
"""

import re
from itertools import islice

from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H012"
SEVERITY = Severity.INFO

_VERBS = (
    "Tăng cường|Nâng cao|Đẩy mạnh|Thực hiện|Tổ chức|Xây dựng|Triển khai|Tiếp tục|Phối hợp|Kết hợp|Rà soát"
    "|Tham mưu|Bảo đảm|Đảm bảo|Hoàn thiện|Kịp thời|Chủ động|Chủ trì|Theo dõi|Đôn đốc|Kiểm tra|Giám sát"
    "|Tuyên truyền|Hướng dẫn|Khuyến khích|Phát huy|Chấn chỉnh|Gắn|Đổi mới|Cải thiện|Cải tiến|Giảm|Hạn chế"
    "|Không để|Không ngừng|Tập trung|Ưu tiên|Bố trí|Cử|Công khai|Niêm yết|Cập nhật|Rút ngắn|Cắt giảm"
    "|Ứng dụng|Tỷ lệ|Tỉ lệ|Mức độ|Duy trì|Phấn đấu|Khắc phục|Tạo|Lấy|Đồng thời|Thường xuyên|Từng bước|Mở rộng|Xử lý"
)
"""Words that begin what is to be done or reached, and no name."""
_AFTER = re.compile(rf"; ?(?P<word>{_VERBS})(?=,? [^\W\d_]+)")


def check(facts: Facts) -> Hits:
    """Find a verb with a capital behind a semicolon; cells of tables list things one by one."""
    for place, text in facts.texts_holding(_AFTER):
        if place[0] == "appendices":
            continue
        for found in islice(_AFTER.finditer(text), MOST):
            word = found["word"]
            yield hit_in(
                place, text, *found.span("word"),
                say("a capital after a semicolon: “{word}”", word=word),
                None,
                word[:1].lower() + word[1:],
            )  # fmt: skip
