"""Whatever is fed to a reader, a value comes out, or faults in words at places that are there: no other exception."""

import os
from random import Random

import pytest

from tests.fuzz.readers import READERS

COUNT = int(os.environ.get("MATHORA_FUZZ", "10000"))
SLOW = 50
"""So many times fewer inputs are fed to a slow reader."""


def feed(name, count, seed):
    """Feeds a reader; an input that it does not bear is shown."""
    reader, chance = READERS[name], Random(f"{name} {seed}")  # noqa: S311 - repeatable, not secret
    for number in range(count // SLOW if reader.slow else count):
        given = reader.make(chance)
        try:
            reader.read(given)
        except Exception as error:
            error.add_note(f"input {number} of seed {seed} to '{name}': {given!r}")
            raise


@pytest.mark.parametrize("name", READERS)
def test_damaged_input_gives_a_value_or_faults(name):
    feed(name, 200, seed=0)


def test_what_was_found_once():
    READERS["data"].read('si\r net"\n1,5;2\n-3;27"\ne3\n\n0.25;"7"\n')  # a lone carriage return ends a line
    READERS["scene"].read("class A(LessonScene):\n    levels: tuple[Number,\r = ()\n")


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(1, 5))
@pytest.mark.parametrize("name", READERS)
def test_much_damaged_input_gives_a_value_or_faults(name, seed):
    feed(name, COUNT, seed)
