"""What a notation stands for when a formula is judged; its verdicts stand beside what courses write."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.unfolding.unfolding import unfolded
from mathora.lesson import Declaration, ModelSource, Text

MODEL = {
    "f(x)": {"body": Text.written("x^2")},
    "g(x)": {},
    "h(x, y)": {},
    "u": {"kind": "vector", "shape": (2, 1)},
    "x": {},
    "n": {"kind": "natural"},
    "z_i": {},
    "s_x": {"body": Text.written("2x")},
    r"\mathbf{1}_k": {"kind": "vector", "shape": (2, 1)},
    "a_n": {"body": Text.written("2^n - 1")},
    "b_n": {"body": Text.written(r"\sum_{j=1}^{n} j")},
    "A": {"kind": "set"},
    "B": {"kind": "set"},
    "G": {"kind": "set", "domain": (Text.written(r"G \subseteq A"),)},
    "F": {"kind": "event"},
    "X": {"kind": "random"},
    "Y": {"kind": "random"},
    r"\rho": {},
    r"\sigma": {"kind": "positive"},
    "k": {},
    "j": {"kind": "natural"},
    "P": {"kind": "matrix", "shape": (2, 2)},
    "M": {"kind": "matrix", "shape": (2, 2)},
    "R": {"kind": "matrix", "shape": (2, 3)},
}
ROWS = [
    (r"(f \circ g)(2)", "f(g(2))"),
    (r"(f \circ g)'(x)", r"\frac{d}{dx} (f(g(x)))"),
    (r"D_u h(1, 2)", r"(\nabla h(1, 2) \cdot u)"),
    (r"\mathbf{1}\{x > 0\}", r"\left(\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}\right)"),
    (r"\operatorname{Var}(\mathbf{1}_F)", "(P(F) - P(F)^2)"),
    (r"\mathbb{E}[\mathbf{1}\{X > 1\}]", "P(X > 1)"),
    (r"\mathbb{E}[X \mathbf{1}_F]", None),
    (r"\rho(X, Y)", r"\operatorname{Corr}(X, Y)"),
    (r"\sigma(X)", r"\operatorname{SD}(X)"),
    (r"k(X)", None),
    ("a_{n + 1}", "(2^{n + 1} - 1)"),
    (r"b_{j}", r"\left(\sum_{\tilde{j} = 1}^j \tilde{j}\right)"),
    ("z_{n + 1}", None),
    (r"s_k", None),
    (r"a_x", None),
    (r"a_{-1}", None),
    (r"a_{1/2}", None),
    (r"\mathbf{1}_k", None),
    ("(101101)_2", "45"),
    ("(102)_2", None),
    (r"\overline{A \cup B} = A^c", r"\lnot((A \lor B)) \Leftrightarrow \lnot(A)"),
    (r"A \cap G = G", None),
    (r"A = B", None),
    (r"\det(PM^2P^\top)", r"\det(P)(\det(M))^2\det(P^\top)"),
    (r"\det(RR^\top)", None),
    (r"\det(P + M)", None),
    (r"\det(2P)", None),
    (r"(PMP^{-1})^j", "PM^jP^{-1}"),
    (r"(P^{-1}(MP)P)^2", r"P^{-1}(MP)^2P"),
    (r"(PMP)^j", None),
    (r"(PMP^{-1})^k", None),
    (r"(PP^{-1})^2", None),
    (r"x = \pm 3 \Rightarrow x^2 = 9", r"x = 3 \text{ or } x = -3 \Rightarrow x^2 = 9"),
    (r"x = \pm 3", None),
    (r"x = 1 \Rightarrow k = x \Rightarrow k = 1", r"x = 1 \Rightarrow k = x \text{ and } k = x \Rightarrow k = 1"),
    (r"\{x \in \mathbb{R} \mid x^2 = 1\} = \{1\}", r"\forall x \in \mathbb{R} : (x^2 = 1) \Leftrightarrow x = 1"),
    (r"xk > 0 \text{ for } x, k > 0", r"xk > 0 \text{ for } x > 0 \text{ and } k > 0"),
    (r"xk > 0 \quad (x > 0, k > 0)", r"xk > 0 \quad x > 0 \text{ and } k > 0"),
    (r"xk > 0, \quad x, k > 0", r"xk > 0, \quad x > 0 \text{ and } k > 0"),
    (r"x, k > 0 \Rightarrow xk > 0", r"x > 0 \text{ and } k > 0 \Rightarrow xk > 0"),
]


def read_with_model(tex):
    rows = tuple(Declaration(head=Text.written(key), **row) for key, row in MODEL.items())
    model = read_model(ModelSource(declarations=rows))
    return read(Text.written(tex), model).tree, model


@pytest.mark.parametrize(("tex", "plain"), ROWS, ids=[row[0] for row in ROWS])
def test_a_notation_stands_for_another(tex, plain):
    node, known = read_with_model(tex)
    found = unfolded(node, known)
    assert write_latex(found) == (write_latex(node) if plain is None else plain)


def test_a_formula_without_such_notations_is_the_very_same():
    node, known = read_with_model(r"\frac{d}{dx} f(x) = 2x + \sum_{j=1}^{3} z_j")
    assert unfolded(node, known) is node


def test_sets_of_which_something_is_given_are_not_taken_element_by_element():
    node, known = read_with_model(r"A \cap B = A")
    given = read_with_model(r"A \subseteq B")[0]
    assert unfolded(node, known) != node
    assert unfolded(node, known, (given,)) == node
