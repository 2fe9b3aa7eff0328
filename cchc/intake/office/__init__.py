"""One module for each way an office keeps its paper; all give the same `OfficePaper`."""
