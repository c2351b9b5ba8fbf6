"""The kernel: what it proves, what it refuses, and that no certificate serves for anything but its own claim."""

import ast
import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest
from claims import ANY, POSITIVE, WHOLE, claim

from mathora.formula.symbols.functions import SYMBOLS, AtReciprocal, Composed, Reciprocal
from mathora.prove.judge.certify import certificate_of
from mathora.prove.kernel import Certificate, Refused, attest, holds
from mathora.prove.kernel.certificate import hint

ROOT = Path(__file__).parents[2]
KERNEL = ROOT / "mathora" / "prove" / "kernel"
MOST_LINES = 6400
"""Of code. 250 of them are rules of courses: means, Jensen, binomials, remainders, Leibniz, de Moivre, by parts."""
V = {"V(x)": {"is": "x (6 - 2x)^2", "domain": [r"0 \le x \le 3"]}}
L = {"L(w_1, w_2)": {"is": "w_1^2 + 3 w_2^2"}}
EVENTS, RANDOM = {key: {"kind": "event"} for key in "AB"}, {"kind": "random"}
TEST = {key: {"kind": "event"} for key in "DT"} | {
    key: {"is": value} for key, value in (("P(D)", "0.01"), (r"P(T \mid D)", "0.99"), (r"P(T \mid D^c)", "0.05"))
}
NORMAL = {"Z": {"domain": [r"Z \sim \mathcal{N}(0, 1)"]}}
ONES = r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"
SQUARES = {key: {"kind": "matrix", "shape": (2, 2)} for key in "AB"} | {"x": {"kind": "vector", "shape": (2, 1)}}


PROVED = [
    (r"\frac{\partial}{\partial x_1} (x \cdot x) = 2x_1", SQUARES, ("normal form",)),
    (r"a = 2b\sqrt{c} \Rightarrow c = \frac{a^2}{4b^2}", dict.fromkeys("abc", POSITIVE), ("premise",)),
    (r"\lim_{x \to -\infty} \operatorname{erf} x = -1", {"x": ANY}, ("limit by leading terms; normal form",)),
    (r"\lim_{x \to \infty} x^3 (1 - \operatorname{erf} x) = 0", {"x": ANY}, ("limit by leading terms; normal form",)),
    ("2(x + 3) = 2x + 6", {"x": ANY}, ("normal form",)),
    (r"\frac{x^2 - 1}{x - 1} = x + 1", {"x": ANY}, ("normal form",)),
    (r"\sin^2 x + \cos^2 x = 1", {"x": ANY}, ("normal form",)),
    (r"\sin(a + b) = \sin a \cos b + \cos a \sin b", {"a": ANY, "b": ANY}, ("normal form",)),
    (r"e^{2x} = (e^x)^2", {"x": ANY}, ("normal form",)),
    (r"\sqrt{x} \cdot \sqrt{x} = x", {"x": ANY}, ("normal form",)),
    (r"\frac{d}{dx} \ln(x^2 + 1) = \frac{2x}{x^2 + 1}", {"x": ANY}, ("normal form",)),
    (r"\frac{d}{dx} \sqrt{x} = \frac{1}{2\sqrt{x}}", {"x": ANY}, ("normal form",)),
    (r"\frac{d}{dt}(y + t) = 3", {"y": {"is": "2t + 1"}, "t": ANY}, ("normal form",)),
    ("V'(x) = 12(3 - x)(1 - x)", V, ("normal form",)),
    (r"\nabla L(1, 1) = (2, 6)", L, ("normal form",)),
    (r"\frac{\partial L}{\partial w_2} = 6 w_2", L, ("normal form",)),
    (r"V(0.35) \approx 9.8", V, ("numbers",)),
    (r"0 \le 0.35 < 3", {}, ("numbers", "numbers")),
    (r"\max_{0 \le x \le 3} V(x) = 16", V, ("highest place; normal form",)),
    (r"\operatorname*{arg\,max}_{0 \le x \le 3} V(x) = 1", V, ("highest place; normal form",)),
    (r"V(x) \ge 0", V, ("signs",)),
    (r"x^2 + xy + y^2 \ge 0", {"x": ANY, "y": ANY}, ("signs",)),
    (r"(1 + c)^n \ge 1 + nc", {"n": WHOLE, "c": {"domain": [r"c \ge -1"]}}, ("first case and the next one",)),
    (r"2^n > n^2", {"n": {"kind": "natural", "domain": ["n > 4"]}}, ("first case and the next one",)),
    (r"x^2 - 5x + 6 = 0 \Rightarrow x = 2 \text{ or } x = 3", {"x": ANY}, ("premise",)),
    (r"7 \mid 3^{2n+1} + 2^{n+2}", {"n": WHOLE}, ("all remainders",)),
    (r"3n \equiv 1 \pmod 7 \Rightarrow n \equiv 5 \pmod 7", {"n": WHOLE}, ("premise",)),
    (r"x^3 = 8 \Rightarrow x = 2", {"x": ANY}, ("factors of the premise",)),
    (r"x^4 = 4 \Rightarrow x = \sqrt{2} \text{ or } x = -\sqrt{2}", {"x": ANY}, ("factors of the premise",)),
    (r"e^{2x} - 3e^x + 2 = 0 \Rightarrow x = 0 \text{ or } x = \ln 2", {"x": ANY}, ("factors of the premise",)),
    (r"\ln x + \ln(x - 2) = \ln 8 \Rightarrow x = 4", {"x": ANY}, ("factors of the premise",)),
    (r"x^2 > 4 \Rightarrow x > 2 \text{ or } x < -2", {"x": ANY}, ("premise",)),
    (r"x^2 \ge 4 \Rightarrow x \ge 2 \text{ or } x \le -2", {"x": ANY}, ("premise",)),
    (r"2^x = 8 \Rightarrow x = 3", {"x": ANY}, ("premise",)),
    (r"e^{2x} = 5 \Rightarrow x = \frac{\ln 5}{2}", {"x": ANY}, ("premise",)),
    (
        r"ax^2 + bx + c = 0 \Rightarrow x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a} \quad (a \ne 0)",
        dict.fromkeys("abcx", ANY),
        ("premise",),
    ),
    ("(AB)^T = B^T A^T", SQUARES, ("normal form",)),
    ("2^n \\cdot 2 = 2^{n+1}", {"n": {"kind": "natural"}}, ("normal form",)),
    ("x^n x = x^{n+1}", {"x": ANY, "n": {"kind": "natural"}}, ("normal form",)),
    (r"\int_0^t x^2 + a \, dx = \frac{t^3}{3} + at", {"t": ANY, "a": ANY}, ("antiderivative; normal form",)),
    (r"\int \frac{1}{x} \, dx = \ln|x| + C", {"x": ANY, "C": ANY}, ("derivative of both sides",)),
    (r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}", {"n": WHOLE}, ("first value and one more term; normal form",)),
    (r"\sum_{k=0}^{n} 2^k = 2^{n+1} - 1", {"n": WHOLE}, ("first value and one more term; normal form",)),
    (r"\lim_{x \to 0} \frac{\sin x}{x} = 1", {}, ("limit by leading terms; normal form",)),
    (r"\sum_{k=0}^{\infty} \frac{1}{2^k} = 2", {}, ("geometric series; normal form",)),
    (r"\exists m \in \mathbb{N} : m^2 = 49", {}, ("there is",)),
    (r"\int_1^2 \frac{1}{x} \, dx = \ln 2", {"x": ANY}, ("antiderivative; normal form",)),
    (r"x^2 = 2 \Rightarrow x = \sqrt{2} \text{ or } x = -\sqrt{2}", {"x": ANY}, ("premise",)),
    (r"x^2 = 2 \Rightarrow x = \sqrt{2}", {"x": POSITIVE}, ("premise",)),
    (r"x^2 + y^2 = 1 \Rightarrow xy \le \frac12", {"x": ANY, "y": ANY}, ("premise",)),
    (r"|x| = 3 \Rightarrow x^2 = 9", {"x": ANY}, ("premise",)),
    (r"A^2 = A \Rightarrow A^3 = A", SQUARES, ("premise",)),
    (rf"AB = {ONES} \Rightarrow BA = {ONES}", SQUARES, ("premise",)),
    (r"A^2 = 0 \Rightarrow \operatorname{tr} A = 0", SQUARES, ("premise",)),
    (r"A^\top A x = 0 \Rightarrow Ax = 0", SQUARES, ("premise",)),
    (r"x^2 + y^2 = 0 \Rightarrow x = 0", {"x": ANY, "y": ANY}, ("premise",)),
    (r"x + y = 3, \; xy = 2 \Rightarrow x^2 + y^2 = 5", {"x": ANY, "y": ANY}, ("premise",)),
    (r"\cos x = 0 \text{ if } x = \frac{\pi}{2} \text{ or } x = -\frac{\pi}{2}", {"x": ANY}, ("given equations",) * 2),
    (r"P(A \cap B) = P(A \mid B) P(B)", EVENTS, ("indicators; normal form",)),
    (r"P(D \mid T) = \frac{1}{6}", TEST, ("indicators; normal form",)),
    (r"\operatorname{Var}(2X) = 4 \operatorname{Var}(X)", {"X": RANDOM}, ("linear expectation; normal form",)),
    (r"\mathbb{E}[Z^4] = 3", NORMAL, ("known distribution; linear expectation; normal form",)),
]

REFUSED = [
    (r"\frac{\partial}{\partial x_1} (x \cdot x) = 0", SQUARES),
    (r"\frac{\partial}{\partial v_1} (v \cdot v) = 0", {"v": {"is": "(1, 2)"}}),
    (r"a = 2b\sqrt{c} \Rightarrow c = \frac{a^2}{4b^2}", {"a": ANY, "b": ANY, "c": POSITIVE}),  # b may be 0
    (r"\lim_{x \to \infty} e^{x^2} \operatorname{erfc} x = 0", {"x": ANY}),
    ("x^a > 0", {"x": ANY, "a": ANY}),
    ("|x^a| = x^a", {"x": ANY, "a": ANY}),
    (r"x > 1 \text{ or } x < 0", {"x": ANY}),
    (r"x^2 \ge 1 \Rightarrow x > 1 \text{ or } x < -1", {"x": ANY}),
    (r"x < 5 \text{ or } 1 < x < 4", {"x": ANY}),
    (r"AB = 0 \Rightarrow A = 0 \text{ or } B = 0", SQUARES),
    (rf"A^2 = {ONES} \Rightarrow A = {ONES}", SQUARES),
    (r"AB = 0 \Rightarrow BA = 0", SQUARES),
    (r"x^\top A x = 0 \Rightarrow Ax = 0", SQUARES),
    (r"z^2 + w^2 = 0 \Rightarrow z = 0", {"z": {"kind": "complex"}, "w": {"kind": "complex"}}),
    (r"x^2 - y^2 = 0 \Rightarrow x = 0", {"x": ANY, "y": ANY}),
    (r"x = 1, \; x = 2 \Rightarrow y = 3", {"x": ANY, "y": ANY}),
    (r"x^2 = 1, \; x^2 = 4 \Rightarrow x = 3", {"x": ANY}),
    (r"\sqrt{x} = 2 \text{ or } \sqrt{x} > 2 \text{ or } \sqrt{x} < 2", {"x": ANY}),
    ("2(x + 3) = 2x + 5", {"x": ANY}),
    (r"\sqrt{x^2} = x", {"x": ANY}),
    (r"\frac{x}{x - x} = 1", {"x": ANY}),
    (r"\ln(-1) = \ln(-1)", {}),
    ("V(5) = 80", V),
    (r"\max_{0 \le x \le 5} V(x) = 80", V),
    (r"\max_{0 \le x \le 3} V(x) = 15", V),
    (r"\operatorname*{arg\,max}_{-1 \le x \le 1} x^2 = 1", {}),
    (r"\max_{0 \le n \le 3} n (3 - n) = \frac{9}{4}", {"n": {"kind": "natural"}}),
    (r"V(x) > 0", V),
    (r"x^2 - 3 > 0", {"x": POSITIVE}),
    (r"x^2 - 5x + 6 = 0 \Rightarrow x = 2", {"x": ANY}),
    (r"x^2 = -1 \Rightarrow x = 7", {"x": ANY}),
    (r"\frac{d}{dt}(y + t) = 1", {"y": {"is": "2t + 1"}, "t": ANY}),
    ("AB = BA", SQUARES),
    ("AB = AB", {"A": {"kind": "matrix"}, "B": {"kind": "matrix"}}),
    ("z = \\bar{z}", {"z": {"kind": "complex"}}),
    ("(xy)^a = x^a y^a", {"x": ANY, "y": ANY, "a": ANY}),
    ("(xy)^n = x^n y^{2n}", {"x": ANY, "y": ANY, "n": {"kind": "natural"}}),
    (r"\frac{d}{dx} x^n = 0", {"x": ANY, "n": {"kind": "natural"}}),
    (r"\int_0^1 x^n \, dx = x^n", {"x": ANY, "n": {"kind": "natural"}}),
    (r"\int_{-1}^{1} \frac{1}{x^2} \, dx = -2", {"x": ANY}),
    (r"\int_{-1}^{1} \frac{x}{x} \, dx = 2", {"x": ANY}),
    (r"\int 2x \, dx = x^3", {"x": ANY}),
    (r"\sum_{k=2}^{n} k = \frac{n(n+1)}{2} - 1", {"n": {"kind": "natural"}}),
    (r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}", {"n": {"kind": "integer"}}),
    (r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}", {"n": ANY}),
    (r"\sum_{k=1}^{n} n = n^2 + n", {"n": {"kind": "natural"}}),
    (r"2^n > n^2", {"n": {"kind": "natural", "domain": ["n > 3"]}}),
    (r"2^n + \frac{1}{n - 5} > n", {"n": WHOLE}),
    (r"2^n > n", {"n": {"kind": "integer"}}),
    ("v + t = t + v", {"v": {"is": "3", "unit": "m"}, "t": {"is": "2", "unit": "s"}}),
    (r"\frac{dy}{dx} = 0", {"x": ANY, "y": ANY}),
]


@pytest.mark.parametrize(("tex", "lets", "rules"), PROVED)
def test_what_the_kernel_proves(tex, lets, rules):
    asked = claim(tex, lets)
    certificate = certificate_of(asked)
    assert certificate is not None
    assert certificate.rules == rules
    holds(asked, certificate)


@pytest.mark.parametrize(("tex", "lets"), REFUSED)
def test_what_the_kernel_refuses(tex, lets):
    assert certificate_of(claim(tex, lets)) is None


OF_OTHERS = {name: row for name, row in SYMBOLS.items() if isinstance(row.values, Composed | Reciprocal | AtReciprocal)}


@pytest.mark.parametrize("name", OF_OTHERS)
def test_a_function_that_its_row_says_by_others_is_known_by_its_row(name):
    row = OF_OTHERS[name]
    match row.values:
        case Composed(latex):
            meaning = latex
        case Reciprocal(of):
            meaning = rf"\frac{{1}}{{\{of} x}}"
        case AtReciprocal(of):
            other = next(other for other, one in SYMBOLS.items() if one.sympy == of)
            meaning = rf"\operatorname{{{other}}} \frac{{1}}{{x}}"
    where = [row.domain] if row.domain else []
    stated = claim(rf"\operatorname{{{name}}} x = {meaning}", {"x": {"domain": [*where, "x > 0"]}})
    certificate = certificate_of(stated)
    assert certificate is not None
    holds(stated, certificate)


def changed(value):
    """Other values for a field: longer, shorter, different."""
    if isinstance(value, str):
        return [value + "0", "0" if value != "0" else "1"]
    others = [(*value, "0"), (*value, "1/2")]
    return [*others, value[:-1], tuple(one + "0" for one in value)] if value else others


@pytest.mark.parametrize(("tex", "lets", "rules"), PROVED)
def test_a_certificate_with_any_field_changed_is_refused(tex, lets, rules):
    asked = claim(tex, lets)
    good = certificate_of(asked)
    assert good is not None
    assert good.rules == rules
    for field in dataclasses.fields(Certificate):
        for value in changed(getattr(good, field.name)):
            with pytest.raises(Refused):
                holds(asked, dataclasses.replace(good, **{field.name: value}))


@pytest.mark.parametrize(
    ("range_", "place"), [("x, y", "(x, y)"), ("x + y = 1", "(x, 1 - x)"), ("x + y = 1", "(0, 0)")]
)
def test_a_place_of_an_extremum_is_one_place_of_its_range(range_, place):
    extremum = rf"\min_{{{range_}}} (x^2 + y^2)"
    said = {"(0, 0)": "0", "(x, y)": "x^2 + y^2", "(x, 1 - x)": "x^2 + (1 - x)^2"}[place]
    false = claim(f"{extremum} = {said}", {"x": ANY, "y": ANY})
    with pytest.raises(Refused, match=r"place|range"):
        attest(false, (hint(false.node.operands[0], place),))


GUIDE = (ROOT / "docs" / "formulas.md").read_text("utf-8").partition("## What a proof rests on")[2].partition("## ")[0]
ROWS = re.findall(r"^\| ([a-zGM][a-zE/', 0-9]+) \| (.*`.*) \| (.*`.*) \|$", GUIDE, re.MULTILINE)
FORMULA = re.compile(r"`([^`]*[=<>\\][^`]*)`")
SAID = {"x": ANY, "y": ANY, "C": ANY, "n": WHOLE, "p": POSITIVE, "q": {"domain": ["0 < q < 1"]}} | {
    "A": {"kind": "event"},
    "B": {"kind": "event"},
    "X": {"kind": "random"},
    "Y": {"kind": "random"},
    "V": {"kind": "random", "domain": [r"V \perp X"]},
    "Z": {"domain": [r"Z \sim \mathcal{N}(0, 1)"]},
    "T": {"kind": "random"},
    "P(T = 0)": {"is": "0.4"},
    "P(T = 1)": {"is": "0.6"},
    "W_i": {"domain": [r"W_i \sim \operatorname{Exp}(2)", r"W_i \perp W_j"]},
    "W_j": {"kind": "random"},
    "x_i": ANY,
}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_guide_tells_each_rule_with_an_example_and_a_counterexample(row):
    name, examples, counterexamples = row
    assert FORMULA.findall(examples)
    assert FORMULA.findall(counterexamples)
    for tex in FORMULA.findall(examples.replace(r"\|", "|")):
        certificate = certificate_of(claim(tex, SAID))
        assert certificate is not None, tex
        assert any(name in rule.split("; ") for rule in certificate.rules), (tex, certificate.rules)
    for tex in FORMULA.findall(counterexamples.replace(r"\|", "|")):
        assert certificate_of(claim(tex, SAID)) is None, tex


UNTOLD = {"given equations", "infinite", "in halves"}
"""Rules that need what no formula says by itself, or that stand behind another."""


def test_the_guide_tells_all_rules():
    found = {
        text
        for file in KERNEL.rglob("*.py")
        for text in re.findall(r'(?:use\(|return |return \[)"([a-zA-Z][^"]*)"', file.read_text("utf-8"))
    }
    assert found - {row[0] for row in ROWS} <= UNTOLD


# ── the kernel itself ─────────────────────────────────────────────────────────────────────────────────────────────────


def code_lines(source):
    """Lines that are neither blank, nor a comment, nor a docstring."""
    texts = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            texts |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(source.splitlines(), start=1)
    return [line for at, line in lines if at not in texts and line.strip() and not line.strip().startswith("#")]


def test_the_kernel_stays_small():
    assert sum(len(code_lines(file.read_text("utf-8"))) for file in KERNEL.rglob("*.py")) <= MOST_LINES


def test_the_kernel_needs_neither_sympy_nor_a_tactic():
    code = (
        "import sys, mathora.prove.kernel; "
        "print([n for n in sys.modules if n.split('.')[0] in ('sympy', 'flint') or '.tactics' in n or '.judge' in n])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_an_index_of_an_inner_sum_is_not_the_outer_one():
    names = {"n": {"kind": "natural"}, "f(u)": {}, "x_i": {}, "x_j": {}, "y_i": {}, "y_j": {}}
    double = r"\sum_{i=1}^n \sum_{j=1}^n "
    assert attest(claim(rf"{double} f(x_i y_j) = {double} f(y_j x_i)", names)).conditions == ()
    with pytest.raises(Refused):
        attest(claim(rf"{double} f(x_i y_j + x_j y_i) = {double} f(x_i y_i + x_j y_j)", names))
