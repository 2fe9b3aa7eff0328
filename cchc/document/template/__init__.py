"""The template engine: a Word file with tags, compiled once and filled for many papers."""
