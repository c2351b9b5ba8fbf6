"""One comparison of two numbers, to be decided.

Owns: `Goal`, `Outcome` and how exact values are written for an author.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

import sympy
from flint import arb, ctx, fmpq

from mathora.formula.meaning.types import Expr
from mathora.prove.balls.numbers import BallNumber, Unevaluable, ball, real
from mathora.prove.balls.values import value
from mathora.prove.goal.domain import Assignment, Domain
from mathora.prove.verdict import Witness

Comparison = Literal["=", r"\ne", "<", r"\le", ">", r"\ge"]

RELATION_NAMES: dict[str, str] = {
    "=": "Equality",
    r"\ne": "Unequality",
    "<": "StrictLessThan",
    r"\le": "LessThan",
    ">": "StrictGreaterThan",
    r"\ge": "GreaterThan",
}


@dataclass(frozen=True)
class Goal:
    """`left sign right` for all `symbols` in `domain` where the `conditions` (both sides have a value) hold."""

    left: Expr
    sign: Comparison
    right: Expr
    domain: Domain = field(default_factory=Domain)
    conditions: tuple[Expr, ...] = ()
    symbols: tuple[Expr, ...] = ()

    @property
    def difference(self) -> Expr:
        """Left minus right."""
        return self.left - self.right

    @property
    def where(self) -> Domain:
        """The domain, narrowed to where both sides are defined."""
        return self.domain.with_relations(self.conditions)

    @property
    def free(self) -> tuple[Expr, ...]:
        """The symbols that a point must give a value to, the named ones first."""
        extra = self.left.free_symbols | self.right.free_symbols
        for relation in self.where.relations:
            extra |= relation.free_symbols
        return (*self.symbols, *sorted(extra - set(self.symbols), key=str))

    def between(self, left: Expr, right: Expr, sign: Comparison | None = None) -> Goal:
        """The same question about other sides."""
        return replace(self, left=left, right=right, sign=sign or self.sign)


@dataclass(frozen=True)
class Outcome:
    """What a tactic found: `proved` by `method` (under further `conditions`), or refuted with a witness or a reason."""

    proved: bool
    method: str
    conditions: tuple[Expr, ...] = ()
    witness: Witness | None = None
    reason: str = ""


def written(number: BallNumber | None, exact: Expr = None) -> str:
    """A value as an author reads it: `2`, `1/3`, `1.41421…`; exact where it is rational.

    >>> written(fmpq(1, 3))
    '1/3'
    """
    if number is None:
        return str(exact)
    if isinstance(number, fmpq):
        return _rational(int(number.p), int(number.q))
    try:
        return f"{_digits(real(number))}…"
    except Unevaluable:
        whole = ball(number)
        first, second = _short(whole.real), _short(abs(whole.imag))
        last = "i" if second == "1" else f"{second} i"
        if first == "0":
            return f"-{last}" if whole.imag < 0 else last
        return f"{first} {'-' if whole.imag < 0 else '+'} {last}"


def _short(number: arb) -> str:
    """A whole number as it is, another by its first digits."""
    whole = number.unique_fmpz() if number.is_exact() else None
    return f"{_digits(number)}…" if whole is None or number != whole else str(whole)


def _rational(numerator: int, denominator: int) -> str:
    """A fraction; where few decimals say it exactly and its denominator is long, decimals: `1/3`, `20.67`.

    >>> _rational(1, 3), _rational(2067, 100), _rational(-1, 2)
    ('1/3', '20.67', '-1/2')
    """
    places = next((places for places in range(1, 7) if 10**places % denominator == 0), 0)
    if denominator < 10 or not places:  # noqa: PLR2004 - short fractions stay fractions
        return str(numerator) if denominator == 1 else f"{numerator}/{denominator}"
    digits = str(abs(numerator) * 10**places // denominator).zfill(places + 1)
    return f"{'-' if numerator < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _digits(number: Expr) -> str:
    return str(number.str(6, radius=False))


def exact_text(number: Expr) -> str:
    """An exact SymPy number as an author reads it."""
    if number.is_Rational:
        return _rational(int(number.p), int(number.q))
    with ctx.workprec(128):
        try:
            return written(value(number, {}))
        except (Unevaluable, ZeroDivisionError):
            return str(number)


def place_of(assignment: Assignment) -> tuple[tuple[str, str], ...]:
    """The assignment's names and values, as an author reads them; auxiliary symbols are left out."""
    return tuple(
        (shown_name(symbol), exact_text(number))
        for symbol, number in assignment.items()
        if isinstance(symbol, sympy.Symbol) and ":" not in symbol.name.replace("random:", "")  # of an open mean
    )


def shown_name(symbol: Expr) -> str:
    """A symbol's TeX key; a bound variable's without the mark of its depth."""
    return str(symbol.name).split("~", maxsplit=1)[0]
