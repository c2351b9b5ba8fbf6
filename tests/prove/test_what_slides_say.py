"""What slides say of functions, sets and chance: beside each true formula stands a false one."""

import pytest

from mathora.formula import read, read_model
from mathora.formula.tree.canonical_latex import write_latex
from mathora.lesson import Faulty, Text
from mathora.prove.judge.certify import certified_at_once
from mathora.prove.task import Task, decided
from tests.prove.test_what_courses_write import source, verdict


def _f(body, domain=""):
    return {"f(x)": {"is": body} | ({"domain": domain} if domain else {})}


NUMBERS = {"X": {}, "Y": {}}
EVENTS = {"A": {"kind": "event"}, "B": {"kind": "event"}}
SPACE = {rf"\mathbf{{{name}}}": {"kind": "vector", "shape": (3, 1)} for name in "ab"}
NATURAL = {"n": {"kind": "natural"}}
MATRIX = {"A": {"kind": "matrix", "shape": (2, 2)}}
TWO_NATURAL = NATURAL | {"m": {"kind": "natural"}}
TAYLOR = r"\sum_{n=0}^\infty \frac{f^{(n)}(0)}{n!}"
NOT_NEGATIVE = {"x": {"domain": r"x \ge 0"}}
POSITIVE = {"n": {"kind": "natural", "domain": r"n \ge 1"}, "x": {"domain": "x > 0"}}
_PARTS = {"x": {}, "A": {}, "B": {}}
_PREDICATES = {"P(x)": {}, "Q(x)": {}, "R(x, y)": {}}
_SERIAL = r"\forall x\, \exists y\, R(x, y) \land \forall x\, \neg R(x, x)"
_STEPS = r"\begin{{cases}} {} & t < {} \\ {} & t \ge {} \end{{cases}}"
_WAITING = {"f(t)": {"is": _STEPS.format("0", "0", "c e^{-ct}", "0")}, "c": {"kind": "positive"}}
_UP_TO_ONE = {"f(t)": {"is": _STEPS.format("2t", "1", "0", "1")}, "x": {"domain": r"x \ge 1"}}
_SLOPED = {"g(x, y)": {"is": "x^2 + y^3"}}
_SMOOTH = {"f(x)": {}, "g(x)": {}, "a": {}, "b": {}}
_CASES = _f(r"\begin{cases} x^2 & x \ge 0 \\ -x & x < 0 \end{cases}")
_FIELD = {r"\mathbf{F}(x, y)": {"is": "(x^2, xy)"}}
_SURFACE = {"f(x, y)": {"is": "x^2 + xy + y^3"}}
_COMPONENTS = {"F(x, y)": {"is": "(x^2, xy)"}}
ROWS = [
    # what words say of all values of a function
    ("proved", r"f \text{ is injective}", _f("x^3 + x")),
    ("refuted", r"f \text{ is injective}", _f("x^3 - x")),
    ("proved", r"f \text{ is one-to-one}", _f("x^2", r"x \ge 0")),
    ("refuted", r"f \text{ is one-to-one}", _f("x^2", r"x \ge -1")),
    ("proved", r"f \text{ is bounded}", _f(r"\frac{x}{1 + x^2}")),
    ("refuted", r"f \text{ is bounded}", _f("e^x")),
    ("undecided", r"f \text{ is bounded}", _f(r"\frac{1}{x}", "x > 0")),
    ("proved", r"f \text{ is periodic with period } \pi", _f(r"\sin 2x")),
    ("refuted", r"f \text{ is periodic with period } \pi", _f(r"\sin x")),
    ("refuted", r"f \text{ is periodic with period } 0", _f("x^2")),
    ("undecided", r"f \text{ is injective}", _f(r"x + \sin x")),
    # along an interval
    ("proved", r"f \text{ is strictly increasing}", _f("e^x + x")),
    ("refuted", r"f \text{ is strictly increasing}", _f("x^2")),
    ("refuted", r"f \text{ is strictly increasing}", _f("3")),
    ("proved", r"f \text{ is strictly decreasing on } (0, 1)", _f("x^2 - 2x")),
    ("refuted", r"f \text{ is strictly decreasing on } (0, 3)", _f("x^2 - 2x")),
    ("proved", r"f \text{ is injective}", _f("e^x + x")),
    ("proved", r"f \text{ is continuous}", _f("|x| + e^x")),
    ("undecided", r"f \text{ is continuous}", _f(r"\lfloor x \rfloor")),
    ("undecided", r"f \text{ is continuous}", _f(r"x \bmod 1")),
    ("undecided", r"f \text{ is continuous on } [-1, 1]", _f(r"\frac{1}{x}")),
    ("proved", r"f \text{ is differentiable}", _f(r"\frac{1}{1 + x^2}")),
    ("undecided", r"f \text{ is differentiable}", _f("|x|")),
    ("undecided", r"f \text{ is increasing}", _f(r"\sin(2\pi x) - x", r"x \in \mathbb{Z}")),
    # equations of one sine, powers of i, conditions with commas
    ("proved", r"2\sin^2 x - \sin x = 1 \iff \sin x = 1 \text{ or } \sin x = -\frac{1}{2}", {"x": {}}),
    ("refuted", r"2\sin^2 x - \sin x = 1 \iff \sin x = 1", {"x": {}}),
    ("proved", r"2\sin^2 x - 5\sin x + 2 = 0 \iff \sin x = \frac{1}{2}", {"x": {}}),
    ("refuted", r"\sin x = \frac{1}{2} \Rightarrow \cos x = \frac{\sqrt{3}}{2}", {"x": {}}),
    ("proved", r"\sin x = \frac{1}{2} \Rightarrow \cos^2 x = \frac{3}{4}", {"x": {}}),
    ("proved", r"\sin^2 x = \frac14 \Rightarrow \sin x = \frac12", {"x": {"domain": r"0 < x < \pi"}}),
    ("refuted", r"\sin^2 x = \frac14 \Rightarrow \sin x = \frac12", {"x": {}}),
    ("proved", "i^{2026} = -1", {}),
    ("refuted", "i^{2027} = i", {}),
    ("proved", r"\{n \in \mathbb{N}, n < 3\} = \{0, 1, 2\}", {}),
    ("refuted", r"\{n \in \mathbb{N}, n < 3\} = \{1, 2\}", {}),
    ("proved", r"\{n \in \mathbb{N} : n > 1, n < 4\} = \{2, 3\}", {}),
    # what there is is of the kind, and in the domain, that the model says
    ("refuted", r"\exists n : n < 0", NATURAL),
    ("refuted", r"n + 5 = 3 \text{ for some } n", NATURAL),
    ("undecided", r"\exists n : 2n = 1", NATURAL),
    ("proved", r"\exists n : 2n = 4", NATURAL),
    ("proved", r"\forall n \exists m : m > n", TWO_NATURAL),
    ("refuted", r"\forall n \exists m : m < n", TWO_NATURAL),
    ("proved", r"\forall n \exists m : m = 2n", TWO_NATURAL),
    ("refuted", r"\forall n \exists m : n = m + 1", TWO_NATURAL),
    ("refuted", r"\exists m \forall n : m > n", TWO_NATURAL),
    ("proved", r"\exists m \forall n : m \le n", TWO_NATURAL),
    ("refuted", r"\forall x : |x| = x", {"x": {"domain": "x > 0"}}),
    ("undecided", r"\exists x : x = -1", {"x": {"domain": "x > 0"}}),
    ("proved", r"\exists x \in \mathbb{R} : x = -1", {"x": {"domain": "x > 0"}}),
    # several numbers
    ("proved", r"3 \text{ is a divisor of } 12", {}),
    ("refuted", r"5 \text{ is a factor of } 12", {}),
    ("proved", r"8 \text{ and } 15 \text{ are coprime}", {}),
    ("refuted", r"8 \text{ and } 14 \text{ are relatively prime}", {}),
    ("proved", r"(1, 2) \text{ and } (2, 4) \text{ are parallel}", {}),
    ("refuted", r"(1, 2) \text{ and } (2, 5) \text{ are parallel}", {}),
    # a remark beside a step claims nothing, and hides nothing
    (
        "proved",
        r"\begin{aligned} 2(a + 1) &= 2a + 2 && \text{expand} \\ &= 2 + 2a && \text{swap} \end{aligned}",
        {"a": {}},
    ),
    (
        "refuted",
        r"\begin{aligned} 2(a + 1) &= 2a + 2 && \text{expand} \\ &= 1 + 2a && \text{swap} \end{aligned}",
        {"a": {}},
    ),
    ("proved", r"\begin{aligned} 2a = 4 && \text{divide by } 2 \\ \Rightarrow a = 2 \end{aligned}", {"a": {}}),
    ("refuted", r"2a + 3a = 6a \quad \text{(distributive law)}", {"a": {}}),
    # factors side by side
    ("proved", r"\sum_{k=0}^n k\binom{n}{k} = n2^{n-1}", POSITIVE),
    ("refuted", r"\sum_{k=0}^n k\binom{n}{k} = n2^n", POSITIVE),
    ("proved", r"\frac{d}{dt} \sin x = \cos x \frac{dx}{dt}", {"x(t)": {}}),
    ("refuted", r"\frac{d}{dt} \sin x = \sin x \frac{dx}{dt}", {"x(t)": {}}),
    # brackets behind a rate that speak of the moving thing itself are a factor, others say when
    ("proved", r"\frac{d}{dt} (m\dot{x}^2 + kx^2) = 2\dot{x} (m\ddot{x} + kx)", {"x(t)": {}, "m": {}, "k": {}}),
    ("refuted", r"\frac{d}{dt} (m\dot{x}^2 + kx^2) = 2\dot{x} (m\ddot{x} - kx)", {"x(t)": {}, "m": {}, "k": {}}),
    ("proved", r"\dot{x}(t + 1) = 2t + 5", {"x(t)": {"is": "3t + t^2"}}),
    ("proved", r"\dot x(x_0 + t) = 2x_0 + 2t", {"x(t)": {"is": "t^2"}, "x_0": {}}),
    ("refuted", r"\dot{x}(t + 1) = (2t + 3)(t + 1)", {"x(t)": {"is": "3t + t^2"}}),
    # Taylor's polynomials as bounds
    ("proved", r"\sin x \le x - \frac{x^3}{6} + \frac{x^5}{120}", NOT_NEGATIVE),
    ("refuted", r"\sin x \le x - \frac{x^3}{6} + \frac{x^5}{121}", NOT_NEGATIVE),
    ("refuted", r"\sin x \le x - \frac{x^3}{6} + \frac{x^5}{120}", {"x": {}}),
    ("proved", r"e^x \ge 1 + x + \frac{x^2}{2} + \frac{x^3}{6}", NOT_NEGATIVE),
    ("refuted", r"e^x > 1 + x + \frac{x^2}{2} + \frac{x^3}{6}", NOT_NEGATIVE),
    ("refuted", r"e^x \ge 1 + x + \frac{x^2}{2} + \frac{x^3}{5}", NOT_NEGATIVE),
    # Taylor series of what is known, by its slopes at 0, where its domain lies around it
    ("proved", rf"f(x) = {TAYLOR} x^n", _f("e^x")),
    ("proved", rf"\sin x = {TAYLOR} x^n", _f(r"\sin x")),
    ("proved", rf"f(x) = {TAYLOR} x^n", _f(r"\cos x")),
    ("proved", rf"f(x) = {TAYLOR} x^n", _f(r"\frac{1}{1 - x}", "-1 < x < 1")),
    ("refuted", rf"\cos x = {TAYLOR} x^n", _f(r"\sin x")),
    ("refuted", rf"f(x) = {TAYLOR} (x - 1)^n", _f("e^x")),
    ("undecided", rf"f(x) = {TAYLOR} x^n", _f("e^x", r"x \ge 0")),
    ("undecided", rf"f(x) = {TAYLOR} x^n", _f(r"\frac{1}{1 - x}", r"x \ne 1")),
    ("proved", r"2\,\text m + 3\,\text m = 5\,\text m", {}),
    ("refuted", r"2\,\text m + 3\,\text m = 5\,\text s", {}),
    # bases
    ("proved", r"\{(1, 1), (1, -1)\} \text{ is a basis of } \mathbb{R}^2", {}),
    ("refuted", r"\{(1, 1), (2, 2)\} \text{ is a basis of } \mathbb{R}^2", {}),
    ("refuted", r"\{(1, 0, 0), (0, 1, 0)\} \text{ is a basis of } \mathbb{R}^3", {}),
    ("refuted", r"\{(1, 0), (0, 1), (1, 1)\} \text{ is a basis of } \mathbb{R}^2", {}),
    # independence in words, behind the claim and as an equivalence; what is independent is random or an event
    ("proved", r"P(A \cap B) = P(A) P(B) \text{ if } A \text{ and } B \text{ are independent}", {}),
    ("refuted", r"P(A \cup B) = P(A) + P(B) \text{ if } A \text{ and } B \text{ are independent}", {}),
    ("proved", r"A, B \text{ are independent} \iff P(A \cap B) = P(A) P(B)", EVENTS),
    ("refuted", r"A, B \text{ are independent} \iff P(A \cap B) = 0", EVENTS),
    ("proved", r"A \perp B \Rightarrow P(A \mid B) = P(A)", {}),
    ("refuted", r"A \perp B \Rightarrow P(A \mid B) = P(B)", {}),
    ("proved", r"X \perp Y \Rightarrow \mathbb{V}[X - Y] = \mathbb{V}[X] + \mathbb{V}[Y]", NUMBERS),
    ("refuted", r"X \perp Y \Rightarrow \mathbb{V}[X - Y] = \mathbb{V}[X] - \mathbb{V}[Y]", NUMBERS),
    ("proved", r"\mathbb{E}[X^2] = 1 \text{ if } X \sim \mathcal{N}(0, 1)", NUMBERS),
    ("refuted", r"\mathbb{E}[X^2] = 7 \text{ if } X \sim \mathcal{N}(0, 1)", NUMBERS),
    # signs, both ends, and inverse functions
    ("proved", r"|x| = x \operatorname{sgn}(x)", {}),
    ("refuted", r"|x| = -x \operatorname{sgn}(x)", {}),
    ("proved", r"\operatorname{sgn}(-3) = -1", {}),
    ("refuted", r"\operatorname{sgn}(0) = 1", {}),
    ("proved", r"\frac{d}{dx} |x| = \operatorname{sgn}(x) \quad (x \ne 0)", {}),
    ("undecided", r"\frac{d}{dx} |x| = \operatorname{sgn}(x)", {}),
    ("refuted", r"\frac{d}{dx} |x| = 0 \cdot \operatorname{sgn}(x)", {}),
    ("proved", r"\lim_{x \to \pm\infty} \frac{2x^2 + 1}{x^2 - 3} = 2", {}),
    ("refuted", r"\lim_{x \to \pm\infty} e^x = 0", {}),
    ("proved", r"\lim_{x \to \pm\infty} \arctan x = \pm\frac{\pi}{2}", {}),
    ("refuted", r"\lim_{x \to \pm\infty} x^3 = \mp\infty", {}),
    ("proved", r"\int_{-\infty}^{\infty} e^{-|t|} \, dt = 2", {}),
    ("refuted", r"\int_{-\infty}^{\infty} e^{-|t|} \, dt = 1", {}),
    ("proved", r"f^{-1}(x) = \frac{2x + 1}{x - 1}", _f(r"\frac{x + 1}{x - 2}")),
    ("refuted", r"f^{-1}(x) = \frac{2x + 1}{x + 1}", _f(r"\frac{x + 1}{x - 2}")),
    ("proved", r"f^{-1}(x) = \sqrt{x}", _f("x^2", r"x \ge 0")),
    ("refuted", r"f^{-1}(x) = \sqrt{x}", _f("x^2")),
    ("refuted", r"f^{-1}(x) = \sqrt{x}, \quad x \ge 0", _f("x^2")),
    ("refuted", r"f^{-1}(x) = x^2", _f(r"\sqrt{x}")),
    ("proved", r"f^{-1}(x) = x^2, \quad x \ge 0", _f(r"\sqrt{x}")),
    ("refuted", r"f^{-1}(x) = \tan x", _f(r"\arctan x")),
    ("proved", r"f^{-1}(x) = \ln x", _f("e^x")),
    ("refuted", r"f^{-1}(x) = \ln(2x)", _f("e^x")),
    ("proved", r"f^{-1}(x) = \ln\frac{x}{1 - x}", _f(r"\frac{1}{1 + e^{-x}}")),
    ("refuted", r"f^{-1}(x) = \ln\frac{1 - x}{x}", _f(r"\frac{1}{1 + e^{-x}}")),
    ("proved", r"f^{-1}(x) = \frac12 \ln\frac{1 + x}{1 - x}", _f(r"\tanh x")),
    ("refuted", r"f^{-1}(x) = \ln\frac{1 + x}{1 - x}", _f(r"\tanh x")),
    ("proved", r"f^{-1}(5) = 4", _f("2x - 3")),
    ("refuted", r"f^{-1}(4) = 2", _f("x^2")),
    ("refuted", r"f^{-1}(4) = -2", _f("x^2", r"x \ge 0")),
    # words behind what a function is are of the function
    ("proved", r"f(x) = x^2 \text{ is convex}", _f("x^2")),
    ("refuted", r"f(x) = x^3 \text{ is convex}", _f("x^3")),
    ("refuted", r"f(x) = 2x^2 \text{ is convex}", _f("x^2")),
    ("proved", r"f(x) = |x| \text{ is not differentiable at } x = 0", _f("|x|")),
    ("refuted", r"f(x) = x^2 \text{ is not differentiable at } x = 0", _f("x^2")),
    # propositions
    ("proved", r"p \to q \equiv \lnot q \to \lnot p", {}),
    ("refuted", r"p \to q \equiv q \to p", {}),
    ("undecided", r"|x| \le \max_{[0, 1]} |f''|", _f("x^2")),
    # kinds said by a domain
    ("proved", r"(-1)^{2n} = 1", {"n": {"domain": r"n \in \mathbb{Z}"}}),
    ("refuted", r"(-1)^{2n + 1} = 1", {"n": {"domain": r"n \in \mathbb{Z}"}}),
    ("proved", r"z \bar{z} = |z|^2", {"z": {"domain": r"z \in \mathbb{C}"}}),
    ("refuted", r"z^2 = |z|^2", {"z": {"domain": r"z \in \mathbb{C}"}}),
    ("refuted", r"AB = BA", {key: {"domain": rf"{key} \in \mathbb{{R}}^{{2 \times 2}}"} for key in "AB"}),
    # solutions that come again and again
    ("proved", r"\sin x = 0 \iff x = k\pi, \; k \in \mathbb{Z}", {}),
    ("refuted", r"\sin x = 0 \iff x = 2k\pi, \; k \in \mathbb{Z}", {}),
    ("proved", r"2\sin x = 1 \iff x = \frac{\pi}{6} + 2k\pi \lor x = \frac{5\pi}{6} + 2k\pi, \; k \in \mathbb{Z}", {}),
    ("refuted", r"2\sin x = 1 \iff x = \frac{\pi}{6} + 2k\pi, \; k \in \mathbb{Z}", {}),
    ("proved", r"\cos 2x = \frac12 \iff x = \pm\frac{\pi}{6} + k\pi \quad (k \in \mathbb{Z})", {}),
    ("refuted", r"\cos 2x = \frac12 \iff x = \pm\frac{\pi}{3} + k\pi \quad (k \in \mathbb{Z})", {}),
    ("proved", r"\tan x = 1 \iff x = \frac{\pi}{4} + k\pi", {"k": {"kind": "integer"}}),
    ("refuted", r"\tan x = 1 \iff x = \frac{\pi}{4} + 2k\pi", {"k": {"kind": "integer"}}),
    ("proved", r"\sin x = 1 \Rightarrow x = \frac{\pi}{2} + 2k\pi \text{ for some } k \in \mathbb{Z}", {}),
    ("refuted", r"0 \sin x = 0 \iff x = k\pi, \; k \in \mathbb{Z}", {}),
    # powers with letters above equal themselves, of bases of any sign
    ("proved", r"f(x) = 1000(1 + x)^x", _f("1000(1 + x)^x")),
    ("refuted", r"f(x) = 100(1 + x)^x", _f("1000(1 + x)^x")),
    ("undecided", r"f(x) |x| = f(x) x", _f("x^x")),
    ("undecided", r"\forall x \in \mathbb{R} : f(x) = x^x", _f("x^x")),
    ("undecided", r"\int_{-1}^1 (f(x) - f(x)) \, dx = 0", _f("x^x")),
    ("undecided", r"\max_{x \in \mathbb{R}} (f(x) - f(x)) = 0", _f("x^x")),
    ("undecided", r"f(x) \in \mathbb{R}", _f("x^x")),
    ("undecided", r"\left[ \frac{1}{x} - \frac{1}{x} \right]_0^1 = 0", {"x": {}}),
    # derivatives of each order, and spectra
    ("proved", r"\frac{d^n}{dx^n} e^{2x} = 2^n e^{2x}", NATURAL),
    ("refuted", r"\frac{d^n}{dx^n} e^{2x} = 2e^{2x}", NATURAL),
    ("proved", r"\frac{d^n}{dx^n} \frac{1}{x} = \frac{(-1)^n n!}{x^{n + 1}} \quad (x \ne 0)", NATURAL),
    ("undecided", r"\frac{d^n}{dx^n} \frac{1}{x} = \frac{(-1)^n n!}{x^{n + 1}} \quad (x \ge 0)", NATURAL),
    ("proved", r"\frac{x^n}{x^n} = 1 \quad (x \ne 0)", NATURAL),
    ("undecided", r"\frac{x^n}{x^n} = 1 \quad (x \ne 1)", NATURAL),
    ("refuted", r"\frac{d^n}{dx^n} \frac{1}{x} = \frac{n!}{x^{n + 1}} \quad (x \ne 0)", NATURAL),
    ("undecided", r"\frac{d^n}{dx^n} (2x) = 0 \quad (n \ge 2)", NATURAL),
    ("undecided", r"\frac{d^n}{dx^n} x^n = n!", NATURAL),
    ("proved", r"f^{(n)}(x) = (-1)^{n - 1} (n - 1)! \, x^{-n}", _f(r"\ln x") | POSITIVE),
    ("refuted", r"f^{(n)}(x) = (-1)^n (n - 1)! \, x^{-n}", _f(r"\ln x") | POSITIVE),
    ("proved", r"\sigma(A) = \{1, 4\}", {"A": {"is": r"\begin{pmatrix} 1 & 2 \\ 0 & 4 \end{pmatrix}"}}),
    ("refuted", r"\sigma(A) = \{1, 3\}", {"A": {"is": r"\begin{pmatrix} 1 & 2 \\ 0 & 4 \end{pmatrix}"}}),
    ("refuted", r"\sigma(A) = \{2, 3\}", {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 0 & 2 \end{pmatrix}"}}),
    ("proved", r"\sigma(A) = \{2\}", {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 0 & 2 \end{pmatrix}"}}),
    ("refuted", r"\sigma(A) = \{3\}", {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 0 & 2 \end{pmatrix}"}}),
    ("definition", r"W^{[l]} = A^{[l-1]T} B", {"A^{[l]}": {}, "B": {}, "l": {"kind": "natural"}}),
    # where a function has values
    ("proved", r"D_f = \mathbb{R} \setminus \{-2, 2\}", _f(r"\frac{x}{x^2 - 4}")),
    ("refuted", r"D_f = \mathbb{R} \setminus \{2\}", _f(r"\frac{x}{x^2 - 4}")),
    ("proved", r"D_f = (0, \infty)", _f(r"\frac{1}{\sqrt{x}}")),
    ("refuted", r"D_f = [0, \infty)", _f(r"\frac{1}{\sqrt{x}}")),
    ("proved", r"D_f = \mathbb{R}", _f(r"\ln(1 + x^2)")),
    ("refuted", r"D_f = \mathbb{R}", _f("x^2", r"x \ge 0")),
    ("undecided", r"D_f = \mathbb{R}", _f(r"\tan x")),
    # whole numbers by a condition
    ("proved", r"\{n \in \mathbb{N} : n < 4\} = \{0, 1, 2, 3\}", {}),
    ("refuted", r"\{n \in \mathbb{N} : n \le 4\} = \{0, 1, 2, 3\}", {}),
    ("proved", r"\{x \in \mathbb{Z} : x^2 \le 4\} = \{-2, -1, 0, 1, 2\}", {}),
    ("refuted", r"\{x \in \mathbb{Z} : x^2 < 4\} = \{-2, -1, 0, 1, 2\}", {}),
    ("proved", r"\{x \in \mathbb{Z} : x^2 \le -1\} = \emptyset", {}),
    ("refuted", r"|\{n \in \mathbb{N} : n \le 10\}| = 10", {}),
    # what a product or a sum of vectors is perpendicular to
    ("proved", r"\mathbf{a} \times \mathbf{b} \perp \mathbf{a}", SPACE),
    ("refuted", r"\mathbf{a} + \mathbf{b} \perp \mathbf{a}", SPACE),
    # a premise that no value meets refutes nothing
    ("undecided", r"xy > 0 \land y = 0 \Rightarrow 1 = 0", {"x": {}, "y": {}}),
    ("undecided", r"xy > 0 \Rightarrow (y = 0 \Rightarrow 1 = 0)", {"x": {}, "y": {}}),
    ("refuted", r"xy \ge 0 \land y = 0 \Rightarrow 1 = 0", {"x": {}, "y": {}}),
    # a series with an ellipsis, where it does not converge
    ("schematic", r"1 + x + x^2 + \dots = \frac{1}{1 - x} \quad (|x| < 1)", {}),
    ("refuted", r"1 + x + x^2 + \dots = \frac{1}{1 - x} \quad (|x| \le 1)", {}),
    # a number written as a function is may be meant as one
    ("undecided", r"x(t) = e^{2t} \Rightarrow \ddot{x} = 4x", {"x": {}, r"\ddot{x}": {}, "t": {}}),
    ("undecided", r"x = e^{2t} \Rightarrow \ddot{x} = 4x", {"x": {}, r"\ddot{x}": {}, "t": {}}),
    ("undecided", r"T(n) = 2T(n - 1) + 1, T(0) = 0 \Rightarrow T(n) = 2^n - 1", {"T": {}, "n": {}}),
    ("undecided", r"[A](t) = [A]_0 e^{-kt}", {"A": {}, "k": {}, "t": {}}),
    ("refuted", r"x(x + 1) = x^2 + 2x", {"x": {}}),
    ("refuted", r"R(a) R(b) = R(a + b)", {"R": {}, "a": {}, "b": {}}),
    ("refuted", r"(\dot{x} + x)^2 = \dot{x}^2 + x^2", {"x": {}, r"\dot{x}": {}}),
    ("undecided", r"A = \begin{pmatrix} 1 & 0 \\ 0 & 0 \end{pmatrix} \Rightarrow A^2 = A", {"A": {}}),
    # a claim before the matrix it is of
    ("undecided", r"A^2 = A, \; A = \begin{pmatrix} 1 & 0 \\ 0 & 0 \end{pmatrix}", MATRIX),
    ("refuted", r"A^2 = A, \; A = \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}", MATRIX),
    # a condition behind a row that goes on
    ("proved", r"\begin{aligned} \sqrt{x^2} &= |x| \\ &= x \quad \text{for } x \ge 0 \end{aligned}", {}),
    ("refuted", r"\begin{aligned} \sqrt{x^2} &= |x| \\ &= x \quad \text{for } x \le 0 \end{aligned}", {}),
    # coefficients behind what holds of each x
    ("proved", r"\frac{x + 7}{(x - 2)(x + 1)} = \frac{A}{x - 2} + \frac{B}{x + 1}, \; A = 3, \; B = -2", _PARTS),
    ("refuted", r"\frac{x + 7}{(x - 2)(x + 1)} = \frac{A}{x - 2} + \frac{B}{x + 1}, \; A = -2, \; B = 3", _PARTS),
    ("refuted", r"\frac{1}{x^2} = \frac{A}{x} + \frac{B}{x^2}, \; A = 1, \; B = 1", _PARTS),
    ("refuted", r"Ax + B > 3x, \; A = 3, \; B = 0", _PARTS),
    ("refuted", r"x^2 = 4, \; x = 2", {"x": {}}),
    ("undecided", r"Ax + B = 2x, \; A = 1, \; A = 2, \; B = 0", _PARTS),
    ("undecided", r"Ax + B = x, \; A = 1, \; B = 0", _PARTS | {"A": {"domain": "A > 1"}}),
    ("refuted", r"AB = 6, \; A = 2, \; B = 2", _PARTS),
    # a name says what it stands for, if it is no part of that
    ("proved", r"a = \frac1n \xrightarrow{n \to \infty} 0", NATURAL | {"a": {}}),
    ("refuted", r"n = \frac1n \xrightarrow{n \to \infty} 0", NATURAL),
    ("refuted", r"x = x + 1 \xrightarrow{x \to 0} 1", {"x": {}}),
    # by parts, of functions of which nothing is known; a pole does not cancel
    ("proved", r"\int_a^b f g' \, dx = [f g]_a^b - \int_a^b f' g \, dx", _SMOOTH),
    ("refuted", r"\int_a^b f g' \, dx = [f g]_a^b + \int_a^b f' g \, dx", _SMOOTH),
    ("refuted", r"\int_a^b f g' \, dx = [f g]_a^b - \int_b^a f' g \, dx", _SMOOTH),
    ("refuted", r"\int_a^b f g' \, dx = [f g]_b^a - \int_a^b f' g \, dx", _SMOOTH),
    ("refuted", r"\int_{-1}^1 f(x) \, dx - \int_{-1}^1 f(x) \, dx = 0", _f(r"\frac{1}{x}", r"x \ne 0")),
    ("refuted", r"\int_{-1}^1 \frac{1}{x} \, dx - \int_{-1}^1 \frac{1}{x} \, dx = 0", {}),
    ("refuted", r"\int_0^\infty f(x) \, dx - \int_0^\infty f(x) \, dx = 0", _SMOOTH),
    # the angle of a number that is written out
    ("proved", r"\arg(1 + i) = \frac{\pi}{4}", {}),
    ("proved", r"\arg(-1 - i) = -\frac{3\pi}{4}", {}),
    ("refuted", r"\arg(-1 + i) = -\frac{\pi}{4}", {}),
    ("proved", r"\arg(1 + i\sqrt{3}) = \frac{\pi}{3}", {}),
    ("refuted", r"\arg(\sqrt{3} + i) = \frac{\pi}{3}", {}),
    ("proved", r"\arg(-2i) = -\frac{\pi}{2}", {}),
    ("refuted", r"\arg(-1) = -\pi", {}),
    ("refuted", r"\arg(0 + i) = 0", {}),
    ("refuted", r"\arg(0) = 0", {}),
    # the slope of cases at a place, the components of a field, second derivatives as a matrix
    ("proved", r"\left.\frac{df}{dx}\right|_{x = 1} = 2", _CASES),
    ("refuted", r"\left.\frac{df}{dx}\right|_{x = 0} = 0", _CASES),
    (
        "proved",
        r"\operatorname{div} \mathbf{F} = \frac{\partial F_1}{\partial x} + \frac{\partial F_2}{\partial y}",
        _FIELD,
    ),
    (
        "refuted",
        r"\operatorname{div} \mathbf{F} = \frac{\partial F_1}{\partial y} + \frac{\partial F_2}{\partial x}",
        _FIELD,
    ),
    ("refuted", r"\frac{\partial F_1}{\partial x} = 2", {"F(x, y)": {"is": "(2x, y)"}, "F_1": {"is": "3x"}, "x": {}}),
    ("proved", r"\det H_f(x, y) = 12y - 1", _SURFACE),
    ("proved", r"H_f(1, 2) = \begin{pmatrix} 2 & 1 \\ 1 & 12 \end{pmatrix}", _SURFACE),
    ("refuted", r"H_f(2, 1) = \begin{pmatrix} 2 & 1 \\ 1 & 12 \end{pmatrix}", _SURFACE),
    ("proved", r"J_F = \begin{pmatrix} 2x & 0 \\ y & x \end{pmatrix}", _COMPONENTS),
    ("refuted", r"J_F = \begin{pmatrix} 2x & 0 \\ x & y \end{pmatrix}", _COMPONENTS),
    ("proved", r"J_F(1, 2) = \begin{pmatrix} 2 & 0 \\ 2 & 1 \end{pmatrix}", _COMPONENTS),
    ("refuted", r"J_F(1, 2) = \begin{pmatrix} 2 & 0 \\ 1 & 1 \end{pmatrix}", _COMPONENTS),
    # what comes behind a condition has its own, follows from it, or is one more
    ("refuted", r"|x| = -x \text{ for } x < 0, \text{ and } |x| = -x \text{ for } x > 0", {"x": {}}),
    ("proved", r"|x| = -x \text{ for } x < 0, \text{ and } |x| = x \text{ for } x > 0", {"x": {}}),
    ("refuted", r"x^2 \ge 0 \text{ for all } x < 0, \text{ and } x^2 < 0 \text{ for } x > 0", {"x": {}}),
    ("refuted", r"|x| = -x \text{ for } x < 0, \text{ so } 1 = 2", {"x": {}}),
    ("proved", r"|x| = -x \text{ for } x < 0, \text{ so } |x| + x = 0", {"x": {}}),
    ("undecided", r"|x| = -x \text{ for } x < 0, \text{ and } 1 = 2", {"x": {}}),
    ("proved", r"x + y > 0 \text{ for } x > 0, \text{ and } y > 0", {"x": {}, "y": {}}),
    ("undecided", r"|x| = -x \text{ for } x < 0, x^2 = -1", {"x": {}}),
    # letters in a set may be equal
    ("proved", r"|\mathcal P(\{1, 2, 3\})| = 8", {}),
    ("refuted", r"|\mathcal P(\{1, 2, 3\})| = 7", {}),
    ("refuted", r"|\mathcal P(\{1, 2, 2\})| = 8", {}),
    ("undecided", r"|\mathcal P(\{1, 2, a\})| = 8", {"a": {}}),
    ("undecided", r"|\mathcal P(\{1, 2, a\})| = 4", {"a": {}}),
    # laws of quantifiers, without a colon
    ("proved", r"\neg(\forall x\, P(x)) \iff \exists x\, \neg P(x)", _PREDICATES),
    ("refuted", r"\neg \forall x\, P(x) \iff \forall x\, \neg P(x)", _PREDICATES),
    ("proved", r"\neg \forall x\, \exists y\, R(x, y) \iff \exists x\, \forall y\, \neg R(x, y)", _PREDICATES),
    ("refuted", r"\neg \forall x\, \exists y\, R(x, y) \iff \exists x\, \exists y\, \neg R(x, y)", _PREDICATES),
    ("proved", r"\exists x\, \forall y\, R(x, y) \implies \forall y\, \exists x\, R(x, y)", _PREDICATES),
    ("refuted", r"\forall y\, \exists x\, R(x, y) \implies \exists x\, \forall y\, R(x, y)", _PREDICATES),
    ("proved", r"\forall x\, (P(x) \land Q(x)) \iff \forall x\, P(x) \land \forall x\, Q(x)", _PREDICATES),
    ("refuted", r"\forall x\, (P(x) \lor Q(x)) \iff \forall x\, P(x) \lor \forall x\, Q(x)", _PREDICATES),
    ("refuted", r"\exists x\, (P(x) \land Q(x)) \iff \exists x\, P(x) \land \exists x\, Q(x)", _PREDICATES),
    ("proved", r"\neg \forall x\, (P(x) \implies Q(x)) \iff \exists x\, (P(x) \land \neg Q(x))", _PREDICATES),
    ("refuted", r"\neg \forall x\, (P(x) \implies Q(x)) \iff \exists x\, (P(x) \implies \neg Q(x))", _PREDICATES),
    ("proved", r"\forall x\, P(x) \implies \exists x\, P(x)", _PREDICATES),
    ("refuted", r"\exists x\, P(x) \implies \forall x\, P(x)", _PREDICATES),
    ("proved", r"\forall x\, \forall y\, R(x, y) \iff \forall y\, \forall x\, R(x, y)", _PREDICATES),
    ("refuted", r"\forall x\, R(x, x) \implies \forall x\, \forall y\, R(x, y)", _PREDICATES),
    ("proved", r"\exists x\, (P(x) \implies \forall y\, P(y))", _PREDICATES),
    # three things are a counterexample, and two are none: nothing is said
    ("undecided", rf"{_SERIAL} \implies \exists x\, \exists y\, (R(x, y) \land R(y, x))", _PREDICATES),
    ("undecided", r"\forall x\, P(x) \iff P(1)", _PREDICATES),
    ("proved", r"\forall x\, \exists y\, (x + y = 0)", {"x": {}, "y": {}}),
    ("refuted", r"\forall x\, (x^2 > 0)", {"x": {}}),
    # an integral of cases up to a letter that is beyond the last of them, and that nothing binds
    ("proved", r"\int_{-\infty}^x f(t) \, dt = 1 - e^{-cx}", _WAITING | {"x": {"domain": r"x \ge 0"}}),
    ("undecided", r"\int_{-\infty}^x f(t) \, dt = 1 - e^{-cx}", _WAITING | {"x": {"domain": r"x \ge -1"}}),
    ("proved", r"\int_0^x f(t) \, dt = 1", _UP_TO_ONE),
    ("refuted", r"\int_0^x f(t) \, dt = x", _UP_TO_ONE),
    ("refuted", r"\forall x \in \mathbb{R} : \int_0^x f(t) \, dt = 1", _UP_TO_ONE),
    ("refuted", r"\left.\int_0^x f(t) \, dt\right|_{x = 0} = 1", _UP_TO_ONE),
    ("undecided", r"\int_0^1 \int_0^x f(t) \, dt \, dx = 1", _UP_TO_ONE),
    # a perpendicular at a chain's end, inverses of remainders, what a sequence tends to under its arrow
    ("proved", r"\nabla g(1, 1) = (2, 3)^T \perp (3, -2)^T", _SLOPED),
    ("refuted", r"\nabla g(1, 1) = (2, 3)^T \perp (3, 2)^T", _SLOPED),
    ("refuted", r"\nabla g(1, 1) = (2, 2)^T \perp (2, -2)^T", _SLOPED),
    ("proved", r"7^{-1} \equiv 3 \pmod{10}", {}),
    ("refuted", r"7^{-1} \equiv 7 \pmod{10}", {}),
    ("refuted", r"2^{-1} \equiv 5 \pmod{10}", {}),
    ("undecided", r"4^{-1} \equiv \frac14 \pmod{10}", {}),
    ("undecided", r"4^{-1} \cdot 4 \equiv 1 \pmod{10}", {}),
    ("proved", r"a_n = \frac{2n + 1}{n + 3} \xrightarrow{n \to \infty} 2", NATURAL | {"a_n": {}}),
    ("refuted", r"a_n = \frac{2n + 1}{n + 3} \xrightarrow{n \to \infty} 3", NATURAL | {"a_n": {}}),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why


@pytest.mark.parametrize(
    ("tex", "is_true"),
    [
        (r"\ln(1 + x) = \sum_{n=1}^\infty \frac{(-1)^{n+1}}{n} x^n", True),
        (r"\ln(1 + x) = \sum_{n=1}^\infty \frac{(-1)^n}{n} x^n", False),
        (r"\arctan x = \sum_{n=0}^\infty (-1)^n \frac{x^{2n+1}}{2n+1}", True),
        (r"\arctan x = \sum_{n=0}^\infty (-1)^n \frac{x^{2n}}{2n+1}", False),
    ],
)
def test_a_power_series_is_proved_without_a_search(tex, is_true):
    model = read_model(source({"x": {"domain": r"-1 < x \le 1"}}))
    at_once = certified_at_once(Task(read(Text.written(tex), model), model).claim)
    assert (at_once is not None and at_once.kind == "proved") == is_true


def test_a_coefficient_of_which_something_is_known_is_not_another():
    model = read_model(source(_PARTS))
    given, said = (read(Text.written(tex), model) for tex in ("A = 3", r"Ax + B = x, \; A = 1, \; B = 0"))
    assert decided(Task(said, model, givens=(given.tree,))).kind != "proved"


@pytest.mark.parametrize("tex", [r"\forall x\, P(x) \implies Q(x)", r"\forall x\, \exists y\, R(x, y) \land P(x)"])
def test_what_a_quantifier_binds_is_not_spoken_of_behind_its_reach(tex):
    model = read_model(source({"P(x)": {}, "Q(x)": {}, "R(x, y)": {}}))
    with pytest.raises(Faulty, match="without : reaches to here"):
        read(Text.written(tex), model)


def test_a_quantifier_without_a_colon_is_drawn_without_one():
    model = read_model(source({"P(x)": {}, "Q(x)": {}}))
    tex = r"\forall x\, P(x) \Rightarrow \exists x\, (P(x) \lor \lnot Q(x))"
    assert write_latex(read(Text.written(tex), model).tree) == tex
