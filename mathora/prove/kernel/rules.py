r"""The rules by which the kernel proves a statement.

Owns: `attest`, which makes a certificate, and `holds`, which judges one.

| rule | what it needs |
| --- | --- |
| normal form | both sides are one rational function of their atoms, entry by entry |
| numbers | two rational numbers compared exactly, or rounded to half a unit of the last place |
| sign on an interval | a polynomial in one variable, no root of odd order inside (Sturm) |
| sum of squares | a quadratic polynomial, completed to squares with positive factors (Lagrange) |
| highest place | a hint: the place of an extremum, where it is attained; nothing on the closed interval is beyond it |
| derivative of both sides | an antiderivative, by a name that is free |
| first value and one more term | a finite sum, to a whole number with a least value |
| all roots | hints: the roots of a polynomial premise; there are no others, and the conclusion holds at each |

Laws:
- What is stated holds wherever all conditions of the certificate do.
- A rule searches nothing: what it cannot compute directly is a hint, and hints are checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.rounding import last_place
from mathora.prove.kernel.algebra import Atom, Ratio, divided, trimmed, univariate, value_at
from mathora.prove.kernel.certificate import Certificate, Claim, Refused, claim_digest
from mathora.prove.kernel.domains import range_of, without_root
from mathora.prove.kernel.functions import derivative
from mathora.prove.kernel.interval import Enclosure, nonnegative
from mathora.prove.kernel.meaning import ORDERS, TreeReading
from mathora.prove.kernel.values import ExactValue, shape

MOST_TERMS = 40
"""First terms of a sum that are added one by one."""


def attest(claim: Claim, hints: tuple[str, ...] = ()) -> Certificate:
    """The certificate of a claim that the rules prove with these hints. Raises Refused."""
    judging = _Judging(claim, hints)
    rules = tuple(judging.statement(claim.node))
    if judging.hints:
        raise Refused("a hint that no rule asked for")
    tolerance = "" if claim.tol is None else str(claim.tol)
    assumed = tuple(write_latex(one) for one in claim.givens)
    return Certificate(claim_digest(claim), tolerance, assumed, rules, hints, judging.reading.conditions.texts())


def holds(claim: Claim, certificate: Certificate) -> None:
    """Judges a certificate: raises Refused unless the rules make the very same one anew."""
    if certificate.claim != claim_digest(claim):
        raise Refused("the certificate belongs to another formula, or to another model")
    if attest(claim, certificate.hints) != certificate:
        raise Refused("the certificate does not say what the rules give")


class _Judging:
    """One claim being judged: its hints in the order in which rules ask for them, and the conditions found."""

    def __init__(self, claim: Claim, hints: tuple[str, ...]) -> None:
        self._claim = claim
        self.hints = list(hints)
        self.reading = TreeReading(claim.model, self._extremum)

    def statement(self, node: tree.Node) -> Iterator[str]:
        """The rule of each link of a statement."""
        for part in tree.statements(node):
            match part:
                case tree.Annotated(body=body) | tree.Group(body=body):
                    yield from self.statement(body)
                case tree.Relation():
                    for left, sign, right in zip(part.operands, part.operators, part.operands[1:], strict=False):
                        yield self._link(left, sign, right)
                case tree.Logic(operators=operators, operands=operands) if set(operators) <= {r"\land", "and"}:
                    for one in operands:
                        yield from self.statement(one)
                case tree.Logic(operators=(r"\Rightarrow",), operands=(premise, conclusion)):
                    yield self._implication(premise, conclusion)
                case _:
                    raise Refused("a statement of a kind that the kernel does not judge")

    def _hint(self) -> Fraction:
        if not self.hints:
            raise Refused("a hint is missing")
        return _fraction(self.hints.pop(0))

    # ---- links

    def _link(self, left: tree.Node, sign: str, right: tree.Node) -> str:
        if sign == r"\approx":
            return self._rounded(left, right)
        if sign == "=" and isinstance(left, tree.Integral) and left.lower is None and left.upper is None:
            return self._antiderivative(left, right)
        if sign == "=" and isinstance(left, tree.Big):
            return self._telescoped(left, right)
        if sign in {"=", r"\equiv", ":="}:
            return _same(self.reading.of(left), self.reading.of(right))
        if sign not in ORDERS:
            raise Refused(f"the kernel does not judge {sign}")
        kind, turned = ORDERS[sign]
        difference = self.reading.number(left) - self.reading.number(right)
        return self._ordered(-difference if turned else difference, kind)

    def _rounded(self, left: tree.Node, right: tree.Node) -> str:
        """|value − literal| < half a unit of the literal's last place, or within the author's tolerance."""
        values = [self.reading.number(side).constant for side in (left, right)]
        if values[0] is None or values[1] is None:
            raise Refused("≈ between what are no rational numbers")
        units = [unit for side in (left, right) if (unit := last_place(side)) is not None]
        if self._claim.tol is None and not units:
            raise Refused("≈ without a literal")
        allowed = self._claim.tol if self._claim.tol is not None else max(units) / 2
        if not abs(values[0] - values[1]) < allowed:
            raise Refused("the value is not rounded so")
        return "numbers"

    def _ordered(self, difference: Ratio, kind: str) -> str:
        """`difference > 0`, `≥ 0` or `≠ 0` for all values in the domain."""
        constant = difference.constant
        if constant is not None:
            if not {"≠": constant != 0, ">": constant > 0, "≥": constant >= 0}[kind]:
                raise Refused("the order of these numbers is another one")
            return "numbers"
        attempts = (difference, -difference) if kind == "≠" else (difference,)
        for one in attempts:
            if _is_sum_of_squares(one, strictly=kind != "≥"):
                return "sum of squares"
        atom, polynomial = univariate(difference)
        where = range_of(self._claim.model, atom)
        if kind == "≠" and without_root(polynomial, where):
            return "sign on an interval"
        if kind != "≠" and nonnegative(polynomial, where, strictly=kind == ">"):
            return "sign on an interval"
        raise Refused("no rule shows this order")

    # ---- sums and antiderivatives

    def _antiderivative(self, left: tree.Integral, right: tree.Node) -> str:
        """∫ f dx = F where F has the derivative f, x being a free name."""
        if left.operator != r"\int" or len(left.differentials) != 1 or left.body is None:
            raise Refused("an integral of this kind")
        variable = left.differentials[0].variable
        atom = Atom("variable", symbol_key(variable))
        if self.reading.of(variable) != Ratio.atom(atom):
            raise Refused("an antiderivative by what is no free name")
        whole = self.reading.number(right)
        difference = derivative(whole, atom, self.reading.conditions) - self.reading.number(left.body)
        if not difference.vanishes:
            raise Refused("the derivative of the right side is not the integrand")
        return "derivative of both sides"

    def _telescoped(self, left: tree.Big, right: tree.Node) -> str:
        """Σ t(k), k = a…n: no term before n = a, the right value at the least n, and one more term at each step."""
        match left:
            case tree.Big(
                operator=r"\sum",
                under=tree.Relation(operands=(tree.Symbol() as index, low), operators=("=",)),
                over=tree.Symbol() as last,
            ):
                first, key = self.reading.number(low).constant, symbol_key(last)
            case _:
                raise Refused("a sum of this kind")
        name = self._claim.model.get(key)
        least = range_of(self._claim.model, Atom("variable", key)).low
        if name is None or name.kind not in {"natural", "integer"} or least is None or first is None:
            raise Refused("a sum to what is no whole number with a least value")
        if first.denominator != 1 or abs(first) > MOST_TERMS or abs(least) > MOST_TERMS:
            raise Refused("a sum that begins too far away")
        start = max(ceil(least), int(first) - 1)
        total = Ratio.number(0)
        for place in range(int(first), start + 1):
            total += self._at(left.body, symbol_key(index), Ratio.number(place))
        for place in range(ceil(least), start + 1):
            if not (
                self._at(right, key, Ratio.number(place)) - (total if place == start else Ratio.number(0))
            ).vanishes:
                raise Refused("the first value of the sum is another one")
        atom = self.reading.fresh(key)
        step = Ratio.atom(atom) + Ratio.number(1)
        term = self._at(left.body, symbol_key(index), step)
        if Atom("variable", key) in term.atoms:
            raise Refused("a term that depends on how many there are")
        seen = len(self.reading.conditions.found)
        grown = self._at(right, key, step) - self._at(right, key, Ratio.atom(atom))
        if any(atom in ratio.atoms for _, ratio in self.reading.conditions.found[seen:]):
            raise Refused("a closed form that does not have a value everywhere")
        if not (grown - term).vanishes:
            raise Refused("the closed form does not grow by the next term")
        return "first value and one more term"

    def _at(self, node: tree.Node, key: str, value: Ratio) -> Ratio:
        with self.reading.binding({key: value}):
            return self.reading.number(node)

    # ---- extrema

    def _extremum(self, node: tree.Extremum) -> Ratio:
        """The value (or place) of a maximum or minimum on a closed interval, at the place that a hint gives."""
        name, where = self._closed(node.under)
        declared_name = self._claim.model.get(symbol_key(name))
        if declared_name is not None and declared_name.kind in {"integer", "natural"}:
            raise Refused("an extremum over whole numbers")
        place = self._hint()
        if not where.contains(place):
            raise Refused("the place is outside of the interval")
        atom = self.reading.fresh(symbol_key(name))
        seen = len(self.reading.conditions.found)
        declared = len(self.reading.conditions.declared)
        with self.reading.binding({symbol_key(name): Ratio.atom(atom)}):
            body = self.reading.number(node.body)
        if any(atom in ratio.atoms for _, ratio in self.reading.conditions.found[seen:]):
            raise Refused("the body does not have a value on the whole interval")
        for sign, ratio in self.reading.conditions.declared[declared:]:
            if sign == "≠" or not nonnegative(univariate(ratio)[1], where, strictly=sign == ">"):
                raise Refused("the interval leaves the declared domain")
        del self.reading.conditions.declared[declared:]
        _, polynomial = univariate(body)
        best = value_at(polynomial, place)
        largest = node.operator in {"max", "sup", "argmax"}
        beyond = [(-one if largest else one) for one in polynomial] or [Fraction(0)]
        beyond[0] += best if largest else -best
        if any(beyond) and not nonnegative(trimmed(beyond), where):
            raise Refused("there is a value beyond it")
        if not node.operator.startswith("arg"):
            return Ratio.number(best)
        rest = trimmed(beyond)
        while rest and not value_at(rest, place):
            rest = divided(rest, [-place, Fraction(1)])[0]
        if not rest or not without_root(rest, where):
            raise Refused("the extremum has several places")
        return Ratio.number(place)

    def _closed(self, under: tree.Node) -> tuple[tree.Symbol, Enclosure]:
        """The variable and the closed interval of `a ≤ x ≤ b`."""
        match under:
            case tree.Relation(operands=(low, tree.Symbol() as name, high), operators=(r"\le", r"\le")):
                ends = [self.reading.number(end).constant for end in (low, high)]
            case _:
                raise Refused("an extremum over what is no closed interval")
        if ends[0] is None or ends[1] is None or not ends[0] < ends[1]:
            raise Refused("an extremum over what is no closed interval")
        return name, Enclosure(ends[0], ends[1])

    # ---- implications

    def _implication(self, premise: tree.Node, conclusion: tree.Node) -> str:  # noqa: C901 - one obligation after the other
        """A polynomial equation in one variable, its roots by hints, and the conclusion at each of them."""
        match premise:
            case tree.Relation(operands=(left, right), operators=("=",)):
                atom, polynomial = univariate(self.reading.number(left) - self.reading.number(right))
            case _:
                raise Refused("a premise that is no equation")
        if atom is None or not polynomial:
            raise Refused("a premise without an unknown")
        where = range_of(self._claim.model, atom)
        if self.reading.conditions.found or self.reading.conditions.declared:
            raise Refused("a premise with conditions")
        roots = [_fraction(hint) for hint in self.hints]
        self.hints.clear()
        rest = polynomial
        for root in roots:
            if value_at(rest, root):
                raise Refused("a hint that is no root of the premise")
            while len(rest) > 1 and not value_at(rest, root):
                rest = divided(rest, [-root, Fraction(1)])[0]
        if not without_root(rest, where):
            raise Refused("the premise has more roots")
        if not any(where.contains(root) for root in roots):
            raise Refused("the premise has no solution")
        for root in roots:
            if where.contains(root):
                self._at_root(conclusion, atom, root)
        return "all roots"

    def _at_root(self, conclusion: tree.Node, atom: Atom, root: Fraction) -> None:
        alternatives = (
            conclusion.operands
            if isinstance(conclusion, tree.Logic) and set(conclusion.operators) <= {r"\lor", "or"}
            else (conclusion,)
        )
        for one in alternatives:
            try:
                with self.reading.binding({atom.name: Ratio.number(root)}):
                    list(self.statement(one))
            except Refused:
                continue
            return
        raise Refused("the conclusion could not be shown at a root")


def _fraction(text: str) -> Fraction:
    try:
        found = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise Refused("a hint that is no fraction") from None
    if str(found) != text:
        raise Refused("a hint that is not written in lowest terms")
    return found


def _same(one: ExactValue, other: ExactValue) -> str:
    """Both are equal wherever both have values; a number 0 stands for the vector of zeros."""
    if shape(one) != shape(other):
        if isinstance(other, Ratio) and other.constant == 0 and not isinstance(one, Ratio):
            other = tuple(tuple(Ratio.number(0) for _ in row) for row in one)
        else:
            raise Refused("shapes that do not fit")
    first, second = (((side,),) if isinstance(side, Ratio) else side for side in (one, other))
    for row, opposite in zip(first, second, strict=True):
        for a, b in zip(row, opposite, strict=True):
            if not (a - b).vanishes:
                raise Refused("the sides have different normal forms")
    return "normal form"


def _is_sum_of_squares(ratio: Ratio, *, strictly: bool) -> bool:
    """A quadratic polynomial completed to squares, one variable after the other, with a rest that is not negative."""
    rest = ratio
    if set(ratio.below) != {()}:
        return False
    for atom in sorted({atom for monomial in ratio.above for atom, _ in monomial}):
        square, linear = _coefficient(rest, atom, 2), _coefficient(rest, atom, 1)
        if any(power > 2 for monomial in rest.above for one, power in monomial if one == atom):  # noqa: PLR2004
            return False
        if not square.above:
            if linear.above:
                return False
            continue
        factor = square.constant
        if factor is None or factor <= 0 or atom.kind != "variable":
            return False
        itself = Ratio.atom(atom)
        rest = rest - square * itself * itself - linear * itself - linear * linear * Ratio.number(1 / (4 * factor))
    constant = rest.constant
    return constant is not None and (constant > 0 if strictly else constant >= 0)


def _coefficient(ratio: Ratio, atom: Atom, power: int) -> Ratio:
    parts = {
        tuple((one, exponent) for one, exponent in monomial if one != atom): number
        for monomial, number in ratio.above.items()
        if dict(monomial).get(atom, 0) == power
    }
    return Ratio(parts, ratio.below)
