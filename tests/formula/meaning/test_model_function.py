"""The model's functions as numbers, derivatives, arrays and JavaScript, from one body."""

import pickle
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula import UncomputableError, model_field, model_function, number, read, read_model
from mathora.lesson import Declaration, Faulty, ModelSource, Text


def declared(*declarations):
    """A model from (head, body, domains…)."""
    return read_model(
        ModelSource(
            declarations=tuple(
                Declaration(
                    head=Text.written(head),
                    body=Text.written(body) if body else None,
                    domain=tuple(map(Text.written, domains)),
                )
                for head, body, *domains in declarations
            )
        )
    )


MODEL = declared(
    ("V(x)", "x (6 - 2x)^2", r"0 \le x \le 3"),
    ("L(w_1, w_2)", "w_1^2 + 3 w_2^2"),
    ("g(x)", "V'(x)"),
    ("s(u)", r"e^{-u} \sin(3u) + \sqrt{u^2 + 1}"),
    ("r(v)", r"\max(0, v) + |v - 1|"),
    ("q(x)", "c x"),
    ("c", ""),
    ("t", "(-6 w_2, 2 w_1)"),
    ("m", r"\frac{w_1}{w_2}"),
    ("h(z)", r"\frac{1}{z}", "z > 0"),
)
POINT = st.floats(-2, 2, allow_subnormal=False)


def test_reading_formulas_does_not_load_what_computes():
    program = "import sys, mathora.formula; print(sorted({'sympy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_function_has_its_declared_variables_and_values():
    assert model_function(MODEL, "L").variables == ("w_1", "w_2")
    assert model_function(MODEL, "V").value(0.35) == pytest.approx(9.8315)


def test_arrays_broadcast():
    values = model_function(MODEL, "L").value(np.linspace(0, 1, 5)[:, None], np.linspace(0, 1, 3))
    assert values.shape == (5, 3)
    assert values[4, 2] == 4


@given(POINT)
@pytest.mark.parametrize("key", ["V", "s"])
def test_a_derivative_is_the_limit_of_differences(key, x):
    function, step = model_function(MODEL, key), 1e-5
    difference = (function.value(x + step) - function.value(x - step)) / (2 * step)
    (variable,) = function.variables
    assert function.partial(variable).value(x) == pytest.approx(difference, rel=1e-4, abs=1e-4)


def test_the_check_above_sees_a_wrong_derivative():
    volume = model_function(MODEL, "V")
    difference = (volume.value(1.5) - volume.value(1.4)) / 0.1
    assert volume.partial("x").partial("x").value(1.45) != pytest.approx(difference, rel=1e-2)


@given(POINT, POINT)
def test_the_gradient_is_all_partials(w_1, w_2):
    gradient = model_function(MODEL, "L").gradient({"w_2": w_2, "w_1": w_1})
    assert np.allclose(gradient, [2 * w_1, 6 * w_2])


def test_a_function_may_be_defined_by_a_derivative():
    assert model_function(MODEL, "g").value(0.35) == pytest.approx(20.67)


def test_a_name_without_parameters_is_a_function_of_what_it_names():
    ratio = model_function(MODEL, "m")
    assert ratio.variables == ("w_1", "w_2")
    assert ratio.value(1, 4) == 0.25


def test_undefined_values_are_not_numbers():
    assert not np.isfinite(model_function(MODEL, "h").value(0))


def test_a_power_of_what_has_no_value_has_none():
    """NumPy says that inf^0, nan^0 and 1^inf are 1."""
    powers = declared(("a(n)", r"(1 + \frac{1}{n})^n"), ("b(n, m)", r"n^{\frac{1}{m}}"), ("c(n, m)", r"(\ln n)^m"))
    assert np.isnan(model_function(powers, "a").value(np.array([0.0, -1.0, 1.0]))).tolist() == [True, False, False]
    assert np.isnan(model_function(powers, "b").value(np.array([1.0, 1.0]), np.array([0.0, 3.0]))).tolist() == [
        True,
        False,
    ]
    assert np.isnan(model_function(powers, "c").value(np.array([-1.0, 2.0]), np.array([0.0, 0.0]))).tolist() == [
        True,
        False,
    ]


def test_domains_are_those_of_the_model():
    assert model_function(MODEL, "V").domain("x") == (0, 3)
    assert model_function(MODEL, "h").domain("z") == (0, np.inf)
    assert model_function(MODEL, "L").domain("w_1") is None


def test_javascript_takes_the_variables_in_their_order():
    assert model_function(MODEL, "L").partial("w_2").javascript() == "(x0, x1) => 6*x1"


def test_a_function_survives_the_way_to_a_worker():
    volume = model_function(MODEL, "V").partial("x")
    volume.value(1)
    assert pickle.loads(pickle.dumps(volume)).value(1) == 0  # noqa: S301 - our own bytes


@pytest.mark.parametrize("key", ["q", "t"])
def test_what_has_no_numbers_is_refused_at_once(key):
    with pytest.raises(UncomputableError):
        model_function(MODEL, key)


@pytest.mark.parametrize("key", ["c", "Z"])
def test_what_is_not_defined_is_no_function(key):
    with pytest.raises(LookupError):
        model_function(MODEL, key)


def test_a_partial_is_made_once():
    loss = model_function(MODEL, "L")
    assert loss.partial("w_1") is loss.partial("w_1")


def test_a_partial_by_another_variable_is_refused():
    with pytest.raises(LookupError, match="w_1, w_2"):
        model_function(MODEL, "L").partial("x")


@pytest.mark.parametrize(
    ("tex", "value"),
    [("0.35", Fraction(7, 20)), (r"\frac{1}{3}", Fraction(1, 3)), ("-2", -2), ("V(1)", 16), (r"\sqrt{2}", 2**0.5)],
)
def test_numbers_are_exact_where_they_can_be(tex, value):
    found = number(Text.written(tex), MODEL)
    assert found == value
    assert isinstance(found, float if tex == r"\sqrt{2}" else Fraction)


@pytest.mark.parametrize("tex", ["c", r"\frac{1}{0}", "(1, 2)", "9^{9^9}", "w_1"])
def test_what_is_no_number_is_an_authors_fault(tex):
    with pytest.raises(Faulty) as caught:
        number(Text.written(tex, "lesson.yaml", 3, 5), MODEL)
    (fault,) = caught.value.faults
    assert (fault.rule, fault.place.line, fault.place.column) == ("not-a-number", 3, 5)


@pytest.mark.parametrize(
    "body", [r"u^2 + \operatorname{erf}(v)", r"\operatorname{sech}(u v)", r"\binom{u + 4}{2} + v", "u! + v"]
)
def test_what_a_scene_can_draw_a_page_can_move_with_its_gradient(body):
    model = read_model(ModelSource(declarations=(Declaration(head=Text.written("L(u, v)"), body=Text.written(body)),)))
    function = model_function(model, "L")
    for one in (function, function.partial("u"), function.partial("v")):
        assert one.javascript().startswith("(x0, x1) => ")
        assert np.isfinite(one.value(0.5, 0.25))


@pytest.mark.parametrize(("tex", "at"), [(r"\nabla L", (2, 6)), (r"-\nabla L", (-2, -6)), ("(-6 w_2, 2 w_1)", (-6, 2))])
def test_a_vector_of_the_model_is_computed_at_each_place(tex, at):
    field = model_field(read(Text.written(tex), MODEL).tree, MODEL, ("w_1", "w_2"))
    assert field.at([1.0, 1.0]) == pytest.approx(at)
    assert field.at([0.5, 1.0])[1] == pytest.approx(at[1] if "nabla" in tex else at[1] / 2)


@pytest.mark.parametrize(
    ("tex", "said"), [("w_1", "no vector of 2"), ("(w_1, 2, 3)", "no vector of 2"), ("(x, 1)", "x")]
)
def test_what_is_no_vector_of_these_variables_is_refused(tex, said):
    with pytest.raises(UncomputableError, match=said):
        model_field(read(Text.written(tex), MODEL).tree, MODEL, ("w_1", "w_2"))


def test_what_cannot_be_computed_is_named_as_an_author_would():
    body = Declaration(head=Text.written("F(x)"), body=Text.written(r"\int_0^x e^{-t^2} \, dt"))
    with pytest.raises(UncomputableError, match="its integral has no value that can be computed"):
        model_function(read_model(ModelSource(declarations=(body,))), "F")


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        (r"1 & \sin t > 0 \\ -1 & \sin t < 0 \\ 0 & \sin t = 0", [1, -1, 0]),
        (r"1 & \sin t \ge 0 \\ -1 & \sin t \le 0", None),
        (r"1 & \sin t > 0 \\ -1 & \cos t < 0", None),
        (r"1 & \sin t > 0 \\ -1 & \sin t < 0.5", None),
    ],
)
def test_cases_of_a_wave_are_apart_where_its_value_is_or_it_is_not_known(cases, expected):
    body = Text.written(rf"\begin{{cases}} {cases} \end{{cases}}")
    model = read_model(ModelSource(declarations=(Declaration(head=Text.written("q(t)"), body=body),)))
    if expected is None:
        with pytest.raises(UncomputableError, match="whether they overlap"):
            model_function(model, "q")
    else:
        assert model_function(model, "q").value([1.0, 4.0, 0.0]).tolist() == expected


def test_a_variable_that_is_to_choose_among_data_is_told():
    data = Declaration(head=Text.written("z_k"))
    body = Declaration(head=Text.written("p(k)"), body=Text.written("e^{z_k}"))
    with pytest.raises(UncomputableError, match="its index does not choose among data; write z_1, z_2"):
        model_function(read_model(ModelSource(declarations=(data, body))), "p")


@pytest.mark.parametrize(
    ("domain", "inside", "outside"),
    [
        (r"x + y \ge 1", (1, 0), (0, 0.5)),
        ("x^2 + y^2 < 4", (1, 1), (2, 0)),
        (r"0 \le x \le y \le 2", (1, 2), (2, 1)),
        (r"|x - y| \le 3", (3, 5), (3.1, 0)),
        (r"x \ne y", (1, 2), (2, 2)),
    ],
)
def test_a_function_has_no_value_where_its_domain_joins_variables_and_does_not_hold(domain, inside, outside):
    function = model_function(declared(("f(x, y)", "x + y", domain)), "f")
    assert function.value(*inside) == sum(inside)
    assert np.isnan(function.value(*outside))
    assert np.isnan(function.partial("x").value(*outside))
    assert "NaN" in function.javascript()


@pytest.mark.parametrize("domain", [r"x \ge 1", r"0 \le x \le 1", "a > x", r"x \in [0, 1]"])
def test_an_interval_of_one_variable_and_what_others_are_leave_values_as_they_are(domain):
    function = model_function(declared(("a", ""), ("f(x, y)", "x + y", domain)), "f")
    assert function.value(-5, 0) == -5
