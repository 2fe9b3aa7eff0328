"""Remarks put into an office's Word file as comments of Word."""
