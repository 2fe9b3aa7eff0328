"""Administrative Vietnamese: deadlines, citations, numbers, names and text hygiene."""
