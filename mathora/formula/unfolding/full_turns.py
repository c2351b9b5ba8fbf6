r"""Equations of sines and cosines, whose solutions come again after every turn.

| written | said |
| --- | --- |
| `\sin x = \frac12 \iff x = \frac\pi6 + 2k\pi \text{ or } x = \frac{5\pi}{6} + 2k\pi` | `s = \frac12, s^2 + c^2 = 1 \Rightarrow (c \cos\frac\pi6 + s \sin\frac\pi6 - 1) (c \cos\frac{5\pi}{6} + s \sin\frac{5\pi}{6} - 1) = 0`, and `\sin\frac\pi6 = \frac12`, `\sin\frac{5\pi}{6} = \frac12` |
| `\tan 2x = 1 \Rightarrow x = \frac\pi8 + \frac{k\pi}{2}` | the same of the two points `\frac\pi4`, `\frac\pi4 + \pi` of the circle |

Laws:
- What is said of a whole n = 3k + 1 is said of what is left of n.
- k is a whole number that stands behind the arrow alone, in what a letter before it is: it means that there is one.
- x may be any real number and stands in one angle, a multiple of x: what is said of the angle's sine and cosine is said of each
  point of the circle. Numbers `a + k q \pi` with q = 2/n are all those whose points are n, evenly around; of no other
  steps is anything said here.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, mentions, replaced, walk
from mathora.formula.tree.rational import in_digits, worked_out
from mathora.formula.tree.regrouping import alternatives, one_of, together
from mathora.formula.tree.signs import has_both_signs, with_sign
from mathora.formula.tree.statements import (
    ARROWS,
    CONDITIONS,
    EQUIVALENT,
    Application,
    Logic,
    LogicSign,
    Quantified,
    Relation,
)
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    Degrees,
    FunctionName,
    Group,
    Listing,
    Number,
    Power,
    Product,
    Quotient,
    Signed,
    Symbol,
    added,
    side_by_side,
)

PlusMinus = Literal["+", "-"]

MOST_POINTS: Final = 6  # points of the circle that one family of solutions may have

SINE, COSINE = Symbol("sin", "text"), Symbol("cos", "text")
PI, REAL, _WHOLE = Constant(r"\pi"), Constant(r"\mathbb{R}"), Constant(r"\mathbb{Z}")
_NATURAL = Constant(r"\mathbb{N}")
_BEFORE_K: Final = CONDITIONS - {"for all", "for every", "for any", r"\forall"} | {"for some", "and"}
_OF_KIND: Final[dict[str, Node]] = {"integer": _WHOLE, "natural": _NATURAL}
_OF_CIRCLE: Final[dict[str, Node]] = {
    "sin": SINE,
    "cos": COSINE,
    "tan": Group(Quotient(SINE, COSINE)),
    "cot": Group(Quotient(COSINE, SINE)),
    "sec": Group(Quotient(Number("1"), COSINE)),
    "csc": Group(Quotient(Number("1"), SINE)),
}


def with_full_turns(node: Node, model: Model) -> Node | None:
    """What the statement says of the points of a circle; None of anything else."""
    claim, whole = _claimed(node, model)
    if not isinstance(claim, Logic) or not {*claim.operators} <= ARROWS or whole is None:
        return None
    if (name := model.named(whole.operands[0])) is not None and (name.body is not None or name.domain):
        return None
    said = list[Node]()
    for sign, (premise, conclusion) in zip(claim.operators, pairwise(claim.operands), strict=True):
        told = _arrow(premise, sign, conclusion, whole, model)
        if not told:
            return None
        said += told
    return together(tuple(said))


def _arrow(premise: Node, sign: LogicSign, conclusion: Node, whole: Relation, model: Model) -> list[Node]:
    turns, of = whole.operands
    if sign == r"\Leftarrow" or mentions(premise, turns):
        return [Quantified(r"\forall", whole, Logic((premise, conclusion), (sign,)))]
    found = list(_families(conclusion))
    if not all(
        _speaks_of(premise, left) and mentions(right, turns) and not _speaks_of(right, left) for left, right in found
    ):
        return []
    told = _link(premise, found, turns, model, both=sign in EQUIVALENT) if of == _WHOLE else None
    remainders = [one for family in found if (one := _remainder(*family, whole, model))]
    some = one_of(tuple(remainders)) if len(remainders) == len(found) else Quantified(r"\exists", whole, conclusion)
    return told or [Logic((premise, some), (sign,))]


def _speaks_of(node: Node, left: Node) -> bool:
    """Whether all letters of a left side stand in another part: of `n^2`, n."""
    letters = [part for _, part in walk(left) if isinstance(part, Symbol)]
    return bool(letters) and all(mentions(node, one) for one in letters)


def _remainder(left: Node, right: Node, whole: Relation, model: Model) -> Node | None:
    """`n = 3k + 1` of a whole n as `3 | n - 1`; of a natural k, of a natural n and a remainder."""
    name, (turns, of) = model.named(left), whole.operands
    places = [worked_out(replaced(right, turns, Number(str(count)))) for count in (0, 1)]
    start, one = (place if place is not None and place.denominator == 1 else None for place in places)
    if name is None or name.kind not in {"integer", "natural"} or start is None or one is None:
        return None
    if one == start or not is_line(right, turns):
        return None
    if of == _NATURAL and not (name.kind == "natural" and 0 <= start < one - start):
        return None
    return Relation((in_digits(abs(one - start)), Addition((left, in_digits(start)), ("-",))), (r"\mid",))


def _claimed(node: Node, model: Model) -> tuple[Node, Relation | None]:
    """The claim without what says that k is whole; and that."""
    match node:
        case Listing(items=(Logic() as claim, bound)) | Logic(operands=(Logic() as claim, bound), operators=(",",)):
            return claim, _whole(bound)
        case Logic(operands=(*others, Logic(operands=(last, bound), operators=(word,))), operators=signs) if (
            word in _BEFORE_K and _whole(bound)
        ):
            return Logic((*others, last), signs), _whole(bound)
        case Logic(operands=(claim, bound), operators=(word,)) if word in _BEFORE_K and _whole(bound):
            return claim, _whole(bound)
        case Logic(operands=(*others, Quantified(quantifier=r"\exists", bound=bound, body=last)), operators=signs):
            return Logic((*others, last), signs), _whole(bound)
        case Logic(operands=(*_, last)):
            before = node.operands[0]
            parts = {part for _, part in walk(last) if isinstance(part, Symbol) and not mentions(before, part)}
            names = [name for name in map(model.named, parts) if name and name.kind in _OF_KIND and not name.domain]
            alone = names[0] if len(names) == 1 and model.is_free(names[0].symbol) else None
            return node, None if alone is None else Relation((alone.symbol, _OF_KIND[alone.kind]), (r"\in",))
        case _:
            return node, None


def _whole(bound: Node) -> Relation | None:
    match bound:
        case Group(body=body):
            return _whole(body)
        case Relation(operands=(Symbol(), of), operators=(r"\in",)) if of in _OF_KIND.values():
            return bound
        case _:
            return None


def _link(premise: Node, found: list[tuple[Node, Node]], turns: Node, model: Model, *, both: bool) -> list[Node] | None:
    """That all solutions are among these, and if `both`, that all of these are."""
    angles = {part.arguments[0] for _, part in walk(premise) if isinstance(part, Application) and is_wave(part)}
    letters = {part for angle in angles for _, part in walk(angle) if isinstance(part, Symbol)}
    of_points = on_circle(premise)
    if len(angles) != 1 or len(letters) != 1 or of_points is None:
        return None
    (angle,), (letter,) = angles, letters
    name = model.named(letter)
    free = name is not None and name.kind == "real" and model.is_free(letter) and not name.domain
    if not free or mentions(of_points, letter) or letter == turns or not _goes_around(angle, letter):
        return None
    points = list[Node]()
    for left, right in found:
        there = right if left == angle else replaced(angle, letter, Group(right)) if left == letter else None
        at = None if there is None or mentions(right, letter) else _points(there, turns)
        if at is None:
            return None
        points += at
    circle = Relation((added([Power(SINE, Number("2")), Power(COSINE, Number("2"))]), Number("1")), ("=",))
    ways = [is_at(point) for point in points]
    among = Relation((side_by_side(ways) if ways[1:] else ways[0], Number("0")), ("=",))
    all_among: Node = Logic((together((of_points, circle)), among), (r"\Rightarrow",))
    for one in (COSINE, SINE):
        all_among = Quantified(r"\forall", Relation((one, REAL), (r"\in",)), all_among)
    return [all_among, *([at_point(of_points, point) for point in points] if both else [])]


def _goes_around(angle: Node, letter: Symbol) -> bool:
    """Whether the angle is a number that is not 0 times the letter, and something without it."""
    match angle:
        case Group(body=body) | Quotient(numerator=body, denominator=Number()):
            return _goes_around(body, letter)
        case Product(factors=(Number() as times, body)):
            return worked_out(times) != 0 and _goes_around(body, letter)
        case Addition(terms=terms):
            turned = [one for one in terms if mentions(one, letter)]
            return len(turned) == 1 and _goes_around(turned[0], letter)
        case _:
            return angle == letter


def is_line(node: Node, letter: Node) -> bool:
    """Whether a term shows itself to be a multiple of the letter, and something without it."""
    match node:
        case _ if node == letter or not mentions(node, letter):
            return True
        case Group(body=body) | Signed(operand=body) | Degrees(operand=body):
            return is_line(body, letter)
        case Quotient(numerator=body, denominator=below):
            return is_line(body, letter) and not mentions(below, letter)
        case Product(factors=factors, operators=signs) if {*signs} <= {"", r"\cdot", r"\times"}:
            turned = [one for one in factors if mentions(one, letter)]
            return len(turned) == 1 and is_line(turned[0], letter)
        case Addition(terms=terms):
            return all(is_line(one, letter) for one in terms)
        case _:
            return False


def is_at(point: Node) -> Node:
    """C cos t + s sin t - 1, which is 0 at no other point of the circle."""
    sides = [side_by_side((one, _at(wave, point))) for one, wave in ((COSINE, "cos"), (SINE, "sin"))]
    return Group(Addition((added(sides), Number("1")), ("-",)))


def is_wave(part: Application) -> bool:
    """Whether a part is a function of the points of the circle."""
    return isinstance(part.head, FunctionName) and part.head.name in _OF_CIRCLE and len(part.arguments) == 1


def on_circle(node: Node) -> Node | None:
    """The statement with letters for the sine and the cosine of the angle; None if an inverse is in it."""
    if isinstance(node, Application) and is_wave(node):
        there = None if node.inverse else _OF_CIRCLE[getattr(node.head, "name", "")]
        return there if there is None or node.power is None else Power(there, node.power)
    parts = [on_circle(one) for one in node.children]
    told = [one for one in parts if one is not None]
    return node.with_children(told) if len(told) == len(parts) else None


def at_point(of_points: Node, point: Node) -> Node:
    """What is said with letters for sine and cosine, at a point of the circle."""
    return replaced(replaced(of_points, SINE, Group(_at("sin", point))), COSINE, Group(_at("cos", point)))


def _at(name: str, point: Node) -> Node:
    return Application(FunctionName(name), None, (point,))


def _families(conclusion: Node) -> Iterator[tuple[Node, Node]]:
    for one in alternatives(conclusion):
        match one:
            case Relation(operands=(left, right), operators=("=",)):
                signs = ("+", "-") if has_both_signs(right) else ("+",)
                yield from ((left, with_sign(right, sign)) for sign in signs)  # type: ignore[arg-type]
            case _:
                yield one, one


def _points(right: Node, turns: Node) -> list[Node] | None:
    """The angles, as many as there are points, at which a + k q π is; None of other forms and steps."""
    half_turns = _of_half_turns(right, turns)
    start, step = (_angle(half_turns[0]), half_turns[1]) if half_turns else _by_terms(right, turns)
    if not step or (2 / abs(step)).denominator != 1 or 2 / abs(step) > MOST_POINTS:
        return None
    count = int(2 / abs(step))
    return [start, *(added([Group(start), _angle(Fraction(2 * place, count))]) for place in range(1, count))]


def _angle(half_turns: Fraction) -> Node:
    return side_by_side((in_digits(half_turns), PI))


def _of_half_turns(right: Node, turns: Node) -> tuple[Fraction, Fraction] | None:
    """A and q, where both are numbers times π: twice as much with twice as large a π."""
    for one in [part for _, part in walk(right) if isinstance(part, Degrees)]:
        turned = side_by_side((Group(one.operand), PI))
        right = replaced(right, one, Group(Quotient(turned, Number("180"))))
    if not is_line(right, PI) or not is_line(right, turns):
        return None
    counts = ((1, 0), (1, 1), (2, 0), (2, 1))
    places = [
        worked_out(replaced(replaced(right, turns, Number(str(count))), PI, Number(str(half))))
        for half, count in counts
    ]
    known = [one for one in places if one is not None]
    if len(known) < len(places):
        return None
    start, step = known[0], known[1] - known[0]
    return (start, step) if known[2:] == [2 * start, 2 * (start + step)] and step else None


def _by_terms(right: Node, turns: Node) -> tuple[Node, Fraction]:
    """A as it is written, where one term alone is k q π; no step of any other."""
    start: Node = Number("0")
    found = Fraction(0)
    for sign, one in _terms(right):
        if not mentions(one, turns):
            start = Addition((start, one), (sign,))
        elif found or (told := _of_half_turns(one, turns)) is None or told[0]:
            return start, Fraction(0)
        else:
            found = told[1] if sign == "+" else -told[1]
    return Group(start), found


def _terms(node: Node, sign: PlusMinus = "+") -> Iterator[tuple[PlusMinus, Node]]:
    match node:
        case Group(body=body):
            yield from _terms(body, sign)
        case Addition(terms=terms, operators=operators) if {*operators} <= {"+", "-"}:
            for one, part in zip(("+", *operators), terms, strict=True):
                yield from _terms(part, "+" if one == sign else "-")
        case _:
            yield sign, node
