"""What stands before the body: letterhead, title, bases and opening, and whose plan it is."""
