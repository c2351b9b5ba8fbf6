"""What is hardly ever meant as it looks: one fault for it, which says what to write."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Declaration, Faulty, ModelSource, Text

LETTERS = ("x", "a", "b", "c")


def faults(tex, names=LETTERS):
    model = read_model(ModelSource(declarations=tuple(Declaration(head=Text.written(one)) for one in names)))
    try:
        read(Text.written(tex), model)
    except Faulty as faulty:
        return faulty.faults
    return ()


@pytest.mark.parametrize(
    ("tex", "hint"),
    [
        ("sin(x) = 0", r"write \sin"),
        ("log(x) = 1", r"write \log"),
        ("max(a,b) = a", r"write \max"),
        ("alpha + x", r"write \alpha"),
        ("sqrt(2)", r"write \sqrt{…}"),
        ("2pi", r"write \pi"),
        ("5 or ", r"a dollar that is money is \$"),
        ("x and b", r"write \text{ and }"),
        (r"costs \$5", r"\text{ costs }"),
        ("x >= 1", r"write \ge"),
        ("x != 1", r"write \ne"),
        ("x -> 1", r"write \to"),
        (r"\$5", r"\text{$}"),
        (r"1,5 = \frac{3}{2}", "write the one that is meant"),
        ("x = 1,000", "write the one that is meant"),
        ("x * a", r"write \cdot"),
        ("x) = 1", "there is no ( for it"),
        (r"x \in \R", r"write \mathbb{R}"),
        ("a^-1 x", "braces around the whole exponent"),
        (r"x \cdotx", r"write \cdot x"),
        (r"30\degree", r"write ^\circ"),
        (r"\(x = 1\)", "leave it out"),
        (r"x = 1 \tag{1}", "leave it out"),
        (r"\underset{x}{\min} x^2 = 0", r"write \min_{x}"),
        (r"x : x \mapsto x^2", "f(x) = … says what f is"),
        (r"\begin{equation} x \end{equation}", "leave it out"),
        ("x &= 1", r"\begin{aligned}"),
        (r"\SI{5}{m}", r"write a unit as words"),
        (r"\textbf{x}", r"write \mathbf{…}"),
        ("x = ... + 1", r"\dots"),
        ("a ~ N(0, 1)", r"write \sim"),
        ("d/dx x^2", r"write \frac{d}{dx}"),
        ("speed = 3", r"write \text{speed}"),
        ("x mod 2", r"write \bmod"),
        ("f at 2", r"write \text{ at }"),
        (r"\sum_i^3 i", r"write \sum_{i=1}^{…}"),
        (r"5 \text{metres}", "a unit is written by its sign"),
        (r"x = 5 \,\text{metres}", "a unit is written by its sign"),
        (r"x = 5 \quad \text{metres}", "a unit is written by its sign"),
        (r"x = 5 \quad \text{(Meters per second)}", "a unit is written by its sign"),
        (r"1 + 1 = 2 \quad \text{is false}", "a unit is written by its sign"),
        (r"1 + 1 = 2 \quad \text{equals } 3", "a unit is written by its sign"),
        (r"\forall x > 1: x > 0 \quad \text{and vice versa}", "a unit is written by its sign"),
        (r"1 + 1 = 2 \quad \text{doesn't hold}", "a unit is written by its sign"),
        (r"x = 2 \quad \text{when it rains}", "a unit is written by its sign"),
        ("a : b = 2 : 3", "a ratio is a/b"),
    ],
)
def test_a_slip_is_one_fault_that_says_what_to_write(tex, hint):
    found = faults(tex)
    assert len(found) == 1
    assert hint in found[0].hint


@pytest.mark.parametrize(
    "tex",
    [
        *("ab + bc", r"x_{max} + x", r"\mathrm{min} := 1", "x = 1, a = 2", r"(1,5) + (2,3)", r"x_{1,2} := 3", "abc"),
        *("v^2 = v_0^2 + 2as", r"\frac12at^2", r"\frac{1}{2}at + v", "at^2"),
    ],
)
def test_products_labels_and_lists_are_none(tex):
    assert not [fault for fault in faults(tex) if fault.rule in ("spelled-out", "ambiguous")]


def test_letters_that_are_all_declared_are_a_product():
    assert faults("sin", ("s", "i", "n")) == ()
