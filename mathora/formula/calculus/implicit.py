r"""Implicit derivatives: `x^2 + y^2 = 25 \Rightarrow \frac{dy}{dx} = -\frac{x}{y}`, and related rates:
`V = \frac{4}{3} \pi r^3 \Rightarrow \frac{dV}{dt} = 4 \pi r^2 \frac{dr}{dt}`.

Owns: `with_slopes`, `with_rates`, `separated`.

Laws:
- An equation F(x, y) = G(x, y) behind which y' is spoken of holds for each x, and so do its derivatives: F_x + F_y y' =
  G_x + G_y y'. With y and y' as numbers, what follows of all numbers follows of each function.
- A point at which F_y = G_y need not lie on a function's curve; it refutes nothing (`regular`).
- Rates are of a variable that the premises leave out; an equation of two names or more holds at each time, one of a
  single name (`r = 2`) at this. Where the rate of any name is not spoken of, nothing is said: it may be any.
- One premise alone relates x and y; the others may say where: `x = 3, y = 4`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from mathora.formula import tree as t
from mathora.formula.tree.model import Model, Name


def with_slopes(node: t.Node, model: Model, givens: Sequence[t.Node] = (), *, regular: bool = False) -> t.Node | None:
    """The statement of numbers; where `regular`, of those at which the equation says what y' is. None of any other.

    What is given comes before it as a premise does.
    """
    if givens and all(isinstance(one, t.Relation) for one in givens):
        node = _behind(tuple(givens), node)
    if not isinstance(node, t.Logic) or node.operators != (r"\Rightarrow",):
        return None
    premise, conclusion = node.operands
    place, conclusion = _apart(conclusion)
    found = _slope_in(conclusion, model)
    parts = t.taken_apart(premise)
    if found is None or len(place) not in (0, 2) or any(_is_applied(one, found[0]) or _has_slope(one) for one in parts):
        return None
    name, letter = found
    own = model.named(name)
    parts = (*parts, *_stated(own))
    equations = [one for one in parts if _relates(one, name, letter)]
    if len(equations) != 1 or not isinstance(equation := equations[0], t.Relation):
        return None
    slope = replace(name, accents=("dot", *name.accents))
    total = tuple(_along(side, name, letter, slope) for side in equation.operands)
    by_name = tuple(_partial(side, name) for side in equation.operands)
    at = (t.Relation(pair, ("=",)) for pair in zip((letter, name), place, strict=bool(place)))
    said = (*parts, *at, t.Relation(total, ("=",)), *((t.Relation(by_name, (r"\ne",)),) if regular else ()))
    behind = _with_number(conclusion, name, letter, slope)
    whole = t.Logic((t.together(said), behind), node.operators)
    left = any(isinstance(one, t.Derivative) and one.operand == name for _, one in t.walk(behind))
    return None if left or _has_slope(behind) else t.replaced(whole, name, replace(name, accents=("tilde",)))


def _stated(name: Name | None) -> tuple[t.Node, ...]:
    """What the model says of a name's values; the domain of a function is that of its letter."""
    if name is None:
        return ()
    return replace(name, domain=()).assumed if name.parameters else name.assumed


def _behind(givens: tuple[t.Node, ...], node: t.Node) -> t.Node:
    """A claim, or one under a condition, as what follows from what is given; anything else as it is."""
    match node:
        case t.Relation():
            return t.Logic((t.together(givens), node), (r"\Rightarrow",))
        case t.Logic((t.Relation() as claim, t.Relation() | t.Group(t.Relation()) as condition), (word,)) if (
            word in t.CONDITIONS
        ):
            return t.Logic((t.together((*givens, condition)), claim), (r"\Rightarrow",))
        case _:
            return node


def separated(node: t.Node, model: Model) -> t.Node | None:
    r"""`\frac{dy}{dx} = \frac{x}{y} \Rightarrow y\,dy = x\,dx` of numbers y, y' and dx, where dy = y' dx.

    Also where each side is integrated; None of any other.
    """
    match node:
        case t.Logic((premise, t.Relation(sides, ("=",))), (r"\Rightarrow",)):
            slopes = {part for _, part in t.walk(premise) if isinstance(part, t.Derivative) and part.orders == (1,)}
        case _:
            return None
    insides = tuple(map(_integrand, sides)) if all(isinstance(one, t.Integral) for one in sides) else sides
    found = t.all_known(insides)
    if len(slopes) != 1 or found is None:
        return None
    (slope,) = slopes
    name, letter = slope.children
    parts = {type(part) for one in (premise, *found) for _, part in t.walk(one)}
    own = model.named(name)
    if own is None or own.body is not None:
        return None
    whole: t.Node = t.Logic((t.together((premise, *_stated(own))), t.Relation(found, ("=",))), (r"\Rightarrow",))
    if not isinstance(name, t.Symbol) or not isinstance(letter, t.Symbol) or parts & {t.Integral, t.Prime}:
        return None
    rate, step = (replace(one, accents=(mark, *one.accents)) for one, mark in ((name, "dot"), (letter, "delta")))
    whole = t.replaced(whole, slope, t.Group(rate))
    for sign in ("d", r"\mathrm{d}"):
        whole = t.replaced(whole, t.Differential(name, sign), t.Group(t.side_by_side((rate, step))))
        whole = t.replaced(whole, t.Differential(letter, sign), step)
    left = any(isinstance(part, t.Differential | t.Derivative) for _, part in t.walk(whole))
    spoken = t.mentions(whole.children[1], rate) and not _is_applied(whole, name)
    return t.replaced(whole, name, replace(name, accents=("tilde",))) if spoken and not left else None


def _integrand(node: t.Node) -> t.Node | None:
    match node:
        case t.Integral(r"\int", None, None, body, differentials):
            return (
                t.Group(t.side_by_side((*((t.Group(body),) if body else ()), *differentials)))
                if (len(differentials) + (body is not None) > 1)
                else body or differentials[0]
            )
        case _:
            return None


def with_rates(node: t.Node, model: Model) -> t.Node | None:
    """The statement of numbers, each rate one of them; None where the premises relate no names with rates."""
    if not isinstance(node, t.Logic) or node.operators != (r"\Rightarrow",):
        return None
    spoken = [one for _, one in t.walk(node) if isinstance(one, t.Derivative | t.Prime | t.Differential)]
    rates = {one.operand: one for one in spoken if isinstance(one, t.Derivative) and _is_rate(one, model)}
    times = {one.variables for one in rates.values()}
    if len(times) != 1 or any(one not in rates.values() for one in spoken):
        return None
    (time,) = times.pop()
    for name, rate in rates.items():
        node = t.replaced(node, rate, t.Group(_slope_of(name)))
    premise, conclusion = node.children
    laws = [one for one in t.taken_apart(premise) if _is_law(one, rates)]
    names = {one for law in laws for one in t.symbols(law) if model.is_free(one)}
    if not laws or t.mentions(node, time) or not names <= rates.keys():
        return None
    totals = (tuple(_in_time(side, tuple(rates)) for side in law.children) for law in laws)
    said = t.together((premise, *(t.Relation(one, ("=",)) for one in totals)))
    whole: t.Node = t.Logic((said, conclusion), (r"\Rightarrow",))
    for name in rates:
        known = model.named(name)
        if isinstance(name, t.Symbol) and known is not None and not known.domain:
            whole = t.replaced(whole, name, replace(name, accents=("tilde", *name.accents)))
    return whole


def _is_rate(one: t.Derivative, model: Model) -> bool:
    name = one.operand
    plain = one.sign != r"\partial" and one.orders == (1,) and name not in one.variables
    return plain and isinstance(name, t.Symbol) and model.is_free(name)


def _is_law(premise: t.Node, rates: Collection[t.Node]) -> bool:
    equation = isinstance(premise, t.Relation) and premise.operators == ("=",)
    return equation and sum(t.mentions(premise, one) for one in rates) > 1


def _slope_of(name: t.Node) -> t.Node:
    return replace(name, accents=("dot", *name.accents)) if isinstance(name, t.Symbol) else name


def _in_time(side: t.Node, names: Sequence[t.Node]) -> t.Node:
    parts = (t.side_by_side((t.Group(_partial(side, one)), _slope_of(one))) for one in names)
    return t.added(tuple(parts))


def _apart(conclusion: t.Node) -> tuple[tuple[t.Node, ...], t.Node]:
    r"""The point behind the only bar, `\left.\frac{dy}{dx}\right|_{(3, 4)}`, and what is concluded there."""
    bars = [one for _, one in t.walk(conclusion) if isinstance(one, t.Evaluated)]
    match bars:
        case [t.Evaluated(body, t.Tuple(place), None) as bar]:
            return place, t.replaced(conclusion, bar, body)
        case _:
            return (), conclusion


def _slope_in(conclusion: t.Node, model: Model) -> tuple[t.Symbol, t.Symbol] | None:
    """Y and x, where y' is spoken of and nothing is known of y."""
    for _, part in t.walk(conclusion):
        match part:
            case t.Derivative(operand=t.Symbol() as name, variables=(t.Symbol() as letter,)) if name != letter:
                known = model.named(name)
            case t.Prime(operand=t.Symbol() as name):
                known = model.named(name)
                letter = known.parameters[0] if known is not None and len(known.parameters) == 1 else name
            case _:
                continue
        if known is not None and known.body is None and not (known.domain and known.parameters) and letter != name:
            return name, letter
    return None


def _relates(premise: t.Node, name: t.Symbol, letter: t.Symbol) -> bool:
    equation = isinstance(premise, t.Relation) and premise.operators == ("=",)
    return equation and t.mentions(premise, name) and t.mentions(premise, letter)


def _is_applied(node: t.Node, name: t.Symbol) -> bool:
    return any(isinstance(part, t.Application) and part.head == name for _, part in t.walk(node))


def _has_slope(node: t.Node) -> bool:
    spoken = (part for _, part in t.walk(node) if isinstance(part, t.Derivative | t.Prime | t.Differential))
    return any(not (isinstance(one, t.Derivative) and one.sign == r"\partial") for one in spoken)


def _partial(side: t.Node, by: t.Node) -> t.Node:
    return t.Derivative(r"\partial", t.Group(side), (by,), (1,))


def _along(side: t.Node, name: t.Symbol, letter: t.Symbol, slope: t.Symbol) -> t.Node:
    return t.Addition((_partial(side, letter), t.side_by_side((t.Group(_partial(side, name)), slope))), ("+",))


def _with_number(node: t.Node, name: t.Symbol, letter: t.Symbol, slope: t.Symbol) -> t.Node:
    match node:
        case t.Derivative(operand=operand, variables=(by,), orders=(1,)) if (operand, by) == (name, letter):
            return t.Group(slope)  # not as a name that is defined here
        case t.Prime(operand=operand, order=1) if operand == name:
            return t.Group(slope)
        case _:
            return node.with_children([_with_number(one, name, letter, slope) for one in node.children])
