"""The order of properties and the values that the schema allows (ISO/IEC 29500-1, annex A)."""

from __future__ import annotations

from collections.abc import Mapping

ORDER: Mapping[str, tuple[str, ...]] = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
        "outlineLvl", "divId", "cnfStyle", "rPr", "pPrChange",
    ),
    "tcPr": (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
        "textDirection", "tcFitText", "vAlign", "hideMark",
    ),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
        "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
        "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
    ),
    "sectPr": (
        "headerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
        "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
        "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
    ),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tr": ("tblPrEx", "trPr", "tc"),
    "tc": ("tcPr", "p"),
    "p": ("pPr", "r"),
    "r": ("rPr", "t"),
}  # fmt: skip
"""Children by their parent; children not named here may stand anywhere between.

A w:sectPr in w:pPr is not named: LibreOffice writes it before w:rPr and Word does not mind.
"""

_HORIZONTAL = {
    "left", "right", "center", "both", "start", "end", "distribute", "mediumKashida", "numTab",
    "highKashida", "lowKashida", "thaiDistribute",
}  # fmt: skip
VALUES: Mapping[str, frozenset[str]] = {
    "jc": frozenset(_HORIZONTAL),
    "vMerge": frozenset({"restart", "continue"}),
    "vAlign": frozenset({"top", "center", "bottom", "both"}),
    "vertAlign": frozenset({"baseline", "superscript", "subscript"}),
    "tblLayout": frozenset({"fixed", "autofit"}),
}
"""Values of w:val by element."""
