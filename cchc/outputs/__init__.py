"""Ways to write rows and findings; one module is one way."""
