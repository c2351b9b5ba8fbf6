r"""Writing: `read(write(tree)) == tree`, in one normal form, for every kind of node."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lesson_model import lesson_model
from outline import outline
from sample_models import MATRIX, REAL, declaring

from mathora.formula import Node, read, symbol_key, walk, write_latex
from mathora.formula import tree as t
from mathora.lesson import Faulty, Text

MODEL = lesson_model()


def tree_of(tex):
    return read(Text.written(tex), MODEL, placeholder=True).tree


# ── formulas of any kind ──

NAMES = [
    "x", "y", "a", "n", r"\theta", "x_1", r"\hat{y}", r"\Delta x", "x^*", r"\mathbf{u}", "A", r"\text{MSE}",
    r"\theta_t", "w", r"W^{[l]}",
]  # fmt: skip
NUMBERS = [
    "1", "2", "0.5", "12", "1{,}000", r"\pi", "e", r"\infty", r"63.2\%", r"90^\circ",
]  # fmt: skip


def filled(templates, inner):
    """Formulas made of smaller ones: each `@` of a template is filled with one."""
    return st.one_of(
        [st.tuples(*[inner] * one.count("@")).map(lambda parts, one=one: _filled(one, parts)) for one in templates]
    )


def _filled(template, parts):
    for part in parts:
        template = template.replace("@", part, 1)
    return template


VALUES = [
    "(@)", "@ + @", "@ - @", "-@", "(@)(@)", r"@ \cdot @", r"@ \times @", r"\frac{@}{@}", r"\tfrac{@}{@}",
    "(@)/(@)", "(@)^{@}", r"\sqrt{@}", r"\sqrt[3]{@}", "(@)!", "|@|", r"\|@\|_2", r"\lfloor @ \rfloor",
    r"\binom{@}{@}", "f(@)", "f'(@)", "L(@, @)", r"\sin(@)", r"\sin^2(@)", r"\cos^{-1}(@)", r"\ln(@)", r"\Gamma(@)",
    r"\log_2(@)", r"\max(@, @)", r"\mathbb{E}[@]", "(@, @)", "[@, @]", r"\frac{d}{dx}(@)",
    r"\frac{\partial}{\partial y}\left[@\right]", r"\frac{\partial^2 L}{\partial w_1 \partial w_2} @",
    r"\partial_x @", r"\partial_{xy} (@)", r"\partial_x^2 \partial_y F(@, @, @)",
    r"\langle (@, @), w \rangle", r"\langle @, @, 1 \rangle",
    r"\left.@\right|_{x = @}", r"\left[@\right]_{@}^{@}", r"\nabla f(@)", r"\nabla(@)", r"D_{\mathbf{u}} f(@)",
    r"\sum_{i=1}^{@} @", r"\prod_{j=@}^{n} @", r"\lim_{x \to @} @", r"\lim_{h \to 0^+} @",
    r"\int_{@}^{@} @ \, dx", r"\int @ \, \mathrm{d}y", r"\max_{x} @", r"\arg\min_{0 \le x \le 3} @",
    r"\begin{bmatrix} @ & @ \\ @ & @ \end{bmatrix}", r"\begin{array}{c|c} @ & @ \\ @ & @ \end{array}",
    r"\underbrace{@}_{= @}", r"\overbrace{@}^{3 \text{ times}}",
    r"\begin{cases} @ & x > 0 \\ @ & \text{otherwise} \end{cases}", r"\{@, @\}", "(@)^T",
    r"\underbrace{@}_{n}", "2 @", "@ x", r"\{x \in \mathbb{R} \mid x > @\}", r"@ \pm @", r"@ \, \text{cm}^2",
    r"\dots + @", r"\theta_{n+1} @", "w_{@}", "2^{@}",
]  # fmt: skip
STATEMENTS = [
    "@ = @", "@ = @ = @", r"@ \le @ < @", r"@ \approx @", r"@ \ne @", r"@ \in (@, @)",
    r"@ \in [@, @) \cup \{@\}", "x := @", r"w \leftarrow @", r"@ = @ \Rightarrow @ = @",
    r"@ = @ \text{ or } @ = @", "@ = @, @ = @", r"@ \to @",
    r"\begin{aligned} @ &= @ \\ &= @ \\ &\le @ \end{aligned}", r"\forall x \in \mathbb{R} : @ > @",
    r"\boxed{@ = @}", r"\lnot @ = @", r"@ = @ \text{ for all } x > @", r"x \mapsto @",
    r"P(A = @ \mid A = @, A > @) = @", r"P((A \cap B)^c \| A; B)", r"x \overset{d}{\to} @", r"P(A^\complement) = @",
    r"@ = @ \quad (x > @)", r"x = @, \quad x > @", r"@ \equiv @ \pmod @", r"\forall x > @ \exists y > @ : @ > y",
    r"\overline{x @}", r"(@)_{12}", r"A^{-\top} = A^{-T}", r"@ \bmod @", r"5\% \text{ of } @",
]  # fmt: skip

values = st.recursive(st.sampled_from(NAMES + NUMBERS), lambda inner: filled(VALUES, inner), max_leaves=8)
statements = filled(STATEMENTS, values) | values


@settings(max_examples=300, deadline=None)
@given(statements)
def test_what_was_read_is_written_and_read_back_to_the_same_tree(tex):
    try:
        tree = tree_of(tex)
    except Faulty:
        return
    written = write_latex(tree)
    assert tree_of(written) == tree
    assert write_latex(tree_of(written)) == written


def test_the_property_is_not_vacuous():
    """Every template is read with plain parts, so each kind of node is written and read back."""
    seen: set[type[Node]] = set()
    for template in [*VALUES, *STATEMENTS, *NAMES, *NUMBERS, r"\mathbb{R}", "dx"]:
        tree = tree_of(_filled(template, ["a"] * template.count("@")))
        assert tree_of(write_latex(tree)) == tree, template
        seen |= {type(part) for _, part in walk(tree)}
    rare = {t.NthPrime, t.NthDerivative, t.Signature, t.Placeholder}
    assert {kind for kind in vars(t).values() if isinstance(kind, type) and issubclass(kind, Node)} - seen - rare == {
        Node
    }


# ── names that look as signs do ──

HIDING = declaring({
    "x": REAL, "n": {"kind": "natural"}, "f(x)": "x^2", "A": MATRIX, "d(h)": "h^2", "e": REAL, "i": REAL, r"\pi": REAL,
    "P(x)": {}, "E": REAL, "I": REAL, "T": REAL, "D": REAL, "c": REAL, r"\Gamma": REAL, r"\Delta": REAL,
    r"\Omega": REAL, r"\text{m}": REAL, r"\operatorname{tr}": REAL, r"\operatorname{sgn}(x)": {},
    r"\operatorname{Var}(x)": {}, r"\operatorname{argmin}": REAL, r"\operatorname{max}(x)": {}, r"\text{sin}(x)": {},
})  # fmt: skip


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{\mathrm{d}}{\mathrm{d}x} f(x)", r"\frac{\mathrm{d}^2 f}{\mathrm{d}x^2}", "f'(x)", "d'(2)", "d(3) + 1",
        r"\int_0^1 f(x) \, dx", r"\int \frac{\mathrm{d}x}{x}", "e^x", r"\mathrm{e}^x", r"\mathrm{e}^{\mathrm{i} x}",
        "e i", r"\pi x", r"\sum_{i=1}^n i", "P(2)", "E(x)", r"\mathbb{E}[x]", r"A^\top", r"A^{\mathrm{T}}",
        "x^T", "x^c", "I x", r"\Gamma(x)", r"\Delta x", r"5 \, \Omega", r"5 \, \text{m}",
        r"5 \, \mathrm{cm}",
        r"\tr A", r"\operatorname{tr} A", r"\trace(A)", r"\sgn(x)", r"\sign(x)", r"\operatorname{sgn}(x)", r"\Var(x)",
        r"\max_{x} f(x)", r"\argmin", r"\sin x", r"\text{sin}(x)", r"\arg x",
    ],
)  # fmt: skip
def test_beside_names_that_look_as_signs_do_what_was_read_is_read_again(tex):
    tree = read(Text.written(tex), HIDING).tree
    assert read(Text.written(write_latex(tree)), HIDING).tree == tree


# ── the normal form ──


@pytest.mark.parametrize(
    ("tex", "written"),
    [
        (r"w_{1}^{2}", "w_1^2"),
        (r"x\leq 3", r"x \le 3"),
        (r"\left(a+b\right)", "(a + b)"),
        (r"(\frac12)", r"\left(\frac{1}{2}\right)"),
        (r"\frac12", r"\frac{1}{2}"),
        (r"\pi x", r"\pi x"),
        (r"\pi(x)", r"\pi(x)"),
        (r"2\,\mathrm{cm}", r"2 \, \text{cm}"),
        (r"\arg\min_x f(x)", r"\operatorname*{arg\,min}_{x} f(x)"),
        (r"\lvert x\rvert", r"\left|x\right|"),
        (r"\hat y", r"\hat{y}"),
        ("dy/dx", "dy/dx"),
        (r"\int_0^1x^2dx", r"\int_0^1 x^2 \, dx"),
        (r"x^2_1", "x_1^2"),
    ],
)
def test_the_same_mathematics_is_written_in_one_way(tex, written):
    assert write_latex(tree_of(tex)) == written


@pytest.mark.parametrize(
    ("tex", "key"),
    [
        ("w_{1}", "w_1"), ("{x}", "x"), (r"\hat y", r"\hat{y}"), (r"\nabla  L", r"\nabla L"),
        (r"\mathbf u", r"\mathbf{u}"),
        (r"\theta_{ t+1 }", r"\theta_{t + 1}"), (r"\Delta  x", r"\Delta x"),
    ],
)  # fmt: skip
def test_a_symbol_has_one_key_however_it_is_written(tex, key):
    assert symbol_key(tree_of(tex)) == key


def test_different_readings_are_written_differently():
    application, product = tree_of("f(x)"), tree_of("a(x)")
    assert outline(application).startswith("Application")
    assert write_latex(application) != write_latex(product)


def test_a_kind_of_node_without_latex_is_a_bug_of_ours():
    class Stranger(Node):
        pass

    with pytest.raises(TypeError, match="no LaTeX for a Stranger"):
        write_latex(Stranger())
