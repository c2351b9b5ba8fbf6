"""Standard functions and powers with the conditions under which they have a value; nothing long is written out."""

import pytest
import sympy
from meant import conditions, meaning, value

from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.standard import LargeFactorial, LargePower, inverse_name

LETS = {
    "x": {}, "y": {}, "p": {"kind": "positive"}, "n": {"kind": "natural"}, "m": {"kind": "integer"},
    "z": {"kind": "complex"}, "A": {"kind": "matrix", "shape": (2, 2)}, "R": {"kind": "matrix", "shape": (2, 3)},
    "v": {"kind": "vector", "shape": (2, 1)},
}  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "needed"),
    [
        (r"\ln x", ["x > 0"]),
        (r"\ln p", []),
        (r"\log_y x", ["x > 0", "y > 0", "Ne(y, 1)"]),
        (r"\sqrt{x}", ["x >= 0"]),
        (r"\sqrt[4]{x}", ["x >= 0"]),
        (r"\sqrt[3]{x}", []),
        (r"\sqrt[y]{p}", ["y > 0"]),
        ("x^{-2}", ["Ne(x, 0)"]),
        ("x^2", []),
        ("x^m", ["(m >= 0) | Ne(x, 0)"]),
        ("x^n", []),
        (r"x^{1/2}", ["x >= 0"]),
        ("x^y", ["x > 0"]),
        ("p^y", []),
        ("n!", []),
        ("m!", ["m >= 0"]),
        (r"\tan x", ["Ne(cos(x), 0)"]),
        (r"\Gamma(m)", ["m > 0", "m - 1 >= 0"]),
        (r"\ln z", ["Ne(z, 0)"]),  # in the complex plane only zero is left out
        (r"\sqrt{z}", []),
    ],
)
def test_each_function_asks_for_what_it_needs(tex, needed):
    assert conditions(tex, LETS) == needed


@pytest.mark.parametrize(
    ("tex", "found"),
    [
        (r"\sqrt[3]{-8}", "-2"),
        ("0^0", "1"),
        (r"\log_2 8", "3"),
        (r"\log_{10} 1000", "3"),
        ("5!", "120"),
        ("7!!", "105"),
        (r"\binom{5}{2}", "10"),
        (r"\Gamma(5)", "24"),
        (r"\Gamma(-\frac12)", "-2*sqrt(pi)"),
        (r"\max(2, 5, 3)", "5"),
        (r"\min \{2, 5, 3\}", "2"),
        (r"\gcd(12, 18)", "6"),
        (r"\operatorname{lcm}(4, 6)", "12"),
        (r"\det \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "-2"),
        (r"\operatorname{rank} \begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", "1"),
    ],
)
def test_values_of_numbers_are_exact(tex, found):
    assert meaning(tex, LETS).expression.simplify() == sympy.sympify(found)


@pytest.mark.parametrize(
    ("tex", "error", "said"),
    [
        (r"\frac{1}{0^2}", Undefined, "divided by zero"),
        ("0^{-1}", Undefined, "divided by zero"),
        (r"\ln 0", Undefined, "the logarithm of zero"),
        (r"\log_1 x", Undefined, "a logarithm to this base"),
        (r"\sqrt[0]{x}", Undefined, "degree zero"),
        (r"\sqrt[-2]{x}", Untranslatable, "not positive"),
        ("(-3)!", Undefined, "negative number"),
        (r"\left(\frac12\right)!", Mismatch, "not whole"),
        (r"\Gamma(0)", Undefined, "not positive"),
        (r"\Gamma(x)", Untranslatable, "not known to be positive"),
        (r"\gcd(x, 2)", Untranslatable, "not a whole number"),
        (r"\det(R)", Mismatch, "not square"),
        (r"\det(x)", Mismatch, "not a matrix"),
        (r"\operatorname{rank}(A)", Untranslatable, "a matrix with letters"),
        (r"\sin v", Untranslatable, "of a vector"),
        (r"\ln A", Untranslatable, "the logarithm of a matrix"),
        (r"\binom{10000}{5000}", Untranslatable, "large numbers"),
    ],
)
def test_what_has_no_value_or_no_meaning_is_refused(tex, error, said):
    with pytest.raises(error, match=said):
        value(tex, LETS)


@pytest.mark.parametrize(
    ("tex", "kind"), [("9^{9^9}", LargePower), ("2^{100000}", LargePower), ("3000!", LargeFactorial)]
)
def test_what_would_be_long_is_not_written_out(tex, kind):
    found = meaning(tex, LETS).expression
    assert isinstance(found, kind)
    assert found.is_positive


def test_a_function_has_the_inverse_of_its_row():
    assert inverse_name("sin") == "arcsin"
    with pytest.raises(Untranslatable):
        inverse_name("max")
