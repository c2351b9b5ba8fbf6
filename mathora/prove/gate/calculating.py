r"""Whether a step of a calculation does what its verb says: `cancel: h` has an `h` above and below, and nothing else.

Owns: `step_fault` and `STEPS`: verb (a need's name) → what has to stand in the lines, and what has to be proved.

Laws:
- A verb's claim has two parts. The line before shows what the verb works on, which is looked up in its tree; and what
  comes out is equal to it, which goes through the gate like any formula.
- What is taken as equal are the last sides of both lines: `f(x) = …` may stand before them or not.
- A line that cannot be read has its fault already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mathora.formula import Formula, Model, Node, read, symbol_key, tree, walk, write_latex
from mathora.formula.inspection.calculation import (
    bare,
    common_factors,
    factored,
    factors,
    multiplied,
    opposites,
    powers,
    sides,
    summands,
    terms,
    value_side,
)
from mathora.lesson import NEEDS, Fault, Faulty, NameValue, Need, NeedName, PointValue, Shown, Text, Value

Equal = tuple[Node, Node]  # two sides that have to be equal
Proofs = tuple[tuple[Equal, ...], ...]  # what has to be proved: all pairs of one row, of any row


@dataclass(frozen=True, slots=True)
class Calculated:
    """A step as it is written: the line before, the new line, what the verb is about and the variable that moves (blank
    where the verb has none), the values that are put in, and the model's variables.
    """

    old: Node
    new: Node
    part: Node
    variable: Node
    values: Mapping[str, Node]
    free: frozenset[str]

    @property
    def said(self) -> str:
        """What the verb is about, as TeX."""
        return write_latex(self.variable if isinstance(self.part, tree.Blank) else self.part)

    @property
    def same(self) -> Proofs:
        """Both lines say the same."""
        return (((value_side(self.old)[1], value_side(self.new)[1]),),)

    @property
    def same_or_derived(self) -> Proofs:
        """Both lines say the same, or the new one is the derivative of the one before."""
        before, after = value_side(self.old)[1], value_side(self.new)[1]
        derived = tree.Derivative(r"\partial", tree.Group(before), (self.variable,), (1,), inline=False)
        return (*self.same, ((derived, after),))


Verb = Callable[[Calculated], "str | Proofs"]  # what is wrong with the lines, or what has to be proved


def _cancels(step: Calculated) -> str | Proofs:
    if not (common_factors(step.old, step.part) or opposites(step.old, step.part)):
        return f"found {step.said}, which is no factor above and below one bar, nor added and taken away in one sum"
    if common_factors(step.new, step.part) or opposites(step.new, step.part):
        return f"found {step.said} in the new line, where it is said to be cancelled"
    return step.same


def _several(step: Calculated) -> str:
    return f"found {step.said}, which are several factors; expected one, the others in steps of their own"


def _factors_out(step: Calculated) -> str | Proofs:
    if isinstance(bare(step.part), tree.Product):
        return _several(step)
    if not factored(step.old, step.part):
        return f"found {step.said}, which is no factor of every term of a sum in the line before"
    if multiplied(step.new, step.part) is None:
        return f"found no {step.said} before a sum in brackets in the new line"
    return step.same


def _distributes(step: Calculated) -> str | Proofs:
    if isinstance(bare(step.part), tree.Product):
        return _several(step)
    if multiplied(step.old, step.part) is None:
        return f"found {step.said}, which stands before no sum in brackets in the line before"
    if multiplied(step.new, step.part) is not None:
        return f"found {step.said} before a sum in brackets in the new line, where it is said to be multiplied in"
    return step.same


def _drops(step: Calculated) -> str | Proofs:
    if not _is_term(step.old, step.part):
        return f"found {step.said}, which is no term of a sum in the line before"
    if _is_term(step.new, step.part):
        return f"found {step.said} in the new line, where it is said to be dropped"
    slope = tree.Derivative(r"\partial", tree.Group(step.part), (step.variable,), (1,), inline=False)
    constant = (slope, tree.Number("0"))
    return tuple((constant, *row) for row in step.same_or_derived)


def _is_term(line: Node, part: Node) -> bool:
    return any(bare(one.part) == bare(part) for one in terms(line))


def _lowers(step: Calculated) -> str | Proofs:
    if not any(powers(step.old, step.variable)):
        return f"found no power of {step.said} in the line before"
    return step.same_or_derived


def _substitutes(step: Calculated) -> str | Proofs:
    side, result = value_side(step.old)[1], value_side(step.new)[1]
    before, after = _names(side), _names(result)
    if missing := [key for key in step.values if key not in before]:
        return f"found a number for {missing[0]}, which does not stand in the line before"
    if left := [key for key in before if key in step.free and key not in {*after, *step.values}]:
        return f"found no number for {left[0]}, which stands in the line before and not in the new one"
    return (((_put(side, step.values), result),),)


def _names(side: Node) -> tuple[str, ...]:
    return tuple(symbol_key(node) for _, node in walk(side) if isinstance(node, tree.Symbol))


def _put(node: Node, values: Mapping[str, Node]) -> Node:
    """Numbers in the places of variables; a derivative is taken first, and then has its value there."""
    if isinstance(node, tree.Symbol):
        return values.get(symbol_key(node), node)
    return node.with_children([_put(child, values) for child in node.children])


def _takes_across(step: Calculated) -> str | Proofs:
    old, new = ([one for _, one in sides(line)] for line in (step.old, step.new))
    if any(not isinstance(line, tree.Relation) or line.operators != ("=",) for line in (step.old, step.new)):
        return "found a line that is no equation of two sides"
    for here, there in ((0, 1), (1, 0)):
        if _crossed(old[here], new[there], step.part):
            return (((_minus(old[0], old[1]), _minus(new[0], new[1])),),)
        if any(bare(one.part) == bare(step.part) for one in factors(old[here])) and _divides(new[there], step.part):
            return (((old[0], _times(step.part, new[0])), (old[1], _times(step.part, new[1]))),)
    return f"found {step.said}, which does not go from one side to the other with its sign turned, nor as a divisor"


def _crossed(before: Node, after: Node, part: Node) -> bool:
    """Whether a term of one side stands on the other with the other sign."""
    signs = {one.minus for one in summands(before) if bare(one.part) == bare(part)}
    return any(bare(one.part) == bare(part) and (not one.minus) in signs for one in summands(after))


def _divides(side: Node, part: Node) -> bool:
    bars = (node for _, node in walk(side) if isinstance(node, tree.Quotient))
    return any(bare(one.part) == bare(part) for bar in bars for one in factors(bar.denominator))


def _minus(one: Node, other: Node) -> Node:
    return tree.Addition((tree.Group(one), tree.Group(other)), ("-",))


def _times(one: Node, other: Node) -> Node:
    return tree.side_by_side((tree.Group(one), tree.Group(other)))


STEPS: Mapping[NeedName, Verb] = {
    "cancels": _cancels,
    "factors_out": _factors_out,
    "distributes": _distributes,
    "drops": _drops,
    "lowers": _lowers,
    "substitutes": _substitutes,
    "takes_across": _takes_across,
}


def step_fault(need: Need, model: Model, holds: Callable[[Formula], bool]) -> Fault | None:
    """What is wrong with a step of a calculation; `holds` says whether a formula is proved."""
    *_, shown, before = need.given
    if not isinstance(before, Shown) and not NEEDS[need.name].optional:
        return _fault(need, f"{need.parameter}: found no line before this one, which the step could work on")
    if not isinstance(shown, Shown) or not isinstance(before, Shown):
        return None  # a step without its formula is told; numbers put in nothing are a line that is only written
    try:
        found = STEPS[need.name](_calculated(need, shown, before, model))
    except Faulty:
        return None
    if isinstance(found, str):
        return _fault(need, f"{need.parameter}: {found}")
    if any(all(holds(Formula(shown.tex, tree.Relation(pair, ("=",)))) for pair in row) for row in found):
        return None
    told = f"{need.parameter}: the step could not be proved: what comes out of {before.tex.value} is not shown to be"
    return _fault(need, f"{told} {shown.tex.value}")


def _calculated(need: Need, shown: Shown, before: Shown, model: Model) -> Calculated:
    values = need.subject.coordinates if isinstance(need.subject, PointValue) else ()
    names = [one for one in (need.subject, *need.given) if isinstance(one, NameValue)]
    return Calculated(
        old=read(before.tex, model).tree,
        new=read(shown.tex, model).tree,
        part=bare(read(need.subject.tex, model).tree) if isinstance(need.subject, Shown) else tree.Blank(),
        variable=read(names[0].tex, model).tree if names else tree.Blank(),
        values={symbol_key(read(name, model).tree): tree.Group(read(at, model).tree) for name, at in values},
        free=frozenset(key for key, name in model.names.items() if name.body is None and not name.parameters),
    )


def _written(value: Value) -> Iterator[Text]:
    match value:
        case Shown(tex=text) | NameValue(tex=text):
            yield text
        case PointValue(coordinates=((_, text), *_)):
            yield text


def _fault(need: Need, message: str) -> Fault:
    at = next(_written(need.subject), need.at)
    return at.fault("does-not-fit", message, f"{need.why}: {NEEDS[need.name].mend}")
