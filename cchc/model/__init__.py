"""The words of a plan: frozen types, findings and edits; no files, no today."""
