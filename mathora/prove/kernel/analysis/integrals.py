"""Definite integrals.

Owns: `definite`, the value of an integral, `extended_definite`, ±∞ included, and `body_of`.

| rule | what it needs |
| --- | --- |
| antiderivative | F' = f, F and f continuous on the whole closed range, both ways round where the ends' order is open |
| antiderivative and limits at the ends | the same on the open range, and limits by leading terms |
| quadrature | no letters; the value is known by balls alone (Arb's `acb.integral`), for ≈ and orders |
| in halves | the same for each half of a range on which f is continuous |
| Gauss' integral | a polynomial times e^(−ax² + bx + c) over the whole line, a > 0; from 0 on where b = 0 |
| derivative of an integral by its ends | d/dx ∫_a^b f dt = f(b) b' − f(a) a', f continuous and without x |
| Dirichlet's integral | c sin(ax)/x from 0 to ∞, a > 0: cπ/2 |
| Euler's integral | x^(s−1) e^(−bx) from 0 to ∞, s > 0 and b > 0 |
| a power with letters above | x^(s−1) from 0 on, s > 0, or to ∞, s < 0 |

Law: an antiderivative is a hint (or found term by term for a polynomial); what is not continuous has no value here.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.signs import infinite_sign
from mathora.prove.kernel.analysis.limits import limit_of
from mathora.prove.kernel.analysis.primitives import integrated
from mathora.prove.kernel.analysis.series import Infinite, Target, finite
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.marginals import marginal
from mathora.prove.kernel.exact import calculus, circular, functions
from mathora.prove.kernel.exact.algebra import Atom, Ratio, function_atom
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.exact.numbers import CUT
from mathora.prove.kernel.reading.values import number
from mathora.prove.kernel.signs.continuity import is_continuous
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

End = Ratio | Infinite


def body_of(node: tree.Integral) -> tuple[tree.Symbol, tree.Node]:
    r"""The variable and the integrand; `\int \frac{dx}{x}` has its dx within the body."""
    if node.operator != r"\int":
        raise Refused("an integral of this kind")
    if len(node.differentials) == 1:
        variable, body = node.differentials[0].variable, node.body or tree.Number("1")
    else:
        found = [
            (path, part) for path, part in tree.walk(node.body or tree.Blank()) if isinstance(part, tree.Differential)
        ]
        if node.differentials or node.body is None or len(found) != 1:
            raise Refused("an integral of this kind")
        path, part = found[0]
        variable, body = part.variable, tree.replace_at(node.body, path, tree.Number("1"))
    if not isinstance(variable, tree.Symbol):
        raise Refused("an integral by what is no name")
    return variable, body


def definite(reading: TreeReading, node: tree.Integral) -> Ratio:
    """The value of an integral, as a number."""
    return finite(extended_definite(reading, node))


def extended_definite(reading: TreeReading, node: tree.Integral) -> Ratio | Infinite:
    """The value of an integral between two ends, ±∞ included."""
    if node.operator == r"\iint":
        raise Refused("an integral over this region")
    if node.lower is None and node.upper is None and speaks_of_chance(node, reading.model):
        variable, body = body_of(node)
        return marginal(reading, body, symbol_key(variable))
    if node.lower is None or node.upper is None:
        raise Refused("an antiderivative within an expression")
    variable, body = body_of(node)
    ends = [_end(reading, one) for one in (node.lower, node.upper)]
    key = symbol_key(variable)
    return _Integral(reading, node, reading.fresh(key), key, body).between(*ends)


def _end(reading: TreeReading, node: tree.Node) -> End:
    sign = infinite_sign(node)
    return Infinite(sign) if sign else reading.number(node)


def slope_of_integral(reading: TreeReading, node: tree.Integral, by: Atom | None) -> Ratio:
    """The derivative by a free name that stands in the ends alone (Leibniz)."""
    if by is None or by.kind != "variable" or node.lower is None or node.upper is None:
        raise Refused("a derivative of this integral")
    variable, body = body_of(node)
    low, high = reading.number(node.lower), reading.number(node.upper)
    key = symbol_key(variable)
    integral, total = _Integral(reading, node, reading.fresh(key), key, body), list[Ratio]()
    for facts in integral.ways(low, high):
        integrand = facts.resolved(integral.read(body, facts))
        if by in integrand.atoms or not is_continuous(integrand, facts):
            raise Refused("an integrand that is not continuous, or changes with what it is differentiated by")
        slopes = [
            calculus.substituted(integrand, {integral.atom: end}, Conditions(facts)) * reading.slope(end, (by, 1))
            for end in (low, high)
        ]
        total.append(slopes[1] - slopes[0])
    if not total or any(not (one - total[0]).vanishes for one in total):
        raise Refused("a derivative with two values")
    reading.hints.use("derivative of an integral by its ends")
    return total[0]


class _Integral:
    def __init__(self, reading: TreeReading, node: tree.Integral, atom: Atom, key: str, body: tree.Node) -> None:
        self.reading, self.node, self.atom, self.key, self.body = reading, node, atom, key, body

    def read(self, node: tree.Node, facts: Facts) -> Ratio:
        """A part on a range; its conditions on the variable are shown there."""
        return number(self.reading.within(node, {self.key: Ratio.atom(self.atom)}, facts, self.atom))

    def between(self, low: End, high: End) -> Ratio | Infinite:
        reading = self.reading
        if isinstance(low, Ratio) and isinstance(high, Ratio):
            if (high - low).vanishes:
                raise Refused("an integral from an end to itself")
            try:
                return self._closed(low, high)
            except Refused:
                if not reading.facts.shows(high - low, ">"):
                    raise
                if self._is_constant(low, high):
                    return self._by_quadrature(low, high)
        facts = reading.facts.with_(*_inside(self.atom, low, high, is_open=True))
        integrand = cancelled(facts.resolved(self.read(self.body, facts)))
        for rule, name in ((_gauss, "Gauss' integral"), (_powers, "Euler's integral"), (_sinc, "Dirichlet's integral")):
            found = rule(integrand, self.atom, low, high, reading.facts)
            if found is not None:
                reading.hints.use(name)
                return found
        try:
            return self._by_limits(integrand, facts, low, high)
        except Refused:
            if not isinstance(low, Ratio) or not isinstance(high, Ratio):
                raise
        return self._in_halves(facts, low, high)

    def _in_halves(self, facts: Facts, low: Ratio, high: Ratio) -> Ratio:
        """The two halves of a range on whose whole the integrand is continuous, each by limits at its ends."""
        closed = self.reading.facts.with_(*_inside(self.atom, low, high, is_open=False))
        integrand, middle = closed.resolved(self.read(self.body, closed)), (low + high).scaled(Fraction(1, 2))
        if not is_continuous(integrand, closed):
            raise Refused("an integral through a place where something is not continuous")
        values = [
            self._by_limits(integrand, facts.with_(*_inside(self.atom, *ends, is_open=True)), *ends)
            for ends in ((low, middle), (middle, high))
        ]
        if not all(isinstance(one, Ratio) for one in values):
            raise Refused("an infinite integral")
        return values[0] + values[1]  # type: ignore[operator]

    def _is_constant(self, low: Ratio, high: Ratio) -> bool:
        """Whether an integral that has no hint depends on nothing."""
        try:
            self.reading.hints.value(self.node, self.reading.model)
        except Refused:
            return not low.variables and not high.variables
        return False

    def _by_quadrature(self, low: Ratio, high: Ratio) -> Ratio:
        """The integral as a number of its own, whose balls come from verified quadrature."""
        facts = self.reading.facts.with_(*_inside(self.atom, low, high, is_open=False))
        integrand = facts.resolved(self.read(self.body, facts))
        if integrand.variables != (self.atom,) or not is_continuous(integrand, facts):
            raise Refused("an integral that quadrature does not reach")
        cut = [one.argument for one in integrand.atoms if one.kind in CUT and self.atom in one.argument.atoms]
        if not all(facts.shows(one, "≥") or facts.shows(-one, "≥") for one in cut):
            raise Refused("an integral of a root of what changes its sign")
        bound = {self.atom: Ratio.atom(Atom("bound", "x"))}
        body = calculus.substituted(integrand, bound, Conditions(facts))
        self.reading.hints.use("quadrature")
        return Ratio.atom(function_atom("integral", low, high, body))

    def ways(self, low: Ratio, high: Ratio) -> Iterator[Facts]:
        """The range, both ways round where it is not known which end is the greater one."""
        facts = self.reading.facts
        if not facts.shows(low - high, "≥"):
            yield facts.with_(*_inside(self.atom, low, high, is_open=False))
        if not facts.shows(high - low, "≥"):
            yield facts.with_(*_inside(self.atom, high, low, is_open=False))

    def _closed(self, low: Ratio, high: Ratio) -> Ratio:
        whole: list[Ratio] = []
        for facts in self.ways(low, high):
            integrand = facts.resolved(self.read(self.body, facts))
            antiderivative = self._antiderivative(integrand, facts)
            if not (is_continuous(antiderivative, facts) and is_continuous(integrand, facts)):
                raise Refused("an integral through a place where something is not continuous")
            ends = [calculus.substituted(antiderivative, {self.atom: end}, Conditions(facts)) for end in (low, high)]
            whole.append(ends[1] - ends[0])
        if not whole or any(not (one - whole[0]).vanishes for one in whole):
            raise Refused("an integral with two values")
        self.reading.hints.use("antiderivative")
        return whole[0]

    def _antiderivative(self, integrand: Ratio, facts: Facts) -> Ratio:
        try:
            return integrated(integrand, self.atom)
        except Refused:
            form = self.reading.hints.value(self.node, self.reading.model)
        whole = facts.resolved(self.read(form, facts))
        inside = facts.with_(*((">", ratio) for sign, ratio in facts.known if sign == "≥" and self.atom in ratio.atoms))
        conditions = Conditions(inside)
        slope = calculus.derivative(whole, self.atom, conditions)
        if any(not inside.shows(ratio, sign) for sign, ratio in conditions.found):
            raise Refused("an antiderivative that is not smooth")
        if not inside.resolved(cancelled(slope - integrand)).vanishes:
            raise Refused("the derivative is not the integrand")
        return whole

    def _by_limits(self, integrand: Ratio, facts: Facts, low: End, high: End) -> Ratio | Infinite:
        antiderivative = self._antiderivative(integrand, facts)
        if not (is_continuous(antiderivative, facts) and is_continuous(integrand, facts)):
            raise Refused("an integral through a place where something is not continuous")
        values = []
        for end, side in ((low, 1), (high, -1)):
            target = Target(self.atom, None, end.sign) if isinstance(end, Infinite) else Target(self.atom, end, side)
            values.append(limit_of(antiderivative, target, facts))
        first, last = values
        self.reading.hints.use("antiderivative and limits at the ends")
        if isinstance(first, Ratio) and isinstance(last, Ratio):
            return last - first
        signs = {one.sign * side for one, side in ((first, -1), (last, 1)) if isinstance(one, Infinite)}
        if len(signs) != 1:
            raise Refused("infinity less infinity")
        return Infinite(signs.pop())


def _inside(atom: Atom, low: End, high: End, *, is_open: bool) -> Iterator[Fact]:
    sign, one = ">" if is_open else "≥", Ratio.atom(atom)
    if isinstance(low, Ratio):
        yield sign, one - low
    elif low.sign > 0:
        raise Refused("an integral from infinity")
    if isinstance(high, Ratio):
        yield sign, high - one
    elif high.sign < 0:
        raise Refused("an integral to minus infinity")


def _exponents(ratio: Ratio, variable: Atom) -> tuple[Ratio, Ratio] | None:
    """(rest, u) for `rest · e^u` with all exponentials of the variable gathered; None for several of them."""
    found = None
    total = Ratio.number(0)
    for polynomial, sign in ((ratio.above, 1), (ratio.below, -1)):
        for monomial in polynomial:
            exponent = Ratio.number(0)
            for atom, power in monomial:
                if atom.kind == "exp" and variable in atom.argument.atoms:
                    exponent += atom.argument.scaled(Fraction(power * sign, atom.degree))
            key = (sign, exponent.text)
            if found is not None and found != key and found[0] == sign:
                return None
            found = key
            if monomial == next(iter(polynomial)):
                total += exponent
    if not total.above:
        return None
    rest = cancelled(ratio.over(functions.exponential(total, Conditions(Facts()))))
    return rest, total


def _coefficients(ratio: Ratio, variable: Atom) -> dict[int, Ratio] | None:
    found = ratio.coefficients(variable)
    return None if any(variable in one.atoms for one in found.values()) else found


def _gauss(ratio: Ratio, variable: Atom, low: End, high: End, facts: Facts) -> Ratio | None:
    """∫ p(x) e^(−ax² + bx + c) dx over the line, with x = t + b/2a, or for b = 0 over its positive half:
    ∫₀^∞ t^k e^(−at²) dt = Γ((k + 1)/2)/(2 a^((k + 1)/2)).
    """
    half = isinstance(low, Ratio) and not low.above
    if high != Infinite(1) or not (half or low == Infinite(-1)):
        return None
    parts = _exponents(ratio, variable)
    exponent = None if parts is None else _coefficients(parts[1], variable)
    if parts is None or exponent is None or max(exponent) != 2:  # noqa: PLR2004 - a square
        return None
    zero = Ratio.number(0)
    a, b, c = -exponent[2], exponent.get(1, zero), exponent.get(0, zero)
    if not facts.shows(a, ">") or (half and b.above):
        return None
    centre, total = b.over(a.scaled(2)), zero
    shifted = calculus.substituted(parts[0], {variable: Ratio.atom(variable) + centre}, Conditions(facts))
    weights = _coefficients(cancelled(shifted), variable)
    if weights is None:
        return None
    for power, weight in weights.items():
        if half or power % 2 == 0:
            order = Fraction(power + 1, 2)
            moment = circular.gamma(Ratio.number(order), Conditions(facts)).over(functions.sized_power(a, order))
            total += (weight * moment).scaled(Fraction(1, 1 + half))
    return total * functions.exponential(c + b * b.over(a.scaled(4)), Conditions(facts))


def _sinc(ratio: Ratio, variable: Atom, low: End, high: End, facts: Facts) -> Ratio | None:
    """∫₀^∞ c sin(ax)/x dx = cπ/2 for a > 0."""
    whole, x = cancelled(ratio * Ratio.atom(variable)), Ratio.atom(variable)
    sine = next((one for one in whole.atoms if one.kind == "sin"), None)
    if sine is None or high != Infinite(1) or not isinstance(low, Ratio) or low.above:
        return None
    rate, weight = cancelled(sine.argument.over(x)), cancelled(whole.over(Ratio.atom(sine)))
    depends = variable in rate.atoms | weight.atoms
    return None if depends or not facts.shows(rate, ">") else weight * functions.PI.scaled(Fraction(1, 2))


def _powers(ratio: Ratio, variable: Atom, low: End, high: End, facts: Facts) -> Ratio | None:
    """∫ c x^(s−1) e^(−bx) dx: c Γ(s)/b^s from 0 to ∞ (Euler), and for b = 0 with ends e > 0: c e^s/s from 0 to e where
    s > 0, and −c e^s/s from e to ∞ where s < 0.
    """
    from_zero = isinstance(low, Ratio) and not low.above
    end = high if from_zero else low
    parts = _exponents(ratio, variable)
    if parts is None or not (from_zero or high == Infinite(1)):
        return None
    one, log = Ratio.atom(variable), Ratio.atom(function_atom("ln", Ratio.atom(variable)))
    exponent, rate, power = parts[1], Ratio.number(0), Ratio.number(0)
    for monomial, times in exponent.above.items():
        term = Ratio({monomial: times}, exponent.below)
        by_log, by_name = cancelled(term.over(log)), cancelled(term.over(one))
        if variable not in by_log.atoms:
            power += by_log
        elif variable not in by_name.atoms:
            rate -= by_name
        else:
            return None
    weights = _coefficients(parts[0], variable)
    fits = facts.shows(end, ">") and not rate.above if isinstance(end, Ratio) else facts.shows(rate, ">")
    if weights is None or not fits:
        return None
    total = Ratio.number(0)
    for degree, weight in weights.items():
        s, nothing = power + Ratio.number(degree + 1), Conditions(facts)
        if not facts.shows(s if from_zero else -s, ">"):
            return None
        if isinstance(end, Ratio):
            value = functions.exponential(s * functions.sized_logarithm(end), nothing).over(s)
        else:
            value = circular.gamma(s, nothing).over(functions.exponential(s * functions.sized_logarithm(rate), nothing))
        total += weight * (value if from_zero else -value)
    return total
