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
