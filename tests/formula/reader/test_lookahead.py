"""What the tokens ahead tell before anything is read."""

import pytest
from sample_models import declaring

from mathora.formula.reader.lookahead import (
    bars_to_come,
    differential_stands,
    holds_relation,
    introduced_with_primes,
    is_more_than_a_name,
    sign_at,
    unit_stands,
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


@pytest.mark.parametrize(
    ("tex", "unit"),
    [
        (r"\text{cm}", True),
        (r"\text{if}", False),
        (r"\mathrm{m/s}", True),
        (r"\mathrm{km}^2", True),
        (r"\mathrm{d}", False),  # of a differential
        (r"\mathrm{kg", False),
        (r"\mathrm{e}", False),
        (r"\frac{\text{km}}{\text{h}}", True),
        (r"\frac{\mathrm{m}}{\mathrm{s}}", True),
        (r"\frac{k}{h}", False),
        (r"\Omega", True),
        (r"\mu\text{m}", True),
        (r"\mu x", False),
        (r"\text{L}", False),  # a name of the model
        (r"\mathrm{N}", False),
        ("m", False),
        ("", False),
    ],
)
def test_a_unit_is_upright_and_no_name_of_the_model(tex, unit):
    model = declaring({r"\text{L}": {}, r"\mathrm{N}": {}})
    assert unit_stands(tokens(tex), 0, model) is unit


@pytest.mark.parametrize(
    ("tex", "stands"),
    [
        ("dx", True),
        (r"d\mathbf{r}", True),
        (r"\mathrm{d}x", True),
        (r"d\theta", True),
        ("d", False),
        ("d + 1", False),
        ("d2", False),
        (r"\mathrm{e}x", False),
        (r"\mathrm{d}", False),
        ("x", False),
    ],
)
def test_a_differential_is_a_d_before_a_name(tex, stands):
    assert differential_stands(tokens(tex), 0) is stands
