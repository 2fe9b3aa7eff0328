"""The command line: parse, load, ask, write."""
