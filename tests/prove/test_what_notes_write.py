"""What lecture notes of many fields write: beside each true formula stand false ones of its kind."""

import pytest

from tests.prove.test_what_courses_write import verdict

NATURAL = {"n": {"kind": "natural"}}
FROM_ONE = {"n": {"kind": "natural", "domain": r"n \ge 1"}}
RATE = {"a": {}, "r": {"domain": r"r \ne 1"}}
PARTIAL = FROM_ONE | RATE | {"S_n": {"is": r"\sum_{k=0}^{n-1} a r^k"}}
UNKNOWN = {"f(x)": {}, "g(x)": {}, "x": {}}
TRIALS = {"X": {"domain": r"X \sim \operatorname{B}(10, 0.1)"}}
SOLVED = {"y(x)": {}} | {one: {} for one in "xkABC"}
TURNING = SOLVED | {r"\omega": {"kind": "positive"}}
DATA = NATURAL | {"x_i": {"kind": "positive"}, "y_i": {}, "f(x)": {}}
NEIGHBOURS = NATURAL | {"a_k": {}}
VALUES = {r"v_\pi(s)": {}, r"\gamma": {}}
BELLMAN = r"v_\pi(s) = \sum_a \pi(a \mid s) \sum_{s', r} p(s', r \mid s, a) [r + \gamma v_\pi(s')]"
STEPS = {r"f(\mathbf{x})": {}, r"\mathbf{x}": {"kind": "vector", "shape": (2, 1)}, r"\eta": {}, "z": {}}
HEADS = {one: {"kind": "matrix", "shape": (3, 2)} for one in "QKV"} | {"d": {"kind": "positive"}}
BENT = {"f(x)": {"is": "x^2 - 2x"}, "x": {}}
LAW_OF_COSINES = {"a": {"is": "3"}, "b": {"is": "4"}, "c": {}}
SQUARES = {r"\text{SS}_{\text{res}}": {}, r"\text{SS}_{\text{tot}}": {}}
LISTS = {"A": {"is": r"\{1, 2\}"}, "B": {"is": r"\{3, 4, 5\}"}}
PROBLEM = r"\begin{{aligned}} \max \quad & 3x + 2y \\ \text{{s.t.}} \quad & x + y \le 4 \\ & {} \end{{aligned}}"
ROWS = [
    # sums to an end beside the letter; the closed form is the other side
    ("proved", r"\sum_{k=0}^{n-1} a r^k = \frac{a(1 - r^n)}{1 - r}", NATURAL | RATE),
    ("refuted", r"\sum_{k=0}^{n-1} a r^k = \frac{a(1 - r^{n+1})}{1 - r}", NATURAL | RATE),
    ("proved", r"S_n = \frac{a(1 - r^n)}{1 - r}", PARTIAL),
    ("refuted", r"S_n = \frac{a(1 - r^{n+1})}{1 - r}", PARTIAL),
    ("proved", r"\sum_{k=1}^{n+1} a r^k = \frac{ar(1 - r^{n+1})}{1 - r}", NATURAL | RATE),
    ("refuted", r"\sum_{k=1}^{n-1} r^k = \frac{r - r^n}{1 - r}", NATURAL | RATE),  # at n = 0 nothing is added
    ("proved", r"\sum_{k=1}^{n-1} r^k = \frac{r - r^n}{1 - r}", FROM_ONE | RATE),
    ("refuted", r"\sum_{k=0}^{n-2} r^k = \frac{1 - r^{n-1}}{1 - r}", NATURAL | RATE),
    ("proved", r"\sum_{k=1}^{n} (f(k+1) - f(k)) = f(n+1) - f(1)", NATURAL | UNKNOWN),
    ("refuted", r"\sum_{k=1}^{n} (f(k+1) - f(k)) = f(n+1) - f(0)", NATURAL | UNKNOWN),
    ("undecided", r"\sum_{k=1}^{n-1} (f(k+1) - f(k)) = f(n) - f(1)", NATURAL | UNKNOWN),
    ("refuted", r"\prod_{k=2}^{n-1} \frac{k+1}{k} = \frac{n}{2}", FROM_ONE),
    # words with an index are names; distributions by their first letter
    ("definition", r"\text{SS}_{\text{tot}} = \text{SS}_{\text{reg}} + \text{SS}_{\text{res}}", {}),
    ("proved", r"P(X \ge 1) = 1 - 0.9^{10}", TRIALS),
    ("refuted", r"P(X \ge 1) = 1 - 0.9^{9}", TRIALS),
    ("refuted", r"P(X \ge 1) = 0.9^{10}", TRIALS),
    # rows of a problem bound several names; an order of growth is the same for each base
    ("notation", PROBLEM.format(r"x, y \ge 0"), {"x": {}, "y": {}}),
    ("refuted", r"\begin{aligned} x - x &= 0 \\ x, y &\ge 0 \end{aligned}", {"x": {}, "y": {}}),
    ("notation", r"\mathcal{O}(n \log n)", NATURAL),
    # logarithms of products, where they stand beside the sum, or the factors are positive
    ("proved", r"\log \prod_{i=1}^{n} x_i = \sum_{i=1}^{n} \log x_i", DATA),
    ("proved", r"\ln \prod_{i=1}^{n} f(x_i) = \sum_{i=1}^{n} \ln f(x_i)", DATA),
    ("proved", r"\log \prod_{i=1}^{n} p(x_i \mid \theta) = \sum_{i=1}^{n} \log p(x_i \mid \theta)", NATURAL),
    ("proved", r"\frac1n \ln \prod_{i=1}^{n} x_i = \frac1n \sum_{i=1}^{n} \ln x_i", DATA),
    ("refuted", r"\ln \prod_{i=1}^{n} x_i = n \ln x_1", DATA),
    ("refuted", r"\log \prod_{i=1}^{n} x_i = \sum_{i=1}^{n+1} \log x_i", DATA),
    ("refuted", r"\ln \prod_{i=1}^{n} x_i = 2 \sum_{i=1}^{n} \ln x_i", DATA),
    ("refuted", r"\ln \sum_{i=1}^{n} x_i = \sum_{i=1}^{n} \ln x_i", DATA),
    ("refuted", r"\sum_{i=1}^{n} \frac{1}{y_i - y_i} = \sum_{i=1}^{n} \frac{1}{y_i - y_i}", DATA),
    ("refuted", r"c > 0 \Rightarrow \sum_{i=1}^{n} \ln y_i = \sum_{i=1}^{n} \ln y_i + c", DATA | {"c": {}}),
    ("refuted", r"y_2 = |y_2| + 1", DATA),  # what stands on both sides is not said to be anything
    # differences of neighbours
    ("proved", r"\sum_{k=1}^{n} (a_{k+1} - a_k) = a_{n+1} - a_1", NEIGHBOURS),
    ("proved", r"\sum_{k=1}^{n} (a_k - a_{k-1}) = a_n - a_0", NEIGHBOURS),
    ("undecided", r"\sum_{k=1}^{n} (a_{k+1} - a_k) = a_{n+1} - a_0", NEIGHBOURS),
    ("undecided", r"\sum_{k=1}^{n} (a_k - a_{k+1}) = a_{n+1} - a_1", NEIGHBOURS),
    ("undecided", r"\sum_{k=2}^{n} (a_{k+1} - a_k) = a_{n+1} - a_2", NEIGHBOURS),  # at n = 0 nothing is added
    ("undecided", r"\sum_{k=1}^{n} (a_{k+2} - a_k) = a_{n+2} - a_1", NEIGHBOURS),
    ("undecided", r"\sum_{k=0}^{n} (a_k - a_{k-1}) = a_n - a_0", NEIGHBOURS),
    # a premise that always holds
    ("proved", r"\sin^2 x + \cos^2 x = 1 \Rightarrow 1 + \tan^2 x = \sec^2 x", UNKNOWN),
    ("proved", r"(x + 1)^2 = x^2 + 2x + 1 \Rightarrow \frac{x^2 - 1}{x - 1} = x + 1", UNKNOWN),
    ("refuted", r"\sin^2 x + \cos^2 x = 1 \Rightarrow 1 + \tan^2 x = \sec x", UNKNOWN),
    ("undecided", r"x = 2 \Rightarrow \frac{x^2 - 4}{x - 2} = x + 2", UNKNOWN),
    ("refuted", r"x - x = 0 \Rightarrow \frac{1}{x - x} = 1", UNKNOWN),
    ("undecided", r"\forall x \in \mathbb{R} : (x = x \Rightarrow \frac{x}{x} = 1)", UNKNOWN),
    # policies; a function by its own values; the best of a mean
    ("proved", r"\sum_a \pi(a \mid s) = 1", {}),
    ("undecided", r"\sum_a \pi(a \mid s) = 2", {}),
    ("refuted", r"2\pi(r + |x|) = 2\pi r + |x|", UNKNOWN | {"r": {}}),
    ("undecided", BELLMAN, VALUES),
    ("definition", r"\hat\theta = \arg\min_\theta \frac1n \sum_{i=1}^n (y_i - \theta x_i)^2", DATA | {r"\theta": {}}),
    # convolutions, steps of vectors, functions of functions, words that act on brackets
    ("definition", r"(f * g)(t) = \int_{-\infty}^{\infty} f(\tau) g(t - \tau) \, d\tau", UNKNOWN),
    ("definition", r"(f * g)(t) = \int_0^t f(t - \tau) g(\tau) \, d\tau", UNKNOWN | {"t": {}}),
    ("definition", r"(f * g)(n) = \sum_k f(k) g(n - k)", UNKNOWN | NATURAL),
    ("undecided", r"(f * g)(t) = \int_{-\infty}^{\infty} f(\tau) g(t + \tau) \, d\tau", UNKNOWN | {"t": {}}),
    ("undecided", r"(f * g)(t) = \int_{-\infty}^{\infty} f(\tau) g(\tau) \, d\tau", UNKNOWN | {"t": {}}),
    ("undecided", r"(f * g)(t) = \int_0^1 f(\tau) g(t - \tau) \, d\tau", UNKNOWN | {"t": {}}),
    ("undecided", r"(f * g)(t) = f(\tau) g(t - \tau)", UNKNOWN | {"t": {}, r"\tau": {}}),
    ("undecided", r"(f * g)(x) = f(x) g(x)", UNKNOWN),
    ("undecided", r"f * g = fg", UNKNOWN),
    ("definition", r"\mathbf{x}_{k+1} = \mathbf{x}_k - \eta \nabla f(\mathbf{x}_k)", STEPS),
    ("refuted", r"y = f(\mathbf{x}) - f(z)", STEPS),
    ("proved", r"\nabla^2 f(x) = 2", UNKNOWN | {"f(x)": {"is": "x^2"}}),
    ("refuted", r"\nabla^2 f(x) = 2x", UNKNOWN | {"f(x)": {"is": "x^2"}}),
    ("definition", r"H(p, q) = -\sum_x p(x) \log q(x)", {"p(x)": {}, "q(x)": {}}),
    ("definition", r"\text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d}}\right) V", HEADS),
    # angles that are rounded in degrees; the best of a function over an interval
    ("proved", r"\arctan\frac34 \approx 36.9^\circ", {}),
    ("proved", r"\arccos(-0.5) \approx 120^\circ", {}),
    ("definition", r"\beta = \arctan\frac34 \approx 36.9^\circ", {}),
    ("refuted", r"\beta = \arctan\frac34 \approx 40^\circ", {}),
    ("refuted", r"\arctan\frac34 \approx 37.0^\circ", {}),
    ("refuted", r"\arctan\frac34 \approx 36.9", {}),
    ("refuted", r"\sin 30^\circ \approx 0.5^\circ", {}),
    ("refuted", r"1 \approx 1^\circ", {}),
    ("proved", r"\max_{[0, 3]} f = f(3) = 3", BENT),
    ("refuted", r"\min_{[0, 3]} f = 0", BENT),
    ("undecided", r"\max_{(0, 3)} f = 3", BENT),  # it comes near to 3, and is nowhere 3
    ("undecided", r"\max_{[0, 1]} f(2) = 0", BENT),
    ("definition", r"\hat a = \arg\min_a (-\log a)", {"a": {"kind": "positive"}}),
    # a square that gets its value behind; words that say a square; pairs are counted
    ("undecided", r"c^2 = a^2 + b^2 = 9 + 16 = 25", LAW_OF_COSINES),
    ("refuted", r"c^2 = a^2 + b^2 = 9 + 16 = 24", LAW_OF_COSINES),
    ("refuted", r"c^2 = 25", LAW_OF_COSINES),
    ("refuted", r"a^2 = 10 = 2 \cdot 5", LAW_OF_COSINES),
    ("definition", r"R^2 = 1 - \frac{\text{SS}_{\text{res}}}{\text{SS}_{\text{tot}}}", SQUARES),
    ("proved", r"|A \times B| = |A| \cdot |B| = 6", LISTS),
    ("refuted", r"|A \times B| = |A| + |B|", LISTS),
    ("refuted", r"|\{1, 1\} \times B| = 6", LISTS),
    # all solutions of a linear equation, by constants that stand behind the arrow alone
    ("proved", r"\frac{dy}{dx} = ky \Rightarrow y = Ce^{kx}", SOLVED),
    ("refuted", r"y' = ky \Rightarrow y = C(k - 1)e^{kx}", SOLVED),
    ("proved", r"y'' + y = 0 \Rightarrow y = A \cos x + B \sin x", SOLVED),
    ("refuted", r"y'' + y = 0 \Rightarrow y = A \cos x + B \cos x", SOLVED),
    ("undecided", r"y'' + y = 0 \Rightarrow y = A \cos x", SOLVED),
    ("proved", r"y'' - 2y' + y = 0 \iff y = (A + Bx)e^x", SOLVED),
    ("refuted", r"y'' - 2y' + y = 0 \iff y = (A + B)e^x", SOLVED),
    ("proved", r"y' + 2y = 4 \Rightarrow y = 2 + Ce^{-2x}", SOLVED),
    ("refuted", r"y' + 2y = 4 \Rightarrow y = 4 + Ce^{-2x}", SOLVED),
    ("refuted", r"y' = 2y \Rightarrow y = e^{2x} + C", SOLVED),
    ("undecided", r"y' = 2y \Rightarrow y = C^2 e^{2x}", SOLVED),
    ("undecided", r"y' = 2y \Rightarrow y = (A + B)e^{2x}", SOLVED),
    ("undecided", r"xy' = 2y \Rightarrow y = Cx^2", SOLVED),
    ("undecided", r"y' = 2y \Rightarrow y = Ce^{2x}", SOLVED | {"C": {"kind": "positive"}}),
    ("proved", r"y'' + \omega^2 y = 0 \Rightarrow y = A \cos \omega x + B \sin \omega x", TURNING),
    ("refuted", r"y'' + \omega^2 y = 0 \Rightarrow y = A \cos \omega x + B \sin \omega x", SOLVED | {r"\omega": {}}),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why


def test_a_function_by_its_own_values_is_told_its_role():
    assert "role: definition" in verdict(BELLMAN, VALUES).why
    assert verdict(BELLMAN, VALUES, role="definition").kind == "definition"
    assert verdict(r"v_\pi(s) = v_\pi(s) + 1", VALUES, role="definition").kind == "refuted"
