"""What is known of the variables, and the signs that follow from it.

Owns: `Facts`, which shows `ratio > 0`, `≥ 0` or `≠ 0` wherever its facts hold, and takes sizes apart (`resolved`).

| way | an example |
| --- | --- |
| a fact, or a multiple of one | x > 2 shows x > 1 |
| balls | π > 3 |
| factors | λ(1 − λ)(x − y)² ≥ 0 for 0 ≤ λ ≤ 1 |
| terms, each from its atoms; from the ends of ranges on | x + e^x > 0 for x > 0 |
| squares (Lagrange) | x² + xy + y² ≥ 0 |
| a discriminant | ax² + bx + c ≥ 0 where a ≥ 0, c ≥ 0 and 4ac ≥ b² |
| one atom on its range (Sturm) | 2 − sin x > 0 |
| balls on pieces of closed ranges | x − sin x < 0.2 for −1 ≤ x ≤ 1 |
| the quadrant of an angle | sin x > 0 for 0 < x < π |
| a fact and something more | t ≥ x and x > 0 show t > 0 |
| whole numbers between the zeros | n² ≥ n |
| falling to a place and rising from it | x − 1 − ln x ≥ 0, at 1 |

Laws:
- "No" means "not shown". A fact holds for all values in question; what has no value there is not in question.
- A way that goes on to another question does so at most `DEEPEST` times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus, numbers
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled, factors, univariate
from mathora.prove.kernel.exact.functions import IMAGINARY, PI, Conditions, true
from mathora.prove.kernel.exact.polynomials import Enclosure, nonnegative, without_root
from mathora.prove.kernel.signs import ranges
from mathora.prove.kernel.signs.ranges import Fact

DEEPEST = 5
MOST_QUESTIONS = 150  # that one question may lead to
MOST_IN_ALL = 900  # that one proof may lead to: about a second


@dataclass(frozen=True)
class Facts:
    """Signs that are known, equations (ratios that are zero), and which variables are whole numbers."""

    known: tuple[Fact, ...] = ()
    equations: tuple[Ratio, ...] = ()
    whole: frozenset[Atom] = frozenset()
    angles: dict[str, int] = field(default_factory=dict, compare=False)
    near: Callable[[Ratio, str], bool] | None = field(default=None, compare=False)
    """What holds near the target of a limit, where its body is read."""
    depth: int = 0
    asking: list[int] = field(default_factory=lambda: [0, 0, 0], compare=False, repr=False)
    _seen: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False, repr=False)

    def with_(self, *facts: Fact, equations: tuple[Ratio, ...] = (), whole: frozenset[Atom] = frozenset()) -> Facts:
        """More facts."""
        return replace(
            self,
            known=self.known + facts + tuple(further for one in facts for further in ranges.entailed(*one)),
            equations=self.equations + equations,
            whole=self.whole | whole,
            _seen={},
        )

    def renamed(self, change: dict[Atom, Ratio]) -> Facts:
        """The same known of other names, too."""
        quiet = Conditions(Facts())
        told = [(sign, one) for sign, one in self.known if one.atoms & change.keys()]
        further = [(sign, calculus.substituted(one, change, quiet)) for sign, one in told]
        names = {old: new.only_atom for old, new in change.items()}
        return self.with_(*further, whole=frozenset(new for old, new in names.items() if old in self.whole and new))

    def is_whole(self, ratio: Ratio) -> bool:
        """Whether the values are whole numbers."""
        return ratio.below == ONE and all(
            number.denominator == 1 and all(atom in self.whole for atom, _ in monomial)
            for monomial, number in ratio.above.items()
        )

    # ---- signs

    def shows(self, ratio: Ratio, sign: str) -> bool:
        """Whether `ratio sign 0` holds wherever the facts do and the ratio has a value."""
        if ratio.constant is not None:
            return true(ratio.constant, sign)
        if IMAGINARY in ratio.atoms:
            return False
        key = (ratio.text, sign)
        if key not in self._seen:
            self._seen[key] = False  # a question that comes back to itself is not shown
            self._seen[key] = self._asked(ratio, sign) or (self.near is not None and self.near(ratio, sign))
        return self._seen[key]

    def denies(self, sign: str, ratio: Ratio) -> bool:
        """Whether `ratio sign 0` holds nowhere where the facts do."""
        return ratio.vanishes if sign == "≠" else self.shows(-ratio, {">": "≥", "≥": ">"}[sign])

    def _asked(self, ratio: Ratio, sign: str) -> bool:
        """The answer to a question; questions within it are counted."""
        if not self.asking[0]:
            self.asking[1] = 0
        self.asking[0] += 1
        self.asking[1] += 1
        self.asking[2] += 1
        try:
            goes_on = self.depth <= DEEPEST and self.asking[1] <= MOST_QUESTIONS and not self.is_exhausted
            return goes_on and self._by_factors(cancelled(ratio), sign)
        except Refused:
            return False
        finally:
            self.asking[0] -= 1

    @property
    def asked(self) -> int:
        """How many signs a proof has asked for."""
        return self.asking[2]

    @property
    def is_exhausted(self) -> bool:
        """Whether a proof has asked for so many signs that no more are looked for."""
        return self.asked > MOST_IN_ALL

    def _deeper(self) -> Facts:
        return replace(self, depth=self.depth + 1, _seen={})

    def _by_factors(self, ratio: Ratio, sign: str) -> bool:
        if ratio.below == ONE and (self._on_range(ratio, sign) or self._is_fact(ratio, sign)):
            return True
        if ratio.below == ONE and sign != "≠" and not self.depth and self._with_equations(ratio, strictly=sign == ">"):
            return True
        parts: list[tuple[Ratio, int, bool]] = []
        number = Fraction(1)
        for polynomial, below in ((ratio.above, False), (ratio.below, True)):
            content, found = factors(polynomial)
            number *= content
            parts += [(Ratio(one, ONE), power, below) for one, power in found]
        positive = number > 0
        for one, power, below in parts:
            if power % 2 == 0 or sign == "≠":
                if sign != "≥" and not below and not self._nonzero(one):
                    return False
                continue
            wanted = ">" if sign == ">" and not below else "≥"
            if not self._is_fact(-one, wanted) and self._polynomial(one, wanted):
                continue
            if not self._polynomial(-one, wanted):
                return False
            positive = not positive
        return positive or sign == "≠"

    def _nonzero(self, ratio: Ratio) -> bool:
        return any(self._polynomial(one, ">") for one in (ratio, -ratio)) or self._polynomial(ratio, "≠")

    def _polynomial(self, ratio: Ratio, sign: str) -> bool:
        """The sign of one factor, by the ways of the table."""
        if ratio.below != ONE:
            raise Refused("the sign of a polynomial is asked for")
        if ratio.constant is not None:
            return true(ratio.constant, sign)
        if sign == "≠":
            return self._is_fact(ratio, sign) or self._is_fact(-ratio, sign) or self._on_range(ratio, sign)
        if not ratio.variables and not any(one.kind == "unit" for one in ratio.atoms):
            return numbers.sign_of(ratio) == 1
        strictly = sign == ">"
        floors = [one for one in ratio.own_atoms if one.kind == "floor"]
        if floors and self.depth == 0:
            within = (fact for one in floors for fact in ranges.of_floor(one))
            return self.with_(*within)._deeper()._polynomial(ratio, sign)  # noqa: SLF001 - its own kind
        return (
            self._is_fact(ratio, sign)
            or self._by_quadrant(ratio)
            or self._by_terms(ratio, strictly=strictly)
            or ranges.is_sum_of_squares(ratio, strictly=strictly)
            or self._on_range(ratio, sign)
            or self._on_pieces(ratio)
            or self._from_ends(ratio, strictly=strictly)
            or self._with_equations(ratio, strictly=strictly)
            or self._rises(ratio, strictly=strictly)
            or self._beyond_a_fact(ratio, strictly=strictly)
            or any(all(self._deeper().shows(one, sign) for one in parts) for parts in ranges.discriminants(ratio))
        )

    def _is_fact(self, ratio: Ratio, sign: str) -> bool:
        """A fact times a positive number, and perhaps a positive number more."""
        for known, fact in self.known:
            if fact.below != ONE:
                fact = Ratio(fact.above, ONE) * Ratio(fact.below, ONE)  # noqa: PLW2901 - of the same sign
            if (ratio.above.keys() ^ fact.above.keys()) - {()}:
                continue  # they differ by more than a factor and a number
            monomial = next(iter(fact.above.keys() - {()}), None)
            if monomial is None:
                continue
            factor = ratio.above[monomial] / fact.above[monomial]
            rest = (ratio - fact.scaled(factor)).constant
            if rest is None or (factor < 0 and (known != "≠" or sign != "≠")):
                continue
            strictly = known == ">" or rest > 0
            if sign == "≠" and (
                (known != "≥" and rest == 0) or (factor > 0 and strictly and rest >= 0 and known != "≠")
            ):
                return True
            if sign != "≠" and known != "≠" and rest >= 0 and (sign == "≥" or strictly):
                return True
        return sign == ">" and self._is_fact(ratio, "≥") and (self._is_fact(ratio, "≠") or self._is_fact(-ratio, "≠"))

    def _by_terms(self, ratio: Ratio, *, strictly: bool) -> bool:
        """No term is negative, and (strictly) one is positive."""
        found = False
        for monomial, number in ratio.above.items():
            positive, sign = True, number > 0
            for atom, power in monomial:
                where = self.range_of(atom)
                low, high = where.low, where.high
                above, below = low is not None and low >= 0, high is not None and high <= 0
                away = (above and (where.low_open or low != 0)) or (below and (where.high_open or high != 0))
                positive &= away or self._is_nonzero_atom(atom)
                if power % 2 == 0 or above:
                    continue
                if not below:
                    return False
                sign = not sign
            if not sign:
                return False
            found |= positive
        return found or not strictly

    def _is_nonzero_atom(self, atom: Atom) -> bool:
        one = Ratio.atom(atom)
        if atom.kind in {"root", "abs"}:
            return self.depth <= DEEPEST and self._deeper().shows(atom.argument, "≠")
        return self._is_fact(one, "≠") or self._is_fact(-one, "≠")

    def _on_range(self, ratio: Ratio, sign: str) -> bool:
        """A polynomial in one atom, on the atom's range."""
        try:
            atom, polynomial = univariate(ratio, frozenset(ratio.own_atoms))
        except Refused:
            return False
        if atom is None:
            return False
        where = self.range_of(atom)
        if sign == "≠":
            return without_root(polynomial, where)
        if nonnegative(polynomial, where, strictly=sign == ">"):
            return True
        return atom in self.whole and ranges.at_whole_numbers(polynomial, where, strictly=sign == ">")

    def _on_pieces(self, ratio: Ratio) -> bool:
        where = {one: self.range_of(one) for one in ratio.variables if self.depth <= 1}
        return len(where) == 1 and ranges.positive_on_pieces(ratio, *where.popitem(), Conditions(self))

    def _from_ends(self, ratio: Ratio, *, strictly: bool) -> bool:
        """Each variable that has a lower or upper end written as the distance from it."""
        change, facts = {}, list[Fact]()
        for variable in ratio.variables:
            where, step = self.range_of(variable), Atom("variable", f"{variable.name}#end")
            if where.low is not None and where.low:
                change[variable] = Ratio.number(where.low) + Ratio.atom(step)
            elif where.low is None and where.high is not None:
                change[variable] = Ratio.number(where.high) - Ratio.atom(step)
            else:
                continue
            is_open = where.low_open if where.low is not None else where.high_open
            facts.append((">" if is_open else "≥", Ratio.atom(step)))
        if not change:
            return False
        put = calculus.substituted(ratio, change, Conditions(self))
        return put.below == ONE and self.with_(*facts)._by_terms(put, strictly=strictly)  # noqa: SLF001 - its own kind

    def _with_equations(self, ratio: Ratio, *, strictly: bool) -> bool:
        for equation in self.equations:
            if equation.below != ONE or self.depth > DEEPEST:
                continue
            for monomial, number in equation.above.items():
                if (other := ratio.above.get(monomial)) is not None:
                    rest = ratio - equation.scaled(other / number)
                    if rest.constant is not None and true(rest.constant, ">" if strictly else "≥"):
                        return True
                    inner = replace(self._deeper(), equations=tuple(e for e in self.equations if e != equation))
                    if rest.above and inner.shows(rest, ">" if strictly else "≥"):
                        return True
        return False

    def _by_quadrant(self, ratio: Ratio) -> bool:
        """The sign of a sine or cosine whose angle is known to lie between two zeros."""
        number = next(iter(ratio.above.values()), Fraction(1))
        atom = ratio.scaled(1 / number).only_atom
        if atom is None or atom.kind not in {"sin", "cos"}:
            return False
        start = Fraction(0) if atom.kind == "sin" else Fraction(-1, 2)
        zeros = [PI.scaled(start + turn) for turn in range(-2, 4)]
        return any(
            self.shows(atom.argument - low, ">") and self.shows(high - atom.argument, ">")
            for low, high in list(pairwise(zeros))[number < 0 :: 2]
        )

    def _beyond_a_fact(self, ratio: Ratio, *, strictly: bool) -> bool:
        """A fact's multiple and something more: t − x ≥ 0 and x > 0 show t > 0."""
        if self.depth > 1:
            return False
        for sign, fact in self.known:
            if sign == "≠" or fact.below != ONE:
                continue
            for monomial, number in fact.above.items():
                other = ratio.above.get(monomial)
                if monomial and other is not None and other / number > 0:
                    rest = ratio - fact.scaled(other / number)
                    wanted = ">" if strictly and sign == "≥" else "≥"
                    inner = replace(self._deeper(), known=tuple(one for one in self.known if one[1] != fact))
                    if inner.shows(rest, wanted):
                        return True
        return False

    def _rises(self, ratio: Ratio, *, strictly: bool) -> bool:
        from mathora.prove.kernel.signs.monotony import falls_and_rises  # noqa: PLC0415 - they need each other

        return falls_and_rises(self, ratio, strictly=strictly)

    # ---- ranges

    def range_of(self, atom: Atom) -> Enclosure:
        """An interval that holds all values of an atom."""
        if atom.kind == "ln" and self.depth < DEEPEST:
            shown = (sign for sign in (">", "≥") if self._deeper().shows(atom.argument - Ratio.number(1), sign))
            sign = next(shown, "")
            return Enclosure(Fraction(0), low_open=sign == ">") if sign else Enclosure()
        if atom.kind == "power":
            if atom.argument.constant == -1:
                return ranges.RANGES["sin"]
            return Enclosure(Fraction(0)) if self._deeper().shows(atom.argument, "≥") else Enclosure()
        if atom.kind != "variable":
            return ranges.RANGES.get(atom.kind, Enclosure())
        found = Enclosure()
        for sign, fact in (*self.known, *(("≥", one) for e in self.equations for one in (e, -e))):
            found = ranges.narrowed(found, sign, fact, atom)
        if atom in self.whole:
            low, high, below, above = found.low, found.high, found.low_open, found.high_open
            return Enclosure(
                None if low is None else Fraction(floor(low) + 1 if below else ceil(low)),
                None if high is None else Fraction(ceil(high) - 1 if above else floor(high)),
            )
        return found

    # ---- sizes

    def resolved(self, ratio: Ratio) -> Ratio:
        """The same with |u| and odd roots of what has a known sign written without them."""
        for _ in range(3):
            change = {}
            for atom in sorted(ratio.atoms):
                if atom.kind in {"abs", "odd root", "root"}:
                    new = self._sized(atom)
                    if new is not None:
                        change[atom] = new
            if not change:
                return ratio
            ratio = calculus.substituted(ratio, change, Conditions(self))
        return ratio

    def _sized(self, atom: Atom) -> Ratio | None:
        u = atom.argument
        if u.constant is not None or atom.kind == "root":
            return Ratio.number(0) if self._is_zero(u) else None
        sign = 1 if self.shows(u, "≥") else -1 if self.shows(-u, "≥") else 0
        if not sign:
            return None
        if atom.kind == "abs":
            return u.scaled(sign)
        from mathora.prove.kernel.exact.functions import sized_power  # noqa: PLC0415

        return sized_power(u, Fraction(1, atom.degree)).scaled(sign)

    def _is_zero(self, ratio: Ratio) -> bool:
        return any(not (ratio - one).above or not (ratio + one).above for one in self.equations)
