"""Papers of offices in many manners, made for check-docx; none is printed by cchc.

A paper is a kind and a manner: how its letterhead, lines, fonts, page number, numbers and signature
are made in Word. All of them print the same right paper. A break changes one thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from xml.sax.saxutils import escape

from cchc.document.metrics import width_mm
from cchc.word.package import write_package

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LETTERHEADS = ("one row", "two rows", "tabs", "boxes", "old boxes", "frames")
LINES = ("border", "drawing", "vml", "edge")
FONTS = ("runs", "styles", "defaults", "theme")
PAGE_NUMBERS = ("paragraph", "frame", "box", "sdt")
SIGNATURES = ("table", "two rows", "tabs")


@dataclass(frozen=True)
class Manner:
    """How a paper is made in Word."""

    letterhead: str = "one row"
    lines: str = "border"
    fonts: str = "runs"
    page: str = "paragraph"
    automatic: bool = False
    signature: str = "table"


@dataclass(frozen=True)
class Paper:
    """What a paper says; each part is a list of paragraphs (words, look)."""

    kind: str
    title: str
    summary: str = ""
    number: str = "Số: 15/KH-UBND"
    subject: tuple[str, ...] = ()
    date: str = "An Lập, ngày 05 tháng 3 năm 2026"
    address: tuple[str, ...] = ()
    issuer: str = ""
    bases: tuple[str, ...] = ()
    resolved: str = ""
    body: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ("- Sở Nội vụ;", "- Chủ tịch, các PCT UBND xã;",
                                   "- Lưu: VT, VHXH.")  # fmt: skip
    signer: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn An")
    second: tuple[str, ...] = ()
    appendix: tuple[str, ...] = ()
    edits: tuple[tuple[str, str], ...] = field(default=())
    """Changes of the XML made last: a pattern, and what comes in its place."""


LONG = ("Các phòng chuyên môn, đơn vị thuộc Ủy ban nhân dân xã căn cứ chức năng, nhiệm vụ được giao "
        "xây dựng kế hoạch của đơn vị mình và tổ chức thực hiện bảo đảm chất lượng, đúng thời hạn.")  # fmt: skip
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;",
    "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-VHXH ngày 02 tháng 3 năm 2026.",
)
PLAN_BODY = (
    "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", LONG, "2. Yêu cầu", "a) Xác định rõ nhiệm vụ của từng đơn vị, thời hạn và kết quả phải đạt;",
    "b) Bảo đảm kinh phí để thực hiện các nhiệm vụ theo quy định của pháp luật về ngân sách nhà nước.",
    "II. NHIỆM VỤ", "1. Cải cách thể chế", "- Rà soát văn bản quy phạm pháp luật do Hội đồng nhân dân, Ủy ban nhân dân xã ban hành;",
    "- Công khai văn bản trên trang thông tin điện tử của xã, hoàn thành trước ngày 30/6/2026.",
    "2. Cải cách thủ tục hành chính", "2.1. Kiểm soát việc quy định thủ tục hành chính theo Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ.",
    "III. TỔ CHỨC THỰC HIỆN", LONG, "4. Email: ubnd.anlap@thainguyen.gov.vn, điện thoại 0208 3 877 123",
    "Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã An Lập, yêu cầu các đơn vị thực hiện./.",
)  # fmt: skip
PAPERS: Mapping[str, Paper] = {
    "plan": Paper("KH", "KẾ HOẠCH", "Cải cách hành chính nhà nước xã An Lập năm 2026", bases=BASES,
                  body=tuple(b for b in PLAN_BODY if not b.startswith("4. Email"))),
    "decision": Paper("QĐ", "QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo cải cách hành chính xã An Lập",
                      "Số: 120/QĐ-UBND", issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN LẬP", bases=BASES,
                      resolved="QUYẾT ĐỊNH:", signer=("CHỦ TỊCH", "", "Nguyễn Văn An"),
                      body=("Điều 1. Kiện toàn Ban Chỉ đạo cải cách hành chính xã An Lập gồm các ông, bà có tên trong danh sách kèm theo Quyết định này.",
                            "Điều 2. Ban Chỉ đạo có nhiệm vụ:",
                            "1. Giúp Ủy ban nhân dân xã chỉ đạo công tác cải cách hành chính trên địa bàn xã.",
                            "2. Kiểm tra, đôn đốc các đơn vị thực hiện kế hoạch; báo cáo kết quả với Chủ tịch Ủy ban nhân dân xã.",
                            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.")),
    "letter": Paper("", "", number="Số: 45/UBND-VHXH", subject=("V/v đăng ký sáng kiến", "cải cách hành chính", "năm 2026"),
                    address=("Kính gửi:", "- Các phòng chuyên môn thuộc Ủy ban nhân dân xã;", "- Các trường học trên địa bàn xã."),
                    body=(LONG, "1. Nội dung đăng ký gồm tên sáng kiến, tác giả, thời gian áp dụng và hiệu quả dự kiến của sáng kiến.",
                          "2. Gửi bản đăng ký về Phòng Văn hóa - Xã hội trước ngày 20/3/2026 để tổng hợp.",
                          "Đề nghị các đơn vị quan tâm thực hiện./."),
                    recipients=("- Như trên;", "- Lưu: VT, VHXH.")),
    "submission": Paper("TTr", "TỜ TRÌNH", "Về việc phê duyệt kinh phí cải cách hành chính năm 2026", "Số: 08/TTr-UBND",
                        address=("Kính gửi: Hội đồng nhân dân xã An Lập",), bases=BASES,
                        body=(LONG, "Ủy ban nhân dân xã kính trình Hội đồng nhân dân xã xem xét, quyết định./.")),
    "report": Paper("BC", "BÁO CÁO", "Kết quả công tác cải cách hành chính quý I năm 2026", "Số: 60/BC-UBND",
                    address=("Kính gửi: Sở Nội vụ tỉnh Thái Nguyên",),
                    body=("I. KẾT QUẢ THỰC HIỆN", "1. Công tác chỉ đạo, điều hành", LONG, "2. Cải cách thể chế", LONG,
                          "II. PHƯƠNG HƯỚNG, NHIỆM VỤ", "1. Tiếp tục thực hiện các nhiệm vụ theo kế hoạch đã ban hành, bảo đảm đúng tiến độ.",
                          "Ủy ban nhân dân xã An Lập báo cáo Sở Nội vụ theo quy định./.")),
    "notice": Paper("TB", "THÔNG BÁO", "Kết luận của Chủ tịch Ủy ban nhân dân xã An Lập tại phiên họp tháng 3", "Số: 31/TB-UBND",
                    body=(LONG, "1. Giao Phòng Kinh tế rà soát các nhiệm vụ chậm tiến độ, báo cáo trước ngày 15/4/2026.",
                          "2. Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi, đôn đốc việc thực hiện.",
                          "Văn phòng thông báo để các đơn vị biết, thực hiện./."),
                    signer=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "", "Lê Thị Hoa")),
    "telegram": Paper("CĐ", "CÔNG ĐIỆN", "Về việc ứng phó với mưa lũ", "Số: 02/CĐ-UBND",
                      address=("Chủ tịch Ủy ban nhân dân xã An Lập điện:", "- Trưởng các thôn trên địa bàn xã;", "- Thủ trưởng các đơn vị liên quan."),
                      body=(LONG, "Yêu cầu các đồng chí khẩn trương triển khai thực hiện./."), signer=("CHỦ TỊCH", "", "Nguyễn Văn An")),
    "invitation": Paper("GM", "GIẤY MỜI", "Họp đánh giá công tác cải cách hành chính", "Số: 19/GM-UBND",
                        body=("Ủy ban nhân dân xã An Lập trân trọng kính mời: Trưởng các phòng chuyên môn thuộc Ủy ban nhân dân xã",
                              "Tới dự họp đánh giá công tác cải cách hành chính quý I năm 2026.", "Chủ trì: Chủ tịch Ủy ban nhân dân xã",
                              "Thời gian: 08 giờ 00 phút, ngày 10 tháng 4 năm 2026.", "Địa điểm: Hội trường Ủy ban nhân dân xã.",
                              "Đề nghị các đồng chí dự họp đúng thành phần, thời gian./.")),
    "minutes": Paper("BB", "BIÊN BẢN", "Họp Ban Chỉ đạo cải cách hành chính xã An Lập", "Số: 03/BB-UBND", date="",
                     body=("Thời gian bắt đầu: 14 giờ 00 phút, ngày 12 tháng 3 năm 2026.", "Địa điểm: Phòng họp Ủy ban nhân dân xã An Lập.",
                           "Thành phần tham dự: Các thành viên Ban Chỉ đạo theo giấy mời.", "Chủ trì: Ông Nguyễn Văn An, Trưởng ban.",
                           "Nội dung cuộc họp:", LONG, "Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 12 tháng 3 năm 2026./."),
                     signer=("CHỦ TỌA", "", "Nguyễn Văn An"), second=("THƯ KÝ", "", "Lê Thị Hoa"),
                     recipients=("- Thành viên Ban Chỉ đạo;", "- Lưu: VT, VHXH.")),
    "appendix": Paper("PL", "", appendix=("Phụ lục", "DANH MỤC NHIỆM VỤ NĂM 2026",
                      "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã An Lập)"),
                      body=(LONG, LONG)),
}  # fmt: skip

AGENCY, OWN = "ỦY BAN NHÂN DÂN", "XÃ AN LẬP"
NATIONAL, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


class _Maker:
    def __init__(self, paper: Paper, manner: Manner) -> None:
        self.p, self.m = paper, manner
        self.ids = 0

    def data(self) -> bytes:
        body = "".join((self.head(), self.title(), self.text(), self.end()))
        section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
                   '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" '
                   'w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>')  # fmt: skip
        document = f"<w:document {NS}><w:body>{body}{section}</w:body></w:document>"
        for pattern, new in self.p.edits:
            document, count = re.subn(pattern, new, document, count=1, flags=re.DOTALL)
            assert count, pattern
        parts = {
            "[Content_Types].xml": _types(), "_rels/.rels": _rels((("officeDocument", "word/document.xml"),)),
            "word/_rels/document.xml.rels": _rels((("styles", "styles.xml"), ("numbering", "numbering.xml"),
                                                   ("header", "header1.xml"), ("theme", "theme/theme1.xml"))),
            "word/document.xml": document, "word/styles.xml": self.styles(),
            "word/numbering.xml": _numbering(), "word/header1.xml": self.header(),
            "word/theme/theme1.xml": _theme(),
        }  # fmt: skip
        top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return write_package({name: (top + text).encode() for name, text in parts.items()})

    def par(self, words: str, size: float = 14, look: str = "", align: str = "both", *,
            first: int = 0, before: int = 120, left: int = 0, extra: str = "", more: str = "",
            mark: str = "") -> str:  # fmt: skip
        """Return a paragraph; `look` has b and i, `extra` goes into w:pPr, `more` after the text."""
        font = (
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
            if self.m.fonts == "runs"
            else ""
        )
        marks = "".join(f"<w:{one}/>" for one in look)
        style = ""
        if self.m.fonts == "styles" and look == "" and align == "both" and size == 14:
            style = '<w:pStyle w:val="VanBan"/>'
        rpr = f'<w:rPr>{font}{marks}<w:sz w:val="{int(size * 2)}"/></w:rPr>'
        if style:
            rpr = ""
        runs = "<w:r>" + rpr + "<w:tab/></w:r>"
        texts = [f'<w:r>{rpr}<w:t xml:space="preserve">{escape(t)}</w:t></w:r>' if t else ""
                 for t in words.split("\t")]  # fmt: skip
        indent = f'<w:ind w:left="{left}" w:firstLine="{first}"/>'
        pages, frame, lists, borders, tabs = (_picked(extra, name) for name in
                                              ("pageBreakBefore", "framePr", "numPr", "pBdr", "tabs"))  # fmt: skip
        return (f"<w:p><w:pPr>{style}{pages}{frame}{lists or mark}{borders}{tabs}"
                f'<w:spacing w:before="{before}" w:after="0" w:line="264" w:lineRule="auto"/>'
                f'{indent}<w:jc w:val="{align}"/></w:pPr>{runs.join(texts)}{more}</w:p>')  # fmt: skip

    def centred(self, words: str, size: float, look: str = "") -> str:
        return self.par(words, size, look, "center", before=0)

    # ------------------------------------------------------------------ lines
    def rule(self, mm: float, room: float) -> str:
        """Return a paragraph that draws a line of a length in the middle of a room."""
        if self.m.lines == "border":
            side = int((room - mm) / 2 * 1440 / 25.4)
            return ('<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
                    '<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>'
                    f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>')  # fmt: skip
        return self.par("", 4, align="center", before=0, more=self.shape(mm))

    def shape(self, mm: float) -> str:
        """Return a run with a drawn line."""
        self.ids += 1
        if self.m.lines == "vml":
            points = mm * 72 / 25.4
            return (f'<w:r><w:pict><v:line id="l{self.ids}" from="20pt,1pt" to="{20 + points:.1f}pt,1pt" '
                    'strokeweight=".5pt"/></w:pict></w:r>')  # fmt: skip
        wide = int(mm * 36000)
        return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
                'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
                '<wp:positionH relativeFrom="column"><wp:posOffset>100000</wp:posOffset></wp:positionH>'
                '<wp:positionV relativeFrom="paragraph"><wp:posOffset>20000</wp:posOffset></wp:positionV>'
                f'<wp:extent cx="{wide}" cy="0"/><wp:wrapNone/><wp:docPr id="{self.ids}" name="Line {self.ids}"/><wp:cNvGraphicFramePr/>'
                '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
                f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></wps:spPr>'
                '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>')  # fmt: skip

    def box(self, content: str, mm: float) -> str:
        """Return a run with a text box."""
        self.ids += 1
        if self.m.letterhead == "old boxes":
            points = mm * 72 / 25.4
            return (f'<w:r><w:pict><v:shape id="b{self.ids}" style="position:absolute;width:{points:.1f}pt;height:80pt">'
                    f'<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')  # fmt: skip
        wide = int(mm * 36000)
        return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
                'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
                '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
                '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
                f'<wp:extent cx="{wide}" cy="900000"/><wp:wrapNone/><wp:docPr id="{self.ids}" name="Box {self.ids}"/><wp:cNvGraphicFramePr/>'
                '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
                f'<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
                '<mc:Fallback><w:pict><v:shape style="width:10pt;height:10pt"><v:textbox><w:txbxContent>'
                f'{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')  # fmt: skip

    # ------------------------------------------------------------- letterhead
    def head(self) -> str:
        if self.p.appendix:
            return ""
        left_room, right_room = 61.2, 96.2
        c = self.centred
        motto = width_mm(MOTTO, 14)
        agency = width_mm(AGENCY, 13) * 0.45
        left = c(AGENCY, 13, "b") + c(OWN, 13, "b") + self.rule(agency, left_room)
        right = c(NATIONAL, 12, "b") + c(MOTTO, 14, "b") + self.rule(motto, right_room)
        number = c(self.p.number, 13) + "".join(c(s, 12) for s in self.p.subject)
        date = c(self.p.date, 14, "i") if self.p.date else ""
        if self.m.letterhead in ("boxes", "old boxes"):
            return self.par(
                "", more=self.box(left + number, 65) + self.box(right + date, 105), before=0
            )
        if self.m.letterhead == "tabs":
            stops = '<w:tabs><w:tab w:val="center" w:pos="1600"/><w:tab w:val="center" w:pos="6600"/></w:tabs>'
            bold = partial(self.par, look="b", align="left", before=0, extra=stops)
            lines = self.par("", 4, more=self.shape(agency) + self.shape(motto), before=0)
            subject = "".join(
                self.par("\t" + s, 12, "", "left", before=0, extra=stops) for s in self.p.subject
            )
            rows = bold(f"\t{AGENCY}\t{NATIONAL}", 12) + bold(f"\t{OWN}\t{MOTTO}", 13) + lines
            font = self.par(f"\t{self.p.number}", 13, "", "left", before=0, extra=stops)
            dated = (
                self.par(f"\t{self.p.date}", 13, "i", "left", before=0, extra=stops)
                if self.p.date
                else ""
            )
            return rows + font + subject + dated
        if self.m.letterhead == "frames":
            frame = '<w:framePr w:w="3600" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>'
            framed = (left + number).replace("<w:pPr>", f"<w:pPr>{frame}")
            return framed + right + date
        if self.m.letterhead == "two rows":
            return _table(((left, right), (number, date or self.par("", before=0))), (3470, 5670))
        if self.m.letterhead == "nested":
            inner = (_table(((one,),), (wide,)) + self.par("", 1, before=0)
                     for one, wide in ((left + number, 3470), (right + date, 5670)))  # fmt: skip
            return _table((tuple(inner),), (3470, 5670))
        return _table(((left + number, right + date),), (3470, 5670))

    # ------------------------------------------------------------------- text
    def title(self) -> str:
        p = self.p
        out = ""
        if p.appendix:
            label, title, attached = p.appendix
            out += self.par(label, 14, "b", "center") + self.par(title, 14, "b", "center", before=0)
            out += self.par(attached, 13, "i", "center", before=0)
        if p.title:
            out += self.par(p.title, 14, "b", "center", before=240)
            out += self.par(p.summary, 14, "b", "center", before=0)
            out += self.rule(min(width_mm(p.summary, 14), 165) * 0.42, 164.2)
        for n, one in enumerate(p.address):
            single = len(p.address) == 1
            out += self.par(
                one,
                14,
                "",
                "center" if single else "left",
                left=0 if single else 2500 if n else 1700,
            )
        if p.issuer:
            out += self.par(p.issuer, 14, "b", "center", before=200)
        out += "".join(self.par(b, 14, "i", first=567) for b in p.bases)
        if p.resolved:
            out += self.par(p.resolved, 14, "b", "center", before=200)
        return out

    def text(self) -> str:
        out = ""
        for words in self.p.body:
            part = re.match(r"[IVX]+\. [A-ZĐ]", words)
            titled = re.match(r"\d\. \D", words) and not re.search(r"[.;,:]$|\./\.$|@", words)
            look, mark, shown = ("b" if part or titled else ""), "", words
            if self.m.automatic and (part or words.startswith("- ")):
                mark = (
                    f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{1 if part else 2}"/></w:numPr>'
                )
                shown = words.partition(" ")[2]
            out += self.par(shown, 14, look, first=567 if self.m.page != "sdt" else 720, mark=mark)
        return out

    # -------------------------------------------------------------------- end
    def end(self) -> str:
        p = self.p
        if p.appendix:
            return ""
        word = self.par("Nơi nhận:", 12, "bi", "left", before=0)
        given = "".join(self.par(r, 11, "", "left", before=0) for r in p.recipients)
        signed = self.signed(p.signer)
        if p.second:
            rows = ((self.signed(p.second), signed), (word + given, self.par("", before=0)))
            return _table(rows, (4600, 4600))
        if self.m.signature == "two rows":
            first, rest = signed[: signed.index("</w:p>") + 6], signed[signed.index("</w:p>") + 6 :]
            return _table(((word, first), (given, rest)), (4300, 5000))
        if self.m.signature == "tabs":
            stops = '<w:tabs><w:tab w:val="center" w:pos="6800"/></w:tabs>'
            rows = [f"\t{one}" if one else "" for one in p.signer]
            tabbed = partial(self.par, size=13, look="b", align="left", before=0, extra=stops)
            font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
            both = (f'<w:p><w:pPr>{stops}<w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:rPr>{font}<w:b/><w:i/><w:sz w:val="24"/></w:rPr>'
                    f'<w:t>Nơi nhận:</w:t></w:r><w:r><w:rPr>{font}<w:b/><w:sz w:val="26"/></w:rPr><w:tab/><w:t>{p.signer[0]}</w:t></w:r></w:p>')  # fmt: skip
            return both + given + "".join(tabbed(r) for r in rows[1:] if r)
        return _table(((word + given, signed),), (4300, 5000))

    def signed(self, lines: Sequence[str]) -> str:
        return "".join(self.par(one, 14, "b", "center", before=0) for one in lines)

    # ------------------------------------------------------------------ parts
    def header(self) -> str:
        field_ = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
        plain = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field_}</w:p>'
        empty = "<w:p/>"
        body = {
            "paragraph": plain, "sdt": f"<w:sdt><w:sdtContent>{plain}</w:sdtContent></w:sdt>",
            "frame": f'<w:p><w:pPr><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/></w:pPr>{field_}</w:p>{empty}',
            "box": f'<w:p>{self.box(plain, 20)}</w:p>',
        }[self.m.page]  # fmt: skip
        return f"<w:hdr {NS}>{body}</w:hdr>"

    def styles(self) -> str:
        times = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        other = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
        theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
        base = {"runs": other, "styles": other, "defaults": times, "theme": theme}[self.m.fonts]
        normal = times if self.m.fonts == "styles" else ""
        return (f'<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{base}<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
                f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>{normal}</w:rPr></w:style>'
                '<w:style w:type="paragraph" w:styleId="VanBan"><w:name w:val="Van ban"/><w:basedOn w:val="Normal"/>'
                '<w:rPr><w:sz w:val="28"/></w:rPr></w:style></w:styles>')  # fmt: skip


def _picked(extra: str, name: str) -> str:
    found = (
        re.search(rf"<w:{name}\b.*?(?:</w:{name}>|/>)$", extra, re.DOTALL)
        if f"<w:{name}" in extra
        else None
    )
    return found[0] if found else ""


def _table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    made = "".join(
        "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
                           for cell, wide in zip(row, widths, strict=True)) + "</w:tr>"
        for row in rows
    )  # fmt: skip
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>")  # fmt: skip


def _types() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "header1": "header",
    }
    named = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{WORD}.{k}+xml"/>'
        for n, k in kinds.items()
    )
    theme = '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    return (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{named}{theme}</Types>')  # fmt: skip


def _rels(targets: Sequence[tuple[str, str]]) -> str:
    made = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                   for n, (kind, target) in enumerate(targets, start=1))  # fmt: skip
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _numbering() -> str:
    forms = (("upperRoman", "%1."), ("bullet", "-"))
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>' for n, (form, text) in enumerate(forms)
    )  # fmt: skip
    lists = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(len(forms))
    )
    return f"<w:numbering {NS}>{kinds}{lists}</w:numbering>"


def _theme() -> str:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    font = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (f'<a:theme xmlns:a="{a}" name="x"><a:themeElements><a:fontScheme name="x"><a:majorFont>{font}</a:majorFont>'
            f"<a:minorFont>{font}</a:minorFont></a:fontScheme></a:themeElements></a:theme>")  # fmt: skip


def manner(number: int) -> Manner:
    """Return one manner of many; neighbours differ in every way."""
    return Manner(
        LETTERHEADS[number % len(LETTERHEADS)],
        LINES[(number // 2) % 3],
        FONTS[(number * 3 + number // 4) % len(FONTS)],
        PAGE_NUMBERS[(number + number // 3) % len(PAGE_NUMBERS)],
        automatic=number % 2 == 1,
        signature=SIGNATURES[(number // 3 + number) % len(SIGNATURES)],
    )


def made(paper: Paper, how: Manner) -> bytes:
    """Return the .docx."""
    return _Maker(paper, how).data()
