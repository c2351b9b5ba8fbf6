"""Leaves stand evenly and no branches cross; a leaf's chance is the product on its way, and all of them are 1."""

from itertools import pairwise

import numpy as np
import pytest
from manim import Line, Square

from mathora.stage.figures.chance.branches import HALF_LEAF, astray, between, carded, chances_of, grown, way_to
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES

REGION = Region(-4.0, -3.0, 4.0, 3.0)


def branches(nodes):
    return [
        [Line(nodes[depth][node.parent].place, node.place) for node in level] for depth, level in enumerate(nodes[1:])
    ]


@pytest.mark.parametrize("widths", [(2,), (2, 2), (3, 2), (2, 3, 2)])
def test_leaves_stand_evenly_and_a_node_in_the_middle_of_its_own(widths):
    nodes = grown(REGION, widths, 0.2)
    heights = np.array([leaf.place[1] for leaf in nodes[-1]])
    assert len(heights) == np.prod(widths)
    assert np.diff(heights) == pytest.approx(np.full(len(heights) - 1, heights[1] - heights[0]))
    for level, following in pairwise(nodes):
        for at, node in enumerate(level):
            own = [one.place[1] for one in following if one.parent == at]
            assert node.place[1] == pytest.approx(np.mean(own))


@pytest.mark.parametrize("widths", [(2, 2), (3, 2), (2, 3, 2)])
def test_the_outermost_leaves_just_fit_into_their_region(widths):
    leaves = grown(between(REGION, int(np.prod(widths))), widths, 0.2)[-1]
    ends = REGION.top - leaves[0].place[1], leaves[-1].place[1] - REGION.bottom
    assert ends == pytest.approx((HALF_LEAF, HALF_LEAF))


def test_no_two_branches_of_a_level_cross():
    for level in branches(grown(REGION, (3, 2), 0.2)):
        starts, ends = ([one.points[at][1] for one in level] for at in (0, -1))
        assert starts == sorted(starts, reverse=True)
        assert ends == sorted(ends, reverse=True)


def test_some_of_the_width_stays_free_behind_the_leaves():
    nodes = grown(REGION, (2, 2), 0.25)
    assert nodes[-1][0].place[0] == pytest.approx(REGION.left + 0.75 * REGION.width)
    assert nodes[0][0].way == ()
    assert [leaf.way for leaf in nodes[-1]] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_the_way_to_a_leaf_leads_through_its_parents():
    assert way_to(grown(REGION, (2, 3), 0.2), 4) == [(1, 1), (2, 4)]


@pytest.mark.parametrize(
    ("level", "leaves"),
    [([[0.3, 0.7]], [0.3, 0.7]), ([[0.01, 0.99], [0.9, 0.1, 0.09, 0.91]], [0.009, 0.001, 0.0891, 0.9009])],
)
def test_a_leaf_is_the_product_of_the_chances_on_its_way(level, leaves):
    assert chances_of(level) == pytest.approx(leaves)
    assert sum(chances_of(level)) == pytest.approx(1)


def test_a_branch_beside_its_way_is_caught():
    nodes = grown(REGION, (2, 2), 0.2)
    drawn = branches(nodes)
    assert astray(nodes, drawn) == pytest.approx(0, abs=1e-9)
    drawn[1][2].shift([0, 0.1, 0])
    assert astray(nodes, drawn) > 0.05


def test_a_card_is_larger_than_its_text_and_interrupts_the_line_under_it():
    card = carded(Square(0.4), np.array([1.0, 1.0, 0.0]), THEMES["dark"])
    assert card.get_center() == pytest.approx([1, 1, 0])
    assert (card[0].width > 0.4, card[0].height > 0.4) == (True, True)
    assert card[0].get_fill_opacity() == 1
