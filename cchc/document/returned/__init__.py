"""A printed paper that comes back: what the office changed in it, told apart from the plan's own changes.

paper_lines, rows, columns, tables   the paper, and a fresh print of the plan, as lines and rows
matching, likeness             which line of the paper is which of the print
three_ways, comparison         what was printed, what the plan says now, what the paper says
text_changes                   the text: its lines (text_lines) and sections (outline)
table_changes                  the tables: cells (points), rows (row_order) and columns (column_changes)
values, decision               printed words back to values of the plan
"""
