"""The body of a paper: its outline, duties, reports, and tasks written as blocks."""
