"""A premise that says what a function is, is put in; one that is said of one place stays a premise."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.calculus.premises import with_functions_put_in
from mathora.lesson import Declaration, ModelSource, Text

MODEL = {
    "f(x)": {},
    "g(x)": {},
    "h(x, z)": {},
    "q(t)": {},
    "x": {},
    "z": {},
    "k": {},
    "u": {},
    "t": {"kind": "positive"},
    "A": {"kind": "matrix", "shape": (2, 2)},
    "P": {"kind": "matrix", "shape": (2, 2)},
    "v": {"kind": "vector", "shape": (2, 1)},
    "I": {},
}
PUT_IN = [
    (r"f(x) = x^2 \Rightarrow f'(3) = 6", r"\left(\left.\left(\frac{d}{dx} (x^2)\right)\right|_{x = 3}\right) = 6"),
    (r"f(x) = x^2 \Rightarrow f(z + 1) = z", "((z + 1)^2) = z"),
    (r"f'(x) = 2x \text{ if } f(x) = x^2", r"\left(\frac{d}{dx} (x^2)\right) = 2x"),
    (r"f(x) = x^2, f(3) = k \Rightarrow k = 9", r"(3^2) = k \Rightarrow k = 9"),
    (r"f(x) = x^2, g(x) = \sin x \Rightarrow f(g(x)) = k", r"(((\sin x))^2) = k"),
    (r"f(x) = e^{kx} \Rightarrow f' = kf", r"\left(\frac{d}{dx} (e^{kx})\right) = k(e^{kx})"),
    (r"f(x) = e^{kx} \Rightarrow df = k\,dx", r"\left(\left(\frac{d}{dx} (e^{kx})\right) dx\right) = k dx"),
    (r"h(x, z) = x - z \Rightarrow h(z, x) = k", "(z - x) = k"),
    (r"h(x, z) = xz \Rightarrow h_x = z", r"\left(\frac{\partial}{\partial x} (xz)\right) = z"),
    (r"u = x^2 \Rightarrow \frac{du}{dx} = 2x", r"\frac{d}{dx} (x^2) = 2x"),
    (r"q(t) = \ln t \Rightarrow q'(t) = \frac1t", r"\left(\frac{d}{dt} (\ln t)\right) = \frac{1}{t}"),
    (r"A = P^2 \Rightarrow A^2 = P^4", r"A = P^2 \Rightarrow (P^2)^2 = P^4"),
    (r"A^2 v = kv \text{ if } A = P^2", r"(P^2)^2 v = kv \text{ if } A = P^2"),
]
LEFT = [
    r"f(x) = 0 \Rightarrow f'(x) = 0",
    r"f(x) = x \Rightarrow f'(x) = 1",
    r"f(x) = g(x) \Rightarrow f'(x) = g'(x)",
    r"f(1) = 2 \Rightarrow f'(1) = 0",
    r"f(x) = x^2, x > 0 \Rightarrow f(-1) = 1",
    r"q(t) = \sqrt{t^2} \Rightarrow q(-1) = -1",
    r"q(t) = t^2 \Rightarrow \int_{-1}^0 q(t) \, dt = \frac13",
    r"f(x) = x^2 \Leftrightarrow f'(x) = 2x",
    r"f(x) = f(x)^2 + x \Rightarrow f(0) = 0",
    r"u = 3 \Rightarrow u^2 = 9",
]
BY_PARTS = [
    r"A = P^2 \Rightarrow A = P",
    r"A = kI \Rightarrow A^2 = k^2 I",
    r"A = P^2 \Rightarrow A_{11} + 1 = 2",
    r"v = Pv \Rightarrow P^2 v = v + 0",
    r"A = P^2 \Rightarrow \frac{d}{dk} (kA) = 1A",
]


def read_with_model(tex):
    rows = tuple(Declaration(head=Text.written(key), **row) for key, row in MODEL.items())
    model = read_model(ModelSource(declarations=rows))
    return read(Text.written(tex), model).tree, model


@pytest.mark.parametrize(("tex", "wanted"), PUT_IN)
def test_what_a_premise_says_of_a_function_is_put_in(tex, wanted):
    assert write_latex(with_functions_put_in(*read_with_model(tex))) == write_latex(read_with_model(wanted)[0])


@pytest.mark.parametrize("tex", LEFT)
def test_what_is_said_of_one_place_stays_a_premise(tex):
    node, model = read_with_model(tex)
    assert r"\Rightarrow" in write_latex(with_functions_put_in(node, model)) or "Leftright" in tex


@pytest.mark.parametrize("tex", BY_PARTS)
def test_a_matrix_that_is_spoken_of_by_its_parts_is_not_put_in(tex):
    node, model = read_with_model(tex)
    assert with_functions_put_in(node, model) == node
