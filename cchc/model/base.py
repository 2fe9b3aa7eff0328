"""What all the types of a plan share: one kind of model, and texts of two forms."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]


class Model(BaseModel):
    """Shared settings: unknown keys are errors, and nothing changes after reading.

    The validators are built at first use: as a rule one, for the whole `Plan`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
