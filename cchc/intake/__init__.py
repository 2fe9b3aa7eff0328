"""From an office's own files to a plan: Word, Excel and plain text are read, recognised, placed."""
