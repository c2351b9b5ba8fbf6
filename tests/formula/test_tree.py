"""The tree: inert data with children, paths and walks that hold for every kind of node."""

import dataclasses
import pickle

import pytest
from lesson_model import lesson_model
from outline import outline

from mathora.formula import Node, at, leaves, read, replace_at, statements, walk
from mathora.formula import tree as t
from mathora.lesson import Text
from tests.corpus.adapter import entries, formula_of

X, ONE, TWO = t.Symbol("x"), t.Number("1"), t.Number("2")
TREES = [formula_of(entry).tree for entry in entries() if entry.id not in ("mixed-num", "hostile-name")]


def tree_of(tex):
    return read(Text.written(tex), lesson_model()).tree


def test_children_are_the_parts_in_the_order_of_the_fields():
    assert t.Quotient(ONE, X).children == (ONE, X)
    assert t.Derivative("d", X, (ONE, TWO), (1, 1)).children == (X, ONE, TWO)
    assert t.Matrix(((ONE, TWO), (X, ONE))).children == (ONE, TWO, X, ONE)
    assert t.Root(None, X).children == (X,)
    assert t.Cases((t.Case(ONE, X), t.Case(TWO, None))).children == (t.Case(ONE, X), t.Case(TWO, None))
    assert ONE.children == ()


@pytest.mark.parametrize("tree", TREES, ids=outline)
def test_a_node_is_rebuilt_from_its_children_and_hashed_and_sent(tree):
    for _, node in walk(tree):
        assert node.with_children(node.children) == node
        assert hash(node) == hash(pickle.loads(pickle.dumps(node)))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("tree", TREES, ids=outline)
def test_paths_address_nodes_and_leaves_have_no_children(tree):
    for path, node in walk(tree):
        assert at(tree, path) is node
        assert replace_at(tree, path, node) == tree
    assert [path for path, _ in leaves(tree)] == sorted(path for path, node in walk(tree) if not node.children)


def test_a_part_is_replaced_and_the_rest_stays():
    tree = tree_of("x + 2y")
    assert outline(replace_at(tree, (1, 1), ONE)) == "(x + (2 * 1))"
    with pytest.raises(IndexError):
        at(tree, (5,))


def test_a_span_decides_nothing():
    assert t.Number("1", span=t.Span(3, 4)) == ONE
    assert hash(t.Number("1", span=t.Span(3, 4))) == hash(ONE)


def test_what_is_shown_differently_is_different():
    assert t.Quotient(ONE, TWO, "/") != t.Quotient(ONE, TWO)
    assert t.Number("1000", grouped=True) != t.Number("1000")
    assert t.Group(X) != X


@pytest.mark.parametrize(
    "kind",
    [kind for kind in vars(t).values() if isinstance(kind, type) and issubclass(kind, Node)],
    ids=lambda kind: kind.__name__,
)
def test_every_kind_of_node_is_frozen_and_documented(kind):
    assert kind.__doc__
    assert kind.__dataclass_params__.frozen
    assert hasattr(kind, "__slots__")
    assert [one.compare for one in dataclasses.fields(kind) if one.name == "span"] == [False]


def test_continued_rows_are_one_chain():
    rows = tree_of(r"\begin{aligned} f(x) &= a \\ &= b \\ x &= 2 \\ &\Rightarrow x = 3 \\ &< 4 \end{aligned}")
    assert [outline(one) for one in statements(rows)] == [
        "(Application(f, x) = a = b)",
        "((x = 2) Rightarrow (x = 3 < 4))",
    ]


def test_parts_of_a_listing_are_statements_and_anything_else_is_one():
    assert [outline(one) for one in statements(tree_of("x = 1, y = 2"))] == ["(x = 1)", "(y = 2)"]
    assert [outline(one) for one in statements(tree_of("x = 1"))] == ["(x = 1)"]


def test_a_sum_knows_its_index_and_start():
    big = tree_of(r"\sum_{i=1}^{3} i")
    assert (big.index, big.start) == (t.Symbol("i"), ONE)
    assert tree_of(r"\sum_{i \in S} i").start is None


def test_a_comma_binds_closer_than_the_only_arrow():
    together = t.regrouped(tree_of(r"x = 1, y = 2 \Rightarrow x < y, y = 2"))
    assert together == tree_of(r"x = 1 \text{ and } y = 2 \Rightarrow x < y \text{ and } y = 2")
    two_arrows = tree_of(r"x = 1 \Rightarrow y = 1, x = 2 \Rightarrow y = 2")
    assert t.regrouped(two_arrows) is two_arrows
