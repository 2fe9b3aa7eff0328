"""Records of progress put into plans: from the command line and from tables."""
