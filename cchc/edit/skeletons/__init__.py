"""The plans that `cchc new` starts from, one file for each kind; `$name` is filled in."""
