"""What a release is made of: the wheel, and one zip for Windows."""
