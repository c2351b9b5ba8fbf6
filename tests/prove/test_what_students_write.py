r"""Errors that students make, and what is true beside each: of claims, of what is given, and of what has dots."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import source

EVENT, SET, NATURAL = {"kind": "event"}, {"kind": "set"}, {"kind": "natural"}
EVENTS, SETS = {"A": EVENT, "B": EVENT}, {"A": SET, "B": SET}
SQUARE = {"A": {"kind": "matrix", "shape": (3, 3)}, "t": {}}
RANDOM, WHOLE = {"X": {"kind": "random"}, "Y": {"kind": "random"}}, {"n": NATURAL, "m": NATURAL}
BEST = {"J(x)": {}, "g(x)": {}, "x": {}}
DRAWN = {"A": EVENT, "k": {}, "n": {}}
BOTH_ROOTS = r"x_{1,2} = -\frac{p}{2} \pm \sqrt{\frac{p^2}{4} - q}"
ELU = r"\begin{{cases}} z & {} \\ \alpha (e^z - 1) & \text{{otherwise}} \end{{cases}}"
GELU = r"\frac z2 (1 + \tanh(\sqrt{{2/\pi}} (z {} z^3)))"
KNOWN = [
    ("F_X(x)", r"P(X \le x)", r"P(X \ge x)", RANDOM),
    ("F_X(x)", "1 - P(X > x)", r"1 - P(X \le x)", RANDOM),
    ("f_X(x)", "P(X = x)", r"P(X \le x)", RANDOM),
    ("G_X(s)", r"\mathbb{E}[s^X]", r"\mathbb{E}[X^s]", RANDOM),
    (r"\varphi_X(t)", r"\mathbb{E}[e^{itX}]", r"\mathbb{E}[e^{iX}]", RANDOM),
    (r"\operatorname{logit}(p)", r"\ln\frac{p}{1 - p}", r"\ln\frac{1 - p}{p}", {"p": {}}),
    (r"\operatorname{swish}(z)", r"\frac{z}{1 + e^{-z}}", r"\frac{z}{1 + e^{z}}", {"z": {}}),
    (r"\operatorname{GELU}(z)", r"z \Phi(z)", r"z \Phi(2z)", {"z": {}}),
    (r"\operatorname{GELU}(z)", *map(GELU.format, ("+ 0.044715", "- 0.044715")), {"z": {}}),
    (r"\operatorname{ELU}(z)", *map(ELU.format, ("z > 0", "z < 0")), {"z": {}}),
    (r"\operatorname{ELU}(z)", ELU.format("z > 0"), ELU.format("z > 0").replace("- 1", "+ 1"), {"z": {}}),
    (r"\sigma(z)", r"\frac{1}{1 + e^{-z}}", r"\frac{1}{1 + e^z}", {"z": {}}),
    (r"\sigma(z)", r"\tanh z", r"\frac{e^z}{1 - e^z}", {"z": {}}),
    (r"\sigma(z)", r"\frac{1}{1 + e^{kz}}", r"\frac{e^{-z}}{1 + e^{-z}}", {"z": {}, "k": {}}),
]
DEFINED = [
    *(("definition", rf"{left} = {right}", lets) for left, right, _, lets in KNOWN),
    *(("undecided", rf"{left} = {wrong}", lets) for left, _, wrong, lets in KNOWN),
    ("definition", r"H(X) = -\sum_x p(x) \log_2 p(x)", RANDOM),
    ("undecided", r"H(X) = \sum_x p(x) \log_2 p(x)", RANDOM),
    ("undecided", r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\prod_j e^{z_j}}", {"z_i": {}}),
]
CLAIMED = [
    # a prime is the opposite of an event, and what is not in a set
    ("proved", "P(A') = 1 - P(A)", EVENTS),
    ("refuted", "P(A') = P(A)", EVENTS),
    ("proved", r"P(A' \cap B) = P(B) - P(A \cap B)", EVENTS),
    ("refuted", r"P(A \mid B') = 1 - P(A \mid B)", EVENTS),
    ("proved", r"(A \cup B)' = A' \cap B'", SETS),
    ("refuted", r"(A \cup B)' = A' \cup B'", SETS),
    # values put in say what letters are, of a chance, too
    ("definition", r"P(A) = \frac{k}{n} = \frac{3}{6} = 0.5", DRAWN),
    ("refuted", r"P(A) = \frac{k}{n} = \frac{3}{6} = 0.6", DRAWN),
    # signs of truth
    ("proved", r"p \lor \top \iff \top", {}),
    ("proved", r"p \land \bot \equiv \bot", {}),
    ("refuted", r"p \lor \bot \iff \bot", {}),
    ("proved", r"x^2 < 0 \iff \bot", {"x": {}}),
    ("refuted", r"2 + 2 = 4 \Rightarrow \bot", {}),
    ("proved", r"\top \Rightarrow x^2 \ge 0", {"x": {}}),
    ("refuted", r"x > 0 \iff \text{true}", {"x": {}}),
    ("refuted", r"\bot", {}),
    # measures of sums by their spelling
    ("definition", r"\mu_{X+Y} = \mu_X + \mu_Y", RANDOM),
    ("refuted", r"\mu_{X+Y} = \mu_X - \mu_Y", RANDOM),
    ("definition", r"\sigma_{XY} = \rho_{XY} \sigma_X \sigma_Y", RANDOM),
    ("refuted", r"\sigma_{XY} = \rho_{XY} \sigma_X^2 \sigma_Y^2", RANDOM),
    # infinite through a pole of one sign; none through others
    ("undecided", r"\int_{-1}^1 \frac{1}{x^2}\,dx = \infty", {}),
    ("undecided", r"-\int_0^2 \frac{1}{(x-1)^2}\,dx = -\infty", {}),
    ("refuted", r"\int_{-1}^1 \frac{1}{x^2}\,dx = -2", {}),
    ("refuted", r"\int_{-1}^1 \frac{1}{x}\,dx = \infty", {}),
    ("refuted", r"\int_{-1}^1 \frac{1}{x}\,dx = 0", {}),
    # what is well known by its name
    *(("definition", rf"{left} = {right}", lets) for left, right, _, lets in KNOWN),
    *(("undecided", rf"{left} = {wrong}", lets) for left, _, wrong, lets in KNOWN),
    ("definition", r"\chi_A(\lambda) = \det(\lambda I - A)", {"A": {"kind": "matrix", "shape": (2, 2)}}),
    ("undecided", r"\chi_A(\lambda) = \det(A + \lambda I)", {"A": {"kind": "matrix", "shape": (2, 2)}}),
    ("definition", r"x_1 = 1, \; x_2 = 2, \; x_3 = 6, \; \bar x = 3", {}),
    ("undecided", r"x_1 = 1, \; x_2 = 2, \; x_3 = 6, \; \bar x = 4", {}),
    # several conditions behind a formula
    ("proved", r"\sqrt{xy} = \sqrt{x} \sqrt{y}, \quad x \ge 0, y \ge 0", {"x": {}, "y": {}}),
    ("refuted", r"\sqrt{x^2 y} = x \sqrt{y}, \quad x \ge -1, y \ge 0", {"x": {}, "y": {}}),
    ("refuted", r"x^2 = 4, \; x > 0, x = 3", {"x": {}}),
    # of two signs both are left out
    ("refuted", r"x^2 > 1 \Rightarrow x \ne \pm 2", {}),
    ("proved", r"x > 2 \Rightarrow x \ne \pm 2", {}),
    ("refuted", r"a > 5 \Rightarrow a > 5 \pm 1", {}),
    ("proved", r"a > 6 \Rightarrow a > 5 \pm 1", {}),
]
FAMILIES = {"x_i": {}, "A_i": EVENT, "n": NATURAL, "k": NATURAL}
DOTTED = [
    ("schematic", r"\frac{\pi}{4} = 1 - \frac13 + \frac15 - \frac17 + \dots", {}),
    ("refuted", r"\frac{\pi}{4} = 1 - \frac13 + \frac15 - \frac19 + \dots", {}),
    ("refuted", r"1 - 2 + 3 - 4 + \dots = \frac14", {}),
    ("schematic", r"x_1 + x_2 + \dots + x_n = n \bar x", FAMILIES),
    ("refuted", r"x_1 + x_2 + \dots + x_n = n \bar x + 1", FAMILIES),
    ("refuted", r"\bar x = \frac{x_1 + \dots + x_n}{n - 1}", FAMILIES),
    ("schematic", r"\max\{x_1, \dots, x_n\} \ge \min\{x_1, \dots, x_n\}", FAMILIES),
    ("refuted", r"\max\{x_1, \dots, x_n\} \le \min\{x_1, \dots, x_n\}", FAMILIES),
    ("schematic", r"\binom nk = \frac{n(n-1) \cdots (n-k+1)}{k!}", FAMILIES),
    ("refuted", r"\binom nk = \frac{n(n-1) \cdots (n-k)}{k!}", FAMILIES),
    ("schematic", r"n + (n-1) + \dots + 1 = \frac{n(n+1)}{2}", FAMILIES),
    ("refuted", r"n + (n-1) + \dots + 1 = \frac{n(n-1)}{2}", FAMILIES),
    ("schematic", r"2 + 4 + \dots + 2^n = 2^{n+1} - 2", FAMILIES),
    ("refuted", r"P(A_1 \cup \dots \cup A_n) = P(A_1) + \dots + P(A_n)", FAMILIES),
    ("refuted", r"P(A_1 \cap \dots \cap A_n) = P(A_1) \cdots P(A_n)", FAMILIES),
    ("schematic", r"e^A = I + A + \frac{A^2}{2!} + \cdots", SQUARE),
    ("refuted", r"e^A = I + A + A^2 + \cdots", SQUARE),
    ("schematic", r"e^{At} = I + At + \frac{A^2 t^2}{2!} + \cdots", SQUARE),
    ("refuted", r"e^{At} = I + At + A^2 t^2 + \cdots", SQUARE),
    ("refuted", r"\ln(I + A) = A + \frac{A^2}{2} + \cdots", SQUARE),
    ("undecided", r"(I - A)^{-1} = I + A + A^2 + \cdots", SQUARE),
    ("refuted", r"(I - A)^{-1} = I + A - A^2 + \cdots", SQUARE),
]
ASSUMED = [
    ("given", r"\max J = 3, \min J = 2", BEST),
    ("refuted", r"\max J = 2, \min J = 3", BEST),
    ("given", r"\sup_x J(x) = 2, \inf_x g(x) = 3", BEST),
    ("refuted", r"\sup_x J(x) = 2, \inf_x J(x) = 3", BEST),
    ("refuted", r"\max_{0 \le x \le 1} J(x) = 2, \min_{0 \le x \le 1} J(x) = 3", BEST),
    ("given", r"\max_{0 \le x \le 1} J(x) = 2, \min_{2 \le x \le 3} J(x) = 3", BEST),
    # what is said of the best place, and of each place, is said of those that are spoken of
    ("given", r"\max_x J(x) = 2, J(0) + J(1) = 4", BEST),
    ("refuted", r"\max_x J(x) = 2, J(0) + J(1) = 5", BEST),
    ("refuted", r"\max_x J(x) = 2, \max_x J(x) = 3", BEST),
    ("given", r"\arg\max_x J(x) = 2, J(2) > J(3)", BEST),
    ("refuted", r"\arg\max_x J(x) = 2, J(2) < J(3)", BEST),
    ("refuted", r"\max_x J(x) = J(2), J(3) > J(2)", BEST),
    ("given", r"J(x) \le g(x), J(0) = 1, g(0) = 2", BEST),
    ("refuted", r"J(x) \le g(x), J(0) = 3, g(0) = 2", BEST),
    # orders that come to a contradiction together
    ("given", r"x + y \ge 3, x \le 1, y \le 2", {"x": {}, "y": {}}),
    ("refuted", r"x + y \ge 3, x < 1, y \le 2", {"x": {}, "y": {}}),
    ("refuted", r"x^2 + y^2 < 1, x^2 > 1", {"x": {}, "y": {}}),
    ("refuted", r"|x| + |y| \le 1, |x| \ge 2", {"x": {}, "y": {}}),
    ("given", r"x + y \le 2, \; x \ge 0, y \ge 0", {"x": {}, "y": {}}),
    ("refuted", r"x + y \le 2, \; x \ge 3, y \ge 0", {"x": {}, "y": {}}),
    # one of several values; a right angle; a part of a complex number
    ("given", r"x \in \{4, 5\}, x > 4", {"x": {}}),
    ("refuted", r"x \in \{4, 5\}, x < 4", {"x": {}}),
    ("refuted", r"u \perp v, u \cdot v = 1", {key: {"kind": "vector", "shape": (2, 1)} for key in "uv"}),
    ("given", r"|z| = 2, \operatorname{Re} z = 1", {"z": {"kind": "complex"}}),
    ("refuted", r"|z| = 2, \operatorname{Re} z = 3", {"z": {"kind": "complex"}}),
    ("given", r"\operatorname{lcm}(n, m) = 12, n = 4", WHOLE),
    ("refuted", r"\operatorname{lcm}(n, m) = 12, n = 8", WHOLE),
    ("given", r"x_{1,2} = 1 \pm 2, x_1 = -1, x_2 = 3", {}),
    ("refuted", r"x_{1,2} = 1 \pm 2, x_1 = 4", {}),
    ("refuted", r"x_{1,2} = 1 \pm 2, x_1 = 3, x_2 = 1", {}),
    ("given", r"x = 1 \pm 2, x > 0", {}),
    ("refuted", r"x = 1 \pm 2, x > 3", {}),
]
FOLLOWS = [
    # which root is the first one is not said, but there are two
    ("definition", "x_1 = 3", r"x_{1,2} = 1 \pm 2", {}),
    ("refuted", "x_1 = 4", r"x_{1,2} = 1 \pm 2", {}),
    ("undecided", "x_1 - x_2 = 4", r"x_{1,2} = 1 \pm 2", {}),
    ("proved", "x_1 x_2 = q", BOTH_ROOTS, {"p": {}, "q": {}}),
    ("undecided", "x_1 x_2 = p", BOTH_ROOTS, {"p": {}, "q": {}}),
    ("proved", "x^2 = 4", r"x = \pm 2", {}),
    ("refuted", "x = 5", r"x = \pm 2", {}),
    ("proved", "x^2 - 9x + 20 = 0", r"x \in \{4, 5\}", {"x": {}}),
    ("refuted", "x = 6", r"x \in \{4, 5\}", {"x": {}}),
]
ROWS = [
    *((kind, tex, (), "claim", lets) for kind, tex, lets in CLAIMED),
    *((kind, tex, (), "schematic", lets) for kind, tex, lets in DOTTED),
    *((kind, tex, (), "definition", lets) for kind, tex, lets in DEFINED),
    *((kind, tex, (), "given", lets) for kind, tex, lets in ASSUMED),
    *((kind, tex, (given,), "claim", lets) for kind, tex, given, lets in FOLLOWS),
]


@pytest.mark.parametrize(("kind", "tex", "givens", "role", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, givens, role, lets):
    model = read_model(with_free_names(Text.written(" ; ".join((tex, *givens))), source(lets)))
    assumed = tuple(read(Text.written(one), model).tree for one in givens)
    found = decided(Task(read(Text.written(tex), model), model, role=role, givens=assumed))
    assert found.kind == kind, (tex, found.why)
