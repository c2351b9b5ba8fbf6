"""True statements from SymPy's own tests: what its simplifiers, limits and sums are tested with.

SymPy's test modules are run with their functions wrapped: each call that a passing test makes is recorded as
"argument = result". Each test, and each statement afterwards, has a bound in CPU time, so that a machine's load
changes nothing.
"""

from __future__ import annotations

import importlib
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sympy

SIMPLIFIERS = {
    "sympy.simplify.tests.test_trigsimp": ("trigsimp", "exptrigsimp"),
    "sympy.simplify.tests.test_simplify": ("simplify", "logcombine"),
    "sympy.simplify.tests.test_powsimp": ("powsimp",),
    "sympy.simplify.tests.test_radsimp": ("radsimp",),
    "sympy.simplify.tests.test_ratsimp": ("ratsimp",),
    "sympy.simplify.tests.test_combsimp": ("combsimp",),
    "sympy.simplify.tests.test_gammasimp": ("gammasimp",),
    "sympy.simplify.tests.test_sqrtdenest": ("sqrtdenest",),
    "sympy.simplify.tests.test_fu": (
        "fu",
        "TR1",
        "TR2",
        "TR3",
        "TR5",
        "TR6",
        "TR7",
        "TR8",
        "TR9",
        "TR10",
        "TR11",
        "TR12",
    ),
}
LIMITS = ("sympy.series.tests.test_limits", "sympy.series.tests.test_demidovich")
SUMS = ("sympy.concrete.tests.test_sums_products",)
SLOW = (
    "test_issue_",
    "test_simplify_kron",
    "test_nsimplify",
    "test_trigsimp_groebner",
    "test_factorial",
    "test_geometric_sums",
    "test_is_convergent",
    "test_summation_by_residues",
)
"""SymPy's tests that take seconds are left out by name, so that every machine asks for the same statements."""

TEST_SECONDS = 60.0
"""CPU time after which one of SymPy's tests hangs; the slowest that is run takes two seconds."""

AGAIN = 1.0
"""CPU time after which TooLongError is raised once more, if a callback of the garbage collector swallowed it."""


class TooLongError(BaseException):
    """The CPU time is over; no Exception, so that no algorithm of SymPy takes it for its own failure."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises TooLongError in its body after so many seconds of CPU time."""

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@dataclass(frozen=True)
class Statement:
    """`left = right`, from the test function `origin`."""

    origin: str
    left: Any
    right: Any


READINGS: dict[str, dict[str, Any]] = {
    **{
        module: dict.fromkeys(names, lambda argument, *rest: argument if not rest else None)
        for module, names in SIMPLIFIERS.items()
    },
    **{module: {"limit": lambda *given: sympy.Limit(*given) if len(given) in {3, 4} else None} for module in LIMITS},
    **{module: {"summation": sympy.Sum, "product": sympy.Product} for module in SUMS},
}
"""For each module of SymPy's tests: the functions that are recorded, and the left side that a call of each states."""


def statements(modules: Iterable[str] = READINGS) -> Iterator[Statement]:
    """The recorded statements about numbers of these modules, each once, in the order of the tests."""
    seen = set()
    for one in [each for module in modules for each in _recorded(module, READINGS[module])]:
        if _is_plain(one) and (one.left, one.right) not in seen:
            seen.add((one.left, one.right))
            yield one


def _is_plain(one: Statement) -> bool:
    """Whether a statement is about two numbers that are written differently (no case distinctions, no ranges of
    values).
    """
    sides = (one.left, one.right)
    if not all(isinstance(side, sympy.Expr) and not getattr(side, "is_Matrix", False) for side in sides):
        return False
    if any(
        side.has(sympy.AccumBounds, sympy.nan, sympy.zoo, sympy.Piecewise, sympy.Float, sympy.MatrixBase)
        for side in sides
    ):
        return False
    return one.left != one.right and all(symbol.is_commutative for side in sides for symbol in side.free_symbols)


def _recorded(module_name: str, readings: dict[str, Any]) -> Iterator[Statement]:  # noqa: C901 - a recorder
    """What the named functions were called with and gave, in the test functions of a module that pass."""
    module = importlib.import_module(module_name)
    originals = {name: getattr(module, name) for name in readings if hasattr(module, name)}
    calls: list[tuple[str, Any, Any]] = []

    def wrapped(name: str) -> Any:
        def call(*arguments: Any, **named: Any) -> Any:
            result = originals[name](*arguments, **named)
            if not named and all(isinstance(one, (sympy.Basic, tuple, str, int)) for one in arguments):
                calls.append((name, arguments, result))
            return result

        return call

    for name in originals:
        setattr(module, name, wrapped(name))
    try:
        for test in [one for one in vars(module) if one.startswith("test_") and not one.startswith(SLOW)]:
            calls.clear()
            try:
                with at_most(TEST_SECONDS):
                    getattr(module, test)()
            except KeyboardInterrupt:
                raise
            except BaseException:  # noqa: BLE001, S112 - SymPy's skip is none of Exception
                continue  # a test that fails or is left out states nothing
            for name, arguments, result in calls:
                left = readings[name](*arguments)
                if left is not None:
                    yield Statement(f"{module_name.rsplit('.', 1)[1]}.{test}", left, result)
    finally:
        for name, original in originals.items():
            setattr(module, name, original)
