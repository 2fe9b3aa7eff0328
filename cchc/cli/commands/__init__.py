"""One module is one command; the room lists itself."""
