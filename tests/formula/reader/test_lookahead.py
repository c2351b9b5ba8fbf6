"""What the tokens ahead tell before anything is read."""

import pytest

from mathora.formula.reader.lookahead import (
    bars_to_come,
    holds_relation,
    introduced_with_primes,
    is_more_than_a_name,
    sign_at,
)
from mathora.formula.reader.tokens import tokenize
from mathora.lesson import Text


def tokens(tex):
    return tokenize(Text.written(tex))


@pytest.mark.parametrize(("tex", "bars"), [("|x| + |y|", 4), ("x) + |y|", 0), ("(|x|) |", 1), ("x", 0)])
def test_bars_are_counted_up_to_the_end_of_the_brackets(tex, bars):
    assert bars_to_come(tokens(tex), "|") == bars


@pytest.mark.parametrize(
    ("tex", "holds"), [(r"(n \ne -1)", True), ("(x > 0)", True), ("(x + 1) > 0", False), ("(f(x > 0))", False)]
)
def test_brackets_hold_a_condition_or_not(tex, holds):
    assert holds_relation(tokens(tex)) is holds


@pytest.mark.parametrize(
    ("tex", "more"),
    [
        ("{x}", False),
        ("{x_1}", False),
        ("{x_{12}}", False),
        ("{x y}", True),
        ("{x_1 y}", True),
        (r"{\hat{x}}", False),
        ("{2}", True),
    ],
)
def test_braces_hold_a_name_or_more(tex, more):
    assert is_more_than_a_name(tokens(tex)) is more


@pytest.mark.parametrize(
    ("tex", "names"),
    [
        ("k(x, x') = x x'", {"x'"}),
        (r"\max_{a'} Q(s', a')", {"a'", "s'"}),
        (r"\int_0^x f(x') \, dx'", {"x'"}),
        ("f' = 2x", set()),
        ("f'(x) = 2", set()),
    ],
)
def test_a_prime_is_a_part_of_a_name_where_one_is_introduced_with_it(tex, names):
    assert introduced_with_primes(tokens(tex), ["f"]) == names


@pytest.mark.parametrize(
    ("tex", "sign"),
    [
        (r"\frac{d}{dx}", "d"),
        (r"\frac{\partial f}{x}", r"\partial"),
        (r"\frac{\mathrm{d}}{x}", r"\mathrm{d}"),
        (r"\frac{x}{y}", ""),
    ],
)
def test_a_fraction_may_begin_with_the_sign_of_a_derivative(tex, sign):
    assert sign_at(tokens(tex), 1) == sign
