r"""Where a sequence is said to tend to, held against the law that says each member by those before it.

Owns: `tends_otherwise`.

| law | contradicted by |
| --- | --- |
| `x_{k+1} = \frac{x_k}{2}` | `x_k \to 1`: the limit would be half of itself |
| `x_{k+1} = \frac12 \left(x_k + \frac{2}{x_k}\right)` | `\lim_{k \to \infty} x_k = 2` |
| `x_{k+1} = \frac{x_k}{2}`, or `\cos x_k` | `x_k \to \infty`: what is large is followed by no more |
| `X_i \sim \mathcal{N}(2, 1)` | `\bar X_n \xrightarrow{P} 3`: their mean is another |
| `X_i \sim \mathcal{N}(0, 4)` | `\bar X_n \sim \mathcal{N}(0, 4)`: of a mean of n, the variance is an n-th |

Laws:
- A law that is made of sums, products, quotients, roots, powers, sines and the like of members goes on in the limit, where
  that has a value; of other laws nothing is said.
- Nor of a law or a limit that speaks of any number: `a_n \to L`, `a_{n+1} = a_n + \frac{1}{n^2}`.
"""  # noqa: E501 - a table

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mathora.formula import Model, tree, write_latex
from mathora.formula.inspection.naming import free_letter
from mathora.formula.tree.chance import is_random, row_of
from mathora.formula.tree.defining import stated
from mathora.formula.tree.indices import is_member
from mathora.formula.tree.signs import infinite_sign
from mathora.prove.verdict import Verdict, refuted

_CONTINUOUS = tree.Addition | tree.Product | tree.Quotient | tree.Power | tree.Root | tree.Group | tree.Signed
_NUMBERS = tree.Number | tree.Constant
_BY_REMAINDER = r"\bmod"
_SMOOTH = {*map(tree.FunctionName, ("sin", "cos", "exp", "arctan", "sinh", "cosh", "tanh"))}
_LARGE = tree.Number("100")


def tends_otherwise(
    node: tree.Node, givens: Sequence[tree.Node], model: Model, judged: Callable[[tree.Node], Verdict]
) -> Verdict | None:
    """The refutation of a limit that the law of its sequence does not leave as it is; None if nothing speaks so."""
    if false := _mean_otherwise(node, givens, model, judged) or _sample_otherwise(node, givens, model, judged):
        return false
    relations = [said for one in (node, *givens) for part in tree.statements(one) for said in _said_of_all(part)]
    for family, limit in (one for relation in relations for one in _limits(relation)):
        for law in relations:
            match law:
                case tree.Relation(operands=(left, right), operators=("=" | ":=",)) if infinite_sign(limit):
                    beyond = _no_more(left, right, family, infinite_sign(limit), model)
                    if beyond is not None and judged(beyond).kind == "proved":
                        return refuted(f"by {write_latex(law)}, what is large is followed by no more")
                    continue
                case tree.Relation(operands=(left, right), operators=("=" | ":=",)):
                    sides = (_kept(left, family, limit), _kept(right, family, limit))
                case _:
                    continue
            if None in sides or sides == (left, right) or any(model.speaks_of_any(one) for one in sides if one):
                continue
            kept = tuple(one for one in sides if one is not None)
            has_values = all(judged(tree.Relation((one, one), ("=",))).kind == "proved" for one in kept)
            if has_values and judged(tree.Relation(kept, ("=",))).kind == "refuted":
                return refuted(f"by {write_latex(law)}, it would be {' = '.join(map(write_latex, kept))}")
    return None


def _said_of_all(node: tree.Node) -> Iterator[tree.Relation]:
    r"""The relation that a statement is, also with `\text{as } n \to \infty` behind it."""
    match node:
        case tree.Relation():
            yield node
        case tree.Logic(
            operands=(tree.Relation() as said, tree.Relation(operands=(_, end), operators=(r"\to",))),
            operators=("as" | "for",),
        ) if infinite_sign(end) > 0:
            yield said
        case _:
            return


def _limits(relation: tree.Relation) -> Iterator[tuple[tree.Node, tree.Node]]:
    """The sequence of which a relation says the limit, and the number that it says."""
    match relation:
        case tree.Relation(operands=(tree.Symbol(subscript=tree.Symbol()) as member, limit), operators=(r"\to",)):
            pass
        case tree.Relation(
            operands=(tree.Limit(target=target, body=tree.Symbol(subscript=tree.Symbol()) as member), limit),
            operators=("=",),
        ) if infinite_sign(target):
            pass
        case _:
            return
    yield replace(member, subscript=None), limit if infinite_sign(limit) else tree.Group(limit)


def _no_more(left: tree.Node, right: tree.Node, family: tree.Node, sign: int, model: Model) -> tree.Node | None:
    """That a member beyond 100, or below -100, is followed by one that is not beyond it; None of other laws than those
    of one member before.
    """
    members = {part for _, part in tree.walk(right) if is_member(part, family)}
    if len(members) != 1 or not is_member(left, family):
        return None
    (member,) = members
    match left.subscript, member.subscript:
        case (tree.Addition((one, tree.Number()), ("+",)), other) if one == other:
            pass
        case (one, tree.Addition((other, tree.Number()), ("-",))) if one == other:
            pass
        case _:
            return None
    x = free_letter((left, right), model)
    if x is None:
        return None
    far = tree.Relation((x, tree.Signed("-", _LARGE) if sign < 0 else _LARGE), (">" if sign > 0 else "<",))
    order = tree.Relation((tree.replaced(right, member, x), x), (r"\le" if sign > 0 else r"\ge",))
    said = tree.Logic((far, order), (r"\Rightarrow",))
    return tree.Quantified(r"\forall", tree.Relation((x, tree.Constant(r"\mathbb{R}")), (r"\in",)), said)


def _mean_otherwise(
    node: tree.Node, givens: Sequence[tree.Node], model: Model, judged: Callable[[tree.Node], Verdict]
) -> Verdict | None:
    r"""The refutation of where the mean of quantities with one law tends: `\bar X_n \xrightarrow{P} 3`."""
    laws = tuple(
        one for said in (node, *givens) for one in tree.taken_apart(said) if r"\sim" in getattr(one, "operators", ())
    )
    for said, right in _goals(node):
        left = said.operands[-1] if isinstance(said, tree.Relation) else said
        name = model.named(left)
        member = _averaged(left if name is None else name.body or left, model)
        if member is None:
            continue
        if row_of(right) is not None:
            return refuted(f"{write_latex(left)} tends to a number")
        mean = tree.Relation((tree.Application(tree.FunctionName("E"), None, (member,), "["), right), ("=",))
        told = judged(tree.Logic((tree.together(laws), mean), (r"\Rightarrow",)) if laws else mean)
        if told.kind == "refuted":
            return refuted(f"it tends to the mean of {write_latex(member)}: {told.why}")
    return None


def _sample_otherwise(
    node: tree.Node, givens: Sequence[tree.Node], model: Model, judged: Callable[[tree.Node], Verdict]
) -> Verdict | None:
    r"""The refutation of a normal law of a sample's mean, `\bar X_n \sim \mathcal{N}(\mu, \sigma^2)`, or of its limit.

    `\mathbb{E}[X] + \frac{X - \mathbb{E}[X]}{\sqrt n}` has the mean and the variance of the mean of n such X.
    """
    for left, law in _goals(node, r"\sim"):
        row = row_of(law)
        bars = tree.symbols(left)
        means = {part: of for part in bars if (of := _averaged(part, model))}
        if row is None or row.spelled[0][0] != "N" or len(means) != 1:
            continue
        ((mean, of),) = means.items()
        many = mean.subscript or tree.Symbol("n")
        known = (*givens, *stated(model), *(said for name in [model.named(of)] if name for said in name.domain))
        counted = isinstance(many, tree.Number) or model.named(many) is not None
        if not counted or not any(tree.mentions(said, of) for said in known):
            continue
        center = tree.Application(tree.FunctionName("E"), None, (of,), "[")
        away = tree.Quotient(tree.Addition((of, center), ("-",)), tree.Root(None, many))
        term = tree.replaced(left, mean, tree.Group(tree.Addition((center, away), ("+",))))
        for measure, value in zip(("E", "Var"), law.children[1:], strict=True):
            moment = tree.Application(tree.FunctionName(measure), None, (term,))
            claim = tree.Relation((moment, value), ("=",))
            told = judged(tree.Logic((tree.together(tuple(givens)), claim), (r"\Rightarrow",)) if givens else claim)
            if told.kind == "refuted":
                said = tree.Relation((replace(moment, arguments=(left,)), value), ("=",))
                return refuted(f"it says that {write_latex(said)}, and {told.why}")
    return None


def _goals(node: tree.Node, *signs: str) -> Iterator[tuple[tree.Node, tree.Node]]:
    """What is said to tend somewhere, or stands left of one of these signs, and what stands right of it."""
    for one in tree.statements(node):
        match one:
            case tree.Noted(left=left, right=right, sign=r"\to") | tree.Relation((left, right), (r"\to",)):
                yield left, right
            case tree.Relation((left, right), (sign,)) if sign in signs:
                yield left, right


def _averaged(node: tree.Node, model: Model) -> tree.Node | None:
    r"""The random quantity of which a term is the mean of many: `\bar X_n`, `\frac1n \sum_{i=1}^n X_i`."""
    random = {name.symbol: name.symbol for name in model.names.values() if is_random(name.symbol, model)}
    random |= {replace(one, subscript=None): one for one in random if isinstance(one.subscript, tree.Symbol)}
    match node:
        case tree.Symbol(accents=(("bar" | "overline"),)):
            return random.get(replace(node, accents=(), subscript=None))
        case tree.Product((tree.Quotient(tree.Number("1"), n), tree.Big(operator=r"\sum", over=over, body=one)), _):
            return random.get(one) if n == over and isinstance(one, tree.Symbol) else None
        case _:
            return None


def _kept(node: tree.Node, family: tree.Node, limit: tree.Node) -> tree.Node | None:
    """What stands right of a law with the limit for each member; None if this need not be its limit."""
    if is_member(node, family):
        return None if isinstance(node.subscript, tree.Number) else limit
    if isinstance(node, tree.Symbol):
        return None if node.subscript is not None else node
    if isinstance(node, _NUMBERS):
        return node
    applied = isinstance(node, tree.Application) and node.power is None and node.head in _SMOOTH
    if not (applied or isinstance(node, _CONTINUOUS)) or _BY_REMAINDER in getattr(node, "operators", ()):
        return None
    raised = isinstance(node, tree.Power) and not isinstance(node.base, _NUMBERS)
    if raised and any(is_member(part, family) for _, part in tree.walk(node.children[1])):
        return None  # what tends to 0 to a power that tends to 0 may tend to any number
    kept = tree.with_each_known(node, lambda one: one if one in _SMOOTH else _kept(one, family, limit))
    return replace(kept, bracket="(") if isinstance(kept, tree.Application) else kept
