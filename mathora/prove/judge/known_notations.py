r"""What notations alone say, given otherwise: `\binom{n}{k} = \frac{n!}{k!}` is no constraint, but a slip.

Owns: `says_what_is_known`.

| left | is known by itself |
| --- | --- |
| `\binom{n}{k}`, `\Gamma(n)`, `\operatorname{erf}(x)`, `\log_a x` | of letters without values |
| `\|u\|_1`, `\|A\|_F`, `\det(AB)`, `\operatorname{tr}(AB)` | of vectors and matrices without values |
| `\operatorname{Cov}(X, Y)`, `\operatorname{Var}(X)` | by two means and more |
| `P(A \mid B)` | as a quotient of probabilities |
| `f'(x)` | by a limit |

Law: only what is said in terms of the same letters, all of them, by more than a number or a letter. `\sin x = \cos x`
is an equation for x, `\operatorname{Var}(X) = \mathbb{E}[X]` one for the law of X, `P(A \cap B) = P(A) P(B)` says that
events are independent: these may well be given.
"""

from __future__ import annotations

from typing import Final

from mathora.formula import Model, tree
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.substitution import bound_names

_FUNCTIONS: Final = ("Gamma", "erf", "det", "tr")


def says_what_is_known(node: tree.Node, model: Model) -> bool:  # noqa: PLR0911 - a row for each notation
    """Whether an equation says by a formula what its left side is by its notation."""
    match node:
        case tree.Relation((left, right), ("=",)):
            pass
        case _:
            return False
    own, others = (_letters(side) for side in (left, right))
    bare = all((name := model.named(one)) is None or name.body is None for one in own)
    if not bare or not own or own != others or isinstance(right, tree.Symbol):
        return False
    match left:
        case tree.Binomial(tree.Symbol(), tree.Symbol()):
            return any(isinstance(part, tree.Factorial) for _, part in tree.walk(right))
        case tree.Norm() | tree.Application(tree.FunctionName("log", tree.Symbol()), None, (tree.Symbol(),)):
            return True
        case tree.Application(tree.FunctionName(word), None, (one,)) if word in _FUNCTIONS:
            return len(own) > 1 or isinstance(one, tree.Symbol)
        case tree.Application(tree.Prime(tree.Symbol() as head), None, (tree.Symbol(),)):
            name = model.named(head)
            return name is not None and name.body is None and _has(right, tree.Limit)
        case tree.Application(_, None, (tree.Parted(tree.Symbol(), tree.Symbol()),)) if measure_of(left, model) == "P":
            parts = right.children if isinstance(right, tree.Quotient) else ()
            return bool(parts) and all(measure_of(one, model) == "P" for one in parts)
        case tree.Application(_, None, arguments) if measure_of(left, model) in {"Cov", "Var"}:
            measures = [measure_of(one, model) for _, one in tree.walk(right) if isinstance(one, tree.Application)]
            return all(isinstance(one, tree.Symbol) for one in arguments) and {*measures} == {"E"} and len(measures) > 1
        case _:
            return False


def _letters(side: tree.Node) -> set[tree.Node]:
    """The letters of a side, an entry being of its vector, without those that are bound in it."""
    bound = {one for _, part in tree.walk(side) for one in bound_names(part)}
    names = {one for _, one in tree.walk(side) if isinstance(one, tree.Symbol)}
    return {tree.Symbol(one.name, one.style, one.accents) for one in names - bound}


def _has(side: tree.Node, kind: type[tree.Node]) -> bool:
    return any(isinstance(part, kind) for _, part in tree.walk(side))
