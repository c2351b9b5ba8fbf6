"""From a proof to its certificate.

Owns: `certified`, which looks for the hints that the kernel's rules need.

Laws:
- What is found here is worth nothing before the kernel has judged it.
- A proof that the kernel does not follow is none: the formula is undecided, and its author is told what to do.
- Where the search finds neither a proof nor a counterexample, the kernel is asked all the same; of chance its own rules
  reach further than the search, and it is asked wherever the search does not refute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice, product
from typing import Final

import sympy
from sympy import S

from mathora.formula import Model, Name, symbol_key, tree, write_latex
from mathora.formula.meaning.ranges import OverRange
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.chance import parts_with_definitions, speaks_of_chance
from mathora.formula.tree.signs import has_both_signs
from mathora.formula.tree.substitution import substituted
from mathora.prove.judge.chance import UNJUDGED, settled
from mathora.prove.judge.compare import Setting
from mathora.prove.judge.definitions import defines_unknown, is_fresh
from mathora.prove.judge.hint_text import Unwritten, written
from mathora.prove.judge.logic import for_each
from mathora.prove.judge.second_look import OURS, looked_at_again
from mathora.prove.judge.small_matrices import refuted_by_matrices
from mathora.prove.kernel import Certificate, Claim, Refused, attest
from mathora.prove.kernel.attesting import Exhausted
from mathora.prove.kernel.certificate import hint
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.tactics import normal
from mathora.prove.tactics.extrema import extremum
from mathora.prove.tactics.integrals import antiderivative
from mathora.prove.verdict import Verdict, undecided

MOST_ATTEMPTS = 40  # sets of hints that are tried for one formula
MOST_ASKED = 1800  # signs that they may ask for together: two or three seconds


def certified(claim: Claim, verdict: Verdict) -> Verdict:
    """A proof with its certificate; undecided if the kernel's rules do not prove the claim. What stands beside a remark
    on where a function goes from and to has one, too, and the whole is notation.
    """
    if speaks_of_chance(claim.node, claim.model):
        told = settled(claim, verdict, certificate_of)
        return (_behind_name(claim, told) if told.kind == "undecided" else None) or told
    if verdict.kind == "undecided" and verdict.reason != OURS and not has_both_signs(claim.node):
        return _behind_name(claim, verdict) or _by_rules_alone(claim, verdict)
    if verdict.kind != "proved":
        return verdict
    parts = tree.statements(claim.node)
    if len(said := [one for one in parts if not isinstance(one, tree.Signature)]) < len(parts):
        told = certified(replace(claim, node=tree.together(tuple(said))), verdict)
        return Verdict("notation", told.method, told.conditions) if told.kind == "proved" else told
    certificate = certificate_of(claim)
    return undecided(UNJUDGED) if certificate is None else replace(verdict, certificate=certificate)


def certified_at_once(claim: Claim) -> Verdict | None:
    """What the kernel's rules do by themselves and a search would take long for: implications, orders, series, sums of
    binomial coefficients, and sums in sums.
    """
    orders = isinstance(claim.node, tree.Relation) and set(claim.node.operators) <= _ORDERS
    quick = orders or any(_is_quick(part) for _, part in tree.walk(claim.node))
    if not quick or refuted_by_matrices(claim) is not None:
        return None
    with suppress(Refused, RecursionError):
        certificate = attest(claim, ())
        if not certificate.conditions:
            verdict = Verdict("proved", "; ".join(dict.fromkeys(certificate.rules)), certificate=certificate)
            looked = looked_at_again(claim, verdict)
            return None if orders and looked.kind != "proved" else looked
    return None


_ORDERS: Final = frozenset({"<", r"\le", ">", r"\ge"})


def _is_quick(part: tree.Node) -> bool:
    match part:
        case tree.Big(over=tree.Constant(name=r"\infty")):
            return True
        case tree.Big(body=body, over=over) if over is not None:
            return any(isinstance(one, tree.Binomial | tree.Big) for _, one in tree.walk(body))
        case tree.Logic(operators=operators):
            return bool(set(operators) & {r"\Rightarrow", r"\Leftarrow", *tree.EQUIVALENT})
        case _:
            return False


def _behind_name(claim: Claim, verdict: Verdict) -> Verdict | None:
    """`L(p) = a = b` as a definition, where the rules prove what is behind the first link; None of anything else."""
    match claim.node:
        case tree.Relation(operands=(new, said, _, *_), operators=("=" | ":=" as sign, *signs)):
            first, known = f"{write_latex(new)} {sign} {write_latex(said)}", claim.model
        case _:
            return None
    if first == verdict.link or not (is_fresh(new, known) or defines_unknown(new, said, known)):
        return None
    told = _by_rules_alone(replace(claim, node=tree.Relation(claim.node.operands[1:], tuple(signs))), verdict)
    return Verdict("definition", told.method, told.conditions) if told.kind == "proved" else None


def _by_rules_alone(claim: Claim, verdict: Verdict) -> Verdict:
    """What the search left open, where the kernel's rules prove it; its conditions have to be told in the formula's own
    words, and so the search has to have found them.
    """
    certificate = certificate_of(claim)
    if certificate is None or (certificate.conditions and not verdict.conditions):
        return replace(verdict, conditions=())
    method = "; ".join(dict.fromkeys(certificate.rules))
    told = looked_at_again(claim, Verdict("proved", method, verdict.conditions, certificate=certificate))
    match claim.node:
        case tree.Logic(operators=(word,), operands=(_, condition)) if word in tree.CONDITIONS:
            return for_each(told, condition, "in the condition")
        case _:
            return told


def certificate_of(claim: Claim) -> Certificate | None:
    """A certificate, or None."""
    asked = 0
    for hints in islice(_sets(claim), MOST_ATTEMPTS):
        facts = Facts()
        try:
            return attest(claim, hints, facts)
        except Exhausted:
            return None
        except (Refused, RecursionError):
            asked += facts.asked
        if asked > MOST_ASKED:
            return None
    return None


def _sets(claim: Claim) -> Iterator[tuple[str, ...]]:
    """Sets of hints: none, then one of each part's candidates, the best of each first."""
    yield ()
    candidates = []
    for part in parts_with_definitions(_spelled(claim.node), claim.model):
        found = list(dict.fromkeys(_candidates(part, claim)))
        if found:
            candidates.append([hint(part, value) for value in found])
    if len(candidates) > 1:
        yield tuple(dict.fromkeys(found[0] for found in candidates))
        yield from ((one,) for some in candidates for one in some)
    if candidates:
        together = product(*candidates)
        yield from (tuple(dict.fromkeys(chosen)) for chosen in islice(together, len(candidates) > 1, None))


def _spelled(node: tree.Node) -> tree.Node:
    """The formula as the kernel reads it: with one name for each quantifier."""
    whole = tree.regrouped(node) if isinstance(node, tree.Quantified) else node
    return whole.with_children([_spelled(one) for one in whole.children]) if whole.children else whole


def _candidates(part: tree.Node, claim: Claim) -> Iterator[str]:
    search = _SEARCHES.get(type(part))
    if search is None:
        return
    try:
        for value in search(part, claim):
            with suppress(Unwritten):
                yield value if isinstance(value, str) else written(value)
    except (Untranslatable, Mismatch, Undefined):
        return
    except (RecursionError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - SymPy raises anything where an algorithm does not apply
        return


def _meaning(part: tree.Node, claim: Claim) -> Expr:
    """A part's meaning, its bound names being variables."""
    bound = {
        symbol_key(one): Name(symbol_key(one), one, kind="real")
        for one in tree.symbols(part)
        if symbol_key(one) not in claim.model
    }
    return Setting(Model(dict(claim.model.names) | bound)).meaning(part).expression


def _antiderivatives(part: tree.Integral, claim: Claim) -> Iterator[Expr]:
    if part.lower is None:
        return
    for found in _meaning(part, claim).atoms(sympy.Integral):
        *inner, (variable, *_) = found.limits  # SymPy has integrals inside each other as one
        whole_body = sympy.Integral(found.args[0], *inner).doit() if inner else found.args[0]
        plain = sympy.Symbol(str(variable), real=True)
        integrand = whole_body.xreplace({variable: plain})
        for body in (integrand, sympy.simplify(integrand)):
            whole = antiderivative(body, plain)
            branches = [one for one, _ in whole.args] if isinstance(whole, sympy.Piecewise) else [whole]
            for one in branches:
                plain_one = one.replace(sympy.floor, lambda _: S.Zero)  # a jump that only joins two pieces
                yield plain_one
                yield _with_sizes(plain_one)
        yield _of_sizes(integrand, plain)


def _of_sizes(body: Expr, variable: Expr) -> Expr:
    """An antiderivative of p + q |u| with u of first degree: |u|/u times what q u has from the zero of u on."""
    rest, whole = sympy.expand(normal.without_extremes(body)), S.Zero
    for size in sorted(rest.atoms(sympy.Abs), key=str):
        (u,) = size.args
        factor = rest.coeff(size)
        primitive = sympy.integrate(factor * u, variable)
        (start,) = sympy.solve(u, variable)
        whole += sympy.cancel((primitive - primitive.subs(variable, start)) / u) * size
        rest = sympy.expand(rest - factor * size)
    return whole + antiderivative(rest, variable)


def _with_sizes(expression: Expr) -> Expr:
    """Logarithms of sizes, which are defined on both sides of a pole."""
    return expression.replace(
        lambda one: isinstance(one, sympy.log) and not one.args[0].is_positive, lambda one: sympy.log(abs(one.args[0]))
    )


def _closed_forms(part: tree.Big, claim: Claim) -> Iterator[Expr]:
    whole = _meaning(part, claim)
    for found in whole.atoms(sympy.Sum, sympy.Product):
        index, low, _ = found.limits[0]
        last = sympy.Symbol("last", integer=True, positive=True)
        term = found.args[0]
        closed = found.func(term, (index, low, last)).doit()
        if isinstance(closed, sympy.Piecewise):
            closed = closed.args[-1][0]
        name = sympy.Symbol(str(index))
        for one in (closed, sympy.simplify(closed), sympy.expand(sympy.gammasimp(closed))):
            yield one.subs(last, name)


def _from_equation(part: tree.Big, claim: Claim) -> Iterator[Expr | str]:
    """The other side of an equation, as a closed form: with the index, and what the end is short of, for its letter."""
    yield from _closed_forms(part, claim)
    place = part.index
    match part.over:
        case tree.Symbol() as letter if place is not None:
            pass
        case tree.Addition((tree.Symbol() as letter, number), ("+" | "-" as sign,)) if place is not None:
            place = tree.Addition((place, number), ("-" if sign == "+" else "+",))
        case _:
            return
    for _, one in tree.walk(claim.node):
        own = {
            part,
            tree.Group(part),
            *(key.symbol for key in claim.model.names.values() if key.body == part and not key.parameters),
        }
        if isinstance(one, tree.Relation) and not own.isdisjoint(one.operands):
            sides = (substituted(side, letter, place) for side in one.operands if side not in own)
            yield from (write_latex(side) for side in sides if side is not None)


def _places(part: tree.Extremum, claim: Claim) -> Iterator[object]:
    if isinstance(part.under, tree.Relation) and part.under.operators == ("=",):
        yield from _on_constraint(part, part.under, claim)
        return
    for found in _meaning(part, claim).atoms(OverRange):
        kind, body, variable, condition = found.args
        wanted = sympy.Symbol(f"arg{kind.name.removeprefix('arg')}")
        place = extremum(OverRange(wanted, body, variable, condition))
        if place is not None:
            yield place
        elif isinstance(variable, sympy.Symbol) and body.is_polynomial(variable):  # several places, or parameters
            yield from (one for one in sympy.roots(body.diff(variable), variable) if one.is_real is not False)
    yield from (_as_text(place) for place in _numbers(claim.node))
    names = part.under.items if isinstance(part.under, tree.Listing) else ()
    if names:
        body = _meaning(part.body, claim)
        symbols = [next(one for one in body.free_symbols if one.name == symbol_key(name)) for name in names]
        for found in sympy.solve([sympy.diff(body, one) for one in symbols], symbols, dict=True):
            yield sympy.ImmutableMatrix([found[one] for one in symbols])
    yield from (_as_text(Fraction(top, below)) for below in (1, 2, 3, 4) for top in range(-3, 4))


def _on_constraint(part: tree.Extremum, constraint: tree.Relation, claim: Claim) -> Iterator[Expr]:
    """Where the gradients of a body and of an equation are parallel (Lagrange)."""
    spoken = {*tree.symbols(part.body)}
    names = dict.fromkeys(one for one in tree.symbols(constraint) if one in spoken)
    body, left, right = (_meaning(one, claim) for one in (part.body, *constraint.operands))
    symbols = [one for name in names for one in body.free_symbols if one.name == symbol_key(name)]
    factor = sympy.Dummy(real=True)
    slopes = [sympy.diff(body - factor * (left - right), one) for one in symbols]
    for found in sympy.solve([*slopes, left - right], [*symbols, factor], dict=True):
        yield sympy.ImmutableMatrix([found.get(one, one) for one in symbols])


def _as_text(number: Fraction) -> str:
    return written(sympy.Rational(number.numerator, number.denominator))


def _witnesses(part: tree.Quantified, _claim: Claim) -> Iterator[str]:
    if part.quantifier == r"\exists":
        numbers = _numbers(part.body)
        roots = [root for one in numbers if one >= 0 and (root := sympy.sqrt(_rational(one))).is_Rational]
        yield from (written(root) for root in roots)
        yield from _solved(part, _claim)
        yield from (_as_text(one) for one in (*map(Fraction, (0, 1, 2, -1)), *numbers))


def _solved(part: tree.Quantified, claim: Claim) -> Iterator[Expr]:
    """What an equation asks for, and parts of what stands outside."""
    name = part.bound.operands[0] if isinstance(part.bound, tree.Relation) else part.bound
    body = part.body.operands[0] if isinstance(part.body, tree.Logic) else part.body
    if isinstance(body, tree.Relation) and body.operators == ("=",):
        left, right = (_meaning(side, claim) for side in body.operands)
        wanted = next((one for one in (left - right).free_symbols if one.name == symbol_key(name)), None)
        if wanted is not None:
            yield from sympy.solve(left - right, wanted)
    inside = {
        inner for _, one in tree.walk(part) if isinstance(one, tree.Quantified) for _, inner in tree.walk(one.bound)
    }
    for _, one in tree.walk(part.body):
        if isinstance(one, tree.Symbol) and one not in inside and symbol_key(one) not in claim.model.functions:
            outer = sympy.Symbol(symbol_key(one))
            yield from (outer / below for below in range(10, 0, -1))  # a smaller δ does, too
            yield from (outer + 1, outer - 1)


def _rational(number: Fraction) -> Expr:
    return sympy.Rational(number.numerator, number.denominator)


def _numbers(node: tree.Node) -> list[Fraction]:
    found: list[Fraction] = []
    for _, part in tree.walk(node):
        match part:
            case tree.Signed(sign="-", operand=tree.Number(value=value)):
                found.append(-value)
            case tree.Number(value=value):
                found.append(value)
            case tree.Quotient(numerator=tree.Number(value=above), denominator=tree.Number(value=below)) if below:
                found.append(above / below)
            case _:
                continue
    return list(dict.fromkeys(found))


def _matrices(part: tree.Power, claim: Claim) -> Iterator[str]:
    """The powers of a matrix: what an equation says they are; of one of numbers, by its eigenvalues."""
    if not isinstance(part.exponent, tree.Symbol):
        return
    equations = (one.operands for _, one in tree.walk(claim.node) if isinstance(one, tree.Relation))
    yield from (write_latex(side) for sides in equations if part in sides for side in sides if side != part)
    base = _meaning(part.base, claim)
    if isinstance(base, sympy.MatrixBase) and base.is_square and not base.free_symbols:
        letter = sympy.Symbol(symbol_key(part.exponent), integer=True, nonnegative=True)
        found = (sympy.ImmutableMatrix(base) ** letter).applyfunc(sympy.simplify)
        rows = r" \\ ".join(" & ".join(map(written, found.row(at))) for at in range(found.rows))
        yield rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"


_SEARCHES: dict[type[tree.Node], Callable[..., Iterator[object]]] = {
    tree.Integral: _antiderivatives,
    tree.Big: _from_equation,
    tree.Extremum: _places,
    tree.Quantified: _witnesses,
    tree.Power: _matrices,
}
"""What finds candidates for the hints of each kind of part."""
