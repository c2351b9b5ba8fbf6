"""Verdicts, as the table of the formula engine says them; each row that holds has a neighbour that must not."""

from fractions import Fraction

import pytest

from mathora.formula import Formula, Model, read, read_model
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from mathora.prove.judge.judge import judge

V = r"V(x) = x (6 - 2x)^2"
L = "L(w_1, w_2) = w_1^2 + 3 w_2^2"


@pytest.mark.parametrize(
    ("tex", "let", "kind"),
    [
        (r"\frac{\partial L}{\partial w_1} = 2 w_1", (L,), "proved"),
        (r"\frac{\partial L}{\partial w_1} = 3 w_1", (L,), "refuted"),
        (r"\nabla L(1, 1) = (2, 6)", (L,), "proved"),
        (r"\nabla L(1, 1) = (6, 2)", (L,), "refuted"),
        (r"\nabla L = (2 w_1, 6 w_2, 0)", (L,), "refuted"),
        (r"\langle u, v \rangle = u \cdot v", ("a", "c", "u = (a, 1)", "v = (c, 2)"), "proved"),
        (r"\langle u, v \rangle = a c + 3", ("a", "c", "u = (a, 1)", "v = (c, 2)"), "refuted"),
        (r"\partial_{w_1} L = 2 w_1", (L,), "proved"),
        (r"\partial_{w_1 w_2} L = 1", (L,), "refuted"),
        (r"\Gamma(n + 1) = n!", ("n: natural",), "proved"),
        (r"\Gamma(n) = n!", ("n: natural",), "refuted"),
        (r"\Gamma(x + 1) = x \Gamma(x)", ("x: positive",), "proved"),
        (r"\Gamma(x + 1) = (x + 1) \Gamma(x)", ("x: positive",), "refuted"),
        (r"\left|\Gamma(x)\right| = \Gamma(x)", (), "undecided"),
        (r"\Gamma(-\tfrac{1}{2}) = -2\sqrt{\pi}", (), "proved"),
        (r"\Gamma(-1) = 1", (), "refuted"),
        (r"\Gamma(10^{10^{10}}) = 1", (), "undecided"),
        (r"\Gamma(u) := u^2", (), "definition"),
        (r"\Gamma(x + 1) = x \Gamma(x)", (r"\Gamma(x) = x^2",), "refuted"),
        (r"V'(1) = 0", (V,), "proved"),
        (r"V(1) = 0", (V,), "refuted"),
        (r"V(0.35) \approx 9.8", (V,), "proved"),
        (r"V(0.35) \approx 9.9", (V,), "refuted"),
        (r"\max_{0 \le x \le 3} V(x) = 16", (V,), "proved"),
        (r"\max_{0 \le x \le 3} V(x) = 15", (V,), "refuted"),
        (r"0.1 + 0.2 = 0.3", (), "proved"),
        (r"\pi = 3.14", (), "refuted"),
        (r"\pi \approx \frac{22}{7}", (), "undecided"),
        (r"\frac{1}{0} = \infty", (), "refuted"),
        (r"\frac{x^2 - 1}{x - 1} = x + 1", (), "proved"),
        (r"w \leftarrow w - \eta \nabla L", (L, "w = (w_1, w_2)"), "assignment"),
        (r"c \leftarrow \nabla L", (L, "c = (w_1, w_2, 0)"), "refuted"),
        (r"\left|x\right| < 2 \Leftrightarrow -2 < x < 2", (), "proved"),
        (r"\left|x\right| \le 2 \Rightarrow x < 2", (), "refuted"),
        (r"m := 3", (), "definition"),
        (r"V(x) := x", (V,), "refuted"),
        (r"\nabla L = \left(2 w_1, \dots\right)", (L,), "schematic"),
        (r"\nabla L = \left(3 w_1, \dots\right)", (L,), "refuted"),
        (r"f \colon \mathbb{R} \to \mathbb{R}", (), "notation"),
        (r"\nabla L", (L,), "notation"),
    ],
)
def test_the_table_of_verdicts(verdict, tex, let, kind):
    assert verdict(tex, *let).kind == kind


def test_a_witness_names_the_point_and_both_values(verdict):
    found = verdict(r"\frac{\partial L}{\partial w_1} = 3 w_1", L)
    assert str(found.witness) == "at w_1 = 1, w_2 = 0 the left side is 2, the right side 3"


def test_rows_that_solve_an_equation_are_told_to_be_joined(verdict):
    rows = r"\begin{aligned} 2x + 3 &= 11 \\ 2x &= 8 \\ x &= 4 \end{aligned}"
    assert r"write &\iff before each but the first" in verdict(rows, "x").why
    assert (
        verdict(rows.replace(r"\\", r"\\ &\iff").replace("2x &= 8", "2x = 8").replace("x &= 4", "x = 4"), "x").kind
        == "proved"
    )


def test_a_false_link_of_a_chain_is_named(verdict):
    found = verdict("2(x + 3) = 2x + 6 = 2x + 5")
    assert found.kind == "refuted"
    assert found.link == "2x + 6 = 2x + 5"


def test_side_conditions_are_part_of_the_verdict(verdict):
    assert verdict(r"\frac{x^2 - 1}{x - 1} = x + 1").conditions == (r"x - 1 \ne 0",)
    assert verdict(r"e^{\ln x} = x").conditions == ("x > 0",)
    assert verdict(r"e^{\ln x} = x", assume=["x > 0"]).conditions == ()


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (r"\ln\frac{x}{y} = \ln x - \ln y", ("x > 0", "y > 0")),  # they say y ≠ 0 and x/y > 0, too
        (r"\ln\frac{x}{1 + x^2} = \ln x - \ln(1 + x^2)", ("x > 0",)),
        (r"\frac{d}{dx} \ln(x e^x) = 1 + \frac{1}{x}", ("x > 0",)),
        (r"\ln(-x) = \ln(-2x) - \ln 2", ("x < 0",)),
        (r"\ln\frac{1}{(1 - \frac{1}{1 + e^{-z}})(1 + e^{-z})} = z", ()),  # it is always positive
        (r"\ln\frac{x}{x} = 0", (r"x \ne 0",)),  # what cancels is no condition less
        (r"\ln(x^2 - 1) = \ln(x - 1) + \ln(x + 1)", ("x^{2} - 1 > 0", "x - 1 > 0", "x + 1 > 0")),
    ],
)
def test_a_side_condition_is_said_once_and_no_longer_than_it_has_to_be(verdict, formula, said):
    assert verdict(formula).conditions == said


def test_a_function_is_not_asked_outside_of_its_domain():
    model = read_model(
        ModelSource(
            declarations=(
                Declaration(
                    head=Text.written("V(x)"), body=Text.written("x"), domain=(Text.written(r"0 \le x \le 3"),)
                ),
            )
        )
    )
    assert judge(read(Text.written("V(2) = 2"), model), model).kind == "proved"
    assert judge(read(Text.written("V(5) = 5"), model), model).kind == "refuted"


def test_a_tolerance_takes_the_place_of_a_literal():
    formula = read(Text.written(r"\pi \approx \frac{22}{7}"), Model.empty())
    assert judge(formula, Model.empty(), tol=Fraction(1, 100)).kind == "proved"
    assert judge(formula, Model.empty(), tol=Fraction(1, 1000)).kind == "refuted"


def test_what_is_given_is_assumed(verdict):
    assert verdict("c^2 - b^2 = a^2", assume=["a^2 + b^2 = c^2"]).kind == "proved"
    assert verdict("c^2 - b^2 = 2a^2", assume=["a^2 + b^2 = c^2"]).kind == "refuted"


@pytest.mark.parametrize("assume", [["1 = 3"], ["x = 1", "x = 2"]])
def test_what_contradicts_itself_is_not_assumed(verdict, assume):
    with pytest.raises(Faulty, match="cannot be assumed"):
        verdict("2x = x + x", assume=assume)


def test_a_mistake_must_be_refuted():
    def of(tex):
        return judge(read(Text.written(tex), Model.empty()), Model.empty(), role="mistake").kind

    assert of("1 + 1 = 3") == "mistake"
    assert of("1 + 1 = 2") == "proved"


def test_a_constraint_that_contradicts_itself_is_refuted():
    formula = read(Text.written("1 = 2"), Model.empty())
    assert judge(formula, Model.empty(), role="given").kind == "refuted"


@pytest.mark.parametrize(
    "tex", [r"9^{9^{9^9}} > 1", r"(10^{100})! > 1", r"\binom{10^9}{5 \cdot 10^8} > 1", r"2^{3^{4^{5^6}}} = 1"]
)
def test_bombs_end_and_are_not_proved_by_hanging(verdict, tex):
    assert verdict(tex).kind in {"undecided", "proved", "refuted"}


def test_schematic_formulas_keep_their_tree():
    formula = read(Text.written(r"1 + 2 + \dots + 9 = 45"), Model.empty())
    assert isinstance(formula, Formula)
    assert judge(formula, Model.empty()).kind == "schematic"


def test_a_component_that_cannot_be_understood_is_no_crash(verdict):
    assert verdict(r"\nabla L = \left(\frac{\partial L}{\partial z}, \dots\right)", L).kind == "undecided"
