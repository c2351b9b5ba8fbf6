"""One statement stands for several: of each sign, each end, each order."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.splitting import inverse_said, of_each_order, of_wave, split

MODEL = declaring({
    "x": {}, "t": {}, "n": {"kind": "natural"}, "f(x)": "e^x", "g(x)": "x^2", "y": {}, "k": {"kind": "integer"},
    "a": {},
})  # fmt: skip

ONCE = r"\forall x \in \mathbb{R} \forall \tilde{x} \in \mathbb{R} : %s(x) = %s(\tilde{x}) \Rightarrow x = \tilde{x}"


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (
            r"\operatorname{sgn} x = a",
            r"x > 0 \Rightarrow 1 = a \text{ and } x < 0 \Rightarrow (-1) = a \text{ and } x \ne 0 \text{ or } 0 = a",
        ),
        (r"\operatorname{sgn}(-3) = -1", "(-1) = -1"),
        (r"\operatorname{sgn}(0) = 0", "0 = 0"),
        (
            r"\lim_{x \to \pm\infty} \frac{1}{x} = 0",
            r"\lim_{x \to \infty} \frac{1}{x} = 0 \text{ and } \lim_{x \to -\infty} \frac{1}{x} = 0",
        ),
        (
            r"\int_{-\infty}^{\infty} e^{-|t|} \, dt",
            r"\left(\int_{-\infty}^0 e^{-(-t)} \, dt + \int_0^\infty e^{-t} \, dt\right)",
        ),
    ],
)
def test_each_sign_and_each_end_is_said(tex, said):
    assert write_latex(split(tree_of(tex, MODEL))) == said


@pytest.mark.parametrize(
    "tex", [r"\int_0^{\infty} e^{-|t|} \, dt", r"\int_{-1}^1 \operatorname{sgn}(x) \, dx = 0", "x = 2"]
)
def test_a_sign_of_a_letter_that_is_bound_is_not_told_apart(tex):
    assert split(tree_of(tex, MODEL)) is None


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (
            r"\frac{d^n}{dx^n} e^{2x} = 2^n e^{2x}",
            r"e^{2x} = 2^0e^{2x} \text{ and } \frac{d}{dx} (2^ne^{2x}) = 2^{(n + 1)}e^{2x}",
        ),
        (r"f^{(n)}(x) = e^x", r"f(x) = e^x \text{ and } \frac{d}{dx} (e^x) = e^x"),
        (r"f^{(k)}(x) = e^x", r"f^{(k)}(x) = e^x"),  # no natural order
        (r"\frac{d^n}{dx^n} e^{nx} = n^n e^{nx}", r"\frac{d^n}{dx^n} e^{nx} = n^ne^{nx}"),  # the order stands inside
    ],
)
def test_a_derivative_of_each_order_is_said_of_the_first_and_the_next(tex, said):
    assert write_latex(of_each_order(tree_of(tex, MODEL), MODEL, ())) == said


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (
            r"2\sin^2 x = \sin x \iff \sin x = 0",
            r"\forall \tilde{u} \in [-1, 1] : 2\tilde{u}^2 = \tilde{u} \Leftrightarrow \tilde{u} = 0",
        ),
        (
            r"\cos^2 x = 1 \Rightarrow \sin x = 0",
            r"\forall \tilde{u} \in [-1, 1] : (1 - \tilde{u}^2) = 1 \Rightarrow \tilde{u} = 0",
        ),
    ],
)
def test_an_equation_of_a_sine_alone_is_one_of_its_values(tex, said):
    assert write_latex(of_wave(tree_of(tex, MODEL), MODEL, ())) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"\sin x = x \Rightarrow x = 0",
        r"\sin x = \cos x \Rightarrow \sin x = 0",
        r"\sin n = 0 \Rightarrow \sin n = 1",  # not every value is one of a whole number
    ],
)
def test_a_letter_or_another_wave_beside_it_leaves_it(tex):
    assert of_wave(tree_of(tex, MODEL), MODEL, ()) is None


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (
            r"f^{-1}(y) = \ln y",
            (
                r"\forall x \in \mathbb{R} : f(x) > 0 \Rightarrow \ln(f(x)) = x \text{ and } "
                r"y > 0 \Rightarrow e^{(\ln y)} = y"
            ),
        ),
        (r"f^{-1}(f(x)) = x", ONCE % ("f", "f")),
        (
            r"g^{-1}(4) = 2",  # false: the square takes its values twice, and that is asked
            ONCE % ("g", "g") + r" \text{ and } g(2) = 4",
        ),
    ],
)
def test_an_inverse_is_said_by_its_function(tex, said):
    assert write_latex(inverse_said(tree_of(tex, MODEL), MODEL)) == said
