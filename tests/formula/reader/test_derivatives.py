"""A fraction is a derivative, and ∂ and ∇ take what they are applied to."""

import pytest
from readings import reading, two_readings


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"\frac{\partial L}{\partial w_1}", "Derivative[partial 1](L, w_1)"),
        (r"\frac{\partial^2 L}{\partial w_1 \partial w_2}", "Derivative[partial 1,1](L, w_1, w_2)"),
        (r"\frac{\partial^2 L}{\partial w_1^2}", "Derivative[partial 2](L, w_1)"),
        (r"\frac{d^2 f}{dx^2}", "Derivative[d 2](f, x)"),
        (r"\frac{dy}{dx}", "Derivative[d 1](y, x)"),
        (r"\frac{d}{dx} x^2 + 3", "(Derivative[d 1 of]((x ^ 2), x) + 3)"),
        (r"\frac{d}{dx} f(x) g(x)", "Derivative[d 1 of]((Application(f, x) * Application(g, x)), x)"),
        (r"\frac{d}{dx}\left(x^3 - 3x\right)", "Derivative[d 1 of](<((x ^ 3) - (3 * x))>, x)"),
        (r"\frac{\mathrm{d}}{\mathrm{d}x} x^2", "Derivative[mathrm{d} 1 of]((x ^ 2), x)"),
        ("dy/dx", "Derivative[d 1](y, x)"),
        (r"\partial L/\partial w_1", "Derivative[partial 1](L, w_1)"),
        (r"\partial_{w_1} L", "Derivative[partial 1](L, w_1)"),
        (r"\partial_{w_1 w_2} L", "Derivative[partial 1,1](L, w_1, w_2)"),
        (r"\partial_{w_1} \partial_{w_2}^2 L", "Derivative[partial 1,2](L, w_1, w_2)"),
        (r"\partial_{w_1} L(1, 1)", "Application(Derivative[partial 1](L, w_1), 1, 1)"),
        (r"\partial_x F(x, y, 0)", "Application(Derivative[partial 1](F, x), x, y, 0)"),
        (r"\partial_x (x^2 y)", "Derivative[partial 1 of](<((x ^ 2) * y)>, x)"),
        (r"\partial_x x^2 + y", "(Derivative[partial 1 of]((x ^ 2), x) + y)"),
        (r"\partial_x F \partial_y F", "(Derivative[partial 1](F, x) * Derivative[partial 1](F, y))"),
        (r"\partial_x F \frac{dx}{dt}", "(Derivative[partial 1](F, x) * Derivative[d 1](x, t))"),
        (r"\frac{\partial_x F}{\partial_y F}", "(Derivative[partial 1](F, x) / Derivative[partial 1](F, y))"),
        ("f'(x)", "Application(Prime[1](f), x)"),
        ("f''(x)", "Application(Prime[2](f), x)"),
        ("f^{(4)}(x)", "Application(Prime[4](f), x)"),
        ("f^{(n)}(0)", "Application(NthPrime(f, n), 0)"),
        ("f'(x)^2", "(Application(Prime[1](f), x) ^ 2)"),
        (r"\dot{f}(x)", "Application(Prime[1](f), x)"),
        (r"\frac{\partial L}{\partial w_1}(1, 1)", "Application(Derivative[partial 1](L, w_1), 1, 1)"),
        (r"\frac{dV}{dx}(2)", "Application(Derivative[d 1](V, x), 2)"),
        (r"\left.\frac{df}{dx}\right|_{x=2}", "Evaluated(Derivative[d 1](f, x), (x = 2))"),
        (r"\frac{df}{dx}\Big|_{x=2}", "Evaluated(Derivative[d 1](f, x), (x = 2))"),
        (r"\frac{d}{dx} x^2 \Big|_{x=1}", "Evaluated(Derivative[d 1 of]((x ^ 2), x), (x = 1))"),
        (r"\left[ \frac{x^3}{3} \right]_0^1", "Evaluated(((x ^ 3) / 3), 0, 1)"),
        (r"\left. x^2 \right|_0^1", "Evaluated((x ^ 2), 0, 1)"),
        (r"dy = f'(x)\,dx", "(Differential(y) = (Application(Prime[1](f), x) * Differential(x)))"),
        (r"\frac{\Delta y}{\Delta x}", r"(\Delta y / \Delta x)"),
        (r"\frac{dx}{x}", "(Differential(x) / x)"),
        (r"\nabla L", "Nabla[gradient](L)"),
        (r"\nabla L(1, 1)", "Application(Nabla[gradient](L), 1, 1)"),
        (r"\eta \nabla L", r"(\eta * Nabla[gradient](L))"),
        (r"\nabla L \cdot \mathbf{u}", r"(Nabla[gradient](L) cdot \mathbf{u})"),
        (r"\nabla_w L", "Nabla[gradient](w, L)"),
        (r"\nabla \cdot \mathbf{v}", r"Nabla[divergence](\mathbf{v})"),
        (r"\nabla \times \mathbf{v}", r"Nabla[curl](\mathbf{v})"),
        (r"\nabla (x^2 + y^2)", "Nabla[gradient](<((x ^ 2) + (y ^ 2))>)"),
        (r"\|\nabla L\|", "Norm(Nabla[gradient](L))"),
        (r"D_{\mathbf{u}} L(1, 1)", r"Application(Directional(\mathbf{u}, L), 1, 1)"),
    ],
)
def test_a_derivative_takes_its_operand(tex, tree):
    assert reading(tex) == tree


@pytest.mark.parametrize(
    ("tex", "caret", "one", "other"),
    [
        (r"\frac{df}{dx}(x + 1)", "(", r"\right|_{x = …}", r"\cdot"),
        (r"\frac{d}{dx} x^2 \cdot x", r"\cdot", r"(\frac{d}{dx} x^2) \cdot", r"\frac{d}{dx}(x^2 \cdot …)"),
        (r"\frac{d}{dx} (x^2)(x + 1)", "(", r"(\frac{d}{dx}", "["),
        (r"\frac{d}{dx} x^2/2", "/", "(", r"\frac{d}{dx}(x^2 / …)"),
        (r"\nabla f g", "g", r"(\nabla f) g", r"\nabla(f g)"),
        (r"\nabla^2 L", "^", "Laplacian", "Hessian"),
        (r"\nabla f^2", "^", "(", r"\nabla"),
        (r"\partial_x F g", "g", r"(\partial_x F) g", r"\partial_x (F g)"),
        (r"\partial_x F \sin x", r"\sin", r"(\partial_x F) \sin", r"\partial_x (F \sin)"),
        (r"\partial_x F^2", "^", r"(\partial_x F)^…", r"\partial_x (F^…)"),
        (r"\partial_x F(y, x, 0)", "(", r"\right|_{x = …}", r"\partial_x [F(y, x, 0)]"),
        (r"\partial_{xy}^2 F", "^", r"\partial_x^2 \partial_y^2", r"\partial_x \partial_y^2"),
        (r"\partial_x x^2 \cdot x", r"\cdot", r"(\partial_x x^2) \cdot", r"\partial_x(x^2 \cdot …)"),
        (r"\frac{d}{dx} x^2 \frac{d}{dx} x^3", "x", r"(\frac{d}{dx}", "["),
    ],
)
def test_what_has_two_readings_is_refused_with_both(tex, caret, one, other):
    found, both = two_readings(tex)
    assert found == caret
    assert one in both
    assert other in both
