"""New plans: from nothing, and from last year's."""
