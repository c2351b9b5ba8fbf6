"""What an examiner of other courses writes: beside each true formula stands a false one."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import NORMAL, source, verdict

NATURAL = {"n": {"kind": "natural"}}
FIBONACCI = r"F_0 = 0, \; F_1 = 1, \; F_n = F_{n-1} + F_{n-2}"
UNKNOWN = {"f(x)": {}, "F(x)": {}, "g(x)": {}}
RANDOM = {"X": {"kind": "random"}, "Y": {"kind": "random"}}
BOX = {"f(x, y)": {}, "a": {}, "b": {}, "c": {}, "d": {}}
BARE = {"F": {}, "m": {}, "a": {}}
LOWER, UPPER = (rf"\begin{{pmatrix}} {one} \end{{pmatrix}}" for one in (r"1 & 0 \\ 2 & 1", r"2 & 1 \\ 0 & 3"))
FACTORED = {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 4 & 5 \end{pmatrix}"}, "L": {}, "U": {}}
SQUARES, POSITIVE = r"\sum_{i=1}^n a_i^2", {"n": {"kind": "natural", "domain": r"n \ge 1"}}
SPACE = {rf"\mathbf{{{key}}}": {"kind": "vector", "shape": (3, 1)} for key in "abc"}
WHOLE = {"a": {"kind": "natural"}, "b": {"kind": "natural"}}
WAVES = {key: {"kind": "natural", "domain": rf"{key} \ge 1"} for key in "mn"}
PLANE = {"x": {}, "y": {}}
ROWS = [
    # a value behind a law and its condition is claimed of it
    ("proved", rf"{FIBONACCI} \text{{ for }} n \ge 2, \; F_6 = 8", NATURAL | {"F_n": {}}),
    ("refuted", rf"{FIBONACCI} \text{{ for }} n \ge 2, \; F_6 = 13", NATURAL | {"F_n": {}}),
    ("undecided", r"F_n = F_{n-1} + F_{n-2} \text{ for } n \ge 2, \; F_6 = 8", NATURAL | {"F_n": {}}),
    ("refuted", r"a_n = 2^n \text{ for } n \ge 0, \; a_0 = 2", NATURAL | {"a_n": {}}),
    # what an integral up to x, or an equation of functions for all x, says of a function
    ("proved", r"F(x) = \int_a^x f(t)\,dt \Rightarrow F'(x) = f(x)", UNKNOWN),
    ("undecided", r"F(x) = \int_a^x f(t)\,dt \Rightarrow F'(x) = g(x)", UNKNOWN),
    ("proved", r"F(x) = \int_a^x f(t)\,dt, \quad F'(x) = f(x)", UNKNOWN),
    ("proved", r"(\forall x: f(x) = g(x)) \Rightarrow f(2) = g(2)", UNKNOWN),
    ("refuted", r"(\forall x: f(x) = x^2) \Rightarrow f(2) = 5", UNKNOWN),
    # the end of an integral may be called d
    ("proved", r"\int_a^b \int_c^d f(x, y)\,dy\,dx = \int_c^d \int_a^b f(x, y)\,dx\,dy", BOX),
    # rounded fractions of a whole number, by its remainders
    ("proved", r"\lfloor n/2 \rfloor + \lceil n/2 \rceil = n", NATURAL),
    ("refuted", r"\lfloor n/3 \rfloor + \lceil n/3 \rceil = n", NATURAL),
    (
        "proved",
        r"\left\lceil \frac{n}{3} \right\rceil = \left\lfloor \frac{n+2}{3} \right\rfloor",
        {"n": {"kind": "integer"}},
    ),
    ("refuted", r"\left\lceil \frac{n}{3} \right\rceil = \left\lfloor \frac{n+1}{3} \right\rfloor", NATURAL),
    ("proved", r"\lfloor n/3 \rfloor = 0", {"n": {"kind": "natural", "domain": r"n \le 2"}}),
    ("proved", r"\lfloor x + n \rfloor = \lfloor x \rfloor + n", {"x": {}} | NATURAL),
    ("refuted", r"\lfloor x + \frac{n}{2} \rfloor = \lfloor x \rfloor + \frac{n}{2}", {"x": {}} | NATURAL),
    ("refuted", r"\lfloor n/2 \rfloor = \frac{n - 1}{2}", NATURAL),
    ("proved", r"\lfloor -n/2 \rfloor = -\lceil n/2 \rceil", {"n": {"kind": "integer"}}),
    ("proved", r"\lfloor n/2 \rfloor \le \frac{n}{2}", NATURAL),
    # … but not where another name is known by it
    ("proved", r"m > \lfloor n/2 \rfloor", NATURAL | {"m": {"is": "n + 1"}}),
    ("undecided", r"m \le \lfloor n/2 \rfloor", NATURAL | {"m": {"kind": "natural", "domain": r"m \le n/2"}}),
    ("refuted", r"m \le \lfloor n/2 \rfloor", NATURAL | {"m": {"kind": "natural"}}),
    # integrals inside each other, in the other order
    ("proved", r"\int_0^1 \int_0^x f(x, y)\,dy\,dx = \int_0^1 \int_y^1 f(x, y)\,dx\,dy", BOX),
    ("undecided", r"\int_0^1 \int_0^x f(x, y)\,dy\,dx = \int_0^1 \int_0^y f(x, y)\,dx\,dy", BOX),
    ("proved", r"\int_0^2 \int_{x^2}^4 f(x, y)\,dy\,dx = \int_0^4 \int_0^{\sqrt{y}} f(x, y)\,dx\,dy", BOX),
    ("undecided", r"\int_0^2 \int_{x^2}^3 f(x, y)\,dy\,dx = \int_0^3 \int_0^{\sqrt{y}} f(x, y)\,dx\,dy", BOX),
    ("proved", r"\int_0^1 \int_x^1 e^{y^2}\,dy\,dx = \frac{e - 1}{2}", {}),
    ("refuted", r"\int_0^1 \int_x^1 e^{y^2}\,dy\,dx = \frac{e - 1}{3}", {}),
    ("proved", r"\int_0^2 \int_{2x}^4 \sin(y^2)\,dy\,dx = \frac{1 - \cos 16}{4}", {}),
    ("refuted", r"\int_0^1 \int_0^{1 - x} e^{(1 - y)^2}\,dy\,dx = \frac{e + 1}{2}", {}),
    ("undecided", r"\int_{-1}^1 \int_{x^2}^1 f(x, y)\,dy\,dx = \int_0^1 \int_0^{\sqrt{y}} f(x, y)\,dx\,dy", BOX),
    ("undecided", r"\int_0^1 \int_x^1 f(x, y)\,dy\,dx = \int_0^1 \int_0^y f(y, x)\,dx\,dy", BOX),
    ("proved", r"\int_0^1 \int_{1-x}^1 e^{y^2}\,dy\,dx = \int_0^1 \int_{1-y}^1 e^{y^2}\,dx\,dy", {}),
    ("proved", r"\int_0^8 \int_{\sqrt[3]{y}}^2 e^{x^4}\,dx\,dy = \frac{e^{16} - 1}{4}", {}),
    ("refuted", r"\int_0^8 \int_{\sqrt[3]{y}}^2 e^{x^4}\,dx\,dy = \frac{e^8 - 1}{4}", {}),
    ("proved", r"\int_0^8 \int_{\sqrt[3]{y}}^2 f(x, y)\,dx\,dy = \int_0^2 \int_0^{x^3} f(x, y)\,dy\,dx", BOX),
    ("undecided", r"\int_0^8 \int_{\sqrt[3]{y}}^2 f(x, y)\,dx\,dy = \int_0^2 \int_0^{x^2} f(x, y)\,dy\,dx", BOX),
    # limits of two variables
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{x^2 y^2}{x^4 + y^4} = 0", {}),
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{x^2}{x^2 - y^2} = 0", {}),
    ("proved", r"\lim_{(x,y) \to (0,0)} \frac{xy}{\sqrt{x^2 + y^2}} = 0", {}),
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{x}{\sqrt{x^2 + y^2}} = 0", {}),
    ("undecided", r"\lim_{(x,y) \to (0,0)} \frac{x^3}{x^2 + y^4} = 0", {}),
    ("proved", r"\lim_{(x,y) \to (1,2)} (x^2 + y) = 3", {}),
    ("undecided", r"\lim_{(x,y) \to (1,1)} \frac{x^2 - y^2}{x - y} = 2", {}),
    ("refuted", r"\lim_{(x,y) \to (1,1)} \frac{x^2 - y^2}{x - y} = 1", {}),
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{x^2 + y^2}{x + y} = 1", {}),
    ("refuted", r"\lim_{(x,y) \to (1,2)} (x^2 + y) = 4", {}),
    ("proved", r"\lim_{(x,y) \to (0,0)} \frac{x^2 y}{x^2 + y^2} = 0", {}),
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{xy}{x^2 + y^2} = 0", {}),
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{x^2 y}{x^4 + y^2} = 0", {}),
    ("undecided", r"\lim_{(x,y) \to (0,0)} \frac{x^3 y}{x^6 + y^2} = 0", {}),
    ("undecided", r"\lim_{(x,y) \to (0,0)} \frac{x^4}{r} = 0", {"x": {}, "y": {}, "r": {"is": "x^4 + y^4"}}),
    # … along ways on which there are values
    ("undecided", r"\lim_{(x,y) \to (0,0)} \frac{\sin(xy)}{xy} = 1", {}),
    ("undecided", r"\lim_{(x,y) \to (0,0)} \frac{x^2 - y^2}{x - y} = 0", {}),
    ("refuted", r"\lim_{(x,y) \to (0,0)} \frac{x^2 - y^2}{x - y} = 1", {}),
    ("undecided", r"\lim_{(x,y) \to (0,0)} y \ln x = 0", {}),
    ("undecided", r"\lim_{(x,y) \to (0,0)} (\sqrt{x} - \sqrt{-y}) = 0", {}),
    ("undecided", r"\lim_{(x,y) \to (1,0)} \frac{\sin(xy)}{y} = 1", {}),
    ("refuted", r"\lim_{(x,y) \to (1,0)} \frac{\sin(xy)}{y} = 0", {}),
    # elements of area and volume
    ("notation", r"dA = r\,dr\,d\theta", {}),
    ("undecided", r"dA = dr\,d\theta", {}),
    ("notation", r"dV = \rho^2 \sin\varphi\,d\rho\,d\varphi\,d\theta", {}),
    ("undecided", r"dV = \rho \sin\varphi\,d\rho\,d\varphi\,d\theta", {}),
    # linear equations whose coefficients are functions
    ("proved", r"y' = -2xy, \; y(0) = 3 \Rightarrow y(x) = 3e^{-x^2}", {"y(x)": {}}),
    ("refuted", r"y' = -2xy, \; y(0) = 3 \Rightarrow y(x) = 3e^{-2x^2}", {"y(x)": {}}),
    ("undecided", r"xy' = 2y, \; y(0) = 0 \Rightarrow y(x) = x^2", {"y(x)": {}}),
    # a recurrence of a function says what it is
    ("undecided", r"T(n) = 2T(n/2) + n", {"T(n)": {}}),
    ("undecided", r"T(n) = 2T(n/2) + n = \Theta(n \log n)", {"T(n)": {}}),
    ("undecided", r"T(n) = T(n/3) + T(2n/3) + n", {"T(n)": {}}),
    ("undecided", r"T(n) = T(\lceil n/2 \rceil) + T(\lfloor n/2 \rfloor) + n", {"T(n)": {}} | NATURAL),
    ("undecided", r"T(n) = T(\sqrt{n}) + 1", {"T(n)": {}}),
    ("refuted", r"T(n) = T(n - 0) + 1", {"T(n)": {}}),
    ("refuted", r"T(n) = T(3n/2) + 1", {"T(n)": {}}),
    ("refuted", r"T(n + m) = T(n) + T(m)", {"T(n)": {}, "m": {}}),
    # measures of two random quantities together
    ("definition", r"H(X, Y) = -\sum_{x, y} p(x, y) \log p(x, y)", RANDOM),
    ("undecided", r"H(X, Y) = -\sum_{x, y} p(x, y) \log p(x)", RANDOM),
    ("definition", r"H(X \mid Y) = -\sum_x \sum_y p(x, y) \log_2 p(x \mid y)", RANDOM),
    ("undecided", r"H(X \mid Y) = -\sum_x \sum_y p(x, y) \log_2 p(y \mid x)", RANDOM),
    ("undecided", r"H(X \mid Y) = -\sum_{x, y} p(x, y) (\log_2 p(x, y) - \ln p(y))", RANDOM),
    ("definition", r"I(X; Y) = \sum_{x, y} p(x, y) \log \frac{p(x, y)}{p(x) p(y)}", RANDOM),
    ("undecided", r"I(X; Y) = \sum_{x, y} p(x, y) \log \frac{p(x) p(y)}{p(x, y)}", RANDOM),
    ("definition", r"I(X; Y) = D_{KL}(P_{XY} \| P_X P_Y)", RANDOM),
    ("undecided", r"I(X; Y) = D_{KL}(P_X P_Y \| P_{XY})", RANDOM),
    # values put in the place of letters say what these are; what stands behind is claimed
    ("definition", r"F = ma = 2\,\text{kg} \cdot 3\,\text{m/s}^2 = 6\,\text{N}", BARE),
    ("refuted", r"F = ma = 2\,\text{kg} \cdot 3\,\text{m/s}^2 = 7\,\text{N}", BARE),
    ("undecided", r"A = \pi r^2 = 3^2 = 9", {"A": {}, "r": {"kind": "positive"}}),
    ("undecided", r"v = \frac{d}{t} = \frac{100}{8}", {"d": {}, "t": {"domain": "t < 0"}}),
    ("undecided", r"A = a^2 + a = 3^2 + 4 = 13", {"a": {}}),
    ("undecided", "y = a^2 = (-2)^2 = 4", {"a": {"kind": "positive"}}),
    ("definition", "y = a^2 = (-2)^2 = 4", {"a": {"kind": "integer"}, "y": {"kind": "positive"}}),
    ("undecided", "y = a^3 = (-2)^3 = -8", {"a": {}, "y": {"kind": "positive"}}),
    (
        "definition",
        r"F = ma = 2\,\text{kg} \cdot 3\,\text{m/s}^2",
        BARE | {"F": {"kind": "positive", "unit": r"\text{N}"}},
    ),
    ("undecided", "y = a^2 = 1.5^2 = 2.25", {"a": {"kind": "integer"}}),
    ("definition", rf"A = LU = {LOWER}{UPPER}", FACTORED),
    ("refuted", rf"A = LU = {LOWER}{LOWER}", FACTORED),
    ("undecided", "A = LU", FACTORED),
    ("definition", r"E = hf = 6.6 \times 10^{-34}\,\text{J s} \cdot 5 \times 10^{14}\,\text{Hz}", {"h": {}, "f": {}}),
    ("proved", r"5\,\text{kg m/s}^2 = 5\,\text{N}", {}),
    ("refuted", r"5\,\text{kg m/s} = 5\,\text{N}", {}),
    ("proved", r"4.7\,\mu\text{F} = 4700\,\text{nF}", {}),
    ("proved", r"8.314\,\text{J/(mol K)} \cdot 2\,\text{mol} \cdot 3\,\text{K} = 49.884\,\text{J}", {}),
    ("refuted", r"8.314\,\text{J/(mol K)} \cdot 2\,\text{mol} = 16.628\,\text{J}", {}),
    # an exponential lies above its tangent at any place; what a name's value is, by a law
    ("proved", r"f(y) \ge f(x) + f'(x)(y - x)", {"f(x)": {"is": "e^x"}, "y": {}}),
    ("refuted", r"e^y \ge e^x + 2 e^x (y - x)", PLANE),
    ("definition", r"M_X(t) = E[e^{tX}] = e^{\mu t + \frac12 \sigma^2 t^2}", NORMAL | {"t": {}}),
    ("undecided", r"\text{Rate} = \frac{TP}{TP + FN} = \frac{50}{100} = 0.5", {}),
    ("refuted", "AB = 0", {key: {"kind": "matrix", "shape": (2, 2)} for key in "AB"}),
    # columns side by side
    ("proved", r"\mathbf{a} \cdot (\mathbf{b} \times \mathbf{c}) = \det(\mathbf{a}, \mathbf{b}, \mathbf{c})", SPACE),
    ("refuted", r"\mathbf{a} \cdot (\mathbf{b} \times \mathbf{c}) = \det(\mathbf{b}, \mathbf{a}, \mathbf{c})", SPACE),
    ("proved", r"\begin{pmatrix} \mathbf{a} & \mathbf{b} \end{pmatrix} (2, 3)^\top = 2\mathbf{a} + 3\mathbf{b}", SPACE),
    # one number for all others
    ("refuted", r"\exists x \, \forall y : x + y = 0", PLANE),
    ("proved", r"\exists x \, \forall y : xy = 0", PLANE),
    # whole numbers
    ("proved", r"\varphi(12) = 4", {}),
    ("refuted", r"\varphi(12) = 6", {}),
    ("proved", r"3^{\varphi(10)} \equiv 1 \pmod{10}", {}),
    ("undecided", r"\varphi(1) \approx 0.242", {}),
    ("refuted", r"\gcd(2a, 2b) = \gcd(a, b)", WHOLE),
    ("refuted", r"\gcd(a, b) = 1 \Rightarrow \gcd(a + b, b) = 2", WHOLE),
    # Cauchy's inequality
    ("proved", rf"\left(\sum_{{i=1}}^n a_i b_i\right)^2 \le {SQUARES} \sum_{{i=1}}^n b_i^2", NATURAL),
    ("proved", rf"\sum_{{i=1}}^n a_i b_i \le \sqrt{{{SQUARES}}} \sqrt{{\sum_{{i=1}}^n b_i^2}}", NATURAL),
    ("proved", rf"\left(\frac1n \sum_{{i=1}}^n a_i\right)^2 \le \frac1n {SQUARES}", POSITIVE),
    ("refuted", rf"\left(\sum_{{i=1}}^n a_i\right)^2 \le {SQUARES}", NATURAL),
    ("refuted", rf"\left(\sum_{{i=1}}^n a_i b_i\right)^2 \ge {SQUARES} \sum_{{i=1}}^n b_i^2", NATURAL),
    ("proved", r"\sum_{i=1}^n i \sum_{j=1}^i j = \frac{n(n+1)(n+2)(3n+1)}{24}", NATURAL),
    ("proved", r"\sum_{i=1}^4 i \bmod \sum_{j=1}^2 j = 1 + 2 + 0 + 1", {}),
    ("refuted", r"\sum_{i=1}^4 i \bmod \sum_{j=1}^2 j = 30", {}),
    # variables that are separated
    ("proved", r"\frac{dy}{dx} = \frac{x}{y} \Rightarrow y\,dy = x\,dx", PLANE),
    ("proved", r"\frac{dy}{dx} = xy, \; y \ne 0 \Rightarrow \int \frac{dy}{y} = \int x\,dx", PLANE),
    ("refuted", r"\frac{dy}{dx} = xy \Rightarrow \frac{dy}{y} = 2x\,dx", PLANE),
    ("undecided", r"\frac{dy}{y} = x\,dx \Rightarrow \ln|y| = \frac{x^2}{2} + c", PLANE),
    # braces around what is to be least; a product of capitals that is meant as one name
    ("proved", r"\min_x \{x^2 - 4x\} = -4", {}),
    ("refuted", r"\max_{0 \le x \le 1} \{x - x^2\} = \frac12", {}),
    ("undecided", r"FV = 1000 \cdot 1.05^{10} \approx 1628.89", {}),
    # a divergence of unknown distributions
    ("proved", r"D_{KL}(P \| Q) \ge 0", {}),
    ("undecided", r"D_{KL}(P \| Q) = D_{KL}(Q \| P)", {}),
    # what a term of one letter is
    ("proved", r"-\ln x \text{ is convex}", {"x": {}}),
    ("refuted", r"\ln x \text{ is convex}", {"x": {}}),
    ("proved", r"x^3 \text{ is convex on } [0, 1]", {"x": {}}),
    ("refuted", r"x^3 \text{ is convex}", {"x": {}}),
    ("proved", r"x^3 \text{ is convex}", {"x": {"kind": "positive"}}),
    ("refuted", r"x^2 \text{ is decreasing}", {"x": {"kind": "positive"}}),
    ("undecided", r"\sin z \text{ is bounded}", {"z": {"kind": "complex"}}),
    # transforms, where they converge
    ("proved", r"\mathcal{L}\{e^{at}\} = \frac{1}{s - a}", {"s": {}, "a": {}}),
    ("refuted", r"\mathcal{L}\{e^{at}\} = \frac{1}{s + a}", {"s": {}, "a": {}}),
    ("proved", r"\mathcal{L}^{-1}\left\{\frac{1}{s^2 + 1}\right\} = \sin t", {"s": {}}),
    ("refuted", r"\mathcal{L}^{-1}\left\{\frac{1}{s^2 + 1}\right\} = \cos t", {"s": {}}),
    # waves of equal and of other frequencies
    ("proved", r"\int_{-\pi}^{\pi} \cos(mx) \cos(nx)\,dx = \pi \delta_{mn}", WAVES),
    ("refuted", r"\int_{-\pi}^{\pi} \cos(mx) \cos(nx)\,dx = 2\pi \delta_{mn}", WAVES),
    ("proved", r"\int_{-\pi}^{\pi} \sin(mx) \cos(nx)\,dx = 0", WAVES),
    ("refuted", r"\int_{-\pi}^{\pi} \cos(mx) \cos(nx)\,dx = 0", WAVES),
    # how a mean is defined
    ("definition", r"E[X] = \sum k P(X = k)", RANDOM),
    ("definition", r"E[X] = \sum_{k=0}^{\infty} k P(X = k)", RANDOM),
    ("undecided", r"E[X] = \sum k^2 P(X = k)", RANDOM),
    ("undecided", r"E[X] = \sum k P(X = k)", NORMAL),
    ("refuted", r"E[X] = \sum_{k=0}^{\infty} k P(X = k)", {"X": {"domain": r"X \sim \mathcal{N}(2, 1)"}}),
    ("undecided", r"E[X] = \int_{-\infty}^{\infty} x f(x)\,dx", {"X": {"domain": r"X \sim \mathrm{Poisson}(3)"}}),
    # primes of a name that is no function
    ("proved", "y'' + y = 0", {"x": {}, "y": {"is": r"\sin x"}}),
    ("refuted", "y'' - y = 0", {"x": {}, "y": {"is": r"\sin x"}}),
    ("proved", r"y = \sin x \Rightarrow y'' + y = 0", PLANE),
    ("refuted", r"y = x^2 \Rightarrow y' = x", PLANE),
    ("undecided", "y' = 2x", PLANE),
    # a name that is said in the formula is not differentiated by itself
    ("undecided", r"y = e^{2x}, \quad y'' - 3y' + 2y = 0", {}),
    ("undecided", r"y'' - 3y' + 2y = 0, \quad y = e^{2x}", {}),
    # what is put in has a value, and is one that the name on the left may have
    ("refuted", r"v = \frac{d}{t} = \frac{100}{0}", {"v": {}, "d": {}, "t": {}}),
    ("undecided", r"v = \frac{d}{t} = \frac{-100}{8} = -12.5", {"v": {"kind": "positive"}, "d": {}, "t": {}}),
    ("undecided", r"v = \frac{d}{t} = \frac{100}{8} = 12.5", {"v": {"kind": "integer"}, "d": {}, "t": {}}),
    ("definition", r"v = \frac{d}{t} = \frac{100}{8} = 12.5", {"v": {"kind": "positive"}, "d": {}, "t": {}}),
    ("undecided", r"F = ma = 2\,\text{kg} \cdot 3\,\text{m} = 6\,\text{kg m}", BARE | {"F": {"unit": "N"}}),
    ("refuted", r"A = QR = \begin{pmatrix} 1 & 2 \end{pmatrix} \begin{pmatrix} 3 & 4 \end{pmatrix}", {}),
    ("undecided", r"c^2 = a^2 + b^2 = 3^2 + 4^2 = 25", {}),
    # a letter that stands elsewhere counts nothing
    ("undecided", r"\varphi(x) = x + 1, \; \varphi(12) = 4", {}),
    ("proved", r"\varphi = 2 \Rightarrow \varphi(3) = 6", {}),
    ("proved", r"\phi(12) = 12\phi", {}),
    # where s is bounded, nothing is said of other s
    ("refuted", r"\mathcal{L}\{t\} = \frac{5}{s^2}", {"s": {"domain": "s < 0"}}),
    ("proved", r"\mathcal{L}\{t\} = \frac{1}{s^2}", {"s": {"domain": "0 < s"}}),
    # a point beside a row of a matrix is a row
    ("proved", r"\begin{pmatrix} 1 & 2 \end{pmatrix} = (1, 2)", {}),
    ("refuted", r"\begin{pmatrix} 1 & 2 \end{pmatrix} = (2, 1)", {}),
    ("refuted", r"\begin{pmatrix} 1 & 2 \end{pmatrix} = \begin{pmatrix} 1 \\ 2 \end{pmatrix}", {}),
    ("proved", r"2(1, 2) = \begin{pmatrix} 1 & 2 \end{pmatrix} + \begin{pmatrix} 1 & 2 \end{pmatrix}", {}),
    # capitals of which nothing is said are no numbers
    ("undecided", rf"A = LU, \; L = {LOWER}, \; U = {UPPER}", {"A": FACTORED["A"]}),
    ("undecided", r"W(\cos x, \sin x) = 1", PLANE),
    ("undecided", r"MR = MC \Rightarrow 100 - 2q = 20", {"q": {}}),
    # columns that are terms
    (
        "proved",
        r"\det(\mathbf{a} + \mathbf{b}, \mathbf{b}, \mathbf{c}) = \det(\mathbf{a}, \mathbf{b}, \mathbf{c})",
        SPACE,
    ),
    ("proved", r"\det(2\mathbf{a}, 2\mathbf{b}, 2\mathbf{c}) = 8\det(\mathbf{a}, \mathbf{b}, \mathbf{c})", SPACE),
    ("refuted", r"\det(2\mathbf{a}, 2\mathbf{b}, 2\mathbf{c}) = 2\det(\mathbf{a}, \mathbf{b}, \mathbf{c})", SPACE),
    ("proved", r"\det((1, 2), (3, 4)) = -2", {}),
    ("proved", r"\det(\mathbf{a} \times \mathbf{b}, \mathbf{a}, \mathbf{b}) = |\mathbf{a} \times \mathbf{b}|^2", SPACE),
    (
        "proved",
        r"\begin{vmatrix} a & b \end{vmatrix} = \det(a, b)",
        {key: {"kind": "vector", "shape": (2, 1)} for key in "ab"},
    ),
]
GIVEN = [
    ("proved", "y'' + y = 0", r"y = a \cos x + b \sin x", PLANE | BOX),
    ("refuted", "y' = 3x", r"y = x^2 + c", PLANE | BOX),
    ("refuted", r"\gcd(a, b) = 2", r"\gcd(a, b) = 1", WHOLE),
    ("proved", r"\int_a^b f(x)\,dx = F(b) - F(a)", "F'(x) = f(x)", UNKNOWN),
    ("undecided", r"\int_a^b f(x)\,dx = F(a) - F(b)", "F'(x) = f(x)", UNKNOWN),
    ("proved", r"f'(2) = g'(2)", r"\forall x : f(x) = g(x)", UNKNOWN),
    ("undecided", r"f(2) = g(3)", r"\forall x : f(x) = g(x)", UNKNOWN),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why


@pytest.mark.parametrize(("kind", "tex", "given", "lets"), GIVEN, ids=range(len(GIVEN)))
def test_a_formula_has_this_verdict_behind_what_is_given(kind, tex, given, lets):
    model = read_model(with_free_names(Text.written(tex), source(lets)))
    found = verdict(tex, lets, givens=(read(Text.written(given), model).tree,))
    assert found.kind == kind, found.why
