r"""What is written short within a term or a link, in full.

Owns: `in_full`, `of_whole_numbers`, `without_known_kinds`, `with_imaginary_roots`.

| written | in full |
| --- | --- |
| `n^2 \text{ is even}`, `n \text{ odd}` | `2 \mid n^2`, `2 \mid n - 1` |
| `n^2 \equiv 0 \text{ or } 1 \pmod 4` | `n^2 \equiv 0 \pmod 4` or `n^2 \equiv 1 \pmod 4` |
| `\lfloor x \rfloor = 3` | `3 \le x < 4` |
| `\left[-e^{-x}\right]_0^\infty` | `\lim_{x \to \infty} (-e^{-x}) - \left.(-e^{-x})\right|_{x = 0}` |
| `\arg\max_x f(x) = \{2\}` | `\arg\max_x f(x) = 2` |
| `0.1\overline{6}` | `\frac{15}{90}` |
| `X \sim \operatorname{Exp}(\lambda) \Rightarrow …` | `X \sim \operatorname{Exp}(\lambda), \lambda > 0 \Rightarrow …` |
| `n \in \mathbb{Z} \Rightarrow …`, `…, \quad n \in \mathbb{Z}` of a free n | `\forall n \in \mathbb{Z} : …` |
| `\sqrt{-4}` in a formula that speaks of i | `i\sqrt{4}` |
"""

from __future__ import annotations

from fractions import Fraction

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import asked_of_law
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.parts import Overline
from mathora.formula.tree.rational import rational
from mathora.formula.tree.regrouping import taken_apart, together
from mathora.formula.tree.signs import infinite_sign
from mathora.formula.tree.statements import (
    AND,
    CONDITIONS,
    OR,
    PARITIES,
    Congruence,
    Evaluated,
    Extremum,
    Limit,
    Logic,
    Quantified,
    Relation,
)
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    Group,
    Number,
    Product,
    Quotient,
    Root,
    Rounded,
    SetLiteral,
    Signed,
    Symbol,
    UprightWords,
    side_by_side,
)


def in_full(node: Node) -> Node | None:  # noqa: PLR0911 - a row each
    """The same in full; None of anything else."""
    match node:
        case Product(factors=(value, UprightWords(text=words)), operators=("",)) if words.strip() in PARITIES:
            rest = PARITIES[words.strip()]
            return Relation(
                (Number("2"), value if rest == "0" else Addition((value, Number(rest)), ("-",))), (r"\mid",)
            )
        case Product(factors=(Number(text=before), Overline(body=Number(text=digits)), *others)):
            return side_by_side((_repeating(before, digits), *others)) if others else _repeating(before, digits)
        case Logic(
            operands=(Relation(operators=(r"\equiv",)) as first, *others, Congruence(chain=last) as end),
            operators=signs,
        ) if set(signs) <= OR and not isinstance(last, Relation):
            rest_of = (Relation((first.operands[0], one), first.operators) for one in (*others, last))
            return Logic(tuple(Congruence(one, end.modulus) for one in (first, *rest_of)), signs)
        case Relation(operands=(Rounded(body=body, kind=kind), Number() | Signed() as whole), operators=("=",)) if (
            number := rational(whole)
        ) is not None and number.denominator == 1:
            low, high = (_number(number - (kind == "ceil")), _number(number + (kind == "floor")))
            return Relation((low, body, high), (r"\le", "<") if kind == "floor" else ("<", r"\le"))
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
    """A statement under the condition that a free name is a whole number, as one of each whole number."""
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


def _number(value: Fraction) -> Node:
    return Number(str(value)) if value >= 0 else Signed("-", Number(str(-value)))


def _repeating(before: str, digits: str) -> Node:
    scale, nines = 10 ** len(before.partition(".")[2]), 10 ** len(digits) - 1
    return Group(Quotient(Number(str(int(before.replace(".", "")) * nines + int(digits))), Number(str(nines * scale))))


def with_imaginary_roots(node: Node) -> Node:
    r"""`\sqrt{-4}` as `i\sqrt{4}`."""
    match node:
        case Root(degree=None, radicand=Signed(sign="-", operand=Number() as size)):
            return Group(side_by_side((Constant("i"), Root(None, size))))
        case _:
            return node.with_children([with_imaginary_roots(one) for one in node.children])
