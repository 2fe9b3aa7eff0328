"""Defects of the sources that the plans keep as they are, and how each could be put right."""

from __future__ import annotations

from .defect import DH, KS, ND, PT, TM, Defect

FUNDING = "  - {role: funding, title: KINH PHÍ, items: [Ngân sách xã bảo đảm.]}\n"

KEPT = [
    # Citations (domain 2.1)
    Defect(DH, "57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa\n",
           "57-NQ/TW‹,› ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa\n", "C011"),
    Defect(DH, "Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác\n"
           "            xây dựng và thi hành pháp luật trên",
           "Nghị ‹quyết 66-NQ/TW› ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác\n"
           "            xây dựng và thi hành pháp luật trên", "C012"),
    Defect(KS, "45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ;", "‹45/2020/NĐ-CP› ngày 08/4/2020;",
           "C015"),
    Defect(KS, "2347/QĐ-UBND ngày 17/12/2025 của UBND tỉnh", "‹2347/QĐ-UBND› ngày 17/12/2025",
           "C015"),
    # Numbering and structure (2.2)
    Defect(DH, f"body:\n{FUNDING}  - title: MỤC", "‹body›:\n  - title: MỤC", "N010"),
    Defect(KS, f"body:\n{FUNDING}  - title: MỤC", "‹body›:\n  - title: MỤC", "N010"),
    Defect(PT, "Trên đây là Kế hoạch duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã",
           "‹Trên đây là Kế hoạch cải thiện và nâng cao Chỉ số cải cách hành chính (Par Index) xã"
           " Phú Thịnh năm›", "N013"),
    Defect(ND, "giáo dục công lập năm 2026\n            lead: [vh-xh]\n"
           "            deadline: Quý III\n",
           "giáo dục công lập năm 2026\n            ‹incomplete›: >-…", "V001"),
    # Units (2.3)
    Defect(PT, "lead: [van-phong]\n            support: [duoc-giao]",
           "lead: [‹duoc-giao›]\n            support: [vh-xh]", "U003"),
    Defect(PT, "lead: [van-phong]", "lead: [‹duoc-kiem-tra›]", "U003"),
    Defect(PT, "lead: [van-phong]", "lead: [‹thuoc-ubnd›]", "U003"),
    Defect(PT, "lead: [kinh-te]", "lead: [‹lien-quan›]", "U003"),
    Defect(PT, "lead: [kinh-te]", "lead: [‹don-vi-doanh-nghiep›]", "U003"),
    Defect(ND, "lead:\n              - vh-xh\n            support:\n              - dich-vu\n",
           "‹lead›:\n              - vh-xh\n              - dich-vu\n            support:\n", "U004"),
    Defect(PT, "lead: [kinh-te]\n", "‹lead›: [kinh-te, dich-vu]\n", "U004"),
    Defect(PT, "lead: [van-phong]\n", "‹lead›: [van-phong-dang-uy, van-phong]\n", "U004"),
    # Tasks, deadlines and level (2.4)
    Defect(ND, "product: Báo cáo đối thoại\n            deadline: Năm 2026\n            lead:\n"
           "              - van-phong\n            support:\n              - lien-quan\n"
           "            targets:\n              - measure: Cuộc",
           "product: ‹Các văn bản triển khai thực hiện›\n            deadline: Năm 2026\n"
           "            lead:\n              - van-phong\n            support:\n"
           "              - lien-quan\n            targets:\n              - measure: Cuộc", "T001"),
    Defect(ND, "product: Công văn\n            deadline: Quý II/2026",
           "product: Công văn\n            deadline: ‹Năm 2026›", "D003"),
    Defect(PT, "đơn vị theo quy định\n                deadline: Quý II/2026",
           "đơn vị theo quy định\n                deadline: ‹Trong năm 2026›", "D003"),
    Defect(ND, "hàng quý; thời hạn gửi báo cáo trước ngày 15 tháng cuối quý",
           "‹hàng quý, 6 tháng và hàng năm; thời hạn gửi báo cáo trước ngày 15 của kỳ báo cáo›",
           "D004"),
    Defect(KS, "- id: kiem-soat-tthc\n            product: Báo cáo\n",
           "- ‹id›: kiem-soat-tthc\n", "T002"),
    Defect(ND, "của lãnh đạo xã với\n", "của ‹lãnh đạo tỉnh› với\n", "L001"),
    Defect(ND, "Rà soát VBQPPL do HĐND, UBND xã", "Rà soát VBQPPL do ‹HĐND, UBND tỉnh ban hành›",
           "L001"),
    Defect(ND, "100% VBQPPL do HĐND, UBND xã", "100% VBQPPL do ‹HĐND, UBND tỉnh ban hành›", "L001"),
    Defect(ND, "trong các lĩnh vực của xã", "trong ‹các lĩnh vực của ngành›", "L001"),
    Defect(ND, "title: Thực hiện TTHC nội bộ", "title: ‹Công bố TTHC nội bộ›", "L001"),
    Defect(ND, "Kiến nghị UBND tỉnh phân cấp", "‹Trình UBND tỉnh Quyết định phân cấp›", "L001"),
    Defect(ND, "gửi Phòng Kinh tế, trình UBND xã",
           "‹gửi Sở Tài chính thẩm định trình UBND tỉnh›", "L001"),
    Defect(ND, "ngân sách xã quản lý", "‹ngân sách\n              cấp tỉnh quản lý›", "L001"),
    Defect(PT, "THỰC HIỆN VĂN BẢN QPPL TẠI XÃ", "THỰC HIỆN ‹VĂN BẢN QPPL TẠI TỈNH›", "L001"),
    Defect(PT, "Năm 2026, thu ngân sách của xã", "Năm 2026, ‹thu ngân sách của tỉnh›", "L001"),
    Defect(PT, "thuộc nhóm khá trong tỉnh",
           "thuộc ‹nhóm địa phương Khá trong cả\n              nước›", "L001"),
    Defect(TM, "cơ sở dữ liệu của tỉnh", "cơ sở dữ liệu của ‹các Bộ\n            chuyên ngành›",
           "L001"),
    # Text, header, end (2.5)
    Defect(DH, "signer:\n    authority: [TM. ỦY BAN NHÂN DÂN]\n", "‹signer›:\n", "V003"),
    Defect(DH, "report:\n              to: UBND xã", "report:\n              to: ‹UBND tỉnh›", "V006"),
    Defect(KS, "report: {to: UBND xã", "report: {to: ‹Ủy ban nhân dân tỉnh›", "V006"),
    Defect(ND, "bổ nhiệm, sử dụng cán bộ", "bổ nhiệm, sử dụng ‹CBCCVC›", "H007"),
    Defect(ND, "năm 2026 do ngân sách bảo đảm", "năm 2026 do ‹NSNN› bảo đảm", "H007"),
    Defect(ND, "trên Cổng Dịch vụ công Quốc gia, và", "trên Cổng ‹DVC› Quốc gia, và", "H007"),
    Defect(ND, "Tiếp nhận, xử lý kiến nghị của", "Tiếp nhận, xử lý ‹PAKN› của", "H007"),
    Defect(ND, "tự chủ tài chính của đơn vị trực", "tự chủ tài chính của ‹ĐVSNCL› trực", "H007"),
    Defect(DH, "hiện Chương trình tổng thể CCHC nhà",
           "hiện Chương trình tổng thể cải cách hành chính (‹CCHC›) nhà", "H008"),
]  # fmt: skip
