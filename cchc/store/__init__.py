"""Results of earlier runs, kept by the content of the files they were worked out from."""
