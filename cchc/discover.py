"""List the modules of a room: the only dynamic import, so that adding a file adds a feature."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType


def names(package: ModuleType) -> list[str]:
    """Return the public module names directly inside `package`, sorted; nothing is imported."""
    return sorted(
        found.name
        for found in iter_modules(package.__path__)
        if not found.ispkg and not found.name.startswith("_")
    )


def modules(package: ModuleType) -> list[ModuleType]:
    """Import and return the public modules directly inside `package`, in order of name."""
    return [import_module(f"{package.__name__}.{name}") for name in names(package)]


def docstring(module: ModuleType) -> str:
    """Return the docstring of `module`, from its source where Python runs without docstrings (-OO)."""
    if module.__doc__ is not None:
        return module.__doc__
    import ast  # seldom needed

    spec = find_spec(module.__name__)
    get_source = getattr(spec.loader, "get_source", None) if spec else None
    source = get_source(module.__name__) if get_source else None
    return ast.get_docstring(ast.parse(source or "")) or ""


def module(package: ModuleType, name: str) -> ModuleType:
    """Import and return the module of this name directly inside `package`."""
    return import_module(f"{package.__name__}.{name}")
