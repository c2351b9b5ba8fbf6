"""Values as a text that is kept on disk, and read again as what they were.

Owns: `KeptKinds`.

Laws:
- What is read is what was written, each value of its own kind, to the last bit.
- Only kinds that are asked for come to be. A text of others, or of another version of one, raises `ValueError`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

_Kinds = dict[str, tuple[Callable[..., Any], tuple[str, ...]]]

BUILT_IN: _Kinds = {
    "map": (lambda keys, items: dict(zip(keys, items, strict=True)), ("keys", "items")),
    "tuple": (lambda items: (*items,), ("items",)),
}


class KeptKinds:
    """Writes and reads values of these kinds (data classes and named tuples), with tuples, lists and mappings."""

    def __init__(self, *kinds: type) -> None:
        self._kinds: _Kinds = {**BUILT_IN, **{kind.__name__: (kind, _names(kind)) for kind in kinds}}

    def text(self, value: object) -> str:
        """A value as ASCII."""
        return json.dumps(self._plain(value))

    def value(self, text: str | bytes) -> Any:  # noqa: ANN401 - what was written
        """The value again."""
        return json.loads(text, object_hook=self._made)

    def _plain(self, value: object) -> object:
        """A value as JSON's kinds, the name of its own under an empty name."""
        if isinstance(value, Mapping):
            return {"": "map", "keys": [*value], "items": [*map(self._plain, value.values())]}
        if type(value) is tuple:
            return {"": "tuple", "items": [*map(self._plain, value)]}
        if (name := type(value).__name__) in self._kinds:
            return {"": name} | {one: self._plain(getattr(value, one)) for one in self._kinds[name][1]}
        return [*map(self._plain, value)] if isinstance(value, list) else value

    def _made(self, kept: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        kind, names = self._kinds.get(name := kept.pop("", ""), (dict, ()))
        if tuple(kept) != names:
            raise ValueError(f"nothing here is a {name} of {', '.join(kept)}")
        return kind(**kept)


def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a data class or a named tuple
    """What values of a kind are made of."""
    return getattr(kind, "_fields", None) or tuple(one.name for one in fields(kind))
