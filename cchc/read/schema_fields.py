"""What the schema of a plan allows at a key path."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel

from cchc.model.finding import KeyPath


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the groups of keys that a value of this type may be."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in models_in(inner)]


def annotations_at(place: KeyPath, root: type[BaseModel]) -> list[Any]:
    """Return the annotations of the fields that `place` can lead to."""
    models: list[type[BaseModel]] = [root]
    found: list[Any] = []
    for part in place:
        if isinstance(part, int):
            continue
        found = [m.model_fields[part].annotation for m in models if part in m.model_fields]
        models = [model for annotation in found for model in models_in(annotation)]
    return found


def fields_at(place: KeyPath, root: type[BaseModel]) -> list[str]:
    models = (
        [model for annotation in annotations_at(place, root) for model in models_in(annotation)]
        if any(isinstance(part, str) for part in place)
        else [root]
    )
    fields = [(name, field) for model in models for name, field in model.model_fields.items()]
    return list(dict.fromkeys(field.alias or name for name, field in fields))


def choices_at(place: KeyPath, root: type[BaseModel]) -> list[str]:
    def texts(annotation: Any) -> list[str]:
        return [
            text
            for inner in get_args(annotation)
            for text in ([inner] if isinstance(inner, str) else texts(inner))
        ]

    return [text for annotation in annotations_at(place, root) for text in texts(annotation)]


def bounds(place: KeyPath, root: type[BaseModel]) -> dict[str, object]:
    field = next(
        field for name, field in root.model_fields.items() if place[-1] in (name, field.alias)
    )
    limits = {type(rule).__name__: rule for rule in field.metadata}
    return {"low": limits["Ge"].ge, "high": limits["Le"].le}
