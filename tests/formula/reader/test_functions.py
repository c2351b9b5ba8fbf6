"""A function is applied to what its brackets hold, or to what stands plainly behind it."""

import pytest
from readings import reading, two_readings


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        ("V(x)", "Application(V, x)"),
        ("x(x + 1)", "(x * <(x + 1)>)"),
        ("a(x + 1)", "(a * <(x + 1)>)"),
        ("f(g(x))", "Application(f, Application(g, x))"),
        ("f(x + h) - f(x)", "(Application(f, (x + h)) - Application(f, x))"),
        (r"(f \circ g)(x)", "Application(<(f circ g)>, x)"),
        ("(f + g)(x)", "Application(<(f + g)>, x)"),
        ("(f + g)'(x)", "Application(Prime[1](<(f + g)>), x)"),
        ("(a + b)(x)", "(<(a + b)> * <x>)"),
        ("L(1, 1)", "Application(L, 1, 1)"),
        ("L(w)", "Application(L, w)"),
        ("f^{-1}(x)", "Application[inverse](f, (-1), x)"),
        ("f(x)^2", "(Application(f, x) ^ 2)"),
        (r"\operatorname{ReLU}(x)", r"Application(\operatorname{ReLU}, x)"),
        ("2V", "(2 * V)"),
        (r"\sin x", "Application(FunctionName[sin](), x)"),
        (r"\sin x^2", "Application(FunctionName[sin](), (x ^ 2))"),
        (r"\sin^2\theta", r"Application[power](FunctionName[sin](), 2, \theta)"),
        (r"\sin^{-1} x", "Application[inverse](FunctionName[sin](), (-1), x)"),
        (r"\sin 2\pi x", "Application(FunctionName[sin](), (2 * pi! * x))"),
        (r"\sin \omega t", r"Application(FunctionName[sin](), (\omega * t))"),
        (r"\Gamma(n + 1)", "Application(FunctionName[Gamma](), (n + 1))"),
        (r"\tan\frac{\pi}{4}", "Application(FunctionName[tan](), (pi! / 4))"),
        (r"2x\cos x^2", "(2 * x * Application(FunctionName[cos](), (x ^ 2)))"),
        (r"\sin x \cos x", "(Application(FunctionName[sin](), x) * Application(FunctionName[cos](), x))"),
        (r"\ln a + \ln b", "(Application(FunctionName[ln](), a) + Application(FunctionName[ln](), b))"),
        (r"\ln|x| + C", "(Application(FunctionName[ln](), Absolute(x)) + C)"),
        (r"\sin(x)^2", "(Application(FunctionName[sin](), x) ^ 2)"),
        (r"\log_2 8", "Application(FunctionName[log](2), 8)"),
        (r"\ln(ab)", "Application(FunctionName[ln](), (a * b))"),
        (r"\cos x \cdot t", "(Application(FunctionName[cos](), x) cdot t)"),
        (r"\det A^{-1}", "Application(FunctionName[det](), (A ^ (-1)))"),
        (r"\max(0, x)", "Application(FunctionName[max](), 0, x)"),
        (r"\max\{a, b\}", "Application(FunctionName[max](), a, b)"),
        (r"\sin x/\cos x", "(Application(FunctionName[sin](), x) / Application(FunctionName[cos](), x))"),
        (r"\mathbb{E}[X]", "Application(FunctionName[E](), X)"),
        (r"\mathbb{E}_{X \sim P}[f(X)]", "Application(FunctionName[E]((X sim P)), Application(f, X))"),
        (r"P(X \mid a)", "Application(P, Parted(X, a))"),
    ],
)
def test_a_function_takes_what_is_its_own(tex, tree):
    assert reading(tex) == tree


@pytest.mark.parametrize(
    ("tex", "caret", "one", "other"),
    [
        (r"\sin x(x+1)", "(", r"\sin(x) (…)", r"\sin(x (…))"),
        (r"\sin x/2", "/", r"\frac{\sin x}{…}", r"\sin \frac{x}{…}"),
        (r"\sin x^2 y", "y", r"\sin(x^2) y", r"\sin(x^2 y)"),
        (r"\ln x \, y", "y", r"\ln(x) y", r"\ln(x y)"),
        (r"\ln|x| a", "a", r"\ln(\left|x\right|) a", r"\ln(\left|x\right| a)"),
        (r"\log 8", r"\log", r"\ln", r"\log_{10}"),
        (r"\ln^{-1} x", "^", "1", "inverse"),
        ("f^2(x)", "^", "f(…)^2", "f(f(…))"),
        ("f[x]", "[", "f(…)", r"f \cdot […]"),
        ("f^{-1} = g", "^", r"\frac{1}{f}", "inverse"),
    ],
)
def test_what_has_two_readings_is_refused_with_both(tex, caret, one, other):
    found, both = two_readings(tex)
    assert found == caret
    assert one in both
    assert other in both
