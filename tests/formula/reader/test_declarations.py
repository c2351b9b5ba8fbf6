"""The model: what an author declares becomes names with bodies, domains and ranges, or all of its faults at once."""

import pytest
from outline import outline

from mathora.formula import Model, Range, read, read_model, write_latex
from mathora.lesson import Declaration, Faulty, ModelSource, Text


def declare(head, body=None, *domain, line=1, **fields):
    if "unit" in fields:
        fields["unit"] = Text.written(fields["unit"])
    return Declaration(
        head=Text.written(head, "lesson.yaml", line),
        body=Text.written(body, "lesson.yaml", line, 20) if body else None,
        domain=tuple(Text.written(one, "lesson.yaml", line, 40) for one in domain),
        **fields,
    )


def model(*declarations):
    return read_model(ModelSource(declarations=declarations))


def faults(*declarations):
    with pytest.raises(Faulty) as faulty:
        model(*declarations)
    return [(fault.rule, fault.place.line) for fault in faulty.value.faults]


def shown(found):
    ends = [write_latex(end) if end else "" for end in (found.low, found.high)]
    return ("(" if found.low_open else "[") + ",".join(ends) + (")" if found.high_open else "]")


def test_a_function_has_parameters_and_a_body_and_its_parameters_are_variables():
    names = model(declare("L(w_1, w_2)", "w_1^2 + 3w_2^2")).names
    assert list(names) == ["L", "w_1", "w_2"]
    assert [write_latex(one) for one in names["L"].parameters] == ["w_1", "w_2"]
    assert outline(names["L"].body) == "((w_1 ^ 2) + (3 * (w_2 ^ 2)))"
    assert (names["L"].function, names["w_1"].function) == (True, False)
    assert (names["L"].implicit, names["w_1"].implicit) == (False, True)


def test_the_empty_model_knows_nothing():
    assert read_model(ModelSource()) == Model.empty()
    assert "x" not in Model.empty()


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("x", "x"), ("w_{1}", "w_1"), (r"\hat y", r"\hat{y}"), (r"\eta", r"\eta"), (r"\mathbf{v}", r"\mathbf{v}"),
        ("x^*", "x^*"),
        ("x'", "x'"), (r"\Delta x", r"\Delta x"), (r"\Delta \text{loss}", r"\Delta\text{loss}"),
        (r"\text{MSE}", r"\text{MSE}"), ("w^{(k)}", "w^{(k)}"), ("e", "e"), (r"\pi", r"\pi"),
        (r"w_{\text{new}}", r"w_{\text{new}}"), (r"\log(x)", r"\log"),
        (r"\operatorname{ReLU}(x)", r"\operatorname{ReLU}"),
    ],
)  # fmt: skip
def test_a_head_declares_the_name_that_a_formula_uses(head, key):
    assert key in model(declare(head))


@pytest.mark.parametrize(
    ("domain", "key", "interval"),
    [
        (r"0 \le x \le 3", "x", "[0,3]"), ("0 < x < 3", "x", "(0,3)"), (r"x \ge 1", "x", "[1,]"),
        ("3 > x", "x", "[,3)"),
        (r"x \in [0, 3)", "x", "[0,3)"), (r"x \in (-\infty, 2]", "x", "(,2]"), (r"0 \le x < 2\pi", "x", r"[0,2\pi)"),
        (r"-\frac12 \le x", "x", r"[-\frac{1}{2},]"),
    ],
)  # fmt: skip
def test_a_domain_is_kept_as_relations_and_as_an_exact_interval(domain, key, interval):
    name = model(declare("V(x)", "x^2", domain)).names["V"]
    assert len(name.domain) == 1
    assert shown(name.range_of(key)) == interval


def test_a_domain_that_is_no_interval_is_kept_as_a_relation_only():
    name = model(declare("f(x)", r"\frac{1}{x}", r"x \ne 0")).names["f"]
    assert outline(name.domain[0]) == "(x ne 0)"
    assert name.ranges == ()


def test_several_domains_narrow_each_other_and_name_several_variables():
    name = model(declare("L(a, b)", "ab", "a > 0", "a < 2", r"a, b \ge -1")).names["L"]
    assert {key: shown(found) for key, found in name.ranges} == {"a": "[-1,2)", "b": "[-1,]"}


@pytest.mark.parametrize("domain", [r"a > 0 \land x \ge 0", r"(a > 0) \land (x \ge 0)", r"a > 0 \text{ and } x \ge 0"])
def test_what_a_domain_states_at_once_is_a_list(domain):
    both = model(declare("f(x, a)", r"\sqrt{a x}", domain))
    apart = model(declare("f(x, a)", r"\sqrt{a x}", "a > 0", r"x \ge 0"))
    assert [*map(outline, both.names["f"].domain)] == [*map(outline, apart.names["f"].domain)]
    assert {key: shown(found) for key, found in both.names["f"].ranges} == {"a": "(0,]", "x": "[0,]"}
    assert [*map(outline, both.names["a"].domain)] == [*map(outline, apart.names["a"].domain)]


@pytest.mark.parametrize("domain", [r"x < 0 \lor x > 1", r"x \le 1 \Rightarrow x < 0"])
def test_of_what_need_not_all_hold_nothing_is_taken_alone(domain):
    name = model(declare("f(x)", "x", domain)).names["f"]
    assert (len(name.domain), name.ranges) == (1, ())


def test_a_variable_of_one_function_has_its_domain_and_of_disagreeing_ones_none():
    one = model(declare("V(x)", "x", r"0 \le x \le 3"))
    assert one.names["x"].ranges == (
        ("x", Range(*[one.names["V"].range_of("x").low, one.names["V"].range_of("x").high])),
    )
    two = model(declare("V(x)", "x", r"0 \le x \le 3"), declare("f(x)", "x"))
    assert two.names["x"].domain == ()


def test_a_declared_variable_keeps_what_it_says_itself():
    names = model(declare("x", None, "x > 0", kind="integer"), declare("f(x)", "x")).names
    assert (names["x"].kind, names["x"].implicit, shown(names["x"].range_of("x"))) == ("integer", False, "(0,]")


def test_a_parameter_hides_a_function_of_the_same_name():
    names = model(declare("L(w_1)", "w_1(w_1 + 1)"), declare("w_1(t)", r"\cos t")).names
    assert outline(names["L"].body) == "(w_1 * <(w_1 + 1)>)"
    assert names["w_1"].function


def test_shapes_make_vectors_and_matrices():
    names = model(declare("v", shape=(2, 1)), declare("A", shape=(2, 3)), declare("x")).names
    assert [(name.kind, name.shape) for name in names.values()] == [
        ("vector", (2, 1)),
        ("matrix", (2, 3)),
        ("real", None),
    ]


@pytest.mark.parametrize("unit", ["cm", "m/s", r"\text{m}/\text{s}^2", r"\mathrm{kg}"])
def test_a_unit_is_read(unit):
    assert model(declare("v", unit=unit)).names["v"].unit is not None


def test_a_body_is_read_with_all_heads_whatever_their_order():
    names = model(declare("g(x)", "f(x + 1)"), declare("f(x)", "x^2")).names
    assert outline(names["g"].body) == "Application(f, (x + 1))"


FAULTS = [
    ([declare("L(w)", "w + z")], [("unknown-name", 1)]),
    ([declare("x"), declare("x", line=2)], [("duplicate-name", 2)]),
    ([declare("f(x, x)")], [("duplicate-name", 1)]),
    ([declare("a + b")], [("syntax", 1)]),
    ([declare("f(2)")], [("bad-head", 1)]),
    ([declare(r"\pi", "3")], [("bad-head", 1)]),
    ([declare("e", "2.7")], [("bad-head", 1)]),
    ([declare("")], [("syntax", 1)]),
    ([declare("f(x)", "x = 2")], [("bad-body", 1)]),
    ([declare("f(x)", "x", "x + 1")], [("bad-domain", 1)]),
    ([declare("f(x)", "x", "y > 1"), declare("y", line=2)], [("bad-domain", 1)]),
    ([declare("f(x)", "f(x - 1)")], [("circular-definition", 1)]),
    ([declare("a", "b", line=1), declare("b", "c", line=2), declare("c", "a", line=3)], [("circular-definition", 1)]),
    ([declare("f(x, y)", "x"), declare("a", "f(1)", line=2)], [("arity", 2)]),
    ([declare("v", unit=r"\text{foo}")], [("syntax", 1)]),
    ([declare("f(x)", "1/2x")], [("ambiguous", 1)]),
]


@pytest.mark.parametrize(("declarations", "expected"), FAULTS)
def test_a_model_with_a_fault_is_refused(declarations, expected):
    assert faults(*declarations) == expected


def test_all_faults_of_a_model_are_reported_together_where_they_stand():
    with pytest.raises(Faulty) as faulty:
        model(declare("f(x)", "x + q", "z > 1", line=3), declare("f", line=5), declare("g(x)", "x^12", line=7))
    found = [(fault.place.line, fault.place.column, fault.rule) for fault in faulty.value.faults]
    assert found == [(3, 24, "unknown-name"), (3, 40, "unknown-name"), (5, 1, "duplicate-name"), (7, 22, "syntax")]


def test_a_vector_has_the_components_that_its_shape_gives_it():
    known = model(declare("a"), declare("u", "(a, 2a)"))
    assert known.names["u"].shape == (2, 1)
    assert read(Text.written("u_1 + u_2"), known)
    with pytest.raises(Faulty):
        read(Text.written("u_3"), known)


def test_the_check_for_circles_lets_a_chain_of_definitions_pass():
    assert model(declare("a", "b"), declare("b", "c"), declare("c", "2"))


def test_the_model_and_its_formulas_are_one_language():
    known = model(declare("V(x)", r"x (6 - 2x)^2", r"0 \le x \le 3"))
    assert read(Text.written("V(x) = x(6-2x)^2"), known).tree.operands[1] == known.names["V"].body


def test_an_inverse_is_declared_by_its_function_alone():
    with pytest.raises(Faulty) as faulty:
        model(declare("f(x)", "2x"), declare("f^{-1}(x)", "x/2"))
    assert "declare the function alone" in faulty.value.faults[0].hint


def test_a_name_of_several_letters_is_told_as_a_word_which_a_formula_reads_with_its_index():
    with pytest.raises(Faulty) as faulty:
        model(declare("TP"))
    assert r"\text{TP}" in faulty.value.faults[0].hint
    known = model(declare(r"\text{SS}_{\text{res}}"), declare("x"))
    assert write_latex(read(Text.written(r"x = \text{SS}_{\text{res}}"), known).tree) == r"x = \text{SS}_{\text{res}}"


def test_a_member_of_a_family_of_matrices_has_its_shape_and_what_is_said_of_each():
    known = model(declare("A_k", None, r"A_k^\top = A_k", shape=(2, 2)), declare("k", kind="natural"))
    member = known.get("A_{k + 1}")
    assert member is not None
    assert (member.shape, write_latex(member.domain[0])) == ((2, 2), r"A_{k + 1}^\top = A_{k + 1}")
    assert known.get("B_1") is None
    assert known.get("A_{kk}") is None


def test_a_vector_that_is_not_0_has_a_positive_square():
    known = model(declare("v", None, r"v \ne 0", shape=(2, 1)))
    assert [write_latex(one) for one in known.names["v"].domain] == [r"v \cdot v > 0"]
