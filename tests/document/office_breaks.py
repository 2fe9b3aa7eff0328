"""One deliberate break each, for papers of any manner: what is changed, the code, and the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from tests.document.office_papers import Paper


class Break(NamedTuple):
    """A break, the codes under which it may be told, and words of the place; empty: the file."""

    code: str
    place: str
    make: Callable[[Paper], Paper]
    kinds: tuple[str, ...] = ("plan",)


def _words(old: str, new: str) -> Callable[[Paper], Paper]:
    """Change words wherever they stand in the text."""

    def make(paper: Paper) -> Paper:
        made = replace(
            paper,
            number=paper.number.replace(old, new), date=paper.date.replace(old, new),
            summary=paper.summary.replace(old, new), issuer=paper.issuer.replace(old, new),
            **{name: tuple(one.replace(old, new) for one in getattr(paper, name))
               for name in ("body", "address", "recipients", "signer", "bases", "appendix")},
        )  # fmt: skip
        assert made != paper, old
        return made

    return make


def _xml(pattern: str, new: str) -> Callable[[Paper], Paper]:
    return lambda paper: replace(paper, edits=((pattern, new),))


LETTERS = ("letter",)
DECIDED = ("decision",)
TITLED = ("plan", "report", "submission", "notice")
RUN = r'(<w:rPr>(?:(?!</w:rPr>).)*?)(</w:rPr><w:t xml:space="preserve">(?:\t)?)'
BREAKS: Mapping[str, Break] = {
    "two spaces": Break("W709", "Các phòng", _words("chuyên môn, đơn vị", "chuyên môn,  đơn vị"), TITLED),
    "line ended by hand": Break("W710", "Các phòng", _xml("chức năng, nhiệm vụ được giao ", "chức năng, nhiệm vụ được giao</w:t><w:br/><w:t>")),
    "page ended by hand": Break("W711", "", _xml("(<w:p>(?:(?!<w:p>).)*?2. Yêu cầu</w:t>)", r'<w:p><w:r><w:br w:type="page"/></w:r></w:p>\1')),
    "place of another name": Break("W316", "An Lâp, ngày", _words("An Lập, ngày", "An Lâp, ngày"), (*TITLED, *LETTERS)),
    "issuer of another name": Break("W316", "XÃ AN LẠP", _words("XÃ AN LẬP", "XÃ AN LẠP"), DECIDED),
    "signature of another name": Break(
        "W316", "XÃ AN LẠP",
        _words("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN XÃ AN LẠP"), ("plan", "report"),
    ),
    "squeezed letters": Break("W211", "Các phòng", _xml(f"{RUN}(Các phòng chuyên môn, đơn vị)", r'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:spacing w:val="-16"/><w:sz w:val="28"/></w:rPr><w:t>\3'), ("plan",)),
    "another font": Break("W201", "Các phòng", _xml("(<w:r>)((?:(?!<w:r>).)*?Các phòng chuyên môn, đơn vị)", r'\1<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="28"/></w:rPr><w:t>x</w:t></w:r><w:r>\2'), TITLED),
    "bullets": Break("W414", "Rà soát văn bản", _words("- Rà soát", "• Rà soát")),
    "number of no list": Break("W012", "Yêu cầu", _xml("(<w:pPr>)(<w:spacing(?:(?!<w:p>).)*?2. Yêu cầu</w:t>)", r'\1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>\2')),
    "symbol of a report": Break("W315", "/BC-", _words("/TTr-UBND", "/BC-UBND"), ("submission",)),
    "symbol of a plan": Break("W315", "/KH-", _words("/TB-", "/KH-"), ("notice",)),
    "no such day": Break("W312", "31 tháng 6", _words("ngày 05 tháng 3", "ngày 31 tháng 6"), (*TITLED, *LETTERS)),
    "day below ten without 0": Break("W312", "ngày 5 ", _words("ngày 05 tháng 3 năm 2026", "ngày 5 tháng 3 năm 2026"), (*LETTERS, "telegram")),
    "no colon": Break("W416", "Kính gửi", _words("Kính gửi:", "Kính gửi"), ("submission", "report")),
    "article with a colon": Break("W409", "Điều 2:", _words("Điều 2.", "Điều 2:"), DECIDED),
    "article left out": Break("W411", "Điều 4", _words("Điều 3.", "Điều 4."), DECIDED),
    "spaces in the symbol": Break("W310", "45 / UBND", _words("45/UBND-VHXH", "45 / UBND - VHXH"), LETTERS),
    "symbol cited with spaces": Break("W712", "Theo đề nghị", _words("12/TTr-VHXH", "12 /TTr-VHXH"), ("plan", "decision", "submission")),
    "text of 12 points": Break("W203", "Các phòng", _xml('<w:sz w:val="28"/>(</w:rPr><w:t xml:space="preserve">Các phòng chuyên môn, đơn vị)', r'<w:sz w:val="24"/>\1')),
    "national name of 11": Break("W203", "CỘNG HÒA", _xml('<w:sz w:val="24"/>(</w:rPr><w:t xml:space="preserve">CỘNG HÒA)', r'<w:sz w:val="22"/>\1'), ("report", "notice")),
    "tracked change": Break("W707", "Các phòng", _xml("(<w:r>(?:(?!<w:r>).)*?Các phòng chuyên môn(?:(?!</w:r>).)*</w:r>)", r'<w:ins w:id="1" w:author="a">\1</w:ins>'), TITLED),
    "comment": Break("W707", "Các phòng", _xml("(Các phòng chuyên môn(?:(?!</w:r>).)*</w:r>)", r'\1<w:r><w:commentReference w:id="1"/></w:r>')),
    "hidden text": Break("W210", "Các phòng", _xml("(Các phòng chuyên môn(?:(?!</w:r>).)*</w:r>)", r'\1<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:vanish/></w:rPr><w:t>Bỏ</w:t></w:r>'), TITLED),
    "hidden text at the end": Break("W210", "", _xml(r"(\./\.(?:(?!</w:r>).)*</w:r>)", r'\1<w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r>'), TITLED),
    "subject in bold": Break("W204", "V/v", _xml('(<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">V/v)', r"<w:b/>\1"), LETTERS),
    "title over a letter": Break("W415", "CÔNG VĂN", lambda p: replace(p, title="CÔNG VĂN", summary="Về việc đăng ký sáng kiến"), LETTERS),
    "no closing mark": Break("W412", "", _words("./.", "."), (*TITLED, *DECIDED, "telegram", "minutes")),
    "base with a full stop": Break("W405", "Căn cứ Luật", _words("16 tháng 6 năm 2025;", "16 tháng 6 năm 2025."), ("plan", "decision", "submission")),
    "archive lost": Break("W503", "", lambda p: replace(p, recipients=p.recipients[:-1])),
    "degree": Break("W506", "ThS.", _words("Nguyễn Văn An", "ThS. Nguyễn Văn An"), ("telegram", "decision")),
    "post in small letters": Break("W206", "Chủ tịch", lambda p: replace(p, signer=("TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "", "Nguyễn Văn An"))),
    "motto with en dashes": Break("W303", "Độc lập", _xml("Độc lập - Tự do", "Độc lập – Tự do"), (*TITLED, *LETTERS, "minutes")),
    "one signer of minutes": Break("W504", "", lambda p: replace(p, second=("",)), ("minutes",)),
    "wide margin": Break("W102", "", _xml('w:left="1701" w:header', 'w:left="1100" w:header'), (*TITLED, *LETTERS)),
    "underlined motto": Break("W207", "Độc lập", _xml('(</w:rPr><w:t xml:space="preserve">Độc lập)', r'<w:u w:val="single"/>\1'), LETTERS),
}  # fmt: skip
