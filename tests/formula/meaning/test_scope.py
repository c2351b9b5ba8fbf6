"""A name means what binds it last; one key is one symbol; conditions come in their order, and only where they count."""

import pytest
import sympy
from meant import conditions, meaning, value
from sample_models import declaring

from mathora.formula.meaning.scope import Exists, Language, Mismatch, Scope, Untranslatable, is_matrix, unknown_function
from mathora.formula.tree.terms import Addition, Number, Symbol

LETS = {
    "x": {}, "n": {"kind": "natural"}, "y_1": {}, "y_2": {}, "y_i": {}, "p": {"kind": "positive"},
    "d": {"domain": ("d > 1", "d < 3")}, "c": "2x", "f(x)": "x + 1", "g(t)": {"domain": r"0 \le t \le 1"},
}  # fmt: skip
X, POSITIVE = sympy.Symbol("x", real=True), sympy.Symbol("q") > 0


def scope(**dependents):
    language = Language(lambda node, _: sympy.Symbol(repr(node)), lambda *_: None, lambda key, here: here.free(key))
    model = declaring({"x": {}, "p": {"kind": "positive"}, "z": {"kind": "complex"}, "v": "(x, p)"})
    return Scope(model, language, dependents)


def test_a_bound_name_hides_the_models_and_leaving_it_restores_that():
    here = scope()
    with here.bound(Symbol("x"), sympy.Integer(3)) as three:
        assert here.bound_value("x") == three
        with here.unbound():  # inside of a definition
            assert here.bound_value("x") is None
        with here.binding({"x": sympy.Integer(4)}):
            assert here.bound_value("x") == sympy.Integer(4)
        assert here.bound_value("x") == three
    assert here.bound_value("x") is None


def test_one_key_is_one_symbol_with_the_assumptions_of_its_kind():
    here = scope()
    assert here.free("x") is here.free("x")
    assert [here.free(key).is_positive for key in "xp"] == [None, True]
    assert here.free("z").is_real is None
    assert list(here.symbols) == ["x", "p", "z"]


@pytest.mark.parametrize(
    ("tex", "found"),
    [
        (r"\sum_{x=1}^{3} x", "6"),
        (r"\left(\sum_{x=1}^{3} x\right) + x", "x + 6"),
        ("f(3)", "4"),
        (r"\sum_{i=1}^{2} y_i", "y_1 + y_2"),
        ("c", "2*x"),
    ],
)
def test_a_letter_means_what_stands_around_it(tex, found):
    assert value(tex, LETS) == found


def test_what_hangs_on_a_letter_that_is_bound_here_is_refused():
    with pytest.raises(Untranslatable, match="make it a function of that name"):
        value(r"\sum_{x=1}^{3} c", LETS)


def test_definitions_may_not_go_on_for_ever():
    deep = {"x": {}} | {f"h_{{{one}}}(x)": f"h_{{{one + 1}}}(x)" for one in range(45)} | {"h_{45}(x)": "x"}
    with pytest.raises(Untranslatable, match="too deep"):
        value("h_{0}(x)", deep)


def test_the_domain_of_what_is_named_comes_once():
    assert [str(one) for one in meaning("d + d", LETS).domain] == ["d > 1", "d < 3"]
    assert meaning("x", LETS).domain == ()


def test_conditions_come_in_their_order_and_what_holds_by_itself_is_none():
    assert conditions(r"\frac{1}{x} + \ln x + \ln p + \frac{1}{x}", LETS) == ["Ne(x, 0)", "x > 0"]


def test_a_condition_counts_only_where_its_case_holds():
    here = scope()
    with here.only_where(X > 1):
        here.require(sympy.Ne(X, 2))
    assert here.conditions == (sympy.Or(X <= 1, sympy.Ne(X, 2)),)


def test_conditions_gathered_apart_are_carried_without_those_on_a_bound_letter():
    here = scope()
    with here.apart() as (asked, domain):
        here.require(X > 1)
        here.require(POSITIVE)
        here.confine(X < 5)
    assert here.conditions == ()
    here.carry_free(asked, domain, X)
    assert (here.conditions, here.domain) == ((POSITIVE,), ())


def test_what_has_to_exist_is_a_part_and_no_condition():
    here = scope()
    here.exist(X)
    assert (here.parts, here.conditions) == ((X,), ())
    assert Exists(X) != Exists(-X)


def test_a_number_is_no_vector_and_a_vector_of_one_is_a_number():
    here = scope()
    here._language = Language(lambda node, _: node, lambda *_: None, lambda *_: None)
    assert here.scalar(sympy.Matrix([[X]])) == X
    with pytest.raises(Mismatch):
        here.scalar(sympy.Matrix([1, 2]))
    with pytest.raises(Untranslatable):
        here.scalar(sympy.FiniteSet(1))
    assert is_matrix(sympy.Matrix([1]))
    assert not is_matrix(X)


def test_an_index_with_a_number_is_put_in():
    here = scope()
    here._language = Language(lambda _node, _: sympy.Integer(3), lambda *_: None, lambda *_: None)
    two_and_one = Symbol("y", subscript=Addition((Symbol("i"), Number("1")), ("+",)))
    with here.bound(Symbol("i"), sympy.Integer(2)):
        assert here.key(Symbol("y", subscript=Symbol("i"))) == "y_2"
        assert here.key(two_and_one) == "y_3"
    assert here.key(Symbol("y", subscript=Symbol("i"))) == "y_i"
    assert here.components("v") == ("x", "p")


def test_derivatives_of_an_unknown_function_commute():
    found = unknown_function("h", (0, 0))(X, POSITIVE.lhs)
    assert found.diff(X).diff(POSITIVE.lhs) == found.diff(POSITIVE.lhs).diff(X)
    assert found.diff(X) != found
    assert scope(y=("x",)).free("y").diff(X) != 0
