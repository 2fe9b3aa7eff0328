"""The formats of `cchc diff`: a module is a format, and its name the format's.

A module has `write(answer)`, which gives the text.
"""
