"""Leaves stand evenly and no branches cross; a leaf's chance is the product on its way, and all of them are 1."""

from itertools import pairwise

import numpy as np
import pytest
from manim import Line, Square

from mathora.stage.figures.chance.branches import HALF_LEAF, Ways, astray, between, carded, chances_of, grown
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES

REGION = Region(-4.0, -3.0, 4.0, 3.0)


def branches(nodes):
    return [
        {at: Line(nodes[depth][node.parent].place, node.place) for at, node in enumerate(level)}
        for depth, level in enumerate(nodes[1:])
    ]


def even(*widths):
    """The ways of a tree all of whose branches are equally likely."""
    return Ways([[1 / wide] * int(np.prod(widths[: at + 1])) for at, wide in enumerate(widths)], ends=False)


@pytest.mark.parametrize("widths", [(2,), (2, 2), (3, 2), (2, 3, 2)])
def test_leaves_stand_evenly_and_a_node_in_the_middle_of_its_own(widths):
    nodes = grown(REGION, even(*widths), 0.2)
    heights = np.array([leaf.place[1] for leaf in nodes[-1]])
    assert len(heights) == np.prod(widths)
    assert np.diff(heights) == pytest.approx(np.full(len(heights) - 1, heights[1] - heights[0]))
    for level, following in pairwise(nodes):
        for at, node in enumerate(level):
            own = [one.place[1] for one in following if one.parent == at]
            assert node.place[1] == pytest.approx(np.mean(own))


@pytest.mark.parametrize("widths", [(2, 2), (3, 2), (2, 3, 2)])
def test_the_outermost_leaves_just_fit_into_their_region(widths):
    leaves = grown(between(REGION, int(np.prod(widths))), even(*widths), 0.2)[-1]
    ends = REGION.top - leaves[0].place[1], leaves[-1].place[1] - REGION.bottom
    assert ends == pytest.approx((HALF_LEAF, HALF_LEAF))


def test_no_two_branches_of_a_level_cross():
    for level in branches(grown(REGION, even(3, 2), 0.2)):
        starts, ends = ([one.points[at][1] for one in level.values()] for at in (0, -1))
        assert starts == sorted(starts, reverse=True)
        assert ends == sorted(ends, reverse=True)


def test_some_of_the_width_stays_free_behind_the_leaves():
    nodes = grown(REGION, even(2, 2), 0.25)
    assert nodes[-1][0].place[0] == pytest.approx(REGION.left + 0.75 * REGION.width)
    assert nodes[0][0].way == ()
    assert [leaf.way for leaf in nodes[-1]] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_the_way_to_a_leaf_leads_through_its_parents():
    assert even(2, 3).to(4) == [(1, 1), (2, 4)]


@pytest.mark.parametrize(
    ("level", "seen", "leaves", "way"),
    [
        ([[0.5, 0.5], [1, 0, 0.4, 0.6]], [{0}, {0, 1}, {2, 3}], [0, 2, 3], [(1, 0)]),
        ([[0.5, 0.5], [0.2, 0.8, 0.4, 0.6]], [{0}, {0, 1}, {0, 1, 2, 3}], [0, 1, 2, 3], [(1, 0), (2, 0)]),
        ([[0, 1], [0.5, 0.5, 0.4, 0.6]], [{0}, {1}, {2, 3}], [2, 3], [(1, 0), (2, 0)]),
        (  # certain, and then not: the way goes on
            [[0.5, 0.5], [1, 0, 0.4, 0.6], [0.5, 0.5, 1, 0, 1, 0, 1, 0]],
            [{0}, {0, 1}, {0, 2, 3}, {0, 1}],
            [0, 1, 4, 6],
            [(1, 0), (2, 0), (3, 0)],
        ),
    ],
)
def test_a_way_ends_where_the_rest_of_it_is_certain_and_what_never_happens_is_not_drawn(level, seen, leaves, way):
    ways = Ways(level, ends=True)
    assert (ways.seen, ways.leaves, ways.to(0)) == (seen, leaves, way)


def test_a_leaf_whose_way_ends_early_has_a_row_of_its_own():
    nodes = grown(REGION, Ways([[0.5, 0.5], [1, 0, 0.4, 0.6]], ends=True), 0.2)
    rows = [nodes[1][0].place[1], nodes[2][2].place[1], nodes[2][3].place[1]]
    assert np.diff(rows) == pytest.approx([-2, -2])
    assert nodes[1][1].place[1] == pytest.approx((rows[1] + rows[2]) / 2)


@pytest.mark.parametrize(
    ("level", "leaves"),
    [([[0.3, 0.7]], [0.3, 0.7]), ([[0.01, 0.99], [0.9, 0.1, 0.09, 0.91]], [0.009, 0.001, 0.0891, 0.9009])],
)
def test_a_leaf_is_the_product_of_the_chances_on_its_way(level, leaves):
    assert chances_of(level) == pytest.approx(leaves)
    assert sum(chances_of(level)) == pytest.approx(1)


def test_a_branch_beside_its_way_is_caught():
    nodes = grown(REGION, even(2, 2), 0.2)
    drawn = branches(nodes)
    assert astray(nodes, drawn) == pytest.approx(0, abs=1e-9)
    drawn[1][2].shift([0, 0.1, 0])
    assert astray(nodes, drawn) > 0.05


def test_a_card_is_larger_than_its_text_and_interrupts_the_line_under_it():
    card = carded(Square(0.4), np.array([1.0, 1.0, 0.0]), THEMES["dark"])
    assert card.get_center() == pytest.approx([1, 1, 0])
    assert (card[0].width > 0.4, card[0].height > 0.4) == (True, True)
    assert card[0].get_fill_opacity() == 1
