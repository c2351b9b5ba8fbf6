"""A law of a sequence says members at whole places alone, from the first one on."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula.tree.node import walk
from mathora.formula.tree.statements import Big, Integral, Limit, Quantified
from mathora.formula.tree.terms import Symbol
from mathora.formula.unfolding.places_said import bound_in, least_of, least_place
from mathora.lesson import Text

MODEL = declaring({
    "x": {}, "j": {"kind": "integer"}, "k": {"kind": "natural"}, "c": {"kind": "natural", "body": Text.written("2")},
    "m": {"kind": "natural", "domain": (Text.written(r"m \ge 2"),)},
})  # fmt: skip


@pytest.mark.parametrize(
    ("index", "least"),
    [
        ("k", 0), ("m", 2), ("m - 2", 0), ("m - 3", -1), ("k + m + 1", 3), ("2m", 4), ("(m + 1)", 3), ("7", 7),
        ("x", None), ("2.5", None), ("k + x", None), ("m - k", None), ("-m", None), ("k / 2", None), ("j", None),
        ("(k - 1) m", None), ("m^2", None), (r"m \pm 1", None),
    ],
)  # fmt: skip
def test_an_index_is_whole_and_has_a_least_value(index, least):
    assert least_place(tree_of(index, MODEL), MODEL, {}, Symbol("n")) == least


@pytest.mark.parametrize(
    ("tex", "least"),
    [
        (r"\sum_{k=3}^9 k", 3),
        (r"\sum_{k=m}^9 k", 2),
        (r"\sum_{k=-2}^9 k", -2),
        (r"\sum_{k \in \mathbb{N}} k", 0),
        (r"\forall k \in \mathbb{N}: k = k", 0),
        (r"\lim_{k \to \infty} k", 0),
        (r"\sum_{k=x}^9 k", None),
        (r"\lim_{k \to 0} k", None),
        (r"\int_0^1 k \, dk", None),
        (r"\forall k \in \mathbb{R}: k = k", None),
        (r"\forall k, x: k = k", None),
    ],
)
def test_a_bound_letter_begins_where_it_is_bound(tex, least):
    whole = tree_of(tex, MODEL)
    (binding,) = (part for _, part in walk(whole) if isinstance(part, Big | Limit | Integral | Quantified))
    assert least_place(Symbol("k"), MODEL, bound_in(binding, MODEL, {})) == least


def test_what_is_not_declared_counts_if_it_is_the_laws_own_letter():
    assert least_place(Symbol("n"), MODEL, {}, Symbol("n")) == 0
    assert least_place(Symbol("y"), MODEL, {}, Symbol("n")) is None


def test_a_letter_begins_where_its_domain_says():
    assert [least_of(Symbol(name), MODEL) for name in "km"] == [0, 2]
