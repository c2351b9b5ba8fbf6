"""What a function of one variable does on a span: zeros, turning points, gaps."""

import math

import pytest
from sample_models import along

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import crossings, joined, landmarks_of, meetings, sharp_pieces, turns_both_ways

SPAN = Interval(-3.0, 3.0)


@pytest.mark.parametrize(
    ("body", "zeros", "extrema", "gaps"),
    [
        ("x^2 - 1", [-1, 1], [(0, "minimum")], []),
        ("x^3 - 3x", [-math.sqrt(3), 0, math.sqrt(3)], [(-1, "maximum"), (1, "minimum")], []),
        (r"\frac{1}{x}", [], [], [0]),
        ("x^2 + 1", [], [(0, "minimum")], []),
        (r"\sqrt{x}", [], [], [0]),
        ("2x + 1", [-0.5], [], []),
    ],
)
def test_they_are_found(body, zeros, extrema, gaps):
    found = landmarks_of(along(body), SPAN)
    assert found.zeros == pytest.approx(zeros, abs=1e-6)
    assert [kind for _, kind in found.extrema] == [kind for _, kind in extrema]
    assert [at for at, _ in found.extrema] == pytest.approx([at for at, _ in extrema], abs=1e-6)
    assert found.gaps == pytest.approx(gaps, abs=1e-6)
    assert list(found.all) == sorted(found.all)


def test_a_level_line_has_none():
    assert landmarks_of(along("0 x + 2"), SPAN).all == ()


def test_two_functions_cross_where_they_have_one_value():
    assert crossings(along("x^2"), along("x + 2"), SPAN) == pytest.approx([-1, 2], abs=1e-6)
    assert crossings(along("x^2"), along("-1 - x^2"), SPAN) == ()


@pytest.mark.parametrize(
    ("one", "other", "whole", "expected"),
    [
        ("x^2", "10 x + 24", False, [-2]),
        ("x^2", "10 x + 24", True, [-2, 12]),
        (r"\sin x", "0.5 + 0 x", True, crossings(along(r"\sin x"), along("0.5 + 0 x"), SPAN)),
        ("x^2", "-1 - x^2", True, []),
    ],
)
def test_of_few_places_where_whole_curves_meet_those_far_out_count(one, other, whole, expected):
    found = meetings(along(one), along(other), [Interval(0, 0.1), SPAN], whole=whole)
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("body", "twice"), [("x^3", False), ("x^2", True), (r"\frac{1}{x}", False), ("0 x + 1", True)])
def test_what_has_a_value_twice_has_no_inverse(body, twice):
    assert turns_both_ways(sharp_pieces(along(body), SPAN)) is twice


def test_a_curve_goes_from_one_place_to_another_without_a_gap_or_not():
    pieces = sharp_pieces(along(r"\frac{1}{x}"), SPAN)
    assert joined(pieces, 1.0, 2.0)
    assert not joined(pieces, -1.0, 1.0)


@pytest.mark.parametrize("body", [r"\frac{e^x - 1}{x}", r"\frac{1 - \cos x}{x^2}", r"\frac{\sqrt{x + 1} - 1}{x}"])
def test_beside_nothing_by_nothing_values_are_noise_and_no_landmarks(body):
    found = landmarks_of(along(body), Interval(-10, 10))
    assert 0 in found.gaps
    assert [at for at in (*found.zeros, *(at for at, _ in found.extrema)) if abs(at) < 0.1] == []
