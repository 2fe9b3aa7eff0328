"""What all the types of a plan share: one kind of model, texts of two forms, and numbers.

Models are built without looking for plugins. At the first one it builds, pydantic searches every installed
package for plugins. cchc uses none, and what else is installed must not change how a plan is read; the
search, with all that it imports, would take a tenth of `cchc validate` of one plan.
"""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]


class Model(BaseModel):
    """Shared settings: unknown keys are errors, and nothing changes after reading.

    The validators are built at first use: as a rule one, for the whole `Plan`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


AMOUNT = r"^[0-9]+([.,][0-9]+)?$"
ANY_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A text in the JSON Schema: an editor sees 15 as a number and true as a truth value, both are texts here."""
_WHOLE = re.compile("0|[1-9][0-9]{0,8}")


Amount = Annotated[str, StringConstraints(pattern=AMOUNT)]
"""A number as printed, with a decimal comma or point."""


def _read_whole(value: Any) -> Any:
    if isinstance(value, str) and value and not _WHOLE.fullmatch(value):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


DIGITS = BeforeValidator(_read_whole)
"""For whole numbers: digits only, in a file also between quotes (2026, "2026")."""


_SEARCH = "pydantic.plugin._loader"
"""pydantic's own module that searches. Should it be called otherwise one day, it searches again."""


def build_validator(model: type[BaseModel]) -> None:
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
