"""One module is one command; the room lists itself.

`check_docx` is the command `check-docx`, `import_` is `import`. A module has `GROUP`, a key of
`cchc.cli.parser.GROUPS`; `HELP`, a message whose first paragraph is the line in the list of commands; and
`command`, a function with typer annotations that returns the exit code. It parses, loads, asks and writes;
what it does is a job in `cchc.app`, imported inside `command`: `cchc --version` imports none of it.
"""
