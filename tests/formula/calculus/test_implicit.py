"""An equation holds at each x, and so do its derivatives."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.calculus.implicit import with_rates, with_slopes

MODEL = declaring({
    "f(x)": "x^2", "g(x)": {}, "x": {}, "y": {}, "t": {}, "h(x, z)": "x z", "c": "3", "V": {}, "r": {}, "w": "x^2",
    "p(t)": "t^2", "q(t)": "t^3", "a": {}, "b": {}, "u(t)": {}, "n": {"kind": "natural"}, "s(t)": {},
})  # fmt: skip
TOTAL = (
    r"\frac{\partial(x^2 + \tilde{y}^2)}{\partial x} + "
    r"\left(\frac{\partial(x^2 + \tilde{y}^2)}{\partial\tilde{y}}\right)\dot{y} = "
    r"\frac{\partial(25)}{\partial x} + \left(\frac{\partial(25)}{\partial\tilde{y}}\right)\dot{y}"
)


@pytest.mark.parametrize(
    ("claim", "place", "behind"),
    [
        (r"\frac{dy}{dx} = -\frac{x}{y}", "", r"(\dot{y}) = -\frac{x}{\tilde{y}}"),
        (
            r"\left.\frac{dy}{dx}\right|_{(3, 4)} = -\frac34",
            r" \text{ and } x = 3 \text{ and } \tilde{y} = 4",
            r"(\dot{y}) = -\frac{3}{4}",
        ),
    ],
)
def test_the_slope_is_a_number_of_which_the_derivative_of_the_equation_speaks(claim, place, behind):
    said = with_slopes(tree_of(rf"x^2 + y^2 = 25 \Rightarrow {claim}", MODEL), MODEL)
    assert write_latex(said) == rf"x^2 + \tilde{{y}}^2 = 25{place} \text{{ and }} {TOTAL} \Rightarrow {behind}"


def test_a_regular_point_is_one_where_the_equation_says_what_the_slope_is():
    node = tree_of(r"x^2 + y^2 = 25 \Rightarrow \frac{dy}{dx} = -\frac{x}{y}", MODEL)
    regular, any_point = (write_latex(with_slopes(node, MODEL, regular=one)) for one in (True, False))
    assert regular.count(r"\ne") == 1
    assert r"\ne" not in any_point


@pytest.mark.parametrize(
    "tex",
    [
        r"x^2 + c^2 = 25 \Rightarrow \frac{dy}{dx} = 2",
        r"x^2 + y^2 = 25 \Rightarrow \frac{d^2y}{dx^2} = 2",
        r"x + y = 1, xy = 2 \Rightarrow \frac{dy}{dx} = 2",  # two equations relate them
        r"x^2 + y^2 = 25",
    ],
)
def test_without_one_equation_of_both_nothing_is_said(tex):
    assert with_slopes(tree_of(tex, MODEL), MODEL) is None


def test_rates_are_numbers_at_each_time():
    said = write_latex(with_rates(tree_of(r"V = r^3 \Rightarrow \frac{dV}{dt} = 3r^2 \frac{dr}{dt}", MODEL), MODEL))
    assert said.endswith(r"\Rightarrow (\dot{V}) = 3\tilde{r}^2(\dot{r})")


@pytest.mark.parametrize(
    "tex",
    [
        r"V = r^3 \Rightarrow \frac{dV}{dt} = 3r^2",  # the rate of r may be any
        r"r = 2 \Rightarrow \frac{dr}{dt} = 0",  # at this time only
        r"V = r^3 + t \Rightarrow \frac{dV}{dt} = 3r^2 \frac{dr}{dt}",
    ],
)
def test_without_all_rates_or_with_the_time_itself_nothing_is_said(tex):
    assert with_rates(tree_of(tex, MODEL), MODEL) is None
