"""A law moves: by its parameters, and on the way into another function's as the mixture of both."""

import numpy as np
import pytest
from sample_models import declaring

from mathora.formula import model_function
from mathora.stage.figures.chance.chance import Masses
from mathora.stage.figures.chance.moving_law import MovingLaw

MODEL = declaring({"f(k, p)": r"p^k (1 - p)^{1 - k}", "g(k)": r"\frac12"})
OUTCOMES = np.array([0.0, 1.0])


class At(dict):
    def mapping(self):
        return self


def law(p=0.25):
    def made(function):
        return Masses(OUTCOMES, np.asarray(moving.values(function, OUTCOMES)))

    moving = MovingLaw(model_function(MODEL, "f"), At(p=p), made)
    return moving


def test_its_parameters_are_all_variables_but_the_outcome():
    made = law()
    assert made.parameters == ("p",)
    assert made.now().shares == pytest.approx([0.75, 0.25])
    made.moving["p"].set_value(0.5)
    assert made.now().shares == pytest.approx([0.5, 0.5])


def test_what_is_foreseen_moves_nothing():
    made = law()
    assert made.foreseen("p", 0.9, lambda one: one.mean) == pytest.approx(0.9)
    assert made.now().mean == pytest.approx(0.25)


def test_half_way_it_is_the_mixture_and_then_the_other():
    made = law()
    made.go_to(other := model_function(MODEL, "g"))
    made._mix.set_value(0.5)
    assert (made.name, made.now().mean) == ("g", pytest.approx((0.25 + 0.5) / 2))
    made.arrive()
    assert made.function is other
    assert made.now().mean == pytest.approx(0.5)
    assert made.parameters == ()


def test_numbers_of_the_script_have_no_name():
    made = MovingLaw(None, None, lambda _: Masses(OUTCOMES, np.array([0.5, 0.5])))
    assert (made.name, made.parameters, made.now().mean) == ("", (), 0.5)
