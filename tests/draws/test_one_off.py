"""A starter with one thing put otherwise is refused, or drawn: some of them here, all in `make odd`."""

import pytest

from mathora.prove.task import decided
from tests.draws.one_off import one_offs
from tests.draws.scripts import outcome, starter
from tests.scenes.theatre import catalogue

EVERY = 199  # one of so many


def all_one_offs():
    return [one for name in sorted(catalogue()) for one in one_offs(name)]


def test_each_is_a_section_of_a_starter_and_yet_none():
    for one in one_offs("Table"):
        assert one.section["id"] in {each["id"] for each in starter("Table")["sections"]}
        assert one.section not in starter("Table")["sections"]


def test_values_of_each_kind_and_the_order_of_steps_are_put_otherwise():
    said = " ".join(one.what for one in all_one_offs())
    for odd in ("r_8", "1000000000", "100000", "1 = 1", "left out", "twice", "swapped", "without"):
        assert odd in said


@pytest.mark.slow
@pytest.mark.parametrize("one", all_one_offs()[::EVERY], ids=lambda one: f"{one.scene}, {one.what[:40]}")
def test_what_is_put_otherwise_is_told_or_drawn(one):
    found = outcome(one.script, decided)
    assert not found.failed
    assert found.faults or found.drawn
