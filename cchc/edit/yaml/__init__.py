"""Changes to the text of a plan file: every other character stays."""
