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

from mathora.formula import tree as t
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, worked_out
from mathora.formula.tree.regrouping import one_of
from mathora.formula.tree.signs import has_both_signs, with_sign

PlusMinus = Literal["+", "-"]

MOST_POINTS: Final = 6  # points of the circle that one family of solutions may have

SINE, COSINE = t.Symbol("sin", "text"), t.Symbol("cos", "text")
PI, REAL, _WHOLE = t.Constant(r"\pi"), t.Constant(r"\mathbb{R}"), t.Constant(r"\mathbb{Z}")
_NATURAL = t.Constant(r"\mathbb{N}")
_BEFORE_K: Final = t.CONDITIONS - {"for all", "for every", "for any", r"\forall"} | {"for some", "and"}
_OF_KIND: Final[dict[str, t.Node]] = {"integer": _WHOLE, "natural": _NATURAL}
_OF_CIRCLE: Final[dict[str, t.Node]] = {
    "sin": SINE,
    "cos": COSINE,
    "tan": t.Group(t.Quotient(SINE, COSINE)),
    "cot": t.Group(t.Quotient(COSINE, SINE)),
    "sec": t.Group(t.Quotient(t.Number("1"), COSINE)),
    "csc": t.Group(t.Quotient(t.Number("1"), SINE)),
}


def with_full_turns(node: t.Node, model: Model) -> t.Node | None:
    """What the statement says of the points of a circle; None of anything else."""
    listed = _of_values(node)
    if isinstance(listed, t.Logic):
        return listed
    claim, whole = _claimed(listed or node, model)
    if not isinstance(claim, t.Logic) or not {*claim.operators} <= t.ARROWS or whole is None:
        return None
    if (name := model.named(whole.operands[0])) is not None and (name.body is not None or name.domain):
        return None
    said = list[t.Node]()
    for sign, (premise, conclusion) in zip(claim.operators, pairwise(claim.operands), strict=True):
        told = _arrow(premise, sign, conclusion, whole, model)
        if not told:
            return None
        said += told
    return t.together(tuple(said))


def _of_values(node: t.Node) -> t.Node | None:
    r"""`A \iff x = f(k), \; k = 0, 1, 2`: one of f's values; with dots between the first and the last k, of some k."""
    match node:
        case t.Listing((claim, t.Relation((t.Symbol() as turns, first), ("=",)), *others)):
            values = (first, *others)
        case t.Listing((claim, t.Relation((t.Symbol() as turns, t.SetLiteral((_, *_) as values)), (r"\in",)))):
            pass
        case _:
            return None
    dots = next((at for at, one in enumerate(values) if isinstance(one, t.Dots)), 0)
    counted = [worked_out(with_sign(one, "+")) for one in values[:dots]]
    in_turn = all(b is not None and b - (a or 0) == 1 for a, b in pairwise(counted)) and counted[:1] != [None]
    plain = not (isinstance(values[0], t.Dots) or any(isinstance(one, t.Relation) for one in values))
    if not isinstance(claim, t.Logic) or len(claim.operands) != 2 or not {*claim.operators} <= t.ARROWS:  # noqa: PLR2004
        return None
    premise, conclusion = claim.operands
    if (
        not (plain and in_turn)
        or t.mentions(premise, turns)
        or not all(  # c_k = 0, k = 1, 2, 3 is said of each k
            _speaks_of(premise, left) and t.mentions(right, turns) and not t.mentions(left, turns)
            for left, right in _families(conclusion)
        )
    ):
        return None
    if not dots:
        both: tuple[PlusMinus, ...] = ("+", "-")
        signed = [with_sign(one, sign) for one in values for sign in both[: 1 + has_both_signs(one)]]
        some = one_of(tuple(t.replaced(conclusion, turns, one) for one in signed))
        return t.Logic((premise, some), claim.operators)
    if isinstance(values[-1], t.Dots) and values[0] == t.Number("0"):  # 0, \pm 1, \pm 2, \dots
        of = _WHOLE if any(map(has_both_signs, values)) else _NATURAL
        return t.Listing((claim, t.Relation((turns, of), (r"\in",))))
    ends = [t.Relation((values[0], turns), (r"\le",)), t.Relation((turns, values[-1]), (r"\le",))]
    ends = ends[: 2 - isinstance(values[-1], t.Dots)]
    whole = t.Relation((turns, _WHOLE), (r"\in",))
    some = t.Quantified(r"\exists", whole, t.together((*ends, conclusion)))
    return t.Logic((premise, some), claim.operators)


def _arrow(premise: t.Node, sign: t.LogicSign, conclusion: t.Node, whole: t.Relation, model: Model) -> list[t.Node]:
    turns, of = whole.operands
    if sign == r"\Leftarrow" or t.mentions(premise, turns):
        return [t.Quantified(r"\forall", whole, t.Logic((premise, conclusion), (sign,)))]
    found = list(_families(conclusion))
    if not all(
        _speaks_of(premise, left) and t.mentions(right, turns) and not _speaks_of(right, left) for left, right in found
    ):
        return []
    told = _link(premise, found, turns, model, both=sign in t.EQUIVALENT) if of == _WHOLE else None
    remainders = [one for family in found if (one := _remainder(*family, whole, model))]
    some = one_of(tuple(remainders)) if len(remainders) == len(found) else t.Quantified(r"\exists", whole, conclusion)
    return told or [t.Logic((premise, some), (sign,))]


def _speaks_of(node: t.Node, left: t.Node) -> bool:
    """Whether all letters of a left side stand in another part: of `n^2`, n."""
    letters = t.symbols(left)
    return bool(letters) and all(t.mentions(node, one) for one in letters)


def _remainder(left: t.Node, right: t.Node, whole: t.Relation, model: Model) -> t.Node | None:
    """`n = 3k + 1` of a whole n as `3 | n - 1`; of a natural k, of a natural n and a remainder."""
    name, (turns, of) = model.named(left), whole.operands
    places = [worked_out(t.replaced(right, turns, t.Number(str(count)))) for count in (0, 1)]
    start, one = (place if place is not None and place.denominator == 1 else None for place in places)
    if name is None or name.kind not in {"integer", "natural"} or start is None or one is None:
        return None
    if one == start or not is_line(right, turns):
        return None
    if of == _NATURAL and not (name.kind == "natural" and 0 <= start < one - start):
        return None
    return t.Relation((in_digits(abs(one - start)), t.Addition((left, in_digits(start)), ("-",))), (r"\mid",))


def _claimed(node: t.Node, model: Model) -> tuple[t.Node, t.Relation | None]:
    """The claim without what says that k is whole; and that."""
    match node:
        case t.Listing((t.Logic() as claim, bound)) | t.Logic((t.Logic() as claim, bound), (",",)):
            return claim, _whole(bound)
        case t.Logic((*others, t.Logic((last, bound), (word,))), signs) if word in _BEFORE_K and _whole(bound):
            return t.Logic((*others, last), signs), _whole(bound)
        case t.Logic((claim, bound), (word,)) if word in _BEFORE_K and _whole(bound):
            return claim, _whole(bound)
        case t.Logic((*others, t.Quantified(r"\exists", bound, last)), signs):
            return t.Logic((*others, last), signs), _whole(bound)
        case t.Logic((*_, last)):
            before = node.operands[0]
            parts = {part for part in t.symbols(last) if not t.mentions(before, part)}
            names = [name for name in map(model.named, parts) if name and name.kind in _OF_KIND and not name.domain]
            alone = names[0] if len(names) == 1 and model.is_free(names[0].symbol) else None
            return node, None if alone is None else t.Relation((alone.symbol, _OF_KIND[alone.kind]), (r"\in",))
        case _:
            return node, None


def _whole(bound: t.Node) -> t.Relation | None:
    match bound:
        case t.Group(body):
            return _whole(body)
        case t.Relation((t.Symbol(), of), (r"\in",)) if of in _OF_KIND.values():
            return bound
        case _:
            return None


def _link(
    premise: t.Node, found: list[tuple[t.Node, t.Node]], turns: t.Node, model: Model, *, both: bool
) -> list[t.Node] | None:
    """That all solutions are among these, and if `both`, that all of these are."""
    angles = {part.arguments[0] for _, part in t.walk(premise) if isinstance(part, t.Application) and is_wave(part)}
    letters = {part for angle in angles for part in t.symbols(angle)}
    of_points = on_circle(premise)
    if len(angles) != 1 or len(letters) != 1 or of_points is None:
        return None
    (angle,), (letter,) = angles, letters
    name = model.named(letter)
    free = name is not None and name.kind == "real" and model.is_free(letter) and not name.domain
    if not free or t.mentions(of_points, letter) or letter == turns or not _goes_around(angle, letter):
        return None
    points = list[t.Node]()
    for left, right in found:
        there = right if left == angle else t.replaced(angle, letter, t.Group(right)) if left == letter else None
        at = None if there is None or t.mentions(right, letter) else _points(there, turns)
        if at is None:
            return None
        points += at
    circle = t.Relation(
        (t.added([t.Power(SINE, t.Number("2")), t.Power(COSINE, t.Number("2"))]), t.Number("1")), ("=",)
    )
    ways = [is_at(point) for point in points]
    among = t.Relation((t.side_by_side(ways) if ways[1:] else ways[0], t.Number("0")), ("=",))
    all_among: t.Node = t.Logic((t.together((of_points, circle)), among), (r"\Rightarrow",))
    for one in (COSINE, SINE):
        all_among = t.Quantified(r"\forall", t.Relation((one, REAL), (r"\in",)), all_among)
    return [all_among, *([at_point(of_points, point) for point in points] if both else [])]


def _goes_around(angle: t.Node, letter: t.Symbol) -> bool:
    """Whether the angle is a number that is not 0 times the letter, and something without it."""
    match angle:
        case t.Group(body) | t.Quotient(body, t.Number()):
            return _goes_around(body, letter)
        case t.Product((t.Number() as times, body)):
            return worked_out(times) != 0 and _goes_around(body, letter)
        case t.Addition(terms):
            turned = [one for one in terms if t.mentions(one, letter)]
            return len(turned) == 1 and _goes_around(turned[0], letter)
        case _:
            return angle == letter


def is_line(node: t.Node, letter: t.Node) -> bool:
    """Whether a term shows itself to be a multiple of the letter, and something without it."""
    match node:
        case _ if node == letter or not t.mentions(node, letter):
            return True
        case t.Group(body) | t.Signed(operand=body) | t.Degrees(body):
            return is_line(body, letter)
        case t.Quotient(body, below):
            return is_line(body, letter) and not t.mentions(below, letter)
        case t.Product(factors, signs) if {*signs} <= {"", r"\cdot", r"\times"}:
            turned = [one for one in factors if t.mentions(one, letter)]
            return len(turned) == 1 and is_line(turned[0], letter)
        case t.Addition(terms):
            return all(is_line(one, letter) for one in terms)
        case _:
            return False


def is_at(point: t.Node) -> t.Node:
    """C cos t + s sin t - 1, which is 0 at no other point of the circle."""
    sides = [t.side_by_side((one, _at(wave, point))) for one, wave in ((COSINE, "cos"), (SINE, "sin"))]
    return t.Group(t.Addition((t.added(sides), t.Number("1")), ("-",)))


def is_wave(part: t.Application) -> bool:
    """Whether a part is a function of the points of the circle."""
    return isinstance(part.head, t.FunctionName) and part.head.name in _OF_CIRCLE and len(part.arguments) == 1


def on_circle(node: t.Node) -> t.Node | None:
    """The statement with letters for the sine and the cosine of the angle; None if an inverse is in it."""
    if isinstance(node, t.Application) and is_wave(node):
        there = None if node.inverse else _OF_CIRCLE[getattr(node.head, "name", "")]
        return there if there is None or node.power is None else t.Power(there, node.power)
    return t.with_each_known(node, on_circle)


def at_point(of_points: t.Node, point: t.Node) -> t.Node:
    """What is said with letters for sine and cosine, at a point of the circle."""
    return t.replaced(t.replaced(of_points, SINE, t.Group(_at("sin", point))), COSINE, t.Group(_at("cos", point)))


def _at(name: str, point: t.Node) -> t.Node:
    return t.Application(t.FunctionName(name), None, (point,))


def _families(conclusion: t.Node) -> Iterator[tuple[t.Node, t.Node]]:
    for one in t.alternatives(conclusion):
        match one:
            case t.Relation((left, right), ("=",)):
                signs = ("+", "-") if has_both_signs(right) else ("+",)
                yield from ((left, with_sign(right, sign)) for sign in signs)  # type: ignore[arg-type]
            case _:
                yield one, one


def _points(right: t.Node, turns: t.Node) -> list[t.Node] | None:
    """The angles, as many as there are points, at which a + k q π is; None of other forms and steps."""
    half_turns = _of_half_turns(right, turns)
    start, step = (_angle(half_turns[0]), half_turns[1]) if half_turns else _by_terms(right, turns)
    if not step or (2 / abs(step)).denominator != 1 or 2 / abs(step) > MOST_POINTS:
        return None
    count = int(2 / abs(step))
    return [start, *(t.added([t.Group(start), _angle(Fraction(2 * place, count))]) for place in range(1, count))]


def _angle(half_turns: Fraction) -> t.Node:
    return t.side_by_side((in_digits(half_turns), PI))


def _of_half_turns(right: t.Node, turns: t.Node) -> tuple[Fraction, Fraction] | None:
    """A and q, where both are numbers times π: twice as much with twice as large a π."""
    for one in [part for _, part in t.walk(right) if isinstance(part, t.Degrees)]:
        turned = t.side_by_side((t.Group(one.operand), PI))
        right = t.replaced(right, one, t.Group(t.Quotient(turned, t.Number("180"))))
    if not is_line(right, PI) or not is_line(right, turns):
        return None
    counts = ((1, 0), (1, 1), (2, 0), (2, 1))
    known = t.all_known(
        worked_out(t.replaced(t.replaced(right, turns, t.Number(str(count))), PI, t.Number(str(half))))
        for half, count in counts
    )
    if known is None:
        return None
    start, step = known[0], known[1] - known[0]
    return (start, step) if known[2:] == (2 * start, 2 * (start + step)) and step else None


def _by_terms(right: t.Node, turns: t.Node) -> tuple[t.Node, Fraction]:
    """A as it is written, where one term alone is k q π; no step of any other."""
    start: t.Node = t.Number("0")
    found = Fraction(0)
    for sign, one in _terms(right):
        if not t.mentions(one, turns):
            start = t.Addition((start, one), (sign,))
        elif found or (told := _of_half_turns(one, turns)) is None or told[0]:
            return start, Fraction(0)
        else:
            found = told[1] if sign == "+" else -told[1]
    return t.Group(start), found


def _terms(node: t.Node, sign: PlusMinus = "+") -> Iterator[tuple[PlusMinus, t.Node]]:
    match node:
        case t.Group(body):
            yield from _terms(body, sign)
        case t.Addition(terms, operators) if {*operators} <= {"+", "-"}:
            for one, part in zip(("+", *operators), terms, strict=True):
                yield from _terms(part, "+" if one == sign else "-")
        case _:
            yield sign, node
