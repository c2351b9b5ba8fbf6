"""What lecturers put on slides, in words and signs of their own: beside each true formula stands a false one."""

import pytest

from tests.prove.test_what_courses_write import verdict

CUBIC = {"f(x)": {"is": "2x^3 - 6x + 1"}}
WHOLE = {"n": {"kind": "integer"}}
NATURAL = {"n": {"kind": "natural"}}
FREE_SEQUENCE = NATURAL | {"a_n": {}}
PLANE = {"x": {}, "y": {}}
COMPLEX = {"z": {"kind": "complex"}}
EVEN = {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}"}}
ODD = {"A": {"is": r"\begin{pmatrix} 1 & 2 \\ 2 & 1 \end{pmatrix}"}}
LEANING = {"A": {"is": r"\begin{pmatrix} 1 & 1 \\ 0 & 1 \end{pmatrix}"}}
SQUARE = {"A": {"kind": "matrix", "shape": (2, 2)}}
BOWL = {"f(x, y)": {"is": "x^2 + 2y^2"}}
SADDLE = {"f(x, y)": {"is": "x^2 - 2y^2"}}
POINT = {r"\mathbf{x}": {"kind": "vector", "shape": (2, 1)}}
HELIX = {r"\mathbf{r}(t)": {"is": r"(\cos t, \sin t, t)"}}
LINES = {r"\mathbf{v}_1": {"is": "(1, 2)"}, r"\mathbf{v}_2": {"is": "(1, 1)"}, r"\mathbf{v}_3": {"is": "(2, 4)"}}
FLAT = {"S": {"is": r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}"}}
LETTERS = {"B": {"is": r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"}} | {one: {} for one in "abcd"}
SEQUENCE = {"n": {"kind": "natural"}, "a_n": {"is": r"\frac{n}{n + 1}"}}
CHANCE = {"p": {"domain": "0 < p < 1"}, "z": {}}
PAIR = {r"\mathbf{x}": {"is": "(1, 2)"}, "A": {"is": r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"}}
UNIT = {r"\mathbf{q}": {"is": r"\frac{1}{\sqrt{2}} (1, 1)^\top"}}
FORM = {"A": EVEN["A"], r"f(\mathbf{x})": {"is": r"\frac{1}{2} \mathbf{x}^\top A \mathbf{x}"}, **POINT}
WAVE = {"u(x, y, t)": {"is": r"e^{-2t} \sin x \sin y"}}
PROJECTION = {"A": {"kind": "matrix", "shape": (3, 1)}, "P": {"kind": "matrix", "shape": (3, 3)}}
MOTION = {"y(t)": {}}
DATA = {"X": {"kind": "matrix", "shape": (3, 2)}, r"\lambda": {}} | {
    rf"\mathbf{{{letter}}}": {"kind": "vector", "shape": (size, 1)} for letter, size in (("w", 2), ("y", 3))
}
TWO = SQUARE | {"B": SQUARE["A"]}
AXES = {
    rf"\mathbf{{{letter}}}": {"is": axis} for letter, axis in zip("ijk", ("(1,0,0)", "(0,1,0)", "(0,0,1)"), strict=True)
}
INNER = {"u": {"is": "x^2"}, "C": {}}
HALF = {"f(x)": {"is": "x^2"}, "x": {"domain": r"x \ge 0"}}
FUNCTIONS = {"f(x)": {}, "g(x)": {}}
WAITING = {"F(x)": {"is": r"\int_0^x \lambda e^{-\lambda t} \, dt"}, r"\lambda": {"kind": "positive"}}
POLAR = {r"x(r, \theta)": {"is": r"r \cos\theta"}, r"y(r, \theta)": {"is": r"r \sin\theta"}}
ABOVE = {"f(x)": {"is": "x"}, "x": {"domain": "x > 1"}}
NEAREST = POINT | {r"f(\mathbf{x})": {"is": r"\mathbf{x}^\top \mathbf{x}"}}
SLOPED = {"f(x)": {"is": "x^2 - 4x"}}
PARAMETRIC = {"y(t)": {"is": "t^3"}, "x(t)": {"is": "t^2"}}
FORMED = r"f(\mathbf{x}) = \tfrac12 \mathbf{x}^\top A \mathbf{x} - \mathbf{b}^\top \mathbf{x}"
QUADRATIC = POINT | {r"f(\mathbf{x})": {}, "A": EVEN["A"], r"\mathbf{b}": {"is": "(1, 2)"}}
SETS = {letter: {"kind": "set"} for letter in "ABC"}
SHARE = NATURAL | {"p": {"domain": r"0 \le p \le 1"}}
PUT_IN = {one: {} for one in "xuC"}
SURE = {"p": {"is": "(1, 0)"}, "q": {"is": r"(\frac12, \frac12)"}}
ROWS = [
    # points that are turned
    ("proved", r"\nabla f = (2x, 4y)^\top", BOWL),
    ("refuted", r"\nabla f = (2x, 2y)^\top", BOWL),
    ("proved", r"A (1, 1)^\top = (3, 7)^\top", PAIR),
    ("refuted", r"A (1, 1)^\top = (3, 8)^\top", PAIR),
    ("proved", r"\mathbf{x} = [1, 2]^\top", PAIR),
    ("proved", r"\mathbf{x}^\top = (1, 2)", PAIR),
    ("refuted", r"\mathbf{x}^\top = (2, 1)", PAIR),
    ("proved", r"(1, 1)^\top A = (4, 6)", PAIR),
    ("proved", r"(1, 2)^\top (3, 4) = 11", {}),
    ("proved", r"(1, 2)^\top \cdot (3, 4)^\top = 11", {}),
    ("proved", r"\mathbf{x} \mathbf{x}^\top = \begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", PAIR),
    ("refuted", r"\mathbf{x} \mathbf{x}^\top = 5", PAIR),
    ("proved", r"\|\mathbf{q}\| = 1", UNIT),
    ("refuted", r"\|(3, 4)^\top\| = 7", {}),
    # the two meanings of a nabla with a square
    ("proved", r"\nabla^2 f = \frac{\partial^2 f}{\partial x^2} + \frac{\partial^2 f}{\partial y^2} = 6", BOWL),
    ("refuted", r"\nabla^2 f = f_{xx} + f_{yy} = 7", BOWL),
    ("proved", r"\frac{\partial u}{\partial t} = \nabla^2 u", WAVE),
    ("proved", r"\nabla^2 f(\mathbf{x}) = A", FORM),
    ("refuted", r"\nabla^2 f(\mathbf{x}) = 2A", FORM),
    # a bound on chances, whose event changes with a number that stands outside of it
    ("undecided", r"P(|X - \mu| \ge k \sigma) \le \frac{1}{k^2}", {"X": {}, r"\mu": {}, "k": {}, r"\sigma": {}}),
    ("proved", r"X \sim \text{Bin}(4, p) \Rightarrow \mathbb{E}[X] = 4p", {"p": {"domain": "0 < p < 1"}}),
    ("refuted", r"X \sim \text{Bin}(4, p) \Rightarrow \mathbb{E}[X] = 5p", {"p": {"domain": "0 < p < 1"}}),
    # rows under each other
    ("proved", r"\begin{aligned} f(x) &= x^3 \\ f'(x) &= 3x^2 \\ &= 3x \cdot x \end{aligned}", {"f(x)": {}}),
    ("refuted", r"\begin{aligned} f(x) &= x^3 \\ f'(x) &= 2x^2 \end{aligned}", {"f(x)": {}}),
    ("proved", r"\begin{aligned} x &= 2 \\ x^2 &= 4 \end{aligned}", {"x": {}}),
    ("refuted", r"\begin{aligned} x &= 2 \\ x^2 &= 5 \end{aligned}", {"x": {}}),
    ("proved", r"\begin{aligned} x^2 &= 5x - 6 \\ \iff x &= 2 \text{ or } x = 3 \end{aligned}", {"x": {}}),
    ("refuted", r"\begin{aligned} x^2 &= 5x - 6 \\ \iff x &= 2 \text{ or } x = 4 \end{aligned}", {"x": {}}),
    ("proved", r"\begin{aligned} 2x + 3 &= 11 \\ \Rightarrow 2x &= 8 \\ \Rightarrow x &= 4 \end{aligned}", {"x": {}}),
    ("refuted", r"\begin{aligned} 2x + 3 &= 11 \\ \Rightarrow 2x &= 8 \\ \Rightarrow x &= 5 \end{aligned}", {"x": {}}),
    ("refuted", r"\begin{aligned} (a + b)^2 &= a^2 + b^2 \\ a &= 0 \end{aligned}", {"a": {}, "b": {}}),
    ("proved", r"\begin{aligned} \int_0^1 2xe^{x^2} dx &= \int_0^1 e^u du \quad (u = x^2) \\ &= e-1 \end{aligned}", {}),
    ("refuted", r"\begin{aligned} \int_0^1 2x e^{x^2} dx &= \int_0^1 e^u du \quad (u = x^2) \\ &= e \end{aligned}", {}),
    # names of networks, of kernels and of learning by rewards
    ("definition", r"\mathbf{a}^{[l]} = g\left(W^{[l]} \mathbf{a}^{[l-1]} + \mathbf{b}^{[l]}\right)", {}),
    ("definition", r"k(\mathbf{x}, \mathbf{x}') = e^{-\|\mathbf{x} - \mathbf{x}'\|^2}", POINT),
    ("refuted", r"k(\mathbf{x}, \mathbf{x}') = \mathbf{x} + 1", POINT),
    ("proved", r"\int_0^x 2x'\,dx' = x^2", {}),
    ("refuted", r"\int_0^x 2x'\,dx' = x", {}),
    ("definition", r"\text{ReLU}(z) = \max(0, z)", {}),
    ("refuted", r"\operatorname{ReLU}(z_1) = z_1", {"z_1": {}}),
    ("refuted", r"\text{sin}(x) = \text{cos}(x)", {"x": {}}),
    # words behind what they are about
    ("proved", r"f''(1) = 12 > 0 \text{, so } x = 1 \text{ is a local minimum}", CUBIC),
    ("refuted", r"x = -1 \text{ is a local minimum}", CUBIC),
    ("proved", r"f \text{ has a local maximum at } x = -1", CUBIC),
    ("proved", r"x = 0 \text{ is a minimum}", {"f(x)": {"is": "x^4"}}),
    ("refuted", r"x = 0 \text{ is a minimum}", {"f(x)": {"is": "x^3"}}),
    ("proved", r"f \text{ is increasing on } [1, \infty)", CUBIC),
    ("refuted", r"f \text{ is increasing on } (0, \infty)", CUBIC),
    ("proved", r"f \text{ is convex for } x > 0", CUBIC),
    ("refuted", r"f \text{ is convex for } x < 0", CUBIC),
    ("proved", r"f \text{ is decreasing for } 0 < x < 1", CUBIC),
    ("refuted", r"f \text{ is decreasing for } 0 < x < 2", CUBIC),
    ("undecided", r"f \text{ is decreasing for } |x| > 1", {"f(x)": {"is": r"\frac{1}{x}"}}),
    ("proved", r"f(x) = x^3 - 3x \Rightarrow f'(x) = 0 \iff x = \pm 1", {"f(x)": {}, "x": {}}),
    ("refuted", r"f(x) = x^3 - 3x \Rightarrow f'(x) = 0 \iff x = \pm 2", {"f(x)": {}, "x": {}}),
    ("proved", r"f(x) = x^3 - 3x, \quad f'(x) = 0 \iff x = \pm 1", {"f(x)": {}, "x": {}}),
    ("refuted", r"f(x) = x^3 - 3x, \quad f'(x) = 0 \iff x = 1", {"f(x)": {}, "x": {}}),
    ("proved", r"f \text{ is decreasing on } (0, \infty)", {"f(x)": {"is": r"\frac{1}{x}"}}),
    ("undecided", r"f \text{ is decreasing}", {"f(x)": {"is": r"\frac{1}{x}"}}),
    (
        "undecided",
        r"f \text{ is increasing}",
        {"f(x)": {"is": r"\begin{cases} x & x < 0 \\ x - 5 & x \ge 0 \end{cases}"}},
    ),
    ("proved", r"f \text{ is convex}", BOWL),
    ("refuted", r"f \text{ is convex}", SADDLE),
    ("proved", r"f \text{ is even}", {"f(x)": {"is": r"\cos x"}}),
    ("refuted", r"f \text{ is odd}", {"f(x)": {"is": "x^2"}}),
    ("proved", r"n^3 - n \text{ is divisible by } 6", WHOLE),
    ("refuted", r"n^3 - n \text{ is divisible by } 12", WHOLE),
    ("proved", r"\sqrt{2} \text{ is irrational}", {}),
    ("refuted", r"\sqrt{4} \text{ is irrational}", {}),
    ("proved", r"\mathbf{v}_1, \mathbf{v}_2 \text{ are linearly independent}", LINES),
    ("refuted", r"\mathbf{v}_1, \mathbf{v}_3 \text{ are linearly independent}", LINES),
    ("proved", r"\sum_{n=1}^{\infty} \frac{1}{n} \text{ diverges}", {}),
    ("refuted", r"\sum_{n=1}^{\infty} \frac{1}{n} \text{ converges}", {}),
    ("refuted", r"\sum_{n=1}^{\infty} (-\frac{1}{n}) \text{ converges}", {}),
    ("undecided", r"(-1)^n \text{ converges}", {"n": {"kind": "natural"}}),
    ("undecided", r"n \text{ is convergent}", {"n": {"kind": "natural"}}),
    ("undecided", r"f \text{ is increasing}", {"f(x)": {"is": r"-\frac{1}{x}", "domain": "|x| > 1"}}),
    ("proved", r"f \text{ is increasing}", {"f(x)": {"is": r"-\frac{1}{x}", "domain": "x > 1"}}),
    ("refuted", r"\sum_{n=1}^{\infty} \frac{1}{n^2} \text{ diverges}", {}),
    ("undecided", r"\sum_{n=0}^{\infty} (-1)^n \text{ diverges}", {}),
    ("undecided", r"\sum_{n=1}^{\infty} \frac{(-1)^n}{n} \text{ diverges}", {}),
    # orders of matrices
    ("proved", r"A \succ 0", EVEN),
    ("refuted", r"A \succ 0", ODD),
    ("refuted", r"A \succ 0", LEANING),
    ("undecided", r"A \succ 0", {}),
    ("proved", r"A \text{ is positive definite}", EVEN),
    ("proved", r"A^\top A \succeq 0", SQUARE),
    ("refuted", r"A^\top A \succ 0", SQUARE),
    ("proved", r"A \succ 0 \Rightarrow \det A > 0", SQUARE),
    ("refuted", r"\det A > 0 \Rightarrow A \succ 0", SQUARE),
    ("proved", r"\nabla^2 f(x, y) \succeq 0", BOWL),
    ("refuted", r"\nabla^2 f(x, y) \succeq 0", SADDLE),
    ("proved", r"\mathbf{x}^\top A \mathbf{x} > 0 \quad \text{for all } \mathbf{x} \ne \mathbf{0}", EVEN | POINT),
    ("refuted", r"\mathbf{x}^\top A \mathbf{x} > 0 \quad \text{for all } \mathbf{x} \ne \mathbf{0}", ODD | POINT),
    # what holds where
    ("proved", r"\sum_{n=0}^{\infty} x^n = \frac{1}{1 - x}, \quad |x| < 1", {}),
    ("refuted", r"\sum_{n=0}^{\infty} x^n = \frac{1}{1 - x}, \quad |x| < 2", {}),
    ("proved", r"\frac{1}{x^2 - 1} = \frac12 \left(\frac{1}{x - 1} - \frac{1}{x + 1}\right), \quad x \ne \pm 1", {}),
    ("proved", r"e^x \ge 1 + x \quad \forall x \in \mathbb{R}", {}),
    ("refuted", r"e^x \ge 1 + 2x, \quad \forall x \in \mathbb{R}", {}),
    ("proved", r"x = 3: \quad x^2 = 9", {}),
    ("refuted", r"x = 3: \quad x^2 = 8", {}),
    # near a point
    ("proved", r"\sin x \approx x \text{ near } x = 0", {}),
    ("refuted", r"\sin x \approx 2x \text{ near } x = 0", {}),
    ("proved", r"\sqrt{1 + x} \approx 1 + \frac{x}{2} \text{ for } |x| \ll 1", {}),
    ("refuted", r"\sqrt{1 + x} \approx 1 + x \text{ for } |x| \ll 1", {}),
    ("proved", r"\sqrt{x} \approx 2 + \frac14 (x - 4) \text{ near } x = 4", {}),
    ("proved", r"\sin x \approx x \text{ for small } x", {}),
    ("refuted", r"\cos x \approx 1 - x \text{ for small } x", {}),
    ("proved", r"f(x + h) \approx f(x) + h f'(x) \text{ for small } h", CUBIC),
    ("refuted", r"f(x + h) \approx f(x) + 2h f'(x) \text{ for small } h", CUBIC),
    ("proved", r"e^x \approx 1 + x \text{ for } x \approx 0", {}),
    ("proved", r"\ln x \approx x - 1 \text{ for } x \text{ near } 1", {}),
    ("refuted", r"\ln x \approx x \text{ for } x \text{ near } 1", {}),
    ("undecided", r"\sin x \approx x \text{ near } x", {}),
    ("undecided", r"x = 2 \text{ for small } x", {}),
    # by substitution, and what undoes a function
    ("proved", r"\int 2x \cos(x^2) \, dx = \int \cos u \, du = \sin u + C = \sin(x^2) + C", INNER),
    ("refuted", r"\int x \cos(x^2) \, dx = \int \cos u \, du", INNER),
    ("proved", r"\int \frac{2}{x} \, dx = \int \frac{du}{u}", INNER),
    ("refuted", r"\int \frac{1}{x} \, dx = \int \frac{du}{u}", INNER),
    ("proved", r"f^{-1}(f(x)) = x", {"f(x)": {"is": "2x + 1"}}),
    ("refuted", r"f^{-1}(f(x)) = x", {"f(x)": {"is": "x^2"}}),
    ("proved", r"f^{-1}(x) = \sqrt{x}", HALF),
    ("proved", r"f \text{ is injective}", HALF),
    ("proved", r"f^{-1}(4) = 2", HALF),
    ("refuted", r"f^{-1}(4) = -2", HALF),
    ("refuted", r"f^{-1}(x) = -\sqrt{x}", HALF),
    # functions made of functions
    ("proved", r"(f + g)(x) = f(x) + g(x)", FUNCTIONS),
    ("proved", r"(2f - 3g)'(x) = 2f'(x) - 3g'(x)", FUNCTIONS),
    ("proved", r"(fg)'(x) = f'(x) g(x) + f(x) g'(x)", FUNCTIONS),
    ("refuted", r"(fg)'(x) = f'(x) g'(x)", FUNCTIONS),
    ("proved", r"\left(\frac{f}{g}\right)'(x) = \frac{f'(x) g(x) - f(x) g'(x)}{g(x)^2}", FUNCTIONS),
    ("refuted", r"\left(\frac{f}{g}\right)'(x) = \frac{f(x) g'(x) - f'(x) g(x)}{g(x)^2}", FUNCTIONS),
    ("proved", r"\left(\frac{f}{g}\right)(x) = \frac{f(x)}{g(x)}", FUNCTIONS),
    ("proved", r"(f \circ g)'(2) = f'(g(2)) g'(2)", FUNCTIONS),
    ("refuted", r"(f \circ g)'(2) = f'(2) g'(2)", FUNCTIONS),
    ("refuted", r"(f + g)(x - 1) = f(x) + g(x) - 1", FUNCTIONS),
    ("proved", r"(x^n)' = n x^{n-1}", NATURAL | {"x": {}}),
    ("refuted", r"(x^n)' = x^{n-1}", NATURAL | {"x": {}}),
    ("proved", r"(Ce^{kt})' = k C e^{kt}", {"C": {}, "k": {}, "t": {}}),
    ("proved", r"(cf)' = c f'", FUNCTIONS | {"c": {}}),
    # a function that an integral defines
    ("proved", r"F(x) = 1 - e^{-\lambda x}", WAITING),
    ("refuted", r"F(x) = 1 + e^{-\lambda x}", WAITING),
    ("proved", r"F'(x) = \lambda e^{-\lambda x}", WAITING),
    # the Jacobian's determinant
    ("proved", r"\frac{\partial(x, y)}{\partial(r, \theta)} = r", POLAR),
    ("refuted", r"\frac{\partial(x, y)}{\partial(r, \theta)} = r^2", POLAR),
    ("undecided", r"dx \, dy = r \, dr \, d\theta", POLAR),
    ("refuted", r"f(x) > 0 \text{ for all } x \in (-2, 2)", ABOVE),
    ("refuted", r"f(x) > 0 \text{ on } (-2, 2)", ABOVE),
    ("proved", r"f(x) > 0 \text{ for all } x \in (0, 2)", ABOVE),
    ("proved", r"f(x) > 0 \text{ for } x < 3", ABOVE),
    ("proved", r"\nabla f(\mathbf{0}) = \mathbf{0}", NEAREST),
    ("refuted", r"\nabla f(\mathbf{0}) = (1, 0)", NEAREST),
    ("proved", r"f(\mathbf{0}) = 0", NEAREST),
    ("refuted", r"f \text{ is even}", {"f(x)": {"is": "x^2", "domain": r"x \ge 0"}}),
    ("proved", r"f \text{ is even}", {"f(x)": {"is": "x^2", "domain": r"-2 \le x \le 2"}}),
    # on an interval, along a curve, of vectors
    ("proved", r"f'(x) < 0 \text{ on } (0, 2)", SLOPED),
    ("refuted", r"f'(x) < 0 \text{ on } (0, 3)", SLOPED),
    ("proved", r"f(x) \le 0 \text{ on } [0, 4]", SLOPED),
    ("proved", r"\frac{dy}{dx} = \frac{dy/dt}{dx/dt} = \frac32 t", PARAMETRIC),
    ("refuted", r"\frac{dy}{dx} = \frac23 t", PARAMETRIC),
    ("proved", FORMED + r"\Rightarrow \nabla f(\mathbf{x}) = A \mathbf{x} - \mathbf{b}", QUADRATIC),
    ("refuted", FORMED + r"\Rightarrow \nabla f(\mathbf{x}) = A \mathbf{x} + \mathbf{b}", QUADRATIC),
    ("proved", r"\{\mathbf{v}_1, \mathbf{v}_2\} \text{ is linearly independent}", LINES),
    ("refuted", r"\{\mathbf{v}_1, \mathbf{v}_3\} \text{ is linearly independent}", LINES),
    ("definition", r"c^2 = 3^2 + 4^2 = 25", {}),
    ("refuted", r"c^2 = 3^2 + 4^2 = 24", {}),
    ("refuted", r"x^2 = 4", {}),
    # hypotheses
    ("notation", r"H_0: \mu = 100", {r"\mu": {}}),
    ("notation", r"H_0 \colon \mu = 100 \quad \text{vs.} \quad H_1 \colon \mu \ne 100", {r"\mu": {}}),
    ("notation", r"H_0: p = 0.5, \quad H_1: p > 0.5", {"p": {}}),
    ("refuted", r"H_0: 1 + 1 = 3", {}),
    ("refuted", r"H_0: p = 0.5 \text{ vs. } H_1: 1 + 1 = 3", {"p": {}}),
    # two values of a new name
    ("definition", r"x_{1,2} = \frac{4 \pm \sqrt{16 - 12}}{2} = 2 \pm 1", {}),
    ("refuted", r"x_{1,2} = \frac{4 \pm \sqrt{16 - 12}}{2} = 2 \pm 2", {}),
    ("refuted", r"x_{1,2} = 1 \pm \frac{1}{0}", {}),
    ("undecided", r"x = 2 \pm 1", {"x": {}}),
    # data, entries, determinants, thousands
    ("proved", r"\nabla_{\mathbf{w}} \|\mathbf{y} - X\mathbf{w}\|_2^2 = -2X^\top (\mathbf{y} - X\mathbf{w})", DATA),
    ("refuted", r"\nabla_{\mathbf{w}} \|\mathbf{y} - X\mathbf{w}\|_2^2 = 2X^\top (\mathbf{y} - X\mathbf{w})", DATA),
    ("definition", r"s^2 = \frac{1}{n - 1} \sum_{i=1}^{n} (x_i - \bar{x})^2", NATURAL | {r"\bar{x}": {}, "x_i": {}}),
    ("definition", r"v^2 = \sum_{k=1}^{3} k^2 = 14", {}),
    ("refuted", r"v^2 = \sum_{k=1}^{3} k^2 = 13", {}),
    ("refuted", r"v = \sum_{k=1}^{3} k^2 = 13", {}),
    ("proved", r"(AB)_{ij} = \sum_{k=1}^{2} a_{ik} b_{kj}", TWO),
    ("refuted", r"(AB)_{ij} = \sum_{k=1}^{2} a_{ik} b_{jk}", TWO),
    ("proved", r"(A^\top)_{ij} = a_{ji}", TWO),
    ("refuted", r"(A^\top)_{ij} = a_{ij}", TWO),
    (
        "proved",
        r"\begin{vmatrix} \mathbf{i} & \mathbf{j} & \mathbf{k} \\ 1 & 2 & 3 \\ 4 & 5 & 6 \end{vmatrix} = (-3, 6, -3)",
        AXES,
    ),
    (
        "refuted",
        r"\begin{vmatrix} \mathbf{i} & \mathbf{j} & \mathbf{k} \\ 1 & 2 & 3 \\ 4 & 5 & 6 \end{vmatrix} = (-3, -6, -3)",
        AXES,
    ),
    ("proved", r"e^{at} \cdot e^{at} = e^{2at}", {"a": {}, "t": {}}),
    ("refuted", r"e^{at} \cdot e^{at} = e^{at}", {"a": {}, "t": {}}),
    ("proved", r"|A \cup B| = |A| + |B| - |A \cap B|", SETS),
    ("refuted", r"|A \cup B| = |A| + |B|", SETS),
    ("proved", r"|A \cup B| \le |A| + |B|", SETS),
    ("refuted", r"|A \setminus B| = |A| - |B|", SETS),
    ("undecided", r"|A| \le 1", SETS),
    ("undecided", r"|A \cap B| = |A| \cdot |B|", SETS),
    ("proved", r"\binom{52}{5} = 2\,598\,960", {}),
    ("refuted", r"\binom{52}{5} = 2\,598\,961", {}),
    ("proved", r"\sum_{k=0}^{n} \binom{n}{k} p^k (1 - p)^{n-k} = 1", SHARE),
    ("refuted", r"\sum_{k=1}^{n} \binom{n}{k} p^k (1 - p)^{n-k} = 1", SHARE),
    # solutions with numbers, and integrals on both sides
    ("proved", r"x^2 - 5x + 6 = 0 \Rightarrow x_1 = \frac{5 - 1}{2} = 2, \quad x_2 = 3", {}),
    ("refuted", r"x^2 - 5x + 6 = 0 \Rightarrow x_1 = 2, \quad x_2 = 4", {}),
    ("proved", r"x^2 - 5x + 6 = 0 \Leftrightarrow x_{1,2} = \frac{5 \pm \sqrt{25 - 24}}{2}", {}),
    ("refuted", r"x^2 - 5x + 6 = 0 \Leftrightarrow x_{1,2} = \frac{5 \pm 2}{2}", {}),
    ("proved", r"\int \frac{dy}{y} = \int x \, dx \Rightarrow \ln |y| = \frac{x^2}{2} + C", {}),
    ("refuted", r"\int \frac{dy}{y} = \int x \, dx \Rightarrow \ln |y| = x^2 + C", {}),
    ("proved", r"\begin{aligned} x + y &= 3 \\ x - y &= 1 \end{aligned} \iff x = 2, \; y = 1", {}),
    ("refuted", r"\begin{aligned} x + y &= 3 \\ x - y &= 1 \end{aligned} \iff x = 2, \; y = 2", {}),
    # remainders, notes over signs, curves
    ("proved", r"n^2 \equiv 0 \text{ or } 1 \pmod 4", WHOLE),
    ("refuted", r"n^2 \equiv 0 \text{ or } 1 \pmod 5", WHOLE),
    ("proved", r"n^2 \equiv 0, 1 \text{ or } 4 \pmod 8", WHOLE),
    ("proved", r"2x \overset{(1)}{=} x + x \overset{(2)}{=} 2x", {}),
    ("refuted", r"2x \overset{(1)}{=} x + x \overset{(2)}{=} 3x", {}),
    ("proved", r"\left[\frac{r^2}{2}\right]_{r=0}^{1} = \frac12", {}),
    ("refuted", r"\left[\frac{r^2}{2}\right]_{r=0}^{1} = \frac13", {}),
    ("proved", r"\mathbf{r}'(t) = (-\sin t, \cos t, 1)", HELIX),
    ("refuted", r"\mathbf{r}'(0) = (1, 1, 1)", HELIX),
    ("proved", r"\|\mathbf{r}'(t)\| = \sqrt{2}", HELIX),
    (
        "proved",
        r"v = 9.81 \, \text{m/s^2} \cdot 2 \, \text{s} = 19.62 \, \text{m/s}",
        {"v": {"is": r"19.62 \, \text{m/s}"}},
    ),
    # what tends to something, systems, conditions in words
    ("proved", r"a_n = \frac{n + 1}{n} \to 1", FREE_SEQUENCE),
    ("refuted", r"a_n = \frac{n + 1}{n} \to 2", FREE_SEQUENCE),
    ("refuted", r"a_n := \frac{1}{n} \to 1", FREE_SEQUENCE),
    ("refuted", r"a_n \to 2", SEQUENCE),
    ("proved", r"\frac{1}{n} \to 0", NATURAL),
    ("refuted", r"\left(1 + \frac{1}{n}\right)^n \to 1", NATURAL),
    ("notation", r"n \to \infty", NATURAL),
    ("notation", r"a_n \to 2", FREE_SEQUENCE),
    ("undecided", r"x + y = 10, \; xy \le 25", PLANE),
    ("refuted", r"x + y = 10, \; xy = 25", PLANE),
    ("refuted", r"1 + 1 = 3, \; 2 + 2 = 4", {}),
    ("undecided", r"x^2 y = 4, \quad x = 2, y = 1", PLANE),
    ("refuted", r"x^2 y = 4, \quad x = 2, y = 2", PLANE),
    ("proved", r"\sqrt{x^2} = |x| \text{ for all } x", PLANE),
    ("refuted", r"\sqrt{x^2} = x \text{ for all } x", PLANE),
    ("proved", r"\text{If } a_n = n^2, \text{ then } a_5 = 25", FREE_SEQUENCE),
    ("refuted", r"\text{If } a_n = n^2, \text{ then } a_5 = 3", FREE_SEQUENCE),
    ("undecided", r"\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i", NATURAL | {r"\bar{x}": {}, "x_i": {}}),
    ("proved", r"\Delta f = 6", BOWL),
    ("refuted", r"\Delta f = 4", BOWL),
    ("refuted", r"H_f = \begin{pmatrix} 2 & 0 \\ 0 & 2 \end{pmatrix}", BOWL),
    # orders of growth, and numbers that need not be real
    ("refuted", r"O(n^2) = O(n)", NATURAL),
    ("notation", r"O(n) + O(n^2) = O(n^2)", NATURAL),
    ("refuted", r"O(n) \cdot O(n) = O(n)", NATURAL),
    ("refuted", r"2^n = O(n^{100})", NATURAL),
    ("refuted", r"n \log n = O(n)", NATURAL),
    ("undecided", r"O(n) - O(n) = 0", NATURAL),
    ("undecided", r"z \text{ is real}", COMPLEX),
    ("undecided", r"z^2 \in \mathbb{R}", COMPLEX),
    ("proved", r"z \bar{z} \in \mathbb{R}", COMPLEX),
    # spans, kernels, and what a matrix of letters asks
    ("proved", r"\ker S = \operatorname{span}\{(2, -1)\}", FLAT),
    ("refuted", r"\ker S = \operatorname{span}\{(1, 2)\}", FLAT),
    ("refuted", r"\ker S = \{\mathbf{0}\}", FLAT),
    ("proved", r"\dim \ker S + \operatorname{rank} S = 2", FLAT),
    ("refuted", r"\dim \ker S = 2", FLAT),
    ("proved", r"\mathbf{v}_3 \in \operatorname{span}\{\mathbf{v}_1\}", LINES),
    ("refuted", r"\mathbf{v}_2 \in \operatorname{span}\{\mathbf{v}_1\}", LINES),
    ("proved", r"\operatorname{span}\{\mathbf{v}_1, \mathbf{v}_2\} = \mathbb{R}^2", LINES),
    ("refuted", r"\operatorname{span}\{\mathbf{v}_1, \mathbf{v}_3\} = \mathbb{R}^2", LINES),
    (
        "proved",
        r"B^{-1} = \frac{1}{\det B} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}, \quad \det B \ne 0",
        LETTERS,
    ),
    ("refuted", r"1 = 1, \quad \det S \ne 0", FLAT),
    ("refuted", r"x^2 = 4, \quad x > 5", {"x": {"is": "2"}}),
    ("proved", r"x^2 = 4, \quad x > 1", {"x": {"is": "2"}}),
    ("refuted", r"\sum_{n=0}^{\infty} a^n z^{-n} = \frac{z}{z + a}, \quad |z| > |a|", {}),
    # members of a family, sequences, and a probability that is said
    (
        "proved",
        r"\frac{\partial}{\partial z_i} \ln \sum_{j=1}^{3} e^{z_j} = \frac{e^{z_i}}{\sum_{j=1}^{3} e^{z_j}}",
        {"z_i": {}},
    ),
    (
        "refuted",
        r"\frac{\partial}{\partial z_i} \ln \sum_{j=1}^{3} e^{z_j} = \frac{1}{\sum_{j=1}^{3} e^{z_j}}",
        {"z_i": {}},
    ),
    ("proved", r"a_n = \frac{n}{n + 1} \to 1 \text{ as } n \to \infty", SEQUENCE),
    ("refuted", r"a_n = \frac{n}{n + 1} \to 2 \text{ as } n \to \infty", SEQUENCE),
    ("proved", r"\ln \frac{p}{1 - p} = z \iff p = \frac{1}{1 + e^{-z}}", CHANCE),
    ("refuted", r"\ln \frac{p}{1 - p} = 2z \iff p = \frac{1}{1 + e^{-z}}", CHANCE),
    # a value that is a function of x
    ("proved", r"y = \sqrt{x^2 + 1} \Rightarrow y' = \frac{x}{\sqrt{x^2 + 1}}", {"y(x)": {}}),
    ("refuted", r"y = \sqrt{x^2 + 1} \Rightarrow y' = \frac{2x}{\sqrt{x^2 + 1}}", {"y(x)": {}}),
    ("proved", r"y = \ln x \Rightarrow y'' = -\frac{1}{x^2}", {"y(x)": {}}),
    ("refuted", r"y = \ln x \Rightarrow y'' = \frac{1}{x^2}", {"y(x)": {}}),
    # related rates
    (
        "proved",
        r"V = \frac{4}{3} \pi r^3 \Rightarrow \frac{dV}{dt} = 4 \pi r^2 \frac{dr}{dt}",
        {"V": {}, "r": {}, "t": {}},
    ),
    (
        "refuted",
        r"V = \frac{4}{3} \pi r^3 \Rightarrow \frac{dV}{dt} = 2 \pi r^2 \frac{dr}{dt}",
        {"V": {}, "r": {}, "t": {}},
    ),
    ("proved", r"V = r^3, \; \frac{dV}{dt} = 12, \; r = 2 \Rightarrow \frac{dr}{dt} = 1", {"V": {}, "r": {}, "t": {}}),
    ("refuted", r"V = r^3, \; \frac{dV}{dt} = 12, \; r = 2 \Rightarrow \frac{dr}{dt} = 2", {"V": {}, "r": {}, "t": {}}),
    (
        "proved",
        r"x^2 + y^2 = 25, \; x = 3, \; y = 4, \; \frac{dx}{dt} = 2 \Rightarrow \frac{dy}{dt} = -\frac{3}{2}",
        PLANE | {"t": {}},
    ),
    (
        "refuted",
        r"x^2 + y^2 = 25, \; x = 3, \; y = 4, \; \frac{dx}{dt} = 2 \Rightarrow \frac{dy}{dt} = \frac{3}{2}",
        PLANE | {"t": {}},
    ),
    # what else may change is not spoken of; what is so at one time says nothing of a rate
    ("undecided", r"y = x^2 + a \Rightarrow \frac{dy}{dt} = 2x \frac{dx}{dt}", PLANE | {"a": {}, "t": {}}),
    ("undecided", r"x = 3 \Rightarrow \frac{dx}{dt} = 0", PLANE | {"t": {}}),
    # a condition in brackets behind an arrow is of both sides
    (
        "proved",
        r"ax^2 + bx + c = 0 \iff x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a} \quad (a \ne 0)",
        {one: {} for one in "abcx"},
    ),
    ("refuted", r"ab = 0 \iff a = 0 \quad (b \ne 1)", {"a": {}, "b": {}}),
    # remainders behind a calculation
    ("proved", r"2^{10} = 1024 \equiv 2 \pmod 7", {}),
    ("refuted", r"2^{10} = 1023 \equiv 1 \pmod 7", {}),
    ("refuted", r"3^4 \equiv 81 = 4 \pmod 7", {}),
    # linear differential equations with initial values have one solution; others may have more
    ("proved", r"y' = 3y, y(0) = 2 \Rightarrow y = 2e^{3t}", MOTION),
    ("refuted", r"y' = 3y, y(0) = 2 \Rightarrow y = 3e^{2t}", MOTION),
    ("refuted", r"y' = 3y, y(0) = 2 \Rightarrow y = e^{3t}", MOTION),
    ("proved", r"\frac{dy}{dt} = -\frac{1}{2}(y - 20), y(0) = 90 \iff y(t) = 20 + 70e^{-t/2}", MOTION),
    (
        "proved",
        r"y' = ky, y(t_0) = y_0 \Rightarrow y(t) = y_0 e^{k(t - t_0)}",
        MOTION | {"k": {}, "y_0": {}, "t_0": {}},
    ),
    ("proved", r"\ddot{y} + 4y = 0, y(0) = 1, \dot{y}(0) = 2 \Rightarrow y = \cos 2t + \sin 2t", MOTION),
    ("refuted", r"\ddot{y} + 4y = 0, y(0) = 1, \dot{y}(0) = 2 \Rightarrow y = \cos 2t + 2\sin 2t", MOTION),
    ("undecided", r"y'' + 4y = 0, y(0) = 1 \Rightarrow y = \cos 2t", MOTION),
    ("undecided", r"y'' + 4y = 0, y(0) = 0, y(\pi) = 0 \Rightarrow y = \sin 2t", MOTION),
    ("undecided", r"ky' = 3ky, y(0) = 2 \Rightarrow y = 2e^{3t}", MOTION | {"k": {}}),
    ("undecided", r"y' - y' = 0, y(0) = 2 \Rightarrow y = 2e^{3t}", MOTION),
    ("undecided", r"ty' = 2y, y(0) = 0 \Rightarrow y = t^2", MOTION),
    ("undecided", r"y' = 3y^{2/3}, y(0) = 0 \Rightarrow y = t^3", MOTION),
    ("undecided", r"y' = 0, y(0) = 1 \Rightarrow y = \frac{|t - 1|}{1 - t}", MOTION),
    ("undecided", r"y' = 3y, y(0) = \pm 2 \Rightarrow y = 2e^{3t}", MOTION),
    ("undecided", r"y' = 3y, y(0) = 2 \Rightarrow y = 2e^{3t}", {"y(t)": {}, "t": {"domain": r"t \ne 1"}}),
    # a matrix that is said by others
    ("proved", r"P = A (A^\top A)^{-1} A^\top \Rightarrow P^2 = P", PROJECTION),
    ("refuted", r"P = A (A^\top A)^{-1} A^\top \Rightarrow P^2 = 2P", PROJECTION),
    # an angle with many decimals is taken as it is
    ("proved", r"\int_0^{1.44} \cos u \, du = \sin 1.44", {}),
    ("proved", r"\sin(-1.44) = -\sin 1.44", {}),
    ("proved", r"\sin(-\frac{100 \pi}{101}) = -\sin\frac{100 \pi}{101}", {}),
    ("refuted", r"\sin(-1.44) = \sin 1.44", {}),
    ("refuted", r"\sin\frac{302 \pi}{101} = -\sin\frac{100 \pi}{101}", {}),
    ("refuted", r"\sin 100x = \sin 50x \cos 50x", {"x": {}}),
    # a divergence or an entropy of known chances is computed, in the formula's own logarithm
    ("proved", r"D_{KL}(p \| q) = \ln 2", SURE),
    ("refuted", r"D_{KL}(p \| q) = \ln 3", SURE),
    ("proved", r"D_{\text{KL}}(p \| q) = \log_2 2 = 1", SURE),
    ("refuted", r"H(p) = \ln 2", SURE),
    ("proved", r"H(p, q) = \ln 2", SURE),
    ("undecided", r"D_{KL}(p \| q) = 1", SURE),  # in bits; in nats it is not
    ("undecided", r"D_{KL}(q \| p) = \ln 2", SURE),
    ("undecided", r"D_{KL}(p \| q) = \ln 2", SURE | {"p": {"is": "(2, -1)"}}),
    # numbers behind a new name are compared, whatever the name is
    ("refuted", r"x^* = \operatorname*{arg\,min}_x (x^2 - 4x + 7) = 3", PLANE),
    ("refuted", r"s^2 = \frac{1}{3} \sum_{i=1}^3 (i - 2)^2 = 1", {"s": {}}),
    ("undecided", r"v = \frac{s}{t} = 5", {"v": {}, "s": {}, "t": {}}),
    # what is put in stands over the sign
    (
        "proved",
        r"\int \frac{2x}{x^2 + 1} \, dx \overset{u = x^2 + 1}{=} \int \frac{du}{u} = \ln|u| + C = \ln(x^2 + 1) + C",
        PUT_IN,
    ),
    ("refuted", r"\int \frac{2x}{x^2 + 1} \, dx \overset{u = x^2}{=} \int \frac{du}{u} = \ln|u| + C", PUT_IN),
    ("proved", r"\int 2x e^{x^2} \, dx \overset{u = x^2}{=} \int e^u \, du = e^u + C = e^{x^2} + C", PUT_IN),
    ("refuted", r"\int x e^{x^2} \, dx \overset{u = x^2}{=} \int e^u \, du = e^u + C", PUT_IN),
    ("proved", r"\int_0^1 2x e^{x^2} \, dx \overset{u = x^2}{=} \int_0^1 e^u \, du = e - 1", PUT_IN),
    ("refuted", r"\int_0^2 2x e^{x^2} \, dx \overset{u = x^2}{=} \int_0^2 e^u \, du = e^2 - 1", PUT_IN),
    ("proved", r"u = 3x \Rightarrow \int e^u \, du = \int 3e^{3x} \, dx", PUT_IN),
    ("refuted", r"u = 3x \Rightarrow \int e^u \, du = \int e^{3x} \, dx", PUT_IN),
    ("refuted", r"x + 1 \overset{u = u + 1}{=} x + 2 = x + 3", PUT_IN),
    ("undecided", r"x + 1 \overset{u = \ln(-1 - x^2)}{=} x + 2 = x + 3", PUT_IN),
    ("refuted", r"\sqrt{x^2} \overset{u = x^2}{=} \sqrt{u} = x", PUT_IN),
    ("definition", r"D_{KL}(q \| q) = \sum_{i=1}^2 q_i \ln \frac{q_i}{q_i}", SURE),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
