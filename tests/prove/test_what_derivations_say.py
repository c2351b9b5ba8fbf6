"""How lectures derive: by names with values, by inverses, up to x, from tables; beside each true one a false one."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Faulty, Text
from tests.prove.test_what_courses_write import source, verdict

FREE = {one: {} for one in ("a", "b", "c", "x", "t", "y", "w")}
POSITIVE = {"k": {"kind": "positive"}, "m": {"kind": "positive"}, "T_0": {}, "T_a": {}, "A": {}, "t": {}}
NEURON = FREE | {"z": {"is": "w x + b"}, "p": {"is": r"\tanh z"}, "L": {"is": "(p - y)^2"}}
BOTH = FREE | {"z": {"is": "w x"}, "p": {"is": "z^2"}, "L": {"is": "p + z"}}
DIRECT = FREE | {"p": {"is": "x^2"}, "L": {"is": "p + x"}}
CUBIC = {"f(x)": {"is": "x^3 + x - 1"}}
HALF = {"f(x)": {"is": "x^2", "domain": "x < 0"}}
SUMMED = {"F(x)": {"is": r"3 + 2\int_0^x e^{t^2} \, dt"}}
PLAIN = {"F(x)": {"is": r"\int_0^x e^{t^2} \, dt"}}
BOUNDED = {"F(x)": {"is": r"\int_0^x e^{t^2} \, dt", "domain": "x > 0"}}
COOLING = r"T'(t) = -k(T(t) - T_a), \; T(0) = T_0 \Rightarrow T(t) = "
QUADRATIC = r"2x^2 - 3x - 2 = 0 \iff x = \frac{3 \pm \sqrt{9 + 16}}{4} = "
JOINT = {"X": {"kind": "random"}, "Y": {"kind": "random"}}
TABLE = JOINT | {
    f"P(X = {one}, Y = {other})": {"is": chance}
    for one, other, chance in ((0, 0, "0.1"), (0, 1, "0.3"), (1, 0, "0.2"), (1, 1, "0.4"))
}
PART = {head: entry for head, entry in TABLE.items() if head != "P(X = 1, Y = 1)"}
CURVE = {"F(x, y)": {"is": "x^2 + xy + y^3 - 7"}}
BALL = {"F(x, y, z)": {"is": "x^2 + y^2 + z^2 - 1"}}
STILL = {"A": {"is": r"\begin{pmatrix} 0 & 0 \\ 0 & 0 \end{pmatrix}"}, "t": {}}
SLANTED = {"A": {"is": r"\begin{pmatrix} 0 & 1 \\ 0 & 0 \end{pmatrix}"}, "t": {}}
TURNING = {"A": {"is": r"\begin{pmatrix} 0 & -1 \\ 1 & 0 \end{pmatrix}"}, "t": {}}
ROWS = [
    # by a name with a value
    ("proved", r"\frac{\partial L}{\partial z} = \frac{\partial L}{\partial p} \frac{\partial p}{\partial z}", NEURON),
    ("proved", r"\frac{\partial L}{\partial z} = 2(p - y)(1 - p^2)", NEURON),
    ("refuted", r"\frac{\partial L}{\partial z} = 2(p - y)(1 - p^2) x", NEURON),
    ("refuted", r"\frac{\partial L}{\partial p} = p - y", NEURON),
    ("undecided", r"\frac{\partial L}{\partial z} = 1", BOTH),  # of the z that stands there, or of p, too?
    ("undecided", r"\frac{\partial L}{\partial z} = 2z + 1", BOTH),
    ("undecided", r"\frac{dL}{dp} = 1", DIRECT),  # x changes with p
    ("undecided", r"\frac{dL}{dp} = 0", DIRECT),
    ("proved", r"\frac{\partial L}{\partial p} = 1", DIRECT),
    ("proved", r"\frac{dL}{dz} = 2(p - y)(1 - p^2)", NEURON),
    # the slope of an inverse
    ("proved", r"(f^{-1})'(1) = \frac{1}{f'(1)} = \frac14", CUBIC),
    ("refuted", r"(f^{-1})'(1) = \frac13", CUBIC),
    ("refuted", r"(f^{-1})'(1) = -\frac{f'(1)}{f(1)^2}", CUBIC),
    ("proved", r"(f^{-1})'(4) = -\frac14", HALF),
    ("refuted", r"(f^{-1})'(4) = \frac14", HALF),
    ("refuted", r"(f^{-1})'(4) = \frac14", {"f(x)": {"is": "x^2"}}),
    ("refuted", r"(f^{-1})'(0) = 0", {"f(x)": {"is": "x^3"}}),
    ("proved", r"(f^{-1})'(1) = \frac{1}{f'(0)} = \frac12", {"f(x)": {"is": "e^x + x"}}),
    ("undecided", r"(f^{-1})'(1) = \frac{1}{f'(0)} = \frac13", {"f(x)": {"is": "e^x + x"}}),
    ("undecided", "(f^{-1})'(1) = 2", {"f(x)": {}}),
    # what is added up to x
    ("proved", "F'(x) = 2e^{x^2}", SUMMED),
    ("proved", "F''(x) = 4x e^{x^2}", SUMMED),
    ("refuted", "F'(x) = e^{x^2}", SUMMED),
    ("refuted", "F'(2) = 2e^2", SUMMED),
    ("proved", "F(0) = 0", PLAIN),
    ("refuted", "F(0) = 1", PLAIN),
    ("refuted", "F(0) = 0", {"F(x)": {"is": r"\int_0^x \frac1t \, dt"}}),
    ("refuted", "F(0) = 0", BOUNDED),
    ("refuted", "F'(-1) = e", BOUNDED),
    ("undecided", r"F'(2) = 2", {"F(x)": {"is": r"\int_0^x \lfloor t \rfloor \, dt"}}),
    # an equation with parameters
    ("proved", COOLING + "T_a + (T_0 - T_a) e^{-kt}", POSITIVE | {"T(t)": {}}),
    ("undecided", COOLING + "T_a + T_0 e^{-kt}", POSITIVE | {"T(t)": {}}),
    ("proved", r"m y' + ky = 0, \; y(0) = A \Rightarrow y(t) = A e^{-kt/m}", POSITIVE | {"y(t)": {}}),
    ("refuted", r"m y' + ky = 0, \; y(0) = A \Rightarrow y(t) = A e^{-mt/k}", POSITIVE | {"y(t)": {}}),
    ("undecided", r"(k - 1) y' = 0, \; y(0) = 1 \Rightarrow y(t) = 1", POSITIVE | {"y(t)": {}}),
    # exponentials of matrices
    ("proved", r"e^{tA} = I + tA = \begin{pmatrix} 1 & t \\ 0 & 1 \end{pmatrix}", SLANTED),
    ("refuted", r"e^{tA} = tA", SLANTED),
    ("refuted", r"e^{tA} = I + tA = \begin{pmatrix} 1 & t \\ 1 & 1 \end{pmatrix}", SLANTED),
    ("refuted", r"e^{tA} = \begin{pmatrix} 1 & t^2 \\ 0 & 1 \end{pmatrix}", SLANTED),
    ("proved", r"\exp(At) = \begin{pmatrix} \cos t & -\sin t \\ \sin t & \cos t \end{pmatrix}", TURNING),
    ("refuted", r"e^{tA} = \begin{pmatrix} \cos t & \sin t \\ -\sin t & \cos t \end{pmatrix}", TURNING),
    ("undecided", r"e^{tA} = \begin{pmatrix} \frac{|t - 1|}{1 - t} & 0 \\ 0 & 1 \end{pmatrix}", STILL),  # it jumps at 1
    ("undecided", r"e^{tA} = \begin{pmatrix} \frac{t - 1}{t - 1} & 0 \\ 0 & 1 \end{pmatrix}", STILL),
    # a table of two quantities
    ("proved", r"\mathbb{E}[X \mid Y = 1] = \frac{0.4}{0.3 + 0.4}", TABLE),
    ("refuted", r"\mathbb{E}[X \mid Y = 1] = 0.4", TABLE),
    ("proved", r"\operatorname{Cov}(X, Y) = 0.4 - 0.6 \cdot 0.7", TABLE),
    ("refuted", r"\mathbb{E}[XY] = \mathbb{E}[X]\,\mathbb{E}[Y]", TABLE),
    ("refuted", r"P(X = 1 \mid Y = 1) = P(Y = 1 \mid X = 1)", TABLE),
    ("undecided", r"P(X = 1 \mid Y = 3) = 0.5", TABLE),
    ("undecided", r"\mathbb{E}[X \mid Y] = 0.5", TABLE),
    ("definition", r"\mathbb{E}[X] = 0.2", PART),  # its chances do not come to 1
    ("undecided", r"\mathbb{E}[X] = 0.6", TABLE | {"Y": {"kind": "random", "domain": r"X \perp Y"}}),  # a contradiction
    # an equation of several variables
    ("proved", r"F(x, y) = 0 \Rightarrow \frac{dy}{dx} = -\frac{F_x}{F_y} = -\frac{2x + y}{x + 3y^2}", CURVE),
    ("refuted", r"F(x, y, z) = 0 \Rightarrow \frac{\partial z}{\partial x} = -\frac{F_x}{F_z} = \frac{x}{z}", BALL),
    (
        "undecided",
        r"z^2 = xy \Rightarrow \frac{\partial z}{\partial x} = \frac{\partial z}{\partial y}",
        FREE | {"z": {}},
    ),
    # two roots
    ("proved", QUADRATIC + r"\frac{3 \pm 5}{4} \iff x = 2 \text{ or } x = -\frac12", FREE),
    ("refuted", QUADRATIC + r"\frac{3 \pm 4}{4} \iff x = 2 \text{ or } x = -\frac12", FREE),
    ("refuted", QUADRATIC + r"\frac{3 \pm 5}{4} \iff x = 2 \text{ or } x = \frac12", FREE),
    ("refuted", r"x^2 - 2x + 1 = 0 \Rightarrow x = \frac{2 \pm \sqrt{1}}{2} = 1", FREE),
    ("proved", r"ax^2 + bx + c = 0 \Rightarrow x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}, \quad a \ne 0", FREE),
    ("refuted", r"ax^2 + bx + c = 0 \Rightarrow x = \frac{b \pm \sqrt{b^2 - 4ac}}{2a}, \quad a \ne 0", FREE),
    ("refuted", r"x^2 = a^2 \Rightarrow x = a, \quad a > 0", FREE),
    ("refuted", r"x^2 = a^2 \Rightarrow x = a, \quad x > 0", FREE),  # of the one that is looked for it is no condition
]


@pytest.mark.parametrize(("expected", "tex", "model"), ROWS)
def test_a_derivation_is_judged_as_it_is_meant(expected, tex, model):
    assert verdict(tex, model).kind == expected


def test_a_table_says_nothing_beside_what_else_is_given_of_its_quantities():
    assert verdict(r"P(X = 0) = 0.4", TABLE).kind == "proved"
    apart = read(Text.written(r"X \perp Y"), read_model(source(TABLE))).tree
    assert verdict(r"P(X = 0) = 0.4", TABLE, givens=(apart,)).kind == "undecided"


def test_only_the_inverse_is_derived_by_its_exponent():
    with pytest.raises(Faulty, match="two readings"):
        verdict(r"(f^{-2})'(1) = \frac14", CUBIC)
