"""Each row of the table of functions is held against SymPy, however it is computed, at points that hypothesis finds."""

import json
import math
import subprocess
from fractions import Fraction

import numpy as np
import pytest
import sympy
from flint import arb, ctx, fmpq
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from mathora.formula import read, read_model, speak, write_latex
from mathora.formula import tree as t
from mathora.formula.meaning.code import computable, derivative, javascript_function, numpy_function
from mathora.formula.meaning.form import to_sympy
from mathora.formula.meaning.scope import Untranslatable
from mathora.formula.symbols.functions import (
    COMPUTED,
    CONTINUOUS,
    INVERTIBLE,
    SMOOTH,
    SYMBOLS,
    WORDS,
    AtReciprocal,
    Balls,
    Computed,
    Reciprocal,
    Uncomputed,
)
from mathora.formula.typeset.latex_source import write_tex
from mathora.formula.typeset.mathml import write_mathml
from mathora.formula.typeset.typst import write_typst
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove.balls.numbers import real
from mathora.prove.balls.values import truth, value
from tests.programs import NODE, needs_node

X = sympy.Symbol("x", real=True)


def model(kind):
    return read_model(ModelSource(declarations=(Declaration(head=Text.written("x"), kind=kind),)))


REAL = model(None)
MODELS = {"Gamma": model("positive")}
"""Γ has a meaning only where its argument is known to be positive."""

NUMERIC = [name for name, row in SYMBOLS.items() if not isinstance(row.values, Uncomputed) and name != "log"]
"""`log` without a base is refused; it is `ln` where a model says so."""
DRAWN = [name for name in NUMERIC if not isinstance(SYMBOLS[name].values, Balls)]
DERIVED = [name for name in DRAWN if SYMBOLS[name].derivative]

COMPUTED_OF_X = {
    name: getattr(sympy, name)(*{"polygamma": (1, X), "atan2": (X, 2), "binomial": (X, 3)}.get(name, (X,)))
    for name, row in COMPUTED.items()
    if isinstance(row, Computed | Reciprocal | AtReciprocal)
}
COMPUTED_OF_X |= {"Mod": sympy.Mod(X, 3), "power of a step": sympy.floor(X**2) ** 2 + X}
"""SymPy's functions with numbers for their values, those that formulas write with signs too."""

POINTS = st.fractions(-1, 1, max_denominator=40) | st.fractions(-9, 9, max_denominator=40)
SPARSE = settings(max_examples=12, suppress_health_check=[HealthCheck.filter_too_much])
"""For what asks more of a point than most points have."""


def meaning(tex, name=""):
    """The meaning of a formula in x, its symbol made real, and all that it asks of x."""
    found = to_sympy(read(Text.written(tex), MODELS.get(name, REAL)).tree, MODELS.get(name, REAL))
    change = dict.fromkeys(found.symbols.values(), X)
    return found.expression.xreplace(change), [one.xreplace(change) for one in found.conditions]


def applied(name):
    return meaning(rf"\{name}(x)", name)


def at(x):
    return {X: fmpq(x.numerator, x.denominator)}


def defined(conditions, x):
    return all(truth(condition, at(x)) for condition in conditions)


def of_sympy(expression, x):
    """SymPy's value to 60 digits; None where it is not a finite real number."""
    number = expression.subs(X, sympy.Rational(x.numerator, x.denominator)).evalf(60, maxn=400)
    return number if number.is_real and number.is_finite else None


def of_arrays(expression, *at):
    compute = numpy_function(computable(expression, (X,)), (X,))
    with np.errstate(all="ignore"):
        return np.broadcast_to(np.asarray(compute((np.array(at, dtype=float),)), dtype=float), len(at))


def jumps(name):
    """Whether neighbouring values are far apart somewhere, but for where they grow without end; and whether all are."""
    values = of_arrays(applied(name)[0], *np.linspace(-9, 9, 36_001))
    with np.errstate(invalid="ignore"):
        small = np.abs(values) < 5
        apart = np.abs(np.diff(values)) > 0.5
    return bool((apart & small[1:] & small[:-1]).any()), bool(np.isfinite(values).all())


@pytest.mark.parametrize("name", sorted(CONTINUOUS - {"log"}))
def test_what_is_continuous_does_not_jump_and_what_is_smooth_has_a_value_everywhere(name):
    jumped, everywhere = jumps(name)
    assert not jumped
    assert everywhere or name not in SMOOTH


def test_a_jump_is_seen_and_is_not_continuous():
    assert jumps("sgn")[0]
    assert not {"sgn", "arg"} & CONTINUOUS
    assert not {"sgn", "arccot", "tan", "ln", "max"} & SMOOTH


# ── reading, speaking, drawing ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", sorted(WORDS - {"log"}))
def test_both_spellings_are_read_and_one_is_written(name):
    command, operator = (
        read(Text.written(f"{head}(x)"), REAL).tree for head in (rf"\{name}", rf"\operatorname{{{name}}}")
    )
    assert command == operator == t.Application(t.FunctionName(name), None, (t.Symbol("x"),), "(")
    assert write_latex(command).startswith(SYMBOLS[name].latex or rf"\{name}")
    assert read(Text.written(write_latex(command)), REAL).tree == command


def test_each_function_has_words_of_its_own():
    words = {}
    for row in SYMBOLS.values():
        words.setdefault(row.spoken, set()).add((row.sympy, row.values))
    assert [spoken for spoken, rows in words.items() if len(rows) > 1] == []
    assert all(row.spoken.replace(" ", "").isalpha() for row in SYMBOLS.values())


@pytest.mark.parametrize("name", SYMBOLS)
def test_each_function_is_spoken_and_drawn_by_every_typesetter(name):
    row = SYMBOLS[name]
    node = t.Application(t.FunctionName(name), None, (t.Symbol("x"),), "(")
    drawn = row.drawn or name
    assert f"{row.spoken} of x" in speak(node)
    assert drawn.replace(" ", "\u00a0") in write_mathml(node, block=True)
    assert drawn in write_typst(node, lambda _: None)
    assert r"\operatorname{" in write_tex(node, lambda _: None) or len(drawn) == 1


# ── values ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NUMERIC)
@given(x=POINTS)
@example(x=Fraction(0))
@example(x=Fraction(1))
@example(x=Fraction(-1))
@settings(max_examples=12)
def test_a_value_is_there_where_the_row_says_so_and_balls_contain_it(name, x):
    assume(name != "Gamma" or x > 0)
    expression, conditions = applied(name)
    expected = of_sympy(expression, x)
    assert defined(conditions, x) == (expected is not None)
    if expected is not None:
        with ctx.workprec(192):
            found = real(value(expression, at(x)))
            assert found.overlaps(arb(str(expected)) + arb(0, "1e-55") * (1 + abs(arb(str(expected)))))
            assert found.rad() < 1e-40 * (1 + abs(found.mid()))


@pytest.mark.parametrize("name", DRAWN)
@given(xs=st.lists(POINTS, min_size=1, max_size=8))
@example(xs=[Fraction(0), Fraction(1), Fraction(-1)])
@settings(max_examples=8)
def test_arrays_have_sympys_values(name, xs):
    xs = [x for x in xs if name != "Gamma" or x > 0]
    expression, _ = applied(name)
    for x, found in zip(xs, of_arrays(expression, *map(float, xs)), strict=True):
        expected = of_sympy(expression, Fraction(float(x)))
        if expected is None:
            assert not math.isfinite(found), x
        else:
            assert found == pytest.approx(float(expected), rel=1e-11, abs=1e-14), x


@needs_node
@given(xs=st.lists(st.floats(-9, 9), min_size=1, max_size=60))
@example(xs=[0.0, 1.0, -1.0, 0.5, 5.5, -7.0, 30.0, 171.0, -30.5])
@settings(max_examples=5)
def test_javascript_has_the_arrays_values(xs):
    rows = {name: computable(applied(name)[0], (X,)) for name in DRAWN}
    rows |= {name: computable(expression, (X,)) for name, expression in COMPUTED_OF_X.items()}
    functions = ", ".join(javascript_function(expression, (X,)) for expression in rows.values())
    program = f"""const answer = v => Number.isFinite(v) ? v : null;
    console.log(JSON.stringify([{functions}].map(f => {json.dumps(xs)}.map(x => answer(f(x))))));"""
    done = subprocess.run([NODE, "-e", program], capture_output=True, text=True, check=True)
    for (name, expression), answers in zip(rows.items(), json.loads(done.stdout), strict=True):
        for x, answer, expected in zip(xs, answers, of_arrays(expression, *xs), strict=True):
            if answer is None or not math.isfinite(expected):
                assert (answer is None) == (not math.isfinite(expected)), (name, x, answer, expected)
            else:
                assert answer == pytest.approx(expected, rel=1e-11, abs=1e-14), (name, x)


# ── derivatives and inverses ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", DERIVED)
@given(x=POINTS)
@SPARSE
def test_the_derivative_is_sympys_and_the_slope_of_the_arrays(name, x):
    expression, conditions = applied(name)
    stated, needed = meaning(SYMBOLS[name].derivative)
    assume(defined([*conditions, *needed], x) and x != 0)
    slope = of_sympy(sympy.diff(expression, X), x)
    assume(slope is not None and abs(slope) < 50)
    assert abs(of_sympy(stated, x) - slope) < 1e-40 * (1 + abs(slope))
    step = 1e-5
    before, after = of_arrays(expression, float(x) - step, float(x) + step)
    if math.isfinite(before) and math.isfinite(after) and (before < after) == (slope > 0):  # no pole between
        assert (after - before) / (2 * step) == pytest.approx(float(slope), rel=1e-2, abs=1e-6)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, row in SYMBOLS.items()
        if name == "exp" or (row.inverse and row.family in {"circular", "hyperbolic"})
    ],
)
@given(y=POINTS)
@SPARSE
def test_the_inverse_undoes_the_function(name, y):
    inverse = SYMBOLS[name].inverse
    assert SYMBOLS[inverse].inverse == name
    expression, conditions = meaning(rf"\{name}(\{inverse}(x))")
    assume(defined(applied(inverse)[1], y) and defined(conditions, y))
    with ctx.workprec(192):
        assert real(value(expression, at(y))).overlaps(arb(at(y)[X]))
    if name in INVERTIBLE:
        assert meaning(rf"\{name}^{{-1}}(x)") == applied(inverse)


@pytest.mark.parametrize("name", sorted(set(COMPUTED_OF_X) - {"DiracDelta"}))
@given(x=st.floats(0.1, 0.9) | st.floats(1.1, 1.9))
@settings(max_examples=8)
def test_what_is_computed_has_a_slope_that_is_computed(name, x):
    expression = COMPUTED_OF_X[name]
    (slope,) = of_arrays(derivative(expression, X), x)
    before, after = of_arrays(expression, x - 1e-5, x + 1e-5)
    assert "=>" in javascript_function(computable(derivative(expression, X), (X,)), (X,))
    if math.isfinite(before) and math.isfinite(after):
        assert (after - before) / 2e-5 == pytest.approx(slope, rel=1e-3, abs=1e-5)


# ── what lacks numbers ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sympy_name", COMPUTED)
def test_a_row_with_numbers_names_what_sympy_has(sympy_name):
    assert hasattr(sympy, sympy_name) or sympy_name in {"LargePower", "LargeFactorial"}


def test_what_numpy_computes_javascript_computes_by_the_type_of_the_row():
    assert {"array", "javascript", "ball"} <= set(Computed._fields)
    assert not {"array", "javascript"} & set(Balls._fields)


@pytest.mark.parametrize("tex", [r"\gcd(x, 2 x)", r"\tan(x, 1)", r"\sin(x, 1)", r"\dim(x)"])
def test_what_has_no_meaning_is_refused(tex):
    with pytest.raises(Untranslatable):
        meaning(tex)


@pytest.mark.parametrize("name", ["tr", "trace", "Tr"])
def test_another_spelling_means_the_same(name):
    matrix = r"\begin{bmatrix} 1 & 2 \\ 3 & x \end{bmatrix}"
    assert meaning(rf"\operatorname{{{name}}}({matrix})") == meaning("1 + x")
    assert meaning(r"\operatorname{diag}(1, x)")[0] == sympy.ImmutableMatrix([[1, 0], [0, X]])
