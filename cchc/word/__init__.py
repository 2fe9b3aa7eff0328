"""The only reader of OOXML (ISO/IEC 29500): files, styles, lists, changes. It knows nothing of plans."""
