r"""The rules by which the kernel proves a statement.

Owns: `Judging`: one claim being judged.

A statement is judged link by link. Its sides are read (`reading`), sums, limits and integrals to their values
(`analysis`); `equality` and `signs` compare them, `logic` joins statements; the certificate names the rules used.

Laws:
- What is stated holds wherever all conditions of the certificate do.
- A rule searches nothing: what it cannot compute directly is a hint, and hints are checked.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from mathora.formula import Model, symbol_key, tree
from mathora.formula.inspection.rounding import last_place
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.signs import ZERO_VECTOR, has_both_signs, infinite_sign, with_sign
from mathora.prove.kernel import logic, sets
from mathora.prove.kernel.analysis.families import by_cauchy
from mathora.prove.kernel.analysis.integrals import body_of, extended_definite
from mathora.prove.kernel.analysis.limits import extended_limit
from mathora.prove.kernel.analysis.series import Infinite
from mathora.prove.kernel.analysis.sums import extended_big
from mathora.prove.kernel.certificate import Claim, HintBook, Refused
from mathora.prove.kernel.chance.bounds import by_markov
from mathora.prove.kernel.chance.knowledge import conditions_of, prepared
from mathora.prove.kernel.chance.known import known_of
from mathora.prove.kernel.divisibility import congruent, whole
from mathora.prove.kernel.equality import equal, ordered
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.circular import AS_A_WHOLE
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import OfAnySign, refuse_imaginary
from mathora.prove.kernel.reading import units
from mathora.prove.kernel.reading.branching import Undistinguished
from mathora.prove.kernel.reading.meaning import TreeReading
from mathora.prove.kernel.reading.relations import ORDERS, facts_of
from mathora.prove.kernel.reading.values import ExactValue, entries, entrywise, shape, transposed, with_identity
from mathora.prove.kernel.signs.facts import Facts

MOST_BRANCHES = 24
SideOf = TypeVar("SideOf")


class Judging:
    """One claim being judged: what is known, and the conditions found."""

    def __init__(self, model: Model, hints: HintBook, facts: Facts, tol: Fraction | None) -> None:
        self.hints, self.tol = hints, tol
        self.reading = TreeReading(model, hints, facts)
        self.conditions: list[str] = []
        self.strict, self.bound = False, frozenset[Atom]()
        """Whether conditions have to be shown and not only noted: in implications; and those of variables behind ∀."""

    def know(self, claim: Claim) -> None:
        """What the model declares and what is given is known from here on."""
        names = claim.model.spoken_of((claim.node, *claim.givens))
        plain = TreeReading(claim.model, self.hints, Facts())
        plain.chance = self.reading.chance = known_of(claim.model, (claim.node,), claim.givens)
        declared = facts_of(claim.model, names, plain)
        self._knows(replace(declared, asking=self.reading.facts.asking))
        if speaks_of_chance(claim.node, claim.model):
            self._knows_chance(claim)
        for given in claim.givens:
            for part in tree.statements(given):
                with_premise = logic.assumed(self, part)
                if with_premise is not None:
                    self._knows(with_premise)

    def _knows_chance(self, claim: Claim) -> None:
        """What all measures obey; and that what a probability is given by may happen, which the certificate says."""
        bounds = prepared(self.reading, (claim.node, *claim.givens))
        self._knows(self.reading.facts.with_(*bounds))
        for below, text in dict(conditions_of(claim.node, claim.model)).items():
            with suppress(Refused), self.reading.apart():
                value = self.reading.number(below)
                if value.constant is None:
                    self._knows(self.reading.facts.with_((">", value)))
                    self.conditions.append(text)

    def _knows(self, facts: Facts) -> None:
        self.reading.facts = self.reading.conditions.known = facts

    # ---- statements

    def statement(self, node: tree.Node) -> list[str]:
        """The rules of each link of a statement."""
        rules: list[str] = []
        for part in tree.statements(tree.regrouped(node)):
            match part:
                case tree.Annotated(body=body) | tree.Group(body=body):
                    rules += self.statement(body)
                case tree.Cases(rows=rows) if all(row.condition is None for row in rows):
                    for row in rows:
                        rules += self.statement(row.value)
                case tree.Relation():
                    for left, sign, right in part.links:
                        if has_both_signs(right):
                            rules += self._two_readings(left, sign, right)
                            continue
                        rules.append(self._in_branches(lambda le=left, s=sign, r=right: self._link(le, s, r)))  # type: ignore[misc]
                case tree.Congruence(chain=tree.Relation() as chain, modulus=below):
                    rules.append(self._in_branches(lambda c=chain, m=below: congruent(self.reading, c, m)))  # type: ignore[misc]
                case tree.Logic() | tree.Quantified():
                    rules += logic.judged(self, part)
                case _:
                    raise Refused("a statement of a kind that the kernel does not judge")
        return rules

    def _in_branches(self, link: Callable[[], str]) -> str:
        """A link in each branch of its case distinctions."""
        try:
            return self._concluded(link)
        except Undistinguished as open_case:
            branch = open_case.branch
        except Refused:
            angles = self.reading.facts.angles
            if not angles or AS_A_WHOLE in angles:
                raise
            angles[AS_A_WHOLE] = 1
            try:
                return self._concluded(link)
            finally:
                del angles[AS_A_WHOLE]
        if len(self.reading.branches) > MOST_BRANCHES or branch.is_bound or branch.key in self.reading.branches:
            raise Refused("cases that cannot be told apart")
        outer = self.reading.facts
        for place in range(len(branch.rows)):
            self.reading.branches[branch.key] = place
            try:
                with self.reading.knowing(branch.facts(outer, place)):
                    self._in_branches(link)
            finally:
                del self.reading.branches[branch.key]
        return "cases"

    def _concluded(self, link: Callable[[], str]) -> str:  # noqa: C901 - one obligation after the other
        """A link with its obligations met and its conditions noted; once more if angles were found to have parts."""
        reading = self.reading
        counted = reading.counted
        for _ in range(3):
            parts, reading.counted = dict(reading.facts.angles), counted
            self.hints.used.clear()
            reading.edges.clear()
            try:
                with reading.apart(smooth=self.strict or bool(self.bound)) as conditions:
                    rule = link()
            except Undistinguished:
                reading.counted = counted
                raise
            except Refused:
                denied = [one for one in conditions.found if reading.branches and reading.facts.denies(*one)]
                if denied and not (self.strict or self.bound):  # it has no value in this branch
                    self.conditions += [f"{ratio.text} {sign} 0" for sign, ratio in denied]
                    return "cases"
                if parts == reading.facts.angles:
                    raise
                continue
            if parts == reading.facts.angles:
                break
        else:
            raise Refused("angles whose parts do not come to an end")
        known = reading.facts.with_(*conditions.found, *conditions.declared)
        if not all(known.shows(ratio, sign) for sign, ratio in conditions.obligations):
            raise Refused("something that a rule needs could not be shown")
        for sign, ratio in (*conditions.found, *conditions.declared):
            is_strict = self.strict or bool(ratio.atoms & self.bound)
            if is_strict:
                ordered(ratio, Ratio.number(0), sign, reading.facts)
            elif (sign, ratio) in conditions.found and not reading.facts.shows(ratio, sign):
                self.conditions.append(f"{ratio.text} {sign} 0")
        return "; ".join(dict.fromkeys((*self.hints.used, rule)))

    # ---- links

    def _link(self, left: tree.Node, sign: str, right: tree.Node) -> str:  # noqa: PLR0911 - a row for each kind
        reading = self.reading
        written = any(isinstance(part, tree.Quantity) for side in (left, right) for _, part in tree.walk(side))
        reading.measured = reading.written = written
        self._named_units_fit(left, right)
        if sign == r"\approx":
            return self._rounded(left, right)
        if sign == r"\mid":
            return whole(reading, reading.number(right), reading.number(left))
        if sign in sets.OF_SETS or sets.is_set(left):
            return sets.of_sets(self, left, sign, right)
        if sign == "=" and not speaks_of_chance(right, reading.model) and (parts := _antiderivatives(left, right)):
            return self._antiderivative(left, right, parts)
        if sign == "=" and (infinite := infinite_sign(right)):
            return self._infinite(left, infinite)
        if sign in {"=", r"\equiv", ":="}:
            return self._equal(left, right)
        if sign not in ORDERS:
            raise Refused(f"the kernel does not judge {sign}")
        return self._ordered(left, sign, right)

    def _ordered(self, left: tree.Node, sign: str, right: tree.Node) -> str:
        kind, turned = ORDERS[sign]
        if kind == ">" and infinite_sign(left) - infinite_sign(right) == (-1 if turned else 1):  # what is finite
            refuse_imaginary(self._number(left if infinite_sign(right) else right))
            return "finite"
        if kind == "≠" and len(pairs := self._pairs(left, right)) > 1:
            return ordered(_distance(pairs), Ratio.number(0), kind, self._known())
        one, other = self._both(left, right, self._number)
        self._one_unit(one, other)
        larger, smaller = (other, one) if turned else (one, other)
        found, laws, facts = self.reading.conditions.found, self.reading.chance.laws.values(), self.reading.facts
        if any(one.row.vanishes for one in laws) and not all(facts.shows(part, sign) for sign, part in found):
            raise Refused("a probability that may be 0")
        try:
            return ordered(larger, smaller, kind, self._known().with_(*by_cauchy(self.reading)))
        except Refused:
            if kind != "≥" or not any(speaks_of_chance(side, self.reading.model) for side in (left, right)):
                raise
            return by_markov(self.reading, *((right, left) if turned else (left, right)))

    def _both(self, left: tree.Node, right: tree.Node, read: Callable[[tree.Node], SideOf]) -> tuple[SideOf, SideOf]:
        """Both sides; where the left one asks for what only the right one's conditions say, that is read first."""
        try:
            one = read(left)
        except (Undistinguished, OfAnySign):
            raise
        except Refused:
            if self.strict:
                raise
            other = read(right)
            with self.reading.knowing(self._known()):
                return read(left), other
        with self.reading.knowing(self._known()):
            return one, read(right)

    def _known(self) -> Facts:
        """All that may be used: a link is about the places where its sides have values."""
        facts, conditions = self.reading.facts, self.reading.conditions
        return facts if self.strict else facts.with_(*conditions.found, *conditions.declared)

    def _number(self, node: tree.Node) -> Ratio:
        below = isinstance(node, tree.Signed) and node.sign == "-"
        match node.operand if isinstance(node, tree.Signed) and below else node:
            case tree.Quantity(value=value, unit=measure) if units.is_temperature(measure):
                return units.from_zero(self.reading.number(value).scaled(-1 if below else 1), measure)
            case tree.Symbol() if self.reading.written and not below:
                name = self.reading.model.named(node)
                if name is not None and name.unit is not None and units.is_temperature(name.unit):
                    self.reading.measured = False
                    try:
                        return units.from_zero(self.reading.number(node), name.unit)
                    finally:
                        self.reading.measured = True
        return self.reading.number(node)

    def _one_unit(self, one: Ratio, other: Ratio) -> None:
        if self.reading.written:
            units.fit(one, other, numbers=True)

    def _named_units_fit(self, left: tree.Node, right: tree.Node) -> None:
        """Where no unit is written, names with units are numbers; but their units may not be mixed."""
        reading = self.reading
        symbols = [one for side in (left, right) for one in tree.symbols(side)]
        names = [name for one in symbols if (name := reading.model.named(one))]
        if reading.measured or not any(one.unit for one in names) or any(one.parameters for one in names):
            return
        reading.measured = True
        try:
            with reading.apart():
                units.fit(reading.number(left), reading.number(right), numbers=False)
        except units.MixedUnits:
            raise
        except Refused:
            return
        finally:
            reading.measured = False

    def _equal(self, left: tree.Node, right: tree.Node) -> str:
        if units.both_zero(left, right):
            return "numbers"
        pairs, known = self._pairs(left, right), self._known()
        if len(pairs) == 1:
            return equal(*pairs[0], known)
        with suppress(Refused):
            return "; ".join(dict.fromkeys(equal(a, b, known) for a, b in pairs))
        return equal(_distance(pairs), Ratio.number(0), known)

    def _pairs(self, left: tree.Node, right: tree.Node) -> list[tuple[Ratio, Ratio]]:
        """Both sides' numbers, entry beside entry."""
        one, other = self._both(left, right, self._side)
        one, other = with_identity(one, other), with_identity(other, one)
        if tree.Derivative in (type(left), type(right)) and shape(one) != shape(other) and 1 in shape(other):
            one = transposed(one)
        if isinstance(one, Ratio) and isinstance(other, Ratio):
            if ZERO_VECTOR in (left, right):
                raise Refused("a number and the zero vector")
            self._one_unit(one, other)
            return [(one, other)]
        if isinstance(other, Ratio) and not other.above:
            other = entrywise(one, lambda _: Ratio.number(0))
        if shape(one) != shape(other):
            raise Refused("shapes that do not fit")
        return list(zip(entries(one), entries(other), strict=True))

    def _side(self, node: tree.Node) -> ExactValue:
        value = node.operand if isinstance(node, tree.Signed) else node
        temperature = isinstance(value, tree.Quantity) and units.is_temperature(value.unit)
        named = isinstance(node, tree.Symbol) and self.reading.written
        return self._number(node) if temperature or named else self.reading.of(node)

    def _two_readings(self, left: tree.Node, sign: tree.RelationSign, right: tree.Node) -> list[str]:
        """`x = a ± b`: one of its readings; with another sign, or with ± on both sides, both."""
        ways = tuple(tree.Relation((with_sign(left, one), with_sign(right, one)), (sign,)) for one in ("+", "-"))
        if sign != "=" or has_both_signs(left):
            return [rule for one in ways for rule in self.statement(one)]
        return logic.one_of(self, ways)

    def _infinite(self, left: tree.Node, sign: int) -> str:
        rules = {tree.Limit: extended_limit, tree.Big: extended_big, tree.Integral: extended_definite}
        rule = rules.get(type(left))
        if rule is None or not isinstance(found := rule(self.reading, left), Infinite) or found.sign != sign:  # type: ignore[operator]
            raise Refused("this is not infinite")
        return "infinite"

    def _rounded(self, left: tree.Node, right: tree.Node) -> str:
        """|value − literal| < half a unit of the literal's last place, or within the author's tolerance."""
        one, other = self._number(left), self._number(right)
        self._one_unit(one, other)
        one, other = (self._known().resolved(cancelled(side)) if side.variables else side for side in (one, other))
        places = {side: unit for side in (right, left) if (unit := last_place(side)) is not None}
        if self.tol is not None:
            allowed = Ratio.number(self.tol)
        elif not places:
            raise Refused("≈ without a literal")
        else:
            literal = right if self.reading.measured and right in places else max(places, key=lambda side: places[side])
            allowed = Ratio.number(places[literal] / 2)
            for measure in (part.unit for _, part in tree.walk(literal) if isinstance(part, tree.Quantity)):
                if units.is_temperature(measure):
                    raise Refused("a rounded temperature")
                allowed = units.in_unit(allowed, measure)
        for gap in (one - other, other - one):
            if not self._known().shows(allowed - gap, ">"):
                raise Refused("the value is not rounded so")
        return "numbers"

    def _antiderivative(self, left: tree.Node, right: tree.Node, parts: list[tree.Integral]) -> str:
        """∫ f dx + … = F + …: both sides, linear in their antiderivatives, have one derivative by each variable."""
        reading, slopes = self.reading, dict[Atom, Ratio]()
        reading.conditions.smooth = True
        names = {tree.Symbol(f"∫{place}"): part for place, part in enumerate(parts)}
        values = {one: reading.fresh(one.name) for one in names}
        with reading.binding({symbol_key(one): Ratio.atom(atom) for one, atom in values.items()}):
            for name, part in names.items():
                left, right = (tree.replaced(side, part, name) for side in (left, right))
            difference = reading.number(left) - reading.number(right)
        if reading.edges or reading.branches:
            raise Refused("an antiderivative that may jump")
        rest = difference
        for name, part in names.items():
            variable, body = body_of(part)
            atom = Atom("variable", symbol_key(variable))
            factor = calculus.derivative(difference, values[name], reading.conditions)
            if reading.of(variable) != Ratio.atom(atom) or factor.constant is None or not factor.above:
                raise Refused("an antiderivative by what is no free name, or times what is no number")
            rest -= factor * Ratio.atom(values[name])
            slopes[atom] = slopes.get(atom, Ratio.number(0)) + factor * reading.number(body)
        for atom, slope in slopes.items():
            equal(slope, -calculus.derivative(rest, atom, reading.conditions), self._known())
        return "derivative of both sides"


def _distance(pairs: list[tuple[Ratio, Ratio]]) -> Ratio:
    """The squares of the gaps of real numbers, added: 0 where all are equal, and only there."""
    for a, b in pairs:
        refuse_imaginary(a - b)
    return sum(((a - b) * (a - b) for a, b in pairs), Ratio.number(0))


def _antiderivatives(left: tree.Node, right: tree.Node) -> list[tree.Integral]:
    found = [part for side in (left, right) for _, part in tree.walk(side) if isinstance(part, tree.Integral)]
    return list(dict.fromkeys(part for part in found if part.lower is None and part.upper is None))


def reading_of(claim: Claim) -> TreeReading:
    """A reading with all that is known in a claim. Raises Refused."""
    judging = Judging(claim.model, HintBook(()), Facts(), claim.tol)
    judging.know(claim)
    return judging.reading
