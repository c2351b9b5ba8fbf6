"""What textbooks of the usual courses write: beside each true formula stands a false one."""

import pytest

from mathora.formula import read, read_model
from mathora.formula.tree.defining import defining
from mathora.lesson import Text
from mathora.prove import Task
from mathora.prove.task import decided
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import source, verdict


def behind(givens, tex, lets):
    model = read_model(with_free_names(Text.written(tex), source(lets)))
    trees = tuple(read(Text.written(one), model).tree for one in givens)
    return decided(Task(read(Text.written(tex), model), model, givens=trees))


PLANE = {"x": {}, "y": {}}
BOWL = PLANE | {"q(x, y)": {"is": "x^2 + y^2"}}
EVEN = {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}"}, "x": {"kind": "vector", "shape": (2, 1)}}
ODD = EVEN | {"A": {"is": r"\begin{pmatrix} 1 & 2 \\ 2 & 1 \end{pmatrix}"}}
FLAT = EVEN | {"A": {"is": r"\begin{pmatrix} 1 & 1 \\ 1 & 1 \end{pmatrix}"}}
CUBE = {"f(x)": {"is": "x^3"}, "x": {}}
LAW = {"a_n": {}, "n": {"kind": "natural"}}
SAMPLE = {"n": {"kind": "natural"}, "x_i": {}, "y_i": {}, "a": {}} | {
    "p": {"domain": "0 < p < 1"},
    r"\lambda": {"kind": "positive"},
}
LIKELY = SAMPLE | {r"L(\lambda)": {"is": r"\prod_{i=1}^n \lambda e^{-\lambda x_i}"}}
COIN = SAMPLE | {"M(p)": {"is": r"\prod_{i=1}^n p^{x_i} (1 - p)^{1 - x_i}"}}
COINS = r"p^{\sum_{i=1}^n x_i} (1 - p)^{n - \sum_{i=1}^n x_i}"
MEAN = SAMPLE | {"n": {"kind": "natural", "domain": r"n \ge 1"}, r"\bar x": {"is": r"\frac{1}{n} \sum_{i=1}^n x_i"}}
APPLIED = {one: {"kind": "vector", "shape": (2, 1)} for one in "uxz"} | {
    "f(u)": {"is": "u_1^2 + u_2"},
    "g(u)": {"is": r"\sum_i u_i^2"},
    "h(u)": {"is": r"\prod_{i=1}^2 u_i"},
    "A": {"kind": "matrix", "shape": (2, 2)},
    "t(A)": {"is": "a_{11} + a_{22}"},
}
SOME = (r"i \ne 1", "i > 1", "i = 2", r"i \in \{2\}")
ROWS = [
    # a form beside its polynomial, where x is not 0
    ("proved", r"x^\top A x = 2x_1^2 + 2x_1 x_2 + 2x_2^2 > 0 \quad \text{for } x \ne 0", EVEN),
    ("refuted", r"x^\top A x = 2x_1^2 + x_1 x_2 + 2x_2^2 > 0 \quad \text{for } x \ne 0", EVEN),
    ("refuted", r"x^\top A x = x_1^2 + 4x_1 x_2 + x_2^2 > 0 \quad \text{for } x \ne 0", ODD),
    ("refuted", r"x^\top A x = (x_1 + x_2)^2 > 0 \quad \text{for } x \ne 0", FLAT),
    ("proved", r"x^2 + y^2 > 0, \quad (x, y) \ne (0, 0)", PLANE),
    ("refuted", r"x^2 - y^2 > 0, \quad (x, y) \ne (0, 0)", PLANE),
    ("refuted", r"(x, y) \ne (0, 0) \Rightarrow x \ne 0", PLANE),
    ("proved", r"(x, y) \ne (0, 0) \iff x^2 + y^2 \ne 0", PLANE),
    ("refuted", r"(1, 2) \ne (1, 2)", {}),
    # a gradient that is written as a row
    ("proved", r"\nabla q = \begin{pmatrix} 2x & 2y \end{pmatrix}", BOWL),
    ("proved", r"\nabla q(1, 2) = \begin{pmatrix} 2 & 4 \end{pmatrix}", BOWL),
    ("refuted", r"\nabla q = \begin{pmatrix} 2x & 2x \end{pmatrix}", BOWL),
    ("refuted", r"\nabla q = \begin{pmatrix} 2x & 2y & 0 \end{pmatrix}", BOWL),
    ("refuted", r"\nabla q = \begin{pmatrix} 2x & 2y \end{pmatrix} = \begin{pmatrix} 2x \\ 2y \end{pmatrix}", BOWL),
    # conditions behind a comma, and names of which values stand behind what they define
    ("proved", r"x^2 + y = 7, \text{ where } x = 2, y = 3", PLANE),
    ("refuted", r"x^2 + y = 8, \text{ where } x = 2, y = 3", PLANE),
    ("refuted", r"x^2 = 4, \text{ if } y = 2", PLANE),
    ("definition", r"z = 2x + y, \text{ where } x = 1, \; y = 2", PLANE),
    ("definition", r"z = 2x \text{ if } x > 3", PLANE),
    ("undecided", r"y = 2x \text{ if } x > 3", PLANE),  # write role: definition
    ("refuted", r"q_x = 7x \text{ if } x > 3", BOWL),
    ("undecided", r"z = 2x \text{ where } z = 3", PLANE),
    ("definition", r"G_n = x^n - y^n, \quad x = \frac{1 + \sqrt5}{2}, \; y = \frac{1 - \sqrt5}{2}", PLANE | LAW),
    ("refuted", r"x + y = 3, \quad x = \frac{1}{2}, \; y = \frac{1}{2}", PLANE),
    ("refuted", r"x^2 = 3, \quad x = \sqrt2, \; x = \sqrt3", PLANE),
    # a problem claims nothing but what is equal to its best value, or to what is known
    ("notation", r"\text{minimize } f(x) \text{ subject to } x \ge 1, \; x \le 2", CUBE),
    ("refuted", r"\text{minimize } f(x) = x^2 \text{ subject to } x \ge 1", CUBE),
    ("notation", r"\begin{aligned} \min_{x, y} & x + y \\ \text{s.t.} & x + y = 1 \\ & x \ge 0 \end{aligned}", PLANE),
    ("notation", r"\begin{array}{ll} \text{minimize} & x + y \\ \text{subject to} & xy \ge 1 \end{array}", PLANE),
    ("proved", r"\min_x x^2 = 1 \quad \text{s.t.} \quad x \ge 1", PLANE),
    ("refuted", r"\min_x x^2 = 0 \quad \text{s.t.} \quad x \ge 1", PLANE),
    ("undecided", r"\min_x x^2 = 0 \quad \text{s.t.} \quad x \ge 1, \; x \le 2", PLANE),
    ("proved", r"\min_{x, y} (x^2 + y^2) = 2 \text{ s.t. } x + y = 2", PLANE),
    ("refuted", r"\max_{x, y} xy = 2 \text{ subject to } x + y = 2", PLANE),
    ("undecided", r"\min_{x \ge 3} x^2 = 0 \text{ s.t. } x \le 5", PLANE),  # both bounds hold: it is 9
    ("undecided", r"\min_x (x^2 + y^2) = 2 \text{ s.t. } x + y = 2", PLANE),  # of each y another
    ("undecided", r"\min_{x, y} (x + y^2) = 2 + y^2 \text{ s.t. } x = 2", PLANE),  # y is sought, too
    ("undecided", r"\min_{x, y} (x + y) = 2y \text{ s.t. } x \ge y", PLANE),
    ("refuted", r"\begin{aligned} x^2 &= -1 \\ \text{minimize} \quad & x^2 \end{aligned}", PLANE),
    # a law of some places of a sequence
    ("proved", r"a_1 = 1, \; a_n = a_{n-1} + 2 \; (n \ge 2), \; a_3 = 5", LAW),
    ("refuted", r"a_1 = 1, \; a_n = a_{n-1} + 2 \; (n \ge 2), \; a_3 = 6", LAW),
    ("undecided", r"a_1 = 1, \; a_n = a_{n-1} + 2 \; (n \ge 3), \; a_2 = 5", LAW),
    ("undecided", r"a_1 = 1, \; a_n = a_{n-1} + 2 \; (n > 2), \; a_2 = 3", LAW),
    ("proved", r"a_n = n^2 \; (n \ge 3), \; a_4 = 16", LAW),
    ("refuted", r"a_n = n^2 \; (n \ge 3), \; a_4 = 17", LAW),
    ("undecided", r"a_n = n^2 \; (n \ge 3), \; a_2 = 4", LAW),
    ("proved", r"a_0 = 1, \; a_n = a_{n-1} + 2 \; (n \ge 1) \Rightarrow a_n = 2n + 1", LAW),
    ("undecided", r"a_0 = 1, \; a_n = a_{n-1} + 2 \; (n \ge 2) \Rightarrow a_n = 2n + 1", LAW),
    ("definition", r"b_n = b_{n-1} + b_{n-2}, \quad n \ge 2", LAW),
    ("undecided", r"a_n = a_{n-1} + a_{n-2}, \quad n \ge 2", LAW),  # write role: definition
    ("refuted", r"\sqrt{x^2} = x \quad (x < 5)", PLANE),
    # likelihoods: products of powers, and sums that run as the others of the formula
    ("definition", r"z = \prod_{i=1}^3 a = a^3 = a \cdot a^2", SAMPLE),
    ("definition", r"L(p) = \prod_{i=1}^n p^{x_i} (1 - p)^{1 - x_i} = p^{\sum x_i} (1 - p)^{n - \sum x_i}", SAMPLE),
    ("refuted", r"\prod_{i=1}^n p^{x_i} (1 - p)^{1 - x_i} = p^{\sum x_i} (1 - p)^{n + \sum x_i}", SAMPLE),
    ("proved", r"\prod_{i=1}^n \lambda e^{-\lambda x_i} = \lambda^n e^{-\lambda \sum_{i=1}^n x_i}", SAMPLE),
    ("refuted", r"\prod_{i=1}^n \lambda e^{-\lambda x_i} = \lambda e^{-\lambda \sum_{i=1}^n x_i}", SAMPLE),
    ("proved", r"\ln \prod_{i=1}^n p^{x_i} = \ln p \sum_i x_i", SAMPLE),
    ("undecided", r"\prod_{i=1}^n a^{x_i} = a^{\sum_{i=1}^n x_i}", SAMPLE),  # a may be 0, or negative
    ("refuted", r"\prod_{i=0}^n e^{x_i} = e^{\sum_{i=1}^n x_i}", SAMPLE),
    ("proved", r"\prod_{i=1}^n \frac{2}{i} = \frac{2^n}{n!}", SAMPLE),
    ("refuted", r"\prod_{i=1}^n \frac{2}{i} = \frac{2}{n!}", SAMPLE),
    ("proved", r"\prod_{i=1}^n (-1)^i = (-1)^{n(n+1)/2}", SAMPLE),
    ("refuted", r"\prod_{i=1}^n (-1)^i = (-1)^{n(n-1)/2}", SAMPLE),
    ("refuted", r"\prod_{i=1}^n (-1)^{i+1} = (-1)^{n(n+1)/2}", SAMPLE),
    ("refuted", r"\prod_{i=1}^n (-1)^{i/2} = (-1)^{\frac12 \sum_{i=1}^n i}", SAMPLE),  # no number at i = 1
    ("proved", r"(-1)^{n(n+1)/2} = (-1)^{\sum_{i=1}^n i}", SAMPLE),
    ("refuted", r"(-1)^{n(n+1)/4} = (-1)^{n(n+1)/4}", SAMPLE),
    ("refuted", r"(-1)^{a(a+1)/2} = (-1)^{a(a+1)/2}", SAMPLE),  # a is no whole number
    ("proved", r"\ln L(\lambda) = n \ln \lambda - \lambda \sum_{i=1}^n x_i", LIKELY),
    ("refuted", r"\ln L(\lambda) = \ln \lambda - \lambda \sum_{i=1}^n x_i", LIKELY),
    ("proved", r"\frac{d}{d\lambda} \ln L(\lambda) = \frac{n}{\lambda} - \sum_{i=1}^n x_i", LIKELY),
    ("proved", r"L(a) = a^n e^{-a \sum_{i=1}^n x_i}", LIKELY | {"a": {"kind": "positive"}}),
    ("undecided", rf"M(a) = {COINS.replace('p', 'a')}", COIN | {"a": {"kind": "positive"}}),  # 1 - a may be 0
    ("proved", rf"M(a) = {COINS.replace('p', 'a')}", COIN | {"a": {"domain": "0 < a < 1"}}),
    ("proved", r"\sum x_i = n \bar x", MEAN),
    ("refuted", r"\sum x_i = \bar x", MEAN),
    ("proved", r"\sum_{i=1}^n (x_i + y_i) = \sum x_i + \sum y_i", SAMPLE),
    ("refuted", r"\sum_{i=1}^n x_i y_i = \sum x_i \sum y_i", SAMPLE),
    ("undecided", r"\sum_{i=2}^n x_i = \sum x_i", SAMPLE),
    # the entries of what a function is applied to
    ("proved", r"f(z) = z_1^2 + z_2", APPLIED),
    ("refuted", r"f(z) = z_1^2 - z_2", APPLIED),
    ("undecided", r"f(x) = f(z)", APPLIED),
    ("refuted", r"f(z) = f(2z)", APPLIED),
    ("proved", r"f((1, 2)) = 3", APPLIED),
    ("refuted", r"f((1, 2)) = 4", APPLIED),
    ("proved", r"\nabla f(u) = (2u_1, 1)", APPLIED),
    ("proved", r"\frac{\partial f}{\partial u_1} = 2u_1", APPLIED),
    ("proved", r"g(z) = z_1^2 + z_2^2", APPLIED),
    ("refuted", r"g(z) = g(2z)", APPLIED),
    ("undecided", r"h(z) = h(2z)", APPLIED),
    ("refuted", r"t(2A) = t(A)", APPLIED),
    *(("undecided", "f(z) = z_1 + z_2", APPLIED | {"f(u)": {"is": rf"\sum_{{{which}}} u_i"}}) for which in SOME),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why


CIRCLE, BALL = ("x^2 + y^2 = 25",), ("x^2 + y^2 + z^2 = 1",)
SPACE = PLANE | {"z": {}}
DRAWS = {"X_i": {"kind": "random"}, r"\mu": {}, r"\sigma": {"kind": "positive"}}
DRAWS |= {"n": {"kind": "natural", "domain": r"n \ge 1"}}
IID = r"\overset{\text{iid}}{\sim}"
FIVE = rf"X_1, \dots, X_5 {IID} \mathcal{{N}}(0, 1)"
AVERAGED, EACH = DRAWS | {r"\bar X_n": {}}, rf"X_i {IID} \mathcal{{N}}(\mu, \sigma^2)"
AVERAGE, TWO = r"\frac{1}{n} \sum_{i=1}^n X_i", r"X_i \sim \mathcal{N}(2, 1)"
LAW_OF_X = r" \mathcal{N}(\mu, \sigma^2)"
PAIR = {"X": {"kind": "random"}, "Y": {"kind": "random"}}
OF_MEAN = r"\operatorname{Var}\left(\frac{1}{n} \sum_{i=1}^n X_i\right) = "
GIVEN = [
    # an equation that is given is of each x, and y depends on it
    ("proved", r"\frac{dy}{dx} = -\frac{x}{y}", PLANE, CIRCLE),
    ("refuted", r"\frac{dy}{dx} = \frac{x}{y}", PLANE, CIRCLE),
    ("proved", r"2x + 2y \frac{dy}{dx} = 0", PLANE, CIRCLE),
    ("refuted", r"2x + 2y \frac{dy}{dx} = 1", PLANE, CIRCLE),
    ("proved", r"\left.\frac{dy}{dx}\right|_{(3, 4)} = -\frac{3}{4}", PLANE, CIRCLE),
    ("refuted", r"\left.\frac{dy}{dx}\right|_{(3, 4)} = \frac{3}{4}", PLANE, CIRCLE),
    ("proved", r"\frac{\partial z}{\partial x} = -\frac{x}{z} \quad (z \ne 0)", SPACE, BALL),
    ("refuted", r"\frac{\partial z}{\partial x} = \frac{x}{z} \quad (z \ne 0)", SPACE, BALL),
    ("proved", r"\frac{\partial z}{\partial x} = -\frac{x}{z}", SPACE | {"z": {"kind": "positive"}}, BALL),
    ("undecided", r"\frac{dy}{dx} = 5", PLANE, ("(y - x)^2 = 0",)),
    ("undecided", r"\frac{dy}{dx} = 5 \quad (x \ne y)", PLANE, ("(y - x)^2 = 0",)),
    ("undecided", r"\frac{dy}{dx} = 7", PLANE | {"y": {"domain": "y > 6"}}, CIRCLE),
    # samples: independent members of one law; and what random quantities are made of
    ("proved", OF_MEAN + r"\frac{\sigma^2}{n}", DRAWS, (r"X_i \overset{\text{i.i.d.}}{\sim}" + LAW_OF_X,)),
    ("undecided", OF_MEAN + r"\sigma^2", DRAWS, (r"X_i \overset{\text{i.i.d.}}{\sim}" + LAW_OF_X,)),
    ("proved", OF_MEAN + r"\frac{\sigma^2}{n}", DRAWS, (r"X_1, \dots, X_n \overset{\text{iid}}{\sim}" + LAW_OF_X,)),
    ("undecided", OF_MEAN + r"\frac{\sigma^2}{n}", DRAWS, (r"X_1, \dots, X_n \sim" + LAW_OF_X,)),
    ("undecided", OF_MEAN + r"\frac{\sigma^2}{n}", DRAWS, (r"X_i \overset{\text{approx}}{\sim}" + LAW_OF_X,)),
    ("proved", r"\operatorname{Var}(X_1 + X_2) = 2", DRAWS, (FIVE,)),
    ("undecided", r"\operatorname{Var}(X_1 + X_7) = 2", DRAWS, (FIVE,)),
    ("undecided", r"\mathbb{E}[X_7] = 0", DRAWS, (FIVE,)),
    ("undecided", r"\mathbb{E}[X_i] = 0", DRAWS | {"i": {}}, (FIVE,)),
    ("undecided", r"\mathbb{E}[X_2] = 0", DRAWS, (r"X_1 \overset{\text{iid}}{\sim} \mathcal{N}(0, 1)",)),
    ("undecided", r"\mathbb{E}[X_1] = 0", DRAWS, (r"X_3, \dots, X_n \sim \mathcal{N}(0, 1)",)),
    ("proved", OF_MEAN + r"\frac{\sigma^2}{n}", DRAWS, (r"X_1, X_2, \dots, X_n" + IID + LAW_OF_X,)),
    ("proved", r"\mathbb{E}[Y] = 2 \mathbb{E}[X] + 1", PAIR, ("Y = 2X + 1",)),
    ("undecided", r"\mathbb{E}[Y] = 2 \mathbb{E}[X]", PAIR, ("Y = 2X + 1",)),
    ("refuted", r"\mathbb{E}[Y] = 3", PAIR, ("Y = 2X + 1", r"Y \sim \mathcal{N}(0, 1)")),
    ("proved", r"Y = 2X + 1 \Rightarrow \mathbb{E}[Y] = 2 \mathbb{E}[X] + 1", PAIR, ()),
    ("refuted", r"Y = X^2 \Rightarrow \mathbb{E}[Y] = \mathbb{E}[X]^2", PAIR, ()),
    ("undecided", r"X + Y = 1 \Rightarrow \mathbb{E}[X] + \mathbb{E}[Y] = 1", PAIR, ()),  # true, and never refuted
    # the mean of so many members, of which nothing else is said
    ("proved", r"\mathbb{E}[\bar X_n] = \mu", AVERAGED, (EACH,)),
    ("proved", r"\operatorname{Var}(\bar X_n) = \frac{\sigma^2}{n}", AVERAGED, (EACH,)),
    ("undecided", r"\operatorname{Var}(\bar X_n) = \sigma^2", AVERAGED, (EACH,)),
    ("undecided", r"\operatorname{Var}(\bar X_n) = \frac{\sigma^2}{n}", AVERAGED, (r"X_i \sim" + LAW_OF_X,)),
    ("undecided", r"\mathbb{E}[\bar X_n] = \mu", AVERAGED, (EACH, r"\bar X_n = \sum_{i=1}^n X_i")),
    ("undecided", r"\bar X_n = \sum_{i=1}^n X_i \Rightarrow \mathbb{E}[\bar X_n] = \mu", AVERAGED, (EACH,)),
    ("definition", r"\mathbb{E}[\bar X_n] = \mu", AVERAGED | {r"\operatorname{Var}(\bar X_n)": {"is": "4"}}, (EACH,)),
    # a mean tends to the mean of what the model says it is made of
    ("undecided", r"\bar X_n \xrightarrow{P} 3", DRAWS | {r"\bar X_n": {"is": rf"1 + {AVERAGE}"}}, (TWO,)),
    ("refuted", r"\bar X_n \xrightarrow{P} 3", DRAWS | {r"\bar X_n": {"is": AVERAGE}}, (TWO,)),
    # a law of some places is assumed there
    ("proved", "a_5 = 9", LAW, (r"a_n = a_{n-1} + 2 \quad (n \ge 2)", "a_1 = 1")),
    ("refuted", "a_5 = 10", LAW, (r"a_n = a_{n-1} + 2 \quad (n \ge 2)", "a_1 = 1")),
    ("definition", "a_2 = 5", LAW, (r"a_n = a_{n-1} + 2 \quad (n \ge 3)", "a_1 = 1")),
]


@pytest.mark.parametrize(("kind", "tex", "lets", "givens"), GIVEN, ids=range(len(GIVEN)))
def test_a_formula_behind_what_is_given_has_this_verdict(kind, tex, lets, givens):
    found = behind(givens, tex, lets)
    assert found.kind == kind, found.why


def test_a_law_of_some_places_is_a_definition_and_can_be_given():
    law = r"a_n = a_{n-1} + a_{n-2}, \quad n \ge 2"
    assert [verdict(law, LAW, role=role).kind for role in ("definition", "given")] == ["definition", "given"]


def test_a_function_that_a_formula_defines_is_applied_to_its_own_entries():
    vectors = {one: {"kind": "vector", "shape": (2, 1)} for one in "uz"} | {"f(u)": {}}
    model = read_model(source(vectors))
    known = defining(model, read(Text.written("f(u) = u_1^2 + u_2"), model).tree)
    told = [decided(Task(read(Text.written(tex), known), known)).kind for tex in ("f(z) = z_1^2 + z_2", "f(z) = f(2z)")]
    assert told == ["proved", "refuted"]
