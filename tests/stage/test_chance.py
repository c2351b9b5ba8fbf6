"""Distributions as numbers: sums and integrals, means, deviations, and draws that really come from them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula.curves.integral import integral, usual_span
from mathora.stage import Interval
from mathora.stage.figures.chance.chance import DensityLaw, Masses, uniform_numbers


def normal(mean=0.0, deviation=1.0):
    return lambda x: np.exp(-(((x - mean) / deviation) ** 2) / 2) / deviation / np.sqrt(2 * np.pi)


@pytest.mark.parametrize("scale", [1e-9, 1.0, 1e9])
def test_an_integral_is_exact_at_every_scale_and_to_infinity(scale):
    density = normal(3 * scale, scale)
    assert integral(density, -np.inf, np.inf, scale) == pytest.approx(1, abs=1e-8)
    assert integral(density, 2 * scale, 4 * scale, scale) == pytest.approx(0.6826894921, abs=1e-9)
    assert integral(density, 3 * scale, np.inf, scale) == pytest.approx(0.5, abs=1e-8)


def test_a_jump_is_found():
    assert integral(lambda x: np.where(x < 1 / 3, 3.0, 0.0), 0, 1) == pytest.approx(1, abs=1e-9)


def test_backwards_it_is_negative():
    assert integral(lambda x: 2 * x, 1, 0) == pytest.approx(-1)


def test_a_die_balances_at_three_and_a_half():
    die = Masses(np.arange(1.0, 7), np.full(6, 1 / 6))
    assert die.mean == pytest.approx(3.5)
    assert die.deviation == pytest.approx(np.sqrt(35 / 12))
    assert die.between(4.5, 6.5) == pytest.approx(1 / 3)


def test_what_a_span_cuts_off_leaves_the_rest_in_balance():
    cut = Masses(np.array([1.0, 2, 3]), np.array([0.25, 0.5, 0.2]), (np.array([4.0]), np.array([0.04])))
    places, shares = np.array([1.0, 2, 3, 4]), np.array([0.25, 0.5, 0.2, 0.04])
    assert (places - cut.mean) @ shares == pytest.approx(0)
    assert cut.deviation**2 == pytest.approx((places - cut.mean) ** 2 @ shares / shares.sum())


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=9), st.floats(0, 1))
def test_a_mixture_of_distributions_is_one(weights, share):
    shares = np.array(weights) / sum(weights)
    one, other = Masses(np.arange(len(shares)), shares), Masses(np.arange(len(shares)), shares[::-1])
    mixed = one.mixed(other, share)
    assert mixed.shares.sum() == pytest.approx(1)
    assert mixed.mean == pytest.approx((1 - share) * one.mean + share * other.mean)


def test_the_seed_alone_decides_the_draws():
    assert uniform_numbers(7, 3) == pytest.approx([0.62509547, 0.8972138, 0.77568569])
    assert (uniform_numbers(7, 5)[:3] == uniform_numbers(7, 3)).all()


def test_draws_come_from_the_distribution():
    law = Masses(np.array([0.0, 1, 5]), np.array([0.5, 0.2, 0.3]))
    _, counts = np.unique(law.draws(1, 10000), return_counts=True)
    assert counts / 10000 == pytest.approx(law.shares, abs=0.02)
    drawn = DensityLaw(normal(2, 0.5), (-np.inf, np.inf), Interval(0, 4)).draws(1, 10000)
    assert (drawn.mean(), drawn.std()) == pytest.approx((2, 0.5), abs=0.02)


def test_an_outcome_without_a_share_is_never_drawn():
    assert set(Masses(np.array([0.0, 1, 2]), np.array([0, 1, 0])).draws(3, 500)) == {1}


@pytest.mark.parametrize(
    ("density", "range_", "expected"),
    [
        (normal(), (-np.inf, np.inf), (-3.5, 3.5)),
        (lambda x: np.exp(-x), (0, np.inf), (0, 8)),
        (lambda x: 2 * x, (0, 1), (0, 1)),
        (normal(1e9, 1e7), (-np.inf, np.inf), (965e6, 1035e6)),
        (lambda x: 1 / np.pi / (1 + x * x), (-np.inf, np.inf), (-20, 20)),
    ],
)
def test_what_is_drawn_of_a_density_holds_nearly_all_of_it(density, range_, expected):
    assert usual_span(density, range_) == pytest.approx(expected)
