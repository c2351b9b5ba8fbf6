"""Files that locked Python packages bring: fonts. Found without importing what brings them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


class NotInstalledError(RuntimeError):
    """A package that a product needs is not installed."""


def packaged(package: str, *parts: str) -> Path:
    """The path of a file or folder in an installed package; raises `NotInstalledError`."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        name = package.replace("_", "-")
        raise NotInstalledError(f"the package {name} is missing; install Mathora again, or: pip install {name}")
    return Path(spec.submodule_search_locations[0], *parts)
