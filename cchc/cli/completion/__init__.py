"""Shell completion: the shells' scripts, and the answers they ask for at each press of Tab.

A person waits for these answers, so they import nothing but `os` and `sys` and are given before
the command line is even parsed. What there is to complete is written down in `words.vi.tsv` and
`words.en.tsv`, made from the commands themselves (`python -m tests.completion`).
"""
