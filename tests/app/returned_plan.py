"""A plan with records, remarks and fixed numbers, that is printed, edited in Word and taken back."""

from __future__ import annotations

PLAN = """\
cchc: 1
kind: cchc
year: 2026
status: issued
commune: {level: xã, name: Xuân Mai, province: tỉnh Thái Nguyên}
document:
  number: 05
  symbol: KH-UBND
  date: 12/01/2026
  title: Cải cách hành chính xã Xuân Mai năm 2026
  signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Trần Văn Bình}
  recipients:
    - Sở Nội vụ
    # hỏi lại văn thư
    - Đảng ủy xã
  archive: "Lưu: VT, VHXH"
bases:
  - Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025
  - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của Ủy ban nhân dân tỉnh
opening: Ủy ban nhân dân xã Xuân Mai ban hành Kế hoạch như sau
units:
  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
  - {id: van-phong, name: Văn phòng HĐND và UBND}
  - {id: kinh-te, name: Phòng Kinh tế}
groups:
  - {id: tat-ca, name: "Các cơ quan, đơn vị", members: all}
body:
  - title: MỤC ĐÍCH, YÊU CẦU
    items:
      - title: Mục đích
        items:
          # nguồn: nghị quyết của Đảng ủy
          - Triển khai kịp thời các nhiệm vụ cải cách hành chính của tỉnh trên địa bàn xã.
          - Nâng Chỉ số cải cách hành chính của xã lên ít nhất 05 bậc so với năm 2025.
      - title: Yêu cầu
        items:
          - Xác định rõ người, rõ việc, rõ thời gian, rõ trách nhiệm và rõ sản phẩm.
  - title: TỔ CHỨC THỰC HIỆN
    items:
      - units: [kinh-te]
        items:
          - id: can-doi
            text: Cân đối kinh phí trình Ủy ban nhân dân xã trước ngày 20/01/2026.
            deadline: trước ngày 20/01/2026
            progress: {state: done, date: 2026-01-19}
closing: Trên đây là Kế hoạch cải cách hành chính của xã, yêu cầu các đơn vị thực hiện
appendices:
  - title: DANH MỤC NHIỆM VỤ
    columns:
      - {key: number, heading: STT}
      - {key: title, heading: Nhiệm vụ}
      - {key: product, heading: Sản phẩm}
      - {key: lead, heading: Chủ trì}
      - {key: support, heading: Phối hợp}
      - {key: deadline, heading: Thời hạn}
    areas:
      - title: CHỈ ĐẠO, ĐIỀU HÀNH
        subject: steering
        tasks:
          - id: ke-hoach
            title: Ban hành kế hoạch cải cách hành chính năm 2026  # bản gửi tỉnh
            product: Kế hoạch
            deadline: Trước 15/01/2026
            lead: [vh-xh]
            progress: {state: done, date: 2026-01-12, evidence: 05/KH-UBND}
          - id: kiem-tra
            # chờ quyết định thành lập đoàn
            title: Kiểm tra công tác cải cách hành chính tại các đơn vị
            product: Kết luận kiểm tra
            deadline: Quý III/2026
            lead: [vh-xh]
            support: [van-phong, kinh-te]
          - id: bao-cao
            title: Báo cáo định kỳ kết quả thực hiện gửi Sở Nội vụ
            product: Báo cáo
            deadline: Hằng quý
            lead: [vh-xh]
            progress:
              - {occurrence: 2026-Q1, state: done, date: 2026-03-15}
              - {occurrence: 2026-Q2, state: running}
      - title: CẢI CÁCH THỦ TỤC HÀNH CHÍNH
        subject: procedures
        tasks:
          - id: niem-yet
            number: 4
            title: Niêm yết công khai thủ tục hành chính tại trụ sở
            deadline: Thường xuyên
            lead: [van-phong]
            support: [tat-ca]
          - id: ra-soat
            number: 5
            title: Rà soát, đơn giản hóa thủ tục hành chính
            product: Báo cáo kết quả rà soát
            deadline: Trước 15/9/2026
            lead: [van-phong]
            progress: {state: running, note: đang gửi các đơn vị}
"""
