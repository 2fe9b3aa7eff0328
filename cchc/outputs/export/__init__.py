"""The formats of `cchc export`: a module is a format, and its name the format's.

A module for text has `lines(rows)`, and `MARK`, what stands in front of a file. One whose table goes
into a file only has `write(rows, made, out)`, where `made` is the date that the file bears; one that
fills a folder has `write_folder(rows, tables, day, folder)`, whose rows come with the name of their table.
"""
