"""Plans of a country in existing engines: run by hand, not by the tests."""
