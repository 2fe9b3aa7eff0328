"""The formats of `cchc coverage`: a module is a format, and its name the format's.

A module has `write(answer, by, layout)`: the answer by task or by commune.
"""
