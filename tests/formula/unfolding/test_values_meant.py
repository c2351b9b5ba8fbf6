"""Of which values a letter is meant."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.values_meant import (
    of_all_there,
    of_whole_numbers,
    on_interval,
    within_kinds,
    without_known_kinds,
)
from mathora.lesson import Text

MODEL = declaring({
    "n": {}, "k": {"kind": "integer"}, "x": {"domain": (Text.written("x > 0"),)}, "y": {}, "f(x)": "x^2",
    "m": {"kind": "natural"}, "p": {"kind": "positive"},
})  # fmt: skip


def said(change, tex):
    found = change(tree_of(tex, MODEL), MODEL)
    return None if found is None else write_latex(found)


@pytest.mark.parametrize(
    ("tex", "full"),
    [
        (r"n \in \mathbb{Z} \Rightarrow n^2 \ge n", r"\forall n \in \mathbb{Z} : n^2 \ge n"),
        (r"n^2 \ge n, \quad n \in \mathbb{Z}", r"\forall n \in \mathbb{Z} : n^2 \ge n"),
        (r"k \in \mathbb{Z} \Rightarrow k = k", r"k \in \mathbb{Z} \Rightarrow k = k"),  # its kind says so
        (r"n \in \mathbb{R} \Rightarrow n = n", r"n \in \mathbb{R} \Rightarrow n = n"),
    ],
)
def test_under_the_condition_that_it_is_whole_each_whole_number_is_meant(tex, full):
    assert said(of_whole_numbers, tex) == full


def test_one_of_several_remainders_is_said_of_each_that_there_is():
    parts = of_whole_numbers(tree_of(r"k^2 \equiv 0 \text{ or } 1 \pmod 3", MODEL), MODEL).operands
    assert [write_latex(one.operands[0]) for one in parts] == [rf"k \equiv {rest} \pmod{{3}}" for rest in range(3)]


@pytest.mark.parametrize(
    ("tex", "full"),
    [
        (r"\exists m : m = 2", r"\exists m \in \mathbb{N} : m = 2"),
        (r"\exists x : x = 2", r"\exists x \in \mathbb{R} : x > 0 \text{ and } x = 2"),
        (r"\exists p : p = 2", r"\exists p > 0 : p = 2"),
        (r"\forall k : k = 2", r"\forall k \in \mathbb{Z} : k = 2"),
        (r"\forall x : x = 2", r"\forall x : x = 2"),
        (r"\exists y : y = 2", r"\exists y : y = 2"),
    ],
)
def test_what_there_is_is_of_the_kind_of_its_name(tex, full):
    assert said(within_kinds, tex) == full


@pytest.mark.parametrize(
    ("tex", "full"),
    [
        (r"k \in \mathbb{Z} \text{ and } k > 2", "k > 2"),
        (r"k \in \mathbb{Z}", r"k \in \mathbb{Z}"),
        (r"n \in \mathbb{Z} \text{ and } n > 2", r"n \in \mathbb{Z} \text{ and } n > 2"),
    ],
)
def test_a_kind_that_is_known_is_said_only_where_nothing_else_is(tex, full):
    assert said(without_known_kinds, tex) == full


@pytest.mark.parametrize(
    ("change", "tex", "full"),
    [
        (on_interval, r"f'(y) < 0 \text{ on } (0, 2)", r"f'(y) < 0 \text{ for } y \in (0, 2)"),
        (on_interval, r"f(y) < k \text{ on } [0, 2]", None),  # of which letter is not said
        (on_interval, "f'(y) < 0", None),
        (of_all_there, r"f(x) > 0 \text{ for all } x \in (-2, 2)", r"\forall x \in (-2, 2) : f(x) > 0"),
        (of_all_there, r"f(y) > 0 \text{ for all } y \in (-2, 2)", None),  # nothing else bounds it
    ],
)
def test_a_set_behind_a_statement_says_for_which_it_is(change, tex, full):
    assert said(change, tex) == full
