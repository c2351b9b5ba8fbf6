"""What runs below and above a name, and a name with values put in there."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.indices import indices, is_member, with_indices
from mathora.formula.tree.terms import Number, Symbol

MODEL = declaring({key: {} for key in ("x_i", "x^{(i)}", "W^{[l]}", "x", "A_{ij}", "x_i^{(j)}")})


@pytest.mark.parametrize(
    ("tex", "found", "at_two"),
    [
        ("x", [], "x"),
        ("x_i", ["i"], "x_2"),
        ("x^{(i)}", ["i"], "x^{(2)}"),
        ("W^{[l]}", ["l"], "W^{[2]}"),
        ("A_{ij}", ["ij"], "A_{ij}"),  # two letters are one product, which the caller goes into
        ("x_i^{(j)}", ["i", "j"], "x_2^{(2)}"),
    ],
)
def test_an_index_is_found_and_given_a_value_where_it_stands(tex, found, at_two):
    name = tree_of(tex, MODEL)
    assert [write_latex(one) for one in indices(name)] == found
    there = with_indices(name, lambda one: Number("2") if isinstance(one, Symbol) else None)
    assert write_latex(there) == at_two


def test_an_index_without_a_value_stays():
    name = tree_of("x_i^{(j)}", MODEL)
    assert with_indices(name, lambda _: None) == name
    assert write_latex(with_indices(name, lambda one: Number("0") if one == Symbol("j") else None)) == "x_i^{(0)}"


def test_a_name_with_something_below_it_belongs_to_its_family():
    family = Symbol("x")
    assert is_member(tree_of("x_i", MODEL), family)
    assert not is_member(family, family)
    assert not is_member(tree_of("x^{(i)}", MODEL), family)
    assert not is_member(tree_of("A_{ij}", MODEL), family)
    assert not is_member(Number("2"), family)
