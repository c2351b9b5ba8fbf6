"""A fresh name of what is known may have a value there, and is no definition without it."""

import pytest
from judged import told

SQUARE = {"f(x)": {"is": "x^2"}}
KNOWN = {
    "A": {"is": r"\begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}"},
    "u": {"is": "(1, 2)"},
    "c": {"is": "3"},
    "z": {"is": "1 + 2i"},
    "x_1": {"is": "1"},
    "x_2": {"is": "4"},
    "x_i": {},
    r"\lambda": {},
}


@pytest.mark.parametrize(
    ("tex", "kind", "lets"),
    [
        (r"\rho(A) = 7", "undecided", KNOWN),
        (r"\rho(A) := 7", "definition", KNOWN),
        (r"q(A) = \operatorname{tr} A", "definition", KNOWN),
        (r"\chi_A(\lambda) = \lambda^2 - 7", "refuted", KNOWN),
        (r"\chi_A(\lambda) = \det(A - \lambda I)", "definition", KNOWN),
        ("d(u, c) = 5", "undecided", KNOWN),
        (r"\chi(K_5) = 4", "undecided", KNOWN),
        (r"\chi(K_5) := 5", "definition", KNOWN),
        (r"\chi(K_n) = n", "undecided", KNOWN),
        ("B(2, 3) = 1", "undecided", KNOWN),
        (r"B(\lambda, 3) = \lambda", "definition", KNOWN),
        ("d(u, c) = c u_1", "definition", KNOWN),
        (r"W_f = \mathbb{R}", "undecided", SQUARE),
        ("s_x = 3", "undecided", KNOWN),
        ("v_c = 7", "definition", KNOWN),
        ("v_1 = 7", "definition", KNOWN),
        ("g(t) = 7", "definition", KNOWN),
        ("z^* = -z", "undecided", KNOWN),
        (r"J_f = \begin{pmatrix} 3x \end{pmatrix}", "refuted", SQUARE),
        (r"\bar x = 3", "refuted", KNOWN),
    ],
)
def test_what_belongs_to_something_known_is_said_in_terms_of_it(tex, kind, lets):
    assert told(tex, lets)[0] == kind


COIN = {"X": {"domain": [r"X \sim \operatorname{Bernoulli}(0.5)"]}, "t": {}, "M_X(t)": {}, "f_X(t)": {}}


@pytest.mark.parametrize("tex", [r"M_X'(0) = \frac12", "M_X'(0) = 7", "f_X'(t) = 3"])
def test_what_is_known_by_a_random_quantity_is_not_any_other_number(tex):
    kind, why = told(tex, COIN)
    assert (kind, why.partition(":")[0]) == ("undecided", f"{tex[:3]} may be known by X")


def test_said_before_it_is_what_was_said():
    lets = COIN | {"M_X(t)": {"is": r"\frac{1 + e^t}{2}"}}
    assert [told(tex, lets)[0] for tex in (r"M_X'(0) = \frac12", "M_X'(0) = 7")] == ["proved", "refuted"]
