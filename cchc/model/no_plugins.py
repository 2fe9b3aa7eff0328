"""Models of pydantic that are built without looking for plugins.

At the first model it builds, pydantic searches every installed package for plugins. cchc uses
none, and what else is installed must not change how a plan is read; the search, with all that it
imports, would take a tenth of `cchc validate` of one plan.
"""

from __future__ import annotations

import sys
from types import ModuleType

from pydantic import BaseModel

_SEARCH = "pydantic.plugin._loader"
"""pydantic's own module that searches. Should it be called otherwise one day, it searches again."""


def build(model: type[BaseModel]) -> None:
    """Build the validator of `model` unless that is done."""
    if model.__pydantic_complete__:
        return
    loaded = sys.modules.get(_SEARCH)
    nothing = ModuleType(_SEARCH)
    nothing.get_plugins = tuple  # type: ignore[attr-defined]  # called without arguments: ()
    sys.modules[_SEARCH] = nothing
    try:
        model.model_rebuild()
    finally:
        if loaded:
            sys.modules[_SEARCH] = loaded
        else:
            del sys.modules[_SEARCH]
