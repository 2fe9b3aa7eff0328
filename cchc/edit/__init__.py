"""The writing side: files are replaced whole or not at all."""
