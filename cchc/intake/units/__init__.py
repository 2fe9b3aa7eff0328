"""The units and groups that a paper names, each once."""
