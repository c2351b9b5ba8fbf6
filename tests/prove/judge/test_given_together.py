"""What is assumed together: beside each that nothing obeys stand ones that something does."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.prove.test_what_courses_write import source

WHOLE = {"kind": "integer"}
NAMES = {
    "k": {"kind": "natural", "domain": r"k \ge 1"},
    "j": {"kind": "integer"},
    "m": {"unit": r"\text{kg}"},
    "n": {"kind": "natural"},
    "p": WHOLE,
    "q": WHOLE,
    "f(x)": {},
    "g(n)": {},
    "A": {"kind": "matrix", "shape": (3, 3)},
    "v": {"kind": "vector", "shape": (2, 1)},
    "z": {"kind": "complex"},
} | {key: {} for key in "xyabu"}
NOTHING = [
    "2^k = 3^j",
    "2^n = -3^j",
    r"2^k \cdot 3 = 3^j",
    r"p^2 = 3q^2, q \ge 1",
    "2q^2 = p^2, q > 0",
    r"A^\top A = -I",
    "A^2 = -I",
    "A^2 + I = 0",
    r"f'(x) \ge 1, f(0) = 0, f(2) = 1",
    r"|f'(x)| \le 1, f(0) = 0, f(1) = 5",
    r"|f'(x)| \le 1, f(0) = 5, f(1) = 0",
    "A^4 = -2I",
    "A^{-1} = 0",
    r"A^{-1} = \begin{pmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 0 \end{pmatrix}",
    "f'(x) = 2x, f'(1) = 3",
    r"\operatorname{Re} z = i",
    r"m = 3\,\text{s}",
    r"3\,\text{s} = m",
    r"A \cdot A = \begin{pmatrix} 1 & 2 & 0 \\ 2 & 1 & 0 \\ 0 & 0 & 1 \end{pmatrix}",
    r"n^2 \equiv 2 \pmod 4",
    r"2 \mid n, n = 3",
    r"n \equiv 1 \pmod 3, n = 5",
    "-I = A^2",
    "f'(x) > 0, f(1) < f(0)",
    "f'(x) > 0, f(1) = 2, f(3) = 2",
    r"f'(x) \le 0, f(1) = 2, f(3) = 4",
    r"\|v\|^2 = -1",
    "x = 2i",
    r"z = \bar z + 1",
    r"\bar z = z, z = i",
    r"\cos x + \sin x = 2",
    r"\sin x = 1, \cos x = 1",
    r"\tan x = \cot x, \tan x = 2",
    "x - 3i = 0",
    r"\sqrt{x} = 2i",
    r"u = 3\,\text{m}, u = 3\,\text{s}",
    "f(x + 1) = f(x) + 1, f(0) = 0, f(3) = 4",
    "f(x + y) = f(x) + f(y), f(0) = 1",
    "f(-x) = -f(x), f(0) = 1",
    "f(2x) = 2f(x), f(1) = 1, f(2) = 3",
    "g(n + 1) = 2g(n), g(0) = 1, g(3) = 9",
    "f'(x) = 2x, f(0) = 0, f(1) = 2",
]
SOMETHING = [
    r"z = 1 - \bar z",
    r"\bar z = iz",
    r"\cos x + \sin x = 1",
    r"\sin x = \frac12, \cos x = -\frac{\sqrt 3}{2}",
    r"\tan x = \cot x",
    r"a \sin x + b \cos x = u",
    "2^n = 3^j",
    "2^n = 8",
    "2^n = 4^j",
    r"2^n \cdot 3 = 3^j \cdot 2",
    "p^2 = 3q^2",
    r"p^2 = 4q^2, q \ge 1",
    r"x^2 = 3y^2, y \ge 1",
    r"A^\top A = I",
    "A^2 = I",
    "A^2 = 0",
    "A^3 = -I",
    "A^3 + I = 0",
    r"f'(x) \ge 1, f(0) = 0, f(2) = 2",
    r"|f'(x)| \le 1, f(0) = 0, f(1) = 1",
    r"|f'(x)| \ge 1, f(0) = 0, f(1) = 5",
    "A^{-1} = A",
    "f'(x) = 2x, f'(1) = 2",
    r"\operatorname{Re} z = 2",
    "z + i = 2",
    r"m = 3\,\text{g}",
    r"3\,\text{g} = m",
    r"A \odot A = \begin{pmatrix} 1 & 2 & 0 \\ 2 & 1 & 0 \\ 0 & 0 & 1 \end{pmatrix}",
    "x > 2, f'(x) > 0, f(1) < f(0)",
    "x^2 = 4, f'(x) > 0, f(1) < f(0)",
    "g'(n) > 0, g(1) < g(0)",
    "m = 3",
    r"n^2 \equiv 1 \pmod 4",
    r"2 \mid n, n = 4",
    r"n \equiv 2 \pmod 3, n = 5",
    "f'(x) > 0, f(1) > f(0)",
    r"f'(x) \ge 0, f(1) = 2, f(3) = 2",
    "f'(a) > 0, f(1) < f(0)",
    "f'(2) > 0, f(1) < f(0)",
    "z = 2i",
    "ix = iy",
    r"u = 3\,\text{m}, u = 300\,\text{cm}",
    r"u = 3\,\text{m}, a = 3\,\text{s}",
    "f(x + 1) = f(x) + 1, f(0) = 0, f(3) = 3",
    "f(x + y) = f(x) f(y), f(0) = 1, f(1) = 2",
    "f(-x) = f(x), f(0) = 1",
    "f(x) = 2, f(0) = 1",
    "f(a) = f(b), f(0) = 1, f(1) = 2",
    "g(n + 1) = 2g(n), g(0) = 1, g(3) = 8",
    "f'(x) = 2x, f(0) = 0, f(1) = 1",
    "f''(x) = -f(x), f(0) = 0",
]


def kind(tex):
    model = read_model(source(NAMES))
    return decided(Task(read(Text.written(tex), model), model, role="given")).kind


@pytest.mark.parametrize("tex", NOTHING)
def test_what_nothing_obeys_is_not_assumed(tex):
    assert kind(tex) in {"refuted", "undecided"}


@pytest.mark.parametrize("tex", SOMETHING)
def test_what_something_obeys_is_assumed(tex):
    assert kind(tex) == "given"


@pytest.mark.parametrize("tex", [r"x = 2i \Rightarrow x^2 = 4", r"x^2 = 4 \text{ for } x = 2i", "x = 2i, x^2 = 4"])
def test_nothing_is_proved_of_a_real_number_with_i(tex):
    model = read_model(source(NAMES))
    assert decided(Task(read(Text.written(tex), model), model)).kind == "undecided"
