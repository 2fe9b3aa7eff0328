"""Tests that need programs beside Python: LibreOffice and poppler. `python -m tests --outside`."""
