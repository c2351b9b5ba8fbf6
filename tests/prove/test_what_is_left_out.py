"""What is said without being written out: by dots, by remarks, by orders of growth, and by where a function goes."""

import pytest

from tests.prove.test_what_courses_write import verdict

N = {"n": {"kind": "natural"}}
DATA = {"x_i": {}} | N
SMALL = {"r": {"domain": "-1 < r < 1"}}
X = {"x": {}}
CUBE = {"f(x)": {"is": "x^3"}, "x": {}, "c": {"is": "5"}}
ROOT = {"f(x)": {"is": r"\sqrt{x}"}}
LOGISTIC = {"f(x)": {"is": r"\frac{1}{1 + e^{-x}}"}}
ROWS = [
    # what is shown names the terms up to the last one
    ("refuted", r"x_1 + \dots + x_n = \sum_{i=2}^{n} x_i", DATA),
    ("schematic", r"x_1 + x_2 + \dots + x_n = \sum_{i=1}^{n} x_i", DATA),
    ("refuted", r"\frac{x_1 + \dots + x_n}{n} = \sum_{i=1}^{n} x_i", DATA),
    ("schematic", r"\frac{x_1 + \dots + x_n}{n} = \frac1n \sum_{i=1}^{n} x_i", DATA),
    ("refuted", r"x_1^2 + \dots + x_n^2 = (x_1 + \dots + x_n)^2", DATA),
    ("schematic", r"|x_1 + \dots + x_n| \le |x_1| + \dots + |x_n|", DATA),
    ("schematic", r"x_1 + \dots + x_n = 1", DATA),
    ("refuted", r"|\{0, 1, \dots, n\}| = n", N),
    ("schematic", r"|\{0, 1, \dots, n\}| = n + 1", N),
    ("refuted", r"5 \in \{1, 2, \dots, 4\}", {}),
    ("schematic", r"3 \in \{1, 2, \dots, 4\}", {}),
    ("refuted", r"(1, 2, \dots, n) = (2, 3, \dots, n)", N),
    ("schematic", r"1 + 2 + \dots + 2^n = 2^{n+1} - 1", N),
    ("refuted", r"1 + 2 + \dots + 2^n = 2^{n+1}", N),
    # two terms without an end
    ("undecided", r"\frac12 + \frac14 + \cdots = \frac34", {}),
    ("schematic", r"\frac12 + \frac14 + \cdots = 1", {}),
    ("schematic", r"1 + \frac14 + \cdots = \frac{\pi^2}{6}", {}),
    ("undecided", r"1 - 1 + \cdots = \frac12", {}),
    ("refuted", r"1 + r + \cdots = \frac{r}{1 - r}", SMALL),
    ("schematic", r"r + r^2 + \cdots = \frac{r}{1 - r}", SMALL),
    ("refuted", r"\sum_{k=0}^{\infty} r^k = r + r^2 + \cdots", SMALL),
    ("refuted", r"a + ar + ar^2 + \cdots = \frac{1}{1 - r}", SMALL | {"a": {}}),
    ("schematic", r"a + ar + ar^2 + \cdots = \frac{a}{1 - r}", SMALL | {"a": {}}),
    ("refuted", r"(1 + x)^n = 1 + 2nx + \cdots", X | N),
    ("schematic", r"(1 + x)^n = 1 + nx + \cdots", X | N),
    ("refuted", r"\cos x = 1 + \frac{x^2}{2} - \cdots", X),
    ("schematic", "g(x) = a + bx + \\cdots", X | {"g(x)": {}, "a": {}, "b": {}}),
    # digits that go on
    ("refuted", r"0.999\ldots < 1", {}),
    ("refuted", r"0.333\ldots > \frac13", {}),
    ("schematic", r"0.333\ldots > 0.3", {}),
    # words before what is known
    ("refuted", r"\text{where } f(2) = 9", CUBE),
    ("notation", r"\text{where } f(2) = 8", CUBE),
    ("refuted", r"d = f(2), \text{ where } c = 7", CUBE),
    ("refuted", r"d := 2x, \quad \text{where } x = x + 1", CUBE),
    ("notation", r"\text{where } r = 3", {"r": {}}),
    # from where to where a function goes
    ("refuted", r"f \colon \mathbb{R} \to [0, \infty)", CUBE),
    ("refuted", r"f \colon [0, 1] \to [2, 3]", CUBE),
    ("refuted", r"f \colon \mathbb{R} \to \mathbb{N}", CUBE),
    ("notation", r"f \colon [0, 1] \to [0, 1]", CUBE),
    ("refuted", r"f \colon \mathbb{R} \to \mathbb{R}", ROOT),
    ("notation", r"f \colon [0, \infty) \to \mathbb{R}", ROOT),
    ("refuted", r"f \colon \mathbb{R} \to (1, 2)", LOGISTIC),
    ("notation", r"f \colon \mathbb{R} \to (0, 1)", LOGISTIC),
    ("refuted", r"L \colon \mathbb{R}^2 \to [1, \infty)", {"L(u, v)": {"is": "u^2 + v^2"}}),
    ("refuted", r"f \colon \mathbb{R} \to \mathbb{R}, \quad x \mapsto x^2", CUBE),
    ("notation", r"g \colon \mathbb{R} \to [0, 1]", {"g(x)": {}}),
    # a pole that no trial meets is one all the same; what is shown to have values everywhere claims nothing more
    ("undecided", r"f \colon \mathbb{R} \to \mathbb{R}", {"f(x)": {"is": r"\frac{1}{x - 7.3}"}}),
    ("undecided", r"f \colon \mathbb{N} \to \mathbb{R}", {"f(x)": {"is": r"\frac{1}{x - 12}"}}),
    ("undecided", r"f \colon \mathbb{R}^2 \to \mathbb{R}", {"f(x, y)": {"is": r"\frac{1}{x - y - 7.3}"}}),
    ("undecided", r"f \colon \mathbb{R} \to [0.01, \infty)", {"f(x)": {"is": "(x - 7.3)^2"}}),
    ("notation", r"f \colon \mathbb{R} \to \mathbb{R}", {"f(x)": {"is": r"\frac{1}{\sin x + 2}"}}),
    ("notation", r"f \colon \mathbb{R} \setminus \{0\} \to \mathbb{R}", {"f(x)": {"is": r"\frac{1}{x}"}}),
    ("undecided", r"f \colon \mathbb{R} \to \mathbb{R}, \; f(x) = \frac{1}{x - 7.3}", {"x": {}}),
    ("definition", r"f \colon \mathbb{R} \to \mathbb{R}, \; f(x) = x^2", {"x": {}}),
    ("refuted", r"f \colon \mathbb{R} \to [0, 1], \; f(x) = x^2", {"x": {}}),
    # notes at braces and over signs
    ("refuted", r"\underbrace{1 + 1 + 1}_{4 \text{ times}} = 3", {}),
    ("proved", r"\underbrace{1 + 1 + 1}_{3 \text{ times}} = 3", {}),
    ("refuted", r"\underbrace{x \cdot x \cdot x}_{2 \text{ factors}} = x^3", X),
    ("refuted", r"4 \overset{2 + 2 = 5}{=} 4", {}),
    ("proved", r"4 \overset{2 + 2 = 4}{=} 4", {}),
    ("refuted", r"f(2) \xrightarrow{x \to 2} 9", CUBE),
    ("notation", r"x_n \xrightarrow{n \to \infty} 3", N),
    # a condition under which there is no value
    ("undecided", r"\frac{x}{x} = 1 \text{ for } x = 0", X),
    ("proved", r"\frac{x}{x} = 1 \text{ for } x = 2", X),
    # a bold name beside the plain one that has a value
    ("undecided", r"\mathbf{v} = (1, 3)", {"v": {"is": "(1, 2)"}}),
    ("definition", r"\mathbf{u} = (1, 3)", {"v": {"is": "(1, 2)"}}),
    # members of a family
    ("undecided", "x_1 = x_2", DATA),
    ("definition", "x_1 := x_2", DATA),
    ("undecided", "w^{(k+1)} = w^{(k)}", {"w^{(k)}": {}}),
    ("definition", "w^{(k+1)} = w^{(k)} - z", {"w^{(k)}": {}, "z": {}}),
    ("undecided", "d_{-1} = 0", N | {"d_n": {"is": r"\frac{1}{n + 1}"}}),
    ("definition", r"d_{\max} = 1", N | {"d_n": {"is": r"\frac{1}{n + 1}"}}),
    # each link before an order
    ("refuted", "T(n) = n^2 = O(n)", N),
    ("refuted", "n^2 = n^3 = O(n^3)", N),
    ("refuted", "n^2 = O(n^2) = O(n)", N),
    ("notation", "T(n) = n^2 = O(n^2)", N),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=[tex for _, tex, _ in ROWS])
def test_what_is_left_out_is_judged_where_it_is_known(kind, tex, lets):
    assert verdict(tex, lets).kind == kind
