"""The words of a plan: frozen types, findings and edits; no files, no today."""

import os

# No plugin of pydantic has business here; to look for some, pydantic reads the metadata of every
# package that is installed, at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
