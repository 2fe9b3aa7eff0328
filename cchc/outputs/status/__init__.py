"""The formats of `cchc status`: a module is a format, and its name the format's.

A module has `write(answer, layout)`, which gives the text or the bytes of a file. It may have
`FILE_ONLY = True`: its bytes are not for a screen.
"""
