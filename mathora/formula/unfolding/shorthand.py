r"""What is written short within a term or a link, in full.

Owns: `in_full`, `of_whole_numbers`, `without_known_kinds`, `with_imaginary_roots`, `within_kinds`,
`by_substitution`, `by_usual_letter`, `on_interval`,
`parametric_slope`, `of_all_there`.

| written | in full |
| --- | --- |
| `n^2 \equiv 0 \text{ or } 1 \pmod 4` | `n^2 \equiv 0 \pmod 4` or `n^2 \equiv 1 \pmod 4` |
| `2^{10} = 1024 \equiv 2 \pmod 7` | `2^{10} = 1024` and `1024 \equiv 2 \pmod 7` |
| `\lfloor x \rfloor = 3` | `3 \le x < 4` |
| `\left[-e^{-x}\right]_0^\infty` | `\lim_{x \to \infty} (-e^{-x}) - \left.(-e^{-x})\right|_{x = 0}` |
| `\left[x^2\right]_{x=0}^{1}` | `\left.x^2\right|_{x = 1} - \left.x^2\right|_{x = 0}` |
| `a \overset{\text{def}}{=} b` | `a = b` |
| `\arg\max_x f(x) = \{2\}` | `\arg\max_x f(x) = 2` |
| `0.1\overline{6}` | `\frac{15}{90}` |
| `X \sim \operatorname{Exp}(\lambda) \Rightarrow …` | `X \sim \operatorname{Exp}(\lambda), \lambda > 0 \Rightarrow …` |
| `n \in \mathbb{Z} \Rightarrow …`, `…, \quad n \in \mathbb{Z}` of a free n | `\forall n \in \mathbb{Z} : …` |
| `\exists n : …` of an n that the model says to be natural, or more | `\exists n \in \mathbb{N} : …` |
| `\int \cos u \, du`, where the model says `u = x^2` | `\int \cos u \cdot \frac{d}{dx} x^2 \, dx` |
| `f'(x) < 0 \text{ on } (0, 2)` | `f'(x) < 0 \text{ for } x \in (0, 2)` |
| `\frac{dy}{dx}` of y(t) and x(t) | `\frac{y'(t)}{x'(t)}` |
| `f(x) > 0 \text{ for all } x \in (-2, 2)` of an x with a domain | `\forall x \in (-2, 2) : f(x) > 0` |
| `(x^n)'`, `(e^{at})'`: of several letters by x, else by t | `\frac{d}{dx} (x^n)` |
| `\sqrt{-4}` in a formula that speaks of i | `i\sqrt{4}` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import asked_of_law
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, replaced, walk
from mathora.formula.tree.parts import Overline
from mathora.formula.tree.rational import in_digits, rational
from mathora.formula.tree.regrouping import alternatives, one_of, taken_apart, together
from mathora.formula.tree.signs import infinite_sign
from mathora.formula.tree.statements import (
    AND,
    CONDITIONS,
    DEMANDS,
    OF_EACH,
    OR,
    Congruence,
    Derivative,
    Differential,
    Evaluated,
    Extremum,
    Integral,
    Limit,
    Logic,
    Noted,
    Prime,
    Quantified,
    Relation,
    RelationSign,
)
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    Group,
    IntervalSet,
    Listing,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Rounded,
    SetLiteral,
    Signed,
    Symbol,
    Tuple,
    side_by_side,
)

_COMPARISONS: Final = frozenset({"=", "<", ">", r"\le", r"\ge", r"\approx"})


def in_full(node: Node) -> Node | None:  # noqa: C901, PLR0911 - a row each
    """The same in full; None of anything else."""
    match node:
        case Product(factors=(Number(text=before), Overline(body=Number(text=digits)), *others)):
            return side_by_side((_repeating(before, digits), *others)) if others else _repeating(before, digits)
        case Logic() | Listing() if len(ways := _listed(node)) > 1:
            return _one_of_rests(ways)
        case Relation(operands=(Rounded(body=body, kind=kind), Number() | Signed() as whole), operators=("=",)) if (
            number := rational(whole)
        ) is not None and number.denominator == 1:
            low, high = (in_digits(number - (kind == "ceil")), in_digits(number + (kind == "floor")))
            return Relation((low, body, high), (r"\le", "<") if kind == "floor" else ("<", r"\le"))
        case Noted(left=left, right=right, sign=sign, note=note) if (
            sign in _COMPARISONS and getattr(note, "text", "") not in DEMANDS
        ):
            return _in_chain(left, (right,), (sign,))
        case Congruence(chain=Relation(operators=signs) as chain, modulus=below) if "=" in signs:
            links = (Relation((left, right), (sign,)) for left, sign, right in chain.links)
            return together(tuple(one if one.operators == ("=",) else Congruence(one, below) for one in links))
        case Relation(operands=(Relation() as first, *others), operators=signs):
            return _in_chain(first, tuple(others), signs)
        case Evaluated(body=body, lower=Relation(operands=(letter, low), operators=("=",)), upper=Node() as upper):
            ends = (Evaluated(body, Relation((letter, end), ("=",)), None) for end in (upper, low))
            return Group(Addition(tuple(map(Group, ends)), ("-",)))
        case Evaluated(body=body, lower=lower, upper=upper) if upper is not None and (
            infinite_sign(lower) or infinite_sign(upper)
        ):
            return _between(body, lower, upper)
        case Relation(operands=(Extremum() as places, SetLiteral(items=(only,))), operators=("=",)):
            return Relation((places, only), ("=",))
        case Logic(operands=(premise, conclusion), operators=(r"\Rightarrow",)) if asks := _asked(taken_apart(premise)):
            return Logic((together((*taken_apart(premise), *asks)), conclusion), node.operators)
        case _:
            return None


def _in_chain(first: Node, others: tuple[Node, ...], signs: tuple[RelationSign, ...]) -> Relation:
    if isinstance(first, Relation):
        return Relation((*first.operands, *others), (*first.operators, *signs))
    return Relation((first, *others), signs)


def _listed(node: Node) -> tuple[Node, ...]:
    """What commas and "or" list."""
    match node:
        case Listing(items=items):
            return tuple(part for one in items for part in _listed(one))
        case Logic(operators=operators, operands=operands) if set(operators) <= OR:
            return operands
        case _:
            return (node,)


def _one_of_rests(ways: tuple[Node, ...]) -> Node | None:
    match ways:
        case (Relation(operators=(r"\equiv",)) as first, *others, Congruence(chain=last, modulus=below)) if (
            not isinstance(last, Relation)
        ):
            rests = (Relation((first.operands[0], one), first.operators) for one in (*others, last))
            return one_of(tuple(Congruence(one, below) for one in (first, *rests)))
        case _:
            return None


def _asked(premises: tuple[Node, ...]) -> tuple[Node, ...]:
    """What distributions ask of their parameters, where the premises do not say it."""
    found = list[Node]()
    for one in premises:
        match one:
            case Relation(operands=(_, law), operators=(r"\sim",)):
                found += asked_of_law(law)
            case _:
                pass
    return tuple(one for one in found if one not in premises and any(isinstance(part, Symbol) for _, part in walk(one)))


def of_whole_numbers(node: Node, model: Model) -> Node:
    """A statement under the condition that a free name is a whole number, as one of each whole number.

    One of several remainders is left by a number whatever remainder its only letter leaves.
    """
    if (remainders := _by_remainder(in_full(node) or node, model)) is not None:
        return remainders
    match node:
        case Logic(operators=(sign,), operands=(one, other)) if sign == r"\Rightarrow" or sign in CONDITIONS:
            premise, conclusion = (one, other) if sign == r"\Rightarrow" else (other, one)
            parts = taken_apart(premise)
            wholes = [part for part in parts if _says_whole(part, model)]
            if not wholes or len(wholes) > 1:
                return node
            rest = tuple(part for part in parts if part not in wholes)
            inner = Logic((together(rest), conclusion), (r"\Rightarrow",)) if rest else conclusion
            return Quantified(r"\forall", wholes[0], inner)
        case _:
            return node


def _by_remainder(node: Node, model: Model) -> Node | None:
    ways = alternatives(node)
    names = {part for _, part in walk(node) if isinstance(part, Symbol)}
    moduli = {one.modulus for one in ways if isinstance(one, Congruence)}
    match [*names], [*moduli]:
        case [name], [Number(text=digits) as modulus] if digits.isdigit() and 1 < int(digits) <= _MOST_REMAINDERS:
            known = model.get(symbol_key(name))
        case _:
            return None
    if known is None or known.kind not in {"integer", "natural"} or known.body is not None or len(ways) == 1:
        return None
    rests = (Congruence(Relation((name, Number(str(one))), (r"\equiv",)), modulus) for one in range(int(digits)))
    return together(tuple(Logic((one, node), (r"\Rightarrow",)) for one in rests))


_MOST_REMAINDERS: Final = 16


def without_known_kinds(node: Node, model: Model) -> Node:
    r"""A statement without `k \in \mathbb{Z}` of a k that is whole by its kind, where more is said of it."""
    if not isinstance(node, Logic):
        return node
    if set(node.operators) <= AND:
        return together(tuple(one for one in node.operands if not _is_known_whole(one, model)) or node.operands[:1])
    return node.with_children([without_known_kinds(one, model) for one in node.operands])


def _is_known_whole(node: Node, model: Model) -> bool:
    match node:
        case Relation(operands=(Symbol() as name, Constant(name=r"\mathbb{Z}")), operators=(r"\in",)):
            return getattr(model.get(symbol_key(name)), "kind", "") in {"natural", "integer"}
        case _:
            return False


def _says_whole(node: Node, model: Model) -> bool:
    match node:
        case Relation(operands=(Symbol() as letter, Constant(name=r"\mathbb{Z}" | r"\mathbb{N}")), operators=(r"\in",)):
            name = model.get(symbol_key(letter))
            return name is not None and name.kind == "real" and not (name.body or name.domain or name.parameters)
        case _:
            return False


def _between(body: Node, lower: Node, upper: Node) -> Node | None:
    """The difference of a body of one letter at two ends, an infinite one as a limit."""
    letters = {part for _, part in walk(body) if isinstance(part, Symbol)}
    if len(letters) != 1:
        return None
    letter = letters.pop()
    above, below = (
        Limit(letter, end, Group(body))
        if infinite_sign(end)
        else Evaluated(body, Relation((letter, end), ("=",)), None)
        for end in (upper, lower)
    )
    return Group(Addition((Group(above), Group(below)), ("-",)))


def _repeating(before: str, digits: str) -> Node:
    scale, nines = 10 ** len(before.partition(".")[2]), 10 ** len(digits) - 1
    return Group(Quotient(Number(str(int(before.replace(".", "")) * nines + int(digits))), Number(str(nines * scale))))


def with_imaginary_roots(node: Node) -> Node:
    r"""`\sqrt{-4}` as `i\sqrt{4}`, and `i^{2026}` as `i^6`."""
    match node:
        case Power(base=Constant(name="i"), exponent=Number(text=text)) if text.isdigit() and len(text) > 1:
            return replace(node, exponent=Number(str(int(text) % 4 + 4)))
        case Root(degree=None, radicand=Signed(sign="-", operand=Number() as size)):
            return Group(side_by_side((Constant("i"), Root(None, size))))
        case _:
            return node.with_children([with_imaginary_roots(one) for one in node.children])


def within_kinds(node: Node, model: Model) -> Node:
    """What there is is of the kind, and in the domain, that the model says of its name; all are of its kind."""
    parts = [within_kinds(one, model) for one in node.children]
    node = node if all(a is b for a, b in zip(parts, node.children, strict=True)) else node.with_children(parts)
    name = model.named(node.bound) if isinstance(node, Quantified) and isinstance(node.bound, Symbol) else None
    if not isinstance(node, Quantified) or name is None or name.parameters or name.kind not in _OF_KIND:
        return node
    there = name.domain if node.quantifier != r"\forall" else ()
    if name.kind == "real" and not there:
        return node
    sign, value = _OF_KIND[name.kind]
    return replace(node, bound=Relation((node.bound, value), (sign,)), body=together((*there, node.body)))


_OF_KIND: Final[dict[str, tuple[RelationSign, Node]]] = {
    "real": (r"\in", Constant(r"\mathbb{R}")),
    "positive": (">", Number("0")),
    "nonnegative": (r"\ge", Number("0")),
    "natural": (r"\in", Constant(r"\mathbb{N}")),
    "integer": (r"\in", Constant(r"\mathbb{Z}")),
    "complex": (r"\in", Constant(r"\mathbb{C}")),
}


def by_substitution(node: Node, model: Model) -> Node | None:
    r"""`\int f(u) \, du` of a u that the model says to be `g(x)`, by x; None of anything else."""
    if not isinstance(node, Integral) or node.lower is not None or node.upper is not None:
        return None
    inner = {part for _, part in walk(node) if isinstance(part, Differential)}
    name = model.named(next(iter(inner)).variable) if len(inner) == 1 else None
    if name is None or name.body is None:
        return None
    letters = name.parameters or {p for _, p in walk(name.body) if isinstance(p, Symbol) and model.is_free(p)}
    if len(letters) != 1:
        return None
    (letter,), (by_inner,) = letters, inner
    slope = Group(Derivative("d", Group(name.body), (letter,), (1,), inline=False))
    if not node.differentials:
        return replaced(node, by_inner, side_by_side((slope, Differential(letter))))
    body = slope if node.body is None else side_by_side((Group(node.body), slope))
    return Integral(node.operator, None, None, body, (Differential(letter),))


def by_usual_letter(node: Node, model: Model) -> Node | None:
    r"""`(x^n)'` by x, or by t where there is none; None of anything else, such as what has one letter."""
    if not isinstance(node, Prime) or not isinstance(node.operand, Group):
        return None
    letters = set[Symbol]()
    for symbol in (part for _, part in walk(node.operand) if isinstance(part, Symbol)):
        name = model.named(symbol)
        letters |= {*name.parameters} if name is not None and name.parameters else {symbol}
    usual = next((one for one in (Symbol("x"), Symbol("t")) if one in letters), None)
    if usual is None or len(letters) == 1 or not model.is_free(usual):
        return None
    return Derivative("d", node.operand, (usual,), (node.order,), inline=False)


def on_interval(node: Node, model: Model) -> Node | None:
    r"""`f'(x) < 0 \text{ on } (0, 2)` as of each x in there; None of anything else."""
    match node:
        case Logic(operands=(said, Tuple(items=(low, high))), operators=("on",)):
            there: Node = IntervalSet(low, high, "(", ")")
        case Logic(operands=(said, IntervalSet() as there), operators=("on",)):
            pass
        case _:
            return None
    letters = {part for _, part in walk(said) if isinstance(part, Symbol) and model.is_free(part)}
    return Logic((said, Relation((letters.pop(), there), (r"\in",))), ("for",)) if len(letters) == 1 else None


def parametric_slope(node: Node, model: Model) -> Node | None:
    r"""`\frac{dy}{dx}` of a curve that the model says by one letter; None of anything else."""
    match node:
        case Derivative(operand=Symbol() as over, variables=(Symbol() as along,), orders=(1,)):
            names = [name for name in map(model.named, (over, along)) if name is not None and len(name.parameters) == 1]
        case _:
            return None
    if len(names) < 2 or names[0].parameters != names[1].parameters:  # noqa: PLR2004 - both
        return None
    rise, run = (Derivative("d", name.symbol, name.parameters, (1,)) for name in names)
    return Quotient(rise, run)


def of_all_there(node: Node, model: Model) -> Node | None:
    """What is said for all x of a set, where the model bounds x by a domain of its own; None of anything else."""
    match node:
        case Logic(operands=(said, Group(body=Relation() as bound) | (Relation() as bound)), operators=(word,)) if (
            word in OF_EACH and bound.operators == (r"\in",)
        ):
            name = model.named(bound.operands[0])
            bounded = name is not None and bool(name.domain) and not name.implicit
            return Quantified(r"\forall", bound, said) if bounded else None
        case _:
            return None
