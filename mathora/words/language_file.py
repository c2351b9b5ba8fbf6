"""A language's file (TOML) to its `Catalogue`.

Laws:
- A file holds each phrase that the catalogue's types ask for, in its shape, and nothing else; or it is refused with all
  places that are wrong, so that a translator mends them at once.
- A unit is written once: with each prefix it is made here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from mathora.words.catalogue import Catalogue


def catalogue_in(text: str) -> Catalogue:
    """The catalogue that a file's text holds. Raises `ValueError` with each place that is wrong."""
    table = tomllib.loads(text)
    units = dict(_unit_names(table.pop("unit_prefixes", {}), table.pop("units", {})))
    wrong: list[str] = []
    catalogue: Catalogue = _made(Catalogue, table | {"spoken": units | table.get("spoken", {})}, "", wrong)
    if wrong:
        raise ValueError("; ".join(wrong))
    return catalogue


def _unit_names(prefixes: Mapping[str, str], units: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each unit and its multiples by their English names, one and many: `milligrams`, `Milligramm`."""
    for english, forms in units.items():
        for name, word in ((english, forms["one"]), (f"{english}s", forms["other"])):
            yield name, word
            yield from ((prefix + name, begun + word.lower()) for prefix, begun in prefixes.items())


def _made(kind: Any, value: Any, place: str, wrong: list[str]) -> Any:  # noqa: ANN401 - any type, and what a file holds
    """A value as its type asks for; `wrong` gets each place that is not so."""
    if is_dataclass(kind) and isinstance(value, dict):
        asked = get_type_hints(kind)
        wrong += [f"{place}{name}: nothing is said there" for name in value if name not in asked]
        if lacking := [f"{place}{name}: missing" for name in asked if name not in value]:
            wrong += lacking
            return None
        return kind(**{name: _made(asked[name], value[name], f"{place}{name}.", wrong) for name in asked})  # type: ignore[operator]
    if get_origin(kind) is Mapping and isinstance(value, dict):
        return {name: _made(get_args(kind)[1], one, f"{place}{name}.", wrong) for name, one in value.items()}
    if is_dataclass(kind) or not isinstance(value, bool if kind is bool else str):
        wrong.append(f"{place.removesuffix('.')}: a {type(value).__name__} stands there")
    return value
