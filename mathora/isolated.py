"""How we start another Python: nothing of the current folder, and nothing that the environment names, is run by it.

Owns: `module_path`, `python_environment`, `isolated` (a block in which processes are started), `take_environment`.

Laws:
- A course may come from anyone. A file in its folder is never found as a module, whatever its name is: neither the
  current folder nor what `PYTHONPATH` adds is among the places of a Python that we start. Where Mathora itself and the
  packages of this Python's installation lie is.
- No `PYTHON…` variable reaches it: some of them name code to be run.
"""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import mathora


def module_path() -> list[str]:
    """Our own `sys.path` without the places that the environment or the current folder brought."""
    home = str(Path(mathora.__file__).resolve().parent.parent)
    own = {home, *map(os.path.realpath, (*site.getsitepackages(), site.getusersitepackages()))}
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    foreign = {os.path.realpath(place) for place in (*named, "")} - own
    kept = [place for place in sys.path if Path(place).is_absolute() and os.path.realpath(place) not in foreign]
    return kept if home in map(os.path.realpath, kept) else [*kept, home]


def python_environment() -> dict[str, str]:
    """The environment of a Python that we start: safe from the current folder from its first import on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {"PATH": os.defpath} | kept | {"PYTHONSAFEPATH": "1"}  # what draws takes a PATH for granted


@contextmanager
def isolated() -> Iterator[None]:
    """A block in which `multiprocessing` may start processes: they take environment and places from ours."""
    environment, places = dict(os.environ), list(sys.path)
    inside, sys.path[:] = python_environment(), module_path()
    try:
        take_environment(inside)
        yield
    finally:
        take_environment(environment)
        sys.path[:] = places


def take_environment(environment: dict[str, str]) -> None:
    """Make the process's environment this one, variable by variable."""
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    os.environ.update(environment)
