"""One digest for values: what is equal has the same one, on every machine.

Owns: `canonical` and `digest_of`.

Law: a digest depends on what decides equality alone: a text's characters without their places, a tree without its
spans. Neither the machine, the folder, the locale nor the hash seed is in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache

from mathora.lesson import Text


def canonical(value: object) -> object:  # noqa: PLR0911 - a row a kind
    """A value as JSON knows it. Raises `TypeError` for a value of a kind that has no such form."""
    match value:
        case Text():
            return value.value
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case str() | int() | float() | None:
            return value
        case Fraction():
            return [value.numerator, value.denominator]
        case list() | tuple():
            return [canonical(one) for one in value]
        case Mapping():
            return {str(key): canonical(one) for key, one in value.items()}
    names = _fields_of(type(value))  # type: ignore[arg-type] # mypy finds no class hashable
    return {"is": type(value).__name__, **{name: canonical(getattr(value, name)) for name in names}}


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """The fields that decide whether two values of this kind are equal."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind) if field.compare)
    raise TypeError(f"a {kind.__name__} has no canonical form")


def digest_of(value: object) -> str:
    """SHA-256 of a value's canonical JSON, in hexadecimal."""
    text = json.dumps(canonical(value), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
