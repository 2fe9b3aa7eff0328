"""The files that `cchc init` puts into a new workspace, under names without a leading dot."""
