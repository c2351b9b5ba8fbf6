"""Points are exact, plain, in the domain, and always the same."""

import sympy

from mathora.prove.goal.domain import Domain, _completed, points

x, y = sympy.symbols("x y", real=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)


def test_the_first_points_are_the_plainest():
    found = list(points((x, y), Domain(), most=3))
    assert found[0] == {x: 1, y: 0}
    assert found[1] == {x: 0, y: 1}


def test_no_point_is_outside_of_the_domain():
    domain = Domain((x > 0, x < 3, sympy.Ne(x, 1)))
    found = [point[x] for point in points((x,), domain, most=20)]
    assert found
    assert all(0 < one < 3 and one != 1 for one in found)


def test_an_interval_without_plain_numbers_has_points_too():
    found = list(points((x,), Domain((x > sympy.Rational(71, 100), x < sympy.Rational(72, 100))), most=5))
    assert found
    assert all(one[x].is_Rational for one in found)


def test_a_domain_that_leaves_no_number_is_empty_and_one_with_a_single_number_is_not():
    assert Domain((x > 2, x < 1)).is_empty
    assert Domain((x > 2, x < 2)).is_empty
    assert Domain((x > 5,), (x**2 - 4,)).is_empty
    assert Domain((), (n + 3,)).is_empty
    assert not Domain((x >= 2, x <= 2)).is_empty
    assert not Domain((x > 1,), (x**2 - 4,)).is_empty
    assert not Domain((x > 5,), (x - y,)).is_empty


def test_whole_numbers_stay_whole():
    assert all(point[n].is_integer and point[n] >= 0 for point in points((n,), Domain(), most=20))


def test_a_constraint_ties_the_last_symbol_to_the_others():
    domain = Domain((), (x**2 + y**2 - 25,))
    found = list(points((x, y), domain, most=6))
    assert found
    assert all(sympy.simplify(point[x] ** 2 + point[y] ** 2) == 25 for point in found)


def test_points_come_in_the_same_order_every_time():
    assert list(points((x, y), Domain(), most=20)) == list(points((x, y), Domain(), most=20))


def test_an_empty_domain_has_no_points():
    assert not list(points((x,), Domain((x > 1, x < 0)), most=5))


def test_a_solution_whose_cases_have_no_value_at_a_point_gives_none():
    tied = {y: (sympy.Piecewise((1, 1 / x > 0), (0, True)),)}
    assert list(_completed({x: sympy.Integer(0)}, tied)) == []
    assert list(_completed({x: sympy.Integer(2)}, tied)) == [{x: 2, y: 1}]


def test_a_constraint_of_an_unknown_limit_has_no_points():
    """The factors of what SymPy takes for no number could not be asked for, and the prover ended with that."""
    unknown = sympy.Limit(sympy.Function("a")(n), n, sympy.oo, "-")
    assert not list(points((x,), Domain((), (x - unknown,)), most=6))
