"""Plans as git has them: earlier days, revisions, the two sides of a comparison."""
