r"""What `\sim` claims of a term whose law is known: its mean and variance, and that it is of such a family.

Owns: `denied_by_moments`.

Law: a law that is claimed of what is known is never passed over. Where a term of one quantity is told so
(`unfolding.laws_claimed`), the kernel proves it. Of several, sums of independent normal quantities are normal, those of
counts (Bernoulli, binomial, Poisson) are counts; no other law of several, and no law without a row, is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from mathora.formula import symbol_key, tree, write_latex
from mathora.formula.tree.chance import row_of
from mathora.formula.unfolding.laws_claimed import FRESH, term_claimed
from mathora.prove.judge.certify import certificate_of
from mathora.prove.judge.values_said import has_law, has_table, is_hidden
from mathora.prove.kernel import Claim
from mathora.prove.kernel.chance.known import Chance, distribution, known_of
from mathora.prove.verdict import Verdict, undecided

_UNSHOWN = "no rule shows that {} has this law: show a step in between, or write it with role: given"


def denied_by_moments(claim: Claim, judged: Callable[[tree.Node, tuple[tree.Node, ...]], Verdict]) -> Verdict | None:
    r"""What speaks against what `\sim` says of a mean or a variance; None if nothing does."""
    term, kinds = term_claimed(claim.node), list[str]()
    for moment, law in _moments_said(claim):
        own = replace(claim, node=moment, givens=(*claim.givens, *law))
        if is_hidden(own, moment.operands[0]):
            kinds.append("undecided")
        elif certificate_of(own) is not None:
            kinds.append("proved")
        elif (told := judged(moment, law)).kind == "refuted":
            return replace(told, link=write_latex(moment.operands[0] if _is_fresh(moment) else moment))
        else:
            kinds.append(told.kind)
    if term is not None:
        return undecided(_UNSHOWN.format(write_latex(term)))
    for left, right in _laws_said(claim):
        if not has_law(claim, left) and not has_table(claim, left):
            continue
        if not _are_independent(left, claim):
            return undecided(r"nothing says that they are independent: write X \perp Y with their laws")
        if not (kinds == ["proved", "proved"] and _stays_in_family(left, right, claim)):
            return undecided(_UNSHOWN.format(write_latex(left)))
    return None


_SUMS_TO: Final = {"Ber": "Bin", "Bin": "Bin", "Poi": "Poi", "N": "N"}
"""By the first spelling of a law that of a sum of independent ones, where mean and variance say the rest."""


def _stays_in_family(term: tree.Node, law: tree.Node, claim: Claim) -> bool:
    """Whether sums of such quantities have such a law: multiples of normal ones, others as they are."""
    known = known_of(claim.model, (claim.node,), claim.givens)
    keys = _random(term, known)
    laws = [found for key in keys if (found := known.law_of(key)) is not None]
    row = row_of(law)
    names = {_SUMS_TO.get(one.row.spelled[0][0]) for one in laws}
    if row is None or names != {row.spelled[0][0]} or not len({*keys}) == len(keys) == len(laws):
        return False
    if names == {"N"}:
        return all(_is_linear(part, keys) for _, part in tree.walk(term))
    return _is_plain_sum(term) and (names != {"Bin"} or len({one.arguments[-1] for one in laws}) == 1)


def _random(term: tree.Node, known: Chance) -> list[str]:
    symbols = tree.symbols(term)
    return [key for one in symbols if known.is_random(key := symbol_key(one))]


def _are_independent(term: tree.Node, claim: Claim) -> bool:
    """Whether the quantities of a term are told to be so, all of them together; of one nothing has to be told."""
    known = known_of(claim.model, (claim.node,), claim.givens)
    keys = {*_random(term, known)}
    families = {known.family_of(key) or key for key in keys}
    if any(isinstance(part, tree.Big) for _, part in tree.walk(term)):
        return len(keys) == 1 and families <= known.alike
    alike = len(families) == 1 and families <= known.alike
    return len(keys) == 1 or alike or any(keys <= one for one in known.independent)  # all together, not two and two


def _is_plain_sum(term: tree.Node) -> bool:
    match term:
        case tree.Group(body=body) | tree.Big(operator=r"\sum", body=body):
            return _is_plain_sum(body)
        case tree.Addition(terms=terms, operators=signs):
            return set(signs) == {"+"} and all(map(_is_plain_sum, terms))
        case _:
            return isinstance(term, tree.Symbol)


def _is_linear(part: tree.Node, keys: list[str]) -> bool:
    """Whether a part adds random quantities and multiplies one with numbers, or speaks of none."""
    speaking = [one for one in part.children if _speaks_of(one, keys)]
    match part:
        case tree.Product():
            return len(speaking) <= 1
        case tree.Quotient():
            return part.denominator not in speaking
        case tree.Big():
            return part.operator == r"\sum" and speaking == [part.body]
        case _:
            return not speaking or isinstance(part, tree.Addition | tree.Group | tree.Signed)


def _is_fresh(moment: tree.Relation) -> bool:
    return any(one == FRESH for _, one in tree.walk(moment))


def _speaks_of(node: tree.Node, keys: list[str]) -> bool:
    return any(isinstance(one, tree.Symbol) and symbol_key(one) in keys for _, one in tree.walk(node))


def _laws_said(claim: Claim) -> Iterator[tuple[tree.Node, tree.Node]]:
    r"""What `\sim` gives a law to: a name that stands for a term is that term, a bare one counts if it has another."""
    known = known_of(claim.model, (), claim.givens)
    for left, sign, right in claim.node.links if isinstance(claim.node, tree.Relation) else ():
        name = claim.model.named(left) if isinstance(left, tree.Symbol) else None
        term = left if name is None or name.body is None else name.body
        law = known.law_of(symbol_key(term)) if isinstance(term, tree.Symbol) else None
        if sign == r"\sim" and (law not in {None, distribution(right)} or not isinstance(term, tree.Symbol)):
            yield term, right


def _moments_said(claim: Claim) -> Iterator[tuple[tree.Relation, tuple[tree.Node, ...]]]:
    r"""What `\frac{X - \mu}{\sigma} \sim \mathcal{N}(0, 1)` says of the mean and the variance of what stands left; with
    the law of what it is compared with, where that is fresh.
    """
    known = known_of(claim.model, (claim.node,), claim.givens)
    if (term := term_claimed(claim.node)) is not None:
        yield from ((one, ()) for one in _as_fresh(term))
    for left, right in _laws_said(claim):
        symbols = tree.symbols(left)
        if not any(known.is_random(symbol_key(one)) for one in symbols):
            continue
        match right:
            case tree.Application(head=tree.Symbol(name="N"), arguments=(mean, variance)):
                for measure, value in (("E", mean), ("Var", variance)):
                    moment = tree.Application(tree.FunctionName(measure), None, (left,))
                    yield tree.Relation((moment, value), ("=",)), ()
            case _ if row_of(right) is not None:
                yield from ((one, (tree.Relation((FRESH, right), (r"\sim",)),)) for one in _as_fresh(left))
            case _:
                continue


def _as_fresh(term: tree.Node) -> Iterator[tree.Relation]:
    """That a term has the mean and the variance of the fresh quantity."""
    for measure in map(tree.FunctionName, ("E", "Var")):
        yield tree.Relation(tuple(tree.Application(measure, None, (one,)) for one in (term, FRESH)), ("=",))
