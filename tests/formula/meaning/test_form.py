"""A formula means an exact number, a set or a condition; what cannot be said exactly is refused."""

import pytest
from meant import conditions, meaning, value
from sample_models import declaring, tree_of

from mathora.formula.meaning.form import is_complex
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable

LETS = {
    "x": {}, "y": {}, "n": {"kind": "natural"}, "z": {"kind": "complex"}, "S": {"kind": "set"}, "v": "(1, 2)",
    "A": {"kind": "matrix", "shape": (2, 2)}, "f(x)": "x^2", "g(x)": {},
}  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        ("0.1", "1/10"),
        (r"25\%", "1/4"),
        (r"180^\circ", "pi"),
        ("-x - (-y)", "-x + y"),
        ("|-3|", "3"),
        (r"|\{1, 2, 2\}|", "2"),
        ("|v|", "sqrt(5)"),
        (r"\lfloor -0.5 \rfloor", "-1"),
        (r"\lceil -0.5 \rceil", "0"),
        (r"\{1, 2\} \cup \{2, 3\}", "{1, 2, 3}"),
        (r"[0, 2] \setminus (1, 2]", "Interval(0, 1)"),
        (r"\{x \mid x^2 < 4\}", "Interval.open(-2, 2)"),
        (r"2 \in [0, 2)", "False"),
        (r"\lnot (x > 0)", "x <= 0"),
        ("0 < x < y", "(0 < x) & (x < y)"),
        (r"x > 0 \text{ or } x = -1", "Eq(x, -1) | (x > 0)"),
        (r"\mathbb{N} \cap [0, 2]", "Range(0, 3, 1)"),
    ],
)
def test_a_formula_means_exactly_what_it_says(tex, said):
    assert value(tex, LETS) == said


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (r"1 & x > 0 \\ 2 & x \le 0", None),
        (r"1 & x > 0 \\ 2 & \text{otherwise}", None),
        (r"x & x \ge 0 \\ -x & x \le 0", None),  # they share a place and a value there
        (r"1 & x \ge 0 \\ 2 & x \le 0", "share a point, with different values"),
        (r"1 & x > 0 \\ 2 & x > 1", "overlap, with different values"),
        (r"1 & x > 0 \\ 2 & y > 0", "different variables"),
    ],
)
def test_cases_say_one_thing_of_each_place(cases, said):
    tex = rf"\begin{{cases}} {cases} \end{{cases}}"
    if said is None:
        assert "Piecewise" in repr(meaning(tex, LETS).expression)
    else:
        with pytest.raises((Undefined, Untranslatable), match=said):
            value(tex, LETS)


def test_where_a_formula_has_a_value_is_part_of_its_meaning():
    assert conditions(r"\frac{1}{x} + \frac{1}{x} + \ln y", LETS) == ["Ne(x, 0)", "y > 0"]
    assert conditions(r"\begin{cases} \frac{1}{x} & x > 1 \\ 0 & x \le 1 \end{cases}", LETS) == ["(x <= 1) | Ne(x, 0)"]
    assert conditions(r"\begin{cases} 1 & x > 1 \\ 0 & x < 1 \end{cases}", LETS) == ["(x > 1) | (x < 1)"]


@pytest.mark.parametrize(
    ("tex", "error", "said"),
    [
        (r"\frac{1}{x - x}", Undefined, "divided by zero"),
        ("[2, 1]", Undefined, "wrong order"),
        (r"\frac{x}{v}", Mismatch, "divided by a vector"),
        ("x + v", Mismatch, "a number and a vector of 2 components are added"),
        (r"\sqrt{v}", Mismatch, "a number is expected"),
        ("2^A", Untranslatable, "a power to a matrix"),
        (r"\{1, \dots, n\}", Untranslatable, "an ellipsis"),
        (r"|[0, 1]|", Untranslatable, "not listed"),
        (r"x \cup \{1\}", Untranslatable, "declare its kind as set"),
        (r"x \in S", Untranslatable, "nothing is known of the elements"),
        (r"x \pm 1", Untranslatable, "two readings"),
        (r"x > 0 \Rightarrow x > 1", Untranslatable, "an implication"),
        (r"\{z \in \mathbb{C} \mid z = 1\}", Untranslatable, "not made of real numbers"),
    ],
)
def test_what_means_no_one_value_is_refused(tex, error, said):
    with pytest.raises(error, match=said):
        value(tex, LETS)


@pytest.mark.parametrize(("tex", "so"), [("i x", True), ("z = 1", True), (r"x \in \mathbb{C}", True), ("x = y", False)])
def test_a_formula_speaks_of_complex_numbers_where_it_names_one(tex, so):
    model = declaring({"x": {}, "y": {}, "z": {"kind": "complex"}})
    assert is_complex(tree_of(tex, model), model) == so


def test_over_the_complex_plane_a_root_is_principal():
    assert value(r"\sqrt{-4}", LETS, complex_plane=True) == "2*I"
    assert conditions(r"\sqrt{x}", LETS, complex_plane=True) == []
