"""Each atom's expansion in the step of a limit.

Owns: `Expansion`: of a ratio, and the limit or the sign that its leading term tells.

Law: what is not expanded here is refused; what swings between bounds stays an atom, and may stand only before what
tends to 0.
"""

from __future__ import annotations

from fractions import Fraction
from math import factorial, prod

from mathora.prove.kernel.analysis import series
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus, functions
from mathora.prove.kernel.exact.algebra import ONE, Atom, Polynomial, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import Conditions

STIRLING = (Fraction(1, 12), Fraction(-1, 360), Fraction(1, 1260))


class Expansion(series.Arithmetic):
    """Expansions for one target, to so many orders."""

    # ---- answers

    def limit(self, body: Ratio) -> Ratio | series.Infinite:
        """The limit that the leading term tells."""
        found = self.of(body)
        if any(self.growth(key, one) > 0 for key, one in found.items()):
            key = self.fastest(found)
            return series.Infinite(self.sign_of_lead(found[key]))
        plain = found.get((), series.Series({}))
        terms = {power: one for power, one in plain.terms.items() if power <= 0}
        if plain.order is not None and plain.order <= 0:
            raise series.TooFewOrders("too few orders")
        if not terms:
            return Ratio.number(0)
        lead = min(terms)
        degree, coefficient = series.in_logarithm(terms[lead])
        if lead == 0 and degree <= 0:
            if self.target.variable in terms[lead].atoms:
                raise Refused("what swings has no limit")
            return coefficient if degree == 0 else Ratio.number(0)
        return series.Infinite(self.sign_of_lead(plain))

    def holds(self, ratio: Ratio, sign: str) -> bool:
        """Whether `ratio sign 0` near the target."""
        found = self.of(ratio)
        if not any(one.terms for one in found.values()):
            return sign == "≥"
        lead = self.sign_of_lead(found[self.fastest(found)], nonzero=sign == "≠")
        return sign == "≠" or lead > 0

    def of(self, ratio: Ratio) -> series.Scaled:
        """The expansion of a ratio."""
        if len(ratio.below) == 1:
            return self._polynomial(ratio.above, ratio.below)
        return self.product(self._polynomial(ratio.above), self.inverse(self._polynomial(ratio.below)))

    def _polynomial(self, polynomial: Polynomial, below: Polynomial = ONE) -> series.Scaled:
        """The terms of a polynomial over one term, exponentials gathered in each of them."""
        ((under, divisor),) = below.items()
        total: series.Scaled = {}
        for monomial, number in polynomial.items():
            term: series.Scaled = {(): series.Series({series.ZERO: Ratio.number(number / divisor)})}
            exponent = Ratio.number(0)
            for atom, power in (*monomial, *((atom, -power) for atom, power in under)):
                if atom.kind == "exp" and self.target.variable in atom.argument.atoms:
                    exponent += atom.argument.scaled(Fraction(power, atom.degree))
                    continue
                part = self._atom(atom) if power > 0 else self.inverse(self._atom(atom))
                for _ in range(abs(power)):
                    term = self.product(term, part)
            if exponent.above:
                term = self.product(term, self._exponential(self.of(cancelled(exponent))))
            total = self.sum(total, term)
        return {key: one for key, one in total.items() if one.terms or one.order is not None}

    # ---- atoms

    def _atom(self, atom: Atom) -> series.Scaled:  # noqa: PLR0911 - a row for each kind
        if atom == self.target.variable:
            step = Ratio.number(self.target.side)
            if self.target.place is None:
                return {(): series.Series({Fraction(-1): step})}
            return {(): self.kept({series.ZERO: self.target.place, Fraction(1): step}, None)}
        if not any(self.target.variable in one.atoms for one in atom.arguments):
            return {(): series.Series({series.ZERO: Ratio.atom(atom)})}
        if atom.kind == "power":
            return self._whole_power(atom)
        if len(atom.arguments) != 1:
            raise Refused("a limit in one of several arguments")
        inner = self.of(atom.argument)
        match atom.kind:
            case "ln":
                return self._logarithm(inner)
            case "gamma":
                return self._factorial(inner)
            case "root" | "abs":
                return self._size(inner, Fraction(1, atom.degree))
            case "odd root":
                key, lead, coefficient, rest = self.split(inner)
                sign = self.sign_of_lead(series.Series({series.ZERO: coefficient}))
                whole = {key: self.times(series.Series({lead: coefficient}), series.plus_one(rest))}
                return self.product(self._size(whole, Fraction(1, atom.degree)), _only(sign))
            case _:
                return self._smooth(atom, inner)

    def _whole_power(self, atom: Atom) -> series.Scaled:
        base, exponent = atom.arguments
        if self.target.variable in base.atoms and self.target.variable not in exponent.atoms:
            inner = self.of(base)
            _, _, coefficient, _ = self.split(inner)
            if not self.facts.shows(coefficient, ">"):
                raise Refused("a power of what is not known to be positive")
            return self._exponential(self.product(self._logarithm(inner), {(): series.Series({series.ZERO: exponent})}))
        if self.target.variable in base.atoms or self.target.place is not None:
            raise Refused("a power whose base moves")
        if base.constant == -1:
            return {(): series.Series({series.ZERO: Ratio.atom(atom)})}
        if self.facts.shows(Ratio.number(1) - base * base, ">") and self._growth_of_exponent(exponent):
            rate = Ratio.atom(Atom("variable", f"ln |{base.text}|#"))
            self.facts = self.facts.with_((">", -rate))
            return {((Fraction(-1), rate),): series.Series({series.ZERO: Ratio.atom(atom)})}
        raise Refused("a power of what is not known to be small")

    def _growth_of_exponent(self, exponent: Ratio) -> bool:
        return exponent.only_atom == self.target.variable and self.target.side > 0

    def _plain(self, inner: series.Scaled) -> series.Series:
        known = inner.get((), series.Series({}))
        if set(inner) - {()}:
            if any(key and (series.is_power(key) or self.growth(key) >= 0) for key in inner):
                raise Refused("a function of what grows too fast")
            known = series.Series(known.terms, series.least(known.order, self.orders * 2))
        if known.order is not None and known.order <= 0:
            raise series.TooFewOrders("an argument that is not known")
        return known

    def _exponential(self, inner: series.Scaled) -> series.Scaled:
        known = self._plain(inner)
        key = tuple(sorted(((q, c) for q, c in known.terms.items() if q < 0), key=lambda one: one[0]))
        start = known.terms.get(series.ZERO, Ratio.number(0))
        rest = series.Series({q: c for q, c in known.terms.items() if q > 0}, known.order)
        lead, logs, letters = self._without_logs(start)
        taylor = [Ratio.number(Fraction(1, factorial(n))) for n in range(self.count(rest))]
        powers = self.composed(taylor, rest)
        scale = functions.exponential(lead, Conditions(self.facts))
        return {series.joined(key, letters, 1): self.times(powers, series.Series({logs: scale}))}

    def _without_logs(self, start: Ratio) -> tuple[Ratio, Fraction, series.Key]:
        """A constant exponent c + (q + s) ln h, with a number q, and the factor h^s."""
        if self.target.variable in start.atoms:
            raise Refused("an exponent that swings")
        if series.LOG not in start.atoms:
            return start, series.ZERO, ()
        parts = start.coefficients(series.LOG)
        if set(parts) - {0, 1} or any(series.LOG in one.atoms for one in parts.values()):
            raise Refused("an exponent with a logarithm")
        slope = parts[1]
        number = slope.above.get((), series.ZERO) if slope.below == ONE else series.ZERO
        letters = slope - Ratio.number(number)
        return parts.get(0, Ratio.number(0)), number, () if letters.vanishes else ((series.ZERO, -letters),)

    def _factorial(self, inner: series.Scaled) -> series.Scaled:
        """Γ(u) of a u that grows beyond bounds, by Stirling's series of ln Γ(u).

        (u − 1/2) ln u − u + (ln 2π)/2 + 1/(12u) − 1/(360u³) + 1/(1260u⁵); the rest is less than c/u⁷ (DLMF 5.11.1).
        """
        known = self._plain(inner)
        if known.lead >= 0 or self.sign_of_lead(known) < 0:
            raise Refused("a factorial of what does not grow")
        less = self.inverse(inner)
        by_logarithm = self.product(self.sum(inner, _only(Fraction(-1, 2))), self._logarithm(inner))
        half = functions.sized_logarithm(functions.PI.scaled(2)).scaled(Fraction(1, 2))
        rest = self.sum(self.product(inner, _only(-1)), {(): series.Series({series.ZERO: half}, -7 * known.lead)})
        for number in STIRLING:
            rest = self.sum(rest, self.product(less, _only(number)))
            less = self.product(less, self.product(self.inverse(inner), self.inverse(inner)))
        return self._exponential(self.sum(by_logarithm, rest))

    def _logarithm(self, inner: series.Scaled) -> series.Scaled:
        key, lead, coefficient, rest = self.split(inner)
        taylor = [Ratio.number(0 if n == 0 else Fraction((-1) ** (n + 1), n)) for n in range(self.count(rest))]
        total = self.composed(taylor, rest)
        start = functions.sized_logarithm(coefficient) + Ratio.atom(series.LOG).scaled(lead)
        total = self.added(total, self.kept({series.ZERO: start}, None))
        exponent = {q: c if q else c * Ratio.atom(series.LOG).scaled(-1) for q, c in key}
        return {(): self.added(total, series.Series(exponent))}

    def _size(self, inner: series.Scaled, exponent: Fraction) -> series.Scaled:
        if not any(one.terms or one.order is not None for one in inner.values()):
            return {(): series.Series({})}
        key, lead, coefficient, rest = self.split(inner)
        choices = (
            prod(((exponent - k) / (k + 1) for k in range(n)), start=Fraction(1)) for n in range(self.count(rest))
        )
        taylor = list(map(Ratio.number, choices))
        total = self.times(
            self.composed(taylor, rest), series.Series({lead * exponent: functions.sized_power(coefficient, exponent)})
        )
        return {tuple((q, c.scaled(exponent)) for q, c in key): total}

    def _smooth(self, atom: Atom, inner: series.Scaled) -> series.Scaled:
        """Taylor's expansion at the argument's limit; far out arctan and erf are at their bounds, a sine swings."""
        known = self._plain(inner)
        if any(q < 0 or (q == 0 and series.LOG in c.atoms) for q, c in known.terms.items()):
            if atom.kind == "arctan":
                bound = functions.PI.scaled(Fraction(self.sign_of_lead(known), 2))
                rest = self.product(self._smooth(atom, self.inverse({(): known})), _only(-1))
                return self.sum({(): series.Series({series.ZERO: bound})}, rest)
            if atom.kind in {"sin", "cos"}:
                return {(): series.Series({series.ZERO: Ratio.atom(atom)})}
            if atom.kind == "erf" and known.lead < 0:  # what is left of ±1 is smaller than every power
                return {(): series.Series({series.ZERO: Ratio.number(self.sign_of_lead(known))}, self.orders)}
            raise Refused(f"a limit of {atom.kind}")
        start = known.terms.get(series.ZERO, Ratio.number(0))
        if self.target.variable in start.atoms:
            raise Refused("a function of what swings")
        small = series.Series({q: c for q, c in known.terms.items() if q > 0}, known.order)
        if atom.kind == "arcsin" and abs(end := start.constant or Fraction(0)) == 1:  # what is left is like √(1 ∓ u)
            order = series.least(*small.terms, small.order)
            return {(): series.Series({series.ZERO: functions.PI.scaled(end / 2)}, order and order / 3)}
        return {(): self.composed(self._taylor(atom, start, self.count(small)), small)}

    def _taylor(self, atom: Atom, start: Ratio, count: int) -> list[Ratio]:
        if atom.kind not in {"sin", "cos", "arctan", "arcsin", "erf"} and not atom.kind.startswith(calculus.UNKNOWN):
            raise Refused(f"a limit of {atom.kind}")
        name = Atom("variable", "t#")
        conditions = Conditions(self.facts)
        value = calculus.rebuilt(atom, (Ratio.atom(name),), conditions)
        found = list[Ratio]()
        for n in range(count):
            at = Conditions(self.facts)
            found.append(calculus.substituted(value, {name: start}, at).scaled(Fraction(1, factorial(n))))
            for sign, ratio in conditions.found:
                if not self.facts.shows(calculus.substituted(ratio, {name: start}, at), ">" if sign == "≥" else sign):
                    raise Refused("a function that is not smooth at the limit of its argument")
            value = calculus.derivative(value, name, conditions)
        return found


def _only(number: Fraction | int) -> series.Scaled:
    return {(): series.Series({series.ZERO: Ratio.number(number)})}
