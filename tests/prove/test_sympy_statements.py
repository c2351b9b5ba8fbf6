"""SymPy's own tests as true statements: most are proved, and none that is true in general is refuted."""

import time
from collections import Counter

import pytest
import sympy

from mathora.prove.goal.goal import Goal, Outcome
from mathora.prove.judge.decide import decide
from mathora.prove.verdict import Witness
from tests.prove.sympy_statements import READINGS, Statement, TooLongError, at_most, statements

PROVED_SHARE = 0.9
SECONDS = 2.0
"""CPU time for one statement; past it, it is undecided."""

NO_IDENTITIES = {
    ("test_powsimp.test_powsimp_polar", "p**x*q**x"): "of polar numbers, which a point of the plane is not",
    ("test_combsimp.test_combsimp", "binomial(n, -k + n)"): "symmetry, which SymPy's convention gives up at n < 0",
    ("test_radsimp.test_radsimp", "sqrt(x)/y**(3/2)"): "sqrt(y**3) is not y**(3/2) at y < 0 (principal values)",
}
"""What SymPy's tests state that is not true in general, by SymPy's own numbers, and why."""


def outcome(one):
    symbols = tuple(sorted((one.left - one.right).free_symbols, key=str))
    try:
        with at_most(SECONDS):
            return decide(Goal(one.left, "=", one.right, symbols=symbols))
    except (TooLongError, Exception):  # noqa: BLE001 - the worker calls this undecided
        return None


def really_differ(one, witness):
    """Whether SymPy's own numbers say so too."""
    symbols = {symbol.name: symbol for symbol in (one.left - one.right).free_symbols}
    point = {symbols[name]: sympy.Rational(value) for name, value in witness.at if name in symbols}
    return bool(abs(sympy.N((one.left - one.right).subs(point), 30)) > 1e-9)


def runs_backwards(one, witness):
    """Whether a sum or product has no term at the witness: 0 or 1 here, another value in SymPy (Karr's convention)."""
    if witness is None:
        return False
    names = {symbol.name: symbol for symbol in (one.left - one.right).free_symbols}
    point = {names[name]: sympy.Rational(value) for name, value in witness.at if name in names}
    ranges = [limit for part in one.left.atoms(sympy.Sum, sympy.Product) for limit in part.limits]
    return any((high - low).subs(point).is_negative for _, low, high in ranges)


def kind(one, found):
    """`proved`, `undecided`, `empty sum`, `no identity` (listed, and false by SymPy's own numbers), or `refuted`."""
    if found is None:
        return "undecided"
    if found.proved:
        return "proved"
    if runs_backwards(one, found.witness):
        return "empty sum"
    listed = (one.origin, str(one.left)) in NO_IDENTITIES
    return "no identity" if listed and really_differ(one, found.witness) else "refuted"


QUICK = [module for module in READINGS if module.endswith(("test_ratsimp", "combsimp", "gammasimp"))]
"""Of SymPy's modules those that take a second or two."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("modules", "least"),
    [pytest.param(QUICK, 50, id="quick"), pytest.param([*READINGS], 500, id="all", marks=pytest.mark.long)],
)
def test_sympys_own_identities(modules, least):
    counted, refuted = Counter(), []
    for one in statements(modules):
        found = kind(one, outcome(one))
        counted[found] += 1
        if found == "refuted":
            refuted.append((one.origin, one.left, one.right))
    asked = counted["proved"] + counted["undecided"]
    share = counted["proved"] / asked
    report = f"{counted['proved']} of {asked} identities of SymPy's tests proved ({share:.1%}); {dict(counted)}"
    print(report)  # noqa: T201 - the share is reported
    assert not refuted, report
    assert asked > least, report
    assert share >= PROVED_SHARE, report


x = sympy.Symbol("x")
NOT_TRUE = Statement("planted", x + 1, x)
AT_ONE = Outcome(proved=False, method="planted", witness=Witness((("x", "1"),), "2", "1", "="))


def test_a_false_statement_that_is_not_listed_counts_as_refuted():
    assert kind(NOT_TRUE, outcome(NOT_TRUE)) == "refuted"


def test_a_listed_statement_that_sympys_numbers_hold_true_counts_as_refuted(monkeypatch):
    monkeypatch.setitem(NO_IDENTITIES, ("planted", "x + 1"), "planted")
    assert kind(NOT_TRUE, AT_ONE) == "no identity"
    monkeypatch.setitem(NO_IDENTITIES, ("planted", "x"), "planted")
    assert kind(Statement("planted", x, x), AT_ONE) == "refuted"


def stubborn():
    while True:
        try:
            time.process_time()
        except Exception:  # noqa: BLE001, S112 - what SymPy's algorithms do
            continue


def test_what_takes_too_long_is_ended_whatever_it_catches():
    with pytest.raises(TooLongError), at_most(0.05):
        stubborn()
