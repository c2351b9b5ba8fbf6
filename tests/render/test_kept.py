"""What is kept is read again as what it was, and what nobody wrote is told from it."""

from dataclasses import dataclass
from typing import NamedTuple

import pytest

from mathora.render.kept import KeptKinds


class Place(NamedTuple):
    x: float
    name: str = ""


@dataclass(frozen=True)
class Path:
    places: tuple[Place, ...]
    labels: dict[str, object]


KEPT = KeptKinds(Place, Path)


@pytest.mark.parametrize(
    "value",
    [
        Path((Place(0.1 + 0.2, "a"), Place(float("inf"))), {"": (1, [2, None]), "ü": {"x": Place(1)}}),
        ((), [], {}, "", True),
        None,
    ],
)
def test_what_is_read_is_what_was_written(value):
    text = KEPT.text(value)
    assert text.isascii()
    assert repr(KEPT.value(text)) == repr(value)


@pytest.mark.parametrize(
    "text",
    ['{"": "Line", "x": 1}', '{"": "Place", "x": 1}', '{"x": 1}', '{"": "Place", "x": 1, "name": "", "y": 2}', "{"],
)
def test_what_another_version_wrote_is_told(text):
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's own among them
        KEPT.value(text)
