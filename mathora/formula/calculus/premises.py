r"""Premises that say what a function is: `f(x) = x^2 \Rightarrow f'(3) = 6`.

| premise | what the rest of the statement says of it |
| --- | --- |
| `f(x) = x^2`, `\int_0^x g(t)\,dt`, `y = x^2` of a y(x) | `f(3)`, `y'`, `f'(x)`, `\frac{df}{dx}`, `\int f(x)\,dx` |
| `f(x, y) = x^2 y` | `f_x`, `\frac{\partial f}{\partial x}(1, 2)`, `\nabla f` |
| `u = x^2 + 1`, where u is a number | `du`, `\frac{du}{dx}` |
| `z = 3 + 4i`, `A = PDP^{-1}`: complex, or a matrix | `z`, `A`, but where it is differentiated, indexed, or a side |

Laws:
- Such a premise holds of each x, and not of one: it says what the function is. `f(x) = 0`, `f(x) = x`, `f(x) = g(x)`
  of unknown functions and `f(1) = 2` are said of one x, and stay premises, unless `\forall x` stands before them.
- Where other premises or a domain bound x, f is known at x alone.
- A name of which anything is left behind stays as it was.
- A premise that says what a matrix is stays a premise: the inverses in it are there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.chance import is_random
from mathora.formula.tree.indices import is_member
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.rational import COMPARED, rational
from mathora.formula.tree.substitution import bound_names, substituted

_ARRAYS: Final = frozenset({"matrix", "vector"})
_TURNED: Final = {r"\Rightarrow": False, r"\Leftarrow": True} | dict.fromkeys(("if", "where", "with", "when"), True)
"""Between a premise and what follows; whether the premise stands behind."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a premise says: the name, what it is a function of, its value there, and what bounds the parameters: None if
    something else than a domain does.
    """

    name: t.Symbol
    parameters: tuple[t.Symbol, ...]
    value: t.Node
    bounds: tuple[t.Node, ...] | None = ()

    @property
    def free(self) -> bool:
        """Whether the parameters may be any numbers."""
        return self.bounds == ()


class _LeftOutError(Exception):
    """A part speaks of the name in a way that is not put in."""


def with_functions_put_in(node: t.Node, model: Model, givens: Sequence[t.Node] = ()) -> t.Node:
    """The statement with what its premises say of functions in their place, and what is given of random quantities."""
    if isinstance(node, t.Relation) and (told := [one for one in givens if _is_told(one, node, model, givens)]):
        node = t.Logic((t.together(tuple(told)), node), (r"\Rightarrow",))
        givens = [one for one in givens if one not in told]
    match t.regrouped(node):
        case t.Group(body):
            return with_functions_put_in(body, model, givens)
        case t.Logic(operators=(sign,), operands=(left, right)) if sign in _TURNED:
            premise, conclusion = (right, left) if _TURNED[sign] else (left, right)
            put = _put_in(t.taken_apart(premise), conclusion, model, givens)
            new = _with_values(t.taken_apart(premise), conclusion, model)
            return put or t.Logic((new, premise) if _TURNED[sign] else (premise, new), (sign,))
        case t.Logic(operators=(sign,), operands=(left, right)) if sign in t.EQUIVALENT and any(
            _says_number(one, model) for one in (left, right)
        ):
            ways = ((left, right), (right, left))
            return t.together(
                tuple(with_functions_put_in(t.Logic(one, (r"\Rightarrow",)), model, givens) for one in ways)
            )
        case t.Logic(operators=(r"\Rightarrow", *signs), operands=(first, *rest)) if set(signs) == {r"\Rightarrow"}:
            return _put_in(t.taken_apart(first), t.Logic(tuple(rest), tuple(signs)), model, givens) or node
        case t.Logic(every, signs) if set(signs) <= t.AND and all(isinstance(one, t.Logic) for one in every):
            return node.with_children([with_functions_put_in(one, model, givens) for one in every])
        case _:
            return node


def _put_in(premises: tuple[t.Node, ...], conclusion: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    told = {place: said for place, one in enumerate(premises) if (said := _said(one, model)) is not None}
    told = {
        place: said
        for place, said in told.items()
        if said.parameters
        or _is_differentiated(said, conclusion)
        or _is_of_chance(said, model, (*givens, *premises[:place], *premises[place + 1 :]))
    }
    for place, said in told.items():
        others = (*premises[:place], *premises[place + 1 :])
        if not said.parameters and any(t.mentions(other.value, said.name) for other in told.values()):
            continue  # what is said by it comes first: of y = u^2, u = 3x it is y
        bounded = replace(said, bounds=_bounds(said, model, (*givens, *others)))
        if not bounded.free and any(
            one in bound_names(part) for one in said.parameters for _, part in t.walk(conclusion)
        ):
            continue
        try:
            rest = tuple(_within(part, bounded) for part in others)
            whole = _within(conclusion, bounded)
        except _LeftOutError:
            continue
        if rest:
            return _put_in(rest, whole, model, givens) or t.Logic((t.together(rest), whole), (r"\Rightarrow",))
        return whole
    return None


def _is_of_chance(said: _Said, model: Model, others: Sequence[t.Node]) -> bool:
    r"""Whether it is said by random quantities, and by nothing else: `\bar X = \frac1n \sum_{i=1}^n X_i`."""
    by_quantities = not said.parameters and any(is_random(part, model) for _, part in t.walk(said.value))
    return by_quantities and not any(t.mentions(one, said.name) for one in others)  # they might say its law


def _is_told(given: t.Node, node: t.Node, model: Model, givens: Sequence[t.Node]) -> bool:
    said, others = _said(given, model), [one for one in givens if one is not given]
    if said is None or not t.mentions(node, said.name):
        return False
    slope = isinstance(said.value, t.Application) and isinstance(said.value.head, t.Prime)
    primed = said.parameters and any(isinstance(p, t.Prime) and p.operand == said.name for _, p in t.walk(node))
    whole = primed or isinstance(given, t.Quantified) or _is_of_chance(said, model, others)
    return bool(slope or whole) or _is_differentiated(said, node)


def _with_values(premises: tuple[t.Node, ...], conclusion: t.Node, model: Model) -> t.Node:
    """What follows, with the matrices, vectors and complex numbers in it as the premises say what they are; a matrix of
    numbers and of the identity alone says no shape, and is left.
    """
    for one in premises:
        match one:
            case t.Relation((t.Symbol() as name, value), ("=",)) if (
                (_says_whole(name, value, model) or _says_formula(name, value, model))
                and not t.mentions(value, name)
                and _is_whole(name, conclusion)
            ):
                conclusion = substituted(conclusion, name, value) or conclusion
                for bar in ("bar", "overline"):
                    conclusion = t.replaced(
                        conclusion, replace(name, accents=(bar, *name.accents)), t.Overline(t.Group(value))
                    )
            case _:
                pass
    return conclusion


def _says_whole(name: t.Symbol, value: t.Node, model: Model) -> bool:
    known = model.named(name)
    if known is not None and known.kind == "complex" and known.body is None:
        return True
    return _is_array(name, model) and any(_is_array(part, model) for _, part in t.walk(value))


def _says_formula(name: t.Symbol, value: t.Node, model: Model) -> bool:
    r"""Whether a number is said by others, such as a probability p by `\frac{1}{1 + e^{-z}}`."""
    known = model.named(name)
    return (
        known is not None
        and known.kind in {"real", "positive"}
        and (bool(known.domain) or known.kind == "positive")
        and known.body is None
        and not known.parameters
        and any(isinstance(part, t.FunctionName | t.Constant) for _, part in t.walk(value))
        and any(isinstance(part, t.Symbol) for _, part in t.walk(value))
    )


def _says_number(node: t.Node, model: Model) -> bool:
    name, value = node.children if isinstance(node, t.Relation) and node.operators == ("=",) else (node, node)
    return isinstance(name, t.Symbol) and _says_formula(name, value, model) and not t.mentions(value, name)


def _is_array(node: t.Node, model: Model) -> bool:
    known = model.named(node)
    return known is not None and known.kind in _ARRAYS and known.body is None


def _is_whole(name: t.Symbol, node: t.Node) -> bool:
    """Whether a matrix is spoken of as a whole, in a term (`P^2 = P`): not by its entries, and by no derivative."""
    for _, part in t.walk(node):
        match part:
            case t.Relation(operands) if [one for one in operands if t.mentions(one, name)] == [name]:
                return False
            case t.Component() | t.Derivative() | t.Differential() | t.Directional() | t.Nabla():
                return False
            case t.Symbol() if is_member(part, name):
                return False
            case _:
                pass
    return True


def _said(premise: t.Node, model: Model) -> _Said | None:
    match premise:
        case t.Quantified(
            r"\forall", t.Symbol() as each, t.Relation((t.Application(t.Symbol() as head, None, (at,)), value), ("=",))
        ) if each == at:
            names = _unknown(head, model)
            put = substituted(value, each, names[0]) if len(names) == 1 else None
            return None if put is None or t.mentions(put, head) else _Said(head, names, put)
        case t.Relation((t.Application(t.Symbol() as head, None, arguments), value), ("=",)):
            names = _unknown(head, model)
            told = bool(names) and arguments == names and _is_formula(value, names, model)
        case t.Relation((slope, t.Application(t.Symbol(), arguments=(at,)) as other), ("=",)) if _is_derived(
            slope, at, model
        ):
            return _said(t.Relation((other, slope), ("=",)), model)
        case t.Relation((t.Prime(t.Symbol() as of, order), t.Symbol() as head), ("=",)) if (
            own := getattr(model.named(head), "parameters", ())
        ) and own == getattr(model.named(of), "parameters", ()):  # `F' = f` is said of each x
            slope = t.Application(t.Prime(of, order), None, own)
            return _said(t.Relation((t.Application(head, None, own), slope), ("=",)), model)
        case t.Relation((t.Symbol() as head, value), ("=",)):
            name, names = model.named(head), _unknown(head, model)
            speaks = any(isinstance(part, t.Symbol) for _, part in t.walk(value))
            told = _is_formula(value, names, model) if names else name is not None and _is_plain(name) and speaks
        case _:
            return None
    return _Said(head, names, value) if told and not t.mentions(value, head) else None


def _unknown(head: t.Symbol, model: Model) -> tuple[t.Symbol, ...]:
    """The variables of a function without a formula; none of anything else."""
    name = model.named(head)
    return () if name is None or name.body is not None else name.parameters


def _is_formula(value: t.Node, names: tuple[t.Symbol, ...], model: Model) -> bool:
    """Whether a value is worked out from each of the names, and from no unknown function."""
    heads = [model.named(part) for part in t.symbols(value)]
    unknown = any(one is not None and one.parameters and one.body is None for one in heads)
    accumulated = isinstance(value, t.Integral) and names in ((value.upper,), (value.lower,))
    if accumulated or (len(names) == 1 and _is_derived(value, names[0], model)):
        return True
    return not unknown and not isinstance(value, t.Symbol) and all(t.mentions(value, one) for one in names)


def _is_derived(node: t.Node, letter: t.Node, model: Model) -> bool:
    """`F'(x)` of a function F of x, of which nothing is known."""
    match node:
        case t.Application(t.Prime(t.Symbol() as head), arguments=(at,)):
            return at == letter and _unknown(head, model) == (letter,)
        case _:
            return False


def _is_plain(name: Name) -> bool:
    """Whether nothing is known of a name but that it is a real number, or a random one."""
    plain = name.kind in {"real", "random"} and not name.domain
    return plain and name.body is None and not name.parameters and name.unit is None


def _bounds(said: _Said, model: Model, others: Sequence[t.Node]) -> tuple[t.Node, ...] | None:
    """What bounds a function's parameters: their domain; None if something else does, or what they are is known."""
    found = list[t.Node]()
    for name in said.parameters:
        known = model.named(name)
        owners = [own for own in model.names.values() if own.symbol == said.name or name not in own.parameters]
        if any(t.mentions(one, name) for one in others):
            return None
        plain = known is None or _is_plain(replace(known, domain=())) or (known.kind == "vector" and known.body is None)
        if not plain:
            return None
        found += [one for own in owners for one in own.domain if t.mentions(one, name)]
    return tuple(dict.fromkeys(found))


def _is_differentiated(said: _Said, node: t.Node) -> bool:
    """Whether a name is differentiated, or by something of which its value speaks."""
    signs = (t.Differential(said.name), t.Differential(said.name, r"\mathrm{d}"))
    return any(
        part in signs or (isinstance(part, t.Derivative) and _is_turned(part, said))
        for part in (p for _, p in t.walk(node))
    )


def _is_turned(slope: t.Derivative, said: _Said) -> bool:
    """Whether a derivative depends on what a name is: of `u^2`, or by `u`, where `u = 3x`."""
    by = any(t.mentions(said.value, one) for one in slope.variables)
    return said.name in slope.variables or slope.operand == said.name or (by and t.mentions(slope.operand, said.name))


def _within(node: t.Node, said: _Said) -> t.Node:
    """A part with the value in the name's place; raises `_LeftOutError`."""
    name = said.name
    match node:
        case t.Application(head, None, arguments) if (own := _derived(head, said)) is not None:
            inner = tuple(_within(one, said) for one in arguments)
            return own if inner == said.parameters else _at(own, said, inner)
        case t.Application(head) if t.mentions(head, name):
            raise _LeftOutError
        case t.Integral() if any(part == t.Differential(name) for _, part in t.walk(node)):
            return _integrated(node, said)
        case t.Differential() | t.Derivative() if (turned := _turned(node, said)) is not None:
            return turned
        case t.Symbol() if node == name:
            return t.Group(said.value)
        case t.Symbol() | t.Prime() | t.Nabla() if (own := _derived(node, said)) is not None:
            return own
        case _:
            return node.with_children([_within(one, said) for one in node.children])


def _integrated(node: t.Integral, said: _Said) -> t.Node:
    """An integral by the name, by the one letter of its value instead; between ends the name is the integral's own."""
    if node.lower is not None and node.upper is not None and node.differentials:
        return replace(node, lower=_within(node.lower, said), upper=_within(node.upper, said))
    letters = {*t.symbols(said.value)}
    if len(letters) != 1 or said.parameters or node.lower or node.upper or len(node.differentials) > 1:
        raise _LeftOutError
    by = t.Differential(letters.pop())
    slope = t.Group(t.Derivative("d", t.Group(said.value), (by.variable,), (1,), inline=False))
    if not node.differentials and node.body is not None:
        inside = t.replaced(node.body, t.Differential(said.name), slope)
        return replace(node, body=_within(inside, said), differentials=(by,))
    body = slope if node.body is None else t.side_by_side((t.Group(_within(node.body, said)), slope))
    return replace(node, body=body, differentials=(by,))


def _turned(node: t.Differential | t.Derivative, said: _Said) -> t.Node | None:
    """A differential or a derivative of the name, or by it; None if it is neither."""
    name, letters = said.name, said.parameters
    match node:
        case t.Differential(variable) if variable == name:
            parts = tuple(t.side_by_side((_slope(said, one), t.Differential(one, node.sign))) for one in letters)
            return t.Group(t.added(parts) if parts else t.Differential(t.Group(said.value), node.sign))
        case t.Derivative(variables=variables) if name in variables:  # d/du of what u = 3x makes of x is taken at 3x
            if any(t.mentions(node.operand, part) for part in t.symbols(said.value)):
                raise _LeftOutError  # x may depend on u, too
            return t.Group(t.Evaluated(node, t.Relation((name, said.value), ("=",)), None))
        case t.Derivative(operand=operand) if operand == name or (not letters and _is_turned(node, said)):
            inner = _within(operand, said)
            return replace(node, operand=inner if isinstance(inner, t.Group) else t.Group(inner), inline=False)
        case _:
            return None


def _derived(head: t.Node, said: _Said) -> t.Node | None:
    """The value, or its derivative, at the parameters themselves; None if the head is something else."""
    name, letters = said.name, said.parameters
    match head:
        case t.Symbol() if head == name and letters:
            return t.Group(said.value)
        case t.Symbol(subscript=t.Symbol() as letter) if letter in letters and replace(head, subscript=None) == name:
            return _slope(said, letter)
        case t.Prime(operand, order) if operand == name and len(letters) == 1:
            return _slope(said, letters[0], order)
        case t.Derivative(operand=operand) if operand == name:
            return t.Group(replace(head, operand=t.Group(said.value), inline=False))
        case t.Nabla("gradient", None, operand) if operand == name and letters:
            several = len(letters) > 1
            slopes = t.Tuple(tuple(_slope(said, one) for one in letters)) if several else None
            return slopes or t.Nabla("gradient", letters[0], t.Group(said.value))
        case _:
            return None


def _slope(said: _Said, letter: t.Symbol, order: int = 1) -> t.Node:
    sign: t.DerivativeSign = "d" if len(said.parameters) == 1 else r"\partial"
    return t.Group(t.Derivative(sign, t.Group(said.value), (letter,), (order,), inline=False))


def _at(own: t.Node, said: _Said, arguments: tuple[t.Node, ...]) -> t.Node:
    """The value, or its derivative, at other arguments: any, or numbers within the bounds."""
    places = dict(zip(said.parameters, map(rational, arguments), strict=False))
    known = said.bounds is not None and all(obeys(one, places) for one in said.bounds)
    if len(arguments) != len(said.parameters) or not known:
        raise _LeftOutError
    if own == t.Group(said.value):
        return t.Group(_all_put(said.value, said.parameters, arguments))
    where = tuple(t.Relation(pair, ("=",)) for pair in zip(said.parameters, arguments, strict=True))
    return t.Group(t.Evaluated(own, where[0] if len(where) == 1 else t.Listing(where), None))


def obeys(relation: t.Node, places: Mapping[t.Symbol, Fraction | None]) -> bool:
    """Whether a relation between numbers and letters holds where these letters are numbers; an equation leaves one
    place, at which a formula says nothing of slopes.
    """
    if not isinstance(relation, t.Relation) or not {*relation.operators} <= COMPARED.keys() - {"="}:
        return False
    values = [places.get(one) if isinstance(one, t.Symbol) else rational(one) for one in relation.operands]
    links = zip(values, relation.operators, values[1:], strict=False)
    return all(one is not None and other is not None and COMPARED[sign](one, other) for one, sign, other in links)


def _all_put(value: t.Node, names: tuple[t.Symbol, ...], arguments: tuple[t.Node, ...]) -> t.Node:
    """All arguments at once: `f(y, x)` is no `f(y, y)`."""
    stand_ins = [replace(one, accents=("hat", "tilde", *one.accents)) for one in names]
    for one, new in [*zip(names, stand_ins, strict=True), *zip(stand_ins, arguments, strict=True)]:
        put = substituted(value, one, new)
        if put is None:
            raise _LeftOutError
        value = put
    return value
