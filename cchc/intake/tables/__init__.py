"""Tables of a paper: what kind each is, which column holds what, and its rows as tasks, targets and points."""
