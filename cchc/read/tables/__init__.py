"""Tables that people keep: CSV and Excel."""
