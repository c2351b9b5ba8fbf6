r"""The rules by which the kernel proves a statement.

Owns: `attest`, which makes a certificate, and `holds`, which judges one.

| rule | what it needs |
| --- | --- |
| normal form | both sides are one rational function of their atoms, entry by entry |
| numbers | two rational numbers compared exactly, or rounded to half a unit of the last place |
| sign on an interval | a polynomial in one variable, no root of odd order inside (Sturm) |
| sum of squares | a quadratic polynomial, completed to squares with positive factors (Lagrange) |
| highest place | a hint: the place of an extremum, where it is attained; nothing on the closed interval is beyond it |
| all roots | hints: the roots of a polynomial premise; there are no others, and the conclusion holds at each |

Laws:
- What is stated holds wherever all conditions of the certificate do.
- A rule searches nothing: what it cannot compute directly is a hint, and hints are checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.rounding import last_place
from mathora.prove.kernel.algebra import Atom, Ratio, divided, roots_between, univariate, value_at
from mathora.prove.kernel.certificate import Certificate, Claim, Refused, assumed_texts, claim_digest, tolerance_text
from mathora.prove.kernel.interval import Range, nonnegative
from mathora.prove.kernel.meaning import ORDERS, Reading
from mathora.prove.kernel.values import Value, shape


def attest(claim: Claim, hints: tuple[str, ...] = ()) -> Certificate:
    """The certificate of a claim that the rules prove with these hints. Raises Refused."""
    judging = _Judging(claim, hints)
    rules = tuple(judging.statement(claim.node))
    if judging.unused:
        raise Refused("a hint that no rule asked for")
    return Certificate(
        claim_digest(claim), tolerance_text(claim), assumed_texts(claim), rules, hints, judging.conditions
    )


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
        self._hints = list(hints)
        self._reading = Reading(claim.model, self._extremum)

    @property
    def unused(self) -> bool:
        return bool(self._hints)

    @property
    def conditions(self) -> tuple[str, ...]:
        return self._reading.conditions.texts()

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
        if not self._hints:
            raise Refused("a hint is missing")
        return _fraction(self._hints.pop(0))

    # ---- links

    def _link(self, left: tree.Node, sign: str, right: tree.Node) -> str:
        if sign == r"\approx":
            return self._rounded(left, right)
        if sign in {"=", r"\equiv", ":="}:
            return _same(self._reading.of(left), self._reading.of(right))
        if sign not in ORDERS:
            raise Refused(f"the kernel does not judge {sign}")
        kind, turned = ORDERS[sign]
        difference = self._reading.number(left) - self._reading.number(right)
        return self._ordered(-difference if turned else difference, kind)

    def _rounded(self, left: tree.Node, right: tree.Node) -> str:
        """|value − literal| < half a unit of the literal's last place, or within the author's tolerance."""
        values = [self._reading.number(side).constant for side in (left, right)]
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
        if kind == "≠" and _without_root(polynomial, where):
            return "sign on an interval"
        if kind != "≠" and nonnegative(polynomial, where, strictly=kind == ">"):
            return "sign on an interval"
        raise Refused("no rule shows this order")

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
        atom = self._reading.fresh(symbol_key(name))
        seen = len(self._reading.conditions.found)
        declared = len(self._reading.conditions.declared)
        with self._reading.binding({symbol_key(name): Ratio.atom(atom)}):
            body = self._reading.number(node.body)
        if any(atom in ratio.atoms for _, ratio in self._reading.conditions.found[seen:]):
            raise Refused("the body does not have a value on the whole interval")
        for sign, ratio in self._reading.conditions.declared[declared:]:
            if sign == "≠" or not nonnegative(univariate(ratio)[1], where, strictly=sign == ">"):
                raise Refused("the interval leaves the declared domain")
        del self._reading.conditions.declared[declared:]
        _, polynomial = univariate(body)
        best = value_at(polynomial, place)
        largest = node.operator in {"max", "sup", "argmax"}
        beyond = [(-one if largest else one) for one in polynomial] or [Fraction(0)]
        beyond[0] += best if largest else -best
        if any(beyond) and not nonnegative(_trimmed(beyond), where):
            raise Refused("there is a value beyond it")
        if not node.operator.startswith("arg"):
            return Ratio.number(best)
        rest = _trimmed(beyond)
        while rest and not value_at(rest, place):
            rest = divided(rest, [-place, Fraction(1)])[0]
        if not rest or not _without_root(rest, where):
            raise Refused("the extremum has several places")
        return Ratio.number(place)

    def _closed(self, under: tree.Node) -> tuple[tree.Symbol, Range]:
        """The variable and the closed interval of `a ≤ x ≤ b`."""
        match under:
            case tree.Relation(operands=(low, tree.Symbol() as name, high), operators=(r"\le", r"\le")):
                ends = [self._reading.number(end).constant for end in (low, high)]
            case _:
                raise Refused("an extremum over what is no closed interval")
        if ends[0] is None or ends[1] is None or not ends[0] < ends[1]:
            raise Refused("an extremum over what is no closed interval")
        return name, Range(ends[0], ends[1])

    # ---- implications

    def _implication(self, premise: tree.Node, conclusion: tree.Node) -> str:  # noqa: C901 - one obligation after the other
        """A polynomial equation in one variable, its roots by hints, and the conclusion at each of them."""
        match premise:
            case tree.Relation(operands=(left, right), operators=("=",)):
                atom, polynomial = univariate(self._reading.number(left) - self._reading.number(right))
            case _:
                raise Refused("a premise that is no equation")
        if atom is None or not polynomial:
            raise Refused("a premise without an unknown")
        where = range_of(self._claim.model, atom)
        if self._reading.conditions.found or self._reading.conditions.declared:
            raise Refused("a premise with conditions")
        roots = [_fraction(hint) for hint in self._hints]
        self._hints.clear()
        rest = polynomial
        for root in roots:
            if value_at(rest, root):
                raise Refused("a hint that is no root of the premise")
            while len(rest) > 1 and not value_at(rest, root):
                rest = divided(rest, [-root, Fraction(1)])[0]
        if not _without_root(rest, where):
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
                with self._reading.binding({atom.name: Ratio.number(root)}):
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


def _trimmed(numbers: list[Fraction]) -> list[Fraction]:
    while numbers and not numbers[-1]:
        numbers = numbers[:-1]
    return numbers


def _same(one: Value, other: Value) -> str:
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


# ── domains ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def range_of(model: Model, atom: Atom | None) -> Range:
    """The interval that a variable's kind and declared relations leave; relations of other kinds are no help."""
    if atom is None:
        return Range()
    name = model.get(atom.name)
    if name is None:
        return Range()
    low, high = (Fraction(0) if name.kind in {"positive", "nonnegative", "natural"} else None), None
    found = Range(low, high, low_open=name.kind == "positive")
    for relation in _relations(model, name):
        try:
            links = list(Reading(model).links(relation))
        except Refused:
            continue
        for sign, ratio in links:
            found = _narrowed(found, sign, ratio, atom)
    return found


def _relations(model: Model, name: Name) -> tuple[tree.Node, ...]:
    """A name's own relations; those of the only function whose parameter it is."""
    if not name.implicit:
        return name.domain
    owners = [one for one in model.names.values() if name.key in map(symbol_key, one.parameters)]
    speaking = {tuple(one for one in owner.domain if _speaks_of(one, name.key)) for owner in owners}
    return speaking.pop() if len(speaking) == 1 else ()


def _speaks_of(relation: tree.Node, key: str) -> bool:
    return any(isinstance(part, tree.Symbol) and symbol_key(part) == key for _, part in tree.walk(relation))


def _narrowed(where: Range, sign: str, ratio: Ratio, atom: Atom) -> Range:
    """The range with `ratio sign 0`, where that is linear in the variable and in nothing else."""
    try:
        variable, numbers = univariate(ratio)
    except Refused:
        return where
    if variable != atom or len(numbers) != 2 or sign == "≠":  # noqa: PLR2004 - linear
        return where
    place, is_open = -numbers[0] / numbers[1], sign == ">"
    if numbers[1] > 0:
        if where.low is None or place > where.low or (place == where.low and is_open):
            return Range(place, where.high, is_open, where.high_open)
    elif where.high is None or place < where.high or (place == where.high and is_open):
        return Range(where.low, place, where.low_open, is_open)
    return where


def _without_root(polynomial: list[Fraction], where: Range) -> bool:
    """Whether a polynomial has no root in the range."""
    if not polynomial:
        return False
    if len(polynomial) == 1:
        return True
    ends = ((where.low, where.low_open), (where.high, where.high_open))
    for end, is_open in ends:
        if end is not None and not value_at(polynomial, end):
            if not is_open:
                return False
            while not value_at(polynomial, end):
                polynomial = divided(polynomial, [-end, Fraction(1)])[0]
    return len(polynomial) == 1 or roots_between(polynomial, where.low, where.high) == 0


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
