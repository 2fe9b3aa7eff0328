"""Slips that the plans put right, and how their sources have them (the comments "Nguồn ghi")."""

from __future__ import annotations

from .defect import DH, KS, ND, PT, TM, Defect


def _slips(plan: str, *pairs: tuple[str, str]) -> list[Defect]:
    """Return slips of one plan: words as they should be, and as the source has them."""
    return [Defect(plan, right, wrong, "H004") for right, wrong in pairs]


PUT_RIGHT = [
    # Citations (domain 2.1)
    Defect(ND, "76/NQ-CP ngày 15 tháng", "‹76/NQCP› ngày 15 tháng", "C002"),
    Defect(TM, "118/2025/NĐ-CP ngày", "‹118/NĐ-CP› ngày", "C003"),
    Defect(DH, "số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng\n",
           "số 66-NQ/TW ngày ‹30/04/2025› của Bộ Chính trị về đổi mới công tác xây dựng\n", "C009"),
    Defect(PT, "66-NQ/TW ngày 30/4/2025", "66-NQ/TW ngày ‹30/04/2025›", "C009"),
    Defect(KS, "766/QĐ-TTg ngày 23/6/2022", "766/QĐ-TTg ngày ‹23/06/2022›", "C009"),
    Defect(PT, "57-NQ/TW ngày 22/12/2024", "57-NQ/TW‹,› ngày 22/12/2024", "C011"),
    Defect(PT, "04/NQ-CP ngày\n                  10/01/2022 của Chính phủ về", "‹04/NQ-CP› về",
           "C015"),
    Defect(PT, "bases:…opening: >-", "‹bases›: []\nopening: >-", "C001"),
    Defect(KS, "kiểm soát thủ tục hành chính\n  - >-\n    Căn cứ Nghị định số 92/2017/NĐ-CP ngày",
           "kiểm soát thủ tục hành chính; ‹Nghị định số 92/2017/NĐ-CP\n    ngày 07/8/2017 của"
           " Chính phủ sửa đổi, bổ sung một số điều của các nghị định›; kèm theo bản ngày",
           "V011"),
    Defect(KS, "trên môi trường điện tử\n  - >-\n    Căn cứ Thông tư số 03/2025/TT-VPCP ngày"
           " 15/9/2025 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ…\n  #",
           "trên môi trường điện tử; ‹Thông tư số 03/2025/TT-VPCP ngày 15/9/2025›\n  #", "V011"),
    Defect(ND, "nhà nước giai đoạn 2021-2030\n  # Nguồn",
           "nhà nước giai đoạn 2021-2030‹.›\n  # Nguồn", "V010"),
    # Numbering and structure (2.2)
    Defect(TM, "    title: KINH PHÍ\n", "    number: ‹IV.›\n    title: KINH PHÍ\n", "N006"),
    Defect(KS, "- id: cong-khai-tthc\n", "- id: cong-khai-tthc\n                number: ‹2.1›\n",
           "N007"),
    Defect(TM, '                unit: "%"\n          - >-\n            Phục vụ tốt hơn…hành chính.\n',
           '                unit: "%"\n          - {number: ‹e)›, text: Phục vụ người dân.}\n', "N008"),
    Defect(TM, "          - >-\n            Đổi mới nội dung, phương pháp…vị trí việc làm.\n",
           "          - {number: ‹e)›, text: Đổi mới việc đào tạo.}\n", "N008"),
    Defect(TM, "          - >-\n            Đổi mới cơ chế, chính sách ưu đãi…bền vững.\n",
           "          - {number: ‹f)›, text: Ưu đãi người tài.}\n", "N008"),
    Defect(TM, "          - role: assignment\n            units:\n              - mttq\n",
           "          - number: ‹f)›\n            role: assignment\n            units:\n"
           "              - mttq\n", "N008"),
    Defect(KS, "      - units: [phong-chuyen-mon]\n",
           "      - number: ‹2›\n        units: [phong-chuyen-mon]\n", "N009"),
    Defect(PT, "      - title: XÂY DỰNG VÀ TỔ CHỨC",
           "      - number: ‹II.›\n        title: XÂY DỰNG VÀ TỔ CHỨC", "N009"),
    Defect(DH, "title: Danh mục nhiệm vụ trọng tâm cải cách hành chính năm 2026\n    incomplete:…",
           "title: ‹Danh mục nhiệm vụ trọng tâm cải cách hành chính năm 2026›\n", "N003"),
    Defect(TM, "title: Danh mục nhiệm vụ cụ thể\n    incomplete:…",
           "title: ‹Danh mục nhiệm vụ cụ thể›\n", "N003"),
    Defect(ND, "- id: hai-long-giao-duc…incomplete:…", "- ‹id›: hai-long-giao-duc\n"
           "            title: Đo lường mức độ hài lòng về giáo dục công lập\n", "U005"),
    Defect(ND, "- id: hai-long-giao-duc…incomplete:…", "- ‹id›: hai-long-giao-duc\n"
           "            title: Đo lường mức độ hài lòng về giáo dục công lập\n", "D002"),
    Defect(ND, "- id: hai-long-giao-duc…incomplete:…", "- ‹id›: hai-long-giao-duc\n"
           "            title: Đo lường mức độ hài lòng về giáo dục công lập\n", "T002"),
    # Units (2.3)
    Defect(ND, "tâm Phục vụ hành chính công.\n              - pvhcc",
           "tâm.\n              - ‹dich-vu-hanh-chinh-cong›", "U001"),
    Defect(TM, "name: Phòng Văn hóa - Xã hội\n", "name: Phòng Văn hóa‹- ›Xã hội\n", "H006"),
    Defect(TM, "name: Văn phòng HĐND và UBND xã\n", "name: Văn phòng HĐND‹- ›UBND xã\n", "H006"),
    # Level (2.4)
    Defect(PT, "trước Chủ tịch UBND xã", "trước ‹Chủ tịch UBND tỉnh xã›", "L001"),
    Defect(TM, "phát hiện, thu hút, trọng dụng nhân tài", "phát hiện, ‹thu hút nhân tài›", "L001"),
    # Text, header, end (2.5)
    Defect(DH, "status: draft\ncommune:…number:\n", "status: issued\ncommune:\n  level: xã\n"
           "  name: Định Hóa\n  province: tỉnh Thái Nguyên\ndocument:\n  number:‹›\n", "V002"),
    Defect(ND, "status: draft\ncommune:…date: 01/2026\n", "status: issued\ncommune:\n  level: xã\n"
           "  name: Nấm Dẩn\n  province: tỉnh Tuyên Quang\ndocument:\n  number: 05\n"
           "  symbol: KH-UBND\n  date: ‹01/2026›\n", "V002"),
    Defect(ND, "nhân dân xã Nấm Dẩn ban hành", "nhân dân xã ‹Năm Dẫn› ban hành", "H010"),
    Defect(ND, "nhân dân xã Nấm Dẩn; đề nghị", "nhân dân xã ‹Năm Dăn›; đề nghị", "H010"),
    Defect(KS, "địa\n        bàn xã Định Hóa, bảo đảm", "địa\n        bàn xã Định ‹Hoá›, bảo đảm",
           "H003"),
    Defect(KS, "kiểm soát thủ tục hành chính (TTHC), cơ chế", "kiểm soát ‹TTHC›, cơ chế", "H007"),
    Defect(ND, "triển khai đồng bộ cải cách hành chính (CCHC)", "triển khai đồng bộ ‹CCHC›", "H007"),
    Defect(PT, "Chương trình tổng thể CCHC nhà nước",
           "Chương trình tổng thể cải cách hành chính (‹CCHC›) nhà nước", "H008"),
    Defect(ND, "    - Thường trực HĐND xã\n", "    - Thường trực HĐND xã‹ ;›\n", "V008"),
    Defect(ND, "    - Thường trực HĐND xã\n", "    - Thường trực HĐND ‹xã ;›\n", "H005"),
    *_slips(
        DH,
        ("xã, Cổng Dịch vụ công quốc gia và", "xã, ‹Công Dịch vụ công› quốc gia và"),
        ("của Cổng Dịch vụ\n            công quốc gia", "của ‹Công dịch vụ công› quốc gia"),
        ("Bộ phận một cửa và Cổng Dịch vụ công", "Bộ phận một cửa và ‹Công Dịch vụ công›"),
    ),
    *_slips(
        KS,
        ("Bộ phận Một cửa và Cổng Dịch vụ công", "Bộ phận Một cửa và ‹Công Dịch vụ công›"),
        ("Niêm yết, công khai đủ", "‹Nghiêm yết›, công khai đủ"),
        ("gây nhũng nhiễu, tiêu cực, phiền hà", "‹gây những phiền, tiêu cực›"),
        ("Các phòng chuyên môn phối hợp", "Các phòng ‹chuyên môn hợp phối hợp›"),
        ("thuộc quyền gây nhũng nhiễu", "thuộc quyền gây ‹những nhiễu›"),
    ),
    *_slips(
        ND,
        ("# Nguồn ghi \"VHXX\": nhầm chữ, đơn vị…archive: \"Lưu: VT, VHXH\"",
         'archive: "Lưu: VT, ‹VHXX›"'),
        ("Thường xuyên rà soát, hệ thống hóa", "‹Thường xuyên việc rà soát›, hệ thống hóa"),
        ("năng lực chuyển đổi số: 100%", "năng lực ‹chuyên đổi số›: 100%"),
        ("dự toán thu, chi thường xuyên; xác định", "dự toán thu, ‹chi thường và xác định›"),
        ("Các trưởng thôn trên địa bàn xã\n", "‹Các trường thôn› trên địa bàn xã\n"),
        ("đến toàn thể CBCCVC: CCHC", "đến toàn thể ‹CBCCVN›: CCHC"),
        ("- title: CẢI CÁCH THỂ CHẾ", "- title: ‹CÁI CÁCH THỂ CHẾ›"),
        ("kịp thời, chính xác thông tin tài sản công", "thông tin về ‹tài sản sản công›"),
    ),
    *_slips(
        PT,
        ('archive: "Lưu: VT, VHXH, Dungdt"', 'archive: "Lưu: VT, ‹VHXX›, Dungdt"'),
        ("name: Các cơ quan, tổ chức, đơn vị, doanh nghiệp",
         "name: ‹Các quan, tổ chức›, đơn vị, doanh nghiệp"),
        ("Phấn đấu Chỉ số cải cách", "‹Phân đấu› Chỉ số cải cách"),
        ("Phấn đấu tỷ lệ hồ sơ giải quyết đúng", "‹Phân đầu tỷ lệ› hồ sơ giải quyết đúng"),
        ("Phấn đấu năm 2026 không có", "‹Phân đầu năm› 2026 không có"),
        ("Phấn đấu tỷ lệ giải ngân", "‹Phân đầu tỷ lệ› giải ngân"),
        ("thái độ phục vụ; chấn chỉnh, không để", "thái độ phục vụ; ‹chân chính, không để›"),
        ("không để nhũng nhiễu, tiêu\n          cực", "không để ‹những nhiều, tiêu cực›"),
        ("không có cán bộ, công chức, viên chức giữ", "không có ‹CBCCV› giữ"),
    ),
    *_slips(
        TM,
        ("các cấp và Cổng Dịch vụ công", "các cấp và ‹Công Dịch vụ công›"),
        ("phí,...) trên Cổng Dịch vụ công", "phí,...) trên ‹Công Dịch vụ công›"),
        ("thanh toán trực\n            tuyến (thuế, phí", "‹thanh toán trực tuyến (thuê, phí›"),
        ("hướng đẩy mạnh tự chủ", "hướng ‹đầy mạnh› tự chủ"),
        ("giảm chi thường xuyên từ", "‹giám chi› thường xuyên từ"),
        ("    name: >-\n      Ban chỉ đạo của xã về phát triển khoa học, công nghệ, đổi mới sáng"
         " tạo, chuyển đổi số",
         "    name: >-\n      Ban chỉ đạo của xã về phát triển khoa học, công nghệ, đổi mới sáng"
         " tạo, ‹chuyên đổi số›"),
        ("tạo, chuyển đổi số và Đề án 06 triển khai", "tạo, ‹chuyên đổi số› và Đề án 06 triển khai"),
    ),
]  # fmt: skip
