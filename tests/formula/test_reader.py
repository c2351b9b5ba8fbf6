"""Reading: LaTeX with the lesson's model becomes exactly one tree. Each row is a text and the outline of its tree."""

import pickle

import pytest
from lesson_model import lesson_model
from outline import outline

from mathora.formula import Model, at, leaves, read, read_model, walk, write_latex
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from tests.corpus.adapter import entries, formula_of

MODEL = lesson_model()


def reading(tex: str) -> str:
    return outline(read(Text.written(tex), MODEL, placeholder=True).tree)


APPLICATION_OR_PRODUCT_THE_MODEL_DECIDES = [
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
    (r"\sum_{f=1}^{3} f(x)", "Big[sum]((f = 1), 3, (f * <x>))"),
]

ARITHMETIC = [
    ("a + b - c", "(a + b - c)"),
    ("-x^2", "(-(x ^ 2))"),
    ("-2x", "(-(2 * x))"),
    (r"2 \cdot 3 \times 4", "(2 cdot 3 times 4)"),
    (r"2x \cdot 3y", "((2 * x) cdot (3 * y))"),
    ("x^{-1}", "(x ^ (-1))"),
    ("2^{3^2}", "(2 ^ (3 ^ 2))"),
    ("a/b", "(a / b)"),
    (r"a \div b", "(a / b)"),
    (r"\frac12x", "((1 / 2) * x)"),
    (r"\frac1{10}", "(1 / 10)"),
    (r"\sqrt[3]{8}", "Root(3, 8)"),
    ("n!", "Factorial(n)"),
    ("2n!", "(2 * Factorial(n))"),
    ("(n - 1)!", "Factorial(<(n - 1)>)"),
    (r"\binom{n}{2}", "Binomial(n, 2)"),
    (r"63.2\%", "Percent(63.2)"),
    (r"90^\circ", "Degrees(90)"),
    ("1{,}000.5", "1000.5"),
    (r"3 \times 10^8", "(3 times (10 ^ 8))"),
    (r"x = \pm 2", r"(x = (\pm2))"),
    ("{x}^3", "(x ^ 3)"),
    ("x^2_1", "(x_1 ^ 2)"),
    (r"\lfloor x \rfloor", "Rounded[floor](x)"),
    (r"\langle 2x, 1 \rangle", "Tuple((2 * x), 1)"),
    (r"\langle w, \mathbf{u} \rangle", r"InnerProduct(w, \mathbf{u})"),
    (r"2\left\langle A w, (1, 2) \right\rangle^2", "(2 * (InnerProduct((A * w), Tuple(1, 2)) ^ 2))"),
    ("0.1 + 0.2", "(0.1 + 0.2)"),
]

FUNCTIONS_WITHOUT_BRACKETS = [
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
]

CONSTANTS_AND_NAMES = [
    (r"e^{i\pi}", "(e! ^ (i! * pi!))"),
    ("2e", "(2 * e!)"),
    (r"\mathrm{e}^x", "(e! ^ x)"),
    (r"\hat{y}", r"\hat{y}"),
    (r"\hat{y} - \Delta x", r"(\hat{y} - \Delta x)"),
    ("x^*", "x^*"),
    ("w^{(k+1)}", "w^{(k + 1)}"),
    (r"\theta_{t+1}", r"\theta_{t + 1}"),
    (r"\mathbf{u}", r"\mathbf{u}"),
    (r"\text{MSE}", r"\text{MSE}"),
    (r"\mathbb{R}^2", "(mathbb{R}! ^ 2)"),
    (r"\sum_{i=1}^{2} x_i", "Big[sum]((i = 1), 2, x_i)"),
]

DERIVATIVES = [
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
]

NABLA = [
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
]

LIMITS_SUMS_INTEGRALS_EXTREMA = [
    (r"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h}", "Limit(h, 0, ((Application(f, (x + h)) - Application(f, x)) / h))"),
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
    (r"\mathbb{E}[X]", "Application(FunctionName[E](), X)"),
    (r"\mathbb{E}_{X \sim P}[f(X)]", "Application(FunctionName[E]((X sim P)), Application(f, X))"),
]

VECTORS_MATRICES_SETS = [
    (r"(2w_1, \; 6w_2)", "Tuple((2 * w_1), (6 * w_2))"),
    (r"\left(a, b, \dots\right)", "Tuple(a, b, Dots())"),
    (r"\mathbf{u} \cdot \mathbf{v}", r"(\mathbf{u} cdot \mathbf{v})"),
    (r"\mathbf{u} \times \mathbf{v}", r"(\mathbf{u} times \mathbf{v})"),
    (r"\mathbf{u}^\top \mathbf{v}", r"(Transpose(\mathbf{u}) * \mathbf{v})"),
    ("(AB)^T", "Transpose(<(A * B)>)"),
    ("A^{-1}", "(A ^ (-1))"),
    ("|x||y|", "(Absolute(x) * Absolute(y))"),
    ("||a| - |b||", "Absolute((Absolute(a) - Absolute(b)))"),
    ("|a - b|^2", "(Absolute((a - b)) ^ 2)"),
    (r"\|\mathbf{u}\|_2", r"Norm(\mathbf{u}, 2)"),
    (r"\begin{bmatrix} 2 & 0 \\ 0 & 6 \end{bmatrix}", "Matrix(2, 0, 0, 6)"),
    (r"\begin{array}{c|c} 2 & 0 \\ 0 & 6 \end{array}", "Matrix(2, 0, 0, 6)"),
    (r"\begin{vmatrix} a & b \\ c & r \end{vmatrix}", "Matrix(a, b, c, r)"),
    ("[0, 3]", "IntervalSet[[]](0, 3)"),
    ("(0, 3]", "IntervalSet[(]](0, 3)"),
    (r"\{1, 2\}", "SetLiteral(1, 2)"),
    (r"\{q \in \mathbb{R} \mid q > 0\}", "SetBuilder((q in mathbb{R}!), (q > 0))"),
    (r"x \in (0, 3)", "(x in IntervalSet[()](0, 3))"),
    (r"x \in (-\infty, 0) \cup [1, 2]", "(x in (IntervalSet[()]((-infty!), 0) cup IntervalSet[[]](1, 2)))"),
]

STATEMENTS = [
    ("a = b = c", "(a = b = c)"),
    (r"0 \le x < 3", "(0 le x < 3)"),
    (r"w \leftarrow w - \eta \nabla L", r"(w leftarrow (w - (\eta * Nabla[gradient](L))))"),
    ("V(x) := x(6 - 2x)^2", "(Application(V, x) := (x * (<(6 - (2 * x))> ^ 2)))"),
    ("q := x(x + 1)", "(q := (x * <(x + 1)>))"),
    ("p(q) := q(q + 1)", "(Application(p, q) := (q * <(q + 1)>))"),
    ("m = 3", "(m = 3)"),
    (r"2x = 6 \Rightarrow x = 3", "(((2 * x) = 6) Rightarrow (x = 3))"),
    (r"x^2 = 4 \iff x = 2 \text{ or } x = -2", "(((x ^ 2) = 4) Leftrightarrow ((x = 2) or (x = (-2))))"),
    (r"x + 1 = 2 \text{ for all } x \in S", "(((x + 1) = 2) for all (x in S))"),
    (r"f \colon \mathbb{R} \to \mathbb{R}", "Signature(f, mathbb{R}!, mathbb{R}!)"),
    (r"x \mapsto x^2", "(x mapsto (x ^ 2))"),
    ("a, b > 0", "(Listing(a, b) > 0)"),
    ("x = 1, y = 2", "Listing((x = 1), (y = 2))"),
    (r"\forall q \in \mathbb{R} : q^2 \ge 0", "Quantified((q in mathbb{R}!), ((q ^ 2) ge 0))"),
    (r"P(X \mid a)", "Application(P, Parted(X, a))"),
    (r"V(\answer) = 16", "(Application(V, Placeholder()) = 16)"),
    (r"V(1) = 16 \text{ cm}^3", "(Application(V, 1) = Quantity(16, (UnitName[cm]() ^ 3)))"),
    (r"a = 9.8 \,\text{m}/\text{s}^2", "(a = Quantity(9.8, (UnitName[m]() / (UnitName[s]() ^ 2))))"),
    (r"20^\circ\text{C}", "Quantity(20, UnitName[°C]())"),
    (r"9 \, \frac{\text{m}}{\text{s}}", "Quantity(9, (UnitName[m]() / UnitName[s]()))"),
    (r"a = 9.8 \,\mathrm{m/s^2}", "(a = Quantity(9.8, (UnitName[m]() / (UnitName[s]() ^ 2))))"),
    (
        r"\begin{aligned} f(x) &= a \\ &= b \\ &\le c \end{aligned}",
        "Aligned((Application(f, x) = a), (_ = b), (_ le c))",
    ),
    (r"\begin{aligned} 2x &= 6 \\ &\Rightarrow x = 3 \end{aligned}", "Aligned(((2 * x) = 6), (_ Rightarrow (x = 3)))"),
    (
        r"\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}",
        "Cases(Case(x, (x ge 0)), Case((-x), UprightWords[otherwise]()))",
    ),
    (
        r"\begin{cases} x, & \text{if } x \ge 0 \\ -x, & \text{if } x < 0 \end{cases}",
        "Cases(Case(x, (_ if (x ge 0))), Case((-x), (_ if (x < 0))))",
    ),
    (r"\underbrace{a + b}_{n}", "Annotated[underbrace]((a + b), n)"),
    (r"\boxed{x = 3}", "Annotated[boxed]((x = 3))"),
]


@pytest.mark.parametrize(
    ("tex", "tree"),
    APPLICATION_OR_PRODUCT_THE_MODEL_DECIDES
    + ARITHMETIC
    + FUNCTIONS_WITHOUT_BRACKETS
    + CONSTANTS_AND_NAMES
    + DERIVATIVES
    + NABLA
    + LIMITS_SUMS_INTEGRALS_EXTREMA
    + VECTORS_MATRICES_SETS
    + STATEMENTS,
)
def test_a_text_has_exactly_one_reading(tex, tree):
    assert reading(tex) == tree


def test_the_test_sees_the_difference_between_application_and_product():
    assert reading("f(x + h)") != reading("a(x + h)")


def test_the_same_text_is_read_by_the_model_that_is_given():
    product = read(Text.written("x(x + 1)"), MODEL).tree
    declared_as_function = read(Text.written("f(x + 1)"), MODEL).tree
    assert outline(product) == "(x * <(x + 1)>)"
    assert outline(declared_as_function) == "Application(f, (x + 1))"


@pytest.mark.parametrize("name", ["e", "i", "d"])
def test_a_declared_name_hides_the_constant_of_the_same_letter(name):
    assert outline(read(Text.written(f"2{name}"), declared(name)).tree) == f"(2 * {name})"


def declared(*heads):
    return read_model(ModelSource(declarations=tuple(Declaration(head=Text.written(head)) for head in heads)))


def test_d_is_an_ordinary_letter_where_the_model_declares_it():
    model = declared("b", "d")
    assert (
        outline(read(Text.written(r"2bde = 2d \cdot be"), model).tree) == "((2 * b * d * e!) = ((2 * d) cdot (b * e!)))"
    )


def test_decimals_are_exact():
    tree = read(Text.written("0.1"), Model.empty()).tree
    assert (tree.value.numerator, tree.value.denominator, tree.decimals) == (1, 10, 1)


def test_every_node_knows_where_it_stands():
    text = Text.written(r"V'(x) = (6 - 2x)^2 - 4x(6 - 2x)")
    tree = read(text, MODEL).tree
    assert tree.span.start == 0
    assert tree.span.stop == len(text.value)
    assert [text.value[node.span.start : node.span.stop] for _, node in leaves(tree)] == list("Vx62x24x62x")
    for path, node in walk(tree):
        assert at(tree, path) is node
        assert all(node.span.start <= part.span.start and part.span.stop <= node.span.stop for part in node.children)


def test_a_formula_can_be_sent_to_another_process():
    formula = read(Text.written(r"\nabla L = (2w_1, 6w_2)"), MODEL)
    assert pickle.loads(pickle.dumps(formula)) == formula  # noqa: S301 - our own bytes


# ── the corpus ──

REFUSED = {"mixed-num": "ambiguous", "hostile-name": "unknown-name"}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_every_formula_of_the_corpus_is_read_or_refused_as_it_should_be(entry):
    if entry.id in REFUSED:
        with pytest.raises(Faulty) as faulty:
            formula_of(entry)
        assert [fault.rule for fault in faulty.value.faults] == [REFUSED[entry.id]]
    else:
        tree = formula_of(entry).tree
        assert "Words" not in outline(tree) or entry.id == "hostile-text"


def test_every_corpus_formula_is_written_and_read_back():
    for entry in entries():
        if entry.id not in REFUSED:
            tree = formula_of(entry).tree
            assert read(Text.written(write_latex(tree)), read_model(entry.source)).tree == tree
