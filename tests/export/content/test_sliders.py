"""A slider goes in round steps from a round end to a round end, and begins where the lesson does."""

import numpy as np
import pytest
from real_lesson import real_proven
from sample_models import declaring

from mathora.export.content.sliders import between, counted, parameter, step_of, tidy
from mathora.export.content.speller import Speller
from mathora.formula import model_function
from mathora.lesson import Text

SPELLER = Speller(real_proven()[0])


@pytest.mark.parametrize(
    ("low", "high", "start", "found"),
    [
        (0, 3, 1, (0.0, 3.0, 0.05, 1.0)),
        (-0.03, 1, 0.337, (-0.05, 1.0, 0.05, 0.35)),
        (0.1, 0.7, 0.1, (0.1, 0.7, 0.005, 0.1)),
        (-1000, 1000, 3, (-1000.0, 1000.0, 50.0, 0.0)),
    ],
)
def test_it_has_round_steps_and_begins_at_the_stop_next_to_the_start(low, high, start, found):
    slider = between(("x",), low, high, start)
    assert (slider.low, slider.high, slider.step, slider.start) == found


@pytest.mark.parametrize("width", [1e-3, 0.7, 3, 40, 1e5])
def test_a_step_is_half_a_power_of_ten_and_about_a_hundredth(width):
    step = step_of((0, width))
    assert float(f"{2 * step:.6g}") in {10.0**power for power in range(-6, 7)}
    assert 15 <= width / step <= 250


@pytest.mark.parametrize(
    ("domain", "start", "ends"),
    [
        (None, 1.0, (-1.0, 3.0)),  # two to both sides
        (None, 3.0, (-3.0, 9.0)),  # or twice as far as it is from zero
        ("q > 0", 1.0, (0.06, 3.0)),
        ("0 < q < 2", 1.0, (0.05, 1.95)),
    ],
)
def test_a_parameter_keeps_to_its_range_and_begins_where_the_lesson_does(domain, start, ends):
    row = {"body": Text.written("q x")} | ({"domain": (Text.written(domain),)} if domain else {})
    function = model_function(declaring({"x": {}, "h(x, q)": row}), "h")
    slider = parameter(function, "w_1", start, SPELLER) if domain is None else None
    slider = slider or parameter(function, "q", start, _Naming())
    assert (slider.low, slider.high) == pytest.approx(ends, abs=slider.step)
    assert slider.start == start
    assert slider.low > 0 or domain is None


class _Naming:
    """Spells a letter as itself."""

    declared = staticmethod(lambda key: key)


def test_whole_numbers_are_counted():
    slider = counted("leaf", 4, start=2)
    assert (slider.name, slider.low, slider.high, slider.step, slider.start) == (("leaf",), 1, 4, 1, 2)


@pytest.mark.parametrize(("noisy", "plain"), [(0.1 + 0.2, 0.3), (-0.0, 0.0), (1e-12 + 5, 5.0)])
def test_a_number_is_without_the_noise_of_binary_fractions(noisy, plain):
    assert repr(tidy(noisy)) == repr(plain)
    assert not np.signbit(tidy(-0.0))
