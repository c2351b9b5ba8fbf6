r"""What calculus writes short: between which ends, by which letter.

Owns: `between_ends`, `by_defined_name`, `by_substitution`, `of_accumulated`, `by_usual_letter`, `by_usual_vector`, `gradient_in_row`, `parametric_slope`, `under_one_sign`.

| written | in full |
| --- | --- |
| `\left[-e^{-x}\right]_0^\infty` | `\lim_{x \to \infty} (-e^{-x}) - \left.(-e^{-x})\right|_{x = 0}` |
| `\left[x^2\right]_{x=0}^{1}` | `\left.x^2\right|_{x = 1} - \left.x^2\right|_{x = 0}` |
| `\int \cos u \, du`, where the model says `u = x^2` | `\int \cos u \cdot \frac{d}{dx} x^2 \, dx` |
| `\frac{dy}{dx}` of y(t) and x(t) | `\frac{y'(t)}{x'(t)}` |
| `\int_a^b f g' \, dx = [fg]_a^b - \int_a^b f' g \, dx` of unknown f, g | `\int_a^b (fg' + f'g) \, dx = [fg]_a^b` |
| `\frac{\partial L}{\partial a}`, where the model says `L = (a - y)^2` and `a = wx` | `\left.\frac{\partial}{\partial\tilde{a}} (\tilde{a} - y)^2\right|_{\tilde{a} = a}` |
| `(x^n)'`, `y'` of a y that is no function: of several letters by x, else by t | `\frac{d}{dx} (x^n)` |
| `F'(2)`, where `F(x) = 3 + \int_0^x e^{t^2} \, dt` | `\left.\frac{d}{dx} 3 + \frac{d}{dx} \int_0^x e^{t^2} \, dt\right|_{x = 2}` |
| `\nabla(b^\top x)` of vectors, among them x | `\nabla_x(b^\top x)` |
| `\nabla f = \begin{pmatrix} 2x & 2y \end{pmatrix}` of f(x, y) | `\nabla f = (2x, 2y)` |

Law: a derivative by a name with a value takes this name for a variable, and all that rests on it goes along. Where what
is differentiated speaks of the name itself and of others that rest on it, it could mean two things, and nothing is said;
nor of `\frac{dL}{da}` where L speaks of what a itself rests on, too.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.calculus.premises import obeys
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.rational import rational, worked_out
from mathora.formula.tree.signs import infinite_sign
from mathora.formula.tree.substitution import substituted


def between_ends(node: t.Evaluated) -> t.Node | None:
    """The difference of a body at two ends; None where both are numbers of a letter that is not named."""
    match node:
        case t.Evaluated(body, t.Relation((letter, low), ("=",)), t.Node() as upper):
            ends = (t.Evaluated(body, t.Relation((letter, end), ("=",)), None) for end in (upper, low))
            return t.Group(t.Addition(tuple(map(t.Group, ends)), ("-",)))
        case t.Evaluated(body, lower, upper) if upper is not None and (infinite_sign(lower) or infinite_sign(upper)):
            return _of_one_letter(body, lower, upper)
        case _:
            return None


def _of_one_letter(body: t.Node, lower: t.Node, upper: t.Node) -> t.Node | None:
    """The difference of a body of one letter at two ends, an infinite one as a limit."""
    letters = {*t.symbols(body)}
    if len(letters) != 1:
        return None
    letter = letters.pop()
    above, below = (
        t.Limit(letter, end, t.Group(body))
        if infinite_sign(end)
        else t.Evaluated(body, t.Relation((letter, end), ("=",)), None)
        for end in (upper, lower)
    )
    return t.Group(t.Addition((t.Group(above), t.Group(below)), ("-",)))


def by_substitution(node: t.Node, model: Model) -> t.Node | None:
    r"""`\int f(u) \, du` of a u that the model says to be `g(x)`, by x; None of anything else."""
    if not isinstance(node, t.Integral) or node.lower is not None or node.upper is not None:
        return None
    inner = {part for _, part in t.walk(node) if isinstance(part, t.Differential)}
    name = model.named(next(iter(inner)).variable) if len(inner) == 1 else None
    if name is None or name.body is None:
        return None
    letters = name.parameters or {p for p in t.symbols(name.body) if model.is_free(p)}
    if len(letters) != 1:
        return None
    (letter,), (by_inner,) = letters, inner
    slope = t.Group(t.Derivative("d", t.Group(name.body), (letter,), (1,), inline=False))
    if not node.differentials:
        return t.replaced(node, by_inner, t.side_by_side((slope, t.Differential(letter))))
    body = slope if node.body is None else t.side_by_side((t.Group(node.body), slope))
    return t.Integral(node.operator, None, None, body, (t.Differential(letter),))


def by_defined_name(node: t.Node, model: Model) -> t.Node | None:
    r"""`\frac{\partial L}{\partial a}` of a name by another that its value rests on; None of anything else."""
    match node:
        case t.Derivative(operand=t.Symbol() as over, variables=(t.Symbol() as by,)) if over != by:
            name, known = model.named(over), model.named(by)
        case _:
            return None
    if name is None or known is None or name.body is None or known.body is None or name.parameters or known.parameters:
        return None
    whole = _down_to(name.body, by, model)
    if whole is None or not t.mentions(whole, by):
        return None
    left = model.spoken_of((t.replaced(whole, by, t.Number("0")),)) & model.spoken_of((known.body,))
    if node.sign != r"\partial" and left:  # the one from which both come changes, too
        return None
    variable = replace(by, accents=("tilde", *by.accents))
    slope = replace(node, operand=t.Group(t.replaced(whole, by, variable)), variables=(variable,), inline=False)
    return t.Group(t.Evaluated(slope, t.Relation((variable, by), ("=",)), None))


def _down_to(body: t.Node, by: t.Symbol, model: Model) -> t.Node | None:
    """A value with those of the names in it that rest on a name; None where it speaks of both, or of a function."""
    key = symbol_key(by)
    resting = [one for one in dict.fromkeys(part for _, part in t.walk(body)) if _rests_on(one, key, model)]
    if not resting:
        return body
    names = [model.named(one) for one in resting]
    values = [None if one is None or one.body is None else _down_to(one.body, by, model) for one in names]
    if t.mentions(body, by) or any(one is None or one.parameters for one in names):
        return None
    for one, value in zip(resting, values, strict=True):
        if value is None:
            return None
        body = t.replaced(body, one, t.Group(value))
    return body


def _rests_on(node: t.Node, key: str, model: Model) -> bool:
    return isinstance(node, t.Symbol) and symbol_key(node) != key and model.rests_on(symbol_key(node), (key,))


def of_accumulated(node: t.Node, model: Model) -> t.Node | None:
    r"""The derivative of what has an integral up to x in it, also `F'(2)` of a function where it is defined, by that of
    the integral itself; None of anything else.
    """
    match node:
        case t.Application(head=t.Prime(operand=t.Symbol() as function, order=order), power=None, arguments=(place,)):
            name = model.on_its_domain(function)
            if name is None or len(name.parameters) != 1 or name.body is None or not _is_within(place, name):
                return None
            (letter,) = name.parameters
            slope = _accumulating(name.body, letter, order)
            elsewhere = slope is not None and place != letter
            return (
                t.Group(t.Evaluated(slope, t.Relation((letter, place), ("=",)), None)) if slope and elsewhere else slope
            )
        case t.Application(head=t.Symbol() as function, power=None, arguments=(place,)):
            name = model.on_its_domain(function)
            single = name is not None and len(name.parameters) == 1 and _is_within(place, name)
            whole = name.body if single and name is not None and isinstance(name.body, t.Integral) else None
            body = substituted(whole, name.parameters[0], place) if whole is not None and name is not None else None
            return body and _from_itself(body)
        case t.Derivative(operand=operand, variables=(t.Symbol() as letter,), orders=(int() as order,)) if (
            order > 1 or not isinstance(operand, t.Integral)
        ):
            applied = operand if isinstance(operand, t.Application) else t.Application(operand, None, (letter,))
            name = model.named(applied.head)
            if name is not None and name.body is not None and name.parameters == (letter,) == applied.arguments:
                operand = name.body
            return _accumulating(operand, letter, order)
        case _:
            return None


def _is_within(place: t.Node, name: Name) -> bool:
    """Whether a function of one variable is defined at its variable or at a number."""
    (letter,) = name.parameters
    return place == letter or all(obeys(part, {letter: rational(place)}) for part in name.domain)


def _from_itself(node: t.Node) -> t.Node | None:
    """What an integral from a number to itself is: 0 times its body there."""
    match node:
        case t.Integral(lower=t.Node() as low, upper=t.Node() as high, body=t.Node() as body, differentials=(one,)):
            end, variable = worked_out(low), one.variable
        case _:
            return None
    there = isinstance(variable, t.Symbol) and end is not None and end == worked_out(high)
    value = substituted(body, variable, low) if there and isinstance(variable, t.Symbol) else None
    return value and t.Group(t.Product((t.Number("0"), t.Group(value)), (r"\cdot",)))


def _accumulating(body: t.Node, letter: t.Symbol, order: int) -> t.Node | None:
    """The derivative of what has one integral up to a letter in it, by the rules for sums and products."""
    slope = _once(body, letter) if _accumulates(body, letter) else None
    if slope is None or order == 1:
        return slope and t.Group(slope)
    return t.Group(t.Derivative("d", t.Group(slope), (letter,), (order - 1,), inline=False))


def _once(body: t.Node, letter: t.Symbol) -> t.Node | None:
    parts = body.children
    match body:
        case t.Group(body=inner):
            return _once(inner, letter)
        case t.Integral():
            return t.Derivative("d", body, (letter,), (1,), inline=False)
        case _ if not _accumulates(body, letter):
            return t.Derivative("d", t.Group(body), (letter,), (1,), inline=False)
        case t.Addition() | t.Signed():
            slopes = [_once(one, letter) for one in parts]
        case t.Product(operators=signs) if {*signs} <= {"", r"\cdot"}:
            changing = [at for at, one in enumerate(parts) if t.mentions(one, letter)]
            found = ((at, _once(parts[at], letter)) for at in changing)
            slopes = [slope and t.side_by_side((*parts[:at], t.Group(slope), *parts[at + 1 :])) for at, slope in found]
            if len(slopes) == 1:
                return slopes[0]
            body = t.Addition(tuple(parts[at] for at in changing), tuple("+" for _ in changing[1:]))
        case _:
            return None
    told = t.all_known(slopes)
    return None if told is None else body.with_children([*map(t.Group, told)])


def _accumulates(node: t.Node, letter: t.Symbol) -> bool:
    """Whether a number has an integral with a letter at its ends alone."""
    found = [one for _, one in t.walk(node) if isinstance(one, t.Integral) and one.lower is not None]
    ends = [one for one in found if any(end is not None and t.mentions(end, letter) for end in (one.lower, one.upper))]
    parts = (part for one in found for part in (one.body, *one.differentials))
    inside = any(part is not None and t.mentions(part, letter) for part in parts)
    return bool(ends) and not inside


def by_usual_letter(node: t.Node, model: Model) -> t.Node:
    r"""The formula with `(x^n)'` by x, or by t where there is none, and so `y'` of a y that is no function.

    A term of one letter alone stays.
    """
    node = t.with_each(node, lambda one: by_usual_letter(one, model))
    if not isinstance(node, t.Prime) or not isinstance(node.operand, t.Group | t.Symbol):
        return node
    own = model.named(node.operand)
    if isinstance(node.operand, t.Symbol) and (own is None or own.parameters):
        return node
    letters = {letter for one in t.symbols(node.operand) for letter in _letters(one, model)}
    told = letters if own is None or own.body is not None else {t.Symbol("x"), t.Symbol("t")}
    usual = next((one for one in (t.Symbol("x"), t.Symbol("t")) if one in told and symbol_key(one) in model), None)
    if usual is None or not model.is_free(usual) or (own is None and len(letters) == 1):
        return node
    return t.Derivative("d", node.operand, (usual,), (node.order,), inline=own is not None)


def _letters(symbol: t.Symbol, model: Model) -> set[t.Symbol]:
    """The variables of a function; what else a name speaks of, or itself."""
    name = model.named(symbol)
    if name is None or name.parameters:
        return {symbol} if name is None else {*name.parameters}
    if name.body is None:
        return {symbol}
    return {letter for one in t.symbols(name.body) for letter in _letters(one, model)}


def by_usual_vector(node: t.Node, model: Model) -> t.Node | None:
    r"""`\nabla(x^\top A x + b^\top x)`, where x is a vector among others; None of anything else."""
    if (
        not isinstance(node, t.Nabla)
        or node.kind != "gradient"
        or node.subscript
        or not isinstance(node.operand, t.Group)
    ):
        return None
    letters = {part for part in t.symbols(node.operand) if model.is_free(part)}
    usual = [one for one in letters if one in _VECTORS and (name := model.named(one)) and name.kind == "vector"]
    return replace(node, subscript=usual[0]) if len(usual) == 1 < len(letters) else None


_VECTORS: Final = (t.Symbol("x"), t.Symbol("x", "mathbf"), t.Symbol("x", "boldsymbol"))


def gradient_in_row(node: t.Node, model: Model) -> t.Node | None:
    r"""`\nabla f = \begin{pmatrix} 2x & 2y \end{pmatrix}` of a function of numbers; None of anything else."""
    match node:
        case t.Relation(
            (t.Nabla("gradient", None, of) | t.Application(t.Nabla("gradient", None, of)) as slope, t.Matrix((row,))),
            ("=",),
        ) if len(row) > 1:
            pass
        case _:
            return None
    named = model.named(of)
    letters = named.parameters if named is not None else t.symbols(of)
    own = (model.named(one) for one in letters)
    numbers = all(one is None or (one.shape is None and one.kind not in {"vector", "matrix"}) for one in own)
    return t.Relation((slope, t.Tuple(row)), ("=",)) if letters and numbers else None


def parametric_slope(node: t.Node, model: Model) -> t.Node | None:
    r"""`\frac{dy}{dx}` of a curve that the model says by one letter; None of anything else."""
    match node:
        case t.Derivative(operand=t.Symbol() as over, variables=(t.Symbol() as along,), orders=(1,)):
            names = [name for name in map(model.named, (over, along)) if name is not None and len(name.parameters) == 1]
        case _:
            return None
    if len(names) < 2 or names[0].parameters != names[1].parameters:  # noqa: PLR2004 - both
        return None
    rise, run = (t.Derivative("d", name.symbol, name.parameters, (1,)) for name in names)
    return t.Quotient(rise, run)


def under_one_sign(node: t.Relation, model: Model) -> t.Relation | None:
    """An equation of two sums with its integrals of smooth unknown functions between the same ends as one on the left;
    None where there are not several, or where a body may have a pole.
    """
    if node.operators != ("=",):
        return None
    left, right = (_terms(side) for side in node.operands)
    parts = [*left, *((-sign, part) for sign, part in right)]
    found = [(sign, part) for sign, part in parts if isinstance(part, t.Integral)]
    ends = {(one.operator, one.lower, one.upper, one.differentials) for _, one in found}
    known = all(
        one.body and _is_smooth(one.body, model) and _is_finite(one.lower) and _is_finite(one.upper) for _, one in found
    )
    if len(found) < 2 or len(ends) > 1 or not known:  # noqa: PLR2004 - several
        return None
    whole = replace(found[0][1], body=t.Group(_sum([(sign, t.Group(one.body)) for sign, one in found if one.body])))
    rest = [(-sign, part) for sign, part in parts if not isinstance(part, t.Integral)]
    return t.Relation((whole, _sum(rest) if rest else t.Number("0")), ("=",))


def _is_finite(end: t.Node | None) -> bool:
    return end is not None and not any(infinite_sign(part) for _, part in t.walk(end))


def _terms(side: t.Node) -> list[tuple[int, t.Node]]:
    """The terms of a side with their signs."""
    match side:
        case t.Addition((first, *others), signs) if {*signs} <= {"+", "-"}:
            behind = [(1 if sign == "+" else -1, one) for sign, one in zip(signs, others, strict=True)]
            return [*_terms(first), *behind]
        case t.Signed("-", operand):
            return [(-1, operand)]
        case _:
            return [(1, side)]


def _sum(parts: list[tuple[int, t.Node]]) -> t.Node:
    (sign, first), *others = parts
    first = first if sign > 0 else t.Signed("-", first)
    signs = tuple[t.Sign, ...]("+" if one > 0 else "-" for one, _ in others)
    return t.Addition((first, *(part for _, part in others)), signs) if others else first


def _is_smooth(body: t.Node, model: Model) -> bool:
    """Whether a body is made of unknown functions and numbers, which have no pole, without a quotient."""
    match body:
        case t.Number() | t.Constant():
            return True
        case t.Symbol() | t.Prime(t.Symbol()):
            name = model.named(body.operand if isinstance(body, t.Prime) else body)
            return name is not None and name.body is None and not name.domain
        case t.Application(t.Symbol() | t.Prime() as head, None, (t.Symbol() as place,)):
            return _is_smooth(head, model) and model.is_free(place)
        case t.Product() | t.Addition() | t.Group() | t.Signed():
            return all(_is_smooth(one, model) for one in body.children)
        case _:
            return False
