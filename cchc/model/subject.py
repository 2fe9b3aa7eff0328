"""The keys of the fields of administrative reform; their names are in `cchc.views.subjects`."""

from __future__ import annotations

from typing import Literal

Subject = Literal[
    "steering",
    "institutions",
    "procedures",
    "organization",
    "civil-service",
    "public-finance",
    "digital-government",
    "communication",
    "satisfaction",
    "other",
]
