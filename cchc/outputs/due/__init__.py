"""The formats of `cchc due`: a module is a format, and its name the format's.

A module has `write(answer, layout)`, which gives the text, pieces of text, or the bytes of a file.
It may have `FILE_ONLY = True`: its bytes are not for a screen; and `OPTIONS`, the options of the
command that it heeds and others do not. Nothing else names a format: its name is also the ending of its
files (`ics`: .ics); a format with other endings, or several, is named in `cchc.app.out_file`.
"""
