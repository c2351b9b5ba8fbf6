"""What the reader refuses: with which rule, under which characters, in which words."""

import pytest
from readings import MODEL, faults, refusal

from mathora.formula import Model, read, read_model
from mathora.lesson import Declaration, Faulty, ModelSource, Text


def test_a_derivative_by_d_over_dx_is_refused_where_d_is_a_variable():
    heads = [Declaration(head=Text.written(head)) for head in ("d", "x")]
    assert refusal(r"\frac{d}{dx} x^2", read_model(ModelSource(declarations=tuple(heads)))) == ("ambiguous", r"\frac")


def test_a_transpose_is_refused_where_t_is_a_variable():
    heads = (Declaration(head=Text.written("T")), Declaration(head=Text.written("A"), kind="matrix"))
    assert refusal("A^T", read_model(ModelSource(declarations=heads))) == ("ambiguous", "^")


def test_log_is_read_where_the_model_declares_it():
    heads = [Declaration(head=Text.written(r"\log(x)"), body=Text.written(r"\ln x"))]
    assert read(Text.written(r"\log(8)"), read_model(ModelSource(declarations=tuple(heads))))


SYNTAX = [
    ("x^23", "23"), ("x_12", "12"), ("x2", "2"), ("2 3", "3"), ("x^2^3", "^"), ("a + -b", "-"), (r"2 \cdot -3", "-"),
    ("{a + b}c", "{"), ("{x^2}^3", "{"), ("9{9^9}", "{"), (r"x^(a)", "("), ("(a, b", ""), ("(a]", "]"), ("|x", ""),
    ("x =", ""), ("= x", "="), ("x = 3.", "."), ("007", "007"), (r"\int x", r"\int"),
    (r"\int dx/x", "/"), (r"\int dx f(x)", "f"), (r"\int_0^1 f(x) + \int_0^1 g(x) dx", r"\int"),
    (r"\partial x", r"\partial"),
    (r"\int x \, dx \, dy", "d"), (r"\lim_{x} x", "}"), ("(x = 1) + 2", "("), (r"x + 1 (x \ne 1)", "("),
    (r"2 + \text{foo}", r"\text{foo}"), (r"x^2 \text{ foo } x", r"\text{ foo }"), (r"\sum_{2}^3 x", r"\sum"),
    (r"\begin{aligned} x &= 1 \\ &+ 2 \end{aligned}", "+"), (r"\begin{aligned} x &= 1 \end{cases}", r"\end{cases}"),
    (r"\left[ x^2 \right]_{x=1}", "["), (r"\left. x \right|", ""), ("_", "_"), ("}", "}"), ("", ""), ("x!_2", "_"),
]  # fmt: skip


@pytest.mark.parametrize(("tex", "caret"), SYNTAX)
def test_what_is_no_formula_is_refused_where_it_stops_being_one(tex, caret):
    assert refusal(tex) == ("syntax", caret)


def test_a_mark_between_the_digits_of_a_number_is_told_with_the_number_to_write():
    assert [fault.hint for fault in faults("1_000 + x")] == ["write the number without it, as in 1000000"]


@pytest.mark.parametrize(("tex", "number"), [("010", "10"), ("00.5", "0.5"), ("000", "0"), ("0{,}100", "100")])
def test_of_a_number_with_a_leading_zero_the_plain_one_is_told(tex, number):
    (fault,) = faults(tex)
    assert f"write {number};" in fault.hint


RULES = [
    ("z^2 + foo", "unknown-name", "o"),
    (r"\operatorname{eval}(x) = 1", "unknown-name", r"\operatorname{eval}"),
    ("u' + 1", "unknown-name", "u"),
    (r"\alhpa = 3", "unknown-command", r"\alhpa"),
    (r"\begin{foo} 1 \end{foo}", "unknown-command", r"\begin{foo}"),
    (r"\input{secrets}", "unknown-command", r"\input"),
    ("x ≤ 3", "unknown-character", "≤"),
    ("L(1)", "arity", "("),
    ("V(1, 2)", "arity", "("),
    (r"\nabla L(1)", "arity", "("),
    ("x'", "not-a-function", "x"),
    ("L'", "not-a-function", "L"),
    (r"\frac{\partial^2 L}{\partial w_1}", "derivative-order", r"\frac"),
    (r"\frac{d^{99} f}{dx^{99}}", "derivative-order", "{"),
    (r"\begin{bmatrix} 1 & 2 \\ 3 \end{bmatrix}", "shape", r"\begin{bmatrix}"),
    (r"\begin{array}{c|c|c} 1 & 2 & 3 \end{array}", "syntax", "}"),
    (r"\begin{array}{ccc|c} 1 & 2 & 3 \end{array}", "shape", r"\begin{array}"),
    (r"V(\answer)", "placeholder", r"\answer"),
    ("9" * 51, "too-long", "9"),
    ("x" * 5000, "too-long", "x"),
    ("((" * 50, "too-deep", "("),
]


@pytest.mark.parametrize(("tex", "rule", "caret"), RULES)
def test_a_fault_has_its_rule_and_its_caret(tex, rule, caret):
    assert refusal(tex) == (rule, caret)


def test_all_unknown_names_are_reported_together_each_once():
    assert [(fault.rule, fault.place.column) for fault in faults("p + q + p + m")] == [
        ("unknown-name", 1), ("unknown-name", 5), ("unknown-name", 13),
    ]  # fmt: skip


@pytest.mark.parametrize(("tex", "places"), [("1 + true", [(5, 4)]), ("x + yz", [(1, 1), (5, 1), (6, 1)])])
def test_an_unknown_word_is_told_once_and_as_a_word(tex, places):
    assert [(fault.place.column, fault.length) for fault in faults(tex, Model.empty())] == places


def test_a_fault_of_syntax_does_not_hide_the_unknown_names_before_it():
    assert [fault.rule for fault in faults("q + x^12")] == ["unknown-name", "syntax"]


@pytest.mark.parametrize(
    ("tex", "hint"),
    [
        ("v(1)", "did you mean 'V'?"),
        (r"\hat{y}_1 + 1", r"did you mean '\hat{y}'?"),
        ("q + 1", "declare q in the model"),
        (r"\siin x", r"did you mean \sin?"),
        ("x ≤ 3", r"write \le"),
        ("β + 1", r"write \beta"),
        ("x²", "write ^2"),
        ("a₁", "write _1"),
        ("½", r"write \frac{1}{2}"),
        ("⁻¹", "write ^{-1}"),
        ("²³", "write ^{23}"),
        ("⅟", "formulas are written in LaTeX, with plain ASCII characters"),
        (r"\begin{aligned} 1 &= 1 && \end{aligned}", r"write && \text{divide by } 2, or leave && out"),
        (r"\begin{aligned} 1 &= 1 & \\ 2 &= 2 \end{aligned}", r"write && \text{divide by } 2, or leave && out"),
        ("𝑥", "write x"),
        ("（x)", "write ("),
        ("é", "formulas are written in LaTeX, with plain ASCII characters"),
        ("x^23", "write ^{23}"),
        (r"1\overline{6}", r"write 0.1\overline{6} for 0.1666…"),
        ("L'", r"write \frac{\partial L}{\partial …}"),
    ],
)
def test_a_fault_says_how_to_mend_it(tex, hint):
    assert faults(tex)[0].hint == hint


def test_places_are_those_of_the_script():
    text = Text.written("a +\n  q", "lesson.yaml", line=7, column=12)
    with pytest.raises(Faulty) as faulty:
        read(text, MODEL)
    place = faulty.value.faults[0].place
    assert (place.file, place.line, place.column) == ("lesson.yaml", 8, 3)


FRESH = [
    ("q = 3", True), (r"\text{loss} = x + 1", True), (r"q_{\text{new}} = x", True), ("q := x", True),
    ("p(u) := u + 1", True),
    ("f_0 \\colon S \\to S", True), ("q = q + 1", False), ("p(u) = u + 1", False), ("x = q", False), ("q < 3", False),
    (r"q \leftarrow 3", False), ("1 + q = 3", False),
]  # fmt: skip


@pytest.mark.parametrize(("tex", "allowed"), FRESH)
def test_only_the_fresh_left_side_of_a_definition_needs_no_declaration(tex, allowed):
    if allowed:
        assert read(Text.written(tex), MODEL)
    else:
        assert {fault.rule for fault in faults(tex)} == {"unknown-name"}


def test_nothing_is_known_without_a_model_but_constants_and_functions():
    assert read(Text.written(r"\sin \pi + e^2"), Model.empty())
    assert refusal("x", Model.empty()) == ("unknown-name", "x")
