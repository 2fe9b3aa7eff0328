"""The jobs of the application: plain arguments in, plain results out; nothing is printed here."""
