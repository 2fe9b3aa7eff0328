"""The formats of `cchc score`: a module is a format, and its name the format's.

A module has `write(answer, layout)`.
"""
