"""Which workspace a folder lies in. Tab completion asks it too, so nothing is imported but `os`."""

from __future__ import annotations

import os

SUFFIXES = (".yaml", ".yml")
"""How names of plans end; those of the register and the days off do, too."""
CONFIGURATION = "cchc.toml"
PLANS = "plans"


def root_of(folder: str) -> str:
    """Return the workspace that `folder` lies in: the nearest folder upwards that has a `cchc.toml`
    or a `plans/` folder; `folder` itself when there is none.
    """
    here = folder
    while True:
        if os.path.isfile(os.path.join(here, CONFIGURATION)):
            return here
        if os.path.isdir(os.path.join(here, PLANS)):
            return here
        above = os.path.dirname(here)
        if above == here:
            return folder
        here = above
