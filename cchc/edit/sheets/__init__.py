"""Follow-up sheets that came back, taken into the plans."""
