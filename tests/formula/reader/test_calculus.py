"""A limit, a sum, an integral and an extremum bind their variable for their body."""

import pytest
from readings import reading, two_readings


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"\sum_{f=1}^{3} f(x)", "Big[sum]((f = 1), 3, (f * <x>))"),
        (r"\sum_{i=1}^{2} x_i", "Big[sum]((i = 1), 2, x_i)"),
        (
            r"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h}",
            "Limit(h, 0, ((Application(f, (x + h)) - Application(f, x)) / h))",
        ),
        (r"\lim_{x \to 0^+} \frac{1}{x}", "Limit[+](x, 0, (1 / x))"),
        (r"\lim_{(x, y) \to (0, 0)} xy", "Limit(Tuple(x, y), Tuple(0, 0), (x * y))"),
        (r"\lim_{q \to \infty} q", "Limit(q, infty!, q)"),
        (r"\sum_{i=1}^{3} i + 1", "(Big[sum]((i = 1), 3, i) + 1)"),
        (r"\sum_{i \in S} x_i", "Big[sum]((i in S), x_i)"),
        (r"\sum_j \frac{1}{j} \cdot j", "Big[sum](j, ((1 / j) cdot j))"),
        (r"\prod_{j=1}^{n} j", "Big[prod]((j = 1), n, j)"),
        (r"\int_0^1 x^2 \, dx", "Integral[int](0, 1, (x ^ 2), Differential(x))"),
        (r"\int x + 1 \, dx + 2", "(Integral[int]((x + 1), Differential(x)) + 2)"),
        (r"\int \frac{dx}{x}", "Integral[int]((Differential(x) / x))"),
        (r"\int \frac{2 \, dx}{x}", "Integral[int](((2 * Differential(x)) / x))"),
        (r"\int \sin x \, dx", "Integral[int](Application(FunctionName[sin](), x), Differential(x))"),
        (
            r"\frac{d}{dx} \int_0^x f(t) \, dt",
            "Derivative[d 1 of](Integral[int](0, x, Application(f, t), Differential(t)), x)",
        ),
        (r"\int dx", "Integral[int](Differential(x))"),
        (
            r"\int_0^1 \int_0^x y \, dy \, dx",
            "Integral[int](0, 1, Integral[int](0, x, y, Differential(y)), Differential(x))",
        ),
        (r"\iint_S 1 \, dx \, dy", "Integral[iint](S, 1, Differential(x), Differential(y))"),
        (r"\int_0^1 u(u + 1) \, \mathrm{d}u", "Integral[int](0, 1, (u * <(u + 1)>), Differential(u))"),
        (r"\max_{0 \le x \le 3} V(x)", "Extremum[max]((0 le x le 3), Application(V, x))"),
        (r"\arg\min_x f(x)", "Extremum[argmin](x, Application(f, x))"),
        (r"\operatorname*{arg\,min}_{q} f(q)", "Extremum[argmin](q, Application(f, q))"),
    ],
)
def test_a_body_ends_where_it_does(tex, tree):
    assert reading(tex) == tree


@pytest.mark.parametrize(
    ("tex", "caret", "one", "other"),
    [
        (r"\sum_{i=1}^3 i + i", "+", r"(\sum_{i = 1}^3 i) + i", "brackets"),
        (r"\max_x f(x) + x", "+", r"(\max", "brackets"),
        (r"\prod_{j=1}^n j \cdot 2", r"\prod", r"(\prod j)", "both"),
        (r"\max_q f(q) \cdot 2", r"\max", r"(\max f(q))", "both"),
        (r"\prod_{i=1}^n x_i \prod_{i=1}^n x_i", r"\prod", r"(\prod x_i)", "both"),
    ],
)
def test_what_has_two_readings_is_refused_with_both(tex, caret, one, other):
    found, both = two_readings(tex)
    assert found == caret
    assert one in both
    assert other in both
