"""What peers need to do the same work: items, papers' contents, a template."""
