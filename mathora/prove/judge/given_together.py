r"""Constraints that no numbers and no functions obey together, shown by what follows from them.

Owns: `assumed`, the verdict on what is given.

| assumed | what follows |
| --- | --- |
| `2^k = 3^m` of whole numbers | `k = 0`, `m = 0`: each prime stands as often on both sides |
| `x^2 = 3y^2` of whole numbers | `x = 0`, `y = 0`: 3 is no square |
| `X \ge 0`, `\mathbb E[X] = -1` | a mean is not below the least value |
| `x = 2i` of a real x | a number with i is real |
| `A^\top A = -I` | a sum of squares of real numbers is below 0 |
| `a_n = 2^n`, `a_3 = 9`; `a_n > 0`, `a_4 = -1` | what is said of each n is said of it |
| `\max_x f(x) = 2`, `f(1) = 5` | `f(x) \le 2` of each x |
| `\max_x f(x) = 2`, `\min_x f(x) = 3` | `3 \le 2`: the least is not above the largest |
| `z = \bar z + 1` of a complex z | `\bar z = z + 1`: the same of the conjugates |
| `\cos x + \sin x = 2` of a real x | with `\cos^2 x + \sin^2 x = 1`, no sine is left between -1 and 1 |
| `u = 3\,\text{m}`, `u = 3\,\text{s}`; `u = 2v`, `u < v` where the model says their units | both are not of one unit |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from itertools import combinations, pairwise
from math import gcd
from typing import Final

import sympy
from sympy import S, conjugate, cos, cot, sin, tan

from mathora.formula import Model, symbol_key, tree
from mathora.formula.inspection.wholeness import is_whole
from mathora.formula.meaning.scope import Mismatch, Undefined, UnitMismatch, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.formula.tree.defining import defining
from mathora.formula.tree.substitution import substituted
from mathora.prove.goal.domain import Domain
from mathora.prove.judge.below_zero import form_below_zero, square_below_zero
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.judge.given_matrices import no_matrices
from mathora.prove.judge.given_values import laws_of_values, values_denied, values_in
from mathora.prove.judge.logic import assumption
from mathora.prove.judge.solved_premises import fails_at_each
from mathora.prove.judge.valued import said_otherwise
from mathora.prove.tactics.identities import contradictory
from mathora.prove.verdict import Verdict, refuted, undecided

_CIRCULAR: Final = (sin, cos, tan, cot)


def assumed(node: tree.Node, setting: Setting, givens: Sequence[tree.Node]) -> Verdict:
    """A constraint is assumed; one that nothing obeys is a contradiction, and a name has no other value than it has."""
    said = tree.statements(node)
    model = setting.model
    for one in (part for whole in (*givens, *said) for part in tree.taken_apart(whole)):
        if slip := said_otherwise(one, model):
            return undecided(slip)
        model = defining(model, one)
    never = no_matrices([part for one in (*said, *givens) for part in tree.taken_apart(one)], setting)
    try:
        domain = setting.assumed
        for one in () if never else (*said, *_of_best((*said, *givens))):
            domain = assumption(one, setting, domain)
    except UnitMismatch as reason:
        return undecided(f"this cannot be assumed: {reason}")
    except Mismatch as reason:
        return refuted(f"this cannot be assumed: {reason}")
    except (Untranslatable, Undefined) as reason:
        return undecided(f"this cannot be assumed: {reason}")
    never = never or S.false in domain.relations or domain.is_empty or contradictory(domain.givens)
    if never or _contradict(domain, setting, (*said, *givens)) or _members_contradict((*said, *givens), setting):
        return refuted("the constraint contradicts itself")
    return Verdict("given", method="assumed from here on")


def _of_best(said: Sequence[tree.Node]) -> Iterator[tree.Node]:
    r"""What `\max_x f(x) = 2` says of each x, `f(x) \le 2`, and beside the least value over the same, of this."""
    least, largest = dict[tree.Node, tree.Node](), dict[tree.Node, tree.Node]()
    for one in (part for whole in said for part in tree.taken_apart(whole)):
        match one:
            case tree.Relation((tree.Extremum("max" | "sup" | "min" | "inf" as word, over, body), end), ("=",)):
                is_largest, best = word in {"max", "sup"}, tree.Listing((over, body))
                known = (largest if is_largest else least).setdefault(best, end)
                yield from () if known == end else (tree.Relation((known, end), ("=",)),)
                if isinstance(over, tree.Symbol):
                    yield tree.Relation((body, end), (r"\le" if is_largest else r"\ge",))
            case tree.Relation((tree.Extremum("argmax" | "argmin" as word, tree.Symbol() as over, body), end), ("=",)):
                at_it = substituted(body, over, end)
                yield tree.Relation((body, at_it or body), (r"\le" if word == "argmax" else r"\ge",))
            case _:
                pass
    yield from (tree.Relation((least[best], end), (r"\le",)) for best, end in largest.items() if best in least)


def _members_contradict(said: Sequence[tree.Node], setting: Setting) -> bool:
    """The same of sequences, taken as functions of their index: `a_n = 2^n`, `a_3 = 9`."""
    names = dict(setting.model.names)
    for name in setting.model.names.values():
        family, at = _family(name.symbol), name.symbol.subscript
        runs = isinstance(at, tree.Symbol) and is_whole(at, setting.model)
        if isinstance(at, tree.Symbol) and runs and name.body is None and name.kind == "real" and not name.parameters:
            names.setdefault(symbol_key(family), replace(name, key=symbol_key(family), symbol=family, parameters=(at,)))
    if len(names) == len(setting.model.names):
        return False
    new = {name.symbol for key, name in names.items() if key not in setting.model.names}

    def applied(node: tree.Node) -> tree.Node:
        node = node.with_children([applied(one) for one in node.children])
        if not isinstance(node, tree.Symbol) or node.subscript is None:
            return node
        family = _family(node)
        return tree.Application(family, None, (node.subscript,)) if family in new else node

    there, domain = replace(setting, model=Model(names), assumed=Domain()), Domain()
    for one in map(applied, said):
        with suppress(Untranslatable, Mismatch, Undefined):
            domain = assumption(one, there, domain)
    return _contradict(domain, there, said)


def _family(member: tree.Symbol) -> tree.Symbol:
    """The function that a sequence is; `a` may be another name of the model."""
    return replace(member, subscript=None, marks=member.marks + "'")


def _contradict(domain: Domain, setting: Setting, said: Sequence[tree.Node]) -> bool:
    """Whether constraints are shown to hold of nothing."""
    try:
        if values_denied(domain, setting.model) or fails_at_each(domain):
            return True
        new = [one for given in domain.givens for one in _of_whole_numbers(given)]
        new += [law for given in domain.givens for law in laws_of_values(given, domain, setting.model)]
        new += [conjugate(given) for given in domain.givens if not _is_of_reals(given)]
        new += _of_divisors(domain.givens)
        whole = Domain(domain.relations, (*domain.givens, *new))
        real = all(name.kind != "complex" for name in setting.model.names.values())
        strict = (
            one
            for one in domain.relations
            if isinstance(one, sympy.Ne | sympy.StrictGreaterThan | sympy.StrictLessThan)
        )
        unlike = [(one.lhs - one.rhs) * sympy.Dummy() - 1 for one in strict]
        named = _named((*whole.givens, *unlike), real=real)
        if (
            any(map(_is_never_zero, (*domain.givens, *named)))
            or _leave_circles(domain.givens)
            or any(map(_is_beyond_reals, domain.givens))
            or any(map(_is_below_its_least, domain.relations, [domain.givens] * len(domain.relations)))
            or (all(map(_is_of_reals, domain.givens)) and square_below_zero(domain.givens, setting, said))
            or form_below_zero(domain.relations, domain.givens)
            or (new and (whole.is_empty or contradictory(named)))
        ):
            return True
    except NO_ANSWER:
        return False
    return any(_are_two(*pair, setting) for pair in combinations(said, 2)) or any(
        _is_of_another_unit(one, setting) for one in said
    )


def _is_never_zero(given: Expr) -> bool:
    """Whether something that is said to be 0 is not 0 by its form: a sum of squares, and 1."""
    return given.is_zero is False or given in {S.Infinity, S.NegativeInfinity}


def _is_beyond_reals(given: Expr) -> bool:
    r"""Whether something real is said to be a number with i: `x = 2i`, `\operatorname{Re} z = i`."""
    terms = sympy.Add.make_args(sympy.expand(given))
    is_real = _is_of_reals(given) or all(one.is_real or one.has(S.ImaginaryUnit) for one in terms)
    if not given.has(S.ImaginaryUnit) or not is_real:
        return False
    imaginary = sympy.Add(*(one for one in terms if one.has(S.ImaginaryUnit))) / S.ImaginaryUnit
    return bool(imaginary.is_real and imaginary.is_nonzero)


def _is_below_its_least(relation: Expr, givens: Sequence[Expr]) -> bool:
    r"""Whether a mean breaks a bound of what it is the mean of: `X \ge 0`, `\mathbb E[X] = -1`."""
    if not isinstance(relation, (sympy.GreaterThan, sympy.StrictGreaterThan, sympy.LessThan, sympy.StrictLessThan)):
        return False
    above = relation.gts - relation.lts
    means = {rf"\mathbb{{E}}[{letter}]": letter for letter in above.free_symbols if above.diff(letter).is_number}
    known = {
        means[str(mean)]: value
        for given in givens
        for mean in given.free_symbols
        if str(mean) in means
        for value in sympy.solve(given, mean)
    }
    told, strict = above.subs(known), isinstance(relation, (sympy.StrictGreaterThan, sympy.StrictLessThan))
    return bool(told.is_negative or (strict and told.is_zero))


def _is_of_reals(given: Expr) -> bool:
    return all(one.is_real for one in given.free_symbols)


def _leave_circles(givens: Sequence[Expr]) -> bool:
    """Whether a sine and a cosine of something real are said to be what no point of the circle is."""
    angles = {one.args[0] for given in givens for one in given.atoms(*_CIRCULAR) if one.args[0].is_real}
    for angle in sorted(angles, key=str):
        s, c = sympy.symbols("s c", cls=sympy.Dummy)
        on_circle = {sin(angle): s, cos(angle): c, tan(angle): s / c, cot(angle): c / s}
        put = [sympy.fraction(sympy.together(given.subs(on_circle)))[0] for given in givens]
        said = [one for one in put if one.free_symbols and one.free_symbols <= {s, c} and one.is_polynomial(s, c)]
        circle = s**2 + c**2 - 1
        if said and contradictory([*said, circle]):
            return True
        left = [sympy.Poly(sympy.resultant(one, circle, c), s) for one in said]
        if any(one.degree() > 0 and one.domain.is_ZZ and one.count_roots(-1, 1) == 0 for one in left):
            return True
    return False


def _are_two(one: tree.Node, other: tree.Node, setting: Setting) -> bool:
    """Whether a name is said to be two values that are not the same: of two units, for one."""
    match one, other:
        case (
            tree.Relation(operands=(tree.Symbol() as left, right), operators=("=",)),
            tree.Relation(operands=(same, value), operators=("=",)),
        ) if left == same:
            bare = replace(setting, assumed=Domain())
            told = compare(right, "=", value, bare)
            return told.kind == "refuted" and (told.witness is None or not told.witness.at)
        case _:
            return False


def _is_of_another_unit(said: tree.Node, setting: Setting) -> bool:
    """Whether what is said mixes units, where each name is one of the unit that the model says."""
    names = [(one, setting.model.named(one)) for one in {*tree.symbols(said)}]
    if not isinstance(said, tree.Relation) or any(name is not None and name.parameters for _, name in names):
        return False
    for one, name in names:
        if name is not None and name.unit is not None:
            said = tree.replaced(said, one, tree.Quantity(tree.Number("1"), name.unit))
    try:
        for left, right in pairwise(said.children):
            setting.meaning(tree.Addition((left, tree.Group(right)), ("+",)))
    except UnitMismatch:
        return True
    except (Untranslatable, Undefined, Mismatch):
        return False
    return False


def _of_whole_numbers(given: Expr) -> Iterator[Expr]:
    """What an equation of two products says of whole numbers: `2^k - 3^m = 0`, `x^2 - 3y^2 = 0`."""
    terms = sympy.Add.make_args(given)
    if len(terms) != 2 or not given.free_symbols or not all(one.is_integer for one in given.free_symbols):  # noqa: PLR2004
        return
    powers: dict[Expr, Expr] = {}
    for sign, term in zip((1, -1), terms, strict=True):
        for base, exponent in (one.as_base_exp() for one in sympy.Mul.make_args(term)):
            for prime, times in sympy.factorint(base).items() if base.is_Rational else ((base, S.One),):
                powers[prime := sympy.Integer(prime) if isinstance(prime, int) else prime] = (
                    powers.get(prime, S.Zero) + sign * times * exponent
                )
    negative = powers.pop(S.NegativeOne, S.Zero) - 1  # one term stands on the other side
    numbers = {base: exponent for base, exponent in powers.items() if base.is_Integer}
    letters = {base: exponent for base, exponent in powers.items() if base.is_Symbol}
    if len(numbers) + len(letters) < len(powers) or not negative.is_integer:
        return
    if not letters and negative.is_even:
        yield from numbers.values()
    elif all(one.is_Integer for one in powers.values()) and letters:
        common = reduce(gcd, map(int, letters.values()))
        if common > 1 and any(int(one) % common for one in numbers.values()):
            yield from letters  # a product of powers that is no such power is 0


def _of_divisors(givens: Sequence[Expr]) -> Iterator[Expr]:
    r"""What divides each other is of one size: `n \mid m`, `m \mid n`."""
    pairs = {one.args for one in givens if isinstance(one, sympy.Mod)}
    for one, other in pairs:
        if (other, one) in pairs:
            positive = one.is_nonnegative and other.is_nonnegative
            yield one - other if positive else one**2 - other**2


def _named(givens: Sequence[Expr], *, real: bool) -> list[Expr]:
    """The constraints with a name for each value of a function, where they are polynomials then."""
    values = {one for given in givens for one in (*values_in(given), *given.atoms(conjugate))}
    names = {one: sympy.Dummy(f"v{at}", real=real or None) for at, one in enumerate(sorted(values, key=str))}
    put = [given.subs(names) for given in givens]
    return [one for one in put if not one.free_symbols or one.is_rational_function(*one.free_symbols)]
