"""A scene's method is marked with what it shows and needs; a step is seen without what is said."""

import pytest
from sample_models import declaring

from mathora.formula import read
from mathora.lesson import Text
from mathora.stage.action import StepView, action, brings


@pytest.mark.parametrize(("needs", "names"), [("", ()), ("axes", ("axes",)), (("axes", "curve"), ("axes", "curve"))])
def test_what_is_needed_is_nothing_one_thing_or_several_in_their_order(needs, names):
    @action("It turns to {to}.", needs=needs, takes="marks", shows=True, moves=("turn",), quiet="marks")
    def turn(_scene, _step): ...

    @brings("curve", needs=needs)
    def _curve(_scene): ...

    assert (turn.describes, turn.takes, turn.shows) == ("It turns to {to}.", "marks", True)
    assert (turn.moves, turn.needs, turn.quiet) == (("turn",), names, "marks")
    assert (_curve.brings, _curve.needs) == ("curve", names)


def test_a_marked_method_is_called_as_before():
    @action("It adds.")
    def add(_scene, one, other=2):
        return one + other

    assert add(None, 1) == 3


MODEL = declaring({"f(x)": "x^2", "x": {}})


def step(*shown):
    return StepView(tuple((role, read(Text.written(tex), MODEL)) for role, tex in shown))


def test_a_step_has_its_formulas_with_their_roles():
    seen = step(("claim", "f(x) = x^2"), ("given", "x > 0"))
    assert [role for role, _ in seen.shown] == ["claim", "given"]
    assert [one.text.value for one in seen.formulas] == ["f(x) = x^2", "x > 0"]
    assert not hasattr(seen, "say")


@pytest.mark.parametrize(("tex", "place"), [("f(x) = x^2", False), ("f(3) = 9", True)])
def test_a_formula_of_one_place_may_be_false_while_something_moves_there(tex, place):
    assert step(("claim", "f(x) = x^2"), ("claim", tex)).tells_a_place is place
