"""Each deliberate break of a sound document is found, under the code that names it."""

from __future__ import annotations

import pytest

from cchc.document.check import catalogue
from tests.document.broken import (
    HEADER,
    STYLES,
    again,
    before,
    codes,
    paragraph,
    run,
    sound,
    styled,
    swap,
    without,
)  # fmt: skip

EMPTY = '<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr></w:p>'
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
NAVY = '<w:color w:val="1F3864"/>'
TASK = "Đăng ký sáng kiến"
SUMMARY = "Cải cách hành chính nhà nước xã Định Hóa năm 2026"

BREAKS = {
    # page
    "letter paper": ("W101", swap(PORTRAIT, '<w:pgSz w:w="12240" w:h="15840"/>')),
    "narrow left margin": ("W102", swap('w:left="1701"', 'w:left="1134"')),
    "wide right margin": ("W102", swap('w:right="850"', 'w:right="1440"')),
    "low top margin": ("W102", swap('w:top="1134"', 'w:top="567"')),
    "number not centred": ("W105", styled("SoTrang", 'w:val="center"', 'w:val="right"')),
    "number too small": ("W106", styled("SoTrang", '<w:sz w:val="28"/>', '<w:sz w:val="20"/>')),
    "number on the first page": ("W107", swap("<w:titlePg/>", "")),
    "number on the first page of the appendix": (
        "W107", again("(<w:titlePg/>.*)<w:titlePg/>", r"\1"),
    ),
    "appendix numbers run on": (
        "W108", again('(<w:pgNumType w:start="1"/>.*)<w:pgNumType w:start="1"/>', r"\1"),
    ),
    "numbers from 5": ("W109", swap('w:start="1"', 'w:start="5"')),
    "Roman page numbers": (
        "W110", swap('<w:pgNumType w:start="1"/>', '<w:pgNumType w:fmt="upperRoman" w:start="1"/>')
    ),
    "page number lost": (
        "W103", again("<w:fldSimple.*?</w:fldSimple>", "", HEADER),
        before("2. Yêu cầu", f'{EMPTY[:-6]}<w:r><w:t>{"Việc cần làm. " * 100}</w:t></w:r></w:p>'),
    ),
    "page number below": (
        "W104", swap('<w:headerReference w:type="default"', '<w:footerReference w:type="default"')
    ),
    "landscape letterhead": (
        "W111", swap(PORTRAIT, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'), "W404",
    ),
    "dashes around the page number": (
        "W110", again("(<w:fldSimple)", r"<w:r><w:t>- </w:t></w:r>\1", HEADER)
    ),
    # letters
    "other typeface": ("W201", swap("Times New Roman", "Arial", STYLES, -1)),
    "typeface of one run": ("W201", run("1. Mục đích", '<w:rFonts w:ascii="Calibri"/>')),
    "old Vietnamese typeface": (
        "W201", run(SUMMARY, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
    ),
    "coloured heading": ("W202", run("1. Mục đích", NAVY)),
    "national name too large": ("W203", styled("QuocHieu", '<w:sz w:val="26"/>', '<w:sz w:val="28"/>'), "W313"),
    "motto too small": ("W203", styled("TieuNgu", '<w:sz w:val="28"/>', '<w:sz w:val="24"/>'), "W305"),
    "number and symbol at 14": ("W203", run("Số: 05/KH-UBND", '<w:sz w:val="28"/>')),
    "text at 12": ("W203", run("2. Yêu cầu không có tiêu đề.", '<w:sz w:val="24"/>')),
    "recipients at 12": ("W203", styled("DanhSachNoiNhan", '<w:sz w:val="22"/>', '<w:sz w:val="24"/>')),
    "appendix label at 13": ("W203", run("Phụ lục", '<w:sz w:val="26"/>')),
    "agency not bold": ("W204", styled("CoQuanBanHanh", "<w:b/>", "")),
    "superior bold": ("W204", run("UBND TỈNH THÁI NGUYÊN", "<w:b/>")),
    "summary not bold": ("W204", styled("TrichYeu", "<w:b/>", '<w:b w:val="0"/>')),
    "part title not bold": ("W204", run("I. MỤC ĐÍCH, YÊU CẦU", '<w:b w:val="0"/>')),
    "number bold": ("W204", run("Số: 05/KH-UBND", "<w:b/>")),
    "text bold": ("W204", run("2. Yêu cầu không có tiêu đề.", "<w:b/>")),
    "name not bold": ("W204", styled("HoTen", "<w:b/>", "")),
    "bold cancelled by two styles": (
        "W204",
        swap("</w:styles>", '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Dam"/>'
             "<w:rPr><w:b/></w:rPr></w:style></w:styles>", STYLES),
        run("KẾ HOẠCH", '<w:rStyle w:val="Dam"/>'),
    ),
    "date upright": ("W205", styled("DiaDanhNgay", "<w:i/>", "")),
    "base upright": ("W205", styled("CanCu", "<w:i/>", "")),
    "attached line upright": ("W205", styled("KemTheo", "<w:i/>", "")),
    "recipients word upright": ("W205", styled("NoiNhan", "<w:i/>", "")),
    "kind in small letters": ("W206", swap("KẾ HOẠCH", "Kế hoạch")),
    "part title in small letters": ("W206", swap("I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu")),
    "post in small letters": ("W206", swap("PHÓ CHỦ TỊCH", "Phó Chủ tịch")),
    "appendix title in small letters": (
        "W206", swap("DANH MỤC NHIỆM VỤ NĂM 2026", "Danh mục nhiệm vụ năm 2026")
    ),
    "appendix label in capitals": ("W206", swap(">Phụ lục<", ">PHỤ LỤC<")),
    "summary in capitals by formatting": ("W206", styled("TrichYeu", "<w:b/>", "<w:b/><w:caps/>")),
    "motto underlined": ("W207", run("Độc lập - Tự do - Hạnh phúc", '<w:u w:val="single"/>')),
    "text aligned left": ("W208", styled("NoiDung", 'w:val="both"', 'w:val="left"')),
    "kind not centred": ("W208", styled("TenLoai", 'w:val="center"', 'w:val="left"')),
    "base not justified": ("W208", styled("CanCu", 'w:val="both"', 'w:val="left"')),
    "highlighted words": ("W209", run("1. Mục đích", '<w:highlight w:val="yellow"/>')),
    "hidden words": ("W210", run("1. Mục đích", "<w:vanish/>")),
    "squeezed letters": ("W211", run("1. Mục đích", '<w:spacing w:val="-20"/>')),
    "narrowed letters": ("W211", run("1. Mục đích", '<w:w w:val="90"/>')),
    # letterhead
    "national name lost": ("W301", swap("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VIỆT NAM")),
    "motto lost": ("W302", without("Độc lập - Tự do - Hạnh phúc"), ),
    "motto with en dashes": ("W303", swap("Độc lập - Tự do", "Độc lập – Tự do")),
    "motto without spaces": ("W303", swap("Độc lập - Tự do", "Độc lập-Tự do")),
    "line below the motto lost": (
        "W304", again(r'<w:p><w:pPr><w:pStyle w:val="DuongKeDai"/>.*?</w:p>', "")
    ),
    "line below the motto too short": (
        "W305", again(r'(DuongKeDai"/><w:ind) w:left="\d+" w:right="\d+"',
                      r'\1 w:left="2400" w:right="2400"')
    ),
    "agency lost": ("W306", without("ỦY BAN NHÂN DÂN"), without("XÃ ĐỊNH HÓA"),
                    without("UBND TỈNH THÁI NGUYÊN")),
    "line below the agency lost": (
        "W307", again(r'<w:p><w:pPr><w:pStyle w:val="DuongKeNgan"/>.*?</w:p>', "")
    ),
    "line below the agency too long": (
        "W308", again(r'(DuongKeNgan"/><w:ind) w:left="\d+" w:right="\d+"',
                      r'\1 w:left="900" w:right="900"')
    ),
    "number lost": ("W309", swap("Số: 05/KH-UBND", "05-KH-UBND"), "W308", "W203", "W204", "W307"),
    "number without its 0": ("W310", swap("Số: 05/KH-UBND", "Số: 5/KH-UBND")),
    "space inside the symbol": ("W310", swap("Số: 05/KH-UBND", "Số: 05 /KH - UBND")),
    "year in the symbol": ("W310", swap("Số: 05/KH-UBND", "Số: 05/2026/KH-UBND")),
    "date lost": ("W311", swap("Định Hóa, ngày 05 tháng 01 năm 2026", "Định Hóa, 2026")),
    "date without its comma": ("W312", swap("Định Hóa, ngày", "Định Hóa ngày")),
    "month 01 without its 0": ("W312", swap("ngày 05 tháng 01 năm", "ngày 05 tháng 1 năm")),
    "month 3 with a 0": ("W312", swap("Định Hóa, ngày 05 tháng 01 năm", "Định Hóa, ngày 05 tháng 03 năm")),
    "narrow column for the national name": (
        "W313", swap('<w:gridCol w:w="5669"/>', '<w:gridCol w:w="4669"/>'),
        swap('<w:tcW w:w="5669"', '<w:tcW w:w="4669"', count=-1), "W305",
    ),
    "text above the letterhead": (
        "W314",
        swap("<w:body>", f"<w:body>{EMPTY[:-6]}<w:r><w:t>Trình lãnh đạo xem xét</w:t></w:r></w:p>"),
    ),
    "letterhead the wrong way round": (
        "W314", again(r"(<w:tr>.*?)(<w:tc>.*?</w:tc>)(<w:tc>.*?</w:tc>)", r"\1\3\2"), "W011", "W313",
        "W305", "W308",
    ),
    "day that does not exist": (
        "W312", swap("Định Hóa, ngày 05 tháng 01 năm", "Định Hóa, ngày 31 tháng 6 năm")
    ),
    "symbol of a report": ("W315", swap("Số: 05/KH-UBND", "Số: 05/BC-UBND")),
    "place of another name": ("W316", swap("Định Hóa, ngày", "Định Hoàng, ngày")),
    "attached to a paper of another name": (
        "W316", swap("của UBND xã Định Hóa)", "của UBND xã Định Hòa)")
    ),
    # title and text
    "kind lost": ("W401", without("KẾ HOẠCH")),
    "summary lost": ("W402", without(SUMMARY)),
    "line below the summary lost": (
        "W403", again(r'(TrichYeu.*?)<w:p><w:pPr><w:pStyle w:val="DuongKeNgan"/>.*?</w:p>', r"\1")
    ),
    "line below the summary too long": (
        "W404", again(r'(TrichYeu.*?DuongKeNgan.*?<w:ind) w:left="\d+" w:right="\d+"',
                      r'\1 w:left="1000" w:right="1000"')
    ),
    "base ends with a full stop": ("W405", swap("của Chính phủ;", "của Chính phủ.")),
    "last base ends with a semicolon": ("W405", swap("tỉnh Thái Nguyên.", "tỉnh Thái Nguyên;")),
    "first line not moved": ("W406", styled("NoiDung", '<w:ind w:firstLine="720"/>', "")),
    "whole paragraph moved": (
        "W406", paragraph("2. Yêu cầu", '<w:ind w:left="720" w:firstLine="720"/>')
    ),
    "no room between paragraphs": ("W407", styled("NoiDung", 'w:before="120"', 'w:before="0"')),
    "lines too far apart": ("W408", styled("NoiDung", 'w:line="276"', 'w:line="480"')),
    "lines too close": ("W408", styled("NoiDung", 'w:line="276" w:lineRule="auto"',
                                       'w:line="220" w:lineRule="exact"')),
    "closing mark lost": ("W412", swap("năm 2026./.", "năm 2026.")),
    "closing mark twice": ("W412", swap("không có tiêu đề.", "không có tiêu đề./.")),
    "appendix not mentioned": ("W413", without("(Có Phụ lục kèm theo)"), "W411"),
    "line ended by hand": (
        "W710", again("(2. Yêu cầu không)( có)", r"\1</w:t><w:br/><w:t>\2")
    ),
    "page ended by hand": (
        "W711", before("2. Yêu cầu", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'), "W407"
    ),
    "several spaces": ("W709", swap("2. Yêu cầu không có", "2. Yêu cầu không  có")),
    "space inside a symbol": (
        "W712", swap("2. Yêu cầu không", "2. Yêu cầu theo Kế hoạch số 12 /KH-UBND không")
    ),
    "day in the text that does not exist": (
        "W713", swap("2. Yêu cầu không", "2. Yêu cầu trước ngày 31/4/2026 không")
    ),
    "bullet for a dash": ("W414", swap("2. Yêu cầu không", "• Yêu cầu không")),
    "title over a letter": (
        "W415", swap("KẾ HOẠCH", "CÔNG VĂN"), swap("05/KH-UBND", "05/UBND-VX"), "W402", "W205",
    ),
    "address without its colon": (
        "W416", before("Căn cứ", f"{EMPTY[:-6]}<w:r><w:t>Kính gửi Sở Nội vụ</w:t></w:r></w:p>"),
    ),
    # marks
    "part with a slash": ("W409", swap("I. MỤC ĐÍCH", "I/ MỤC ĐÍCH")),
    "section with a bracket": ("W409", swap("1. Mục đích", "1) Mục đích")),
    "point with a dot": ("W409", swap("b) Điểm", "b. Điểm")),
    "letter of the Latin alphabet": ("W410", swap("đ) Điểm", "e) Điểm")),
    "letter left out": ("W410", swap("c) Điểm", "g) Điểm"), ),
    "number left out": ("W411", swap("2. Yêu cầu", "3. Yêu cầu")),
    "part number twice": ("W411", swap("II. PHÂN CÔNG", "I. PHÂN CÔNG")),
    # ending
    "recipients lost": ("W501", without("Nơi nhận:")),
    "recipient without its dash": ("W502", swap("- Sở Nội vụ;", "Sở Nội vụ;")),
    "recipient without its semicolon": ("W502", swap("- Sở Nội vụ;", "- Sở Nội vụ.")),
    "archive lost": ("W503", without("- Lưu: VT, VHXH.")),
    "archive without a full stop": ("W503", swap("- Lưu: VT, VHXH.", "- Lưu: VT, VHXH;")),
    "signature lost": (
        "W504", without("TM. ỦY BAN"), without("KT. CHỦ TỊCH"), without("PHÓ CHỦ TỊCH"),
        without("Trần Thị Bình"), "W006",
    ),
    "recipients right of the signature": (
        "W509", again(r"(<w:tr>(?:(?!<w:tr>).)*?)(<w:tc>(?:(?!<w:tc>).)*?Nơi nhận:.*?</w:tc>)"
                      r"(<w:tc>.*?</w:tc>)", r"\1\3\2"), "W011",
    ),
    "authority without its dot": ("W505", swap("KT. CHỦ TỊCH", "KT CHỦ TỊCH")),
    "authority glued": ("W505", swap("TM. ỦY BAN", "TM.ỦY BAN")),
    "authority without a post": ("W505", without("PHÓ CHỦ TỊCH")),
    "signer with a degree": ("W506", swap("Trần Thị Bình", "ThS. Trần Thị Bình")),
    "signer without a name": ("W507", without("Trần Thị Bình")),
    "signature may stand alone": ("W508", styled("LoiKet", "<w:keepNext/>", "")),
    "signature may be cut": (
        "W508", again(r"<w:cantSplit/>((?:(?!cantSplit).)*?Nơi nhận:)", r"\1")
    ),
    # appendix and tables
    "appendix with an Arabic number": ("W601", swap(">Phụ lục<", ">Phụ lục 1<")),
    "appendix title lost": ("W602", without("DANH MỤC NHIỆM VỤ NĂM 2026")),
    "attached line lost": ("W603", without("(Kèm theo Kế hoạch số")),
    "heading row not repeated": ("W604", swap("<w:tblHeader/>", "")),
    "second heading row in the middle": (
        "W604", again(rf"<w:cantSplit/>(</w:trPr>(?:(?!</w:tr>).)*?{TASK})",
                      r"<w:cantSplit/><w:tblHeader/>\1")
    ),
    "row may be cut": ("W605", again(rf"<w:cantSplit/>(</w:trPr>(?:(?!</w:tr>).)*?{TASK})", r"\1")),
    "table text at 9": ("W606", styled("OBang", '<w:sz w:val="24"/>', '<w:sz w:val="18"/>')),
    "table wider than the text": (
        "W607", again(r'(Phụ lục<.*?<w:gridCol w:w=")\d+', r"\g<1>6000"), "W011",
    ),
    # typing
    "empty paragraphs for room": ("W701", before("Trên đây là", EMPTY * 2), "W407"),
    "empty paragraph in a cell": ("W701", before("Trần Thị Bình", EMPTY)),
    "line of underscores": ("W702", swap("Điểm thứ nhất.", "Điểm thứ nhất.________")),
    "typed indent": ("W703", swap(
        "<w:t>2. Yêu cầu", '<w:t xml:space="preserve">      2. Yêu cầu')),
    "heading may stay behind": ("W704", styled("Heading2", "<w:keepNext/>", "")),
    "headings without a level": ("W705", again(
        '<w:name w:val="heading 1"/>(.*?)<w:outlineLvl w:val="0"/>',
        r'<w:name w:val="Phần"/>\1', STYLES)),
    "letters taken apart": ("W706", swap("Yêu cầu không", "Ye\u0302u ca\u0302\u0300u không")),
    "tracked change": ("W707", again(
        r"<w:r>(<w:t>1\. Mục đích</w:t></w:r>)", r'<w:ins w:id="1" w:author="Lan"><w:r>\1</w:ins>')),
    "comment": ("W707", again(
        r"(<w:t>1\. Mục đích</w:t></w:r>)", r'\1<w:r><w:commentReference w:id="1"/></w:r>')),
    "English text": ("W708", swap('w:lang w:val="vi-VN"', 'w:lang w:val="en-US"', STYLES)),
    # the file
    "header part lost": ("W001", lambda parts: parts.pop(HEADER), "W107", "W103"),
    "wrong relation": ("W001", swap('r:id="rId3"', 'r:id="rId9"')),
    "undefined style": ("W002", again('<w:pStyle w:val="OBang"/>', '<w:pStyle w:val="Mat"/>'), "W606"),
    "paragraph inside a paragraph": ("W003", before("1. Mục đích", f"<w:p>{EMPTY}</w:p>"), "W701", "W407"),
    "text outside a run": ("W003", again(r"<w:r>(<w:t>1\. Mục đích</w:t>)</w:r>", r"\1"),
                              "W411", "W701"),
    "cell properties out of order": (
        "W004", again(r'(<w:tcW [^>]*/>)(<w:gridSpan [^>]*/>)', r"\2\1")
    ),
    "bookmark twice": ("W005", before("1. Mục đích", '<w:bookmarkStart w:id="1" w:name="a"/>'),
                       before("2. Yêu cầu", '<w:bookmarkStart w:id="1" w:name="b"/>')),
    "cell without a paragraph": (
        "W006", again(r"(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)<w:p>(?:(?!</w:p>).)*"
                      r"Quý I/2026</w:t></w:r></w:p></w:tc>", r"\1</w:tc>"),
    ),
    "row one cell short": (
        "W007", again(rf"({TASK}</w:t></w:r></w:p></w:tc>)<w:tc>.*?</w:tc>", r"\1"), "W011",
    ),
    "unknown alignment": ("W008", swap('<w:jc w:val="both"/>', '<w:jc w:val="giua"/>', STYLES), "W208"),
    "comma in a style name": ("W009", swap("Số và ký hiệu", "Số, ký hiệu", STYLES)),
    "numbered by no list": ("W012", paragraph(
        "2. Yêu cầu", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')),
    "part without a type": (
        "W010", lambda parts: parts.update({"word/media/anh.xyz": b"x"})
    ),
    "cell and column disagree": (
        "W011", again(r'(Phụ lục<.*?<w:tcW w:w=")\d+', r"\g<1>400")
    ),
}  # fmt: skip


def test_the_sound_document_has_no_findings():
    assert codes(sound()) == set()


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_is_found(name):
    code, *rest = BREAKS[name]
    parts = sound()
    for edit in rest:
        if callable(edit):
            edit(parts)
    also = {one for one in rest if isinstance(one, str)}
    found = codes(parts)
    assert code in found
    assert found <= {code} | also


def test_every_code_has_a_break():
    no_paper = {"W801", "W802"}
    untried = set(catalogue()) - {code for code, *_ in BREAKS.values()} - no_paper
    assert untried == set()
