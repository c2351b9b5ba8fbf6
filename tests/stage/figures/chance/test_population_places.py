"""Groups have their shares; each arrangement has a place for every dot, in its region, no two in one place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.stage.figures.chance import population_places
from mathora.stage.figures.chance.population import Shares
from mathora.stage.figures.chance.population_places import LARGEST, gathered, mixed, split
from mathora.stage.layout import LAYOUTS, Region

REGION = Region(-4.0, -3.0, 3.0, 3.0)
CROWDS = [
    Shares(1000, 0.01, 0.9, 0.09), Shares(100, 0.5, 1.0, 0.0), Shares(10, 0.0, 0.5, 0.5), Shares(400, 1.0, 0.0, 1.0),
    Shares(2000, 0.3, 0.7, 0.2),
]  # fmt: skip
WAYS = (mixed, split, population_places.tested, gathered, population_places.marked, population_places.packed)


SHARES = st.builds(Shares, st.integers(1, 3000), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))


@given(SHARES)
def test_the_groups_sum_to_the_crowd_and_each_has_its_share(shares):
    assert sum(shares.dots) == shares.count
    assert min(shares.dots) >= 0
    assert all(abs(dots - exact) <= 1 for dots, exact in zip(shares.dots, shares.expected, strict=True))


@pytest.mark.parametrize("arranged", WAYS, ids=lambda one: one.__name__)
@given(
    shares=st.sampled_from(CROWDS) | SHARES, region=st.sampled_from([REGION, *(one.figure for one in LAYOUTS.values())])
)
def test_every_dot_has_a_room_of_its_own_in_the_region(arranged, shares, region):
    made = arranged(region, shares)
    assert made.places.shape == (shares.count, 2)
    half = made.cell / 2
    low, high = (made.places - half).min(axis=0), (made.places + half).max(axis=0)
    assert (low >= np.array([region.left, region.bottom]) - 1e-6).all()
    assert (high <= np.array([region.right, region.top]) + 1e-6).all()
    order = np.lexsort(made.places.round(6).T)
    assert len(np.unique(made.places.round(6), axis=0)) == shares.count
    nearest = np.abs(np.diff(made.places[order], axis=0)).max(axis=1).min(initial=np.inf)
    assert nearest >= made.cell - 1e-6
    assert made.cell <= LARGEST


@pytest.mark.parametrize("arranged", WAYS, ids=lambda one: one.__name__)
def test_its_words_stand_over_its_blocks(arranged):
    made = arranged(REGION, CROWDS[0])
    assert len(made.captions) == {"mixed": 1, "tested": 6, "marked": 1}.get(arranged.__name__, 2)
    assert all(REGION.left <= at[0] <= REGION.right and at[1] <= REGION.top for at in made.captions)


def test_a_group_stands_in_one_column_and_the_larger_one_is_the_larger_block():
    shares = CROWDS[0]
    made = split(REGION, shares)
    ill = sum(shares.dots[:2])
    assert made.places[:ill, 0].max() < made.places[ill:, 0].min()
    blocks = [np.ptp(made.places[one], axis=0).prod() for one in (slice(None, ill), slice(ill, None))]
    assert blocks[0] < blocks[1]


def test_of_whom_the_test_says_so_stand_above():
    shares = CROWDS[0]
    made, (hits, misses, alarms, _) = gathered(REGION, shares), shares.dots
    said = np.r_[:hits, hits + misses : hits + misses + alarms]
    others = np.setdiff1d(np.arange(shares.count), said)
    assert made.places[said, 1].min() > made.places[others, 1].max()


def test_the_same_crowd_is_mixed_in_the_same_way():
    assert (mixed(REGION, CROWDS[0]).places == mixed(REGION, CROWDS[0]).places).all()
