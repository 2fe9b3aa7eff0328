"""Plans as Word documents laid out by Nghị định 30/2020/NĐ-CP.

Margins, fonts and fixed sentences stand in the Word files of `templates/`; here they are filled.
"""
