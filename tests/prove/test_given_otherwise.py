"""What is given is not said otherwise by a definition, and what nothing obeys is not given."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import source

NAMES = {
    "F": {"kind": "event"},
    "E": {"kind": "event"},
    "G": {"kind": "event"},
    "J(t)": {},
    "K(t)": {},
    "a_n": {},
    "u": {"domain": "u > 0"},
    "H(u)": {},
    "n": {"kind": "natural"},
    "m": {"kind": "natural"},
    "l": {"kind": "integer"},
    "k": {"kind": "integer"},
    "q": {"domain": "0 < q < 1"},
    "X": {"kind": "random"},
    "Y": {"kind": "random"},
    "Z": {"kind": "random"},
}


def judged(tex, *givens, **more):
    model = read_model(with_free_names(Text.written(" ; ".join((tex, *givens))), source(NAMES)))
    assumed = tuple(read(Text.written(one), model).tree for one in givens)
    return decided(Task(read(Text.written(tex), model), model, givens=assumed, **more))


OTHERWISE = [
    ("P(F) = 0.6", "P(F) = 0.5"),
    (r"P(F \mid E) = 0.4", "P(F) = 0.5", r"E \perp F"),
    (r"\mathbb{E}[2X] = 3", r"\mathbb{E}[X] = 2"),
    ("J(t) = t", "J(0) = 1"),
    ("J(t) := t^3", "J'(t) = t"),
    ("J(t) = -1 - t^2", r"J(t) \ge 0"),
    ("J(t) = t", "J(1) = 1", "J(2) = 3"),
    ("a_2 = 5", "a_n = n^2"),
    ("a_{n+1} = n^2 + 1", "a_n = n^2"),
    ("a_1 = 3", "a_0 = 1", "a_{n+1} = 2a_n"),
    ("a_n := 3^n", "a_0 = 1", "a_{n+1} = 2a_n"),
    (r"\operatorname{SD}(X) = 2", r"\operatorname{Var}(X) = 2"),
    (r"\operatorname{Var}(X) = 5", r"\operatorname{SD}(X) = 2"),
    ("a_{n+1} = a_n + 1", "a_1 = 1", "a_2 = 3"),
    ("a_{n+2} = a_{n+1} + a_n", "a_0 = 1", "a_1 = 1", "a_2 = 3"),
    ("a_{n+1} = 2a_n", "a_0 = 1", "a_2 = 5"),
    ("a_5 = 64", "a_0 = 1", "a_{n+1} = 2a_n + 1"),
    ("a_1 = 5", "a_2 = 7", "a_{n+1} = 2a_n + 1"),
    ("a_n = 2^n", "a_0 = 1", "a_{n+1} = 2a_n + 1"),
    ("a_{n+2} = a_{n+1} + a_n", "a_0 = 1", "a_1 = 1", "a_4 = 7"),
    (r"X \sim \mathcal{N}(2, 1)", r"\mathbb{E}[X] = 3"),
    (r"X, Y \sim \mathcal{N}(2, 1)", r"\mathbb{E}[Y] = 3"),
    (r"X \sim \mathcal{N}(2, 1)", r"\sigma_X = 2"),
    (r"X \sim \mathcal{N}(2, 1)", "P(X = 0) = 0.5", "P(X = 1) = 0.5"),
    (r"X \sim \mathcal{U}(0, 1)", r"X \ge 2"),
    (r"X \sim \operatorname{Ber}(0.3)", "P(X = 1) = 0.5"),
    (r"a_n \to 1", r"a_{n+1} = \frac{a_n}{2}"),
    (r"a_n \to 2", r"a_{n+1} = \frac{1}{2}\left(a_n + \frac{2}{a_n}\right)"),
    (r"\lim_{n \to \infty} a_n = 1", r"a_{n+1} = \frac{a_n}{2}"),
    (r"a_n \to 5", r"a_n = \frac{1}{n + 1}"),
    (r"a_n \to 1", "2a_{n+1} = a_n"),
    (r"a_n \to 1", r"a_{n+1} = \sqrt{2 + a_n}"),
    (r"a_n \to \infty", r"a_{n+1} = \frac{a_n}{2}"),
    (r"a_n \to \infty", r"a_{n+1} = \cos a_n"),
    (r"a_n \to -\infty", r"a_{n+1} = a_n^2"),
    (r"a_n \to 1", r"a_{n+1} = \cos a_n"),
    (r"\bar X \xrightarrow{P} 3", r"X \sim \mathcal{N}(2, 1)"),
    (r"\bar X_n \xrightarrow{d} \mathcal{N}(2, 1)", r"X \sim \mathcal{N}(2, 1)"),
    (r"\bar X_n = \frac1n \sum_{i=1}^n X \xrightarrow{P} 3", r"X \sim \mathcal{N}(2, 1)"),
    (r"\bar X_n \sim \mathcal{N}(2, 1)", r"X \sim \mathcal{N}(2, 1)"),
    (r"\bar X_{25} \sim \mathcal{N}(2, 1)", r"X \sim \mathcal{N}(2, 9)"),
    (r"\bar X_{25} \sim N(100, 225)", r"X \sim N(100, 15^2)"),
    (r"\bar X_{25} \sim \mathcal{N}(50, 25)", r"X \sim \operatorname{Bin}(100, 0.5)"),
    (r"\bar X_{25} \sim \mathcal{N}(2, 5^2)", r"X \sim \mathcal{N}(2, 5^2)"),
    (r"\bar X_n \sim \mathcal{N}(3, \frac{1}{n})", r"X \sim \mathcal{N}(2, 1)"),
    (r"\sqrt n (\bar X_n - 2) \xrightarrow{d} \mathcal{N}(0, 2)", r"X \sim \mathcal{N}(2, 4)"),
    (r"\frac{\bar X_n - 2}{2/n} \xrightarrow{d} \mathcal{N}(0, 1)", r"X \sim \mathcal{N}(2, 4)"),
]
BESIDE = [
    (r"\bar X_{25} \sim N(100, 9)", r"X \sim N(100, 15^2)"),
    (r"X \sim \mathcal{N}(2, 1)", r"\mathbb{E}[X] = 2"),
    (r"X \sim \operatorname{Exp}(2)", r"X \ge 0"),
    (r"X \sim \operatorname{Ber}(0.5)", "P(X = 0) = 0.5", "P(X = 1) = 0.5"),
    (r"a_n \to 0", r"a_{n+1} = \frac{a_n}{2}"),
    (r"a_n \to \sqrt{2}", r"a_{n+1} = \frac{1}{2}\left(a_n + \frac{2}{a_n}\right)"),
    (r"a_n \to \infty", "a_{n+1} = 2a_n"),
    (r"a_n \to q", r"a_{n+1} = \frac{a_n}{2}"),  # of any q nothing is claimed yet
    (r"a_n \to 3", r"a_{n+1} = a_n + \frac{1}{2^n}"),
    (r"a_n \to \infty", r"a_n = \frac{a_{n+1}}{2}"),
    (r"a_n \to -\infty", "a_{n+1} = a_n - 1"),
    (r"\bar X_n \xrightarrow{P} 2", r"X \sim \mathcal{N}(2, 1)"),
    (r"\bar X_n \sim \mathcal{N}(2, \frac1n)", r"X \sim \mathcal{N}(2, 1)"),
    (r"\bar X_{25} \sim \mathcal{N}(2, 1)", r"X \sim \mathcal{N}(2, 25)"),
    (r"\bar X_{25} \sim \mathcal{N}(2, 1^2)", r"X \sim \mathcal{N}(2, 5^2)"),
    (r"\bar X_{25} \sim \mathcal{N}(2, \frac{25^2}{25})", r"X \sim \mathcal{N}(2, 25^2)"),
    (r"\sqrt n (\bar X_n - 2) \xrightarrow{d} \mathcal{N}(0, 4)", r"X \sim \mathcal{N}(2, 4)"),
    (r"\frac{\bar X_n - 2}{2/\sqrt n} \xrightarrow{d} \mathcal{N}(0, 1)", r"X \sim \mathcal{N}(2, 4)"),
    (r"a_n \to 0", r"a_{n+1} = \frac{a_n^2}{a_{n-1}}"),  # 0/0 in the limit
    (r"X \sim \mathcal{N}(q, 1)", r"\mathbb{E}[X] = \frac12"),
    (r"X \sim \mathcal{N}(2, 1)", r"\mathbb{E}[X] = q"),
]
AS_WELL = [
    ("P(E) = 0.6", "P(F) = 0.5"),
    (r"P(F \mid E) = 0.6", "P(F) = 0.5"),
    ("J(t) = t", "J(0) = 0"),
    ("J(t) = t^2 + 3", "J'(t) = 2t"),
    ("J(t) = t", "J(t) + K(t) = 1"),
    (r"\operatorname{Var}(X) = 3", r"\mathbb{E}[X] = 2"),
    (r"\mathbb{E}[X + Y] = 5", r"\mathbb{E}[X] = 2"),
    ("a_n := 2^n", "a_0 = 1", "a_{n+1} = 2a_n"),
    (r"\operatorname{SD}(X) = 2", r"\mathbb{E}[X] = 2"),
    (r"\operatorname{SD}(X) = 2", r"\operatorname{Var}(Y) = 2"),
    ("a_{n+1} = a_n + 1", "a_1 = 1", "a_2 = 2"),
    ("a_{n+2} = a_{n+1} + a_n", "a_0 = 1", "a_1 = 1"),
    ("J(u) := u^2", "u = 2"),
    ("J(t) = K(t)", "J'(t) = K'(t)"),
    ("a_{n+1} = 2a_n", "a_0 = 1", "a_2 = 4"),
]
NEVER = [
    r"\max J = 2, J(1) = 5",
    r"\min_t J(t) = 2, J(1) = 1",
    r"\gcd(n, m) = 4, nm = 8",
    "xy > 1, x^2 + y^2 < 1",
    "x + y > 2, x^2 + y^2 < 1",
    r"xy \ge 1, x^2 + y^2 < 2",
    r"x, y > 0, x + y < 0",
    r"n \mid m, m \mid n, n \ne m",
    r"n \mid m, m \mid n, n > m",
    "2^n = n",
    "n < m < n + 1",
    r"\gcd(n, m) = 2, n = 3",
    r"X \ge 0, \mathbb{E}[X] = 1, P(X \ge 10) = 0.5",
    "n^n = 5",
    "n! = n + 5",
    "3^n = n^2 + 1, n > 1",
    r"|\operatorname{Cov}(X, Y)| > \operatorname{SD}(X) \operatorname{SD}(Y)",
    r"\operatorname{Corr}(X, Y) = 0.9, \operatorname{Corr}(Y, Z) = 0.9, \operatorname{Corr}(X, Z) = -0.9",
    r"\rho_{XY} = 0.9, \rho_{YZ} = 0.9, \rho_{XZ} = -0.9",
    r"\sum_{k=1}^n a_k = n^2, a_1 = 2",
    "a_{2n} = n, a_2 = 2",
    "H(u) \\ge 0, H(3) = -1",
    r"X \sim \chi^2_{-1}",
    "X \\sim t_{-1}",
    "x^2 = -1",
    r"\sin x = 2",
    r"\sqrt{x} = -1",
    "q > 1",
    "n = \\frac12",
    "2k = 1",
    "k^2 = 2",
    "2k = 2n + 1",
    "6k = 4n + 1",
    "4^k = 2^{2n + 1}",
    r"X \sim \mathcal{N}(0, -1)",
    r"9^k = 2 \cdot 3^n",
    "k^2 = 3n + 2",
    "P(F) = 2",
    r"\operatorname{Var}(X) = -1",
    "x < 1, x > 2",
    r"\operatorname{Corr}(X, Y) = 2",
    r"X \sim \operatorname{Bin}(2.5, 0.5)",
    r"X \sim \mathcal{N}(0, -k^2)",
    r"x \in \{1, 2\}, x > 3",
    r"n \equiv 1 \pmod 4, n \equiv 2 \pmod 4",
    r"n^2 \equiv 2 \pmod 4, 3 \mid n",
    r"n \bmod 4 = 3, n \text{ is even}",
    r"n \bmod 4 = 4",
    r"n \mid 7, n > 7",
    r"n \mid 12, n > 4, n < 6",
    r"\lfloor x \rfloor = 1.5",
    "k! = 5",
    r"P(F \mid E) = 0.5, P(F) = 0.1, P(E) = 0.5",
    r"P(E \cup F) = 0.5, P(E) = 0.6",
]
OFTEN = [
    r"\max J = 2, J(1) = 2, J(2) = 1",
    r"\max_{0 \le t \le 1} J(t) = 2, J(2) = 5",
    r"\gcd(n, m) = 4, nm = 16",
    "xy > 0.4, x^2 + y^2 < 1",
    "x + y > 1, x^2 + y^2 < 1",
    r"xy \ge 1, x^2 + y^2 \le 2",
    "x, y > 0",
    r"x, y \ne 0",
    "x, y, z = 0",
    r"x, y \in [0, 1]",
    r"n \mid m, n \ne m",
    r"k \mid l, l \mid k, k \ne l",
    "2^n = n + 1",
    r"n < m \le n + 1",
    "x < y < x + 1",
    r"\gcd(n, m) = 2, n = 4",
    r"X \ge 0, \mathbb{E}[X] = 1, P(X \ge 10) = 0.1",
    r"\lim_{x \to 0} J(x) = 1, J(x) \ge 2",
    "2^n = n^2",
    "n^n = 27",
    r"\operatorname{Corr}(X, Y) = 0.9, \operatorname{Corr}(Y, Z) = 0.9, \operatorname{Corr}(X, Z) = 0.9",
    r"\operatorname{Cov}(X, Y) = 1.5, \operatorname{SD}(X) = 1, \operatorname{SD}(Y) = 2",
    r"\sum_{k=1}^n a_k = n^2, a_1 = 1",
    "a_{2n} = n, a_2 = 1",
    "a_{2n} = n, a_3 = 2",
    "H(u) \\ge 0, H(-3) = -1",
    r"X \sim \chi^2_3",
    "x^2 = 4",
    r"\cos x = x",
    "P(F) = 0",
    "k^2 = 4",
    "2k = n",
    "3k = 2n + 1",
    "4^k = 2^{n + 1}",
    "k^2 = 3n + 1",
    "J(0) = 1",
    "q = \\frac12",
    r"\ln x = y",
    r"x \ne 0",
    r"x \in \{1, 2\}, x > 1",
    r"n \equiv 1 \pmod 4, n \equiv 3 \pmod 6",
    r"n \equiv 1 \pmod 4, k \equiv 2 \pmod 4",
    r"n^2 \equiv 1 \pmod 4, 3 \mid n",
    r"n \mid 12, n > 3, n < 6",
    r"n \nmid 6, n \mid 12",
    r"\lfloor x \rfloor = -2",
    "k! = 120",
    "x! = 5",
    r"P(F \mid E) = 0.5, P(F) = 0.3, P(E) = 0.5",
    r"X \sim \mathcal{N}(0, 1), Y = 2X, Y \sim \mathcal{N}(0, 4)",
    r"X \sim \operatorname{Bin}(k, 0.5)",
]


FOLLOWS = [
    ("a_5 = 63", "a_0 = 1", "a_{n+1} = 2a_n + 1"),
    ("a_n = 2^{n+1} - 1", "a_0 = 1", "a_{n+1} = 2a_n + 1"),
    ("a_{n+1} - a_n = 2n + 1", "a_n = n^2"),
    (r"\sum_{k=1}^3 a_k = 6", "a_n = n"),
    (r"\sum_{k=1}^3 a_{k-1} = 3", "a_n = n"),
    ("a_{2n} = 4n^2", "a_n = n^2"),
    (r"\forall k \in \mathbb{N}: a_k = k^2", "a_n = n^2"),
    (r"\lim_{n \to \infty} a_n = 0", r"a_n = \frac{1}{n + 1}"),
]
UNSHOWN = [
    (r"x \ne 3", "x = n^2"),
    ("a_{n+1} a_{n-1} - a_n^2 = (-1)^n", "a_0 = 0", "a_1 = 1", "a_{n+1} = a_n + a_{n-1}"),
    ("a_n = 1", "a_2 = 1", "a_{n+1} = a_n^2"),
    ("a_n > 0", "a_0 = 1", "a_{n+1} = 2a_n + 1"),
]


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in OTHERWISE])
def test_a_definition_that_contradicts_what_is_given_is_refuted(tex, givens):
    assert judged(tex, *givens).kind == "refuted"


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in AS_WELL])
def test_a_definition_that_agrees_with_it_stays_one(tex, givens):
    assert judged(tex, *givens).kind == "definition"


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in BESIDE])
def test_a_law_and_a_limit_that_agree_with_what_is_given_claim_nothing(tex, givens):
    assert judged(tex, *givens).kind == "notation"


TABLE = {"X": {"kind": "random"}, "P(X = 0)": {"is": "0.5"}, "P(X = 1)": {"is": "0.5"}, "t": {}}
NORMAL = {"X": {"domain": r"X \sim \mathcal{N}(2, 1)"}, "t": {}}
COUNTS = {"X": {"domain": r"X \sim \operatorname{Poisson}(3)"}, "t": {}, "k": {"kind": "natural"}}
WITHIN = {"X": {"kind": "random", "domain": r"0 \le X \le 1"}}
COIN = {"X": {"kind": "random", "domain": r"X \in \{0, 1\}"}}
DATA = {"x_i": {}, "x_1": {"is": "1"}, "x_2": {"is": "2"}, "x_3": {"is": "4"}}
PAIR = {"X": {"kind": "random"}, "Y": {"kind": "random"}, "n": {"kind": "natural", "domain": r"n \le 5"}}


@pytest.mark.parametrize(
    ("kind", "tex", "lets"),
    [
        ("definition", r"M_X(t) = \frac{1 + e^t}{2}", TABLE),
        ("refuted", "M_X(t) = e^t", TABLE),
        ("definition", r"M_X(t) = e^{2t + \frac{t^2}{2}}", NORMAL),
        ("refuted", "M_X(t) = e^{2t}", NORMAL),
        ("undecided", r"X \sim \mathcal{U}(0, 2), \; f_X(t) = 2", {"X": {"kind": "random"}, "t": {}}),
        ("refuted", r"X \sim \operatorname{Exp}(2), \; M_X(t) = \frac{2}{2 + t}", {"X": {"kind": "random"}, "t": {}}),
        ("definition", r"G_X(t) = e^{3(t - 1)}", COUNTS),
        ("undecided", "G_X(t) = e^t", COUNTS),
        ("definition", r"p_X(k) = \frac{3^k e^{-3}}{k!}", COUNTS),
        ("refuted", r"p_X(k) = \frac{3^k}{k!}", COUNTS),
        ("undecided", "p_X(k) = 0.7", TABLE | {"k": {"kind": "natural"}}),
        ("undecided", r"M_X(t) = \frac{2}{2 - t}", {"X": {"domain": r"X \sim \operatorname{Exp}(2)"}, "t": {}}),
        (
            "undecided",
            r"\mathbb{E}[e^{tX}] = \frac{2}{2 - t}",
            {"X": {"domain": r"X \sim \operatorname{Exp}(2)"}, "t": {}},
        ),
        (
            "definition",
            r"M_X(t) = \frac{2}{2 - t} \quad (t < 2)",
            {"X": {"domain": r"X \sim \operatorname{Exp}(2)"}, "t": {}},
        ),
        ("definition", r"\varphi_X(t) = e^{2it - \frac{t^2}{2}}", NORMAL),
        ("refuted", r"\varphi_X(t) = e^{2it - t^2}", NORMAL),
        ("undecided", r"\varphi_X(t) = 1", WITHIN | {"X": {"domain": r"X \sim \mathcal{U}(0, 1)"}, "t": {}}),
        ("refuted", r"P(X = 1 \mid Y = 1) = 0.5, \; P(X = 2 \mid Y = 1) = 0.6", PAIR),
        ("definition", r"P(X = 1 \mid Y = 1) = 0.5, \; P(X = 2 \mid Y = 2) = 0.6", PAIR),
        ("refuted", r"\bar x = 3", DATA),
        ("definition", r"\bar x = \frac{7}{3}", DATA),
        ("refuted", r"X \sim \mathcal{U}(0, 1)", {"X": {"kind": "random", "domain": r"X \ge 2"}}),
        ("refuted", r"\mathbb{E}[X \mid Y = 1] = 2, \; P(Y = 1) = 1, \; \mathbb{E}[X] = 3", PAIR),
        ("definition", r"\mathbb{E}[X \mid Y = 1] = 2, \; P(Y = 1) = 1, \; \mathbb{E}[X] = 2", PAIR),
        ("refuted", r"P(Y = 0) = \frac12, P(Y = 1) = \frac12, E[X|Y=0] = 1, E[X|Y=1] = 2, E[X] = 3", PAIR),
        ("refuted", r"\mathbb{E}[|X|] = 1, \; \mathbb{E}[X] = 2", PAIR),
        ("definition", r"\mathbb{E}[|X|] = 2, \; \mathbb{E}[X] = -1", PAIR),
        ("refuted", r"P(X \ge 0) = 1, \; \mathbb{E}[X] = -1", PAIR),
        ("refuted", r"P(X \le 1) = 1, \; P(X > 2) = 0.1", PAIR),
        ("refuted", "P(X > 2) = 0.5", WITHIN),
        ("refuted", r"P(X \le 1) = 0.3", WITHIN),
        ("definition", "P(X > 0.5) = 0.3", WITHIN),
        ("refuted", r"P(2 < X) = 0.5", WITHIN),
        ("refuted", r"P(X > 2 \mid Y = 1) = 0.5", WITHIN | {"Y": {"kind": "random"}}),
        ("refuted", r"P(X > 2, Y = 1) = 0.5", WITHIN | {"Y": {"kind": "random"}}),
        ("definition", r"P(X > 0.5, Y = 1) = 0.5", WITHIN | {"Y": {"kind": "random"}}),
        ("refuted", r"P(X + Y > 2) = 0.5", WITHIN | {"Y": {"kind": "random", "domain": r"0 \le Y \le 1"}}),
        ("refuted", r"P(X^2 > 2) = 0.5", WITHIN),
        ("refuted", r"\mathbb{E}[X] = -1, \; P(X \ge 0) = 1", PAIR),  # what is sure is said last
        ("refuted", r"P(0 \le X \le 1) = 1, \; \mathbb{E}[X] = 2", PAIR),
        ("refuted", r"P(X < 0) = 0, \; \mathbb{E}[X] = -2", PAIR),
        ("definition", r"P(X < 0) = 0.1, \; \mathbb{E}[X] = -2", PAIR),
        ("definition", r"P(X < 0) = 0, \; \mathbb{E}[X] = 2", PAIR),
        ("refuted", r"P(X \ge 0) = 1, \; P(X \le 5) = 1, \; \operatorname{Var}(X) = 100", PAIR),
        ("definition", r"P(X \ge 0) = 1, \; P(X \le 5) = 1, \; \operatorname{Var}(X) = 6", PAIR),
        ("refuted", "P(X = 5) = 0.3", COIN),
        ("definition", "P(X = 5) = 0", COIN),
        ("definition", "P(X = 1) = 0.3", COIN),
        ("refuted", r"\mathbb{E}[X] = 2", COIN),
        ("refuted", r"\operatorname{Var}(X) = 0.5", COIN),
        ("definition", r"\operatorname{Var}(X) = 0.2", COIN),
        ("refuted", r"\operatorname{Var}(X) = 0, \; P(X = 1) = 0.5", PAIR),
        ("definition", r"\operatorname{Var}(X) = 1, \; P(X = 1) = 0.5", PAIR),
        ("refuted", r"\frac{1}{n} \to 0", PAIR),
        ("refuted", r"\frac{1}{n} \xrightarrow{P} 0", PAIR),
        ("refuted", r"\frac{1}{n} \to 0 \text{ as } n \to \infty", PAIR),
        ("proved", r"\frac{1}{n} \to 0", {"n": {"kind": "natural"}}),
    ],
)
def test_what_is_known_of_a_quantity_says_these_too(kind, tex, lets):
    model = read_model(with_free_names(Text.written(tex), source(lets)))
    assert decided(Task(read(Text.written(tex), model), model)).kind == kind


@pytest.mark.parametrize(("kind", "value"), [("refuted", "4"), ("definition", "3"), ("definition", "-1")])
def test_one_of_two_roots_is_none_but_these(kind, value):
    assert judged(rf"x_{{1, 2}} = 1 \pm 2, \quad x_1 = {value}").kind == kind


@pytest.mark.parametrize("tex", NEVER)
def test_a_constraint_that_nothing_obeys_is_refused(tex):
    assert judged(tex, role="given").kind == "refuted"


@pytest.mark.parametrize("tex", OFTEN)
def test_any_other_constraint_is_given(tex):
    assert judged(tex, role="given").kind == "given"


@pytest.mark.parametrize(
    ("kind", "tex", "lets"),
    [
        ("refuted", "f(x) > 3", {"f(x)": {"is": r"\ln x", "domain": r"-2 \le x \le -1"}}),
        ("refuted", r"\frac{y}{\sqrt{y}} = \sqrt{y}", {"y": {"domain": "y < 0"}}),
        ("proved", r"\frac{y}{y} = 1", {"y": {"domain": "y < 0"}}),
        ("proved", r"\ln(-y) = \ln|y|", {"y": {"domain": "y < 0"}}),
        ("undecided", "w + 1 = 1.5", {"w": {"is": "0.5", "kind": "natural"}}),
        ("undecided", "w = v - 1", {"w": {"is": "-5", "kind": "positive"}, "v": {"is": "-4"}}),
        ("undecided", "w > 0", {"w": {"is": "v - 7", "domain": "w > 0"}, "v": {"is": "3"}}),
        ("proved", "w + 1 = 6", {"w": {"is": "5", "kind": "natural"}}),
        ("proved", "w > 0", {"w": {"is": "v + 7", "kind": "positive"}, "v": {"is": "3"}}),
        ("undecided", r"\operatorname{Var}(X) = -1", {"X": {"kind": "random"}, r"\operatorname{Var}(X)": {"is": "-1"}}),
    ],
)
def test_nothing_is_proved_of_values_that_there_are_not(kind, tex, lets):
    model = read_model(with_free_names(Text.written(tex), source(lets)))
    assert decided(Task(read(Text.written(tex), model), model)).kind == kind


@pytest.mark.parametrize(
    ("tex", "domain", "kind"),
    [
        ("A^{-1} A = I", r"\det A = 0", "refuted"),
        ("A^{-1} A = I", r"\det A = 1", "proved"),
        (r"Ax = b \iff x = A^{-1} b", r"\det A = 0", "refuted"),
    ],
)
def test_what_has_no_value_where_the_model_says_so_is_not_proved(tex, domain, kind):
    square, column = {"kind": "matrix", "shape": (2, 2)}, {"kind": "vector", "shape": (2, 1)}
    model = read_model(source({"A": {**square, "domain": domain}, "x": column, "b": column}))
    assert decided(Task(read(Text.written(tex), model), model)).kind == kind


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in FOLLOWS])
def test_what_follows_from_a_law_that_is_given_is_proved(tex, givens):
    assert judged(tex, *givens).kind == "proved"


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in UNSHOWN])
def test_members_that_cannot_be_worked_out_refute_nothing(tex, givens):
    assert judged(tex, *givens).kind == "undecided"


@pytest.mark.parametrize(
    ("tex", "givens"),
    [
        ("a_2 = 3", ["a_n = n + 1", "n > 5"]),
        ("a_7 = 7", ["a_n = n", "n = 3"]),
        ("a_{2.5} = 3.5", ["a_n = n + 1"]),
        (r"a_n = n + 1, \quad a_{2.5} = 3.5", []),
        (r"\int_0^1 a_x \, dx = \frac{1}{2}", ["a_n = n"]),
        (r"\lim_{x \to 0} a_x = 0", ["a_n = n"]),
        ("a_{n-1} = n - 1", ["a_n = n"]),
        ("a_x = x", ["a_n = n"]),
        (r"\forall x \in \mathbb{R}: a_x = x", ["a_n = n"]),
        (r"\sum_{k=-2}^3 a_k = 3", ["a_n = n"]),
        (r"\sum_{k=0}^3 a_{k-1} = 2", ["a_n = n"]),
        ("a_{n/2} = n/2", ["a_n = n"]),
        (r"\forall k \in \mathbb{N}: a_{k-1} = k - 1", ["a_n = n"]),
        (r"\forall k \in \mathbb{N}: a_k = k", ["a_n = n", "n > 5"]),
        (r"\forall k \in \mathbb{Z}: a_k = k", ["a_n = n"]),
    ],
)
def test_a_law_says_nothing_of_places_that_it_is_not_said_of(tex, givens):
    assert judged(tex, *givens).kind != "proved"


def test_a_law_is_not_said_of_places_outside_of_its_letter_s_domain():
    model = read_model(source({"n": {"kind": "natural", "domain": "n > 5"}}))
    for place, kind in (("7", "proved"), ("2", "definition")):
        tex = rf"a_n = n + 1, \quad a_{place} = {int(place) + 1}"
        assert decided(Task(read(Text.written(tex), model), model)).kind == kind


def test_events_independent_given_another_are_given_and_no_more():
    given = r"E \perp F \mid G"
    assert judged(given, role="given").kind == "given"
    assert judged(r"P(E \cap F \mid G) = P(E \mid G) P(F \mid G)", role="given").kind == "given"
    assert judged(r"P(E \mid F \cap G) = P(E \mid G)", given).kind == "proved"
    for more in (r"P(E \cap F) = P(E) P(F)", r"P(E \mid F) = P(E)", r"P(E \cap G) = P(E) P(G)"):
        assert judged(more, given).kind != "proved"


@pytest.mark.parametrize(
    ("false", "true"),
    [(r"n = \frac12", "n = 3"), ("n = -3", "n = 0"), (r"k = \sqrt2", "k = -2"), (r"k = \frac12", r"k = \frac{m}{2}")],
)
@pytest.mark.parametrize("role", ["given", "definition"])
def test_a_name_is_given_no_number_that_is_none_of_its_kind(role, false, true):
    assert judged(false, role=role).kind == "refuted"
    assert judged(true, role=role).kind == role
