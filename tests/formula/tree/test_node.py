"""A node's parts, their paths, and the same tree with other parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_models import declaring, tree_of

from mathora.formula import Node, write_latex
from mathora.formula import tree as t
from mathora.formula.tree import at, leaves, mentions, replace_at, replaced, through, walk

MODEL = declaring({"x": {}, "a": {}, "f(x)": "x^2"})
TREES = [
    tree_of(tex, MODEL)
    for tex in (r"\frac{x + 1}{2a} = f(x)", r"\sum_{k=1}^3 k^2", r"\begin{pmatrix} 1 & x \\ a & 2 \end{pmatrix}", "x")
]
places = st.sampled_from([(tree, path) for tree in TREES for path, _ in walk(tree)])
X, ONE = t.Symbol("x"), t.Number("1")


@given(places)
def test_a_walk_addresses_each_part_by_its_path(place):
    tree, path = place
    assert at(tree, path) is dict(walk(tree))[path]


@given(places)
def test_a_part_is_put_where_its_path_says_and_all_else_stays(place):
    tree, path = place
    changed = replace_at(tree, path, t.Blank())
    assert at(changed, path) == t.Blank()
    assert replace_at(changed, path, at(tree, path)) == tree


@pytest.mark.parametrize("tree", TREES)
def test_a_node_with_its_own_children_is_itself(tree):
    assert tree.with_children(tree.children) == tree


def test_parts_are_walked_before_their_own_parts_from_left_to_right():
    order = [path for path, _ in walk(TREES[0])]
    assert order == sorted(order)
    assert [write_latex(leaf) for _, leaf in leaves(tree_of("x + 2a", MODEL))] == ["x", "2", "a"]


def test_a_path_that_leads_nowhere_is_an_error():
    with pytest.raises(IndexError):
        at(X, (0,))


def test_every_part_that_is_alike_is_replaced():
    assert write_latex(replaced(tree_of("x + x^2", MODEL), X, t.Symbol("a"))) == "a + a^2"
    assert mentions(tree_of("a + x", MODEL), X)
    assert not mentions(tree_of("2a", MODEL), X)


def test_where_a_tree_stands_is_no_part_of_what_it_is():
    first, last = tree_of("x + a", MODEL).children
    assert first == X
    assert through(first, last) == t.Span(0, 5)


def test_only_fields_that_speak_of_nodes_are_children():
    assert t.Power(X, ONE).children == (X, ONE)
    assert all(isinstance(one, Node) for tree in TREES for one in tree.children)
    assert t.Number("12").children == ()
